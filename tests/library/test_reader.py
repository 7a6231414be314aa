"""A broken library says what is wrong, where, what is allowed and what to do; one fault never hides another."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_library import FRAME, clause_text

from clausegen.errors import LibraryError
from clausegen.library.reader import read_library, read_texts


def said(small, **clauses: str) -> str:
    return "\n".join(map(str, small(**clauses)[1]))


def test_a_sound_library_has_nothing_to_say(small) -> None:
    library, problems = small(ma_clause=clause_text())
    assert problems == []
    assert list(library.clauses) == ["ma-clause"]


@pytest.mark.parametrize(
    ("matter", "body", "says"),
    [
        ("titr: Autre", "1. A.", "ligne 6 : la clé « titr » n'existe pas"),
        ("titr: Autre", "1. A.", "Vouliez-vous écrire « titre »"),
        ("contrats: [concesion]", "1. A.", "ligne 5 : « concesion » ne convient pas"),
        ("obligatoire_si: {capteur: oui}", "1. A.", "ligne 6 : le fait « capteur » n'existe pas"),
        ("obligatoire_si:\n  un:\n    - {capteurs: oui}\n    - {population: {au_moins: 12}}", "1. A.", "ligne 9 : une limite de « population » se nomme"),
        ("fondements: [ccp-l9]", "1. A.", "« ccp-l9 » n'est pas dans le registre"),
        ("annexe: A9", "1. A.", "l'annexe « A9 » n'existe pas ; possibles : A1, A2"),
        ("section: Statu", "1. A.", "Vouliez-vous écrire « Statut »"),
        ("requiert: [ma-clause]", "1. A.", "ne peut pas figurer dans son propre « requiert »"),
        ("requiert: [autre]", "1. A.", "la clause « autre » n'existe pas"),
        ("exclut: [autre]", "1. A.", "la clause « autre » n'existe pas"),
        ("", "1. Un {{ delai }}.", "le blanc « delai » n'est pas décrit"),
        ("a_completer: {delai: {type: jours, libelle: Délai}}", "1. A.", "ne figure dans aucun texte"),
        ("a_completer: {delai: {type: jours, libelle: Délai, defaut: 90, max: 30}}", "1. {{ delai }}.", "« 90 » est trop grand ; au plus 30 jours"),
        ("a_completer: {delai: {type: jour, libelle: Délai}}", "1. {{ delai }}.", "Vouliez-vous écrire « jours »"),
        ("", "1. Selon [[autre]].", "vise la clause « autre », qui n'existe pas"),
        ("", "1. Selon [[#4]].", "vise un alinéa qui n'existe pas"),
        ("", "1. Selon l'[[#1]].", "imprimerait deux articles"),
        ("", "2. A.", "devrait porter le numéro 1"),
        ("", "1. A.\n3. B.", "devrait porter le numéro 2"),
        ("", "1. A :\n   b) x.", "devrait porter la lettre « a »"),
        ("", "1. {le maire} agit.", "n'est pas compris"),
        ("", "1. Un {{ Délai }}.", "un nom s'écrit en minuscules sans accent"),
        ("", "1. A\x0bB\x07.", "ligne 11 : le caractère invisible U+000B"),
        ("", "1. A.\n##Motifs", "« ##Motifs » n'est pas un titre attendu"),
        ("", "## Texte\n", "le texte est vide"),
        ("", "1. A :\n   | --- | --- |", "commence par la ligne de ses titres"),
        ("", "1. A :\n   | a | b |\n   | c |", "a 1 cases ; l'en-tête en a 2"),
        ("", "1. A :\n" + "\n".join(f"   {chr(97 + rank % 26)}) x ;" for rank in range(27)), "26 points au plus"),
        ("titre:", "1. A.", "« titre » ne peut pas être vide"),
        (f"ordre: {'9' * 400}", "1. A.", "un nombre compte 18 chiffres au plus"),
        ("obligatoire_si: {amb_donnees: 9}", "1. A.", "possibles : 1, 2, 3"),
        ("a_completer: {delai: {type: jours, libelle: Délai, defaut: -3}}", "1. {{ delai }}.", "au moins 0 jours"),
        (f"a_completer: {{prix: {{type: montant, libelle: P, defaut: {'9' * 40}}}}}", "1. {{ prix }}.", "18 chiffres au plus"),
        ("alineas: {p: {si: {capteurs: oui}}}", "1. Selon [[#2]].\n2. {p} B.", "ligne 11 : le renvoi [[#2]] peut tomber dans le vide"),
        ("", "1. {perso} A.\n2. B.", "n'est pas décrit sous « alineas »"),
        ("alineas: {perso: {si: {capteurs: oui}}}", "1. A.", "ne figure dans aucun texte"),
        ("", "1. {% if x %}A{% endif %}.", "n'est pas compris"),
        ("", "1. Du **gras.", "n'est pas refermée"),
        ("", "Sans numéro.", "commence par un paragraphe numéroté"),
        ("variantes: {A: {libelle: A, par_defaut: oui}}", "## Texte\n\n1. A.", "la variante « A » n'a pas de texte"),
        ("variantes: {A: {libelle: A}}", "## Texte : A\n\n1. A.", "par_defaut: oui"),
        ("", "## Texte : B\n\n1. A.", "ne correspond à aucune variante"),
        ("", "## Textes\n\n1. A.", "Vouliez-vous écrire « Texte »"),
        ("livrables: [{id: x, quoi: x, qui: operateur, quand: {}, alinea: 7}]", "1. A.", "vise l'alinéa 7, qui n'existe pas"),
        ("livrables: [{id: x, quoi: x, qui: maire, quand: {}, alinea: 1}]", "1. A.", "possibles : operateur, acheteur, parties"),
        ("indicateurs: [{id: x, quoi: x, cible: oui, source: volume, alinea: 1}]\njeux: [{id: volumes, nom: Volumes}]", "1. A.", "ligne 6 : « x » : le jeu « volume » n'existe pas. Vouliez-vous écrire « volumes »"),
        ("jeux: [{id: volumes, nom: Volumes}, {id: volumes, nom: Autres}]", "1. A.", "le jeu « volumes » est décrit deux fois"),
        ("livrables: [{id: x, quoi: x, qui: operateur, quand: {chaque: annee}, penalite: p, alinea: 1}]", "1. {L'opérateur} remet chaque année.", "la pénalité « p » n'est celle d'aucun indicateur"),
        ("livrables: [{id: x, quoi: x, qui: operateur, quand: {chaque: annee, jour: j}, alinea: 1}]", "1. {L'opérateur} remet chaque année.", "le blanc du jour « j » n'y figure pas"),
        ("biens: [{id: x, nom: X, nature: logiciel, regime: retour, alinea: 4}]", "1. A.", "« x » vise l'alinéa 4, qui n'existe pas"),
        ("biens: [{id: x, nom: X, nature: logiciel, regime: garde, alinea: 1}]", "1. A.", "possibles : retour, reprise, propre"),
        ("plafond_penalites: p\na_completer: {p: {type: texte, libelle: P}}", "1. {{ p }}.", "« p » n'est pas un blanc de type"),
        ("variantes: {v: {libelle: V, par_defaut: oui, licence: CC}}", "## Texte : v\n\n1. A.", "la licence « CC » n'est pas dans listes.yml"),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_place_and_its_remedy(small, matter, body, says) -> None:
    assert says in said(small, ma_clause=clause_text(matter, body))


def test_a_paragraph_may_name_another_that_always_stands_with_it(small) -> None:
    conditions = "alineas: {p: {si: {type_contrat: [concession, mgp]}}, q: {si: {type_contrat: mgp, capteurs: oui}}}"
    assert said(small, a=clause_text(conditions, "1. A.\n2. {p} B.\n3. {q} Selon [[#2]].")) == ""
    assert "[[#3]] peut tomber" in said(small, a=clause_text(conditions, "1. A.\n2. {p} Selon [[#3]].\n3. {q} B."))


def test_the_cells_of_a_table_are_kept_even_empty_or_made_of_dashes(small) -> None:
    library, _ = small(a=clause_text("", "1. A :\n   | x | y |\n   | --- | --- |\n   | - | - |\n   | | |"))
    (table,) = library["a"].variants[0].text[0].children
    assert len(table.rows) == 2


def test_a_clause_cannot_require_a_clause_that_excludes_it(small) -> None:
    assert "à la fois requise et exclue" in said(small, a=clause_text("requiert: [b]"), b=clause_text("exclut: [a]"))


def test_no_clause_takes_the_name_of_the_general_data(small) -> None:
    assert "données générales" in said(small, contrat=clause_text())


@pytest.mark.parametrize(
    ("definition", "says"),
    [
        ("{definition: 'un {{ x }}.'}", "ne contient ni blanc"),
        ("{definition: 'selon [[a]].'}", "ni renvoi"),
        ("{definition: x, formes: ['']}", "ne peut pas être vide"),
        ("{definition: x, fondements: [ccp-l9]}", "n'est pas dans le registre"),
        ("{definition: x, contrats: [mpg]}", "Vouliez-vous écrire « mgp »"),
    ],
)
def test_a_definition_that_could_not_be_printed_is_refused(small, definition, says) -> None:
    _, problems = small({"clauses/glossaire.yml": f"termes: {{Zèle: {definition}}}"}, a=clause_text())
    assert says in "\n".join(map(str, problems))


def test_every_contract_type_that_can_be_answered_is_described(small) -> None:
    contracts = """
        contrats:
          mgp: {libelle: M, le_contrat: le marché, operateur: {nom: T, genre: masculin}, acheteur: {nom: A, genre: masculin}}
        """
    _, problems = small({"clauses/contrats.yml": contracts}, a=clause_text())
    assert "le type de contrat « concession » n'est pas décrit" in "\n".join(map(str, problems))


def test_a_fact_is_asked_or_derived_but_not_both(small) -> None:
    asked = FRAME["clauses/questionnaire.yml"].replace("dossier_compact:", "capteurs:")
    _, problems = small({"clauses/questionnaire.yml": asked}, a=clause_text())
    assert "à la fois une question et un fait déduit" in "\n".join(map(str, problems))


@pytest.mark.parametrize(
    "name", ["essai/Zz-a.md", "essai/sous/zz.md", "zz.md", "essai/zz.yml", "essai/zz.exemples.yaml"]
)
def test_a_file_that_nothing_reads_is_told(tmp_path, name) -> None:
    path = tmp_path / "clauses" / name
    path.parent.mkdir(parents=True)
    path.write_text("---\n", "utf-8")
    assert any(problem.where == f"clauses/{name}" for problem in read_library(tmp_path / "clauses").problems)


def test_a_folder_without_a_clause_is_no_library(tmp_path) -> None:
    for path, text in FRAME.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(dedent(text), "utf-8")
    (problem,) = read_library(tmp_path / "clauses").problems
    assert "aucune clause" in problem.message


def test_a_broken_clause_never_hides_the_others(small) -> None:
    library, problems = small(bonne=clause_text(), cassee="---\ntitre: [\n---\n", autre=clause_text("annexe: A7"))
    assert "bonne" in library.clauses
    assert {problem.where for problem in problems} == {"clauses/essai/cassee.md", "clauses/essai/autre.md"}


def test_a_reference_must_be_guaranteed_or_stand_beside_its_clause(small) -> None:
    loose = clause_text("", "1. Selon [[b]].")
    assert "peut tomber dans le vide" in said(small, a=loose, b=clause_text())
    assert said(small, a=clause_text("requiert: [b]", "1. Selon [[b]]."), b=clause_text()) == ""
    beside = clause_text("alineas: {p: {avec: b}}", "1. A.\n2. {p} Selon [[b]].")
    assert said(small, a=beside, b=clause_text()) == ""


def test_a_reference_through_alternatives_is_guaranteed_by_the_group(small) -> None:
    either = clause_text("requiert: [[b, c]]", "1. Selon [[b|c]].")
    assert said(small, a=either, b=clause_text(), c=clause_text()) == ""


def test_a_required_clause_fits_the_same_contracts(small) -> None:
    problems = said(small, a=clause_text("requiert: [b]"), b=clause_text("contrats: [mgp]"))
    assert "ne convient pas à concession" in problems


def test_the_penalty_of_an_indicator_stands_in_its_paragraph(small) -> None:
    matter = """
        a_completer: {p: {type: montant, libelle: P, defaut: 10}}
        indicateurs: [{id: x, quoi: x, cible: 100 %, penalite: p, alinea: 1}]
        """
    assert "le blanc « p » n'y figure pas" in said(small, a=clause_text(matter, "1. A.\n2. {{ p }}."))
    assert said(small, a=clause_text(matter, "1. {{ p }}.")) == ""


def test_keys_given_twice_and_aliases_are_refused(small) -> None:
    assert "clauses/essai/a.md, ligne 3" in said(small, a="---\ntitre: A\ntitre: B\n---\n\n## Texte\n\n1. A.\n")


@given(st.text(max_size=300))
def test_any_text_gives_a_clause_or_problems_and_nothing_else(text) -> None:
    library, problems = read_texts({"clauses/essai/a.md": text})
    assert len(library) == 1 or problems


def test_a_folder_that_does_not_exist_is_one_sentence(tmp_path) -> None:
    with pytest.raises(LibraryError, match="n'existe pas"):
        read_library(tmp_path / "absent")


def test_a_file_in_another_encoding_is_named(tmp_path) -> None:
    (tmp_path / "essai").mkdir()
    (tmp_path / "essai" / "a.md").write_bytes("---\ntitre: été\n---\n".encode("latin-1"))
    assert any("UTF-8" in str(problem) for problem in read_library(tmp_path).problems)


def test_the_fingerprint_follows_the_words_and_not_the_place(small) -> None:
    one, two = small(a=clause_text())[0], small(a=clause_text("titre: Autre"))[0]
    assert one.fingerprint != two.fingerprint
    assert one.fingerprint == small(a=clause_text())[0].fingerprint
