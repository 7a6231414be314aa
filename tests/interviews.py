"""An officer answers the questions that are put, one at a time, as a given dossier would have him answer."""

from collections.abc import Mapping
from datetime import date

from clausegen.assembly.relevance import Interview, interview
from clausegen.facts.values import Value
from clausegen.library.library import ClauseLibrary


def put_in_turn(
    library: ClauseLibrary, answers: Mapping[str, Value], as_of: date
) -> tuple[dict[str, Value], list[int]]:
    """Return the answers to the questions really put, in the order of the questionnaire, and how many were left at each."""
    questionnaire, limits = library.frame.questionnaire, library.frame.thresholds.on(as_of)
    given: dict[str, Value] = {}
    left = []
    while True:
        known = {name: given[name] for name in questionnaire.questions if name in given}
        state = interview(library, known, limits)
        asked = {q.name for q in questionnaire.asked(questionnaire.known(known, library.frame.thresholds, as_of))}
        put = next((name for name in state.order if name in state.open and name in asked and name in answers), None)
        if put is None:
            return known, left
        left.append(len(state.open))
        given[put] = answers[put]


def state_of(library: ClauseLibrary, answers: Mapping[str, Value], as_of: date) -> Interview:
    return interview(library, answers, library.frame.thresholds.on(as_of))
