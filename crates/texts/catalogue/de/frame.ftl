tab-tonight = Heute Nacht
tab-check-in = Tagesfragen
tab-suspects = Mögliche Auslöser
tab-plan = Plan
tab-food = Essen und Trinken
tab-trials = Versuche
tab-nights = Rückblick
tab-report = Bericht für den Arzt
tab-evidence = Was man weiß
tab-profile = Über mich
tab-settings = Einstellungen
done-saved = Gespeichert.
done-registered = Der Versuch ist eingetragen. Der Zufall hat seinen Ablauf gezogen, und die Aufzeichnung ist versiegelt.
done-nothing = Es wurde nichts geändert.
done-taken-back = Zurückgenommen.
done-brought-back = Es ist wieder da.
done-changed = Geändert.
done-signed-out = Abgemeldet.
done-backed-up = Gesichert.
done-expired = Diese Seite war zu lange offen. Sehen Sie alles durch, und speichern Sie noch einmal.
done-written = Der Krampf ist aufgeschrieben. Wie lange er gedauert hat, bleibt offen.
frame-skip = Zum Inhalt springen
frame-menu = Menü
frame-demo-name = Beispiel
frame-demo = <strong>Beispiel.</strong> Dieses Tagebuch ist ausgedacht: ein erfundener Mensch, keine echten Nächte.
frame-pages = Seiten
frame-help-own = <strong>Hilfe.</strong> Rufen Sie im Notfall <a href="tel:{ $number }">{ $number }</a> an.
frame-help = <strong>Hilfe.</strong> Rufen Sie im Notfall die Notrufnummer Ihres Landes an (<a href="tel:112">112</a> in Europa, <a href="tel:911">911</a> in Nordamerika).
frame-warning-signs = Warnzeichen, mit denen Sie zum Arzt gehören
frame-colours = Farben
frame-private = Soleus bewahrt Ihr Tagebuch auf diesem Computer auf und schickt nichts weg. Einen Arzt ersetzt es nicht.
frame-theme-auto = Automatisch
frame-theme-day = Tag
frame-theme-dark = Dunkel
frame-theme-night = Nacht
errors-title = { $count ->
        [one] Bitte prüfen Sie das noch einmal.
       *[other] Bitte prüfen Sie diese Stellen noch einmal.
    } Es ist noch nichts gespeichert.
alarm-call = { $number } anrufen
alarm-call-112 = 112 anrufen (Europa)
alarm-call-911 = 911 anrufen (Nordamerika)
alarm-elsewhere = Anderswo rufen Sie die Notrufnummer Ihres Landes an. <a href="/settings">Ihre Nummer eintragen</a>
alarm-why = Warum das hier steht: { $why }
alarm-seen = Ein Arzt hat sich das angesehen, oder es trifft nicht mehr zu
urgency-emergency = Holen Sie sofort Hilfe
urgency-same-day = Sprechen Sie heute noch mit einem Arzt
urgency-soon = Gehen Sie in den nächsten Tagen zum Arzt
urgency-routine = Sprechen Sie das beim nächsten Arztbesuch an
choice-no = Nein
choice-yes = Ja
choice-none = Keine Antwort
choose = Bitte wählen
sure = Ich bin sicher: Es ist so
done-erased = Alles ist gelöscht.
done-erased-one = Endgültig gelöscht.

# While an answer is being worked out
waiting-about = Diese Seite zeigt es von selbst, sobald es da ist. Bleibt sie so stehen, sehen Sie noch einmal nach.
waiting-again = Noch einmal nachsehen
waiting-nights = Ihre Nächte werden verglichen.
