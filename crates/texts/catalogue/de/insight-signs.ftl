### Was ein Warnzeichen auslöst, was Blutwerte sagen, und die Durchsicht der Medikamente.

raised-answer = Sie haben am { $date } mit Ja beantwortet: „{ $ask }“
raised-questionnaire = Ihre Antworten vom { $date } auf „{ $name }“: { $meaning }.
raised-look-alike = Sie haben am { $date } jede Frage dazu mit Ja beantwortet: { $name }.
raised-blood = Ihr Blutwert: { $measured }.
raised-long = In der Nacht vom { $date } dauerte ein Krampf { $minutes } Minuten.
raised-often = In { $with } Ihrer letzten { $all } beantworteten Nächte kamen Krämpfe.
raised-sleep = Verlorener Schlaf oder Müdigkeit lag in { $count } der letzten 14 Nächte bei 7 oder mehr von 10.
raised-new-medicine = Seit dem { $date } nehmen Sie { $name }, und in den Nächten danach kamen Krämpfe.
raised-worse = { $after ->
        [one] 1 Krampf
       *[other] { $after } Krämpfe
    } in Ihren letzten { $recent } beantworteten Nächten, nach { $before } in den { $earlier } davor.
raised-elsewhere = In zwei Wochen haben Sie von { $all ->
        [one] 1 Krampf
       *[other] { $all } Krämpfen
    } die Zeit aufgeschrieben. { $found } davon { $where ->
        [day] kamen am Tag
       *[arms] kamen in Händen oder Armen
    }.
raised-swelling = Am { $date } war Ihr Unterschenkel oder Knöchel geschwollen, das ist neu, und Ihre letzten { $count } Krämpfe waren alle im { $leg ->
        [left] linken
       *[right] rechten
    } Bein.
raised-self-care = An { $done } der letzten { $nights } Abende haben Sie { $what ->
        [stretching] vor dem Zubettgehen gedehnt
        [walk] einen Spaziergang gemacht
        [massage] Ihre Beine massiert
       *[relaxing] sich Zeit zum Atmen und Entspannen genommen
    }, und die Krämpfe sind nicht weniger: jetzt { $now } in der Nacht, damals { $then }.
measured = { $name } { $value } { $unit }{ $how ->
        [corrected] { " " }(um das Albumin berichtigt)
        [estimated] { " " }(aus dem Kreatinin geschätzt)
       *[printed] { "" }
    } am { $date }
label-unknown = Dieses Medikament kennen wir nicht.
label-listed = Ein Beipackzettel nennt Muskelkrämpfe ({ $source }).
label-not-listed = Der Beipackzettel, der gelesen wurde, nennt keine Muskelkrämpfe ({ $source }).
label-us = ein Beipackzettel aus den USA
label-none = Es wurde kein Beipackzettel gelesen.
review-never-stop = Setzen Sie wegen dieses Blatts kein verschriebenes Medikament ab, und ändern Sie keines. Manche abzusetzen ist gefährlich. Fragen Sie den Arzt oder Apotheker: Oft gibt es etwas anderes.
review-caveat = Ein Vergleich von davor und danach, kein Beweis: Was sich damals sonst geändert hat, sieht genauso aus, und oft beginnt man ein Medikament in einer schlechten Zeit.
review-ask-medicines = Können meine Krämpfe damit zu tun haben: { $names }? Gibt es ein anderes Medikament oder eine andere Dosis?
review-ask-salts = Sollten Kalium, Magnesium, Natrium und die Nierenwerte im Blut geprüft werden?
review-ask-muscle = Sollte die Kreatinkinase (CK) geprüft werden, falls das Statin meinen Muskeln zusetzt?
change-since = Begonnen am { $date }: davor { $before }, seither { $after }. { $verdict ->
        [more] Damit waren Krämpfe wahrscheinlich häufiger
        [fewer] Damit waren Krämpfe wahrscheinlich seltener
       *[unclear] Ob sich die Krämpfe damit geändert haben, können wir nicht sagen
    }: { $ratio }-mal so viele (90-%-Intervall { $low } bis { $high }).
change-counted = { $cramps ->
        [one] 1 Krampf
       *[other] { $cramps } Krämpfe
    } in { $nights ->
        [one] 1 Nacht
       *[other] { $nights } Nächten
    }
