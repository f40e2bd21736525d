### Was insight zu einem Plan sagt: warum, wie sicher, was zu erwarten ist, was man wissen muss, was zutrifft.

help-first = Bitte holen Sie sich dafür zuerst Hilfe.
under-18 = Für Menschen unter 18 gibt es keinen Plan, denn niemand hat einen geprüft. Warnzeichen und Hilfe bei einem Krampf sind für Sie da. Sprechen Sie bitte mit Ihren Eltern und einem Arzt über die Krämpfe.
no-cramps = In Ihren letzten beantworteten Nächten hatten Sie keine Krämpfe. Sie müssen nichts ändern.
for-the-doctor = Das kann nur ein Arzt verschreiben, und nur für Sie. Fragen Sie beim nächsten Besuch danach, und nehmen Sie Ihre Medikamentenliste mit.
why-not-aimed = Es richtet sich gegen etwas, das Sie nicht angegeben haben. Darum ist wenig davon zu erwarten.
why-tested = Sie haben es an sich selbst getestet. { $sentence }
why-nights-medicine = Ihre Nächte deuten auf etwas, das Sie nehmen: { $names }. Nehmen Sie es weiter, und fragen Sie danach.
why-nights = Ihre Nächte deuten auf: { $names }. { $count ->
        [one] Dagegen
       *[other] Gegen all das
    } richtet sich das.
why-trial = Ihr eigener Versuch deutet auf: { $names }. Auch { $count ->
        [one] dagegen
       *[other] gegen all das
    } richtet sich das.
why-medicine = Sie nehmen ein Medikament, das mit Krämpfen zu tun haben kann: { $names }. Nehmen Sie es weiter, und fragen Sie danach.
why-people = Das ist für Menschen wie Sie gedacht ({ $names }).
why-name = „{ $name }“
why-general = Es richtet sich nicht gegen eine einzelne Ursache: Es kann Menschen mit nächtlichen Krämpfen allgemein helfen.
why-possible = Es richtet sich gegen: { $names }. Noch können wir nicht sagen, ob { $count ->
        [one] das bei Ihnen eine Rolle spielt
       *[other] etwas davon bei Ihnen eine Rolle spielt
    }.
why-not-shown = Ihre Nächte zeigen nicht, dass „{ $name }“ eine Rolle spielt.
why-not-shown-supported = Ihre Nächte zeigen nicht, dass „{ $name }“ eine Rolle spielt. Die Studien sprechen ein wenig dafür.
sure-verdict = { $verdict ->
        [likely-helps] Es hilft wahrscheinlich
        [may-help] Es kann helfen
        [uncertain] Ob es hilft, weiß noch niemand
        [unlikely-to-help] Es hilft wahrscheinlich nicht
       *[not-recommended] Es ist nicht zu empfehlen
    }; { $certainty }.
sure-studies = Das stützt sich allein auf veröffentlichte Studien und das, was Sie über sich eingetragen haben.
sure-nights = Das stützt sich auf veröffentlichte Studien, das, was Sie über sich eingetragen haben, und { $count ->
        [one] 1 beantwortete Nacht
       *[other] { $count } beantwortete Nächte
    }.
sure-guess = Unsere beste Schätzung: in einem Monat { $nights } (wahrscheinlich zwischen { $low } und { $high }).
sure-guess-cramps = Unsere beste Schätzung: in einem Monat { $nights } (wahrscheinlich zwischen { $low } und { $high }) und { $cramps }.
sure-tested = { $advice ->
        [keep] Ihnen hilft es
        [drop] Ihnen hilft es nicht
       *[longer] Ob es Ihnen hilft, ist noch nicht klar
    }. Das stützt sich auf Ihren eigenen Versuch mit ausgelosten Nächten, von dem { $count ->
        [one] 1 beantwortete Nacht zählt
       *[other] { $count } beantwortete Nächte zählen
    }, und nicht auf Studien an anderen Menschen.
fewer = { $size } { $direction ->
        [more] mehr
       *[fewer] weniger
    }
