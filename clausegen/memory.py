"""Tell Python what lasts: the library is read once and serves until the process ends."""

import gc

_OBJECTS = 20_000


def settle() -> None:
    """Keep what is loaded out of the garbage collector's rounds: it would look again at every clause at each document made.

    For the doors (command line, app) once the library is read; what is made afterwards is collected as ever.
    """
    gc.unfreeze()  # -- a library read again leaves the former one to be collected --
    gc.collect()
    gc.freeze()
    # -- a document is tens of thousands of small objects that live as long as it: looking every 700 of them is in vain --
    gc.set_threshold(_OBJECTS, 20, 50)
