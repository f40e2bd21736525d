plan-title = Plan
plan-basis-evidence = Nothing from your own nights is in this plan yet: it comes from what you told about yourself and from published studies.
plan-basis-nights = This plan comes from your nights, from what you told about yourself and from published studies.
ask-title = A few questions
ask-year-wrong = Write the year with four digits, such as 1952.
ask-year-missing = Write the year you were born in, such as 1952.
ask-ticked-and-none = You ticked something and pressed “None of these”. Take the tick away, or press Save.
ask-nothing-ticked = Tick what fits, or press “None of these”.
review-title = Review of medicines
review-stopped = Stopped on { $date }
review-since = Taken since { $date }
review-taken = Taken; since when was not told
review-not-taken = Not taken any more
review-no-start = Without the day of its start the nights before and with it cannot be compared.
review-too-few = There are fewer than seven answered nights before its start or with it: nothing to compare.
routine-times = { $count } times
routine-rest = { $time } rest between
routine-each-side = each side
routine-seconds = { $count ->
        [one] 1 second
       *[other] { $count } seconds
    }
plan-nothing-first = Nothing can be advised yet: a few things must be known first.
plan-nothing = Nothing can be advised yet.
plan-ask-about = One small group a screen; “none of these” is one tap. Waiting for it: { $names }.
plan-water = Water
plan-later = Later
plan-later-about = One change at a time tells you more. These could follow.
plan-rests-on = What this rests on:
plan-wrong = If one of these is wrong, <a href="/profile">change it</a>.
plan-good-to-know = Good to know
ask-left = { $count ->
        [one] One more screen after this one.
       *[other] About { $count } more screens after this one.
    }
ask-last = The last question for now.
ask-about-you = About you
ask-birth-year = In which year were you born?
ask-take = What do you take?
ask-take-about = Medicines, also those from the shop: vitamins, minerals, pain tablets, sprays.
ask-take-nothing = I take nothing
ask-add-medicine = Add a medicine
ask-on-list = On your list: { $names }.
ask-take-all = That is all I take
ask-signs = Do you have one of these now?
ask-conditions = Does one of these fit you?
ask-not-now = I do not know, or not now
ask-because = We ask because this waits for it: { $names }.
ask-tick = Tick what fits. What you do not tick counts as no.
ask-save-ticked = Save what I ticked
plan-back = Back to the plan
review-change = Change the list
review-about = For your doctor or pharmacist. Made on { $date } from what you told and from public labels and studies. To print it, use your browser’s Print.
review-none = No medicine is on your list. <a href="/profile/medicines">Add what you take</a>
review-incomplete = You have not said that the list is complete. <a href="/profile/medicines">Complete it</a>
review-ask = What to ask
review-together = Taken together
review-tag = ask about it
review-nights = Your nights
review-label-page = The page with the label
review-labels = Labels and studies
review-studies = Studies of { $name }: { $summary }
review-with = With other things
routine-help-first = Please get help for this first. The routine waits.
routine-because = What this rests on: { $reasons } If it is wrong, <a href="/profile">change it</a>.
routine-asks = We must know this first:
routine-instead = Instead: { $name }
routine-minutes = About { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }.
routine-cautions = Cautions: read before you start
routine-done = Written down for today.
routine-undo = Take it back
routine-asked = The morning's questions ask about it: nothing to write down now.
routine-weeks = Over the weeks
routine-week = You are in week { $week }.
routine-from-week = From week { $from }: { $text }
routine-judgement = No study says how long or how often: the times are our judgement.
routine-judgement-too = The times here are our judgement.
trial-test = Test whether it helps you
todo-review = Open the review of medicines
todo-when = <strong>When:</strong> { $schedule }.
todo-again = Look again on { $date }.
todo-cautions = Check first whether one of these fits you.
todo-care = More about who should take care
todo-guided = Guided, with a picture and a timer:
todo-test = <strong>Does it help you?</strong> A trial can tell: chance picks the nights, “{ $with }” or “{ $without }”.
water-where = Where the amount comes from
water-other = Other days would add:
water-hours = The hours are yours to set: <a href="/profile#f-bedtime">when you go to bed and get up</a>.
water-cautions = Cautions: read before you drink more
water-rests = What this rests on: { $reasons }
water-until-then = Until then: drink when you are thirsty, unless somebody told you to drink less.
wish-else = Something else?
wish-else-about = Acupuncture, tonic water, vitamin K2: ask about whatever you read of.
wish-title = Ask about a remedy
wish-about = You read or heard of something. Here is what studies say about it, and whether it is safe for you.
wish-which = Which one?
wish-ask = Ask
wish-blocked = Not for you, for your safety.
wish-first = We must know this first:
wish-known = What is known about it
