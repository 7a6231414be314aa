"""What the form and its fields say."""

from clausegen.assembly.numbering import document_of, heading_of
from clausegen.facts.formatting import NBSP

NONE_OF_THEM = "Aucune de ces réponses"
UNKNOWN = "Je ne sais pas"
YES = "Oui"
NO = "Non"
CHOOSE = "Choisissez une réponse"
CLEAN = "Retirer les caractères invisibles"
WHY_ASKED = "Aide : pourquoi cette question ?"
EXAMPLES = {
    "montant": "Par exemple : 12,5 M€ ou 1 234 567,89",
    "date": "Par exemple : 15/03/2027",
    "entier": "Par exemple : 12 000",
    "nombre": "Par exemple : 7,5",
}
STEPS = "Étapes"
PREVIOUS = "Précédent"
NEXT = "Enregistrer et continuer"
SEE_CLAUSES = "Voir les clauses retenues"
TYPE_FIRST = "Choisissez le type de contrat : les autres questions en dépendent."
NO_QUESTION = "Le questionnaire ne peut pas être lu : corrigez d'abord le fichier clauses/questionnaire.yml."
GENERAL = "Données du contrat"
GENERAL_HELP = "Elles sont imprimées sur la page de garde des annexes. Aucune n'est obligatoire pour continuer."


def understood(shown: str) -> str:
    return f"Compris : {shown}"


def left(questions: int) -> str:
    """Return how many questions may still be put; one that can no longer change a document never is."""
    if questions == 0:
        return "Il ne reste aucune question"
    return f"Il reste au plus {questions} question{'s' if questions > 1 else ''}"


def stepper(rank: int, total: int, following: str) -> str:
    return f"Étape {rank} sur {total} · Étape suivante : {following}"


def step(rank: int, title: str, done: int, total: int) -> str:
    return f"{rank}. {title} ({'fait' if done == total else f'{done}/{total}'})"


def still_changes(number: int, listed: bool) -> str:
    """Say how many clauses an answer can still change; `listed` when their titles follow."""
    if not number:
        return "Cette réponse ne change plus aucune clause ; elle décide encore d'une annexe, d'une alerte, d'un rappel ou d'une échéance."
    many = (
        f"{number} clauses, leur rédaction ou leurs alinéas"
        if number > 1
        else "une clause, sa rédaction ou ses alinéas"
    )
    return f"Cette réponse peut encore changer {many}{f'{NBSP}:' if listed else '.'}"


LEFT_EMPTY = "À choisir"
BACK_TO_DEFAULT = "Revenir à la valeur proposée"
ONE_PER_LINE = "Un élément par ligne."


def one_row_per_line(columns: tuple[str, ...]) -> str:
    return f"Une rangée par ligne, les cases séparées par une barre : {' | '.join(columns)}."


DEFAULT_USED = "Laissé vide, c'est la valeur proposée qui est imprimée."


def proposed(shown: str) -> str:
    return f"Proposé : {shown}"


def between(low: str, high: str) -> str:
    return f"Entre {low} et {high}."


def at_least(low: str) -> str:
    return f"Au moins {low}."


def at_most(high: str) -> str:
    return f"Au plus {high}."


BLANKS_TITLE = "Blancs à remplir"
WHICH_BLANKS = "Blancs à voir"
TO_FILL_HELP = (
    "Aucune valeur n'est proposée pour ces blancs : s'ils restent vides, les annexes les signalent « à compléter »."
)
PROPOSED_HELP = "Une valeur est proposée partout. Gardez-la, ou tapez la vôtre."


def to_fill(number: int) -> str:
    return f"À remplir par vous ({number} encore vides)" if number else "À remplir par vous (tout est rempli)"


def annex_blanks(number: int, title: str, blanks: int) -> str:
    return f"{heading_of(number, title)} ({blanks} valeurs proposées)"


def clause_in_annex(title: str, article: str, annex: int) -> str:
    return f"{title} (article {article}, {document_of(annex)})"
