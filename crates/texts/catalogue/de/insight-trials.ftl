### Was insight zu einem Versuch sagt: bevor er beginnt, an seinen Tagen und zu seinem Ergebnis.

## Kleine Stücke

words-thousands = .
trial-more-than = mehr als { $figure }
trial-pairs = { $pairs ->
        [one] 1 Paar
       *[other] { $pairs } Paare
    } aus { $period ->
        [one] Nächten
       *[other] Zeiträumen von { $period } Nächten
    }
trial-one-of = 1 von { $trials } Versuchen
trial-fewer-than-one-of = weniger als 1 von { $trials } Versuchen
percent-less-than = weniger als { $figure }
asked-cramps = wie viele Krämpfe Sie hatten
asked-minutes = wie lange sie dauerten
asked-pain = wie stark der schlimmste Schmerz war
asked-sleep-lost = wie sehr sie Ihren Schlaf gestört haben
asked-soreness = wie wund die Muskeln sind
asked-tiredness = wie müde Sie sind
trial-did-you = Haben Sie getan, was der Versuch verlangte?

## Ein Vorschlag

proposal-rate = { $number ->
        [none] Nächten ohne Krämpfe
        [one] 1 Krampf in der Woche
       *[other] { $amount } Krämpfen in der Woche
    }
proposal-chance = Bei { $rate } geben { $weeks ->
        [one] 1 Woche
       *[other] { $weeks } Wochen
    } mit einer Wahrscheinlichkeit von { $percent } % eine klare Antwort zu einem Mittel, das Krämpfe um ein Drittel senkt
proposal-good = { $chance }.
proposal-longer = { $chance }; für { $percent } % bräuchte es { $span }.
proposal-year = { $chance }; für { $percent } % bräuchte es mehr als ein Jahr.
proposal-span = { $span ->
        [weeks] etwa { $weeks } Wochen
        [half-year] etwa ein halbes Jahr
        [three-quarters] etwa ein Dreivierteljahr
       *[year] fast ein Jahr
    }
proposal-design = Es dauert { $weeks ->
        [one] 1 Woche
       *[other] { $weeks } Wochen
    } ({ $nights } Nächte): { $pairs }. In jedem Paar { $period ->
        [one] ist eine Nacht
       *[other] sind { $period } Nächte
    } „{ $a }“ und { $period ->
        [one] eine
       *[other] { $period }
    } „{ $b }“. Der Zufall entscheidet, was zuerst kommt.
proposal-every-night = Jede Nacht zählt, denn eine Nacht hinterlässt nichts für die nächste. { $reason }
proposal-left-out = { $nights ->
        [one] Die erste Nacht jedes Zeitraums zählt
       *[other] Die ersten { $nights } Nächte jedes Zeitraums zählen
    } nicht: Wir geben { $works ->
        [one] 1 Tag
       *[other] { $works } Tage
    }, bis es wirkt, und { $gone ->
        [one] 1 Tag
       *[other] { $gone } Tage
    }, bis die Wirkung vorbei ist. Das ist unser Urteil. { $reason }
proposal-answer = Eine Antwort heißt: Die Belege stehen mindestens { $answer } zu 1. Das beste Ergebnis, das dieser Aufbau geben kann, ist { $best } zu 1, und der Zufall allein gibt es in { $rarely }.
proposal-harm = Der Versuch sucht stärker nach einer Hilfe als nach einem Schaden: Dass etwas die Krämpfe schlimmer macht, zeigt sich später. Darauf müssen Sie nicht warten: Hören Sie auf, wenn einer der Gründe unten eintritt oder wenn es Ihnen reicht.
proposal-looks = Ergebnisse werden nach Nacht { $nights } gezeigt. Sie können früher fragen; dann sagen wir Ihnen den Preis.
proposal-looks-and = { $first } und nach Nacht { $last }
proposal-record = Schreiben Sie jeden Morgen auf, { $outcomes }, und ob Sie getan haben, was der Tag verlangte. { $note }

