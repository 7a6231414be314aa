"""What the matrix of clauses says."""

MATRIX_MENU = "Matrice"
MATRIX = "La matrice des clauses"
MATRIX_HELP = (
    "Ce que chaque clause est dans chaque type de contrat, déduit des règles. Choisissez un type de contrat pour lire, en toutes lettres, les "
    "conditions de chaque clause."
)
MATRIX_READING = "Lire la matrice"
MATRIX_LEGEND = ("Niveau", "Ce que cela veut dire")
MATRIX_WORKING = "La matrice se calcule…"
COLUMN = "Type de contrat"
PLACE = "Niveau"
CLAUSE_HEADER = "Clause"
RULES_HELP = "Les règles d'une clause se lisent dans l'ordre : la première qui convient au contrat décide."
MATRIX_BOOK = "Télécharger la matrice (Excel)"
MATRIX_FILE = "matrice-des-clauses.xlsx"
NOTHING_IN_MATRIX = "Aucune clause ne répond à tous ces critères."
SHOW_ALL = "Retirer tous les filtres"


def left_out(number: int) -> str:
    if number == 0:
        return ""
    if number == 1:
        return "Une clause, qui ne convient jamais à ce contrat, n'est pas affichée ; demandez le niveau « Jamais » pour la voir."
    return f"{number} clauses, qui ne conviennent jamais à ce contrat, ne sont pas affichées ; demandez le niveau « Jamais » pour les voir."
