"""What every companion is made from: the whole contract as decided, resolved and numbered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clausegen.assembly.annexes import Identity
from clausegen.assembly.cautions import Told
from clausegen.assembly.decisions import Selection
from clausegen.assembly.numbering import Numbering
from clausegen.assembly.resolution import FilledBlank, ResolvedClause
from clausegen.assembly.tables import Contents
from clausegen.document.nodes import Document
from clausegen.facts.facts import Facts
from clausegen.facts.sentences import Sentences
from clausegen.library.annexes import AnnexSet
from clausegen.library.contracts import Contract
from clausegen.library.library import ClauseLibrary


@dataclass(frozen=True)
class Findings:
    """Everything that a companion may report on."""

    selection: Selection
    resolved: Sequence[ResolvedClause]
    numbering: Numbering
    contents: Contents
    facts: Facts
    library: ClauseLibrary
    sentences: Sentences
    contract: Contract
    identity: Identity
    gaps: Sequence[FilledBlank]
    general: Mapping[str, FilledBlank]
    """The general data of the contract, by name, those still missing included."""
    annex_set: AnnexSet
    told: Told
    annexes: Sequence[Document] = ()
    open_questions: Sequence[str] = ()
    """The questions without an answer that can still change a document, in the order in which they are put."""
