### The page for the doctor.

## Dates and small pieces

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
report-date = { $day } { $month } { $year }
report-day = { $day } { $month }
report-night = night of { $date }
report-days = { $first } to { $last }
report-and-more = and { $count } more
report-ratio = { $value } ({ $low } to { $high })
report-female = female
report-male = male
report-sex-not-told = sex not told
report-left = left
report-right = right
report-both-legs = both legs
report-calf = calf
report-foot = foot
report-toes = toes
report-front-thigh = front of thigh
report-back-thigh = back of thigh
report-arm = hand or arm
report-elsewhere = elsewhere
report-on-back = on the back
report-on-side = on the side
report-on-front = on the front
report-sitting = sitting
report-standing = standing
report-moving = moving
report-stretching = stretching
report-walking = standing or walking
report-massage = massage
report-warmth = warmth
report-cold = cold
report-another-position = another position
report-drinking = drinking
report-nothing-helped = nothing, it let go by itself
report-emergency = EMERGENCY
report-same-day = SAME DAY
report-soon = Within days
report-routine = Routine
report-certainty = { $grade ->
        [none] no study
        [opinion] expert opinion only
        [very-low] very low certainty
        [low] low certainty
        [moderate] moderate certainty
       *[high] high certainty
    }
report-certainty-short = { $grade ->
        [none] no study
        [opinion] expert opinion only
        [very-low] very low
        [low] low
        [moderate] moderate
       *[high] high
    }
report-listed = listed
report-not-listed = not listed
report-no-label = no label read
report-quoted = “{ $words }”

## The page and its parts

report-page-title = Night leg cramps: summary for the doctor
report-made-up = MADE UP. This person does not exist: an example page from a demonstration diary.
report-signs = Warning signs
report-burden = Burden
report-pattern-title = Pattern
report-suspects = Suspects
report-tested = Tested
report-medicines = Medicines
report-labs = Blood tests
report-food = Food, drink
report-questions = I would like to ask
report-checks = To consider
report-method = Method
report-second-page = Details
report-medicine-review = Medicine review
report-suspects-in-full = Suspects in full
report-tests-in-full = Self-tests in full
report-signs-in-full = Warning signs in full
report-questionnaires-in-full = Questionnaires
report-blood-values = Blood values
report-food-in-full = Food and drink
report-started = Started or planned
report-notes = Notes of the person
report-foot-line = { $title } – page { $page } of { $pages }
report-replaced = { $mark }: letters or pictures that this page's font does not have. The screen page and the HTML file show them.

## Who it is about

report-name-line = Name: ______________________________
report-born = born { $year } (about { $age })
report-age-not-told = age not told
report-bmi = BMI { $bmi }
report-pregnant-due = pregnant, due { $date }
report-pregnant = pregnant
report-conditions-none = Conditions: none of those asked about.
report-conditions-not-told = Conditions: not told.
report-conditions = Conditions: { $names }.
report-minor = May be under 18: the studies behind this page are about adults.
report-no-nights = No nights in the time asked for.
report-diary = Diary of { $period }, kept by the person.
report-printed = Printed { $date }.

## Warning signs

report-sign = { $urgency }: { $suggests }.
report-sign-asked = { $raised-by }: “{ $question }”
report-answered-yes = Answered yes on { $date }
report-from-diary = From the diary, { $night }
report-from-questionnaire = From a questionnaire of { $date }
report-from-profile = From the profile
report-more-signs = And { $count ->
        [one] 1 more sign
       *[other] { $count } more signs
    }.
report-not-asked = Not asked, or not lately.
report-denied = { $no ->
        [one] 1 question
       *[other] { $no } questions
    } answered no.
report-denied-and-open = { $no ->
        [one] 1 question
       *[other] { $no } questions
    } answered no, { $open } not asked or not lately.
