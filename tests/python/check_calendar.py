"""Reads the reminders with an independent parser: what they are, and that they are stable."""

import json
import os
import subprocess
import tempfile
from datetime import date, timedelta
from pathlib import Path
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


# A trial in the calendar: a neutral title every day, the letter only in the period that runs.
def with_trial():
    with tempfile.TemporaryDirectory() as folder:
        first = date(2026, 5, 1)
        nights = Path(folder, "nights.csv")
        rows = (f"{first - timedelta(days=28 - i)},{[2, 0, 1, 3, 1, 0, 2][i % 7]}" for i in range(28))
        nights.write_text("date,cramps\n" + "\n".join(rows) + "\n")

        def soleus(*args, now="2026-05-01T18:00:00+02:00"):
            command = [SOLEUS, *args, "--data", str(Path(folder, "diary")), "--now", now]
            return subprocess.run(command, check=True, capture_output=True).stdout

        soleus("import", str(nights))
        started = json.loads(soleus("trial", "start", "loose-bedding", "--weeks", "6", "--seed", "3", "--json"))
        export = ["export", "calendar", "--days", "60", "--titles"]
        later = "2026-05-06T18:00:00+02:00"
        return started, *(Calendar.from_ical(soleus(*export, words, now=later)) for words in ("neutral", "plain"))


started, neutral, plain = with_trial()
schedule, period = started["schedule"], started["period_nights"]
today = 5
told = period - today % period
titles = [str(event["SUMMARY"]) for event in neutral.walk("VEVENT") if "today" in event["UID"]]
assert len(titles) == len(schedule) - today, (len(titles), len(schedule))
assert titles[:told] == [f"Plan for today: {schedule[today]}"] * told, titles
assert set(titles[told:]) == {"Plan for today"}, titles
assert not any(event.get("DESCRIPTION") for event in neutral.walk("VEVENT"))
text = neutral.to_ical().decode().lower()
assert not any(word in text for word in ("cramp", "bedding", "sleep", "trial", "test", "leg")), "neutral"
asked = [event for event in plain.walk("VEVENT") if "today" in event["UID"]]
label = {"A": "Loose", "B": "As usual"}[schedule[today]]
assert all(f"Soleus: {label} (day " in event["SUMMARY"] for event in asked[:told]), asked[:told]
assert all(not event.errors and "your test" in event["SUMMARY"] for event in asked[told:])
print(f"{len(titles)} days of a trial, {told} of them with their letter, the others not told ahead")
