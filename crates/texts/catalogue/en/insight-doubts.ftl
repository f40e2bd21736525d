### What insight doubts of a told fact.

doubt-not-taken = You have not told us that you take { $name }. Add it to your medicines first, then give its dose.
doubt-male-pregnant = You told us “male at birth” and “pregnant”. If one of them is a slip, correct it first; if both are so, say that you are sure.
doubt-old-pregnant = By your year of birth you are { $age }, and pregnant. If one of them is a slip, correct it first; if both are so, say that you are sure.
doubt-due-passed = The due date { $date } has passed. If the child is born, tell us “not pregnant” (and “gave birth in the last six weeks” among the conditions, if that is so). If it is a slip, give the right date.
doubt-due-far = The due date { $date } is more than ten months ahead. Give the right date, or leave it out.
doubt-before-birth = { $date } is before you were born ({ $born }). Check the date, or the year of birth.
doubt-no-dose = A dose of 0 is no dose. Give what stands on the box, or leave it out.
doubt-large-dose = A dose of { $amount } { $unit } is far more than anybody takes at once. Look at the box again: the strength of one tablet stands there in mg or µg. If it is so, say that you are sure.
lab-unknown-test = We know no blood test ‘{ $test }’. We know: { $known }.
lab-unknown-unit = { $name } is not given in ‘{ $unit }’. Look at the result again: it should say one of { $known }.
lab-impossible = { $given } cannot be right for { $name }: it must be from { $low } to { $high } { $unit }.
lab-meant = Did you mean { $unit }?
lab-other-unit = Is the unit right? { $name } of { $value } { $unit } would be very unusual; { $value } { $other } would be usual. Look at the result and say that you are sure.