report-of-the-others = Of the others:
report-none-raised = None raised.
report-raised = Raised
report-seen = Answered yes, seen by a professional since
report-on-day = { $what } ({ $date })
report-denied-signs = Answered no, signs of:
report-unasked-signs = Not asked, or not lately, signs of:
report-questionnaires = Questionnaires:
report-points = { $name }: { $points } ({ $date })
report-score = { $points } of { $most }
report-open = { $count } open
report-no-meaning = not all answered, so no meaning yet
report-meaning = { $points } ({ $date }); { $meaning }.
report-likeness = { $name } { $yes } of { $all } yes
report-look-alikes = Look-alikes ({ $date }):

## How often and how badly

report-diary-empty = No nights in the diary yet: nothing can be said.
report-none-answered = None of { $nights ->
        [one] 1 night
       *[other] { $nights } nights
    } answered: nothing can be said.
report-nights-with-cramps = Cramps on { $with } of { $answered } answered nights
report-cramps = ({ $count ->
        [one] 1 cramp
       *[other] { $count } cramps
    }).
report-cramps-at-least = (at least { $count ->
        [one] 1 cramp
       *[other] { $count } cramps
    }).
report-not-answered = { $count ->
        [one] 1 more night
       *[other] { $count } more nights
    } not answered.
report-worst-pain = Worst pain { $pain } of 10
report-pain-usually = usually { $pain }
report-pain-not-told = Pain not told
report-no-pain = No cramp, so no pain to tell of.
report-minutes = { $median } minutes a night (longest { $most })
report-minutes-not-told = minutes not told
report-bad-nights = { $what ->
        [sleep] sleep disturbed
       *[tired] tired next day
    } on { $bad } of { $told } nights
report-sleep-not-told = sleep loss not told
report-badly = { $parts }.
report-badly-scored = { $parts } (from { $from } of 10).
report-trend = Trend: { $reading ->
        [fewer] fewer nights with cramps than before
        [more] more nights with cramps than before
        [no-clear-change] no clear change
       *[too-few] too few answered nights to compare
    }. Last { $nights } nights: cramps on { $with } of { $answered } answered; the { $nights } before: { $before-with } of { $before-answered }.
report-strip = { $which }, a square per cramp; filled: pain { $pain } or more of 10; line only: no cramp; gap: not answered.
report-strip-last = The last { $nights } nights of the period
report-strip-all = { $nights ->
        [one] The one night
       *[other] All { $nights } nights
    }

## When and where

report-no-pattern = Not known: no cramp was logged one by one.
report-pattern = { $parts }.
report-too-few-to-time = { $logged ->
        [one] 1 logged cramp
       *[other] { $logged } logged cramps
    }: too few to name a time of night
report-time-of-night = { $count } of { $logged ->
        [one] 1 logged cramp
       *[other] { $logged } logged cramps
    } between { $from } and { $to }
report-side-not-told = side not told
report-muscle-not-told = muscle not told
report-named = { $name } { $count }
report-struck = When it struck: { $parts }.
report-lay = { $what ->
        [toes] toes pointed
       *[bedding] bedding heavy or tight
    } at { $yes } of { $told } told
report-helped = helped (of { $told } told): { $helped }

## Suspects

report-suspect = Suspect
report-suspect-chance = Chance
report-suspect-times = Times as many cramps (5-95 %)
report-suspect-from = From (certainty)
report-suspected-causes = Suspected causes
report-likely-and-unclear = Likely and unclear suspects
report-nothing-stands-out = Nothing stands out yet. Likeliest so far:
report-more-likely = And { $count ->
        [one] 1 more likely suspect
       *[other] { $count } more likely suspects
    }.
report-probably-no-cause = Probably no cause here: { $names }.
report-no-number = no number, no study compares
report-protects = protects: { $strength }
report-from-studies = studies ({ $certainty })
report-from-judgement = our judgement ({ $certainty })
report-from-nights = own nights, studies ({ $certainty })
report-from-test = randomised self-test
report-more-unclear = Also not clear yet: { $count } more.

## Tests on oneself

report-test = Randomised self-test
report-test-when = When, nights counted
report-test-ratio = With : without it
report-test-evidence = Evidence; registered as
report-tests = Randomised self-tests
report-nothing-tested = Nothing yet by a randomised self-test.
report-test-about = With : without it is the ratio of cramps (5-95 %). Evidence of 20 to 1 or more we call an answer.
report-more-tests = And { $count ->
        [one] 1 more test
       *[other] { $count } more tests
    }.
