### What raises a warning sign, what blood tests say, and the review of medicines.

raised-answer = You answered yes on { $date } to: “{ $ask }”
raised-questionnaire = Your answers of { $date } to “{ $name }”: { $meaning }.
raised-look-alike = You answered yes on { $date } to every question about: { $name }.
raised-blood = Your blood test: { $measured }.
raised-long = In the night of { $date } a cramp lasted { $minutes } minutes.
raised-often = Cramps came on { $with } of your last { $all } answered nights.
raised-sleep = Lost sleep or tiredness was 7 or more out of 10 on { $count } of the last 14 nights.
raised-new-medicine = You started { $name } on { $date }, and cramps came in the nights after it.
raised-worse = { $after ->
        [one] 1 cramp
       *[other] { $after } cramps
    } in your last { $recent } answered nights, after { $before } in the { $earlier } before.
raised-elsewhere = { $found } of the { $all ->
        [one] 1 cramp
       *[other] { $all } cramps
    } you timed in two weeks came { $where ->
        [day] by day
       *[arms] in the hands or arms
    }.
raised-swelling = Your lower leg or ankle was swollen on { $date }, which is new, and your last { $count } cramps were all in the { $leg ->
        [left] left
       *[right] right
    } leg.
raised-self-care = You { $what ->
        [stretching] stretched before bed
        [walk] took an evening walk
        [massage] massaged your legs
       *[relaxing] took time to breathe and relax
    } on { $done } of the last { $nights } nights, and cramps are no fewer: { $now } a night now, { $then } then.
measured = { $name } { $value } { $unit }{ $how ->
        [corrected] { " " }(corrected for albumin)
        [estimated] { " " }(estimated from creatinine)
       *[printed] { "" }
    } on { $date }
label-unknown = We do not know this medicine.
label-listed = A label lists muscle cramps or spasms ({ $source }).
label-not-listed = The label that was read does not list cramps or spasms ({ $source }).
label-us = a US label
label-none = No label was read.
review-never-stop = Do not stop or change a prescribed medicine because of this sheet. Some are dangerous to stop. Ask the doctor or pharmacist: there is often an alternative.
review-caveat = A comparison of before and after, not proof: whatever else changed then looks the same, and people often start a medicine in a bad spell.
review-ask-medicines = Could { $names } have to do with my cramps? Is there another medicine or another dose?
review-ask-salts = Should potassium, magnesium, sodium and kidney function be checked in the blood?
review-ask-muscle = Should creatine kinase (CK) be checked, in case the statin affects my muscles?
change-since = Started on { $date }: { $before } before, { $after } since. { $verdict ->
        [more] Cramps were likely more frequent with it
        [fewer] Cramps were likely less frequent with it
       *[unclear] We cannot tell whether cramps changed with it
    }: { $ratio } times as many (90 % interval { $low } to { $high }).
change-counted = { $cramps ->
        [one] 1 cramp
       *[other] { $cramps } cramps
    } in { $nights ->
        [one] 1 night
       *[other] { $nights } nights
    }
