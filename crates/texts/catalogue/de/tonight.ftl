tonight-answered = beantwortet, Sie können es ändern
tonight-unanswered = noch nicht beantwortet
tonight-title = Heute Nacht
tonight-drunk = { $count ->
        [one] 1 Getränk
       *[other] { $count } Getränke
    } heute eingetragen, etwa { $volume }.
strip-none = Von den letzten 4 Wochen ist noch keine Nacht beantwortet.
strip-lately = In den letzten 4 Wochen: Krämpfe in { $some } von { $count ->
        [one] 1 beantworteten Nacht
       *[other] { $count } beantworteten Nächten
    }.
strip-before = In den 4 Wochen davor: { $some } von { $all }.
strip-title = Krämpfe der letzten 28 Nächte
tonight-cramp = Ich habe einen Krampf
tonight-one-tap = Ein Tipp schreibt ihn auf und zeigt, was Sie tun können.
tonight-signs-first = Lesen Sie zuerst die Warnzeichen
tonight-signs-about = { $count } noch nicht beantwortet, etwa zwei Minuten. Die meisten Krämpfe sind harmlos, diese Zeichen sind es nicht.
tonight-trials = { $count ->
        [one] Ihr Versuch
       *[other] Ihre Versuche
    }
tonight-todo = Zu tun
tonight-silenced = Bitte tun Sie zuerst, was oben steht.
tonight-how = So geht es
tonight-why = Warum das, und wie sicher
tonight-rhythm = Wann trinken
tonight-glass = Ein Glas aufschreiben
tonight-water = Woher die Menge kommt, und wann Vorsicht nötig ist
tonight-quick = Gerade etwas davon gehabt? Ein Tipp schreibt es auf.
tonight-else = Etwas anderes?
tonight-food = Was es bringt und was eine Lücke füllen würde
tonight-weeks = Die letzten vier Wochen
tonight-legend = Eine Spalte ist eine Nacht. Ein Punkt ist ein Krampf, ein großer Punkt einer mit Schmerz ab 7. Ein Strich ist eine Nacht ohne Krampf, ein gestricheltes Kästchen eine Nacht ohne Antwort.
tonight-worst = Größter Schmerz
