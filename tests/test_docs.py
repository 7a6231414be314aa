"""The documentation that lists things lists all of them, and nothing that is gone."""

import json
import re
import tomllib
from collections.abc import Iterator
from configparser import ConfigParser
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from pydantic import BaseModel

from clausegen import cli, paths
from clausegen.assembly.matrix import matrix
from clausegen.assembly.matrix_page import matrix_page
from clausegen.dossier.dossier import read_dossier
from clausegen.library.clause import ClauseFile
from clausegen.library.coverage import coverage_page
from clausegen.library.frame_files import CaseFile
from clausegen.library.law import CONFIDENCE_LABELS
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint import CHECKS
from clausegen.pipeline import understand
from clausegen.renderers import word_styles
from clausegen.renderers.word_marks import NAMES
from clausegen.schema import dossier_schema

ROOT = paths.root()
PACKAGE = ROOT / "clausegen"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")])


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def commands(group: Any = None, name: str = "clausegen") -> Iterator[tuple[str, Any]]:
    """Yield each command as it is typed, « clausegen new clause », with its parameters."""
    group = group or typer.main.get_command(cli.app)
    for word, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model of a file and those of its parts."""
    yield model
    for field in model.model_fields.values():
        for inner in _inside(field.annotation):
            yield from models(inner)


def _inside(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _inside(argument)


def words(annotation: object) -> Iterator[str]:
    """Yield the words that a key allows."""
    for argument in getattr(annotation, "__args__", ()):
        if isinstance(argument, str):
            yield argument
        else:
            yield from words(argument)


PARTS = [*models(ClauseFile), *models(CaseFile)]


# -- for lawyers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_check_is_explained_to_lawyers(check: Any) -> None:
    name = check.__name__
    assert f"# `{name}`\n\n*{check.__doc__}*\n" in page(f"docs/juristes/verifications/{name}.md")
    assert "## Pour corriger\n" in page(f"docs/juristes/verifications/{name}.md")
    assert f"| [`{name}`](verifications/{name}.md) | {check.__doc__} |" in page("docs/juristes/verifications.md")


def test_no_check_is_explained_that_is_gone() -> None:
    explained = {path.stem for path in (ROOT / "docs/juristes/verifications").glob("*.md")}
    assert explained == {check.__name__ for check in CHECKS}


def test_the_coverage_of_the_study_is_the_one_printed_by_the_command(library: ClauseLibrary) -> None:
    assert coverage_page(library) == page("docs/juristes/couverture.md")


def test_the_matrix_is_the_one_printed_by_the_command(library: ClauseLibrary) -> None:
    assert matrix_page(matrix(library, date(2026, 11, 22)), library) == page("docs/juristes/matrice.md")


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_key_of_a_clause_and_of_a_case_is_described(part: type[BaseModel]) -> None:
    described = page("docs/juristes/format-des-clauses.md")
    for name, field in part.model_fields.items():
        key = field.alias or name
        assert re.search(rf"`{key}`|\b{key}:", described), key
        for word in words(field.annotation):
            assert re.search(rf"\b{word}\b", described), word


def test_every_level_of_confidence_is_explained() -> None:
    for name in CONFIDENCE_LABELS:
        assert f"| `{name}` |" in page("CONTRIBUTING.md")


def test_the_journal_names_every_clause(library: ClauseLibrary) -> None:
    journal = page("CHANGELOG.md")
    assert [clause.id for clause in library if f"`{clause.id}`" not in journal] == []
    frame = library.frame
    for count in (
        f"{len(library)} clauses",
        f"{len(frame.questionnaire.questions)} questions",
        f"{len(frame.registry)} références",
        f"{len(frame.recommendations)} recommandations",
    ):
        assert count in journal


# -- for those who run it -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "command"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_is_documented_with_its_options(typed: str, command: Any) -> None:
    documented = page("docs/commandes.md")
    assert f"## `{typed}`" in documented
    section = documented.split(f"## `{typed}`")[1].split("\n## ")[0]
    assert f"{typed} " in section.split("```sh")[1], "an example"
    for parameter in command.params:
        for option in parameter.opts:
            if option.startswith("--") and option != "--help":
                assert f"`{option}`" in section, option


def test_no_command_is_documented_that_is_gone() -> None:
    documented = re.findall(r"^## `(clausegen .+)`$", page("docs/commandes.md"), re.MULTILINE)
    assert set(documented) == {typed for typed, _ in commands()}


def test_the_commands_of_the_pages_exist_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE))
    for path in PAGES:
        for target in re.findall(r"(?:^|`)make ([a-z]+)", path.read_text("utf-8"), re.MULTILINE):
            assert target in targets, f"{path.name}: make {target}"


def test_the_readme_shows_a_dossier_that_can_be_read(library: ClauseLibrary) -> None:
    example = re.search(r"```yaml\n(.+?)```", page("README.md"), re.DOTALL)
    assert example
    assert understand(read_dossier(example.group(1), "README.md"), library, date(2026, 11, 22)).problems == ()


def test_the_schema_of_a_dossier_is_the_one_that_the_product_writes(library: ClauseLibrary) -> None:
    kept = json.loads(page("docs/dossier.schema.json"))
    assert kept == dossier_schema(library), "clausegen schema > docs/dossier.schema.json"


def test_every_setting_of_the_environment_is_documented() -> None:
    read = {
        name
        for path in PACKAGE.rglob("*.py")
        for name in re.findall(r'environ(?:\.get\(|\[)"(CLAUSEGEN_\w+)"', path.read_text("utf-8"))
    }
    assert read == set(re.findall(r"^\| `(CLAUSEGEN_\w+)` \|", page("docs/installation.md"), re.MULTILINE))


# -- for those who change it --------------------------------------------------------------------------------------


def test_every_dependency_has_its_reason_and_every_reason_its_dependency() -> None:
    project = tomllib.loads(page("pyproject.toml"))
    lists = [
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
        *project["dependency-groups"].values(),
        project["build-system"]["requires"],
    ]
    used = {re.split(r"[\[<>=~! ]", requirement)[0].lower() for one in lists for requirement in one}
    rows = re.findall(r"^\| (`.+?`) \|", page("docs/dependances.md"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([\w-]+)`", row)} == used


def test_the_picture_of_the_house_names_every_module() -> None:
    described = re.findall(r"^\| `([\w/]+\.py)` \|", page("docs/architecture.md"), re.MULTILINE)
    modules = [p.relative_to(PACKAGE).as_posix() for p in PACKAGE.rglob("*.py") if p.name != "__init__.py"]
    kept = [module for module in modules if not module.startswith(("_data/", "dossier/migrations/versions/"))]
    assert sorted(described) == sorted(kept)


def test_the_picture_of_the_house_shows_the_import_contract() -> None:
    contract = ConfigParser()
    contract.read(ROOT / ".importlinter", "utf-8")
    layers = contract["importlinter:contract:rooms"]["layers"].split("\n")
    shown = page("docs/architecture.md")
    assert "\n".join(layer.strip() for layer in layers if layer.strip()) in shown


def test_every_style_and_every_mark_of_a_shell_is_documented() -> None:
    said = page("docs/juristes/modele-word.md")
    assert [name for name in word_styles.REQUIRED if f"`{name}`" not in said] == []
    assert [name for name in NAMES if f"{{{{ {name} }}}}" not in said and f"{{{{p {name} }}}}" not in said] == []


def test_every_decision_is_listed() -> None:
    written = {path.name for path in (ROOT / "docs/adr").glob("0*.md")}
    assert set(re.findall(r"\((0.+?\.md)\)", page("docs/adr/README.md"))) == written


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)):
        if not target.startswith(("http", "#", "mailto:")):
            assert (path.parent / target.split("#")[0]).exists(), target
