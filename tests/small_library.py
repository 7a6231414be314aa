"""Small libraries written in a few lines, for tests that need only one thing of them."""

from datetime import date
from textwrap import dedent

TODAY = date(2026, 11, 22)

FRAME = {
    "clauses/questionnaire.yml": """
        themes: {essai: {libelle: Essai, annexe: A1}}
        etapes: [{id: contrat, titre: Le contrat}]
        questions:
          type_contrat:
            etape: contrat
            type: choix
            question: Quel contrat ?
            valeurs:
              concession: {libelle: Concession, phrase: le contrat est une concession}
              mgp: {libelle: MGP, phrase: le contrat est un marché global de performance}
          capteurs: {etape: contrat, type: oui_non, question: Des capteurs ?, oui: il y a des capteurs, non: il n'y a pas de capteurs}
          rue: {etape: contrat, type: oui_non, question: Dans la rue ?, demandee_si: {capteurs: oui}, sinon: non, oui: dans la rue, non: hors de la rue}
          population: {etape: contrat, type: entier, question: Combien d'habitants ?, unite: habitants, sujet: la population est, min: 0}
          montant_ht: {etape: contrat, type: montant, question: Quel montant ?, unite: € HT, sujet: la valeur est}
          date_lancement: {etape: contrat, type: date, question: Quand ?, sujet: la consultation est lancée}
          amb_donnees: {etape: contrat, type: echelle, question: Quel niveau ?, sujet: le niveau est, echelle: {1: Socle, 2: Renforcé, 3: Exemplaire}}
        faits_deduits:
          dossier_compact: {libelle: petit, oui: le dossier est compact, non: le dossier n'est pas compact, vrai_si: {population: {moins_de: seuil.petit}}}
        """,
    "clauses/seuils.yml": """
        seuils:
          petit: {libelle: Petite collectivité, nature: produit, type: entier, valeurs: [{depuis: 2000-01-01, valeur: 10000}]}
          grand: {libelle: Grande collectivité, nature: loi, type: entier, valeurs: [{depuis: 2020-01-01, valeur: 50000}, {depuis: 2026-01-01, valeur: 40000}]}
          reforme: {libelle: Réforme, nature: loi, type: date, valeurs: [{depuis: 2000-01-01, valeur: 2026-08-22}]}
        """,
    "clauses/contrats.yml": """
        contrats:
          concession: {libelle: Concession, le_contrat: la concession, operateur: {nom: Concessionnaire, genre: masculin}, acheteur: {nom: Autorité concédante, genre: feminin}}
          mgp: {libelle: Marché global, le_contrat: le marché, operateur: {nom: Titulaire, genre: masculin}, acheteur: {nom: Acheteur, genre: masculin}}
        donnees_generales: {objet: {type: texte, libelle: Objet du contrat}}
        """,
    "clauses/annexes.yml": """
        annexes:
          A1: {titre: Données, sections: [Statut, Livraison]}
          A2: {titre: Ouverture, sections: [Publication]}
        ensembles:
          concession: {libelle: Concession, si: {type_contrat: concession}, annexes: [[A1], [A2]], compagnons: [inventaire, calendrier, justification]}
          mgp: {libelle: Marché, si: {type_contrat: mgp}, annexes: [[A2, A1]], compagnons: [inventaire, calendrier, justification]}
        """,
    "clauses/glossaire.yml": "termes: {}",
    "clauses/droit/code.yml": """
        references:
          ccp-l1: {texte: Code de la commande publique, article: L. 1, oblige: Définit les contrats., confiance: verifie}
        """,
    "clauses/recommandations.yml": "recommandations: {17: {libelle: Des clauses sur les données}}",
}


GLOSSARY = {
    "clauses/glossaire.yml": """
        termes:
          Données du Service: {definition: "données produites par {l'opérateur} pour le Contrat."}
          Contrat: {definition: "le contrat qui lie les parties."}
          Jeu de Données: {definition: "ensemble cohérent de Données du Service.", formes: [Jeux de Données]}
        """,
}
"""Three terms, the third of which needs the others: for a library with a clause that uses it."""


def clause_text(
    matter: str = "", body: str = "1. {L'opérateur} agit.", annex: str = "A1", section: str = "Statut"
) -> str:
    """Return a clause file: `matter` holds the keys that the case is about."""
    given = dedent(matter).strip("\n")
    keys = {line.split(":")[0] for line in given.splitlines()}
    usual = {"titre": "Une clause", "annexe": annex, "section": section, "contrats": "[concession, mgp]"}
    head = "\n".join(f"{key}: {value}" for key, value in usual.items() if key not in keys)
    text = dedent(body).strip("\n")
    sections = text if text.startswith("## ") else f"## Texte\n\n{text}"
    return f"---\n{head}\n{given}\n---\n\n{sections}\n"
