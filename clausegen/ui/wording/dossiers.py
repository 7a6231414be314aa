"""What the list of dossiers says."""

WELCOME = (
    "Répondez à quelques questions sur votre contrat : les clauses qui lui conviennent sont choisies, expliquées, puis "
    "réunies dans des annexes Word prêtes à relire."
)
NEW = "Nouveau dossier"
YOUR_DOSSIERS = "Vos dossiers"
EMPTY = "Aucun dossier. Créez-en un, ou ouvrez un exemple."
EXAMPLES_TITLE = "Exemples prêts à ouvrir"
EXAMPLES_HELP = "Un exemple s'ouvre comme un dossier à vous : changez ses réponses, exportez-le, supprimez-le."
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
TOO_BIG = "Le fichier est trop gros : un million d'octets au plus sont acceptés."
NOT_UTF8 = "Le fichier n'est pas un texte en UTF-8. Choisissez un dossier exporté d'ici, ou un fichier YAML enregistré en UTF-8."
LOCAL_USER = "utilisateur local"


def details(contract: str, answers: str, modified: str, author: str) -> str:
    return f"{contract} · {answers} · modifié {modified} par {author}"


def more_dossiers(number: int) -> str:
    return f"{number} autres dossiers : cherchez-les par leur titre."


def deleted(title: str) -> str:
    return f"Le dossier « {title} » est supprimé."
