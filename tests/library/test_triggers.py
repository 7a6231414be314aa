"""The legal triggers: what the law requires, written apart from the clauses."""

from clausegen.library.reader import read_texts
from clausegen.library.triggers import Stipulation
from tests.small_library import FRAME, clause_text

CLAUSE = clause_text(
    """
    variantes: {ferme: {libelle: Ferme, par_defaut: oui}, souple: {libelle: Souple, si: {capteurs: non}}}
    alineas: {rue: {si: {rue: oui}}}
    """,
    """
    ## Texte : ferme

    1. {L'opérateur} agit.
    2. {rue} {L'opérateur} agit dans la rue.

    ## Texte : souple

    1. {L'opérateur} agit.
    """,
)


def read(triggers: str):
    texts = FRAME | {
        "clauses/essai/une-clause.md": CLAUSE,
        "clauses/obligations/droit.yml": f"obligations:\n{triggers}",
    }
    library, problems = read_texts(texts)
    return library, [str(problem) for problem in problems]


def test_a_trigger_names_a_clause_a_wording_or_an_optional_paragraph():
    library, problems = read(
        "  capteurs-dits: {libelle: La loi fait dire les capteurs., si: {capteurs: oui}, clauses: [une-clause/ferme, une-clause#rue], fondements: [ccp-l1]}"
    )
    assert problems == []
    (trigger,) = library.frame.triggers
    assert trigger.required == (Stipulation("une-clause", "ferme"), Stipulation("une-clause", None, "rue"))
    assert (trigger.path, trigger.line) == ("clauses/obligations/droit.yml", 2)


def test_what_it_names_exists():
    _, problems = read(
        "  faux: {libelle: La loi., si: {capteurs: oui}, clauses: [une-cause, une-clause/molle, une-clause#ru], rappels: [prix], alertes: [duree], fondements: [ccp-l2]}"
    )
    told = "\n".join(problems)
    for name in ("une-cause", "molle", "ru", "prix", "duree", "ccp-l2"):
        assert f"« {name} », qui n'existe pas" in told
    assert "Vouliez-vous écrire « une-clause »" in told


def test_it_requires_or_forbids_never_both_nor_neither():
    for keys in ("clauses: [une-clause], jamais: [une-clause],", ""):
        _, problems = read(f"  faux: {{libelle: La loi., si: {{capteurs: oui}}, {keys} fondements: [ccp-l1]}}")
        assert any("une obligation a « jamais », ou l'un de" in problem for problem in problems)


def test_a_trigger_changes_no_contract():
    with_one, _ = read("  a: {libelle: La loi., si: {capteurs: oui}, clauses: [une-clause], fondements: [ccp-l1]}")
    with_other, _ = read("  b: {libelle: La loi., si: {capteurs: non}, jamais: [une-clause], fondements: [ccp-l1]}")
    assert with_one.fingerprint == with_other.fingerprint
