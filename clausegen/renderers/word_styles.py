"""The styles a Word shell must define, by the name that Word shows or keeps.

Word rewrites style identifiers when it saves (« Heading1 » becomes « Titre1 » in French): names are what lasts.
"""

ARTICLE = "heading 1"
CLAUSE = "heading 2"
TITLE_WITHOUT_NUMBER = "Titre sans numéro"
SUBTITLE_WITHOUT_NUMBER = "Sous-titre sans numéro"
NUMBERED = "Alinéa numéroté"
POINT = "Point d'un alinéa"
FREE_POINT = "Point libre"
DASH = "Tiret"
BODY = "Body Text"
INTRODUCTION = "Introduction"
NOTE = "Note"
CAPTION = "caption"
TABLE = "Tableau de clause"
TABLE_HEAD = "Tableau en-tête"
TABLE_TEXT = "Tableau texte"
SEPARATOR = "Séparateur"
TITLE = "Title"
SUBTITLE = "Subtitle"
COVER_TABLE = "Tableau de garde"
COVER_LABEL = "Garde libellé"
COVER_VALUE = "Garde valeur"
CONTENTS_TITLE = "TOC Heading"
CONTENTS_1 = "toc 1"
CONTENTS_2 = "toc 2"

REQUIRED = frozenset(value for name, value in list(globals().items()) if name.isupper())
