"""The command that proves the library: what it says of every contract, or the dossier that shows the contrary."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clausegen import paths
from clausegen.errors import ClausegenError

if TYPE_CHECKING:
    from clausegen.dossier.dossier import Dossier
    from clausegen.proof.prover import Refuted
    from clausegen.proof.witness import Witness

_MISSING = "La preuve demande le solveur z3, qui n'est pas installé : « pip install 'clausegen[proof]' » l'ajoute."


def prove(
    clauses: Annotated[Path | None, typer.Argument(metavar="[CLAUSES]", help="Dossier des clauses.")] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--au", metavar="AAAA-MM-JJ", help="Les seuils de quel jour (par défaut, aujourd'hui)."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--contre-exemples", metavar="DOSSIER", help="Où écrire les dossiers qui contredisent."),
    ] = None,
) -> None:
    """Prouve la bibliothèque pour toutes les réponses possibles, ou donne le dossier qui la contredit."""
    try:
        from clausegen.proof.prover import Kind, Prover
    except ImportError:
        raise ClausegenError(_MISSING) from None
    from clausegen.library.reader import read_library

    library = read_library(clauses or paths.clauses()).sound()
    day = _day(as_of) if as_of else date.today()
    refuted: list[Refuted] = []
    total = 0
    prover = Prover(library, day)
    for kind in Kind:
        report = prover.prove(kind)
        total += report.proved + len(report.refuted)
        refuted += report.refuted
        wrong = f", {len(report.refuted)} fausses" if report.refuted else ""
        typer.echo(f"{kind.value} : {report.proved} affirmations prouvées{wrong}.")
    for rank, each in enumerate(refuted, start=1):
        typer.echo(f"\n{rank}. {each.subject} ({each.kind.value})\n   {each.told}", err=True)
        for line in _answers(each):
            typer.echo(f"   {line}", err=True)
        if out and each.witnesses:
            written = ", ".join(f"« {path} »" for path in _written(out, rank, each))
            typer.echo(f"   À ouvrir avec « clausegen draft » ou dans l'application : {written}.", err=True)
    if refuted:
        hint = "" if out else " Ajoutez --contre-exemples DOSSIER pour ouvrir les dossiers qui les contredisent."
        typer.echo(f"\n{len(refuted)} affirmations fausses sur {total}.{hint}", err=True)
        raise typer.Exit(1)
    typer.echo(f"{total} affirmations prouvées pour toutes les réponses possibles, au {day.isoformat()}.")


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ClausegenError(f"« {written} » n'est pas une date ; écrivez par exemple 2026-11-28.") from None


def _answers(refuted: "Refuted") -> list[str]:
    """Return the answers of each dossier as a reader of French says them."""
    lines = []
    names = ("Dossier", "Autre dossier") if len(refuted.witnesses) > 1 else ("Dossier",)
    for name, witness in zip(names, refuted.witnesses, strict=False):
        said = [witness.sentences.answer(fact, value) for fact, value in witness.answers.items()]
        lines.append(f"{name} : {' ; '.join(said) or 'aucune réponse'}.")
    return lines


def _written(out: Path, rank: int, refuted: "Refuted") -> list[Path]:
    """Write the dossiers of a counterexample; return their paths."""
    from clausegen.dossier.dossier import dump_dossier
    from clausegen.renderers.bundle import write_folder

    stem = re.sub(r"[^a-z0-9]+", "-", f"contre-exemple-{rank:02}-{refuted.subject}").strip("-")
    ends = ("-avant", "-apres") if len(refuted.witnesses) > 1 else ("",)
    files = {
        f"{stem}{end}.json": dump_dossier(_dossier(refuted, witness)).encode()
        for end, witness in zip(ends, refuted.witnesses, strict=True)
    }
    write_folder(out, files)
    return [out / name for name in files]


def _dossier(refuted: "Refuted", witness: "Witness") -> "Dossier":
    from clausegen.dossier.dossier import ClauseChoice, Dossier
    from clausegen.facts.condition_syntax import word

    answers = {
        name: tuple(word(each) for each in value) if isinstance(value, tuple) else word(value)
        for name, value in witness.answers.items()
    }
    choices = {
        id: ClauseChoice(retain=choice.retain, reason=choice.reason, variant=choice.variant)
        for id, choice in witness.choices.items()
    }
    title = f"Contre-exemple : {refuted.subject}"
    return Dossier(title=title, law_date=witness.as_of, answers=answers, choices=choices)
