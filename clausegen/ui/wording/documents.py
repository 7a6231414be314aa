"""What the preview, the check and the export say."""

from dataclasses import dataclass

from clausegen.companions.companion import Audience

PREVIEW_TITLE = "Aperçu des annexes"
WHICH_DOCUMENT = "Document"
NO_ANNEX = "Aucune clause n'est encore retenue : répondez à quelques questions."
PREVIEW_HELP = "Le texte tel qu'il sera imprimé. Ce qui reste à compléter est surligné."

CHECK_TITLE = "Vérifier vos réponses"
ANSWERS_HEADER = ("Question", "Réponse")
CHOICES = "Vos choix sur les clauses"
CHOICES_HEADER = ("Clause", "Choix")
FILLED = "Blancs que vous avez remplis"
CHANGE = "Modifier"
MEND = "Corriger"
TO_MEND = "À corriger"
UNANSWERED = "Sans réponse"
EMPTY_VALUE = "Vide"
RETAINED_BY_CHOICE = "Ajoutée."
ASIDE_BY_CHOICE = "Écartée."
GO_EXPORT = "Aller à l'export"
GO_QUESTIONS = "Aller aux questions"


def chosen_variant(label: str) -> str:
    return f"Rédaction « {label} »."


def reason(text: str) -> str:
    return f"Motif : {text}"


def problems(number: int) -> str:
    return f"{number} réponses ne sont pas comprises." if number > 1 else "Une réponse n'est pas comprise."


EXPORT_TITLE = "Exporter les annexes"
COMPLETE = "Aucune réponse ni aucun blanc ne manque : les annexes sont prêtes à relire."
LEFT_OUT = (
    "Rien d'autre ne manque. Ce qui n'est pas compris est laissé de côté : corrigez-le avant d'envoyer ces annexes."
)
DRAFT = "Il manque quelque chose : l'export se fait quand même, et chaque page porte la mention PROJET."
BLOCKED = (
    "Un point bloque ces documents, dit en haut de la page : l'export se fait, et chaque page porte la mention PROJET."
)
OUT_OF_SCOPE = "Hors de l'avenant, ce que la loi impose aussi"
OUT_OF_SCOPE_HELP = (
    "Vérifiez que le contrat en cours contient déjà l'équivalent de ces clauses ; sinon, étendez l'avenant."
)
REMINDERS = "Contenus obligatoires du corps du contrat, hors de ces annexes"
REMINDERS_HELP = "Le corps du contrat ou le dossier porte ce qui suit ; ces annexes n'en dispensent pas. La liste n'est pas complète : elle rappelle ce que le registre a lu."
TO_CHECK = "À vérifier, une réponse manque :"
GAPS = "Blancs encore vides"
STILL_WAITING = "Clauses qui attendent une réponse"
ASIDE = "Clauses obligatoires écartées"
FILL = "Remplir"
ANSWER = "Répondre"
SEE = "Voir"
ONE_BY_ONE = "Document par document"
DOWNLOAD_JSON = "Le dossier, pour le reprendre plus tard (JSON)"
DOSSIER = "Le dossier, pour le reprendre plus tard"


@dataclass(frozen=True)
class BundleWords:
    """What is said of one of the two bundles."""

    title: str
    help: str
    button: str


BUNDLES = {
    Audience.BIDDERS: BundleWords(
        "Dossier de consultation",
        "Ce que reçoivent les candidats. Rien d'interne ne s'y trouve : ni motif, ni réponse, ni degré de confiance.",
        "Télécharger le dossier de consultation (ZIP)",
    ),
    Audience.INTERNAL: BundleWords(
        "Dossier interne",
        "Ce que vous gardez : pourquoi chaque clause est là, ce qui s'écarte du modèle, ce qu'un juriste doit trancher. Ne le joignez pas.",
        "Télécharger le dossier interne (ZIP)",
    ),
}

OPTIONS = "Présentation des documents"
SOURCES = "Fondements juridiques en note de bas de page"
SOURCES_HELP = (
    "Seuls les textes qui ont été lus sont cités. La note de justification les cite tous, avec leur degré de confiance."
)
UNMARKED = "Sans marques de projet"
UNMARKED_HELP = "Ni mention PROJET, ni surlignage de ce qui manque. Ce qui manque reste écrit « [à compléter : …] »."
LAYOUT = "Mise en page par LibreOffice"
NO_OFFICE = (
    "LibreOffice n'est pas installé sur cette machine : ni PDF, ni ODT, ni numéros de page dans les sommaires. Dans Word, F9 sur le "
    "sommaire met ses numéros de page."
)
PAGES = "Numéros de page dans les sommaires"
PAGES_HELP = (
    "La mise en page demande une dizaine de secondes. Si elle échoue, les sommaires sont écrits sans numéros de page."
)
PDF = "Un PDF accessible à côté de chaque document Word"
PDF_HELP = "PDF balisé (PDF/UA), titré et en français, que les lecteurs d'écran savent suivre."
ODT = "Un document LibreOffice (ODT) à côté de chaque document Word"
ODT_HELP = "Le même document au format OpenDocument."
SHELL = "Votre modèle Word"
SHELL_HELP = (
    "En-tête, logo, polices et marges sont gardés ; les styles et les listes qui manquent sont ajoutés. Écrivez {{p corps }} seul dans "
    "un paragraphe à l'endroit du texte ({{p garde }} et {{p sommaire }} s'il y a lieu) ; une page à en-tête vide suffit aussi."
)
SHELL_LABEL = "Modèle (.docx)"
SHELL_REFUSED = "En attendant, les documents sont écrits dans le modèle du produit."
SHELL_DROP = "Revenir au modèle du produit"
PREPARING = "Préparation des documents"
PREPARED = "Les documents sont prêts."


def annexes(count: int) -> str:
    return f"{count} annexes (Word)" if count > 1 else "Une annexe (Word)"


def as_file(title: str, name: str) -> str:
    return f"{title} ({name.rpartition('.')[2].upper()})"


def prepare(title: str) -> str:
    return f"Préparer : {title[:1].lower()}{title[1:]}"


def shell_in_use(name: str) -> str:
    return f"Les documents sont écrits dans « {name} »."


def pinned(law_date: str, library: str) -> str:
    return f"Droit applicable au {law_date}, bibliothèque {library}. Même dossier, mêmes choix : mêmes documents."


def uncovered(themes: tuple[str, ...]) -> str:
    return f"La bibliothèque n'a encore aucune clause sur ces sujets, à traiter ailleurs dans le contrat : {' ; '.join(themes)}."
