"""Every sentence that the pages say, except those that the clauses and the engine write."""

NBSP = "\u00a0"

# -- pages ------------------------------------------------------------------------------------------------------

DOSSIERS = "Mes dossiers"
QUESTIONS = "Questions"
CLAUSES = "Clauses"
BLANKS = "Blancs"
PREVIEW = "Aperçu"
CHECK = "Vérifier"
EXPORT = "Exporter"
LIBRARY = "Bibliothèque"

# -- list of dossiers -------------------------------------------------------------------------------------------

WELCOME = (
    "Répondez à quelques questions sur votre contrat : les clauses qui lui conviennent sont choisies, expliquées, puis "
    "réunies dans des annexes Word prêtes à relire."
)
NEW = "Nouveau dossier"
YOUR_DOSSIERS = "Vos dossiers"
EMPTY = "Aucun dossier. Créez-en un, ou ouvrez un exemple."
EXAMPLES_TITLE = "Exemples prêts à ouvrir"
EXAMPLES_HELP = "Un exemple s'ouvre comme un dossier à vous : changez ses réponses, exportez-le, supprimez-le."
OPEN_EXAMPLE = "Ouvrir cet exemple"
OPEN = "Ouvrir"
MORE = "Autres actions"
DUPLICATE = "Dupliquer"
DELETE = "Supprimer"
UNDO = "Annuler la suppression"
FIND = "Chercher un dossier par son titre"
NO_TYPE = "Type de contrat à choisir"
ANSWERS = ("réponse", "réponses")
IMPORT = "Importer un dossier (JSON ou YAML)"
IMPORT_LABEL = "Fichier du dossier"
IMPORT_BUTTON = "Importer ce fichier"
TOO_BIG = "Le fichier est trop gros : un million d'octets au plus sont acceptés."
NOT_UTF8 = "Le fichier n'est pas un texte en UTF-8. Choisissez un dossier exporté d'ici, ou un fichier YAML enregistré en UTF-8."
LOCAL_USER = "utilisateur local"


def details(contract: str, answers: str, modified: str, author: str) -> str:
    return f"{contract} · {answers} · modifié {modified} par {author}"


def more_dossiers(number: int) -> str:
    return f"{number} autres dossiers : cherchez-les par leur titre."


def deleted(title: str) -> str:
    return f"Le dossier « {title} » est supprimé."


# -- header -----------------------------------------------------------------------------------------------------

NO_DOSSIER = "Aucun dossier n'est ouvert."
GO_TO_DOSSIERS = "Aller à la liste des dossiers"
RENAME = "Renommer"
TITLE_LABEL = "Nom du dossier"
TITLE_EXAMPLE = "Par exemple : Concession d'eau potable, Valbrume"
OBLIGATORY = ("obligatoire", "obligatoires")
RECOMMENDED = ("recommandée", "recommandées")
WAITING = ("en attente", "en attente")


def answered(done: int, total: int) -> str:
    return f"{done} sur {total} réponses"


def saved(moment: str) -> str:
    return f"Enregistré {moment}"


def unsaved(message: str) -> str:
    return f"Non enregistré : {message} Ce que vous avez tapé reste affiché tant que cette page est ouverte."


def came(titles: list[str]) -> str:
    return f"Votre dernière réponse ajoute {', '.join(titles)}."


def went(titles: list[str]) -> str:
    return f"Elle retire {', '.join(titles)}."


def others(number: int) -> str:
    return f"{number} autres" if number > 1 else "une autre"


# -- questions --------------------------------------------------------------------------------------------------

UNKNOWN = "Je ne sais pas"
YES = "Oui"
NO = "Non"
CHOOSE = "Choisissez une réponse"
WHY_ASKED = "Aide : pourquoi cette question ?"
EXAMPLES = {
    "montant": "Par exemple : 12,5 M€ ou 1 234 567,89",
    "date": "Par exemple : 15/03/2027",
    "entier": "Par exemple : 12 000",
    "nombre": "Par exemple : 7,5",
}
STEPS = "Étapes"
PREVIOUS = "Précédent"
NEXT = "Enregistrer et continuer"
SEE_CLAUSES = "Voir les clauses retenues"
TYPE_FIRST = "Choisissez le type de contrat : les autres questions en dépendent."
NO_QUESTION = "Le questionnaire ne peut pas être lu : corrigez d'abord le fichier clauses/questionnaire.yml."
GENERAL = "Données du contrat"
GENERAL_HELP = "Elles sont imprimées sur la page de garde des annexes. Aucune n'est obligatoire pour continuer."


def understood(shown: str) -> str:
    return f"Compris : {shown}"


def stepper(rank: int, total: int, following: str) -> str:
    return f"Étape {rank} sur {total} · Étape suivante : {following}"


def step(rank: int, title: str, done: int, total: int) -> str:
    return f"{rank}. {title} ({'fait' if done == total else f'{done}/{total}'})"


def decides(number: int, all: int) -> str:
    if number == 0:
        return "Cette réponse décide du choix des annexes à imprimer."
    if number == all:
        return f"Cette réponse décide des {number} clauses qui conviennent à ce contrat."
    if number == 1:
        return "Cette réponse décide d'une clause, de sa rédaction ou de ses alinéas :"
    return f"Cette réponse décide de {number} clauses, de leur rédaction ou de leurs alinéas :"


# -- blanks -----------------------------------------------------------------------------------------------------

BACK_TO_DEFAULT = "Revenir à la valeur proposée"
ONE_PER_LINE = "Un élément par ligne."
DEFAULT_USED = "Laissé vide, c'est la valeur proposée qui est imprimée."


def proposed(shown: str) -> str:
    return f"Proposé : {shown}"


def between(low: str, high: str) -> str:
    return f"Entre {low} et {high}."


def at_least(low: str) -> str:
    return f"Au moins {low}."


def at_most(high: str) -> str:
    return f"Au plus {high}."


# -- library ----------------------------------------------------------------------------------------------------

LIBRARY_PROBLEMS_HELP = (
    "L'application fonctionne avec les autres clauses. Chaque ligne dit le fichier, la ligne et ce qu'il faut corriger."
)


def library_problems(number: int) -> str:
    return f"La bibliothèque contient {number} anomalies" if number > 1 else "La bibliothèque contient une anomalie"
