"""The inventory, the indicators and the assets as workbooks: what the clauses say, and lists to fill in the rest."""

from datetime import date

import pytest
from table_tools import EXAMPLES, clause, contract, example, plain, rows, sheet

DATA = clause(
    """variantes: {lo: {libelle: LO, par_defaut: oui, licence: Licence Ouverte}}
jeux:
  - {id: volumes, nom: Volumes, source: télégestion, format: CSV, schema: SISPEA, frequence: annuelle, ouverture: ouvert}
  - {id: abonnes, nom: Abonnés, ouverture: restreint, sensibilite: sensible}
indicateurs:
  - {id: rendement, quoi: rendement, cible: 90 %, formule: volume vendu ÷ volume produit, source: volumes, frequence: annuelle, alinea: 1}""",
    "## Texte : lo\n\n1. Le rendement est de 90 %.",
)
FIRST = clause(
    """a_completer: {d: {type: mois, libelle: D, defaut: 3}, p: {type: montant, libelle: P, unite: par jour, defaut: 150}}
livrables: [{id: premiere, quoi: Première remise, qui: operateur, quand: {apres: prise_d_effet, delai: d}, penalite: p, premiere_remise: oui, alinea: 1}]
indicateurs: [{id: remis, quoi: jeux remis, cible: 100 %, penalite: p, alinea: 1}]""",
    "1. {L'opérateur} remet les jeux {{ d }} après la prise d'effet, sous peine d'une Pénalité de {{ p }}.",
)
ASSETS = clause(
    """biens:
  - {id: noms, nom: Noms de domaine, nature: nom_et_adresse, regime: retour, alinea: 1}
  - {id: logiciels, nom: Logiciels partagés, nature: logiciel, regime: propre, support: licence, alinea: 2}
alineas: {p: {si: {capteurs: oui}}}""",
    "1. Les noms de domaine reviennent.\n2. {p} Les logiciels restent propres.",
)


def test_the_inventory_takes_its_licence_its_first_hand_over_and_its_penalty_from_the_clauses(small) -> None:
    drafted = contract(small, values={"contrat": {"debut": "2028-01-01"}}, a=DATA, b=FIRST)
    volumes, abonnes = rows(sheet(drafted, "inventaire-des-donnees"))
    assert (volumes["Licence"], volumes["Première remise"], volumes["Pénalité"]) == (
        "Licence Ouverte",
        date(2028, 4, 1),
        "P01",
    )
    assert (abonnes["Licence"], abonnes["Ouverture"], abonnes["Sensibilité"]) == (None, "Restreint", "sensible")
    assert plain(volumes["Article"]) == "1.1, annexe 1"


def test_a_first_hand_over_without_a_day_stays_relative(small) -> None:
    found = rows(sheet(contract(small, a=DATA, b=FIRST), "inventaire-des-donnees"))
    assert plain(found[0]["Première remise"]) == "3 mois après la prise d'effet du Contrat"


def test_what_the_library_does_not_know_is_chosen_in_a_list(small) -> None:
    found = sheet(contract(small, a=DATA), "inventaire-des-donnees")
    choices = {column.title: column.choices for column in found.columns}
    assert choices["Catégorie"] == ("Données du Service", "Données de Tiers")
    assert choices["Données personnelles"] == ("oui", "non") and choices["Licence"] == ("Licence Ouverte",)
    assert found.blank_rows


def test_an_indicator_says_how_it_is_worked_out_and_from_which_data_set(small) -> None:
    (row,) = rows(sheet(contract(small, a=DATA), "indicateurs"))
    assert (row["Formule ou mode de calcul"], row["Jeu de données source"]) == (
        "Volume vendu ÷ volume produit",
        "volumes",
    )
    assert row["Fréquence"] == "annuelle" and row["Valeur de référence"] is None


@pytest.mark.parametrize(("years", "tabs"), [(1, ["2028"]), (4, ["2028-2031"]), (15, ["2028-2039", "2040-2042"])])
def test_targets_have_a_column_for_each_year_of_the_contract(small, years, tabs) -> None:
    drafted = contract(small, {"duree_ans": years}, {"contrat": {"debut": "2028-01-01"}}, a=DATA)
    sheets = next(companion for companion in drafted.companions if companion.name == "indicateurs").sheets[1:]
    assert [found.title for found in sheets] == [f"Cibles {tab}" for tab in tabs]
    assert [column.title for found in sheets for column in found.columns[3:]] == [
        str(2028 + rank) for rank in range(years)
    ]


def test_without_days_there_are_no_years(small) -> None:
    assert len(next(c for c in contract(small, a=DATA).companions if c.name == "indicateurs").sheets) == 1


def test_assets_say_what_becomes_of_them_and_fall_with_their_paragraph(small) -> None:
    both, one = (
        rows(sheet(contract(small, {"capteurs": answer}, a=ASSETS), "biens-numeriques")) for answer in ("oui", "non")
    )
    assert [(row["Nature"], row["Régime"], plain(row["Article"])) for row in both] == [
        ("Nom et adresse", "Retour", "1.1.1, annexe 1"), ("Logiciel", "Propre", "1.1.2, annexe 1"),
    ]  # fmt: skip
    assert len(one) == 1


def test_a_contract_that_classifies_no_asset_has_no_workbook_for_them(small) -> None:
    assert not any(companion.name == "biens-numeriques" for companion in contract(small, a=DATA).companions)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_indicator_of_an_example_has_its_formula(name, library) -> None:
    drafted = example(name, library)
    tab = "indicateurs" if any(c.name == "indicateurs" for c in drafted.companions) else "obligations-et-livrables"
    found = rows(sheet(drafted, tab, 0 if tab == "indicateurs" else 1))
    assert found and [row["Indicateur"] for row in found if not row["Formule ou mode de calcul"]] == []
