### What insight says of food: what it brings, what is missing, what to eat more of.

nutrient = { $nutrient ->
        [magnesium] Magnesium
        [potassium] Potassium
        [calcium] Calcium
        [sodium] Sodium
        [vitamin-d] Vitamin D
        [total-water] Water
        [fibre] Fibre
        [caffeine] Caffeine
        [alcohol] Alcohol
       *[energy] Energy
    }
nutrient-inside = { $nutrient ->
        [magnesium] magnesium
        [potassium] potassium
        [calcium] calcium
        [sodium] sodium
        [vitamin-d] vitamin D
        [total-water] water
        [fibre] fibre
        [caffeine] caffeine
        [alcohol] alcohol
       *[energy] energy
    }
intake-usual = The mean of { $days } whole days of the last two weeks.
intake-today = Today so far, from { $portions ->
        [one] 1 portion
       *[other] { $portions } portions
    }. What is usual shows after { $needed } whole days; there { $whole ->
        [one] is
       *[other] are
    } { $whole } now.
intake-adults = for adults only
intake-profile = tell your year of birth and sex first
intake-tell = tell first: { $what }
intake-tell-condition = tell first whether you have: { $name }
intake-team = with { $name } ask your own team
intake-not-known = not known yet
intake-interval = { $low } to { $high }
intake-total = { $amount } { $unit }
intake-least = at least { $total }
intake-tablets = { $total }, { $amount } { $unit } of it from tablets
intake-none = none is safest
intake-at-most = at most { $amount } { $unit }
intake-unknown = Some of your foods have no figure for { $names }: there you had more than is shown.
intake-counted = { $which ->
        [today] Today was counted
        [one] One of these days was counted
       *[days] { $count } of these days were counted
    } by another program, from a file that you brought in. Where it counted more than your portions here hold, its figure stands; the two are never added.
intake-intervals = The intervals hold errors of portions (told by eye, half as much or as little again is usual) and of the table (our judgement: 5 to 50% a figure), not what you ate and did not tell. Figures: USDA. Needs: US and Canadian reference intakes and EFSA's for healthy people, limits from EFSA (caffeine) and the UK's chief medical officers (alcohol).
intake-amount-of = { $name } { $amount } { $unit }
intake-europe = Europe’s own amounts (EFSA, healthy adults, a day) are: { $amounts }. The gaps here are counted by the American amounts.
intake-not-counted = You take something with { $name } that cannot be counted. Give its dose among your medicines, as the amount of { $name } on the box.
intake-upper = Your { $name } of { $told } { $unit } a day is more than the upper level of { $upper } { $unit } ({ $counts }). Unless your doctor chose this dose, ask a pharmacist.
intake-passed = { $name }: { $amount } { $unit }. { $limit }
intake-limit-none = None is safest for you now.
intake-limit = Healthy adults are advised to stay below { $amount } { $unit } a day.
intake-alcohol = If you drink every day, do not stop at once: ask for help to cut down safely.
menu-pick = { $name }: { $portion } ({ $grams } g)
menu-picks = { $count } × { $name }: { $portion } ({ $grams } g)
menu-gap = { $name }: { $missing } { $unit } missing a day; this brings { $brought } { $unit }.
menu-gap-doubt = Perhaps nothing is: the interval reaches what you need.
menu-left = { $name }: { $why }
menu-left-team = With { $name } your own team says how much is right.
menu-left-unknown = How much you need is not known yet.
menu-left-tablets = You take { $name } already, and how much of it cannot be counted. Give its dose among your medicines, as the amount of { $name } on the box.
menu-left-list = Say first whether your list of medicines and supplements is complete: { $name } in tablets counts too.
menu-no-trial = No trial shows that food prevents night cramps. This fills what your meals lack, nothing more.
menu-adults = This is made for adults.
menu-three-days = Tell what you eat and drink on three whole days first: what is missing cannot be known from less.
menu-allergies = Say first which foods you are allergic to. “None” is an answer; not answered is not.
menu-fault = No menu could be worked out. This is a fault of ours.
menu-no-remedy = Food is not among the remedies.
menu-not-safe = This is not safe for you.
menu-asks = Before more of any food is offered, we must know whether it is safe for you.
