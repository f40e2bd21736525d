### Die Seite für den Arzt.

## Daten und kleine Stücke

month-short-1 = 1
month-short-2 = 2
month-short-3 = 3
month-short-4 = 4
month-short-5 = 5
month-short-6 = 6
month-short-7 = 7
month-short-8 = 8
month-short-9 = 9
month-short-10 = 10
month-short-11 = 11
month-short-12 = 12
report-date = { $day }.{ $month }.{ $year }
report-day = { $day }.{ $month }.
report-night = Nacht vom { $date }
report-days = { $first } bis { $last }
report-and-more = und { $count } weitere
report-ratio = { $value } ({ $low } bis { $high })
report-female = weiblich
report-male = männlich
report-sex-not-told = Geschlecht nicht genannt
report-left = links
report-right = rechts
report-both-legs = beide Beine
report-calf = Wade
report-foot = Fuß
report-toes = Zehen
report-front-thigh = Oberschenkel vorn
report-back-thigh = Oberschenkel hinten
report-arm = Hand oder Arm
report-elsewhere = anderswo
report-on-back = auf dem Rücken
report-on-side = auf der Seite
report-on-front = auf dem Bauch
report-sitting = im Sitzen
report-standing = im Stehen
report-moving = in Bewegung
report-stretching = Dehnen
report-walking = Stehen oder Gehen
report-massage = Massage
report-warmth = Wärme
report-cold = Kälte
report-another-position = eine andere Lage
report-drinking = Trinken
report-nothing-helped = nichts, er löste sich von selbst
report-emergency = NOTFALL
report-same-day = NOCH HEUTE
report-soon = Binnen Tagen
report-routine = Beim nächsten Termin
report-certainty = { $grade ->
        [none] keine Studie
        [opinion] nur Fachmeinung
        [very-low] sehr unsicher
        [low] unsicher
        [moderate] mäßig sicher
       *[high] sicher
    }
report-certainty-short = { $grade ->
        [none] keine Studie
        [opinion] nur Fachmeinung
        [very-low] sehr unsicher
        [low] unsicher
        [moderate] mäßig sicher
       *[high] sicher
    }
report-listed = aufgeführt
report-not-listed = nicht aufgeführt
report-no-label = nicht gelesen
report-quoted = „{ $words }“

## Die Seite und ihre Teile

report-page-title = Nächtliche Beinkrämpfe: Zusammenfassung für den Arzt
report-made-up = ERFUNDEN. Diesen Menschen gibt es nicht: eine Beispielseite aus einem Tagebuch zum Vorführen.
report-signs = Warnzeichen
report-burden = Belastung
report-pattern-title = Muster
report-suspects = Auslöser
report-tested = Geprüft
report-medicines = Medikamente
report-labs = Blutwerte
report-food = Essen, Trinken
report-questions = Meine Fragen
report-checks = Zu erwägen
report-method = Vorgehen
report-second-page = Einzelheiten
report-medicine-review = Medikamente durchgehen
report-suspects-in-full = Auslöser im Einzelnen
report-tests-in-full = Selbstversuche im Einzelnen
report-signs-in-full = Warnzeichen im Einzelnen
report-questionnaires-in-full = Fragebögen
report-blood-values = Blutwerte im Einzelnen
report-food-in-full = Essen und Trinken
report-started = Begonnen oder geplant
report-notes = Eigene Notizen
report-foot-line = { $title } – Seite { $page } von { $pages }
report-replaced = { $mark }: Buchstaben oder Bilder, die die Schrift dieser Seite nicht hat. Die Seite am Bildschirm und die HTML-Datei zeigen sie.

## Um wen es geht

report-name-line = Name: ______________________________
report-born = geboren { $year } (etwa { $age })
report-age-not-told = Alter nicht genannt
report-bmi = BMI { $bmi }
report-pregnant-due = schwanger, Termin { $date }
report-pregnant = schwanger
report-conditions-none = Krankheiten: keine von den erfragten.
report-conditions-not-told = Krankheiten: nicht genannt.
report-conditions = Krankheiten: { $names }.
report-minor = Vielleicht unter 18: Die Studien hinter dieser Seite sind an Erwachsenen gemacht.
report-no-nights = Keine Nächte in der gewünschten Zeit.
report-diary = Tagebuch vom { $period }, selbst geführt.
report-printed = Gedruckt am { $date }.

