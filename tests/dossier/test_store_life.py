"""Any life of any dossiers, against a model in memory: what the store acknowledged is what it holds."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule
from strategies import DOSSIERS, NAMES, SCALARS

from clausegen.dossier.changes import edited
from clausegen.dossier.dossier import Dossier, dump_dossier
from clausegen.dossier.store import Store


class StoreLife(RuleBasedStateMachine):
    alive = Bundle("alive")
    deleted = Bundle("deleted")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = self.opened()
        self.states: dict[str, list[Dossier]] = {}
        """Each dossier's contents, version after version."""
        self.gone: set[str] = set()

    def opened(self) -> Store:
        return Store(f"sqlite:///{Path(self.folder.name)}/dossiers.sqlite3")

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def now(self, id: str, dossier: Dossier) -> None:
        if dump_dossier(dossier) != dump_dossier(self.states[id][-1]):
            self.states[id].append(dossier)

    @rule(target=alive, dossier=DOSSIERS)
    def create(self, dossier: Dossier) -> str:
        id = self.store.create(dossier, "Marie").id
        self.states[id] = [dossier]
        return id

    @rule(id=alive, fact=NAMES, answer=SCALARS)
    def answer(self, id: str, fact: str, answer: object) -> None:
        self.store.change(id, lambda dossier: edited(dossier, ("faits", fact), answer), "Paul")
        self.now(id, edited(self.states[id][-1], ("faits", fact), answer))

    @rule(id=alive, dossier=DOSSIERS)
    def save(self, id: str, dossier: Dossier) -> None:
        self.store.save(id, dossier, self.store.get(id), "Paul")
        self.now(id, dossier)

    @rule(id=alive, data=st.data())
    def restore(self, id: str, data: st.DataObject) -> None:
        version = data.draw(st.integers(1, len(self.states[id])))
        self.store.restore(id, version, "Léa")
        self.now(id, self.states[id][version - 1])

    @rule(target=alive, id=alive)
    def duplicate(self, id: str) -> str:
        copy = self.store.duplicate(id, "Paul")
        assert copy.dossier.answers == self.states[id][-1].answers
        self.states[copy.id] = [copy.dossier]
        return copy.id

    @rule(target=deleted, id=consumes(alive))
    def delete(self, id: str) -> str:
        self.store.delete(id)
        self.gone.add(id)
        return id

    @rule(target=alive, id=consumes(deleted))
    def undelete(self, id: str) -> str:
        self.store.undelete(id)
        self.gone.discard(id)
        return id

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = self.opened()

    @invariant()
    def the_store_holds_what_it_acknowledged(self) -> None:
        assert {line.id for line in self.store.list()} == self.states.keys() - self.gone
        assert {line.id for line in self.store.list(deleted=True)} == self.gone
        for id in self.states.keys() - self.gone:
            stored = self.store.get(id)
            assert dump_dossier(stored.dossier) == dump_dossier(self.states[id][-1])
            assert stored.version == len(self.states[id])
            assert [state.version for state in self.store.history(id)] == list(range(stored.version, 0, -1))


TestStoreLife = StoreLife.TestCase
TestStoreLife.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
