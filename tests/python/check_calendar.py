"""Reads the reminders with an independent parser: what they are, and that they are stable."""

import os
import subprocess
from datetime import timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar

SOLEUS = os.environ["SOLEUS_BIN"]
# Over the night in which the clocks of Berlin go back.
ARGS = ["export", "calendar", "--days", "60", "--now", "2026-10-01T18:00:00+02:00"]


def reminders(*more):
    text = subprocess.run([SOLEUS, *ARGS, *more], check=True, capture_output=True).stdout
    assert all(len(line) <= 75 for line in text.split(b"\r\n")), "lines are folded"
    return Calendar.from_ical(text)


calendar = reminders()
events = calendar.walk("VEVENT")
assert calendar["VERSION"] == "2.0" and len(events) >= 60, len(events)
assert calendar.to_ical() and not calendar.errors
identities = [str(event["UID"]) for event in events]
assert len(set(identities)) == len(identities), "every event has its own identity"
berlin = ZoneInfo("Europe/Berlin")
for event in events:
    assert not event.errors, event.errors
    begins, ends = event.decoded("DTSTART"), event.decoded("DTEND")
    assert ends - begins == timedelta(minutes=10)
    assert str(event["CLASS"]) == "PRIVATE"
    assert len(event.walk("VALARM")) == 1
    local = begins.astimezone(berlin)
    if "check-in" in event["UID"]:
        assert (local.hour, local.minute) == (20, 0), local
        assert str(event["UID"]).startswith(local.date().isoformat())
assert {str(event["UID"]) for event in reminders("--titles", "plain").walk("VEVENT")} == set(identities)
print(f"{len(events)} events, each with its own identity, at eight in the evening also after the clocks went back")
