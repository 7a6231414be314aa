"""A small contract with tables: dates, indicators, penalties, data sets, assets; and random dossiers of the shipped library."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from small_library import FRAME, TODAY, clause_text

from clausegen import paths
from clausegen.document.sheets import Sheet
from clausegen.dossier.dossier import Dossier, load_dossier
from clausegen.library.library import ClauseLibrary
from clausegen.pipeline import Draft, draft

EXAMPLES = sorted(path.stem for path in paths.examples().glob("*.yml"))
ALL = "[inventaire, calendrier, indicateurs, penalites, biens, jumeau, catalogue, justification]"
TABLES = {
    "clauses/questionnaire.yml": FRAME["clauses/questionnaire.yml"].replace(
        "          amb_donnees:",
        "          duree_ans: {etape: contrat, type: nombre, question: Durée ?, unite: ans, sujet: la durée est, min: 0, max: 99}\n          amb_donnees:",
    ),
    "clauses/contrats.yml": FRAME["clauses/contrats.yml"].replace(
        "donnees_generales: {objet: {type: texte, libelle: Objet du contrat}}",
        """parties_nommees: {nom: acheteur}
        donnees_generales:
          nom: {type: texte, libelle: Nom de l'acheteur}
          notifie: {type: date, libelle: Date de notification}
          debut: {type: date, libelle: Date de prise d'effet}
        jalons:
          notification: [{donnee: notifie}]
          prise_d_effet: [{donnee: debut}]
          fin_du_contrat: [{depuis: prise_d_effet, annees: duree_ans}]
        periodes_depuis: prise_d_effet
        assiette_annuelle: {montant: montant_ht, annees: duree_ans}""",
    ),
    "clauses/annexes.yml": f"""
        annexes:
          A1: {{titre: Données, sections: [Statut, Livraison]}}
          A2: {{titre: Ouverture, sections: [Publication]}}
        ensembles:
          concession: {{libelle: Concession, si: {{type_contrat: concession}}, annexes: [[A1], [A2]], compagnons: {ALL}}}
          mgp: {{libelle: Marché, si: {{type_contrat: mgp}}, annexes: [[A2, A1]], compagnons: [calendrier]}}
        """,
    "clauses/listes.yml": """
        categories: [Données du Service, Données de Tiers]
        licences: {Licence Ouverte: "https://exemple.fr/lo"}
        frequences: {annuelle: ANNUAL}
        """,
}
KEPT = "recommandee_si: toujours\n"


def contract(
    small: Any,
    answers: dict[str, Any] | None = None,
    values: dict[str, Any] | None = None,
    title: str = "Essai",
    **clauses: str,
) -> Draft:
    """Return the draft of a small library; `clauses` are files, `values` go by clause id or « contrat »."""
    library, problems = small(TABLES, **clauses)
    assert problems == []
    dossier = Dossier(title=title, answers={"type_contrat": "concession", **(answers or {})}, values=values or {})
    return draft(dossier, library, TODAY)


def clause(matter: str, body: str) -> str:
    return clause_text(KEPT + matter, body)


def sheet(drafted: Draft, companion: str, rank: int = 0) -> Sheet:
    """Return a sheet of a workbook of the draft."""
    return next(each for each in drafted.companions if each.name == companion).sheets[rank]


def rows(found: Sheet) -> list[dict[str, Any]]:
    """Return the rows of a sheet, by the titles of its columns."""
    return [dict(zip((column.title for column in found.columns), row, strict=True)) for row in found.rows]


def plain(text: Any) -> str:
    return str(text).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def example(name: str, library: ClauseLibrary) -> Draft:
    return draft(load_dossier(paths.examples() / f"{name}.yml"), library, TODAY)


@st.composite
def dossiers(draw: st.DrawFn, library: ClauseLibrary) -> Dossier:
    """Any answers to any questions, of any contract, with and without dates."""
    answers: dict[str, Any] = {}
    for question in library.frame.questionnaire.questions.values():
        if draw(st.booleans()) and question.kind in ("choix", "oui_non", "echelle", "choix_multiple"):
            drawn = draw(st.sampled_from(list(question.answers or question.scale) or ["oui", "non"]))
            answers[question.name] = [drawn] if question.kind == "choix_multiple" else drawn
    answers["type_contrat"] = draw(st.sampled_from(sorted(library.frame.contracts.by_type)))
    answers["population"], answers["montant_ht"] = draw(st.sampled_from([(900, 9_000), (90_000, "30 M€")]))
    answers["duree_ans"] = draw(st.sampled_from(["0,5", 1, 4, 12, "7,25", None]))
    days = st.none() | st.dates(date(2026, 1, 1), date(2030, 12, 31)).map(date.isoformat)
    given = {name: draw(days) for name, blank in library.frame.contracts.general.items() if blank.kind == "date"}
    return Dossier(
        title="Essai", answers=answers, values={"contrat": {name: day for name, day in given.items() if day}}
    )
