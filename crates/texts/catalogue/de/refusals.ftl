### Warum das Tagebuch etwas nicht annehmen kann.

refused-range = { $what ->
        [cramps] Die Zahl der Krämpfe
        [score] Die Punktzahl
        [minutes] Die Zahl der Minuten
        [times] Wie oft es genommen wird,
       *[amount] Die Menge
    } ist { $value }: Möglich ist { $low } bis { $high }.
refused-not-whole = { $what ->
        [cramps] Die Zahl der Krämpfe
        [score] Die Punktzahl
        [minutes] Die Zahl der Minuten
        [times] Wie oft es genommen wird,
       *[amount] Die Menge
    } ist { $value }: Möglich ist eine ganze Zahl von 0 bis { $high }.
refused-portion = Eine Portion von { $grams } g kann nicht sein: Sie muss { $least } bis { $most } g wiegen. Schreiben Sie größere Mengen als mehrere Portionen auf.
refused-id = „{ $id }“ ist keine Kennung: Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 64.
refused-long = Die Notiz hat { $length } Zeichen: Höchstens { $most } passen.
refused-future = Das läge in der Zukunft ({ $at }). Prüfen Sie die Zeit und die Uhr dieses Geräts.
refused-long-ago = Das wäre am { $date } gewesen: Vor dem { $earliest } lässt sich nichts eintragen.
refused-ends-before = Der Krampf würde enden ({ $ended }), bevor er begann ({ $began }).
refused-helped = Etwas hat geholfen, und nichts hat geholfen: Lassen Sie eines davon weg.
refused-night = Die Nacht vom { $night } hat noch nicht begonnen: Die letzte, für die Sie antworten können, ist die vom { $latest }.
refused-day = Der { $day } ist noch nicht gekommen: Der letzte Tag, für den Sie antworten können, ist der { $latest }.
refused-year = Das Geburtsjahr ist { $year }: Möglich ist { $low } bis { $high }.
refused-height = Die Größe ist { $value }: Möglich sind { $low } bis { $high } Zentimeter.
refused-weight = Das Gewicht ist { $value }: Möglich sind { $low } bis { $high } Kilogramm.
refused-unit = Die Einheit eines Blutwerts hat { $length } Zeichen: Sie muss 1 bis 32 haben, wie sie auf dem Befund steht.
refused-registered = Ein Versuch lässt sich nicht mehr ändern, wenn er festgelegt ist. Beenden Sie ihn, und beginnen Sie einen neuen.
refused-contradiction = Der Versuch widerspricht sich: { $why }.
refused-tampered = Die Aufzeichnung des Versuchs passt nicht zu ihrer Prüfsumme { $hash }: Sie wurde geändert, nachdem er festgelegt war.
refused-too-late = Der Versuch würde am { $registered } festgelegt, nach seiner ersten Nacht ({ $first }). Ein Versuch muss festgelegt sein, bevor er beginnt.
refused-too-early = Der Versuch würde am { $first } beginnen: Er muss bis { $latest } beginnen, sonst kann sich zu viel geändert haben.
refused-backdated = Der { $from } ist mehr als { $days } Tage her: Nächte wegzulassen, die lange vorbei sind, würde das Ergebnis verbiegen.
refused-clock = { $date }, { $time } Uhr in { $zone }
refused-not-there = Einen Eintrag { $id } gibt es im Tagebuch nicht, oder er wurde zurückgenommen.
refused-taken = Ein anderer Eintrag mit der Kennung { $id } ist schon im Tagebuch. Der neue wurde beiseitegelegt und ändert nichts.
refused-erased = Der Eintrag { $id } wurde gelöscht und lässt sich nicht noch einmal eintragen.
refused-access-name = Geben Sie dem Gerät einen Namen mit 1 bis { $most } Zeichen, zum Beispiel „Knopf am Bett“.
refused-access = Es haben schon { $most } Geräte Zugang. Nehmen Sie zurück, was Sie nicht mehr benutzen, dann fügen Sie dieses hinzu.
refused-passphrase = Wählen Sie ein Kennwort mit { $least } bis { $most } Zeichen: Vier oder fünf Wörter, die nicht zusammengehören, sind gut.
refused-guessable = Dieses Kennwort ist leicht zu erraten: Viele benutzen es, oder es folgt einem Muster. Vier oder fünf Wörter, die nicht zusammengehören, sind gut.
refused-stretching = Es ist nicht genug Speicher frei, um ein Kennwort zu prüfen. Schließen Sie etwas, und versuchen Sie es noch einmal.
refused-unregistered = Der Versuch ließ sich nicht festlegen: { $why }. Das ist ein Fehler in Soleus. Es wurde nichts geschrieben.
refused-foods = Die Lebensmittel ließen sich nicht aufbewahren: { $why }. Es wurde nichts geändert.
refused-analysis = Die Nächte ließen sich nicht auswerten: { $why }. Das ist ein Fehler in Soleus. Das Tagebuch selbst ist sicher.