## Warnzeichen

report-sign = { $urgency }: { $suggests }.
report-sign-asked = { $raised-by }: „{ $question }“
report-answered-yes = Ja am { $date }
report-from-diary = Aus dem Tagebuch, { $night }
report-from-questionnaire = Aus einem Fragebogen vom { $date }
report-from-profile = Aus dem Profil
report-more-signs = Und { $count ->
        [one] 1 weiteres Zeichen
       *[other] { $count } weitere Zeichen
    }.
report-not-asked = Nicht gefragt, oder nicht in letzter Zeit.
report-denied = { $no ->
        [one] 1 Frage
       *[other] { $no } Fragen
    } verneint.
report-denied-and-open = { $no ->
        [one] 1 Frage
       *[other] { $no } Fragen
    } verneint, { $open } nicht oder nicht in letzter Zeit gefragt.
report-of-the-others = Von den übrigen:
report-none-raised = Keines trifft zu.
report-raised = Zutreffend
report-seen = Bejaht, seither ärztlich angesehen
report-on-day = { $what } ({ $date })
report-denied-signs = Verneint, Zeichen für:
report-unasked-signs = Nicht oder nicht in letzter Zeit gefragt, Zeichen für:
report-questionnaires = Fragebögen:
report-points = { $name }: { $points } ({ $date })
report-score = { $points } von { $most }
report-open = { $count } offen
report-no-meaning = nicht alles beantwortet, darum noch keine Deutung
report-meaning = { $points } ({ $date }); { $meaning }.
report-likeness = { $name } { $yes } von { $all } ja
report-look-alikes = Ähnliche Beschwerden ({ $date }):

## Wie oft und wie schlimm

report-diary-empty = Noch keine Nächte im Tagebuch: Es lässt sich nichts sagen.
report-none-answered = Von { $nights ->
        [one] 1 Nacht
       *[other] { $nights } Nächten
    } ist keine beantwortet: Es lässt sich nichts sagen.
report-nights-with-cramps = Krämpfe in { $with } von { $answered } beantworteten Nächten
report-cramps = ({ $count ->
        [one] 1 Krampf
       *[other] { $count } Krämpfe
    }).
report-cramps-at-least = (mindestens { $count ->
        [one] 1 Krampf
       *[other] { $count } Krämpfe
    }).
report-not-answered = { $count ->
        [one] 1 weitere Nacht
       *[other] { $count } weitere Nächte
    } nicht beantwortet.
report-worst-pain = Schlimmster Schmerz { $pain } von 10
report-pain-usually = meist { $pain }
report-pain-not-told = Schmerz nicht genannt
report-no-pain = Kein Krampf, also kein Schmerz zu nennen.
report-minutes = { $median } Minuten in der Nacht (am längsten { $most })
report-minutes-not-told = Minuten nicht genannt
report-bad-nights = { $what ->
        [sleep] Schlaf gestört
       *[tired] am Tag danach müde
    } in { $bad } von { $told } Nächten
report-sleep-not-told = gestörter Schlaf nicht genannt
report-badly = { $parts }.
report-badly-scored = { $parts } (ab { $from } von 10).
report-trend = Verlauf: { $reading ->
        [fewer] weniger Nächte mit Krämpfen als davor
        [more] mehr Nächte mit Krämpfen als davor
        [no-clear-change] keine klare Änderung
       *[too-few] zu wenige beantwortete Nächte zum Vergleichen
    }. Letzte { $nights } Nächte: Krämpfe in { $with } von { $answered } beantworteten; die { $nights } davor: { $before-with } von { $before-answered }.
