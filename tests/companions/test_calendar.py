"""Deadlines become days when their milestone is known, stay relative when it is not; a diary can import them."""

import os
import time
from datetime import date

import pytest
from icalendar import Calendar
from table_tools import clause, contract, plain, rows, sheet

from clausegen.assembly.milestones import Milestones, shifted
from clausegen.assembly.resolution import fill
from clausegen.companions.companion import Audience
from clausegen.delivery import bundle_files
from clausegen.library.clause import Blank
from clausegen.library.clause_rows import When

START, END = date(2028, 1, 1), date(2031, 12, 31)
DAYS = Milestones({"prise_d_effet": START, "fin_du_contrat": END}, "prise_d_effet")
FILE = "obligations-et-livrables.ics"


def delay(kind: str, count: object):
    return fill(None, "delai", Blank(type=kind, libelle="Délai"), count)


@pytest.mark.parametrize(
    ("start", "kind", "count", "day"),
    [
        (date(2028, 1, 1), "jours", 30, date(2028, 1, 31)),
        (date(2028, 1, 31), "mois", 1, date(2028, 2, 29)),
        (date(2027, 1, 31), "mois", 1, date(2027, 2, 28)),
        (date(2028, 2, 29), "annees", 1, date(2029, 2, 28)),
        (date(2028, 4, 28), "jours_ouvres", 1, date(2028, 5, 2)),  # -- a week-end, then 1 May --
        (date(2028, 4, 14), "jours_ouvres", 5, date(2028, 4, 24)),  # -- Easter Monday is 17 April --
        (date(2028, 12, 22), "jours_ouvres", 1, date(2028, 12, 26)),
        (date(2028, 1, 1), "heures", 24, None),
        (date(9999, 12, 1), "mois", 3, None),
        (date(2028, 1, 1), "jours_ouvres", 10**12, None),
    ],
)
def test_delays_run_from_a_date_to_the_same_date_and_leave_out_french_holidays(start, kind, count, day) -> None:
    assert shifted(start, delay(kind, count)) == day


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (When(apres="prise_d_effet", delai="delai"), date(2028, 4, 1)),
        (When(apres="prise_d_effet"), START),
        (When(avant="fin_du_contrat", delai="delai"), date(2031, 9, 30)),
        (When(apres="prise_d_effet", delai="delai", chaque="annee"), date(2028, 4, 1)),
        (When(apres="notification", delai="delai"), None),
        (When(apres="evenement", delai="delai"), None),
        (When(chaque="livraison"), None),
    ],
)
def test_a_deadline_is_dated_from_its_milestone(when, day) -> None:
    assert DAYS.day_of(when, delay("mois", 3) if when.delay else None) == day


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("mois", date(2028, 2, 1)),
        ("trimestre", date(2028, 4, 1)),
        ("semestre", date(2028, 7, 1)),
        ("annee", date(2029, 1, 1)),
    ],
)
def test_a_period_without_a_date_falls_at_the_end_of_its_first_one(period, day) -> None:
    assert DAYS.day_of(When(chaque=period), None) == day
    short = Milestones({"prise_d_effet": START, "fin_du_contrat": START}, "prise_d_effet")
    assert short.day_of(When(chaque=period), None) is None, "the contract ends before"


@pytest.mark.parametrize(
    ("written", "day"), [("31 mai", date(2029, 5, 31)), ("1er juin", date(2029, 6, 1)), ("à l'automne", None)]
)
def test_a_day_of_the_year_is_that_of_the_year_after(written, day) -> None:
    blank = fill(None, "jour", Blank(type="texte", libelle="Jour"), written)
    assert DAYS.day_of(When(chaque="annee", jour="jour"), None, blank) == day


def test_what_is_past_when_an_amendment_enters_into_force_is_put_off_to_the_end_of_its_delay() -> None:
    amended = Milestones(DAYS.days, "prise_d_effet", (date(2030, 3, 1), date(2030, 9, 1)))
    assert amended.day_of(When(apres="prise_d_effet", delai="d"), delay("mois", 3)) == date(2030, 9, 1)
    assert amended.day_of(When(chaque="annee"), None) == date(2031, 1, 1), "a period goes on as before"
    assert amended.day_of(When(avant="fin_du_contrat", delai="d"), delay("mois", 3)) == date(2031, 9, 30)


