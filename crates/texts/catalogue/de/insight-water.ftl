### Was insight zum Trinken sagt.

water-amount = Etwa { $volume } Getränke heute, aller Art.
water-asks = Wir nennen keine Menge zum Trinken, bis wir etwas mehr über Sie wissen.
water-none = Für Sie nennen wir keine Menge zum Trinken.
water-salty = Nach starkem Schwitzen nehmen Sie ein Getränk mit Elektrolyten oder etwas Salziges zum Wasser, statt Wasser allein. In einem Labor machte Wasser allein die Wade bei zehn jungen Männern anfälliger für Krämpfe, und ein Getränk mit Elektrolyten machte sie weniger anfällig. Für nächtliche Krämpfe hat es niemand geprüft.
water-ask-first = Nach starkem Schwitzen, Erbrechen oder Durchfall fragen Sie Ihren Arzt oder Apotheker, wie Sie es ausgleichen: Salzige Getränke sind vielleicht nichts für Sie.
water-glasses = { $count ->
        [one] 1 Glas
       *[other] { $count } Gläser
    } mit etwa { $volume }
water-evening = Ab { $time } nur noch Schlucke, gegen Durst oder für Tabletten: Auch eine volle Blase weckt Sie.
water-assumed = Für Aufstehen und Zubettgehen haben wir 07:00 und 22:30 angenommen.
water-honest = Keine Studie zeigt, dass mehr Trinken nächtliche Krämpfe verhindert. Die Menge soll verhindern, dass Sie zu wenig trinken. Durst und hellgelber Urin wissen es besser als eine Zahl.
water-part = { $volume }: { $name }{ $drink ->
        [salty] , als Getränk mit Elektrolyten
       *[any] { "" }
    }
water-usual = Üblich für { $whose ->
        [men] Männer
        [women] Frauen
        [pregnant] schwangere Frauen
        [breastfeeding] stillende Frauen
       *[unknown] Frauen, die kleinere Menge, denn Ihr Geschlecht ist nicht eingetragen
    }
water-reference = Europäischer Richtwert: { $volume } Wasser am Tag, davon etwa vier Fünftel aus Getränken und der Rest aus dem Essen.
water-weight = Ihr Gewicht
water-weight-reason = Im Verhältnis zum Körpergewicht, um höchstens drei Zwanzigstel: unser Urteil.
water-fibre = { $name }, { $grams } g am Tag über dem Richtwert in dem Essen, das Sie aufgeschrieben haben
water-today = { $name }, wie Sie es heute gesagt haben
water-yesterday = { $name }, wie Sie es gestern gesagt haben
