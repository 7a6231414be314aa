"""The printed text: blanks, roles, numbers, references, definitions, right in every contract."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_library import GLOSSARY, TODAY, clause_text

from clausegen.assembly.numbering import bookmark
from clausegen.assembly.resolution import fill, written
from clausegen.assembly.typography import typeset
from clausegen.document.nodes import Filling, Heading, Link, Paragraph, Table, plain_text
from clausegen.dossier.dossier import Dossier
from clausegen.facts.questionnaire import Theme
from clausegen.library.blanks import parse_blank
from clausegen.library.clause import Blank
from clausegen.library.contracts import Party
from clausegen.pipeline import compose_draft, draft, understand


def drafted(small, answers=None, values=None, choices=None, frame=None, **clauses):
    library, problems = small(frame, **clauses)
    assert problems == []
    dossier = Dossier(
        title="Essai",
        answers={"type_contrat": "concession", **(answers or {})},
        values=values or {},
        choices=choices or {},
    )
    return draft(dossier, library, TODAY)


def text(document) -> str:
    lines = []
    for block in document.blocks:
        match block:
            case Heading(_, words, number):
                lines.append(f"{number} {words}".strip())
            case Paragraph(content, number):
                lines.append(f"{number} {plain_text(content)}".strip())
            case Table(header, rows):
                lines.extend(" | ".join(plain_text(cell) for cell in row) for row in (header, *rows))
            case item:
                lines.append(f"{item.label} {plain_text(item.content)}")
    return "\n".join(lines).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def note_of(result):
    return next(each.document for each in result.companions if each.name == "note-de-justification")


KEPT = "recommandee_si: toujours\n"


def test_the_parties_are_named_as_the_contract_names_them(small) -> None:
    body = "1. {L'opérateur} remet {à l'acheteur} les comptes {de l'opérateur}, sur demande {de l'acheteur}."
    in_concession = text(drafted(small, a=clause_text(KEPT, body)).annexes[0])
    in_market = text(drafted(small, {"type_contrat": "mgp"}, a=clause_text(KEPT, body)).annexes[0])
    assert (
        "Le Concessionnaire remet à l'Autorité concédante les comptes du Concessionnaire, sur demande de l'Autorité concédante."
        in in_concession
    )
    assert "Le Titulaire remet à l'Acheteur les comptes du Titulaire, sur demande de l'Acheteur." in in_market


@given(
    st.sampled_from(["Acheteur", "Établissement", "Office", "Hôpital", "Ville", "Région", "Titulaire"]),
    st.booleans(),
    st.sampled_from(["le", "de", "a"]),
)
def test_no_party_is_ever_preceded_by_de_le_or_a_le(name, feminine, form) -> None:
    said = Party(name, feminine).form(form)
    assert not said.startswith(("de le ", "à le ")) and said.endswith(name)
    assert ("'" in said) == (name[0] in "AÉOH")


def test_articles_are_numbered_and_references_follow_across_annexes(small) -> None:
    annexes = drafted(
        small,
        a=clause_text(KEPT + "ordre: 1\nrequiert: [b, c]", "1. Selon [[b]] et [[c]].\n2. Voir [[#1]]."),
        b=clause_text(KEPT + "ordre: 2"),
        c=clause_text(KEPT, annex="A2", section="Publication"),
    ).annexes
    first = text(annexes[0])
    assert "1 Statut" in first and "1.1 Une clause" in first and "1.2 Une clause" in first
    assert "1.1.1 Selon l'article 1.2 et l'article 1.1 de l'annexe 2." in first
    assert "1.1.2 Voir l'alinéa 1.1.1." in first


def test_a_paragraph_that_falls_renumbers_the_others_and_the_references_to_them(small) -> None:
    body = "1. A.\n2. {perso} B.\n3. C.\n4. Voir [[#3]]."
    clause = clause_text(KEPT + "alineas: {perso: {si: {capteurs: oui}}}", body)
    assert "Voir l'alinéa 1.1.3" in text(drafted(small, {"capteurs": "oui"}, a=clause).annexes[0])
    without = text(drafted(small, {"capteurs": "non"}, a=clause).annexes[0])
    assert "1.1.3 Voir l'alinéa 1.1.2." in without and " B." not in without


def test_a_paragraph_beside_a_clause_stands_exactly_when_it_does(small) -> None:
    a = clause_text(KEPT + "alineas: {p: {avec: b}}", "1. A.\n2. {p} Selon [[b]].")
    b = clause_text("recommandee_si: {capteurs: oui}")
    assert "Selon l'article 1.2" in text(drafted(small, {"capteurs": "oui"}, a=a, b=b).annexes[0])
    assert "Selon" not in text(drafted(small, {"capteurs": "non"}, a=a, b=b).annexes[0])


BLANKS = (
    KEPT
    + "a_completer: {delai: {type: jours, libelle: Délai de remise, defaut: 30, min: 5, max: 60}, lieu: {type: texte, libelle: Lieu}}"
)


def test_a_blank_prints_its_value_else_the_proposed_one_else_a_visible_gap(small) -> None:
    clause = clause_text(BLANKS, "1. Dans {{ delai }}, à {{ lieu }}.")
    proposed = drafted(small, a=clause)
    assert "Dans 30 jours, à [à compléter : Lieu]." in text(proposed.annexes[0])
    assert [gap.name for gap in proposed.gaps] == ["lieu"]
    assert proposed.annexes[0].draft_mark == "PROJET"
    given_ = drafted(small, values={"a": {"delai": "1 5", "lieu": "Dijon"}}, a=clause)
    assert "Dans 15 jours, à Dijon." in text(given_.annexes[0])
    assert given_.complete and given_.annexes[0].draft_mark == ""


@given(st.text(min_size=1, max_size=60).filter(lambda t: t.strip() and "\x00" not in t))
def test_user_text_is_printed_character_for_character(typed) -> None:
    blank = Blank(type="texte", libelle="Lieu")
    try:
        value = parse_blank(blank, typed)
    except ValueError:
        return
    assert fill(None, "lieu", blank, typed).text == value == typed.strip()


@pytest.mark.parametrize(
    ("kind", "raw", "prints"),
    [
        ("montant", "1234,5", "1\u202f234,50\u00a0€"),
        ("montant", 150, "150\u00a0€"),
        ("pourcentage", "99,5 %", "99,5\u00a0%"),
        ("annees", 1, "1\u00a0an"),
        ("jours_ouvres", 10, "10\u00a0jours ouvrés"),
        ("date", "01/10/2026", "1er\u00a0octobre\u00a02026"),
        ("oui_non", "oui", "oui"),
        ("liste", "Dijon\nBeaune", "Dijon\u202f; Beaune"),
    ],
)
def test_values_are_written_as_french_contracts_do(kind, raw, prints) -> None:
    blank = Blank(type=kind, libelle="x")
    assert written(blank, parse_blank(blank, raw)) == prints


def test_amounts_are_never_rounded() -> None:
    assert parse_blank(Blank(type="montant", libelle="x"), "0,01") == Decimal("0.01")


def test_the_terms_used_are_defined_once_and_no_other(small) -> None:
    document = drafted(
        small,
        frame=GLOSSARY,
        a=clause_text(KEPT + "tableau: definitions", "1. Les Jeux de Données sont remis."),
    ).annexes[0]
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [plain_text(row[0]) for row in table.rows] == ["Contrat", "Données du Service", "Jeu de Données"]
    assert "par le Concessionnaire" in plain_text(table.rows[1][1])


MEASURED = (
    KEPT
    + """a_completer: {p: {type: montant, libelle: P, unite: par jour, defaut: 150}, d: {type: mois, libelle: D, defaut: 3}}
