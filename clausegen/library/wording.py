"""A sentence that lawyers write outside the texts of clauses: words, and the parties by their marks."""

from typing import Annotated

from pydantic import BeforeValidator

from clausegen.document.markdown import parse_inline
from clausegen.document.nodes import Role, Run

Said = tuple[Run | Role, ...]


def read_wording(raw: object) -> object:
    """Return the parts of the sentence; ValueError (French) for a blank or a reference, which only a clause can hold.

    >>> read_wording("le registre {de l'opérateur}")
    (Run(text='le registre ', bold=False, italic=False), Role(party='operateur', form='de', capital=False, bold=False, italic=False))
    """
    if not isinstance(raw, str):
        return raw
    parts = parse_inline(" ".join(raw.split()))
    if not parts:
        raise ValueError("le texte ne peut pas être vide")
    if not all(isinstance(part, Run | Role) for part in parts):
        raise ValueError("ce texte ne contient ni blanc {{ … }} ni renvoi [[ … ]]")
    return parts


Wording = Annotated[Said, BeforeValidator(read_wording)]
