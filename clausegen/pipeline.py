"""From a buyer's answers to annexes. Read this first: the whole journey is here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from clausegen import __version__
from clausegen.assembly.annexes import Identity, compose
from clausegen.assembly.cautions import Told, effect, told
from clausegen.assembly.decisions import Choice, Level, Selection
from clausegen.assembly.definitions import definitions_used
from clausegen.assembly.inventory import assets, inventory
from clausegen.assembly.measures import cap, measures
from clausegen.assembly.milestones import milestones
from clausegen.assembly.numbering import Numbering, number
from clausegen.assembly.obligations import obligations
from clausegen.assembly.relevance import Interview, interview
from clausegen.assembly.resolution import FilledBlank, ResolvedClause, fill, resolve
from clausegen.assembly.selection import select
from clausegen.assembly.sources import printed_sources
from clausegen.assembly.tables import Contents
from clausegen.assembly.typography import typeset
from clausegen.companions.companion import Companion
from clausegen.companions.findings import Findings
from clausegen.companions.makers import companions
from clausegen.document.nodes import CoverLine, Document, Filling, Value
from clausegen.document.provenance import Provenance
from clausegen.dossier.dossier import GENERAL, Dossier
from clausegen.errors import DossierError, Problem, did_you_mean, listed, sentence
from clausegen.facts.facts import Facts
from clausegen.facts.formatting import day
from clausegen.facts.sentences import Sentences
from clausegen.library.blanks import parse_blank
from clausegen.library.contracts import Contract, Contracts
from clausegen.library.library import ClauseLibrary

DRAFT_MARK = "PROJET"
"""Printed on every page while something is missing."""


@dataclass(frozen=True)
class Understood:
    """A dossier read with one library: what could be understood, and what could not."""

    interview: Interview
    """Which answers count, which questions are left."""
    facts: Facts
    """What the answers that count make known."""
    choices: Mapping[str, Choice]
    values: Mapping[str, Mapping[str, object]]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Draft:
    """Everything that a dossier gives: the decisions, the annexes, what goes with them, what is missing."""

    dossier: Dossier
    facts: Facts
    selection: Selection
    resolved: tuple[ResolvedClause, ...]
    annexes: tuple[Document, ...]
    companions: tuple[Companion, ...]
    gaps: tuple[FilledBlank, ...]
    numbering: Numbering
    told: Told
    """Warnings, ceilings and reminders: what no clause can settle."""
    complete: bool
    """True when nothing is missing: no gap, no waiting clause, no obligatory clause set aside, nothing misunderstood,
    no blocking warning."""


def draft(dossier: Dossier, library: ClauseLibrary, today: date) -> Draft:
    """Turn a dossier into annexes; DossierError lists everything that is wrong in it.

    The law applied is that of the dossier's `date_droit`, of `today` when it has none.
    """
    understood = understand(dossier, library, today)
    if understood.problems:
        raise DossierError(understood.problems)
    return compose_draft(dossier, understood, library)


def compose_draft(dossier: Dossier, understood: Understood, library: ClauseLibrary) -> Draft:
    """Turn what was understood of a dossier into annexes: select, resolve, number, compose."""
    frame, facts = library.frame, understood.facts
    sentences = Sentences(frame.questionnaire, frame.thresholds, facts.as_of)
    contract = frame.contracts.by_type.get(str(facts.get("type_contrat")))
    annex_set = frame.plan.set_for(facts)
    selection = select(library, facts, understood.choices)
    if contract is None or annex_set is None:
        raise DossierError(
            Problem(
                "faits.type_contrat",
                0,
                f"le type de contrat manque ; possibles : {listed(tuple(frame.contracts.by_type))}.",
            )
        )
    filled = resolve(selection, facts, contract, frame.contracts, understood.values)
    numbering = number(filled, frame.plan, annex_set)
    resolved = numbering.clauses
    places = dict(numbering.places)
    general = _general(understood.values, frame.contracts)
    schedule = frame.contracts.schedule
    days = milestones(schedule, general, facts, resolved)
    measured = measures(resolved, places)
    owed = obligations(resolved, places, contract, days, measured)
    contents = Contents(
        definitions=definitions_used(resolved, frame.glossary, contract),
        obligations=owed,
        measures=measured,
        inventory=inventory(resolved, places, owed),
        effect=effect(frame.cautions, facts, sentences),
        sources=printed_sources(resolved, frame.registry),
        assets=assets(resolved, places),
        cap=cap(resolved, places, schedule, facts),
        days=days,
    )
    gaps = missing_blanks(resolved)
    cautions = told(frame.cautions, facts)
    complete = not understood.problems and not cautions.blocked and _complete(gaps, selection)
    identity = Identity(
        dossier.title,
        _cover(general, frame.contracts, contract),
        "" if complete else DRAFT_MARK,
        f"État du droit au {day(facts.as_of)}",
        annex_set.layout,
        Provenance(dossier.title, library.fingerprint, facts.as_of, __version__),
    )
    annexes = compose(numbering, contents, identity)
    findings = Findings(
        selection, resolved, numbering, contents, facts, library, sentences, contract, identity, gaps, general, annex_set, cautions,
        annexes, understood.interview.open,
    )  # fmt: skip
    return Draft(
        dossier=_pinned(dossier, library, facts.as_of),
        facts=facts,
        selection=selection,
        resolved=resolved,
        annexes=annexes,
        companions=companions(annex_set.companions, findings),
        gaps=gaps,
        numbering=numbering,
        told=cautions,
        complete=complete,
    )


def understand(dossier: Dossier, library: ClauseLibrary, today: date) -> Understood:
    """Return the dossier as typed facts, choices and values; what cannot be understood is left out and reported."""
    frame = library.frame
    as_of = dossier.law_date or today
    typed, problems = frame.questionnaire.read(dossier.answers)
    found = list(problems)
    choices = {}
    for id, choice in dossier.choices.items():
        if id not in library:
            found.append(Problem(f"choix.{id}", 0, f"cette clause n'existe pas.{did_you_mean(id, library.clauses)}"))
        elif choice.variant is not None and choice.variant not in library[id].variant_names:
            names = listed(tuple(filter(None, library[id].variant_names)))
            found.append(
                Problem(f"choix.{id}", 0, f"la variante « {choice.variant} » n'existe pas ; possibles : {names}.")
            )
        else:
            choices[id] = Choice(choice.retain, choice.reason, choice.variant)
    values: dict[str, dict[str, object]] = {}
    for owner, given in dossier.values.items():
        if owner != GENERAL and owner not in library:
            found.append(
                Problem(f"valeurs.{owner}", 0, f"cette clause n'existe pas.{did_you_mean(owner, library.clauses)}")
            )
            continue
        blanks = frame.contracts.general if owner == GENERAL else library[owner].blanks
        for name, raw in given.items():
            if name not in blanks:
                found.append(
                    Problem(f"valeurs.{owner}.{name}", 0, f"ce blanc n'existe pas.{did_you_mean(name, blanks)}")
                )
            elif raw is not None and raw != "":
                try:
                    parse_blank(blanks[name], raw)
                    values.setdefault(owner, {})[name] = raw
                except ValueError as error:
                    found.append(Problem(f"valeurs.{owner}.{name}", 0, sentence(error)))
    counted = interview(library, typed, frame.thresholds.on(as_of), choices)
    facts = frame.questionnaire.known(counted.kept, frame.thresholds, as_of)
    return Understood(counted, facts, choices, values, tuple(found))


def missing_blanks(resolved: tuple[ResolvedClause, ...]) -> tuple[FilledBlank, ...]:
    """Return the blanks printed as gaps, each once."""
    gaps = [blank for clause in resolved for blank in clause.blanks if blank.filling is Filling.MISSING]
    return tuple({(gap.clause, gap.name): gap for gap in gaps}.values())


def _pinned(dossier: Dossier, library: ClauseLibrary, as_of: date) -> Dossier:
    """Return the dossier with the library and the day of law that it was drafted with, so that it can be drafted again."""
    return dossier.model_copy(update={"library": library.fingerprint, "law_date": as_of})


def _general(values: Mapping[str, Mapping[str, object]], contracts: Contracts) -> dict[str, FilledBlank]:
    given = values.get(GENERAL, {})
    return {name: fill(None, name, blank, given.get(name)) for name, blank in contracts.general.items()}


def _cover(general: Mapping[str, FilledBlank], contracts: Contracts, contract: Contract) -> tuple[CoverLine, ...]:
    """Return the general data that the buyer has given, under the names of the contract."""
    lines = [CoverLine("Type de contrat", Value(typeset(contract.label)))]
    for name, filled in general.items():
        if filled.filling is not Filling.MISSING:
            party = contracts.party_names.get(name)
            label = contract.party(party).name if party else typeset(filled.blank.label)
            lines.append(CoverLine(label, Value(filled.text, filled.filling)))
    return tuple(lines)


def _complete(gaps: tuple[FilledBlank, ...], selection: Selection) -> bool:
    obligatory_set_aside = any(decision.level is Level.OBLIGATORY for decision in selection.set_aside)
    return not (gaps or selection.waiting or obligatory_set_aside)
