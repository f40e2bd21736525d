plan-title = Plan
plan-basis-evidence = Von Ihren eigenen Nächten ist noch nichts in diesem Plan: Er kommt aus dem, was Sie über sich eingetragen haben, und aus veröffentlichten Studien.
plan-basis-nights = Dieser Plan kommt aus Ihren Nächten, aus dem, was Sie über sich eingetragen haben, und aus veröffentlichten Studien.
ask-title = Ein paar Fragen
ask-year-wrong = Schreiben Sie das Jahr mit vier Ziffern, zum Beispiel 1952.
ask-year-missing = Schreiben Sie das Jahr, in dem Sie geboren sind, zum Beispiel 1952.
ask-ticked-and-none = Sie haben etwas angekreuzt und „Nichts davon“ gedrückt. Nehmen Sie das Kreuz weg, oder drücken Sie auf Speichern.
ask-nothing-ticked = Kreuzen Sie an, was passt, oder drücken Sie „Nichts davon“.
review-title = Durchsicht der Medikamente
review-stopped = Abgesetzt am { $date }
review-since = Genommen seit { $date }
review-taken = Wird genommen, seit wann ist nicht eingetragen
review-not-taken = Wird nicht mehr genommen
review-no-start = Ohne den Tag, an dem es begann, lassen sich die Nächte davor und damit nicht vergleichen.
review-too-few = Vor dem Beginn oder damit gibt es weniger als sieben beantwortete Nächte: Da ist nichts zu vergleichen.
routine-times = { $count }-mal
routine-rest = { $time } Pause dazwischen
routine-each-side = auf jeder Seite
routine-seconds = { $count ->
        [one] 1 Sekunde
       *[other] { $count } Sekunden
    }
plan-nothing-first = Noch lässt sich nichts raten: Erst müssen wir ein paar Dinge wissen.
plan-nothing = Noch lässt sich nichts raten.
plan-ask-about = Eine kleine Gruppe auf einmal, „Nichts davon“ ist ein Tipp. Darauf warten: { $names }.
plan-water = Wasser
plan-later = Später
plan-later-about = Eine Änderung nach der anderen verrät Ihnen mehr. Das könnte folgen.
plan-rests-on = Worauf sich das stützt:
plan-wrong = Wenn etwas davon nicht stimmt, <a href="/profile">ändern Sie es</a>.
plan-good-to-know = Gut zu wissen
ask-left = { $count ->
        [one] Danach kommt noch eine Seite.
       *[other] Danach kommen noch etwa { $count } Seiten.
    }
ask-last = Die letzte Frage für jetzt.
ask-about-you = Über Sie
ask-birth-year = In welchem Jahr sind Sie geboren?
ask-take = Was nehmen Sie?
ask-take-about = Medikamente, auch die ohne Rezept: Vitamine, Mineralstoffe, Schmerztabletten, Sprays.
ask-take-nothing = Ich nehme nichts
ask-add-medicine = Ein Medikament hinzufügen
ask-on-list = Auf Ihrer Liste: { $names }.
ask-take-all = Das ist alles, was ich nehme
ask-signs = Haben Sie gerade etwas davon?
ask-conditions = Trifft etwas davon auf Sie zu?
ask-not-now = Ich weiß es nicht, oder nicht jetzt
ask-because = Wir fragen, weil das darauf wartet: { $names }.
ask-tick = Kreuzen Sie an, was passt. Was Sie nicht ankreuzen, zählt als Nein.
ask-save-ticked = Angekreuztes speichern
plan-back = Zurück zum Plan
review-change = Liste ändern
review-about = Für Ihren Arzt oder Apotheker. Erstellt am { $date } aus dem, was Sie eingetragen haben, und aus öffentlichen Beipackzetteln und Studien. Zum Drucken nehmen Sie „Drucken“ in Ihrem Browser.
review-none = Auf Ihrer Liste steht kein Medikament. <a href="/profile/medicines">Eintragen, was Sie nehmen</a>
review-incomplete = Sie haben noch nicht gesagt, dass die Liste vollständig ist. <a href="/profile/medicines">Vervollständigen</a>
review-ask = Was Sie fragen können
review-together = Zusammen genommen
review-tag = danach fragen
review-nights = Ihre Nächte
review-label-page = Die Seite mit dem Beipackzettel
review-labels = Beipackzettel und Studien
review-studies = Studien zu { $name }: { $summary }
review-with = Mit anderem zusammen
routine-help-first = Bitte holen Sie sich dafür zuerst Hilfe. Die Übung wartet.
routine-because = Worauf sich das stützt: { $reasons } Wenn es nicht stimmt, <a href="/profile">ändern Sie es</a>.
routine-asks = Das müssen wir vorher wissen:
routine-instead = Stattdessen: { $name }
routine-minutes = Etwa { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }.
routine-cautions = Vorsicht: Lesen Sie das, bevor Sie anfangen
routine-done = Für heute aufgeschrieben.
routine-undo = Zurücknehmen
routine-asked = Die Fragen am Morgen fragen danach: Jetzt müssen Sie nichts aufschreiben.
routine-weeks = Über die Wochen
routine-week = Sie sind in Woche { $week }.
routine-from-week = Ab Woche { $from }: { $text }
routine-judgement = Keine Studie sagt, wie lange oder wie oft: Die Zeiten sind unser Urteil.
routine-judgement-too = Die Zeiten hier sind unser Urteil.
trial-test = Prüfen, ob es Ihnen hilft
todo-review = Durchsicht der Medikamente öffnen
todo-when = <strong>Wann:</strong> { $schedule }.
todo-again = Sehen Sie am { $date } wieder nach.
todo-cautions = Prüfen Sie zuerst, ob etwas davon auf Sie zutrifft.
todo-care = Mehr dazu, wer vorsichtig sein muss
todo-guided = Angeleitet, mit Bild und Uhr:
todo-test = <strong>Hilft es Ihnen?</strong> Ein Versuch kann das zeigen: Der Zufall wählt die Nächte, „{ $with }“ oder „{ $without }“.
water-where = Woher die Menge kommt
water-other = An anderen Tagen käme dazu:
water-hours = Die Zeiten legen Sie fest: <a href="/profile#f-bedtime">wann Sie zu Bett gehen und aufstehen</a>.
water-cautions = Vorsicht: Lesen Sie das, bevor Sie mehr trinken
water-rests = Worauf sich das stützt: { $reasons }
water-until-then = Bis dahin: Trinken Sie, wenn Sie Durst haben, außer jemand hat Ihnen gesagt, dass Sie weniger trinken sollen.
wish-else = Etwas anderes?
wish-else-about = Akupunktur, Tonic Water, Vitamin K2: Fragen Sie nach allem, wovon Sie gelesen haben.
wish-title = Nach einem Mittel fragen
wish-about = Sie haben von etwas gelesen oder gehört. Hier steht, was Studien dazu sagen und ob es für Sie sicher ist.
wish-which = Welches?
wish-ask = Fragen
wish-blocked = Zu Ihrer Sicherheit: nicht für Sie.
wish-first = Das müssen wir vorher wissen:
wish-known = Was darüber bekannt ist