fewer-nights = { $size } { $number ->
        [one] Nacht
       *[other] Nächte
    } mit Krämpfen { $direction ->
        [more] mehr
       *[fewer] weniger
    }
fewer-cramps = { $size } { $number ->
        [one] Krampf
       *[other] Krämpfe
    } { $direction ->
        [more] mehr
       *[fewer] weniger
    }
expect-first = Dieser erste Plan kommt allein aus dem, was Sie über sich eingetragen haben, und aus veröffentlichten Studien. Mit Ihren Nächten wird es Ihrer.
expect-too-few = Noch sind zu wenige Nächte beantwortet, um zu sagen, wie viele Krämpfe Ihnen ein Mittel ersparen würde.
expect-little = Nichts hier wird Ihnen wahrscheinlich viel helfen. Wenn die Krämpfe Sie plagen, gehen Sie bitte zu Ihrem Arzt.
expect-open = Mehr lässt sich vorschlagen, wenn die offenen Fragen beantwortet sind. Bis dahin halten wir es zurück.
expect-by-itself = Wer ein Tagebuch führt, dem geht es oft um etwa ein Viertel bis ein Drittel besser, ohne etwas zu tun. Ein besserer Monat zeigt darum nicht, dass etwas geholfen hat.
expect-by-itself-yours = Wer ein Tagebuch führt, dem geht es oft um etwa ein Viertel bis ein Drittel besser, ohne etwas zu tun. Bei Ihnen wären das { $left } Nächte mit Krämpfen im Monat statt { $nights }. Ein besserer Monat zeigt darum nicht, dass etwas geholfen hat.
expect-range = { $least } bis { $most }
expect-look-again = Sehen Sie am { $date } wieder nach: Machen Sie weiter mit dem, was geholfen hat, und lassen Sie das andere. Nur ein Versuch kann Hilfe vom Zufall unterscheiden.
expect-medicines = Medikamente bleiben, wie sie verschrieben sind.
expect-next = Wenn Sie etwas lassen, könnte das folgen: „{ $name }“.
expect-pregnancy = Nach Ihrem Geburtstermin ist das etwa Woche { $week }, im { $trimester ->
        [first] ersten
        [second] zweiten
       *[third] dritten
    } Drittel der Schwangerschaft. Von Beinkrämpfen wird am häufigsten im zweiten und dritten berichtet. Sagen Sie es beim nächsten Besuch Ihrer Hebamme oder Ihrem Arzt.
check-result = { $because } Vergewissern Sie sich, dass ein Arzt diesen Wert gesehen hat.
check-contradiction = Eingetragen ist „schwanger“ neben einem Alter oder Geschlecht, das kaum dazu passt. Bitte prüfen Sie das: Bis dahin gelten die strengeren Regeln.
missing-pregnancy = Sind Sie schwanger?
missing-medicines = Welche Medikamente nehmen Sie? Sagen Sie uns, wenn die Liste vollständig ist.
missing-signs = Haben Sie gerade eines dieser Warnzeichen?
missing-conditions = { $count ->
        [one] Trifft das auf Sie zu
       *[other] Trifft etwas davon auf Sie zu
    }: { $names }?
applies-if = Wenn das auf Sie zutrifft: { $items }
applies-more = und anderes dieser Art
applies-medicine = Einnahme: { $name }
applies-sign = Warnzeichen: { $suggests }
applies-pregnancy = Schwangerschaft
applies-age-from = Alter ab { $years }
applies-age-to = Alter bis { $years }
warning-if = { $condition }: { $message }
reason-takes = Sie nehmen { $name }.
reason-sign = Ein Warnzeichen haben Sie mit Ja beantwortet: { $suggests }.
reason-pregnant = Sie sind schwanger.
reason-age-from = Sie sind { $years } oder älter, oder Sie werden dieses Jahr { $years }.
reason-age-to = Sie sind { $years } oder jünger, oder Sie waren es dieses Jahr.
reason-told = Eingetragen ist: { $name }.
reason-blood-below = Ihr Blutwert: { $measured } (unter { $limit }).
reason-blood-above = Ihr Blutwert: { $measured } (über { $limit }).
