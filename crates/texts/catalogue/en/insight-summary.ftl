### What insight says in the summary for the doctor.

usual-between = { $low } to { $high }
usual-from = from { $low }
usual-up-to = up to { $high }
visit-ask-signs = What should be done about the warning { $count ->
        [one] sign
       *[other] signs
    }?
visit-ask-signs-because = above
visit-ask-further = If home measures are not enough, what else could be tried?
visit-ask-further-because = cramps on { $with } of { $answered } answered nights
visit-ask-medicines = Could { $names } have to do with the cramps? Nothing is stopped without you.
visit-ask-medicines-because = see medicines
visit-ask-remedy = Is this right for me: { $name }?
check-medicine = takes { $name }
check-sign = warning sign: { $sign }
check-pregnancy = pregnancy
check-age-over = age { $years } or over
check-age-under = age { $years } or under
