"""Plain text holds one line per paragraph, numbers included."""

from document_strategies import PATIENT, documents
from hypothesis import given
from sample_annex import sample, text

from clausegen.document.nodes import CoverLine, Document, Heading, Item, Paragraph, Table, Value
from clausegen.renderers.text import render_text


def test_a_document_reads_from_top_to_bottom() -> None:
    document = Document(
        name="essai",
        title="Annexe 1 – Données",
        subtitle="Concession",
        blocks=(
            Heading(1, "Objet", "1"),
            Heading(2, "Remise", "1.1"),
            Paragraph((*text("Délai : "), Value("30 jours\nouvrés")), "1.1.1"),
            Item("a)", text("un")),
            Table((text("Jeu"), text("Source")), ((text("Abonnés"), ()),), caption="Inventaire"),
            Heading(0, "Signatures"),
        ),
        cover=(CoverLine("Acheteur", Value("Ville")),),
        draft_mark="PROJET",
        footer="État du droit",
    )
    assert render_text(document) == (
        "PROJET\nAnnexe 1 – Données\nConcession\nAcheteur : Ville\nArticle 1 – Objet\n1.1 Remise\n"
        "1.1.1 Délai : 30 jours ouvrés\na) un\nInventaire\nJeu | Source\nAbonnés | \nSignatures\nÉtat du droit\n"
    )


@PATIENT
@given(documents())
def test_every_block_is_one_line(document: Document) -> None:
    blocks = Document("essai", "Titre", "", document.blocks)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    extra = sum(len(table.rows) + bool(table.caption) for table in tables)
    assert len(render_text(blocks).splitlines()) == 1 + len(document.blocks) + extra


def test_the_sample_is_whole() -> None:
    lines = render_text(sample()).splitlines()
    assert "2.2 Inventaire des données" in lines
    assert "Consommations des sous-stations | Télérelève | CSV – schéma consommation | Horaire | Ouvert" in lines
