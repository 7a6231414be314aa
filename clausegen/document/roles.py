"""How the parties are written in clause texts: `{l'opérateur}`, `{à l'acheteur}`… The only spellings understood."""

from clausegen.document.nodes import Role

_PARTIES = {"opérateur": "operateur", "operateur": "operateur", "acheteur": "acheteur"}
_FORMS = {"": "nom", "l'": "le", "de l'": "de", "à l'": "a"}


def _spellings() -> dict[str, Role]:
    found = {}
    for word, party in _PARTIES.items():
        for opening, form in _FORMS.items():
            written = opening + word
            found[written] = Role(party, form)
            if opening:
                found[written[0].upper() + written[1:]] = Role(party, form, capital=True)
    return found


SPELLINGS: dict[str, Role] = _spellings()


def parse_role(inside: str) -> Role | None:
    """Return the role for what stands between braces, None when it is not one.

    >>> parse_role("à l'opérateur")
    Role(party='operateur', form='a', capital=False, bold=False, italic=False)
    """
    return SPELLINGS.get(inside.replace("’", "'"))
