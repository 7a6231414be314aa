"""The calendar of the obligations: a workbook where each deliverable is followed, and the same days for a diary."""

from clausegen.assembly.milestones import PERIODS
from clausegen.assembly.numbering import document_of
from clausegen.assembly.obligations import Obligation, milestone, period
from clausegen.assembly.typography import typeset
from clausegen.companions.findings import Findings
from clausegen.companions.indicators import indicators_sheet
from clausegen.document.events import Event
from clausegen.document.sheets import Cell, Column, Sheet
from clausegen.facts.formatting import day

STATUSES = ("À faire", "En cours", "Remis", "Accepté", "Refusé", "Sans objet")


def calendar_sheets(f: Findings) -> tuple[Sheet, ...]:
    """Return a row per deliverable due; and the indicators, when the contract has no workbook for them."""
    columns = (
        Column("Annexe", 9), Column("Article", 10), Column("Clause", 22), Column("Livrable", 32), Column("Débiteur", 17),
        Column("Échéance", 24), Column("Date d’échéance", 12), Column("Périodicité", 13), Column("Format", 16),
        Column("Preuve", 16), Column("Pénalité", 10), Column("Statut", 10, STATUSES), Column("Date de remise", 12),
        Column("Observations", 18),
    )  # fmt: skip
    rows = tuple(_row(each) for each in f.contents.obligations)
    followed = Sheet("Obligations et livrables", columns, rows, note="\n".join(_notes(f)))
    return (followed,) if "indicateurs" in f.annex_set.companions else (followed, indicators_sheet(f))


def calendar_events(f: Findings) -> tuple[Event, ...]:
    """Return an entry per dated deliverable; what comes back does so until the end of the contract.

    Without a known end only the first day is entered: a diary would otherwise be filled for ever.
    """
    return tuple(_event(each, f) for each in f.contents.obligations if each.day)


def _row(o: Obligation) -> tuple[Cell, ...]:
    return (
        o.annex or document_of(o.annex), o.article, typeset(o.clause_title), o.what, o.debtor, o.due, o.day, period(o.every),
        o.format, o.proof, o.penalty, STATUSES[0], None, None,
    )  # fmt: skip


def _notes(f: Findings) -> list[str]:
    """Return what the sheet says of itself: what a row is, how days are counted, which datum would date the others."""
    days, schedule = f.contents.days, f.library.frame.contracts.schedule
    said = ["Une ligne par livrable dû en vertu des annexes ; l’article est l’alinéa qui le crée et fait foi."]
    if any(o.day for o in f.contents.obligations):
        told = "Dates comptées de quantième à quantième. Une périodicité sans date propre tombe à la fin de sa première période"
        since = f", comptée depuis {milestone(days.periods_since)}" if days.periods_since else ""
        said.append(f"{told}{since}.")
    if days.postponed:
        entry, until = days.postponed
        said.append(
            f"Une échéance déjà passée à l'entrée en vigueur de l'avenant, le {day(entry)}, est reportée au {day(until)}."
        )
    awaited = [o.awaited for o in f.contents.obligations if o.awaited in schedule.milestones]
    for name in dict.fromkeys(awaited):
        count = awaited.count(name)
        rows = f"{count} lignes restent relatives" if count > 1 else "une ligne reste relative"
        said.append(f"Sans le jour de {milestone(name)}, {rows} : renseignez {_asked(name, f)}.")
    return [typeset(sentence) for sentence in said]


def _asked(name: str, f: Findings) -> str:
    """Return what to give so that a milestone is dated: « Date de prise d'effet » in the general data, or the questions."""
    contracts = f.library.frame.contracts
    ways = contracts.schedule.milestones[name]
    labels = [f"« {contracts.general[way.general].label} »" for way in ways if way.general]
    return labels[0] if labels else f.sentences.asked(tuple(way.fact for way in ways if way.fact))


def _event(o: Obligation, f: Findings) -> Event:
    end = f.contents.days.end
    months = PERIODS.get(o.every, 0)
    again = months if months and end and o.day and o.day < end else 0
    lines = [
        f"Article {o.article}, {document_of(o.annex)} : {o.clause_title}",
        f"Débiteur : {o.debtor}",
        f"Échéance : {o.due}",
        f"Format : {o.format}" if o.format else "",
        f"Preuve : {o.proof}" if o.proof else "",
        f"Pénalité : {o.penalty}" if o.penalty else "",
        "Revient jusqu'à la fin du Contrat, dont la date n'est pas connue : seul le premier jour est inscrit."
        if months and end is None
        else "",
    ]
    # -- in a diary that holds several contracts, an entry must say which; the title is printed as typed --
    described = "\n".join([*(typeset(line) for line in lines if line), f"{typeset('Contrat :')} {f.identity.title}"])
    assert o.day
    return Event(o.id, o.day, f"{o.what} ({o.debtor})", described, again, end if again else None)
