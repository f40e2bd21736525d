cramp-no-number = This form has no valid number of its own.
cramp-over = The cramp is over
cramp-how-long = How long did it last?
cramp-change = Change a cramp
cramp-future = That is in the future. Check the day, the time and how long it lasted.
cramp-which-day = On which day did it begin?
cramp-what-time = At what time did it begin?
cramp-time-unread = A time in this entry cannot be read.
cramp-day = Day it began
cramp-time = Time it began
cramp-minutes = How many minutes did it last? Empty if you do not know.
cramp-leave = Leave it as it was
cramp-that-began = The cramp that began at <span class="clock">{ $time }</span>
cramp-min = { $count } min
cramp-shorter = Shorter
cramp-longer = Longer
cramp-type = Type the minutes
cramp-unknown = I do not know
cramp-still-hurts = It still hurts: back to the help
cramp-lasted = It began at <span class="clock">{ $time }</span> and lasted { $length }.
cramp-since = Cramp since <span class="clock">{ $time }</span>
cramp-written = Written down: cramp since <span class="clock">{ $time }</span>
cramp-long = Longer than 10 minutes and not easing with stretching? Speak to a doctor today. <a href="/profile/warning-signs">Warning signs</a>
cramp-step-of = { $number } of { $all }
cramp-take-care = Take care
cramp-back = Back
cramp-next = Next step
cramp-from-start = From the start
cramp-it-is-over = It is over
cramp-done = Done: back to Tonight
cramp-not-over = Not over yet
cramp-add-details = Add details
cramp-to-be-safe = To be safe: does this fit?
cramp-where = Where are you?
cramp-details = Details, if you like
cramp-each-tap = Each tap is saved. Tap again to take it away.
cramp-began = It began
cramp-just-now = Now
cramp-5-ago = 5 min ago
cramp-15-ago = 15 min ago
cramp-note-time = Add a note or change the time
cramp-not-a-cramp = Undo: it was not a cramp
cramp-title = Cramp now · <span class="clock">{ $time }</span>
cramp-one-tap = One tap writes it down. Then you see what to do.
cramp-ago = { $count } min ago
cramp-none = No cramp: back to Tonight
cramp-speak = Speak the instructions
cramp-choose = Which muscle, and where are you?
cramp-muscle = Muscle
cramp-where-you-are = Where you are
cramp-show = Show me what to do
cramp-sore = The muscle may stay sore for a while. Stand up slowly.
done-gone = Taken back
cramp-gone = It is not in your diary.
cramp-return = It was one: bring it back
back-to-tonight = Back to Tonight
cramp-aches = If it still aches
cramp-hold = Hold for <span class="left">{ $seconds }</span> seconds.
muscle-calf = Calf
muscle-foot = Foot
muscle-toes = Toes
muscle-front-thigh = Front of thigh
muscle-back-thigh = Back of thigh
muscle-arm = Hand or arm
muscle-elsewhere = Elsewhere
side-left = Left
side-right = Right
side-both = Both
place-both = { $side }, { $muscle ->
        [calf] calf
        [foot] foot
        [toes] toes
        [front-thigh] front of thigh
        [back-thigh] back of thigh
        [arm] hand or arm
       *[elsewhere] elsewhere
    }
lay-on-back = On my back
lay-on-side = On my side
lay-on-front = On my front
lay-sitting = Sitting
lay-standing = Standing
lay-moving = Moving about
helped-stretching = Stretching
helped-walking = Standing, walking
helped-massage = Rubbing it
helped-warmth = Warmth
helped-cold = Cold
helped-another-position = Another position
helped-drinking = A drink
helped-nothing = Nothing: it let go
detail-muscle = Which muscle?
detail-side = Which leg?
detail-pain = How bad was the pain? 0 is none, 10 is the worst.
detail-helped = What helped? More than one is fine.
detail-position = How were you when it struck?
detail-toes = Did your toes point away from you, like a dancer’s?
detail-bedding = Were the blankets heavy or tight on your feet?
detail-soreness = How sore is the muscle now? 0 is not at all, 10 is the worst.
told-position = { $name ->
        [on-back] on the back
        [on-side] on the side
        [on-front] on the front
        [sitting] sitting
        [standing] standing
       *[moving] moving about
    }
told-what-helped = { $name ->
        [stretching] stretching
        [walking] standing, walking
        [massage] rubbing it
        [warmth] warmth
        [cold] cold
        [another-position] another position
        [drinking] a drink
       *[nothing] nothing: it let go
    }
told-toes-pointed = toes pointed
told-toes-not-pointed = toes not pointed
told-bedding-heavy = blankets heavy or tight
told-bedding-light = blankets light
told-let-go = let go by itself
told-helped = helped: { $names }
told-soreness = sore { $score } of 10
place-bed = In bed
place-sitting = Sitting
place-standing = Standing
cramp-caution = Do not stretch hard if one leg is swollen, warm or red, or after a pop or injury.
