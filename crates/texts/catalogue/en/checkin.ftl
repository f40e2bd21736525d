checkin-not-over = That day is not over yet, so there is nothing to answer about it.
checkin-evening = Evening check-in
checkin-morning = Morning check-in
checkin-pain = How bad was the worst pain?
checkin-pain-hint = 0 is none, 10 is the worst you can imagine.
checkin-sleep = How much did cramps disturb your sleep?
checkin-sleep-hint = 0 is not at all, 10 is no sleep.
checkin-sore = How sore is the muscle now?
checkin-sore-hint = 0 is not at all, 10 is very sore.
checkin-tired = How tired are you today?
checkin-tired-hint = 0 is not at all, 10 is exhausted.
checkin-no-cramp-minutes = You chose no cramps, but { $count } minutes of cramp. Which one is right?
checkin-no-cramp-pain = You chose no cramps, but a pain of { $pain }. Which one is right?
checkin-choose = Choose yes, no or no answer.
checkin-day-about = About the day before the night. Leave out what you like: no answer is fine.
checkin-day-before = The day before
checkin-instead = { $night } instead
checkin-no-usual = For what is not answered yet, your earlier answers are too few, or differ too much, to say what is usual.
checkin-answered = Everything about this day is answered already. Nothing was changed.
checkin-proposed = { $count ->
        [one] 1 answer is
       *[other] { $count } answers are
    } filled in as on most days. <strong>Nothing is saved until you confirm.</strong> Change what was different today.
checkin-usual = Same as usual
checkin-confirm = Confirm and save
skip = Skip
checkin-food = Food and drink today
checkin-food-about = One tap writes it down as just now. <a href="/food">Search for something else</a>
checkin-leave-out = Leave out what you like: no answer is fine.
checkin-day-of-night = The day before this night
checkin-how-many = How many cramps did you have?
checkin-logged = You logged { $count ->
        [one] 1 cramp
       *[other] { $count } cramps
    } that night. If you answer fewer, the logged ones still count.
checkin-more-than-5 = More than 5
checkin-other-count = How many cramps?
checkin-minutes = How many minutes of cramp in all?
question-proposed = proposed, not saved yet
question-how-much = How much? ({ $units })
away-title = The diary is out of reach
away-about = This page is kept on your device. Cramp now and the check-in still work: what you tell is kept here and sent by itself later.
away-pressed = Did you just press a button on another page? Then it was not stored. Go back: your browser still has what you typed.
cramp-now = Cramp now
away-again = Try again
away-why = If it stays like this: is the computer with your diary switched on, and is this device in its network?
away-short = Out of reach
away-noscript = This page is for devices without network. <a href="/check-in">To the check-in</a>
away-kept = The diary is out of reach. What you answer is kept on this device and sent by itself. Leave out what you like.
away-other = The other one: night or day
away-night = The night
away-day = The day
checkin-no-cramps = None
checkin-two-answers = You chose { $chosen } and typed { $typed }. Keep one of them.