report-test-nights = { $days }, { $nights ->
        [one] 1 night
       *[other] { $nights } nights
    }
report-test-from = from { $date }
report-test-no-result = no result
report-test-waits = waits
report-test-under-way = under way
report-to-one = { $odds } to 1
report-test-brings = With it { $fewer } cramps a month (5-95 %: { $low } to { $high }).
report-test-in-full = “{ $a }” or “{ $b }”, by lot. { $brings } Registered { $date }, seed { $seed }, SHA-256 { $hash }.
report-test-hash = The hash is of the record that was fixed before the first night: schedule, outcome, analysis. “31 to 1” is evidence that stays valid however often one looks; 20 to 1 is called an answer.
report-fewer-or-more = { $size } { $way ->
        [more] more
       *[fewer] fewer
    }

## Medicines

report-medicine = Medicine and dose
report-medicine-taken = Taken
report-medicine-label = On US label
report-medicine-studies = Studies of cramps
report-takes-none = Takes none (list said to be complete).
report-list-complete = List said to be complete.
report-list-not-complete = List not complete.
report-medicines-not-told = Not told.
report-complete-not-told = Whether the list is complete was not told.
report-more-medicines = And { $count ->
        [one] 1 more medicine
       *[other] { $count } more medicines
    }.
report-medicine-brackets = In brackets: nights with cramps of those answered, before and after the start.
report-since = since { $date }
report-start-not-told = start not told
report-stopped = stopped { $date }
report-stopped-not-told = stopped, day not told
report-not-in-list = not in our list
report-no-studies = none we know
report-review-about = To go through together. No medicine is to be stopped or changed because of this page alone.
report-all-medicines = All medicines
report-together = Together:
report-to-ask = To ask:
report-own-nights = Own nights:
report-ask-first = Rules ask first about: { $remedies }.

## Blood, food and drink

report-lab-test = Blood test
report-lab-value = Value
report-lab-usual = Usual in adults
report-lab-taken = Taken
report-no-labs = None told.
report-lab-brackets = In brackets: usual in adults.
report-more-usual = And { $count } more in the usual range.
report-corrected = corrected for albumin
report-from-creatinine = from creatinine
report-low = low
report-high = high
report-alarmingly-low = ALARMINGLY LOW
report-alarmingly-usual = ALARMINGLY USUAL
report-alarmingly-high = ALARMINGLY HIGH
report-not-known = not known
report-own-range = The laboratory’s own range is always better than this one.
report-no-whole-day = No whole day of food told in the last two weeks.
report-too-few-days = Too few days to tell: { $whole } of { $needed } whole days of food told in the last two weeks.
report-estimated = Estimated a day, from { $days } whole days of the last two weeks (90 %):
report-need = { $amount } ({ $kind } { $need })
report-amount-not-known = not known,
report-at-least = at least { $amount }
report-eaten-basis = The mean of { $days } whole days of the last two weeks, from portions told; errors of portions and of the food table are in the interval (our judgement), what was eaten and not told is not.
report-eaten-counted = { $days } of these days were counted by another program.
report-need-withheld = No need is shown where: { $reasons }.
report-also-a-day = Also a day:

## Questions, checks and how it came about

report-no-question = Nothing in particular.
report-no-check = Nothing told suggests a test. Most people with typical cramps need none (NICE CKS).
report-more-checks = And { $count ->
        [one] 1 more check
       *[other] { $count } more checks
    }.
report-method-studies = Suspects: profile and published studies; no night of the diary is used yet.
report-method-nights = Suspects: { $answered } answered of { $all } nights and published studies, Bayesian count model; unanswered is missing, not zero.
report-method-limits = Only a randomised test is proof. Self-told, no diagnosis. Soleus { $version }, knowledge { $knowledge }. No clinician has reviewed it.
report-suggested = What Soleus suggests now, after its safety rules:
