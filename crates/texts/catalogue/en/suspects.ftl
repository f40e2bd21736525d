suspects-from-studies = from studies
suspects-from-nights = from studies and your nights
suspects-tested = tested
suspects-limit = It shows what goes together. Only a test can show what causes what.
suspects-title = Suspects
suspects-likely = Likely matters for you
suspects-likely-none = Nothing stands out yet.
suspects-unclear = Not clear yet
suspects-unclear-none = Nothing is left open.
suspects-unlikely = Probably does not matter for you
suspects-unlikely-none = Nothing can be ruled out yet.
suspects-rests-all = This rests on { $count ->
        [one] 1 answered night
       *[other] { $count } answered nights
    }.
suspects-rests = This rests on { $count ->
        [one] 1 answered night
       *[other] { $count } answered nights
    } of { $all }.
dots-twenty = Twenty equally likely answers
suspects-before = Before your diary
suspects-now = Now
suspects-with = with it
suspects-without = without it
suspects-legend = Twenty dots are twenty equally likely answers: a full disc says more cramps, a ring says fewer, a small dot says little or no difference.
suspects-more = Show { $count } more
suspects-review = Review of medicines, for your doctor
suspects-all = All suspects
suspects-same = Your nights have not changed this yet.
suspects-travels = It often comes together with: { $names }. Your nights can’t tell them fully apart.
suspects-sides = Your nights with and without it
suspects-no-side = No answered night has this answer yet.
suspects-sides-about = Answered nights. This is a count, not a proof: other things differ between these nights too.
suspects-day-before = Day before
suspects-with-cramps = Nights with cramps
suspects-cramps = Cramps in all
suspects-of = { $some } of { $all }
suspects-todo = What to do
suspects-silenced = A warning sign comes first. <a href="/plan">See your plan</a>.
suspects-no-todo = Nothing that aims at this is on your plan now. <a href="/plan">See your plan</a> for the reasons.
suspects-how = How to do it, and what to watch for
suspects-known = What is known
suspects-belief = Popular belief: { $believed } Studies: { $found }
dots-more = { $count } { $count ->
        [one] says
       *[other] say
    } more cramps
dots-same = { $count } { $count ->
        [one] says
       *[other] say
    } little or no difference
dots-less = { $count } { $count ->
        [one] says
       *[other] say
    } fewer cramps
dots-all-more = All 20 equally likely answers say more cramps.
dots-all-same = All 20 equally likely answers say little or no difference.
dots-all-less = All 20 equally likely answers say fewer cramps.
dots-split = Of 20 equally likely answers, { $answers }.
dots-axis-same = same
dots-axis = as many cramps
suspects-tell = <a href="/profile/conditions">Tell us your conditions</a> and <a href="/profile/medicines">your medicines</a>
