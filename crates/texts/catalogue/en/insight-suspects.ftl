### What insight says of a suspect, under its name.

suspect-when = { $where ->
        [days] on days with it,{ " " }
        [nights] on nights with it,{ " " }
        [each] for each { $amount },{ " " }
        [cycle] on these days,{ " " }
        [since] in the nights since it applies,{ " " }
       *[people] { "" }
    }
suspect-than = { $where ->
        [days] { " " }as on days without it
        [nights] { " " }as on nights without it
        [cycle] { " " }as on other days
        [since] { " " }as before
        [condition] { " " }as people without it
        [medicines] { " " }as people who take none
        [age] { " " }as at age 40
        [body-mass-index] { " " }as at a body mass index of 25
        [sex] { " " }as men
        [pregnancy] { " " }as women who are not pregnant
        [season] { " " }as in spring and autumn
       *[each] { "" }
    }
suspect-per = { $where ->
        [days] on days with it
        [nights] on nights with it
        [each] per { $amount }
        [cycle] on days with it
        [since] since it applies
        [medicines] against people who take none
        [age] against age 40
        [body-mass-index] against a body mass index of 25
        [sex] against men
        [pregnancy] against women who are not pregnant
        [season] against spring and autumn
       *[condition] against people without it
    }
suspect-as-many = about as many cramps as without
suspect-same = about as many cramps as without (likely between { $low } and { $high } times)
suspect-times = about { $ratio } times as many cramps{ $than } (likely between { $low } and { $high })
suspect-anything = anything from { $low } to { $high } times as many cramps{ $than } is possible
suspect-matters = Probably matters for you. { $times }.
suspect-protects = Probably protects you. { $times }.
suspect-not-clear = Not clear yet. { $times }.
suspect-more-nights = { $span ->
        [nights] About { $count } more answered nights are likely to make it clear.
        [months] About { $count } more months of answers are likely to make it clear.
       *[years] It is likely to take more than another year of answers to make it clear.
    }
suspect-no-matter = Probably does not matter for you. { $times }.
suspect-range = { $times } ({ $low } to { $high } times)
suspect-studies = Our judgement of the studies: { $times }; { $certainty }.
suspect-no-study = We have read no study that compares cramps with and without it, so we show no number.
suspect-cycle = Not clear yet: it follows from the first days of your periods.
suspect-likely = Likely to matter, going by studies and your profile.
suspect-unclear = Not clear for you.
suspect-unlikely = Probably does not matter, going by studies.
suspect-tell-mornings = Not clear yet: tell us in the mornings how many cramps the nights brought.
suspect-answer = Not clear yet: answer it on at least { $days } { $when ->
        [morning] mornings
       *[evening] evenings
    }.
suspect-answered = You have answered it on { $days } so far.
suspect-tested = You tested it. { $sentence }
certainty = { $grade ->
        [none] no study has tested it
        [opinion] only experts' opinion speaks for it
        [very-low] the certainty of the studies is very low
        [low] the certainty of the studies is low
        [moderate] the certainty of the studies is moderate
       *[high] the certainty of the studies is high
    }
note-alone = There is nothing from your own nights in this yet. It comes from your profile and from published studies alone.
note-unknown = Tell us your conditions and medicines to judge { $count ->
        [one] 1 more possible cause
       *[other] { $count } more possible causes
    }.
note-seasons = Cramps follow the seasons. Tell us in which half of the world you live and we allow for it.
note-constant = { $name } was the same on every day you answered, so your nights cannot show whether it matters.
note-missing = { $missing } of { $rows } nights { $missing ->
        [one] was
       *[other] were
    } not answered. If you answer more after bad nights, the picture is too dark. A quick zero after a good night helps most.
note-no-cramps = You have had no cramps in these nights, so no cause can show.
note-good-fit = We checked whether our calculation describes your nights, and found nothing against it.
note-poor-fit = Our calculation does not describe your nights well. Take the numbers as rougher than they seem.
note-meanwhile = Your newest answers are being compared with your other nights. Until then, this is how things stood before them.
