"""What is internal never reaches bidders: neither the documents, nor their words."""

import re

import pytest
from companion_tools import KEPT, contract, read_bundle
from small_library import TODAY, clause_text

from clausegen import paths
from clausegen.assembly.typography import typeset
from clausegen.companions.companion import Audience
from clausegen.companions.note import SHORT_CONFIDENCE
from clausegen.dossier.dossier import load_dossier
from clausegen.library.law import CONFIDENCE_LABELS
from clausegen.pipeline import draft

EXAMPLES = sorted(path.stem for path in paths.examples().glob("*.yml"))
INTERNAL = re.compile(
    r"niveau d'exigence|[Cc]onfiance (de la clause|:)|écartée par|ajoutée par l'acheteur|[Oo]bligatoire :|[Rr]ecommandée :|par défaut\.|juriste"
    r"|registre juridique|empreinte de la bibliothèque|Document interne|\bamb_\w+|à ne pas joindre",
)


def test_a_reason_and_a_clause_set_aside_stay_inside(small) -> None:
    drafted = contract(
        small,
        {"capteurs": "oui", "amb_donnees": 3},
        choices={"a": {"retenir": False, "motif": "Prestataire mécontent"}},
        a=clause_text("titre: Une audace secrète\nobligatoire_si: toujours\nconfiance: memoire"),
        b=clause_text(KEPT + "reponses: [{id: x, alinea: 1, question: Comment ?}]\nconfiance: memoire"),
    )
    bidders, inside = (read_bundle(drafted, audience) for audience in (Audience.BIDDERS, Audience.INTERNAL))
    for word in ("Prestataire mécontent", "Une audace secrète"):
        assert word in inside and word not in bidders
    assert "Comment ?" in bidders and not INTERNAL.search(bidders)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_bidders_documents_of_an_example_hold_nothing_internal(name, library) -> None:
    drafted = draft(load_dossier(paths.examples() / f"{name}.yml"), library, TODAY)
    internal_documents = {c.name for c in drafted.companions if c.audience is Audience.INTERNAL}
    assert internal_documents >= {"note-de-justification", "questions-au-juriste"}
    bidders = read_bundle(drafted, Audience.BIDDERS)
    told = INTERNAL.search(bidders)
    assert not told, bidders[max(0, told.start() - 80) : told.end() + 80]
    for words in (*SHORT_CONFIDENCE.values(), *CONFIDENCE_LABELS.values()):
        assert f"({words})" not in bidders and f" : {words}." not in bidders
    for decision in drafted.selection.set_aside:
        assert typeset(decision.clause.title) not in bidders
