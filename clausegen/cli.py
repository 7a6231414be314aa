"""The command line: thin, in French. Each command loads what it needs, so that `select` starts fast."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from clausegen import __version__, paths
from clausegen.command_french import FrenchCommand, FrenchGroup, run
from clausegen.errors import ClausegenError, DossierError, LibraryError, Problem

app = typer.Typer(
    name="clausegen",
    cls=FrenchGroup,
    help="Clauses numériques des contrats publics : des réponses de l'acheteur aux annexes Word.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
new_app = typer.Typer(help="Crée un fichier à rédiger.", cls=FrenchGroup, no_args_is_help=True, rich_markup_mode=None)
app.add_typer(new_app, name="new")

DossierArgument = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="Fichier YAML ou JSON, ou identifiant d'un dossier enregistré.")
]
ClausesOption = Annotated[
    Path | None,
    typer.Option("--clauses", metavar="DOSSIER", help="Dossier des clauses (par défaut, celui du produit)."),
]


@app.command("app", cls=FrenchCommand)
def serve(
    host: Annotated[
        str, typer.Option("--host", help="Adresse d'écoute ; par défaut, cette machine seulement.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port d'écoute.")] = 8501,
) -> None:
    """Ouvre l'application dans le navigateur."""
    from clausegen import launcher

    launcher.serve(host, port)


@app.command("select", cls=FrenchCommand)
def select_command(
    dossier: DossierArgument,
    as_json: Annotated[bool, typer.Option("--json", help="Écrit la sélection en JSON.")] = False,
    clauses: ClausesOption = None,
) -> None:
    """Dit quelles clauses sont retenues, écartées, sans objet ou en attente, et pourquoi."""
    from clausegen.assembly.explanation import LEVEL_LABELS, explain
    from clausegen.assembly.selection import select
    from clausegen.facts.sentences import Sentences
    from clausegen.pipeline import understand
    from clausegen.renderers.selection_json import selection_data

    library, read = _library(clauses), _dossier(dossier)
    understood = understand(read, library, date.today())
    if understood.problems:
        raise DossierError(understood.problems)
    selection = select(library, understood.facts, understood.choices)
    if as_json:
        data = selection_data(selection)
        data |= {"law_date": understood.facts.as_of.isoformat(), "library": library.fingerprint}
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    sentences = Sentences(library.frame.questionnaire, library.frame.thresholds, understood.facts.as_of)
    for title, decisions in (
        ("Retenues", [d for d in selection.retained if d not in selection.waiting]),
        ("En attente", selection.waiting),
        ("Écartées", selection.set_aside),
    ):
        typer.echo(f"{title} ({len(decisions)})")
        for decision in decisions:
            typer.echo(f"  {decision.clause.id} – {LEVEL_LABELS[decision.level]}")
            typer.echo(f"    {explain(decision, understood.facts, sentences, library)}")
    for alert in selection.alerts:
        typer.echo(f"Alerte : {alert.message}")


@app.command("draft", cls=FrenchCommand)
def draft_command(
    dossier: DossierArgument,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Dossier où écrire les fichiers.")
    ] = None,
    zip_file: Annotated[Path | None, typer.Option("--zip", metavar="FICHIER", help="Archive ZIP à écrire.")] = None,
    clauses: ClausesOption = None,
) -> None:
    """Écrit les annexes Word, la note de justification, les tableurs et le dossier."""
    from clausegen.delivery import bundle_files
    from clausegen.pipeline import draft
    from clausegen.renderers.bundle import write_file, write_folder, zip_bundle

    if out is None and zip_file is None:
        raise ClausegenError("dites où écrire : --out DOSSIER ou --zip FICHIER.")
    drafted = draft(_dossier(dossier), _library(clauses), date.today())
    files = bundle_files(drafted)
    if out is not None:
        write_folder(out, files)
    if zip_file is not None:
        write_file(zip_file, zip_bundle(files))
    typer.echo(f"{len(files)} fichiers écrits dans {' et '.join(str(place) for place in (out, zip_file) if place)}.")
    if not drafted.complete:
        missing = [f"{len(drafted.gaps)} blancs à compléter", f"{len(drafted.selection.waiting)} clauses en attente"]
        typer.echo(f"Documents marqués PROJET : {', '.join(missing)} (voir la note de justification).")


@app.command("check", cls=FrenchCommand)
def check_command(
    clauses: Annotated[Path | None, typer.Argument(metavar="[CLAUSES]", help="Dossier des clauses.")] = None,
) -> None:
    """Relit toute la bibliothèque et dit, fichier par fichier et ligne par ligne, ce qui ne va pas."""
    from clausegen.cases import read_cases
    from clausegen.library.reader import read_library

    reading = read_library(clauses or paths.clauses())
    cases, faults = read_cases(reading.cases)
    problems = sorted([*reading.problems, *faults, *_without_cases({c.clause for c in cases}, reading.library.clauses)])
    for problem in problems:
        typer.echo(str(problem), err=True)
    library = reading.library
    typer.echo(
        f"{len(library)} clauses, {len(cases)} cas, {len(library.frame.questionnaire.questions)} questions, "
        f"{len(library.frame.registry)} références juridiques : {_faults(len(problems))}."
    )
    if problems:
        raise typer.Exit(1)


