### What insight says about drinking.

water-amount = About { $volume } of drinks today, of all kinds.
water-asks = We name no amount to drink until we know a little more about you.
water-none = We name no amount to drink for you.
water-salty = After heavy sweating take a rehydration drink, or something salty with your water, rather than plain water alone. In a laboratory plain water made the calf easier to cramp in ten young men, and a rehydration drink made it harder; nobody has tested it for night cramps.
water-ask-first = After heavy sweating, vomiting or diarrhoea ask your doctor or pharmacist how to make up for it: salty drinks may not be for you.
water-glasses = { $count ->
        [one] 1 glass
       *[other] { $count } glasses
    } of about { $volume }
water-evening = From { $time } only sips, for thirst or tablets: a full bladder wakes you too.
water-assumed = We took 07:00 and 22:30 for getting up and going to bed.
water-honest = No trial shows that drinking more prevents night cramps. This amount is for not running dry; thirst and pale-yellow urine know better than a number.
water-part = { $volume }: { $name }{ $drink ->
        [salty] , as a rehydration drink
       *[any] { "" }
    }
water-usual = Usual for { $whose ->
        [men] men
        [women] women
        [pregnant] pregnant women
        [breastfeeding] women who breastfeed
       *[unknown] women, the smaller amount, as you did not tell your sex
    }
water-reference = European reference intake: { $volume } of water a day, of which about four fifths come from drinks and the rest from food.
water-weight = Your weight
water-weight-reason = In proportion to body weight, by at most three twentieths: our judgement.
water-fibre = { $name }, { $grams } g a day above the reference in the food you told
water-today = { $name }, as you told today
water-yesterday = { $name }, as you told yesterday
