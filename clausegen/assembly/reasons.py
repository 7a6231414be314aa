"""Say in French why a clause stands, or does not, and what would bring it in: sentences that an officer pastes into a memo.

Shorter reasons, of one glance, are in `explanation`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clausegen.assembly.citations import cited_articles
from clausegen.assembly.decisions import Decision, Level, Origin, Selection
from clausegen.assembly.explanation import LEVEL_LABELS
from clausegen.assembly.forcing import forced_by
from clausegen.assembly.nearest import MOST, Change
from clausegen.assembly.requirers import chain, requirers
from clausegen.facts.conditions import NEVER, Fails, Holds
from clausegen.facts.facts import Facts
from clausegen.facts.phrases import because, elided, joined
from clausegen.facts.sentences import Sentences
from clausegen.library.clause import Clause
from clausegen.library.library import ClauseLibrary

_NESTED = re.compile(r" \((.*)\)$")


@dataclass(frozen=True)
class Reasons:
    """Writes why the clauses of one contract stand or do not."""

    library: ClauseLibrary
    selection: Selection
    facts: Facts
    sentences: Sentences
    told: frozenset[str] = frozenset()
    """Questions whose answer was said once for all the clauses: it is repeated only where their own rules name it."""

    def why(self, decision: Decision) -> str:
        """Return why the clause stands or does not, in one or two sentences: the fewest answers that force it."""
        others = joined([self._title(id) for id in decision.others], "ou")
        match decision.origin:
            case Origin.REQUIRED:
                return f"{self._required(decision.clause.id)}."
            case Origin.CHOSEN:
                return f"{self._by_rule(decision)} ; ajoutée par l'acheteur."
            case Origin.SET_ASIDE:
                motive = f" Motif : {decision.reason.rstrip('.')}." if decision.reason else ""
                return f"{self._by_rule(decision)} ; écartée par l'acheteur.{motive}"
            case Origin.INCOMPATIBLE:
                return f"Écartée parce qu'elle est incompatible avec {others}."
            case Origin.IMPOSSIBLE:
                return f"Écartée parce qu'elle requiert {others}, qui ne convient pas à ce contrat."
        return f"{self._by_rule(decision)}."

    def settled(self, decision: Decision) -> str:
        """Return the sentence which says that the answers given are enough; empty where that is not so."""
        decided = decision.level is not Level.WAITING and decision.origin is Origin.RULE
        return "Aucune autre réponse n'y change rien." if decided else ""

    def answers(self, decision: Decision) -> tuple[str, ...]:
        """Return the fewest answered questions that force the clause, those of the clause that requires it if any."""
        required = decision.origin is Origin.REQUIRED
        above = chain(self.library, self.selection, self.facts, decision.clause.id) if required else ()
        return self._forcing(self.selection.decisions[above[-1]] if above else decision)

    def also_required(self, decision: Decision) -> str:
        """Return which other retained clauses require this one; empty when none does."""
        if decision.origin is Origin.REQUIRED or not decision.retained:
            return ""
        above = requirers(self.selection, decision.clause.id)
        return f"Requise aussi par {_few([self._title(id) for id in above])}." if above else ""

    def basis(self, decision: Decision) -> str:
        """Return « Fondement : code de la commande publique, L. 3131-2. », with the doubts that the registry keeps."""
        cited = cited_articles(decision.bases, self.library.frame.registry)
        if not cited:
            return "Aucun texte ne l'impose : c'est une stipulation du contrat."
        return f"{'Fondements' if len(cited) > 1 else 'Fondement'} : {' ; '.join(cited)}."

    def change(self, decision: Decision, change: Change | None) -> str:
        """Return what would bring in a clause that is not retained: the nearest change of answers, and the buyer's own choice."""
        addable = decision.level is Level.OPTIONAL and not decision.set_aside
        parts = ["L'acheteur peut l'ajouter." if addable else ""]
        if change is not None:
            wanted = [self._changed(name, change) for name in change.answers]
            parts.append(f"Elle devient {LEVEL_LABELS[change.level].lower()} {joined(wanted, 'et')}.")
        elif _never(decision.clause):
            parts.append("Aucune réponse ne la rend obligatoire ni recommandée.")
        elif not decision.set_aside:
            parts.append(f"Aucun changement de {MOST} réponses au plus ne la fait entrer dans le contrat.")
        return " ".join(filter(None, parts))

    def _by_rule(self, decision: Decision) -> str:
        """Return « Obligatoire parce que … », without a full stop."""
        label = LEVEL_LABELS[decision.level]
        if decision.level is Level.WAITING:
            return self._waiting(decision).removesuffix(".")
        own = self._own(decision.clause)
        names = [name for name in self._forcing(decision) if name in own or name not in self.told]
        besides = [name for name in names if name != "type_contrat"]
        lowered = decision.level is Level.OPTIONAL and besides
        if decision.level > Level.EXCLUDED and not lowered and own.isdisjoint(besides):
            provided = [elided("que", part) for part in self._phrases(besides)]
            return f"{label} dans tout contrat de ce type{' dès lors ' if provided else ''}{joined(provided, 'et')}"
        return f"{label} {because(self._phrases(names))}".rstrip()

    def _own(self, clause: Clause) -> set[str]:
        """Return the questions behind the rules of the clause itself, its contract types left aside."""
        names = [name for rule in clause.rules() for name in rule.names()]
        if clause.heavy:
            names.append("dossier_compact")
        return {source for name in names for source in self.library.frame.questionnaire.sources(name)}

    def _forcing(self, decision: Decision) -> tuple[str, ...]:
        """Return the fewest answers; without the contract type where the others exclude the clause from any contract."""
        names = forced_by(self.library, decision.clause, self.facts)
        besides = tuple(name for name in names if name != "type_contrat")
        excluded = decision.level is Level.EXCLUDED and self._excluded_by(decision.clause, besides)
        return besides if excluded else names

    def _excluded_by(self, clause: Clause, names: tuple[str, ...]) -> bool:
        known = self.library.bearing[clause.id].facts(
            {name: self.facts.values[name] for name in names}, self.facts.as_of
        )
        return isinstance(clause.excluded_if.verdict(known), Holds)

    def _phrases(self, names: Iterable[str]) -> list[str]:
        return [self.sentences.answer(name, self.facts.values[name]) for name in names]

    def _waiting(self, decision: Decision) -> str:
        asked = f"En attente d'une réponse à {self.sentences.asked(decision.waiting_for)}."
        if not decision.retained:
            return asked
        why = because(self._phrases(self._forcing(decision)))
        return f"{asked} Elle est imprimée dès maintenant {why} : toutes les réponses possibles la retiennent."

    def _required(self, id: str) -> str:
        """Return « Requise par « A », elle-même requise par « B », recommandée dans tout contrat de ce type »."""
        above = chain(self.library, self.selection, self.facts, id)
        if not above:
            return "Requise par une autre clause"
        root = self.selection.decisions[above[-1]]
        if root.origin is Origin.CHOSEN:
            why = "ajoutée par l'acheteur"
        elif root.level is Level.WAITING:
            why = f"retenue {because(self._phrases(self._forcing(root)))}".rstrip()
        else:
            why = self._by_rule(root)
        links = ", elle-même requise par ".join(self._title(each) for each in above)
        others = [self._title(other) for other in requirers(self.selection, id) if other != above[0]]
        also = f". Requise aussi par {_few(others)}" if others else ""
        return f"Requise par {links}, {why[:1].lower()}{why[1:]}{also}"

    def _changed(self, name: str, change: Change) -> str:
        question = self.library.frame.questionnaire.questions[name]
        phrase = self.sentences.condition(change.wanted[name])
        if isinstance(question.asked_if.verdict(self.facts), Fails):
            now = "question qui se pose alors"
        elif (held := self.facts.get(name)) is None:
            now = "sans réponse à ce jour"
        else:
            now = _NESTED.sub(r", \1", f"réponse actuelle : {self.sentences.shown(question, held)}")
        return f"{elided('si', phrase)} ({now})"

    def _title(self, id: str) -> str:
        return f"«\u00a0{self.library[id].title}\u00a0»"


def _never(clause: Clause) -> bool:
    return clause.obligatory_if == NEVER and clause.recommended_if == NEVER


def _few(titles: list[str], shown: int = 3) -> str:
    left = len(titles) - shown
    if left <= 0:
        return joined(titles, "et")
    return f"{', '.join(titles[:shown])} et {left} autre{'s' if left > 1 else ''}"
