checkin-not-over = Dieser Tag ist noch nicht vorbei, es gibt also noch nichts dazu zu beantworten.
checkin-evening = Fragen am Abend
checkin-morning = Fragen am Morgen
checkin-pain = Wie stark war der schlimmste Schmerz?
checkin-pain-hint = 0 ist keiner, 10 ist der schlimmste, den Sie sich vorstellen können.
checkin-sleep = Wie sehr haben Krämpfe Ihren Schlaf gestört?
checkin-sleep-hint = 0 ist gar nicht, 10 ist kein Schlaf.
checkin-sore = Wie sehr tut der Muskel jetzt noch weh?
checkin-sore-hint = 0 ist gar nicht, 10 ist sehr.
checkin-tired = Wie müde sind Sie heute?
checkin-tired-hint = 0 ist gar nicht, 10 ist völlig erschöpft.
checkin-no-cramp-minutes = Sie haben keinen Krampf gewählt, aber { $count } Minuten Krampf. Was stimmt?
checkin-no-cramp-pain = Sie haben keinen Krampf gewählt, aber einen Schmerz von { $pain }. Was stimmt?
checkin-choose = Wählen Sie Ja, Nein oder keine Antwort.
checkin-day-about = Über den Tag vor der Nacht. Lassen Sie aus, was Sie möchten: Keine Antwort ist auch gut.
checkin-day-before = Der Tag davor
checkin-instead = Stattdessen: { $night }
checkin-no-usual = Für das, was noch nicht beantwortet ist, gibt es zu wenige oder zu verschiedene frühere Antworten, um zu sagen, was üblich ist.
checkin-answered = Zu diesem Tag ist schon alles beantwortet. Es wurde nichts geändert.
checkin-proposed = { $count ->
        [one] 1 Antwort ist
       *[other] { $count } Antworten sind
    } ausgefüllt wie an den meisten Tagen. <strong>Gespeichert wird erst, wenn Sie bestätigen.</strong> Ändern Sie, was heute anders war.
checkin-usual = Wie üblich
checkin-confirm = Bestätigen und speichern
skip = Überspringen
checkin-food = Essen und Trinken heute
checkin-food-about = Ein Tipp schreibt es auf, als gerade eben. <a href="/food">Etwas anderes suchen</a>
checkin-leave-out = Lassen Sie aus, was Sie möchten: Keine Antwort ist auch gut.
checkin-day-of-night = Der Tag vor dieser Nacht
checkin-how-many = Wie viele Krämpfe hatten Sie?
checkin-logged = Sie haben in dieser Nacht { $count ->
        [one] 1 Krampf
       *[other] { $count } Krämpfe
    } notiert. Wenn Sie weniger antworten, zählen die notierten trotzdem.
checkin-more-than-5 = Mehr als 5
checkin-other-count = Wie viele Krämpfe?
checkin-minutes = Wie viele Minuten Krampf insgesamt?
question-proposed = vorgeschlagen, noch nicht gespeichert
question-how-much = Wie viel? ({ $units })
away-title = Das Tagebuch ist nicht erreichbar
away-about = Diese Seite liegt auf Ihrem Gerät. „Krampf jetzt“ und die Tagesfragen gehen trotzdem: Was Sie eintragen, bleibt hier und wird später von selbst geschickt.
away-pressed = Haben Sie gerade auf einer anderen Seite einen Knopf gedrückt? Dann wurde das nicht gespeichert. Gehen Sie zurück: Ihr Browser hat noch, was Sie getippt haben.
cramp-now = Krampf jetzt
away-again = Noch einmal versuchen
away-why = Wenn das so bleibt: Ist der Computer mit Ihrem Tagebuch eingeschaltet, und ist dieses Gerät in seinem Netz?
away-short = Nicht erreichbar
away-noscript = Diese Seite ist für Geräte ohne Netz. <a href="/check-in">Zu den Tagesfragen</a>
away-kept = Das Tagebuch ist nicht erreichbar. Was Sie antworten, bleibt auf diesem Gerät und wird von selbst geschickt. Lassen Sie aus, was Sie möchten.
away-other = Das andere: Nacht oder Tag
away-night = Die Nacht
away-day = Der Tag
checkin-no-cramps = Keinen
checkin-two-answers = Sie haben { $chosen } gewählt und { $typed } getippt. Lassen Sie nur eines davon stehen.