## Warum es keinen gibt

refusal-run-in = Führen Sie zuerst eine Weile Ihr Tagebuch: Von den letzten { $nights } Nächten { $answered ->
        [one] ist { $answered }
       *[other] sind { $answered }
    } beantwortet, und für einen Versuch braucht es mindestens { $needed }. Bis dahin ist nichts weiter nötig.
refusal-too-few = Dieser Versuch kann keine Antwort geben: zu wenige Krämpfe. Bei { $rate } würde nicht einmal ein halbes Jahr zeigen, ob ein Mittel sie halbiert. Das ist eine gute Nachricht über Ihre Nächte. Kommen Sie wieder, wenn sie schlimmer werden.
refusal-out-of-reach = In dieser Zeit kann der Versuch keine Antwort geben: Wie gut das Mittel auch wirkte, die Belege kämen nicht über { $best } zu 1, und für eine Antwort braucht es { $answer } zu 1. { $longer }
refusal-weeks = Es braucht mindestens { $weeks ->
        [one] 1 Woche
       *[other] { $weeks } Wochen
    }.
refusal-year = Nicht einmal ein Jahr würde reichen.
wish-unnamed = Sagen Sie, was Sie prüfen wollen und was Sie damit und ohne das tun.
wish-not-own = „{ $name }“ hat eigene Worte. Um etwas anderes zu prüfen, nehmen Sie die Vorlage für etwas Eigenes.
wish-medicine = „{ $name }“ ist ein Medikament. Soleus macht keine Versuche mit Medikamenten: Bitte fragen Sie Ihren Arzt, und nehmen Sie weiter, was verordnet wurde.
wish-too-slow = { $days } Tage sind zu viele für Zeiträume, die sich abwechseln: Höchstens { $most } passen.
hold-help-first = Bitte holen Sie dafür zuerst Hilfe. { $advice }
hold-minor = Für Menschen unter 18 gibt es keine Versuche, weil niemand so etwas untersucht hat. Bitte sprechen Sie mit Ihren Eltern und mit einem Arzt über die Krämpfe.
hold-unknown = Das müssen wir zuerst wissen: { $questions }

## Was sich nicht ändern lässt

change-over = Der Versuch „{ $name }“ ist vorbei. Daran lässt sich nichts mehr ändern.
change-paused-already = Der Versuch „{ $name }“ wartet schon, seit { $since }.
change-not-paused = Der Versuch „{ $name }“ wartet nicht: Es gibt nichts fortzusetzen.
change-not-begun = Der Versuch „{ $name }“ hat noch nicht begonnen: Er beginnt am { $begins }. Bis dahin kann man ihn nur beenden.
change-not-its-day = { $day } ist kein Tag des Versuchs „{ $name }“.
change-paused-then = Der Versuch „{ $name }“ hat am { $day } gewartet: Es gab keine Anweisung, der man folgen konnte.
change-on-trial-already = Zu „{ $name }“ läuft schon ein Versuch, bis zu seiner letzten Nacht. Beenden Sie zuerst diesen: Zwei Versuche zu einer Sache würden einander verderben.

## Ein Ergebnis

look-price = Früh nachzusehen hat einen Preis. Ein Ergebnis aus wenigen Nächten ist meist Zufall, und wenn Sie es gesehen haben, kann Hoffnung oder Enttäuschung ändern, was Sie tun, was Ihnen auffällt und ob Sie weitermachen. Das Maß für die Belege bleibt ehrlich, wie oft Sie auch nachsehen, aber der Blick wird aufgeschrieben und mit dem Ergebnis gezeigt.
result-headline = Die Wahrscheinlichkeit, dass „{ $label }“ Ihnen hilft, ist { $helps ->
        [0] kleiner als 1 von 20
        [20] größer als 19 von 20
       *[other] etwa { $helps } von 20
    }. Nach den Nächten des Versuchs hat ein Monat damit etwa { $with } und ohne etwa { $without } (wahrscheinlich zwischen { $low } und { $high }).
