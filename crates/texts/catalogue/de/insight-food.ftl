### Was insight zum Essen sagt: was es bringt, was fehlt, wovon mehr gegessen werden kann.

nutrient = { $nutrient ->
        [magnesium] Magnesium
        [potassium] Kalium
        [calcium] Kalzium
        [sodium] Natrium
        [vitamin-d] Vitamin D
        [total-water] Wasser
        [fibre] Ballaststoffe
        [caffeine] Koffein
        [alcohol] Alkohol
       *[energy] Energie
    }
nutrient-inside = { $nutrient ->
        [magnesium] Magnesium
        [potassium] Kalium
        [calcium] Kalzium
        [sodium] Natrium
        [vitamin-d] Vitamin D
        [total-water] Wasser
        [fibre] Ballaststoffe
        [caffeine] Koffein
        [alcohol] Alkohol
       *[energy] Energie
    }
intake-usual = Der Durchschnitt aus { $days } ganzen Tagen der letzten zwei Wochen.
intake-today = Heute bisher, aus { $portions ->
        [one] 1 Portion
       *[other] { $portions } Portionen
    }. Was üblich ist, zeigt sich nach { $needed } ganzen Tagen. Bisher { $whole ->
        [one] ist
       *[other] sind
    } es { $whole }.
intake-adults = nur für Erwachsene
intake-profile = tragen Sie zuerst Geburtsjahr und Geschlecht ein
intake-tell = sagen Sie zuerst, ob das zutrifft: { $what }
intake-tell-condition = sagen Sie zuerst, ob Sie das haben: { $name }
intake-team = fragen Sie Ihre Ärzte ({ $name })
intake-not-known = noch nicht bekannt
intake-interval = { $low } bis { $high }
intake-total = { $amount } { $unit }
intake-least = mindestens { $total }
intake-tablets = { $total }, davon { $amount } { $unit } aus Tabletten
intake-none = am sichersten ist nichts
intake-at-most = höchstens { $amount } { $unit }
intake-unknown = Zu manchem, was Sie gegessen haben, gibt es keine Zahl für { $names }: Davon hatten Sie mehr, als hier steht.
intake-counted = { $which ->
        [today] Heute hat
        [one] Einen dieser Tage hat
       *[days] { $count } dieser Tage hat
    } ein anderes Programm gezählt, aus einer Datei, die Sie eingelesen haben. Wo es mehr gezählt hat, als in Ihren Portionen hier steckt, gilt seine Zahl. Beides wird nie zusammengezählt.
intake-intervals = In den Spannen stecken die Fehler der Portionen (nach Augenmaß, die Hälfte mehr oder weniger ist üblich) und der Tabelle (unser Urteil: 5 bis 50 % je Zahl), nicht das, was Sie gegessen und nicht gesagt haben. Zahlen: USDA. Bedarf: Richtwerte der USA und Kanadas und der EFSA für gesunde Menschen, Grenzen von der EFSA (Koffein) und den obersten Ärzten des Vereinigten Königreichs (Alkohol).
intake-amount-of = { $name } { $amount } { $unit }
intake-europe = Europas eigene Werte (EFSA, gesunde Erwachsene, am Tag): { $amounts }. Was fehlt, ist hier nach den amerikanischen Werten gerechnet.
intake-not-counted = Sie nehmen etwas mit { $name }, das sich nicht zählen lässt. Nennen Sie bei Ihren Medikamenten die Dosis, als Menge an { $name } auf der Packung.
intake-upper = Ihre { $told } { $unit } { $name } am Tag sind mehr als die obere Grenze von { $upper } { $unit } ({ $counts }). Wenn nicht Ihr Arzt diese Dosis gewählt hat, fragen Sie in der Apotheke.
intake-passed = { $name }: { $amount } { $unit }. { $limit }
intake-limit-none = Am sichersten ist für Sie jetzt nichts davon.
intake-limit = Gesunden Erwachsenen wird geraten, unter { $amount } { $unit } am Tag zu bleiben.
intake-alcohol = Wenn Sie jeden Tag trinken, hören Sie nicht auf einmal auf: Holen Sie sich Hilfe, um es sicher zu verringern.
menu-pick = { $name }: { $portion } ({ $grams } g)
menu-picks = { $count } × { $name }: { $portion } ({ $grams } g)
menu-gap = { $name }: Am Tag fehlen { $missing } { $unit }, das hier bringt { $brought } { $unit }.
menu-gap-doubt = Vielleicht fehlt nichts: Die Spanne reicht bis zu dem, was Sie brauchen.
menu-left = { $name }: { $why }
menu-left-team = Wie viel richtig ist, sagen Ihnen Ihre Ärzte ({ $name }).
menu-left-unknown = Wie viel Sie brauchen, ist noch nicht bekannt.
menu-left-tablets = Sie nehmen schon { $name }, und wie viel davon, lässt sich nicht zählen. Nennen Sie bei Ihren Medikamenten die Dosis, als Menge an { $name } auf der Packung.
menu-left-list = Sagen Sie zuerst, ob Ihre Liste der Medikamente und Nahrungsergänzungen vollständig ist: Auch { $name } aus Tabletten zählt.
menu-no-trial = Keine Studie zeigt, dass Essen nächtliche Krämpfe verhindert. Das hier füllt auf, was Ihren Mahlzeiten fehlt, mehr nicht.
menu-adults = Das ist für Erwachsene gemacht.
menu-three-days = Schreiben Sie zuerst an drei ganzen Tagen auf, was Sie essen und trinken: Was fehlt, lässt sich aus weniger nicht erkennen.
menu-allergies = Sagen Sie zuerst, wogegen Sie allergisch sind. „Nichts davon“ ist eine Antwort, keine Antwort ist keine.
menu-fault = Es ließ sich kein Vorschlag ausrechnen. Das ist ein Fehler von uns.
menu-no-remedy = Essen gehört nicht zu den Mitteln.
menu-not-safe = Das ist für Sie nicht sicher.
menu-asks = Bevor mehr von etwas vorgeschlagen wird, müssen wir wissen, ob es für Sie sicher ist.
