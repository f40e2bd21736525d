### What insight says of a plan: why, how sure, what to expect, what must be known, what applies.

help-first = Please get help for this first.
under-18 = There is no plan for people under 18, because nobody has studied one. Warning signs and relief during a cramp are there for you. Please talk to a parent and a doctor about the cramps.
no-cramps = You have had no cramps in your last answered nights. There is nothing you need to change.
for-the-doctor = Only a doctor can prescribe it, and only for you. Ask at your next visit, and take your list of medicines along.
why-not-aimed = It takes aim at something that you have not told of, so little is to be expected of it.
why-tested = You tested it on yourself. { $sentence }
why-nights-medicine = Your nights point to what you take: { $names }. Keep taking it, and ask about it.
why-nights = Your nights point to { $names }. This takes aim at { $count ->
        [one] it
       *[other] them
    }.
why-trial = Your own trial points to { $names }. This takes aim at { $count ->
        [one] it
       *[other] them
    } too.
why-medicine = You take a medicine that may have to do with cramps: { $names }. Keep taking it, and ask about it.
why-people = It is meant for people like you ({ $names }).
why-name = { $name }
why-general = It is not aimed at one cause: it may help people with night cramps in general.
why-possible = It takes aim at { $names }. We cannot tell yet whether { $count ->
        [one] it matters
       *[other] they matter
    } for you.
why-not-shown = Your nights do not show that { $name } matters.
why-not-shown-supported = Your nights do not show that { $name } matters; the studies support it a little.
sure-verdict = { $verdict ->
        [likely-helps] It likely helps
        [may-help] It may help
        [uncertain] Nobody knows yet whether it helps
        [unlikely-to-help] It is unlikely to help
       *[not-recommended] It is not recommended
    }; { $certainty }.
sure-studies = This rests on published studies and your profile alone.
sure-nights = This rests on published studies, your profile and { $count ->
        [one] 1 answered night
       *[other] { $count } answered nights
    }.
sure-guess = Our best guess: in a month, { $nights } (likely between { $low } and { $high }).
sure-guess-cramps = Our best guess: in a month, { $nights } (likely between { $low } and { $high }), and { $cramps }.
sure-tested = { $advice ->
        [keep] It helps you
        [drop] It does not help you
       *[longer] Whether it helps you is not clear yet
    }. This rests on your own randomised trial, with { $count ->
        [one] 1 answered night
       *[other] { $count } answered nights
    } that count, and not on studies of other people.
fewer = { $size } { $direction ->
        [more] more
       *[fewer] fewer
    }
fewer-nights = { $size } { $direction ->
        [more] more
       *[fewer] fewer
    } { $number ->
        [one] night
       *[other] nights
    } with cramps
fewer-cramps = { $size } { $direction ->
        [more] more
       *[fewer] fewer
    } { $number ->
        [one] cramp
       *[other] cramps
    }
expect-first = This first plan comes from your profile and from published studies alone. It becomes yours with your nights.
expect-too-few = There are too few answered nights yet to say how many cramps a remedy would spare you.
expect-little = Nothing here is likely to help you much. If the cramps trouble you, please see your doctor.
expect-open = More can be suggested once the open questions are answered. Until then we hold it back.
expect-by-itself = People who keep a diary often improve by about a quarter to a third without doing anything. So one better month does not show that something helped.
expect-by-itself-yours = People who keep a diary often improve by about a quarter to a third without doing anything. For you that would be { $left } nights with cramps in a month instead of { $nights }. So one better month does not show that something helped.
expect-range = { $least } to { $most }
expect-look-again = On { $date } look again: go on with what helped and leave the rest. Only a trial can tell help from chance.
expect-medicines = Medicines stay as they are prescribed.
expect-next = If you leave something, this could be next: { $name }.
expect-pregnancy = By your due date this is about week { $week }, in the { $trimester ->
        [first] first
        [second] second
       *[third] third
    } trimester. Leg cramps are most often told of in the second and third. Tell your midwife or doctor of them at the next visit.
check-result = { $because } Make sure that a doctor has seen this result.
check-contradiction = Your profile says pregnant beside an age or a sex that hardly fits. Please check it: until then the stricter rules hold.
missing-pregnancy = Are you pregnant?
missing-medicines = Which medicines do you take? Tell us when the list is complete.
missing-signs = Do you have any of these warning signs now?
missing-conditions = { $count ->
        [one] Does this apply to you
       *[other] Does any of these apply to you
    }: { $names }?
applies-if = If this applies to you: { $items }
applies-more = and others like these
applies-medicine = taking { $name }
applies-sign = warning signs of { $suggests }
applies-pregnancy = pregnancy
applies-age-from = age { $years } or over
applies-age-to = age { $years } or under
warning-if = { $condition }: { $message }
reason-takes = You take { $name }.
reason-sign = You answered yes to a warning sign of { $suggests }.
reason-pregnant = You are pregnant.
reason-age-from = You are { $years } or over, or turn { $years } this year.
reason-age-to = You are { $years } or under, or were so this year.
reason-told = You told us: { $name }.
reason-blood-below = Your blood test: { $measured } (below { $limit }).
reason-blood-above = Your blood test: { $measured } (above { $limit }).
