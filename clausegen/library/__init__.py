"""What the lawyers wrote: clauses, their legal basis, annexes, contract types, defined terms."""