OWED = clause(
    """a_completer: {d: {type: mois, libelle: Délai, defaut: 3}}
livrables:
  - {id: plan, quoi: Le plan, qui: operateur, quand: {apres: prise_d_effet, delai: d, chaque: annee}, format: CSV, preuve: bordereau, alinea: 1}
  - {id: liste, quoi: La liste, qui: acheteur, quand: {apres: notification}, alinea: 2}""",
    "1. {L'opérateur} remet au format CSV, contre un bordereau, le plan {{ d }} après la prise d'effet, puis chaque année.\n"
    "2. {L'acheteur} remet la liste à la notification.",
)
DATED = {"contrat": {"debut": "2028-01-31"}}


def test_the_sheet_shows_real_days_and_says_which_datum_would_date_the_others(small) -> None:
    found = sheet(contract(small, values=DATED, a=OWED), "obligations-et-livrables")
    plan, liste = rows(found)
    assert plan["Date d’échéance"] == date(2028, 4, 30) and liste["Date d’échéance"] is None
    assert plain(plan["Échéance"]) == "3 mois après la prise d'effet du Contrat, puis chaque année"
    assert plan["Périodicité"] == "chaque année" and liste["Périodicité"] == ""
    assert (
        "Sans le jour de la notification du Contrat, une ligne reste relative : renseignez « Date de notification »."
        in plain(found.note)
    )
    assert next(column for column in found.columns if column.title == "Statut").choices


def entries(content: bytes) -> list:
    return [part for part in Calendar.from_ical(content).walk() if part.name == "VEVENT"]


def test_a_diary_reads_whole_days_that_come_back_until_the_end(small) -> None:
    drafted = contract(small, {"duree_ans": 4}, DATED, a=OWED)
    content = bundle_files(drafted, Audience.BIDDERS)[FILE]
    assert FILE not in bundle_files(drafted, Audience.INTERNAL)
    (entry,) = entries(content)
    assert entry.decoded("dtstart") == date(2028, 4, 30)
    assert dict(entry["rrule"]) == {
        "FREQ": ["YEARLY"], "BYMONTH": [4], "BYMONTHDAY": [28, 29, 30], "BYSETPOS": [-1], "UNTIL": [date(2032, 1, 30)],
    }  # fmt: skip
    said = plain(entry["description"])
    for words in ("Article 1.1.1, annexe 1", "Débiteur : Concessionnaire", "Preuve : bordereau"):
        assert words in said
    assert plain(entry["summary"]) == "Le plan (Concessionnaire)"


def test_without_a_known_end_only_the_first_day_is_entered_and_says_so(small) -> None:
    (entry,) = entries(bundle_files(contract(small, values=DATED, a=OWED))[f"consultation/{FILE}"])
    assert "rrule" not in entry and "seul le premier jour est inscrit" in plain(entry["description"])


def test_nothing_dated_no_diary(small) -> None:
    assert not any(name.endswith(".ics") for name in bundle_files(contract(small, a=OWED)))


def test_the_diary_is_the_same_bytes_in_any_time_zone_and_keeps_its_names(small) -> None:
    files, before = [], os.environ.get("TZ")
    try:
        for zone in ("Pacific/Auckland", "America/Anchorage"):
            os.environ["TZ"] = zone
            time.tzset()
            files.append(bundle_files(contract(small, {"duree_ans": 4}, DATED, a=OWED))[f"consultation/{FILE}"])
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()
    assert files[0] == files[1]
    later = bundle_files(contract(small, {"duree_ans": 4}, {"contrat": {"debut": "2029-01-01"}}, a=OWED))[
        f"consultation/{FILE}"
    ]
    other = bundle_files(contract(small, {"duree_ans": 4}, DATED, title="Autre contrat", a=OWED))[
        f"consultation/{FILE}"
    ]
    (first,), (moved,), (foreign,) = entries(files[0]), entries(later), entries(other)
    assert first["uid"] == moved["uid"] != foreign["uid"]
