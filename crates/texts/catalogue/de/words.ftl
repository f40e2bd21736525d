### Dates, numbers, counts and answers.

decimal-mark = ,
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
weekday-short-1 = Mo
weekday-short-2 = Di
weekday-short-3 = Mi
weekday-short-4 = Do
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = So
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
words-day = { $weekday }, { $day }. { $month }
words-date = { $day }. { $month } { $year }
words-night = { $weekday }, { $day }. auf { $next }
words-night-short = Nacht von { $from } auf { $to }
lasted-moment = weniger als eine Minute
lasted-minutes = etwa { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }
lasted-hours = etwa { $count ->
        [one] 1 Stunde
       *[other] { $count } Stunden
    }
outcome-missing = keine Antwort
outcome-none = kein Krampf
outcome-cramps = { $count ->
        [one] 1 Krampf
       *[other] { $count } Krämpfe
    }
outcome-at-least = { $count ->
        [one] 1 Krampf
       *[other] { $count } Krämpfe
    } notiert, morgens keine Antwort
yes = ja
no = nein
words-of-ten = { $score } von 10
words-amount = { $amount } { $unit }
words-unit = { $unit ->
        [drink] { $number ->
            [one] Getränk
           *[other] Getränke
        }
        [hour] { $number ->
            [one] Stunde
           *[other] Stunden
        }
        [minute] { $number ->
            [one] Minute
           *[other] Minuten
        }
        [point] { $number ->
            [one] Punkt
           *[other] Punkte
        }
       *[other] { $unit }
    }
grade-none = keine Belege
grade-opinion = nur die Meinung von Fachleuten
grade-very-low = sehr schwache Belege
grade-low = schwache Belege
grade-moderate = brauchbare Belege
grade-high = starke Belege
words-and = { $first } und { $last }
words-or = { $first } oder { $last }
words-or-alone = oder
words-day-short = { $day }. { $month }
volume-ml = { $amount } ml
volume-litres = { $amount } Liter
volume-ounces = { $amount } fl oz
