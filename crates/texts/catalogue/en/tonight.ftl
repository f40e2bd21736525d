tonight-answered = answered; you can change it
tonight-unanswered = not answered yet
tonight-title = Tonight
tonight-drunk = { $count ->
        [one] 1 drink
       *[other] { $count } drinks
    } told today, about { $volume }.
strip-none = No night of the last 4 weeks is answered yet.
strip-lately = In the last 4 weeks: cramps on { $some } of { $count ->
        [one] 1 answered night
       *[other] { $count } answered nights
    }.
strip-before = In the 4 weeks before: { $some } of { $all }.
strip-title = Cramps of the last 28 nights
tonight-cramp = I have a cramp
tonight-one-tap = One tap writes it down and shows what to do.
tonight-signs-first = Read the warning signs first
tonight-signs-about = { $count } not answered yet; about two minutes. Most cramps are harmless; these signs are not.
tonight-trials = { $count ->
        [one] Your trial
       *[other] Your trials
    }
tonight-todo = To do
tonight-silenced = Please do what is written above first.
tonight-how = How to do it
tonight-why = Why this, and how sure
tonight-rhythm = Drink rhythm
tonight-glass = Write down a glass
tonight-water = Where the amount comes from, and cautions
tonight-quick = Just had one of these? One tap writes it down.
tonight-else = Something else?
tonight-food = What it brings, and what would fill a gap
tonight-weeks = Last four weeks
tonight-legend = One column a night. A dot is a cramp, a big dot one with pain of 7 or more. A line is a night without cramps, a dashed box a night without an answer.
tonight-worst = Worst pain
