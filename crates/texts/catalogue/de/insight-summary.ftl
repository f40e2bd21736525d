### Was insight in der Zusammenfassung für den Arzt sagt.

usual-between = { $low } bis { $high }
usual-from = ab { $low }
usual-up-to = bis { $high }
visit-ask-signs = Was ist wegen { $count ->
        [one] des Warnzeichens
       *[other] der Warnzeichen
    } zu tun?
visit-ask-signs-because = oben
visit-ask-further = Was ginge noch, wenn die Mittel zu Hause nicht reichen?
visit-ask-further-because = Krämpfe in { $with } von { $answered } beantworteten Nächten
visit-ask-medicines = Könnte { $names } mit den Krämpfen zu tun haben? Ohne Sie wird nichts abgesetzt.
visit-ask-medicines-because = siehe Medikamente
visit-ask-remedy = Ist das für mich richtig: { $name }?
check-medicine = nimmt { $name }
check-sign = Warnzeichen: { $sign }
check-pregnancy = Schwangerschaft
check-age-over = { $years } Jahre oder älter
check-age-under = { $years } Jahre oder jünger