livrables: [{id: l, quoi: Le plan, qui: operateur, quand: {apres: prise_d_effet, delai: d, chaque: annee}, alinea: 1}]
indicateurs: [{id: i, quoi: plans remis, cible: 100 %, penalite: p, alinea: 2}]
tableau: penalites"""
)


BODY = "1. {L'opérateur} remet le plan {{ d }} après la prise d'effet, puis chaque année.\n2. Pénalité de {{ p }}."


def test_obligations_and_penalties_point_to_the_paragraph_that_creates_them(small) -> None:
    result = drafted(small, a=clause_text(MEASURED, BODY))
    row = next(c for c in result.companions if c.name == "obligations-et-livrables").sheets[0].rows[0]
    assert row[1] == "1.1.1" and row[4] == "Concessionnaire"
    assert (
        row[5].replace("\u00a0", " ").replace("’", "'") == "3 mois après la prise d'effet du Contrat, puis chaque année"
    )
    assert "Plans remis | 150 € par jour | 1.1.2" in text(result.annexes[0])


def test_links_point_to_bookmarks_that_exist(library) -> None:
    dossier = Dossier(
        answers={"type_contrat": "concession", "service_public": "oui", "avenant": "non", "donnees_perso": "non"}
    )
    result = draft(dossier, library, TODAY)
    bookmarks = {
        b.bookmark for document in result.annexes for b in document.blocks if isinstance(b, Heading | Paragraph)
    }
    links = [
        p
        for d in result.annexes
        for b in d.blocks
        if isinstance(b, Paragraph)
        for p in b.content
        if isinstance(p, Link)
    ]
    assert links and {link.bookmark for link in links} <= bookmarks


@given(st.from_regex(r"[a-z]{1,20}(-[a-z]{1,20}){0,4}", fullmatch=True))
def test_bookmarks_fit_word(name) -> None:
    assert len(bookmark(name)) <= 40 and bookmark(name).replace("_", "").isalnum()


@pytest.mark.parametrize(
    ("typed", "set"),
    [
        ("l'avis : 30 jours ; « oui » ?", "l’avis\u00a0: 30\u00a0jours\u202f; «\u00a0oui\u00a0»\u202f?"),
        ("article L. 3131-2", "article L.\u00a03131-2"),
        ("40 000 euros", "40\u202f000\u00a0euros"),
    ],
)
def test_typography_is_french(typed, set) -> None:
    assert typeset(typed) == set


@given(st.text(alphabet="abc 12.,;:«»'’é\u00a0", max_size=40))
def test_typography_is_settled_in_one_pass(words) -> None:
    assert typeset(typeset(words)) == typeset(words)


def test_a_set_aside_obligatory_clause_marks_the_documents_and_its_reason_is_printed(small) -> None:
    result = drafted(
        small,
        choices={"a": {"retenir": False, "motif": "Régie déjà équipée"}},
        a=clause_text("obligatoire_si: toujours"),
        b=clause_text(KEPT),
    )
    assert note_of(result).draft_mark == "PROJET"
    assert "Motif : Régie déjà équipée." in text(note_of(result))


def test_gaps_are_told_apart_from_values(small) -> None:
    result = drafted(small, a=clause_text(BLANKS, "1. Dans {{ delai }}, à {{ lieu }}."))
    fillings = [
        p.filling
        for b in result.annexes[0].blocks
        if isinstance(b, Paragraph)
        for p in b.content
        if hasattr(p, "filling")
    ]
    assert fillings == [Filling.DEFAULT, Filling.MISSING]


def test_a_list_that_ends_a_sentence_becomes_lettered_points(small) -> None:
    clause = clause_text(
        KEPT + "a_completer: {lieux: {type: liste, libelle: Lieux}}", "1. Les lieux sont : {{ lieux }}.\n2. B."
    )
    printed = text(drafted(small, values={"a": {"lieux": ["Dijon", "Beaune"]}}, a=clause).annexes[0])
    assert "1.1.1 Les lieux sont :\na) Dijon ;\nb) Beaune.\n1.1.2 B." in printed
    assert "1.1.1 Les lieux sont : Dijon." in text(
        drafted(small, values={"a": {"lieux": ["Dijon"]}}, a=clause).annexes[0]
    )


def test_a_value_that_is_not_understood_keeps_the_draft_mark(small) -> None:
    library, _ = small(a=clause_text(BLANKS, "1. Dans {{ delai }}, à {{ lieu }}."))
    dossier = Dossier(answers={"type_contrat": "concession"}, values={"a": {"delai": "bientôt", "lieu": "Dijon"}})
    result = compose_draft(dossier, understand(dossier, library, TODAY), library)
    assert "Dans 30 jours, à Dijon." in text(result.annexes[0])
    assert not result.complete and result.annexes[0].draft_mark == "PROJET"


def test_the_note_names_the_themes_that_no_clause_deals_with(small) -> None:
    library, _ = small(ma_clause=clause_text())
    themes = {"essai": Theme("essai", "Essai"), "archives": Theme("archives", "Archives")}
    questionnaire = replace(library.frame.questionnaire, themes=themes)
    wider = replace(library, frame=replace(library.frame, questionnaire=questionnaire))
    dossier = Dossier(title="Essai", answers={"type_contrat": "concession"})
    note = note_of(draft(dossier, wider, TODAY))
    rows = [row for block in note.blocks if isinstance(block, Table) for row in block.rows]
    told = {plain_text(row[0]): plain_text(row[1]) for row in rows}
    assert told["Sujets sans clause dans la bibliothèque"] == "Archives"


def test_a_computed_table_stands_under_the_paragraph_that_announces_it(small) -> None:
    matter = MEASURED.replace(
        "tableau: penalites", "tableau: penalites\ntableau_sous: bareme\nalineas: {bareme: {si: toujours}}"
    )
    body = BODY.replace("2. Pénalité", "2. {bareme} Pénalité") + "\n3. {L'opérateur} paie."
    blocks = drafted(small, a=clause_text(matter, body)).annexes[0].blocks
    kinds = [type(block).__name__ for block in blocks if not isinstance(block, Heading)]
    assert kinds[-4:] == ["Paragraph", "Paragraph", "Table", "Paragraph"]
