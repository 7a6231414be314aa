"""What cannot be printed: characters that a file cannot hold, and text that still waits for its clause to be resolved.

XML knows no control characters, no half of a surrogate pair, no U+FFFE or U+FFFF. Forms refuse them long before; this is
the last door, where losing them in silence would change a contract.
"""

import re

from clausegen.document.nodes import Inline
from clausegen.errors import RenderError

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEIGHBOURS = 20


def accepted(text: str) -> str:
    """Return the text as given; RenderError when a file could not hold it whole."""
    if found := _FORBIDDEN.search(text):
        before = text[max(0, found.start() - _NEIGHBOURS) : found.start()]
        raise RenderError(
            f"Le caractère invisible U+{ord(found.group()):04X}, en position {found.start() + 1} après « {before} », "
            "ne peut pas être écrit dans un document : effacez-le, ou retapez ce passage au lieu de le coller."
        )
    return text


def unresolved(part: Inline) -> RenderError:
    """Return the refusal of a blank, a role or a reference that nobody filled in."""
    return RenderError(f"Le texte contient encore {part!r} : une clause n'est imprimée qu'une fois résolue.")
