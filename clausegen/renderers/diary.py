"""Events become an iCalendar file (RFC 5545), that any diary can import: whole days, the same bytes for the same events.

icalendar escapes texts and writes recurrences; entries, which are all alike, are put in lines and folded here: its own components
and its folding, one character after another, take five times as long.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from icalendar import Calendar, vRecur, vText

from clausegen.document.events import Event
from clausegen.renderers.characters import accepted

_ROOM = 74
"""Octets of a line (RFC 5545, 3.1: 75 at most), less the space that begins what follows a fold."""
_ALWAYS = 28
"""Every month has this day; a later one falls back to the last of a shorter month."""


def render_ics(events: Sequence[Event], title: str, stamp: date) -> bytes:
    """Return the .ics; `title` names the calendar, `stamp` is the day that the entries were written."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//clausegen//Obligations et livrables//FR")
    calendar.add("x-wr-calname", accepted(title))
    *opening, closing = filter(None, calendar.content_lines())
    entries = (line for event in events for line in _entry(event, title, stamp))
    return b"".join([folded(line) + b"\r\n" for line in (*opening, *entries, closing)])


def _entry(event: Event, title: str, stamp: date) -> Iterator[str]:
    # -- the same obligation of the same contract keeps its name: importing a new version replaces the old entry --
    uid = hashlib.sha256(f"{title}|{event.key}".encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{_text(event.summary)}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"UID:{uid}@clausegen"
    if event.months:
        yield f"RRULE:{vRecur(_rule(event)).to_ical().decode()}"
    yield f"DESCRIPTION:{_text(event.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    return vText(accepted(words)).to_ical().decode()


def folded(line: str) -> bytes:
    """Return a content line cut where icalendar would: never inside a character, nor between a sign and the one that escapes it.

    >>> folded("SUMMARY:" + "é" * 40).split(b"\\r\\n")[1].decode()
    ' ééééééé'
    """
    octets = line.encode()
    pieces, start = [], 0
    while len(octets) - start > _ROOM:
        end = start + _ROOM
        while octets[end] & 0xC0 == 0x80:  # -- the middle of a character (RFC 3629, 3) --
            end -= 1
        end -= octets[end - 1] in rb"\^"
        pieces.append(octets[start:end])
        start = end
    return b"\r\n ".join([*pieces, octets[start:]])


def _rule(event: Event) -> dict[str, object]:
    """Return the recurrence: years are said as years, for the diaries that show the rule in words."""
    yearly = event.months % 12 == 0
    rule: dict[str, object] = {"freq": "YEARLY" if yearly else "MONTHLY"}
    interval = event.months // 12 if yearly else event.months
    if interval > 1:
        rule["interval"] = interval
    if event.day.day > _ALWAYS:
        if yearly:
            rule["bymonth"] = event.day.month
        rule["bymonthday"] = list(range(_ALWAYS, event.day.day + 1))
        rule["bysetpos"] = -1
    if event.until:
        rule["until"] = event.until
    return rule
