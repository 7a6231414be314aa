"""Run the cases that lawyers write beside the clauses: each says what a contract must hold, and why it matters."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import PurePosixPath

from clausegen.assembly.decisions import Decision, Level
from clausegen.assembly.resolution import resolve_clause
from clausegen.assembly.verdicts import choose_variant, judge
from clausegen.document.nodes import Link, Reference, plain_text, sentences_of
from clausegen.document.yaml_source import read_yaml
from clausegen.errors import ClausegenError, DossierError, Problem, did_you_mean, listed, sentence
from clausegen.facts.conditions import NEVER
from clausegen.facts.facts import Facts
from clausegen.facts.values import parse_date
from clausegen.library.clause import Clause
from clausegen.library.frame_files import CaseFile
from clausegen.library.library import ClauseLibrary
from clausegen.library.model_errors import validated
from clausegen.library.reader import CASES_SUFFIX

LEVEL_NAMES = {
    Level.OBLIGATORY: "obligatoire",
    Level.RECOMMENDED: "recommandee",
    Level.OPTIONAL: "facultative",
    Level.EXCLUDED: "exclue",
    Level.NOT_APPLICABLE: "sans_objet",
    Level.WAITING: "en_attente",
}
"""Levels as cases and files write them."""

_EXPECTED: Mapping[str, tuple[Level, ...]] = {
    **{name: (level,) for level, name in LEVEL_NAMES.items()},
    "possible": (Level.OPTIONAL,),
    "ecartee": (Level.EXCLUDED, Level.NOT_APPLICABLE),
    "retenue": (Level.OBLIGATORY, Level.RECOMMENDED),
}


@dataclass(frozen=True)
class Case:
    """One case, with the clause it is about and where it is written."""

    clause: str
    path: str
    line: int
    file: CaseFile


@dataclass(frozen=True)
class Outcome:
    """What a case gave: no fault when it passed."""

    case: Case
    faults: tuple[str, ...]


def read_cases(texts: Mapping[str, str]) -> tuple[list[Case], list[Problem]]:
    """Return the cases of `{path: content}` and what cannot be read in them."""
    problems: list[Problem] = []
    cases = [case for path in sorted(texts) for case in _read(path, texts[path], problems)]
    return cases, problems


def _read(path: str, text: str, problems: list[Problem]) -> list[Case]:
    try:
        source = read_yaml(text, path)
    except ClausegenError as error:
        problems.extend(error.problems)
        return []
    if not isinstance(source.data, list):
        told = "un fichier de cas est une liste ; commencez chaque cas par « - nom: » et une phrase."
        problems.append(Problem(path, source.line(()), told))
        return []
    clause = PurePosixPath(path).name.removesuffix(CASES_SUFFIX)
    read = [
        (index, validated(CaseFile, written, path, source.line, problems, (index,)))
        for index, written in enumerate(source.data)
    ]
    return [Case(clause, path, source.line((index,)), one) for index, file in read if file for one in _each(file)]


def _each(file: CaseFile) -> Iterator[CaseFile]:
    """Yield the case once per combination of the answers of `pour_chaque`, which its name then says; as it is without them."""
    if not file.each:
        yield file
        return
    for answers in product(*file.each.values()):
        named = dict(zip(file.each, answers, strict=True))
        said = ", ".join(f"{fact} : {answer}" for fact, answer in named.items())
        yield file.model_copy(update={"name": f"{file.name} ({said})", "facts": {**file.facts, **named}, "each": {}})


def unmatched(cases: Collection[Case], library: ClauseLibrary) -> Iterator[Problem]:
    """Yield a problem for each clause without a case, and for each file of cases without a clause."""
    written = {case.clause for case in cases}
    for clause in library:
        if clause.id not in written:
            yield Problem(
                clause.path, 0, f"la clause n'a aucun cas : écrivez-en à côté, dans {clause.id}{CASES_SUFFIX}."
            )
    for path, id in sorted({(case.path, case.clause) for case in cases if case.clause not in library}):
        hint = did_you_mean(id, library.clauses)
        yield Problem(path, 0, f"ces cas ne sont à côté d'aucune clause « {id} ».{hint}")


def run_cases(
    library: ClauseLibrary, texts: Mapping[str, str], faulted: Collection[str] = ()
) -> Iterator[Outcome | Problem]:
    """Yield the outcome of each case, and a problem for each case that cannot be run.

    `faulted` are the files in which the reading of the library found a fault: their cases would say nothing sure.
    """
    cases, problems = read_cases(texts)
    yield from problems
    for case in cases:
        if (path := f"{case.path.removesuffix(CASES_SUFFIX)}.md") in faulted:
            yield Problem(
                case.path, case.line, f"« {case.file.name} » : {path} a des défauts ; « clausegen check » les dit."
            )
            continue
        if case.clause not in library:
            hint = did_you_mean(case.clause, library.clauses)
            yield Problem(case.path, 0, f"ces cas ne sont à côté d'aucune clause « {case.clause} ».{hint}")
            continue
        try:
            yield Outcome(case, tuple(_faults(library, library[case.clause], case)))
        except DossierError as error:
            yield from (
                Problem(case.path, case.line, f"« {case.file.name} » : {problem}") for problem in error.problems
            )
        except ValueError as error:
            yield Problem(case.path, case.line, sentence(f"« {case.file.name} » : {error}"))


def _faults(library: ClauseLibrary, clause: Clause, case: Case) -> Iterator[str]:
    frame, file = library.frame, case.file
    facts = frame.questionnaire.facts(file.facts, frame.thresholds, parse_date(file.law_date))
    decision = judge(clause, facts)
    if decision.level not in _EXPECTED[file.expected]:
        because = listed(decision.because or decision.waiting_for)
        yield f"attendu « {file.expected} », obtenu « {LEVEL_NAMES[decision.level]} » ({because})"
    if file.questions is not None and set(file.questions) != set(decision.waiting_for):
        yield f"questions attendues : {listed(file.questions)} ; obtenues : {listed(decision.waiting_for)}"
    name, _, _ = choose_variant(clause, facts, _chosen(clause, file))
    if file.variant is not None and file.variant != name:
        yield f"variante attendue « {file.variant} », obtenue « {name} »"
    if file.contains or file.lacks:
        text = _plain(clause_text(library, clause, facts, name))
        yield from (f"le texte ne contient pas « {words} »" for words in file.contains if _plain(words) not in text)
        yield from (f"le texte contient « {words} »" for words in file.lacks if _plain(words) in text)


def _chosen(clause: Clause, file: CaseFile) -> str | None:
    """A wording that the buyer chose: the case says so, or nothing else picks it, neither a condition nor the default."""
    named = next((v for v in clause.variants if v.name == file.variant), None)
    unpicked = named is not None and named.condition == NEVER and named is not clause.default_variant
    return file.variant if file.chosen or unpicked else None


def clause_text(library: ClauseLibrary, clause: Clause, facts: Facts, variant: str) -> str:
    """Return the text of one clause alone, blanks at their proposed values, linked clauses taken as retained."""
    contracts = library.frame.contracts
    type = facts.get("type_contrat") or clause.contracts[0]
    decision = Decision(clause, Level.OBLIGATORY, retained=True, variant=variant)
    contract = contracts.by_type[str(type)]
    resolved = resolve_clause(decision, facts, contract, contracts.general, set(library.clauses), {})
    return "\n".join(
        plain_text(tuple(Link("l’article 0.0", "") if isinstance(part, Reference) else part for part in parts))
        for alinea in resolved.paragraphs
        for parts in sentences_of(alinea)
    )


def _plain(text: str) -> str:
    """Compare words, not the kind of space or apostrophe."""
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip()
