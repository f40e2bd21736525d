### What insight says of a trial: before it starts, on its days, and of its result.

## Small pieces

words-thousands = ,
trial-more-than = more than { $figure }
trial-pairs = { $pairs ->
        [one] 1 pair
       *[other] { $pairs } pairs
    } of { $period ->
        [one] nights
       *[other] { $period }-night periods
    }
trial-one-of = 1 of { $trials } trials
trial-fewer-than-one-of = fewer than 1 of { $trials } trials
percent-less-than = less than { $figure }
asked-cramps = how many cramps you had
asked-minutes = how long they lasted
asked-pain = how bad the worst pain was
asked-sleep-lost = how much they disturbed your sleep
asked-soreness = how sore you are
asked-tiredness = how tired you are
trial-did-you = Did you do as the test said?

## A proposal

proposal-rate = { $number ->
        [none] nights without cramps
        [one] 1 cramp a week
       *[other] { $amount } cramps a week
    }
proposal-chance = With your { $rate }, { $weeks ->
        [one] 1 week
       *[other] { $weeks } weeks
    } give a { $percent } % chance of a clear answer about a remedy that cuts cramps by a third
proposal-good = { $chance }.
proposal-longer = { $chance }; { $percent } % would take { $span }.
proposal-year = { $chance }; { $percent } % would take more than a year.
proposal-span = { $span ->
        [weeks] about { $weeks } weeks
        [half-year] about half a year
        [three-quarters] about three quarters of a year
       *[year] most of a year
    }
proposal-design = It takes { $weeks ->
        [one] 1 week
       *[other] { $weeks } weeks
    } ({ $nights } nights): { $pairs }. In each pair, { $period ->
        [one] one night is
       *[other] { $period } nights are
    } “{ $a }” and { $period ->
        [one] one is
       *[other] { $period } are
    } “{ $b }”. Chance decides which comes first.
proposal-every-night = Every night counts, because one night leaves nothing behind for the next. { $reason }
proposal-left-out = The first { $nights ->
        [one] 1 night
       *[other] { $nights } nights
    } of each period do not count: we allow { $works ->
        [one] 1 day
       *[other] { $works } days
    } until it works and { $gone ->
        [one] 1 day
       *[other] { $gone } days
    } until it has worn off. This is our judgement. { $reason }
proposal-answer = An answer is evidence of at least { $answer } to 1. The best result that this design can give is { $best } to 1, and chance alone gives it in { $rarely }.
proposal-harm = The test looks harder for help than for harm: that it makes things worse shows later. You need not wait for that: stop when one of the reasons below comes up, or when you have had enough.
proposal-looks = Results are shown after night { $nights }. You can ask earlier; we then tell you the price.
proposal-looks-and = { $first } and after night { $last }
proposal-record = Each morning, write down { $outcomes }, and whether you did what the day asked. { $note }

## Why there is none

refusal-run-in = First keep your diary for a while: of the last { $nights } nights { $answered } { $answered ->
        [one] is
       *[other] are
    } answered, and a trial is planned on at least { $needed }. Nothing else is needed until then.
refusal-too-few = This test can’t answer: too few cramps. With your { $rate }, not even half a year would show whether a remedy halves them. That is good news about your nights. Come back if they get worse.
refusal-out-of-reach = This test can’t answer in that time: however well the remedy worked, the evidence could not exceed { $best } to 1, and an answer takes { $answer } to 1. { $longer }
refusal-weeks = It needs at least { $weeks ->
        [one] 1 week
       *[other] { $weeks } weeks
    }.
refusal-year = Not even a year would do.
wish-unnamed = Say what you want to test, and what to do with and without it.
wish-not-own = “{ $name }” has its own words. To test something else, use the template for something of your own.
wish-medicine = “{ $name }” is a medicine. Soleus makes no trials of medicines: please ask your doctor, and keep taking what was prescribed.
wish-too-slow = { $days } days are too many for periods that take turns: at most { $most } fit.
hold-help-first = Please get help for this first. { $advice }
hold-minor = There are no trials for people under 18, because nobody has studied one. Please talk to a parent and a doctor about the cramps.
hold-unknown = We need to know first: { $questions }

## What cannot be changed

change-over = The trial “{ $name }” is over. There is nothing to change about it.
change-paused-already = The trial “{ $name }” waits already, since { $since }.
change-not-paused = The trial “{ $name }” does not wait: there is nothing to go on with.
change-not-begun = The trial “{ $name }” has not begun: it begins on { $begins }. Until then it can only be stopped.
change-not-its-day = { $day } is not a day of the trial “{ $name }”.
change-paused-then = The trial “{ $name }” waited on { $day }: there was no instruction to follow.
change-on-trial-already = “{ $name }” is on trial already, until its last night. Stop that trial first: two trials of one thing would spoil each other.

## A result

look-price = Looking early has a price. A result from few nights is mostly chance, and once you have seen it, hope or disappointment can change what you do, what you notice and whether you go on. The measure of evidence stays honest however often you look, but the look is written down and shown with the result.
result-headline = The chance that “{ $label }” helps you is { $helps ->
        [0] below 1 in 20
        [20] over 19 in 20
       *[other] about { $helps } in 20
    }. Going by the nights of the trial, a month has about { $with } with it and { $without } without it (likely between { $low } and { $high }).
