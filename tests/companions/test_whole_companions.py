"""The companion documents of the examples, whole, compared as text: their French is read again as a difference.

To accept a change: `pytest tests/companions/test_whole_companions.py --rewrite`, then read the difference. The
justification note is left out: it prints the fingerprint of the library, which every edit changes.
"""

import re
from pathlib import Path

import pytest
from companion_tools import plain
from small_library import TODAY

from clausegen import paths
from clausegen.document.nodes import Document
from clausegen.dossier.dossier import load_dossier
from clausegen.pipeline import draft
from clausegen.renderers.text import render_text

GOLDENS = Path(__file__).parent.parent / "goldens"
EXAMPLES = sorted(path.stem for path in paths.examples().glob("*.yml"))
COMPARED = (
    "fiches-de-traitement", "cadre-de-reponse", "extraits-reglement-consultation", "tableau-des-ecarts", "questions-au-juriste",
)  # fmt: skip


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request, library) -> tuple[str, dict[str, Document]]:
    drafted = draft(load_dossier(paths.examples() / f"{request.param}.yml"), library, TODAY)
    return request.param, {c.name: c.document for c in drafted.companions if c.document and c.name in COMPARED}


def test_the_companions_read_as_they_did(example, request) -> None:
    name, documents = example
    for companion in COMPARED:
        golden = GOLDENS / f"{name}-{companion}.txt"
        if companion not in documents:
            assert not golden.exists(), f"{golden.name}: this example has no such companion"
            continue
        text = render_text(documents[companion]).replace("\u00a0", " ").replace("\u202f", " ")
        if request.config.getoption("--rewrite"):
            golden.write_text(text, "utf-8")
        assert text == golden.read_text("utf-8")


def test_the_french_holds(example) -> None:
    _, documents = example
    for companion, document in documents.items():
        text = plain(render_text(document))
        told = re.search(
            r"\b(de|à) les? [A-Z]|\b(de|le|la|que) (?=Acheteur|Autorité)|Autorité concédante[^.?;,]*-t-il\b|[{}]|None|et/ou|\bnotamment\b",
            text,
        )
        assert not told, (companion, text[max(0, told.start() - 60) : told.end() + 60])


def test_a_concession_cites_no_general_conditions(example) -> None:
    name, documents = example
    if not name.startswith(("concession", "compact", "avenant")):
        return
    for document in documents.values():
        text = render_text(document).replace("si le Contrat vise un CCAG", "")
        assert "CCAG" not in text and "Titulaire" not in text and "Acheteur" not in text
