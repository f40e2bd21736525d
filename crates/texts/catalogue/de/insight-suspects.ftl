### Was insight zu einem möglichen Auslöser sagt, unter seinem Namen.

suspect-when = { $where ->
        [days] an Tagen damit{ " " }
        [nights] in Nächten damit{ " " }
        [each] je { $amount }{ " " }
        [cycle] an diesen Tagen{ " " }
        [since] in den Nächten, seit es zutrifft,{ " " }
       *[people] { "" }
    }
suspect-than = { $where ->
        [days] { " " }wie an Tagen ohne
        [nights] { " " }wie in Nächten ohne
        [cycle] { " " }wie an anderen Tagen
        [since] { " " }wie davor
        [condition] { " " }wie bei Menschen, auf die das nicht zutrifft
        [medicines] { " " }wie bei Menschen, die nichts davon nehmen
        [age] { " " }wie mit 40 Jahren
        [body-mass-index] { " " }wie bei einem Body-Mass-Index von 25
        [sex] { " " }wie bei Männern
        [pregnancy] { " " }wie bei Frauen, die nicht schwanger sind
        [season] { " " }wie im Frühling und im Herbst
       *[each] { "" }
    }
suspect-per = { $where ->
        [days] an Tagen damit
        [nights] in Nächten damit
        [each] je { $amount }
        [cycle] an Tagen damit
        [since] seit es zutrifft
        [medicines] gegenüber Menschen, die nichts davon nehmen
        [age] gegenüber 40 Jahren
        [body-mass-index] gegenüber einem Body-Mass-Index von 25
        [sex] gegenüber Männern
        [pregnancy] gegenüber Frauen, die nicht schwanger sind
        [season] gegenüber Frühling und Herbst
       *[condition] gegenüber Menschen, auf die das nicht zutrifft
    }
suspect-as-many = etwa so viele Krämpfe wie ohne
suspect-same = etwa so viele Krämpfe wie ohne (wahrscheinlich zwischen { $low }- und { $high }-mal so viele)
suspect-times = etwa { $ratio }-mal so viele Krämpfe{ $than } (wahrscheinlich zwischen { $low }- und { $high }-mal)
suspect-anything = { $low }- bis { $high }-mal so viele Krämpfe{ $than }, dazwischen ist alles möglich
suspect-matters = Spielt bei Ihnen wahrscheinlich eine Rolle. { $times }.
suspect-protects = Schützt Sie wahrscheinlich. { $times }.
suspect-not-clear = Noch nicht klar. { $times }.
suspect-more-nights = { $span ->
        [nights] Etwa { $count } weitere beantwortete Nächte werden es wahrscheinlich klären.
        [months] Etwa { $count } weitere Monate mit Antworten werden es wahrscheinlich klären.
       *[years] Bis es klar ist, wird es wahrscheinlich mehr als ein weiteres Jahr mit Antworten brauchen.
    }
suspect-no-matter = Spielt bei Ihnen wahrscheinlich keine Rolle. { $times }.
suspect-range = { $times } ({ $low }- bis { $high }-mal so viele)
suspect-studies = Unser Urteil über die Studien: { $times }; { $certainty }.
suspect-no-study = Wir haben keine Studie gelesen, die Krämpfe damit und ohne vergleicht, darum nennen wir keine Zahl.
suspect-cycle = Noch nicht klar: Es ergibt sich aus den ersten Tagen Ihrer Periode.
suspect-likely = Spielt wahrscheinlich eine Rolle, nach den Studien und dem, was Sie über sich eingetragen haben.
suspect-unclear = Bei Ihnen nicht klar.
suspect-unlikely = Spielt wahrscheinlich keine Rolle, nach den Studien.
suspect-tell-mornings = Noch nicht klar: Sagen Sie morgens, wie viele Krämpfe die Nacht gebracht hat.
suspect-answer = Noch nicht klar: Beantworten Sie es an mindestens { $days } { $when ->
        [morning] Morgen
       *[evening] Abenden
    }.
suspect-answered = Bisher haben Sie es { $days }-mal beantwortet.
suspect-tested = Sie haben es getestet. { $sentence }
certainty = { $grade ->
        [none] keine Studie hat es geprüft
        [opinion] nur die Meinung von Fachleuten spricht dafür
        [very-low] die Studien sind sehr unsicher
        [low] die Studien sind unsicher
        [moderate] die Studien sind einigermaßen sicher
       *[high] die Studien sind sicher
    }
note-alone = Hier steckt noch nichts aus Ihren eigenen Nächten. Es kommt allein aus dem, was Sie über sich eingetragen haben, und aus veröffentlichten Studien.
note-unknown = Nennen Sie Ihre Krankheiten und Medikamente, dann { $count ->
        [one] lässt sich 1 weiterer möglicher Auslöser
       *[other] lassen sich { $count } weitere mögliche Auslöser
    } beurteilen.
note-seasons = Krämpfe folgen den Jahreszeiten. Sagen Sie uns, auf welcher Hälfte der Erde Sie leben, dann rechnen wir das ein.
note-constant = „{ $name }“ war an jedem Tag, den Sie beantwortet haben, gleich. Ihre Nächte können darum nicht zeigen, ob es eine Rolle spielt.
note-missing = { $missing } von { $rows } Nächten { $missing ->
        [one] ist
       *[other] sind
    } nicht beantwortet. Wenn Sie nach schlechten Nächten öfter antworten, wird das Bild zu dunkel. Eine schnelle Null nach einer guten Nacht hilft am meisten.
note-no-cramps = In diesen Nächten hatten Sie keine Krämpfe, da kann sich kein Auslöser zeigen.
note-good-fit = Wir haben geprüft, ob unsere Rechnung Ihre Nächte beschreibt, und nichts gefunden, was dagegen spricht.
note-poor-fit = Unsere Rechnung beschreibt Ihre Nächte nicht gut. Nehmen Sie die Zahlen für gröber, als sie aussehen.
note-meanwhile = Ihre neuesten Antworten werden gerade mit Ihren anderen Nächten verglichen. Bis dahin steht hier, wie es vorher war.
