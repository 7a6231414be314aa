"""Cut a counterexample down: whatever can be taken out of it, and still leaves it one, is taken out."""

from clausegen.proof.claim import Claim
from clausegen.proof.witness import Witness


def shrunk(claim: Claim, witnesses: tuple[Witness, ...], told: str) -> tuple[tuple[Witness, ...], str]:
    """Return the smallest dossiers reached by taking answers out one at a time, last questions first, and what they break."""
    names = [name for name in witnesses[0].library.frame.questionnaire.questions if name in witnesses[-1].answers]
    for name in reversed(names):
        smaller = tuple(witness.without(name) for witness in witnesses)
        if found := claim.broken(*smaller):
            witnesses, told = smaller, found
    for id in witnesses[0].choices:
        smaller = tuple(witness.unchosen(id) for witness in witnesses)
        if found := claim.broken(*smaller):
            witnesses, told = smaller, found
    return witnesses, told
