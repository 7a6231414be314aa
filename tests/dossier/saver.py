"""A process that saves for ever and says aloud each save that the store acknowledged; the tests kill it."""

import sys

from clausegen.dossier.changes import edited
from clausegen.dossier.store import Store

store, id = Store(sys.argv[1]), sys.argv[2]
for n in range(1_000_000):
    store.change(id, lambda dossier: edited(dossier, ("faits", "compteur"), n), "machine")  # noqa: B023
    print(n, flush=True)
