"""What the clauses of a dossier and their legal basis say."""

from clausegen.assembly.numbering import heading_of

CLAUSES_TITLE = "Clauses de ce contrat"
VIEWS = "Clauses à voir"
VIEW_HELP = {
    "retenues": "Elles seront imprimées, dans cet ordre. Chacune dit pourquoi elle est là et sur quoi elle se fonde.",
    "attente": "Une réponse manque pour décider de ces clauses.",
    "possibles": "Facultatives : ajoutez celles qui vous sont utiles.",
    "ecartees": "Clauses obligatoires ou recommandées qui ne seront pas imprimées.",
    "sans-objet": "Elles ne concernent pas ce contrat, d'après vos réponses.",
}
_VIEWS = {
    "retenues": "Retenues",
    "attente": "En attente",
    "possibles": "À ajouter",
    "ecartees": "Écartées",
    "sans-objet": "Sans objet",
}
NOTHING_HERE = "Aucune clause dans cette liste."
WHICH_ANNEX = "Annexe"
OUT_HEADER = ("Clause", "Niveau", "Pourquoi")
BACK_TO_CLAUSES = "Toutes les clauses du contrat"
WHY = "Pourquoi"
ENOUGH = "Réponses qui suffisent"
BRINGS_IN = "Ce qui la ferait entrer"
PRINTED_TEXT = "Texte imprimé"
FILL_BLANKS = "Remplir les blancs de cette clause"
SEE_SHEET = "Voir la fiche complète dans la bibliothèque"
ADD = "Ajouter cette clause"
TAKE_OUT = "Retirer cette clause ajoutée"
RESTORE = "Rétablir cette clause"
SET_ASIDE = "Écarter cette clause"
SET_ASIDE_HELP = "Cette clause est recommandée : vous pouvez l'écarter. Un motif aide à justifier ce choix."
SET_ASIDE_OBLIGATORY = (
    "Cette clause est obligatoire : pour l'écarter, écrivez le motif, qui figurera dans la note de justification."
)
REASON = "Motif"
TAKEN = "Rédaction retenue"
TAKE_VARIANT = "Choisir cette rédaction"
BARRED_VARIANT = "Cette rédaction ne convient pas à ce contrat."
BACK_TO_VARIANT = "Revenir à la rédaction proposée"


def counted_view(name: str, number: int) -> str:
    return f"{_VIEWS[name]} ({number})"


def annex(number: int, title: str, clauses: int) -> str:
    return f"{heading_of(number, title)} ({clauses} clause{'s' if clauses > 1 else ''})"


def with_answer(question: str, answer: str) -> str:
    return f"{question} {answer}"


def answer_to(question: str) -> str:
    return f"Répondre : {question}"


NO_BASIS = "Sans texte qui l'impose : stipulation contractuelle."
TITLED = "Intitulé"
OBLIGES = "Ce qu'il impose"
APPLIES = "Condition"
IN_FORCE = "En vigueur depuis"
VERSION = "Version du"
READING = "Lecture"
SOURCE = "Source"


def based_on(citations: list[str]) -> str:
    return f"Fondement : {' ; '.join(citations)}"
