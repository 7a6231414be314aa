"""The house style: each check trips on the smallest clause that deserves it, and on nothing else."""

import pytest
from small_library import GLOSSARY, clause_text

STYLE = {
    "clauses/style.yml": """
        mots:
          - {ecrit: et/ou, plutot: lequel des deux}
          - {ecrit: raisonnable*, plutot: une mesure}
          - {ecrit: sera, plutot: le présent}
        noms_propres: [Paris]
        preuves_communes: [accusé de réception daté]
        """,
}


def told(small, matter="", body="1. {L'opérateur} agit.", frame=None, **others) -> str:
    _, problems = small({**STYLE, **(frame or {})}, a=clause_text(matter, body), **others)
    return "\n".join(map(str, problems))


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("1. {L'opérateur} remet le plan et/ou le rapport.", "« et/ou » ne s'écrit pas dans une clause ; écrivez lequel des deux"),
        ("1. {L'opérateur} agit dans un temps raisonnablement court.", "écrivez une mesure"),
        ("1. Le plan sera remis par {l'opérateur}.", "écrivez le présent"),
        ("1. Le Titulaire agit.", "employez la marque {l'opérateur}"),
        ("1. {L'opérateur} informe les Acheteurs.", "employez la marque {l'acheteur}"),
        ("1. {L'opérateur} suit le CCAG-TIC.", "une concession ne cite pas de CCAG"),
        ('1. {L\'opérateur} dit "oui".', "un guillemet droit"),
        ("1. {L'opérateur} dit : oui; non.", "une ponctuation haute sans espace devant"),
        ("1. {L'opérateur} remet 15% des pièces.", "un nombre collé à son unité"),
        ("1. {L'opérateur} remet le plan, la liste...", "trois points ; fermez la liste"),
        ("1. {L'opérateur} remet " + "le plan et " * 30 + "la liste.", "mots ; coupez-la"),
    ],
)  # fmt: skip
def test_what_the_house_style_refuses_is_told_with_its_remedy(small, body, says) -> None:
    assert says in told(small, body=body)


@pytest.mark.parametrize(
    "body",
    [
        "1. {L'opérateur} remet le plan à Paris, le 15 du mois : 30 % des pièces ; « oui » ou « non ».",
        "1. {L'opérateur} applique l'article L. 3131-2 du code. Il le dit dans le rapport.",
        "1. La liste comprend :\n   a) Le plan ;\n   b) Le rapport.",
    ],
)
def test_ordinary_french_is_not_refused(small, body) -> None:
    assert told(small, body=body) == ""


def test_a_vague_word_in_the_notes_is_free(small) -> None:
    assert (
        told(small, body="## Texte\n\n1. {L'opérateur} agit.\n\n## Motifs\n\nUn délai raisonnable, et/ou long.") == ""
    )


def test_a_market_may_cite_its_general_conditions(small) -> None:
    assert "CCAG" not in told(small, "contrats: [mgp]", "1. {L'opérateur} suit le CCAG-TIC.")


def test_a_concession_is_spared_by_its_own_wording(small) -> None:
    variants = """
        variantes:
          concession: {si: {type_contrat: concession}, libelle: Concession}
          marche: {par_defaut: oui, exclue_si: {type_contrat: concession}, libelle: Marché}
        """
    body = "## Texte : concession\n\n1. {L'opérateur} agit.\n\n## Texte : marche\n\n1. {L'opérateur} suit le CCAG-TIC."
    assert told(small, variants, body) == ""
    assert "une concession ne cite pas de CCAG" in told(
        small, variants.replace("exclue_si: {type_contrat: concession}, ", ""), body
    )
    assert "une concession ne cite pas de CCAG" in told(
        small, variants.replace("{si: {type_contrat: concession}, ", "{"), body
    )


def test_a_capital_asks_for_a_definition(small) -> None:
    assert "« Comité » porte une majuscule" in told(
        small, body="1. {L'opérateur} saisit le Comité des Jeux de Données.", frame=GLOSSARY
    )


def test_a_definition_that_nothing_uses_is_told(small) -> None:
    assert "« Jeu de Données » n'est employé" in told(
        small, body="1. {L'opérateur} exécute le Contrat.", frame=GLOSSARY
    )


def test_a_term_used_by_a_definition_alone_is_used(small) -> None:
    assert told(small, body="1. {L'opérateur} remet les Jeux de Données.", frame=GLOSSARY) == ""


LONG = (
    "1. {L'opérateur} remet chaque année le plan, la liste et le rapport que la partie adverse lui demande par écrit."
)


def test_two_clauses_do_not_share_a_sentence(small) -> None:
    assert "est déjà dans « a »" in told(small, body=LONG, b=clause_text(body=LONG))


def test_two_wordings_of_one_clause_may_share_a_sentence(small) -> None:
    variants = "variantes: {x: {libelle: X, par_defaut: oui}, y: {libelle: Y}}"
    assert told(small, variants, f"## Texte : x\n\n{LONG}\n\n## Texte : y\n\n{LONG}") == ""


DUTY = """
    a_completer: {{d: {{type: mois, libelle: Délai, defaut: 3}}}}
    livrables: [{{id: plan, quoi: Le plan, qui: {who}, quand: {{apres: prise_d_effet, delai: d}}, preuve: {proof}, alinea: 1}}]
    """
SAID = "1. {L'opérateur} remet le plan {{ d }} après la prise d'effet, contre bordereau de remise."


@pytest.mark.parametrize(
    ("who", "proof", "body", "says"),
    [
        ("operateur", "bordereau de remise", SAID, ""),
        ("operateur", "accusé de réception daté", SAID, ""),
        ("acheteur", "bordereau de remise", SAID, "ne nomme pas celui qui le doit"),
        ("operateur", "constat d'huissier", SAID, "annonce « preuve : constat d'huissier »"),
        (
            "operateur",
            "bordereau de remise",
            "1. {L'opérateur} remet le plan sous {{ d }}, contre bordereau de remise.",
            "ne dit pas l'échéance",
        ),
    ],
)
def test_a_deliverable_says_the_same_in_the_data_and_in_the_text(small, who, proof, body, says) -> None:
    found = told(small, DUTY.format(who=who, proof=proof), body)
    assert says in found if says else found == ""


TARGET = "indicateurs: [{id: part, quoi: livraisons conformes, cible: au moins 95 % par an, alinea: 1}]"


def test_the_share_that_an_indicator_aims_at_is_said_in_the_text(small) -> None:
    assert "annonce « cible : au moins 95 % par an »" in told(small, TARGET)
    assert told(small, TARGET, "1. Chaque année, 95 % au moins des livraisons {de l'opérateur} sont conformes.") == ""
