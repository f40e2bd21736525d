tab-tonight = Tonight
tab-check-in = Check-in
tab-suspects = Suspects
tab-plan = Plan
tab-food = Food and drink
tab-trials = Trials
tab-nights = History
tab-report = Report
tab-evidence = Evidence
tab-profile = About me
tab-settings = Settings
done-saved = Saved.
done-registered = The trial is registered. Chance has drawn its schedule, and the record is sealed.
done-nothing = Nothing was changed.
done-taken-back = Taken back.
done-brought-back = It is back.
done-changed = Changed.
done-signed-out = Signed out.
done-backed-up = Backed up.
done-expired = This page was open for too long. Look it over and save again.
done-written = The cramp is written down. How long it lasted stays open.
frame-skip = Skip to the content
frame-menu = Menu
frame-demo-name = Demo
frame-demo = <strong>Demo.</strong> This diary is made up: a synthetic person, no real nights.
frame-pages = Pages
frame-help-own = <strong>Help.</strong> In an emergency call <a href="tel:{ $number }">{ $number }</a>.
frame-help = <strong>Help.</strong> In an emergency call your local emergency number (<a href="tel:112">112</a> in Europe, <a href="tel:911">911</a> in North America).
frame-warning-signs = Warning signs that need a doctor
frame-colours = Colours
frame-private = Soleus keeps your diary on this computer and sends nothing anywhere. It does not replace a doctor.
frame-theme-auto = Automatic
frame-theme-day = Day
frame-theme-dark = Dark
frame-theme-night = Night
errors-title = Please check { $count ->
        [one] this
       *[other] these
    }. Nothing was stored yet.
alarm-call = Call { $number }
alarm-call-112 = Call 112 (Europe)
alarm-call-911 = Call 911 (North America)
alarm-elsewhere = Elsewhere, call your local emergency number. <a href="/settings">Set yours</a>
alarm-why = Why this is here: { $why }
alarm-seen = A doctor has seen this, or it no longer fits
urgency-emergency = Get help now
urgency-same-day = Speak to a doctor today
urgency-soon = See a doctor within days
urgency-routine = Raise this at your next visit
choice-no = No
choice-yes = Yes
choice-none = No answer
choose = Choose
sure = I am sure: it is so
done-erased = Everything is erased.
done-erased-one = Deleted for good.

# While an answer is being worked out
waiting-about = This page shows it by itself as soon as it is there. Should it stay like this, look again.
waiting-again = Look again
waiting-nights = Comparing your nights.
