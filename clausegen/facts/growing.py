"""Facts that grow one answer at a time: only what an answer touches is worked out again."""

from collections.abc import Iterable, Mapping

from clausegen.facts.conditions import Fails, Holds, Waits
from clausegen.facts.questionnaire import Questionnaire
from clausegen.facts.values import Value


class Growing:
    """What `Questionnaire.known` would give of the answers so far. A fact that waits is missing under its own name."""

    def __init__(self, questionnaire: Questionnaire, limits: Mapping[str, Value]) -> None:
        """`limits` are the thresholds in force, as `Thresholds.on` gives them."""
        self.questionnaire, self.limits = questionnaire, limits
        self.given: dict[str, Value] = {}
        self._found: dict[str, Value | None] = {}

    def add(self, question: str, value: Value) -> None:
        self.given[question] = value
        for fact in self.questionnaire.dependents[question]:
            self._found.pop(fact, None)

    def get(self, name: str) -> Value | None:
        if name not in self._found:
            self._found[name] = self._work_out(name)
        return self._found[name]

    def missing_for(self, name: str) -> tuple[str, ...]:
        return (name,)

    def _work_out(self, name: str) -> Value | None:
        if question := self.questionnaire.questions.get(name):
            match question.asked_if.verdict(self):
                case Holds():
                    return self.given.get(name)
                case Fails():
                    return question.otherwise
            return None
        if derived := self.questionnaire.derived.get(name):
            value = derived.known(self)
            return None if isinstance(value, Waits) else value
        return self.limits.get(name)

    def questions_behind(self, names: Iterable[str]) -> frozenset[str]:
        """Return the unanswered questions behind facts that wait: themselves, those of derived facts, those that call for them."""
        found: set[str] = set()
        waiting, seen = list(names), set[str]()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            if question := self.questionnaire.questions.get(name):
                if name not in self.given:
                    found.add(name)
                verdict = question.asked_if.verdict(self)
                waiting += verdict.missing if isinstance(verdict, Waits) else ()
            elif derived := self.questionnaire.derived.get(name):
                value = derived.known(self)
                waiting += value.missing if isinstance(value, Waits) else ()
        return frozenset(found)
