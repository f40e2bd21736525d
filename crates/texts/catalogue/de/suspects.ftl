suspects-from-studies = aus Studien
suspects-from-nights = aus Studien und Ihren Nächten
suspects-tested = getestet
suspects-limit = Es zeigt, was zusammen auftritt. Nur ein Versuch kann zeigen, was wovon kommt.
suspects-title = Mögliche Auslöser
suspects-likely = Spielt bei Ihnen wahrscheinlich eine Rolle
suspects-likely-none = Noch fällt nichts auf.
suspects-unclear = Noch nicht klar
suspects-unclear-none = Nichts ist offengeblieben.
suspects-unlikely = Spielt bei Ihnen wahrscheinlich keine Rolle
suspects-unlikely-none = Noch lässt sich nichts ausschließen.
suspects-rests-all = Das stützt sich auf { $count ->
        [one] 1 beantwortete Nacht
       *[other] { $count } beantwortete Nächte
    }.
suspects-rests = Das stützt sich auf { $count ->
        [one] 1 beantwortete Nacht
       *[other] { $count } beantwortete Nächte
    } von { $all }.
dots-twenty = Zwanzig gleich wahrscheinliche Antworten
suspects-before = Vor Ihrem Tagebuch
suspects-now = Jetzt
suspects-with = damit
suspects-without = ohne
suspects-legend = Zwanzig Punkte sind zwanzig gleich wahrscheinliche Antworten: Eine volle Scheibe heißt mehr Krämpfe, ein Ring heißt weniger, ein kleiner Punkt heißt kaum ein Unterschied.
suspects-more = { $count } weitere zeigen
suspects-review = Durchsicht der Medikamente, für Ihren Arzt
suspects-all = Alle möglichen Auslöser
suspects-same = Ihre Nächte haben daran noch nichts geändert.
suspects-travels = Das kommt oft zusammen mit: { $names }. Ihre Nächte können beides nicht ganz trennen.
suspects-sides = Ihre Nächte damit und ohne
suspects-no-side = Noch keine beantwortete Nacht hat diese Antwort.
suspects-sides-about = Beantwortete Nächte. Das ist gezählt, nicht bewiesen: Diese Nächte unterscheiden sich auch in anderem.
suspects-day-before = Tag davor
suspects-with-cramps = Nächte mit Krämpfen
suspects-cramps = Krämpfe insgesamt
suspects-of = { $some } von { $all }
suspects-todo = Was Sie tun können
suspects-silenced = Ein Warnzeichen geht vor. <a href="/plan">Sehen Sie in Ihren Plan</a>.
suspects-no-todo = In Ihrem Plan steht zurzeit nichts dagegen. Die Gründe stehen <a href="/plan">in Ihrem Plan</a>.
suspects-how = Wie es geht und worauf Sie achten sollten
suspects-known = Was man weiß
suspects-belief = Was man so hört: { $believed } Studien: { $found }
dots-more = { $count }-mal mehr Krämpfe
dots-same = { $count }-mal kaum ein Unterschied
dots-less = { $count }-mal weniger Krämpfe
dots-all-more = Alle 20 gleich wahrscheinlichen Antworten: mehr Krämpfe.
dots-all-same = Alle 20 gleich wahrscheinlichen Antworten: kaum ein Unterschied.
dots-all-less = Alle 20 gleich wahrscheinlichen Antworten: weniger Krämpfe.
dots-split = Von 20 gleich wahrscheinlichen Antworten: { $answers }.
dots-axis-same = gleich
dots-axis = viele Krämpfe
suspects-tell = <a href="/profile/conditions">Krankheiten nennen</a> und <a href="/profile/medicines">Medikamente nennen</a>
