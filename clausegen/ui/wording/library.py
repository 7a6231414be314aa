"""What the library and its sheets say."""

from clausegen.facts.formatting import NBSP

LIBRARY_PROBLEMS_HELP = (
    "L'application fonctionne avec les autres clauses. Chaque ligne dit le fichier, la ligne et ce qu'il faut corriger."
)


def library_problems(number: int) -> str:
    return f"La bibliothèque contient {number} anomalies" if number > 1 else "La bibliothèque contient une anomalie"


CONTRACTS = "Contrats"
EXCLUDED_IF = "Exclue si"
OBLIGATORY_IF = "Obligatoire si"
RECOMMENDED_IF = "Recommandée si"
POSSIBLE_IF = "Possible si"
DUTY = "Ce que dit la loi"
HEAVY = "Petit contrat"
HEAVY_MEANS = "dans un dossier compact, la clause recommandée devient facultative"
REQUIRES = "Requiert"
EXCLUDES = "Incompatible avec"
RECOMMENDATIONS = "Étude de 2021, recommandations"
WHEN = "Quand elle s'applique"
WHEN_HEADER = ("Règle", "En toutes lettres")
TEXT = "Texte"
VARIANTS = "Rédactions, côte à côte"
BASIS = "Fondement"
BUYER_NOTES = "À savoir pour l'acheteur"
MOTIVES = "Motifs"
FOR_BUYER = "Pour l'acheteur"
FOR_OPERATOR = "Pour l'opérateur"
BY_DEFAULT = "Rédaction par défaut."
DELIVERABLES = "Livrables"
DELIVERABLES_HEADER = ("Quoi", "Qui", "Quand", "Preuve ou format")
DEBTORS = {"operateur": "l'opérateur", "acheteur": "l'acheteur", "parties": "les deux parties"}
INDICATORS = "Indicateurs"
INDICATORS_HEADER = ("Ce qui est mesuré", "Cible", "Alinéa")
BLANKS_HEADER = ("À compléter", "Valeur proposée")
CASES = "Cas de contrôle"
CASES_HEADER = ("Cas", "Réponses", "Attendu")
EXPECTED = {
    "obligatoire": "obligatoire",
    "recommandee": "recommandée",
    "facultative": "facultative",
    "possible": "facultative",
    "exclue": "exclue",
    "sans_objet": "sans objet",
    "ecartee": "non retenue",
    "retenue": "retenue",
    "en_attente": "en attente",
}
COVERAGE = "Les recommandations de l'étude de 2021"
COVERAGE_HELP = (
    "L'étude « De la smart city à la réalité des territoires connectés » compte cinquante-trois recommandations ; vingt et une ont été lues. Pour "
    "chacune, les clauses qui la suivent, et ce qu'un contrat ne peut pas faire."
)
COVERAGE_HEADER = ("Recommandation", "Clauses qui la suivent", "Par type de contrat")
NO_CLAUSE = "Aucune clause."
SEARCH = "Chercher dans les clauses"
SEARCH_EXAMPLE = "Par exemple : réversibilité, sous-traitant, L. 3131-2"
THEME = "Thème"
CONTRACT = "Type de contrat"
CONFIDENCE = "Confiance dans le fondement"
ANY = "Tous"
FOUND = ("clause trouvée", "clauses trouvées")
NOTHING_FOUND = "Aucune clause ne répond à tous ces critères. Retirez un mot ou un filtre."
MORE_CLAUSES = "Afficher plus de clauses"
BACK_TO_LIBRARY = "Toutes les clauses"


def library_size(clauses: int, references: int) -> str:
    return (
        f"{clauses} clauses et {references} références juridiques, à lire sans ouvrir de dossier. Chaque fiche donne le texte, ses "
        "rédactions, les conditions en toutes lettres, les fondements et jusqu'où ils ont été lus."
    )


def clauses_for(contract: str, number: int) -> str:
    return f"{contract}{NBSP}: {number}"


def no_such_clause(id: str) -> str:
    return f"La clause « {id[:60]} » n'existe pas dans la bibliothèque."


def in_annex(annex: str, section: str, variants: int) -> str:
    wordings = f" · {variants} rédactions" if variants > 1 else ""
    return f"{annex} · {section}{wordings}"


def written_in(path: str) -> str:
    return f"Fichier : {path}"


def taken_if(condition: str) -> str:
    return f"Retenue si {condition}."


def either(titles: list[str]) -> str:
    return " ou ".join(f"« {title} »" for title in titles)


def paragraph(number: int | None) -> str:
    return f"l'alinéa {number}"


def beside(title: str) -> str:
    return f"avec « {title} »"


def optional_paragraph(condition: str) -> str:
    return f"[Alinéa facultatif : {condition}] " if condition else "[Alinéa facultatif] "
