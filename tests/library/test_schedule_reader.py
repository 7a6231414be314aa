"""How milestones are dated is content: what is wrong in it is told at its line, with what was probably meant."""

import pytest
from small_library import FRAME, clause_text

GENERAL = "donnees_generales: {objet: {type: texte, libelle: Objet du contrat}, debut: {type: date, libelle: Début}}"


def said(small, written: str) -> str:
    contracts = (
        FRAME["clauses/contrats.yml"].rpartition("donnees_generales")[0] + GENERAL + f"\n        {written}\n        "
    )
    return "\n".join(map(str, small({"clauses/contrats.yml": contracts}, a=clause_text())[1]))


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("jalons: {prise_d_effet: [{donnee: debu}]}", "la donnée générale « debu » n'existe pas. Vouliez-vous écrire « debut »"),
        ("jalons: {fin_du_contrat: [{fait: date_de_fin}]}", "la question « date_de_fin » n'existe pas"),
        ("jalons: {fin_du_contrat: [{depuis: prise_d_effet, annees: duree}]}", "la question « duree » n'existe pas"),
        ("jalons: {fin_du_contrat: [{depuis: prise_d_effet}]}", "par « depuis » et « annees » ensemble"),
        ("jalons: {debut: [{donnee: debut}]}", "ligne 6"),
        ("assiette_annuelle: {montant: montant, annees: population}", "la question « montant » n'existe pas. Vouliez-vous écrire « montant_ht »"),
        ("echeances_passees: {depuis: date_lancement, clause: a, blanc: d}", "le blanc « d » de la clause « a » n'existe pas"),
    ],
)  # fmt: skip
def test_a_milestone_names_what_exists(small, written, says) -> None:
    assert says in said(small, written)


def test_a_milestone_may_be_dated_in_several_ways(small) -> None:
    written = (
        "jalons: {fin_du_contrat: [{donnee: debut}, {depuis: prise_d_effet, annees: population, si: {capteurs: oui}}]}"
    )
    assert said(small, written) == ""
