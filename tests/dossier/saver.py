"""A process that saves for ever and says aloud each save that the store acknowledged; the tests kill it."""

import sys
from functools import partial
from itertools import count

from clausegen.dossier.changes import edited
from clausegen.dossier.store import Store


def save_for_ever(url: str, id: str) -> None:
    store = Store(url)
    for n in count():
        store.change(id, partial(edited, key=("faits", "compteur"), value=n), "machine")
        print(n, flush=True)


if __name__ == "__main__":
    save_for_ever(*sys.argv[1:])
