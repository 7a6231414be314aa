"""The example dossiers, whole, compared as text: a change of one sentence shows as a change of one line.

To accept a change: `pytest tests/test_examples.py --rewrite`, then read the difference.
"""

import re
from pathlib import Path

import pytest
from small_library import TODAY

from clausegen import paths
from clausegen.assembly.decisions import Level
from clausegen.delivery import bundle_files, bundle_zip
from clausegen.document.nodes import Heading, Paragraph
from clausegen.dossier.dossier import dump_dossier, load_dossier, read_dossier
from clausegen.pipeline import Draft, draft
from clausegen.renderers.text import render_text

GOLDENS = Path(__file__).parent / "goldens"
EXAMPLES = sorted(path.stem for path in paths.examples().glob("*.yml"))


@pytest.fixture(params=EXAMPLES)
def example(request, library) -> tuple[str, Draft]:
    return request.param, draft(load_dossier(paths.examples() / f"{request.param}.yml"), library, TODAY)


def whole_text(drafted: Draft) -> str:
    separator = "\n" + "=" * 100 + "\n"
    text = separator.join(render_text(document) for document in drafted.annexes)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_there_is_an_example_for_each_of_the_first_contract_types_an_amendment_and_a_small_file() -> None:
    assert {name.split("-")[0] for name in EXAMPLES} == {"concession", "mgp", "partenariat", "avenant", "compact"}


def test_the_annexes_read_as_they_did(example, request) -> None:
    name, drafted = example
    golden = GOLDENS / f"{name}.txt"
    if request.config.getoption("--rewrite"):
        golden.write_text(whole_text(drafted), "utf-8")
    assert whole_text(drafted) == golden.read_text("utf-8")


def test_nothing_is_missing(example) -> None:
    _, drafted = example
    assert drafted.gaps == ()
    assert drafted.selection.waiting == ()
    assert drafted.selection.alerts == ()
    assert drafted.complete


def test_the_french_and_the_numbers_hold(example) -> None:
    _, drafted = example
    text = whole_text(drafted)
    assert not re.search(
        r"\b(de|à) les? [A-Z]|\b(que|si|de) ils?\b|\b(de|le|la|que) (?=Acheteur|Autorité|Annexe|Équipement)", text
    )
    assert not re.search(r"[{}\[\]]|None|\bnan\b", text)
    assert "et/ou" not in text and " '" not in text
    for document in drafted.annexes:
        sections = [b for b in document.blocks if isinstance(b, Heading) and b.level == 1]
        assert [s.number for s in sections] == [str(n) for n in range(1, len(sections) + 1)]
        for before, after in zip(document.blocks, document.blocks[1:], strict=False):
            assert not (isinstance(before, Heading) and isinstance(after, Heading) and before.level >= after.level)
        assert isinstance(document.blocks[-1], Paragraph) or not isinstance(document.blocks[-1], Heading)


def test_the_words_are_those_of_the_contract(example) -> None:
    _, drafted = example
    text = whole_text(drafted)
    if drafted.facts.get("type_contrat") == "concession":
        assert "CCAG" not in text and "Titulaire" not in text and "Acheteur" not in text
    else:
        assert "biens de retour" not in text and "Concessionnaire" not in text and "Autorité concédante" not in text


OBLIGATORY = {
    "avenant-eau-syndicat": {"cadre-avenant-modification", "don-fourniture-concession"},
    "compact-eau-commune": {"don-fourniture-concession", "sob-env-obligatoire", "eth-neutralite", "gov-rapport-annuel", "sec-eau"},
    "concession-eau-metropole": {
        "don-fourniture-concession", "ope-ouverture-defaut", "sob-env-obligatoire", "eth-neutralite", "gov-rapport-annuel",
        "log-biens-retour", "sec-eau",
    },
    "mgp-eclairage-commune": {
        "perf-engagements", "perf-reference-mv", "perf-remuneration", "inn-pme-startups", "sob-env-obligatoire", "ope-ouverture-defaut",
    },
    "partenariat-innovation-plateforme": {
        "pi-phases", "pi-performance-couts", "pi-propriete-confidentialite", "sob-env-obligatoire", "ope-ouverture-defaut",
    },
}  # fmt: skip


def test_what_the_law_makes_obligatory_is_there(example) -> None:
    name, drafted = example
    obligatory = {d.clause.id for d in drafted.selection.retained if d.level is Level.OBLIGATORY}
    assert obligatory >= OBLIGATORY[name]


def test_the_bundle_is_the_same_bytes_each_time(example, library) -> None:
    _, drafted = example
    assert bundle_zip(drafted) == bundle_zip(draft(drafted.dossier, library, TODAY))


def test_the_dossier_of_the_bundle_gives_the_same_bundle_again(example, library) -> None:
    _, drafted = example
    files = bundle_files(drafted)
    again = read_dossier(files["interne/dossier.json"].decode("utf-8"), "dossier.json")
    assert dump_dossier(again).encode() == files["interne/dossier.json"]
    assert bundle_files(draft(again, library, TODAY)) == files
