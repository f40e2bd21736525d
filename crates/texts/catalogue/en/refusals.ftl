### Why the diary cannot take what was told.

refused-range = { $what ->
        [cramps] The number of cramps
        [score] The score
        [minutes] The number of minutes
        [times] How many times it is taken
       *[amount] The amount
    } is { $value }: it must be from { $low } to { $high }.
refused-not-whole = { $what ->
        [cramps] The number of cramps
        [score] The score
        [minutes] The number of minutes
        [times] How many times it is taken
       *[amount] The amount
    } is { $value }: it must be a whole number from 0 to { $high }.
refused-portion = A portion of { $grams } g cannot be: it must weigh from { $least } to { $most } g. Tell larger amounts as several portions.
refused-id = “{ $id }” is not an id: use lower-case letters, digits and hyphens, at most 64.
refused-long = The note has { $length } characters: at most { $most } fit.
refused-future = This would be in the future ({ $at }). Check the time, and the clock of this device.
refused-long-ago = This would have been on { $date }: nothing before { $earliest } can be told.
refused-ends-before = The cramp would end ({ $ended }) before it began ({ $began }).
refused-helped = Something helped, and nothing did: leave out one of the two.
refused-night = { $night } has not begun yet: the latest night you can answer for is { $latest }.
refused-day = { $day } has not come yet: the latest day you can answer for is { $latest }.
refused-year = The year of birth is { $year }: it must be from { $low } to { $high }.
refused-height = The height is { $value }: it must be from { $low } to { $high } centimetres.
refused-weight = The weight is { $value }: it must be from { $low } to { $high } kilograms.
refused-unit = The unit of a laboratory value has { $length } characters: it must have 1 to 32, as printed on the result.
refused-registered = A trial cannot be changed once it is registered. Stop it, and start a new one.
refused-contradiction = The trial contradicts itself: { $why }.
refused-tampered = The trial's record does not fit its hash { $hash }: it was changed after it was registered.
refused-too-late = The trial would be registered on { $registered }, after its first night ({ $first }). A trial must be registered before it begins.
refused-too-early = The trial would begin on { $first }: it must begin by { $latest }, or too much may have changed.
refused-backdated = { $from } is more than { $days } days ago: leaving out nights long after they passed would bend the result.
refused-clock = { $date } { $time } in { $zone }
refused-not-there = There is no entry { $id } in the diary, or it was taken back.
refused-taken = Another entry with the id { $id } is in the diary already. The new one was kept aside and changes nothing.
refused-erased = The entry { $id } was erased and cannot be told again.
refused-access-name = Give the device a name of 1 to { $most } characters, such as “bedside button”.
refused-access = There are { $most } devices with access already. Take back what you no longer use, then add this one.
refused-passphrase = Choose a passphrase of { $least } to { $most } characters: four or five words that do not belong together are good.
refused-guessable = This passphrase is easily guessed: it is among those that many people use, or follows a pattern. Four or five words that do not belong together are good.
refused-stretching = There is not enough free memory to check a passphrase. Close something and try again.
refused-unregistered = The trial could not be registered: { $why }. This is a fault in Soleus; nothing was written.
refused-foods = The foods could not be kept: { $why }. Nothing was changed.
refused-analysis = The nights could not be analysed: { $why }. This is a fault in Soleus; the diary itself is safe.
