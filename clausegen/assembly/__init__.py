"""Which clauses, saying what, in what order."""
