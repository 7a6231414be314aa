"""Date what can be dated: milestones from what the buyer said, then delays and periods counted from them.

A milestone that nobody dated stays relative, and the datum that would date it is named. Delays run from one date to the
same date (« de quantième à quantième »); a day that a month lacks is its last.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import count

from dateutil.relativedelta import relativedelta

from clausegen.assembly.resolution import FilledBlank, ResolvedClause
from clausegen.facts.conditions import Holds
from clausegen.facts.facts import Facts
from clausegen.library.clause_rows import When
from clausegen.library.contracts import DatedBy, Schedule

PERIODS = {"mois": 1, "trimestre": 3, "semestre": 6, "annee": 12}
"""Months of the periods that a calendar knows; a delivery, a version or an event has no date of its own."""
_UNITS = {"jours": "days", "mois": "months", "annees": "years"}
_YEARS = range(1900, 2200)
"""The years of a milestone: another one was mistyped, and dates nothing."""
_LONGEST = 10_000
"""Working days: a delay that counts more has no day that anyone waits for."""
_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")  # fmt: skip


@dataclass(frozen=True)
class Milestones:
    """The days known of a contract. `postponed` holds the day when an amendment enters into force, and the day to which
    what was already past then is put off; None when the contract is no amendment."""

    days: Mapping[str, date] = field(default_factory=dict)
    periods_since: str = ""
    postponed: tuple[date, date] | None = None

    @property
    def end(self) -> date | None:
        """Return the last day of the contract, None while it is unknown."""
        return self.days.get("fin_du_contrat")

    def day_of(self, when: When, delay: FilledBlank | None, day: FilledBlank | None = None) -> date | None:
        """Return the (first) day when something is due; None when a milestone or a delay is unknown, or not in days."""
        found = self._day(when, delay, day)
        if found is None or self.postponed is None:
            return found
        entry, until = self.postponed
        if found >= entry:
            return found
        if when.every in PERIODS and not (when.after or when.before):
            later = (_moved(found, months=rank * PERIODS[when.every]) for rank in count(1))
            return next(day for day in later if day is None or day >= entry)
        return until

    def _day(self, when: When, delay: FilledBlank | None, day: FilledBlank | None) -> date | None:
        milestone = when.after or when.before
        start = self.days.get(milestone or self.periods_since)
        if start is None or (milestone is None and when.every not in PERIODS):
            return None
        if milestone:
            return shifted(start, delay, -1 if when.before else 1) if delay else start
        if when.day:
            return _next_year(start, day) if day else None
        first = _moved(start, months=PERIODS[when.every or ""])
        last = _moved(self.end, days=1) if self.end else None
        return first if first and (last is None or first <= last) else None


def milestones(
    schedule: Schedule, general: Mapping[str, FilledBlank], facts: Facts, resolved: Iterable[ResolvedClause]
) -> Milestones:
    """Return the days that the general data and the answers give."""
    days: dict[str, date] = {}
    for name, ways in schedule.milestones.items():
        known = (_dated(way, days, general, facts) for way in ways if isinstance(way.condition.verdict(facts), Holds))
        found = next(filter(None, known), None)
        if found and found.year in _YEARS:
            days[name] = found
    late = schedule.postponed
    clause = next((c for c in resolved if late and c.id == late.clause), None)
    if late is None or clause is None:
        return Milestones(days, schedule.periods_since)
    entry = facts.get(late.since)
    delay = next((blank for blank in clause.blanks if blank.name == late.blank), None)
    until = shifted(entry, delay) if isinstance(entry, date) and delay else None
    # -- without the day when the amendment enters into force, nobody knows which days are already past --
    return (
        Milestones(days, schedule.periods_since, (entry, until)) if isinstance(entry, date) and until else Milestones()
    )


def _dated(way: DatedBy, days: Mapping[str, date], general: Mapping[str, FilledBlank], facts: Facts) -> date | None:
    found = general[way.general].value if way.general in general else facts.get(way.fact) if way.fact else None
    if way.since:
        start, years = days.get(way.since), facts.get(way.years)
        months = Decimal(str(years)) * 12 if years is not None else None
        if start is None or months is None or months <= 0 or months != months.to_integral_value():
            return None
        after = _moved(start, months=int(months))
        return after - timedelta(days=1) if after else None
    return found if isinstance(found, date) else None


def shifted(start: date, delay: FilledBlank, direction: int = 1) -> date | None:
    """Return the day a delay after `start` (before it when `direction` is -1); None for hours, minutes or no number.

    Working days leave out week-ends and the public holidays of France.
    """
    if isinstance(delay.value, bool) or not isinstance(delay.value, int | Decimal):
        return None
    length = int(delay.value)
    match delay.blank.kind:
        case "jours" | "mois" | "annees":
            return _moved(start, **{_UNITS[delay.blank.kind]: direction * length})
        case "jours_ouvres" if length <= _LONGEST:
            day = start
            while length:
                day += timedelta(days=direction)
                length -= day.weekday() < 5 and day not in _holidays(day.year)
            return day
    return None


def _moved(start: date, **delay: int) -> date | None:
    """Return the day so many days, months or years later; None for one that no calendar holds."""
    try:
        return start + relativedelta(**delay)  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        return None


def _next_year(start: date, written: FilledBlank) -> date | None:
    """Return « 31 mai » of the year after `start`: what is due each year on a day tells of the year before."""
    day, _, month = written.text.replace("\u00a0", " ").partition(" ")
    if month not in _MONTHS or not day.removesuffix("er").isdecimal():
        return None
    try:
        return date(start.year + 1, _MONTHS.index(month) + 1, int(day.removesuffix("er")))
    except ValueError:
        return None


@cache
def _holidays(year: int) -> frozenset[date]:
    # -- loaded when a delay in working days first asks for it: `clausegen select` starts fast --
    from holidays.countries.france import France

    return frozenset(France(years=year))