@app.command("test", cls=FrenchCommand)
def test_command(
    path: Annotated[
        Path | None, typer.Argument(metavar="[CHEMIN]", help="Dossier de clauses, thème ou fichier de cas.")
    ] = None,
) -> None:
    """Exécute les cas écrits à côté des clauses."""
    from clausegen.cases import Outcome, run_cases
    from clausegen.library.reader import read_library

    root, part = _part(path)
    reading = read_library(root)
    texts = {name: text for name, text in reading.cases.items() if part is None or name.startswith(part)}
    if not texts:
        raise LibraryError(Problem(str(path or root), 0, "aucun fichier de cas (.exemples.yml) à cet endroit."))
    passed = failed = 0
    for result in run_cases(reading.library, texts):
        if isinstance(result, Outcome) and not result.faults:
            passed += 1
            continue
        failed += 1
        if isinstance(result, Outcome):
            typer.echo(f"{result.case.path}, ligne {result.case.line} : « {result.case.file.name} »", err=True)
            for fault in result.faults:
                typer.echo(f"    {fault}", err=True)
        else:
            typer.echo(str(result), err=True)
    typer.echo(f"{passed} cas réussis, {_faults(failed)}.")
    if failed:
        raise typer.Exit(1)


@app.command("schema", cls=FrenchCommand)
def schema_command(clauses: ClausesOption = None) -> None:
    """Écrit le schéma JSON d'un fichier de dossier."""
    from clausegen.schema import dossier_schema

    typer.echo(json.dumps(dossier_schema(_library(clauses)), ensure_ascii=False, indent=2))


@new_app.command("clause", cls=FrenchCommand)
def new_clause_command(
    id: Annotated[str, typer.Argument(metavar="IDENTIFIANT", help="Minuscules sans accent, chiffres et tirets.")],
    theme: Annotated[str, typer.Option("--theme", metavar="THEME", help="Thème : le dossier où la clause est rangée.")],
    clauses: ClausesOption = None,
) -> None:
    """Crée une clause et ses cas, prêts à être rédigés."""
    from clausegen.errors import did_you_mean, listed
    from clausegen.library.clause_reader import ID
    from clausegen.library.reader import read_library
    from clausegen.library.skeleton import skeleton
    from clausegen.renderers.bundle import write_file

    folder = clauses or paths.clauses()
    library = read_library(folder).library
    themes = library.frame.questionnaire.themes
    if theme not in themes:
        raise LibraryError(
            Problem(
                "",
                0,
                f"le thème « {theme} » n'existe pas ; possibles : {listed(tuple(themes))}.{did_you_mean(theme, themes)}",
            )
        )
    if not ID.match(id):
        raise LibraryError(
            Problem("", 0, f"« {id} » : un identifiant s'écrit en minuscules sans accent, chiffres et tirets.")
        )
    target = folder / theme / f"{id}.md"
    if id in library or target.exists():
        raise LibraryError(Problem(str(target), 0, "cette clause existe déjà ; choisissez un autre identifiant."))
    clause, cases = skeleton(id, library.frame.plan.annexes[themes[theme].annex])
    write_file(target, clause.encode("utf-8"))
    write_file(target.with_name(f"{id}.exemples.yml"), cases.encode("utf-8"))
    typer.echo(
        f"{target} est prêt à être rédigé ; « clausegen check » le relit, « clausegen test {target.parent} » exécute ses cas."
    )


def _version(shown: bool) -> None:
    if shown:
        typer.echo(f"clausegen {__version__}")
        raise typer.Exit


@app.callback()
def root_options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Affiche la version.")
    ] = False,
) -> None:
    pass


def _library(folder: Path | None) -> Any:
    from clausegen.library.reader import read_library

    return read_library(folder or paths.clauses()).sound()


def _dossier(name: str) -> Any:
    """Return the dossier of a file, else the stored one of that id."""
    from clausegen.dossier.dossier import load_dossier

    path = Path(name)
    if path.exists() or path.suffix or len(path.parts) > 1:
        return load_dossier(path)
    from clausegen.dossier.store import Store

    return Store().get(name).dossier


def _without_cases(written: set[str], clauses: Any) -> list[Problem]:
    return [
        Problem(clause.path, 0, "la clause n'a aucun cas : écrivez-en à côté, dans un fichier .exemples.yml.")
        for clause in clauses.values()
        if clause.id not in written
    ]


def _part(path: Path | None) -> tuple[Path, str | None]:
    """Return the folder of the library and, when `path` lies inside it, the part of it to test."""
    if path is None or (path / "questionnaire.yml").is_file():
        return path or paths.clauses(), None
    absolute = path.resolve()
    for parent in absolute.parents:
        if (parent / "questionnaire.yml").is_file():
            part = f"{parent.name}/{absolute.relative_to(parent).as_posix()}"
            return parent, part.removesuffix(".md") if absolute.suffix == ".md" else part
    return path, None


def _faults(count: int) -> str:
    return "aucun défaut" if not count else f"{count} défaut{'s' if count > 1 else ''}"


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a refusal is said in French on stderr with exit code 1, never a traceback."""
    try:
        sys.exit(run(app, arguments))
    except ClausegenError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