report-strip = { $which }, ein Kästchen je Krampf; gefüllt: Schmerz ab { $pain } von 10; nur Linie: kein Krampf; Lücke: keine Antwort.
report-strip-last = Die letzten { $nights } Nächte
report-strip-all = { $nights ->
        [one] Die eine Nacht
       *[other] Alle { $nights } Nächte
    }

## Wann und wo

report-no-pattern = Nicht bekannt: Kein Krampf wurde einzeln festgehalten.
report-pattern = { $parts }.
report-too-few-to-time = { $logged ->
        [one] 1 notierter Krampf
       *[other] { $logged } notierte Krämpfe
    }: zu wenige, um eine Zeit in der Nacht zu nennen
report-time-of-night = { $count } von { $logged ->
        [one] 1 notierten Krampf
       *[other] { $logged } notierten Krämpfen
    } von { $from } bis { $to }
report-side-not-told = Seite nicht genannt
report-muscle-not-told = Muskel nicht genannt
report-named = { $name } { $count }
report-struck = Als er kam: { $parts }.
report-lay = { $what ->
        [toes] Zehen gestreckt
       *[bedding] Bettzeug schwer oder eng
    } bei { $yes } von { $told } Angaben
report-helped = geholfen (von { $told } Angaben): { $helped }

## Mögliche Auslöser

report-suspect = Möglicher Auslöser
report-suspect-chance = Chance
report-suspect-times = Mal so viele Krämpfe (5-95 %)
report-suspect-from = Woher (Sicherheit)
report-suspected-causes = Mögliche Auslöser
report-likely-and-unclear = Wahrscheinliche und ungeklärte Auslöser
report-nothing-stands-out = Noch sticht nichts hervor. Bisher am wahrscheinlichsten:
report-more-likely = Und { $count ->
        [one] 1 weiterer wahrscheinlicher Auslöser
       *[other] { $count } weitere wahrscheinliche Auslöser
    }.
report-probably-no-cause = Hier wahrscheinlich kein Auslöser: { $names }.
report-no-number = keine Zahl, keine Studie vergleicht
report-protects = schützt: { $strength }
report-from-studies = Studien ({ $certainty })
report-from-judgement = unser Urteil ({ $certainty })
report-from-nights = eigene Nächte, Studien ({ $certainty })
report-from-test = Selbstversuch mit Los
report-more-unclear = Auch noch nicht klar: { $count } weitere.

## Versuche an sich selbst

report-test = Selbstversuch mit Los
report-test-when = Wann, gezählte Nächte
report-test-ratio = Mit : ohne
report-test-evidence = Belege; eingetragen als
report-tests = Selbstversuche mit Los
report-nothing-tested = Noch nichts in einem Selbstversuch mit Los.
report-test-about = Mit : ohne ist das Verhältnis der Krämpfe (5-95 %). Belege ab 20 zu 1 nennen wir eine Antwort.
report-more-tests = Und { $count ->
        [one] 1 weiterer Versuch
       *[other] { $count } weitere Versuche
    }.
report-test-nights = { $days }, { $nights ->
        [one] 1 Nacht
       *[other] { $nights } Nächte
    }
report-test-from = ab { $date }
report-test-no-result = kein Ergebnis
report-test-waits = wartet
report-test-under-way = läuft
report-to-one = { $odds } zu 1
report-test-brings = Damit { $fewer } Krämpfe im Monat (5-95 %: { $low } bis { $high }).
report-test-in-full = „{ $a }“ oder „{ $b }“, nach Los. { $brings } Eingetragen am { $date }, Startzahl { $seed }, SHA-256 { $hash }.
report-test-hash = Die Prüfsumme gehört zur Aufzeichnung, die vor der ersten Nacht feststand: Ablauf, Zielgröße, Auswertung. „31 zu 1“ sind Belege, die gültig bleiben, wie oft man auch nachsieht; 20 zu 1 heißt eine Antwort.
report-fewer-or-more = { $size } { $way ->
        [more] mehr
       *[fewer] weniger
    }

## Medikamente

