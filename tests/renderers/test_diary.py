"""Any diary reads the calendar back: whole days, words as typed, recurrences that fall where they should."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from document_strategies import PATIENT, TEXTS
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.parser import Contentline

from clausegen.document.events import Event
from clausegen.errors import RenderError
from clausegen.renderers.diary import folded, render_ics

STAMP = date(2026, 11, 22)


def read_back(*events: Event) -> list:
    return [part for part in Calendar.from_ical(render_ics(events, "Contrat", STAMP)).walk() if part.name == "VEVENT"]


@PATIENT
@given(TEXTS, TEXTS, st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_words_and_days_are_read_back_as_given(summary, description, day) -> None:
    (entry,) = read_back(Event("a", day, summary, description))
    assert str(entry["summary"]) == summary.replace("\r\n", "\n") and str(entry["description"]) == description
    assert entry.decoded("dtstart") == day and not isinstance(entry.decoded("dtstart"), datetime)
    assert "rrule" not in entry


@PATIENT
@given(st.text("aé€😀\\^;", min_size=1, max_size=400))
def test_long_lines_are_folded_as_the_library_folds_them(line) -> None:
    assert folded(line) == Contentline(line).to_ical()
    assert all(len(piece) <= 75 and piece.decode() for piece in folded(line).split(b"\r\n"))


@pytest.mark.parametrize(
    ("day", "months", "falls"),
    [
        (date(2028, 1, 15), 12, [date(2028, 1, 15), date(2029, 1, 15), date(2030, 1, 15)]),
        (date(2028, 1, 31), 1, [date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 31)]),
        (date(2028, 11, 30), 3, [date(2028, 11, 30), date(2029, 2, 28), date(2029, 5, 30)]),
        (date(2028, 2, 29), 12, [date(2028, 2, 29), date(2029, 2, 28), date(2030, 2, 28)]),
        (date(2028, 8, 31), 6, [date(2028, 8, 31), date(2029, 2, 28), date(2029, 8, 31)]),
    ],
)
def test_what_comes_back_falls_on_the_same_date_or_on_the_last_of_a_shorter_month(day, months, falls) -> None:
    (entry,) = read_back(Event("a", day, "x", "y", months, falls[-1] + timedelta(days=20)))
    rule = entry["rrule"].to_ical().decode()
    start = datetime(day.year, day.month, day.day)
    assert [found.date() for found in rrulestr(rule, dtstart=start)] == falls


def test_a_character_that_no_file_holds_is_refused() -> None:
    with pytest.raises(RenderError, match="U\\+0007"):
        render_ics([Event("a", STAMP, "x\x07", "")], "Contrat", STAMP)
