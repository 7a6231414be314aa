"""A small contract with companions: a library of a few lines, drafted, each companion read as text."""

from small_library import TODAY, clause_text

from clausegen.companions.companion import Audience
from clausegen.delivery import documents
from clausegen.dossier.dossier import Dossier
from clausegen.pipeline import Draft, draft
from clausegen.renderers.text import render_text

KEPT = "recommandee_si: toujours\n"
ALL = "[fiches, reponse, reglement, justification, ecarts, questions]"

COMPANIONS = {
    "clauses/annexes.yml": f"""
        annexes:
          A1: {{titre: Données, sections: [Statut, Livraison]}}
          A2: {{titre: Ouverture, sections: [Publication]}}
        ensembles:
          concession: {{libelle: Concession, si: {{type_contrat: concession}}, annexes: [[A1], [A2]], compagnons: {ALL}}}
          mgp: {{libelle: Marché, si: {{type_contrat: mgp}}, annexes: [[A2, A1]], compagnons: {ALL}}}
        """,
    "clauses/consultation.yml": """
        introduction: Le candidat répond {à l'acheteur}.
        rubriques: {criteres: Critères, visite: Visite}
        extraits:
          visite: {rubrique: visite, si: {capteurs: oui}, texte: "{L'acheteur} organise une visite le [à compléter : date]."}
          criteres:
            rubrique: criteres
            si: toujours
            texte: "Les offres sont jugées ainsi :"
            points: ["le prix ;", "la valeur technique."]
            fondements: [ccp-l1]
        grille: [{libelle: Valeur technique, sous_criteres: [{libelle: Données, themes: [essai]}]}]
        secrets: {clause: secret, texte: Élément par élément., colonnes: [Document, Secret]}
        """,
    "clauses/fiches.yml": """
        si: {capteurs: oui}
        modele: secret
        intitule: traitement
        introduction: Une fiche par traitement.
        listes: [{clause: secret, blanc: confies, role: "{L'acheteur}, responsable ; {l'opérateur}, sous-traitant"}]
        rubriques:
          - {libelle: Traitement, blanc: traitement, jeu: objet}
          - {libelle: Finalité, jeu: finalite, blanc: finalite}
          - {libelle: Rôle, role: oui, articles: [secret]}
          - {libelle: Sécurité, articles: [secret]}
        """,
}

SECRET = (
    KEPT
    + """titre: Secret des affaires
a_completer:
  traitement: {type: texte, libelle: Traitement}
  finalite: {type: texte, libelle: Finalité}
  confies: {type: liste, libelle: Traitements confiés}"""
)
SECRET_BODY = "1. {{ traitement }}, {{ finalite }}, {{ confies }}."


def contract(small, answers=None, values=None, choices=None, frame=None, **clauses) -> Draft:
    """Return the draft of a small library; `clauses` are files, `secret` always standing beside them."""
    library, problems = small(
        {**COMPANIONS, **(frame or {})}, **{"secret": clause_text(SECRET, SECRET_BODY), **clauses}
    )
    assert problems == []
    dossier = Dossier(
        title="Essai",
        answers={"type_contrat": "concession", "capteurs": "non", **(answers or {})},
        values=values or {},
        choices=choices or {},
    )
    return draft(dossier, library, TODAY)


def read(drafted: Draft, name: str) -> str:
    """Return the companion of that name as plain text, plain spaces and apostrophes; empty when there is none."""
    found = [c.document for c in drafted.companions if c.name == name and c.document]
    return plain(render_text(found[0])) if found else ""


def read_bundle(drafted: Draft, audience: Audience) -> str:
    """Return every document of a bundle as one text."""
    return plain("\n".join(render_text(document) for document in documents(drafted, audience)))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
