### Was insight in der Zusammenfassung für den Arzt sagt.

usual-between = { $low } bis { $high }
usual-from = ab { $low }
usual-up-to = bis { $high }
ask-signs = Was ist wegen { $count ->
        [one] des Warnzeichens
       *[other] der Warnzeichen
    } zu tun?
ask-signs-because = oben
ask-further = Wenn das, was man zu Hause tun kann, nicht reicht: Was könnte man noch versuchen?
ask-further-because = Krämpfe in { $with } von { $answered } beantworteten Nächten
ask-medicines = Könnte { $names } mit den Krämpfen zu tun haben? Ohne Sie wird nichts abgesetzt.
ask-medicines-because = siehe Medikamente
ask-remedy = Ist das für mich richtig: { $name }?
check-medicine = nimmt { $name }
check-sign = Warnzeichen: { $sign }
check-pregnancy = Schwangerschaft
check-age-over = { $years } Jahre oder älter
check-age-under = { $years } Jahre oder jünger
