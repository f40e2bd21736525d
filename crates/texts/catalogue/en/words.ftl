### Dates, numbers, counts and answers.

decimal-mark = .
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
words-day = { $weekday } { $day } { $month }
words-date = { $day } { $month } { $year }
words-night = { $weekday } { $day } to { $next }
words-night-short = Night { $from } to { $to }
lasted-moment = less than a minute
lasted-minutes = about { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
lasted-hours = about { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
outcome-missing = no answer
outcome-none = no cramp
outcome-cramps = { $count ->
        [one] 1 cramp
       *[other] { $count } cramps
    }
outcome-at-least = { $count ->
        [one] 1 cramp
       *[other] { $count } cramps
    } logged, morning not answered
yes = yes
no = no
words-of-ten = { $score } of 10
words-amount = { $amount } { $unit }
words-unit = { $unit ->
        [drink] { $number ->
            [one] drink
           *[other] drinks
        }
        [hour] { $number ->
            [one] hour
           *[other] hours
        }
        [minute] { $number ->
            [one] minute
           *[other] minutes
        }
        [point] { $number ->
            [one] point
           *[other] points
        }
       *[other] { $unit }
    }
grade-none = no evidence
grade-opinion = expert opinion only
grade-very-low = very weak evidence
grade-low = weak evidence
grade-moderate = fair evidence
grade-high = strong evidence
words-and = { $first } and { $last }
words-or = { $first } or { $last }
words-or-alone = or
words-day-short = { $day } { $month }
volume-ml = { $amount } ml
volume-litres = { $amount } litres
volume-ounces = { $amount } fl oz
