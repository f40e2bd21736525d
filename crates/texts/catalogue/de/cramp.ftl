cramp-no-number = Dieses Formular hat keine gültige eigene Nummer.
cramp-over = Der Krampf ist vorbei
cramp-how-long = Wie lange hat er gedauert?
cramp-change = Einen Krampf ändern
cramp-future = Das liegt in der Zukunft. Prüfen Sie den Tag, die Uhrzeit und wie lange er gedauert hat.
cramp-which-day = An welchem Tag hat er begonnen?
cramp-what-time = Um wie viel Uhr hat er begonnen?
cramp-time-unread = Eine Uhrzeit in diesem Eintrag ist nicht zu lesen.
cramp-day = Tag, an dem er begann
cramp-time = Uhrzeit, zu der er begann
cramp-minutes = Wie viele Minuten hat er gedauert? Leer, wenn Sie es nicht wissen.
cramp-leave = So lassen, wie es war
cramp-that-began = Der Krampf, der um <span class="clock">{ $time }</span> begann
cramp-min = { $count } Min.
cramp-shorter = Kürzer
cramp-longer = Länger
cramp-type = Minuten eintippen
cramp-unknown = Ich weiß es nicht
cramp-still-hurts = Es tut noch weh: zurück zur Hilfe
cramp-lasted = Er begann um <span class="clock">{ $time }</span> und dauerte { $length }.
cramp-since = Krampf seit <span class="clock">{ $time }</span>
cramp-written = Aufgeschrieben: Krampf seit <span class="clock">{ $time }</span>
cramp-long = Länger als 10 Minuten, und Dehnen hilft nicht? Sprechen Sie heute noch mit einem Arzt. <a href="/profile/warning-signs">Warnzeichen</a>
cramp-step-of = { $number } von { $all }
cramp-take-care = Vorsicht
cramp-back = Zurück
cramp-next = Nächster Schritt
cramp-from-start = Von vorn
cramp-it-is-over = Er ist vorbei
cramp-done = Fertig: zurück zu Heute Nacht
cramp-not-over = Noch nicht vorbei
cramp-add-details = Mehr dazu sagen
cramp-to-be-safe = Zur Sicherheit: Trifft das zu?
cramp-where = Wo sind Sie?
cramp-details = Einzelheiten, wenn Sie mögen
cramp-each-tap = Jeder Tipp wird gespeichert. Noch einmal tippen nimmt es weg.
cramp-began = Er begann
cramp-just-now = Jetzt
cramp-5-ago = vor 5 Min.
cramp-15-ago = vor 15 Min.
cramp-note-time = Eine Notiz dazu oder die Zeit ändern
cramp-not-a-cramp = Rückgängig: Es war kein Krampf
cramp-title = Krampf jetzt · <span class="clock">{ $time }</span>
cramp-one-tap = Ein Tipp schreibt ihn auf. Dann sehen Sie, was Sie tun können.
cramp-ago = vor { $count } Min.
cramp-none = Kein Krampf: zurück zu Heute Nacht
cramp-speak = Anweisungen vorlesen
cramp-choose = Welcher Muskel, und wo sind Sie?
cramp-muscle = Muskel
cramp-where-you-are = Wo Sie sind
cramp-show = Zeigen, was ich tun kann
cramp-sore = Der Muskel kann noch eine Weile wehtun. Stehen Sie langsam auf.
done-gone = Zurückgenommen
cramp-gone = Er steht nicht in Ihrem Tagebuch.
cramp-return = Es war doch einer: wieder herstellen
back-to-tonight = Zurück zu Heute Nacht
cramp-aches = Wenn es noch wehtut
cramp-hold = <span class="left">{ $seconds }</span> Sekunden halten.
muscle-calf = Wade
muscle-foot = Fuß
muscle-toes = Zehen
muscle-front-thigh = Vorderer Oberschenkel
muscle-back-thigh = Hinterer Oberschenkel
muscle-arm = Hand oder Arm
muscle-elsewhere = Anderswo
side-left = Links
side-right = Rechts
side-both = Beide
place-both = { $side }, { $muscle ->
        [calf] Wade
        [foot] Fuß
        [toes] Zehen
        [front-thigh] vorderer Oberschenkel
        [back-thigh] hinterer Oberschenkel
        [arm] Hand oder Arm
       *[elsewhere] anderswo
    }
lay-on-back = Auf dem Rücken
lay-on-side = Auf der Seite
lay-on-front = Auf dem Bauch
lay-sitting = Im Sitzen
lay-standing = Im Stehen
lay-moving = In Bewegung
helped-stretching = Dehnen
helped-walking = Stehen, gehen
helped-massage = Reiben
helped-warmth = Wärme
helped-cold = Kälte
helped-another-position = Eine andere Lage
helped-drinking = Etwas trinken
helped-nothing = Nichts: Er ging von selbst
detail-muscle = Welcher Muskel?
detail-side = Welches Bein?
detail-pain = Wie stark war der Schmerz? 0 ist keiner, 10 der schlimmste.
detail-helped = Was hat geholfen? Mehreres ist möglich.
detail-position = Wie lagen oder waren Sie, als er kam?
detail-toes = Zeigten Ihre Zehen von Ihnen weg, wie bei einer Tänzerin?
detail-bedding = Lag die Decke schwer oder eng auf Ihren Füßen?
detail-soreness = Wie sehr tut der Muskel jetzt noch weh? 0 ist gar nicht, 10 am schlimmsten.
told-position = { $name ->
        [on-back] auf dem Rücken
        [on-side] auf der Seite
        [on-front] auf dem Bauch
        [sitting] im Sitzen
        [standing] im Stehen
       *[moving] in Bewegung
    }
told-what-helped = { $name ->
        [stretching] Dehnen
        [walking] Stehen und Gehen
        [massage] Reiben
        [warmth] Wärme
        [cold] Kälte
        [another-position] eine andere Lage
        [drinking] etwas zu trinken
       *[nothing] nichts
    }
told-toes-pointed = Zehen gestreckt
told-toes-not-pointed = Zehen nicht gestreckt
told-bedding-heavy = Decke schwer oder eng
told-bedding-light = Decke leicht
told-let-go = ging von selbst weg
told-helped = geholfen: { $names }
told-soreness = Muskelkater { $score } von 10
place-bed = Im Bett
place-sitting = Im Sitzen
place-standing = Im Stehen
cramp-caution = Dehnen Sie nicht kräftig, wenn ein Bein geschwollen, warm oder rot ist, oder nach einem Knall im Bein oder einer Verletzung.