report-medicine = Medikament und Dosis
report-medicine-taken = Einnahme
report-medicine-label = US-Packungstext
report-medicine-studies = Studien
report-takes-none = Nimmt keine (Liste laut Angabe vollständig).
report-list-complete = Liste laut Angabe vollständig.
report-list-not-complete = Liste nicht vollständig.
report-medicines-not-told = Nicht genannt.
report-complete-not-told = Ob die Liste vollständig ist, ist nicht genannt.
report-more-medicines = Und { $count ->
        [one] 1 weiteres Medikament
       *[other] { $count } weitere Medikamente
    }.
report-medicine-brackets = In Klammern: Krampfnächte/Antworten, vor und nach Beginn.
report-since = seit { $date }
report-start-not-told = Beginn nicht genannt
report-stopped = beendet { $date }
report-stopped-not-told = beendet, Tag nicht genannt
report-not-in-list = nicht in unserer Liste
report-no-studies = keine, die wir kennen
report-review-about = Zum gemeinsamen Durchgehen. Allein wegen dieser Seite wird kein Medikament abgesetzt oder geändert.
report-all-medicines = Alle Medikamente
report-together = Zusammen:
report-to-ask = Zu fragen:
report-own-nights = Eigene Nächte:
report-ask-first = Nach den Regeln vorher zu fragen: { $remedies }.

## Blut, Essen und Trinken

report-lab-test = Blutwert
report-lab-value = Ergebnis
report-lab-usual = Üblich bei Erwachsenen
report-lab-taken = Abgenommen
report-no-labs = Keine genannt.
report-lab-brackets = In Klammern: üblich bei Erwachsenen.
report-more-usual = Und { $count } weitere im üblichen Bereich.
report-corrected = nach Albumin berichtigt
report-from-creatinine = aus Kreatinin
report-low = niedrig
report-high = hoch
report-alarmingly-low = BEDROHLICH NIEDRIG
report-alarmingly-usual = BEDROHLICH
report-alarmingly-high = BEDROHLICH HOCH
report-not-known = nicht bekannt
report-own-range = Der Bereich des Labors selbst ist immer besser als dieser.
report-no-whole-day = In den letzten zwei Wochen kein ganzer Tag Essen eingetragen.
report-too-few-days = Zu wenige Tage für eine Aussage: { $whole } von { $needed } ganzen Tagen Essen in den letzten zwei Wochen eingetragen.
report-estimated = Geschätzt am Tag, aus { $days } ganzen Tagen der letzten zwei Wochen (90 %):
report-need = { $amount } ({ $kind } { $need })
report-amount-not-known = nicht bekannt,
report-at-least = mindestens { $amount }
report-eaten-basis = Das Mittel aus { $days } ganzen Tagen der letzten zwei Wochen, aus eingetragenen Portionen; Fehler der Portionen und der Nährwerttabelle stecken im Bereich (unser Urteil), nicht eingetragenes Essen nicht.
report-eaten-counted = { $days } dieser Tage hat ein anderes Programm gezählt.
report-need-withheld = Kein Bedarf wird gezeigt, wo: { $reasons }.
report-also-a-day = Außerdem am Tag:

## Fragen, Untersuchungen und wie die Seite entstand

report-no-question = Nichts Besonderes.
report-no-check = Nichts Genanntes spricht für eine Untersuchung. Die meisten Menschen mit typischen Krämpfen brauchen keine (NICE CKS).
report-more-checks = Und { $count ->
        [one] 1 weitere Untersuchung
       *[other] { $count } weitere Untersuchungen
    }.
report-method-studies = Auslöser: Profil und veröffentlichte Studien; noch keine Nacht des Tagebuchs ist eingerechnet.
report-method-nights = Auslöser: { $answered } beantwortete von { $all } Nächten und Studien, Bayes-Zählmodell; keine Antwort heißt nicht null.
report-method-limits = Nur ein Versuch mit Los beweist. Eigene Angaben, keine Diagnose. Soleus { $version }, Wissen { $knowledge }. Ärztlich ungeprüft.
report-suggested = Was Soleus jetzt vorschlägt, nach seinen Sicherheitsregeln:
