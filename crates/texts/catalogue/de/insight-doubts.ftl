### Was insight an einer Angabe bezweifelt.

doubt-not-taken = Dass Sie { $name } nehmen, ist nicht eingetragen. Fügen Sie es zuerst Ihren Medikamenten hinzu, dann nennen Sie die Dosis.
doubt-male-pregnant = Eingetragen sind „bei der Geburt männlich“ und „schwanger“. Wenn eines davon ein Versehen ist, berichtigen Sie es zuerst. Wenn beides stimmt, sagen Sie, dass Sie sicher sind.
doubt-old-pregnant = Nach Ihrem Geburtsjahr sind Sie { $age } Jahre alt, und schwanger. Wenn eines davon ein Versehen ist, berichtigen Sie es zuerst. Wenn beides stimmt, sagen Sie, dass Sie sicher sind.
doubt-due-passed = Der Geburtstermin am { $date } ist vorbei. Wenn das Kind geboren ist, sagen Sie „nicht schwanger“ (und bei den Krankheiten, dass Sie in den letzten sechs Wochen entbunden haben, wenn das so ist). Wenn es ein Versehen ist, nennen Sie den richtigen Tag.
doubt-due-far = Bis zum Geburtstermin am { $date } sind es mehr als zehn Monate. Nennen Sie den richtigen Tag, oder lassen Sie ihn weg.
doubt-before-birth = Der { $date } liegt vor Ihrer Geburt ({ $born }). Prüfen Sie den Tag oder das Geburtsjahr.
doubt-no-dose = Eine Dosis von 0 ist keine Dosis. Schreiben Sie, was auf der Packung steht, oder lassen Sie sie weg.
doubt-large-dose = Eine Dosis von { $amount } { $unit } ist weit mehr, als jemand auf einmal nimmt. Sehen Sie noch einmal auf die Packung: Dort steht die Stärke einer Tablette in mg oder µg. Wenn es so ist, sagen Sie, dass Sie sicher sind.
lab-unknown-test = Einen Blutwert „{ $test }“ kennen wir nicht. Wir kennen: { $known }.
lab-unknown-unit = { $name } wird nicht in „{ $unit }“ angegeben. Sehen Sie noch einmal in den Befund: Dort müsste eines davon stehen: { $known }.
lab-impossible = { $given } kann für { $name } nicht stimmen: Möglich sind { $low } bis { $high } { $unit }.
lab-meant = Meinten Sie { $unit }?
lab-other-unit = Stimmt die Einheit? { $name } von { $value } { $unit } wäre sehr ungewöhnlich, { $value } { $other } wäre üblich. Sehen Sie in den Befund, und sagen Sie, dass Sie sicher sind.