result-a-month = { $number ->
        [one] { $amount } cramp
       *[other] { $amount } cramps
    }
result-end = { $way ->
        [none] no difference
        [fewer] { $amount } fewer
       *[more] { $amount } more
    }
result-keep = Keep “{ $label }”: it helps you.
result-drop-worse = Drop “{ $label }”: it does not help you, and may do the opposite.
result-drop = Drop “{ $label }”: it does next to nothing for you.
result-longer = We cannot tell yet. Test it longer, or leave it if it is not worth the trouble to you.
result-no-evidence-value = There is no measure of evidence that chance alone would rarely give.
result-evidence-against = So far there is no evidence that it makes a difference ({ $odds } to 1; we call { $bar } to 1 an answer).
result-evidence = The evidence that it makes a difference is { $odds } to 1; we call { $bar } to 1 an answer.
result-chance = If it did nothing, chance would give a difference this large in about { $often } of 1,000 trials like this one.
result-chance-rarely = If it did nothing, chance would give a difference this large in fewer than 1 of 1,000 trials like this one.
result-nights = Nights that count: “{ $a }” { $a-with } with cramps of { $a-nights } ({ $a-cramps }), “{ $b }” { $b-with } of { $b-nights } ({ $b-cramps }). This count is not the proof; that chance chose the nights is.
result-adherence = You told us on { $told } of { $nights ->
        [one] 1 night
       *[other] { $nights } nights
    } whether you did what the day asked: { $answers }.
result-answered = { $answer ->
        [yes] yes
        [partly] partly
       *[no] no
    } { $times ->
        [one] 1 time
       *[other] { $times } times
    }
result-as-done = Going by what you did in place of what was drawn: { $ratio } times as many cramps with it (likely between { $low } and { $high }). Chance did not choose what you did, so this is no proof.
result-guesses = Your guesses of what you were given were right { $right } of { $all } times; by chance alone about half are.
result-together = Your { $count } trials of this together: { $headline }
result-pooled = From { $count } trials: each trial’s effect differs from the common one by what chance and time make of it, and the evidence of separate draws multiplies.
result-other-statistics = This test was registered under version “{ $then }” of the statistics, and version “{ $now }” gives this result. The numbers can differ from what was shown before. What counts as an answer stays the same: nobody chose the new way by looking at your nights. If only one of the two ways gives an answer, trust it less.
result-tampered = The trial’s record does not fit its hash: it was changed after it was registered. There is no result that could be trusted.
result-none-yet = There is no result yet. { $why }
result-under-way = Under way: results are not shown before their time.
result-ended-without = It ended without a result.
no-result-nights = There are no nights.
no-result-one-arm = Every night has arm { $arm }: there is nothing to compare it with.
no-result-outcome = No night has an outcome.
no-result-outcome-in-arm = None of the { $nights } nights of arm { $arm } has an outcome: there is nothing to compare.
no-result-nothing-happened = Nothing happened in any of the { $nights } nights: a difference cannot be seen where there is nothing.
no-result-always-the-same = The outcome is the same in all { $nights } nights: nothing can be learned from it.
no-result-never-done = Arm A was not done in any of its { $nights } nights: this compares nothing with nothing.
result-note-not-drawn = How the arms were drawn is not known, so there is no randomisation test and no e-value.
result-note-many-missing = { $missing } of { $nights } nights have no outcome. If bad nights are written down more often than good ones, the answer is off.
result-note-unevenly-missing = Nights are missing unevenly: { $a } % in arm A, { $b } % in arm B. If that has to do with how bad they were, the answer is off.
result-note-few-events = Only { $events } in all nights together: that is few to learn from, and the interval leans on its prior.
result-note-none-in-arm = Nothing happened in arm { $arm }: how large the effect is leans on its prior.
result-note-one-order = Only one order of the arms was possible, so there is no randomisation test and no e-value.
result-note-poor-fit = The nights do not look like the model expects ({ $what ->
        [nights-without] nights without any
        [worst] the worst night
        [spread] the spread of the outcome
       *[neighbours] how alike neighbouring nights are
    }, p = { $p }): take the interval with more doubt than shown.
result-note-few-orders = Only { $orders } orders of the arms were possible: the randomisation test cannot give a p below { $smallest }.
result-note-out-of-reach = With these orders the e-value cannot exceed { $largest }: 20, a clear answer, is out of reach.
result-note-followed = Whether the instruction was followed is told of { $told } of { $nights } nights; in these it was followed to { $share } %.
result-note-followed-too-few = That is too few for an effect by what was done.
result-note-unfinished-pair = The e-value bets on finished pairs only; the last one is not finished.

## The history of a trial

trial-told-registered = Trial registered: { $name }, { $nights ->
        [one] 1 night
       *[other] { $nights } nights
    } from { $date }
trial-told-adherence = Trial’s instruction of { $date }: { $followed ->
        [yes] followed
        [partly] followed in part
       *[no] not followed
    }
trial-told-guess = Guess of what the trial gave: { $guess ->
        [a] the one under test
        [b] the other one
       *[cannot-tell] can’t tell
    }
trial-told-paused = Trial waits from { $date }: { $why }
trial-told-resumed = Trial goes on from { $date }
trial-told-stopped = Trial stopped on { $date }: { $why }
trial-told-looked = Trial’s result looked at { $look ->
        [planned] as planned
       *[peek] before its time
    }, nights up to { $date }