result-a-month = { $number ->
        [one] { $amount } Krampf
       *[other] { $amount } Krämpfe
    }
result-end = { $way ->
        [none] keinem Unterschied
        [fewer] { $amount } weniger
       *[more] { $amount } mehr
    }
result-keep = Bleiben Sie bei „{ $label }“: Es hilft Ihnen.
result-drop-worse = Lassen Sie „{ $label }“ sein: Es hilft Ihnen nicht, vielleicht tut es das Gegenteil.
result-drop = Lassen Sie „{ $label }“ sein: Es bewirkt bei Ihnen fast nichts.
result-longer = Das lässt sich noch nicht sagen. Prüfen Sie es länger, oder lassen Sie es, wenn es Ihnen die Mühe nicht wert ist.
result-no-evidence-value = Es gibt kein Maß für die Belege, das der Zufall allein selten ergäbe.
result-evidence-against = Bisher spricht nichts dafür, dass es einen Unterschied macht ({ $odds } zu 1; eine Antwort nennen wir { $bar } zu 1).
result-evidence = Die Belege dafür, dass es einen Unterschied macht, stehen { $odds } zu 1; eine Antwort nennen wir { $bar } zu 1.
result-chance = Wenn es nichts bewirkte, ergäbe der Zufall einen so großen Unterschied in etwa { $often } von 1.000 solchen Versuchen.
result-chance-rarely = Wenn es nichts bewirkte, ergäbe der Zufall einen so großen Unterschied in weniger als 1 von 1.000 solchen Versuchen.
result-nights = Nächte, die zählen: „{ $a }“ { $a-with } mit Krämpfen von { $a-nights } ({ $a-cramps }), „{ $b }“ { $b-with } von { $b-nights } ({ $b-cramps }). Der Beweis ist nicht diese Zählung, sondern dass der Zufall die Nächte gewählt hat.
result-adherence = Zu { $told } von { $nights ->
        [one] 1 Nacht
       *[other] { $nights } Nächten
    } haben Sie gesagt, ob Sie getan haben, was der Tag verlangte: { $answers }.
result-answered = { $times }-mal { $answer ->
        [yes] ja
        [partly] zum Teil
       *[no] nein
    }
result-as-done = Nach dem, was Sie getan haben, statt nach dem, was gezogen wurde: { $ratio }-mal so viele Krämpfe damit (wahrscheinlich zwischen { $low }- und { $high }-mal). Was Sie getan haben, hat nicht der Zufall gewählt. Darum ist das kein Beweis.
result-guesses = Was Sie bekommen haben, haben Sie { $right } von { $all } Malen richtig vermutet; durch bloßen Zufall ist es etwa die Hälfte.
result-together = Ihre { $count } Versuche damit zusammen: { $headline }
result-pooled = Aus { $count } Versuchen: Die Wirkung in jedem Versuch weicht von der gemeinsamen so weit ab, wie Zufall und Zeit es wollen, und die Belege getrennter Ziehungen werden malgenommen.
result-other-statistics = Dieser Versuch wurde mit Fassung „{ $then }“ der Statistik eingetragen, und dieses Ergebnis ist von Fassung „{ $now }“. Die Zahlen können andere sein, als vorher gezeigt wurden. Was als Antwort zählt, bleibt gleich: Niemand hat den neuen Weg nach einem Blick auf Ihre Nächte gewählt. Wenn nur einer der beiden Wege eine Antwort gibt, trauen Sie ihr weniger.
result-tampered = Die Aufzeichnung des Versuchs passt nicht zu ihrer Prüfsumme: Sie wurde geändert, nachdem sie eingetragen war. Es gibt kein Ergebnis, dem man trauen könnte.
result-none-yet = Es gibt noch kein Ergebnis. { $why }
result-under-way = Läuft noch: Ergebnisse werden nicht vor ihrer Zeit gezeigt.
result-ended-without = Er endete ohne Ergebnis.
no-result-nights = Es gibt keine Nächte.
no-result-one-arm = Jede Nacht hat Gruppe { $arm }: Es gibt nichts, womit man sie vergleichen könnte.
no-result-outcome = Keine Nacht ist beantwortet.
no-result-outcome-in-arm = Von den { $nights } Nächten der Gruppe { $arm } ist keine beantwortet: Es gibt nichts zu vergleichen.
no-result-nothing-happened = In keiner der { $nights } Nächte ist etwas geschehen: Wo nichts ist, lässt sich kein Unterschied sehen.
no-result-always-the-same = In allen { $nights } Nächten war es gleich: Daraus lässt sich nichts lernen.
no-result-never-done = Gruppe A wurde in keiner ihrer { $nights } Nächte getan: Das vergleicht nichts mit nichts.
result-note-not-drawn = Wie die Gruppen gezogen wurden, ist nicht bekannt. Darum gibt es keine Zufallsprüfung und keinen e-Wert.
result-note-many-missing = { $missing } von { $nights } Nächten sind nicht beantwortet. Wenn schlechte Nächte öfter aufgeschrieben werden als gute, stimmt die Antwort nicht.
result-note-unevenly-missing = Nächte fehlen ungleich: { $a } % in Gruppe A, { $b } % in Gruppe B. Wenn das damit zu tun hat, wie schlimm sie waren, stimmt die Antwort nicht.
result-note-few-events = Nur { $events } in allen Nächten zusammen: Daraus lässt sich wenig lernen, und der Bereich stützt sich auf die Annahme von vorher.
result-note-none-in-arm = In Gruppe { $arm } ist nichts geschehen: Wie groß die Wirkung ist, stützt sich auf die Annahme von vorher.
result-note-one-order = Nur eine Reihenfolge der Gruppen war möglich. Darum gibt es keine Zufallsprüfung und keinen e-Wert.
result-note-poor-fit = Die Nächte sehen nicht so aus, wie das Modell sie erwartet ({ $what ->
        [nights-without] Nächte ohne Krampf
        [worst] die schlimmste Nacht
        [spread] die Streuung
       *[neighbours] wie ähnlich benachbarte Nächte sind
    }, p = { $p }): Trauen Sie dem Bereich weniger, als er zeigt.
result-note-few-orders = Nur { $orders } Reihenfolgen der Gruppen waren möglich: Die Zufallsprüfung kann kein p unter { $smallest } ergeben.
result-note-out-of-reach = Mit diesen Reihenfolgen kann der e-Wert nicht über { $largest } kommen: 20, eine klare Antwort, ist außer Reichweite.
result-note-followed = Ob der Anweisung gefolgt wurde, ist zu { $told } von { $nights } Nächten gesagt; in diesen wurde ihr zu { $share } % gefolgt.
result-note-followed-too-few = Das ist zu wenig für eine Wirkung nach dem, was getan wurde.
result-note-unfinished-pair = Der e-Wert wettet nur auf fertige Paare; das letzte ist nicht fertig.

## Die Geschichte eines Versuchs

trial-told-registered = Versuch eingetragen: { $name }, { $nights ->
        [one] 1 Nacht
       *[other] { $nights } Nächte
    } ab dem { $date }
trial-told-adherence = Anweisung des Versuchs vom { $date }: { $followed ->
        [yes] befolgt
        [partly] zum Teil befolgt
       *[no] nicht befolgt
    }
trial-told-guess = Vermutung, was der Versuch gab: { $guess ->
        [a] das, was geprüft wird
        [b] das andere
       *[cannot-tell] kann ich nicht sagen
    }
trial-told-paused = Versuch wartet ab dem { $date }: { $why }
trial-told-resumed = Versuch geht weiter ab dem { $date }
trial-told-stopped = Versuch beendet am { $date }: { $why }
trial-told-looked = Ergebnis des Versuchs angesehen, { $look ->
        [planned] wie geplant
       *[peek] vorzeitig
    }, Nächte bis zum { $date }
