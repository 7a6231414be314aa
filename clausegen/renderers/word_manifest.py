"""What a Word file remembers of its making: an XML part with every clause, and document properties that editing keeps.

Bidders receive it: it names the clauses, their versions and the day of law, nothing of what the buyer answered or decided.
"""

import hashlib
import uuid
from collections.abc import Iterable

from clausegen.document.nodes import Document
from clausegen.document.provenance import Provenance
from clausegen.renderers.word_xml import escape

MANIFEST, MANIFEST_PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
CUSTOM = "docProps/custom.xml"
SCHEMA = "urn:clausegen:manifeste:1"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format of document properties that a user may define (ECMA-376, part 1, 22.3)."""


def manifest_parts(document: Document) -> dict[str, bytes]:
    """Return the parts that tell where the document comes from: same document, same bytes."""
    written = _manifest(document).encode()
    digest = hashlib.sha256(written).hexdigest()
    item = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{SCHEMA}:{digest}")).upper()
    properties = (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{{{item}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{SCHEMA}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    return {
        MANIFEST: written,
        MANIFEST_PROPERTIES: properties.encode(),
        CUSTOM: _custom(_properties(document.provenance, digest)).encode(),
    }


def _manifest(document: Document) -> str:
    origin = document.provenance
    clauses = "".join(
        f'<clause id="{escape(each.clause)}" redaction="{escape(each.wording)}" version="{each.version}" imprime="{each.printed}"/>'
        for each in origin.clauses
    )
    law = origin.law_date.isoformat() if origin.law_date else ""
    return (
        f'{_HEAD}<manifeste xmlns="{SCHEMA}" document="{escape(document.name)}" dossier="{escape(" ".join(origin.dossier.split()))}" droit="{law}" '
        f'bibliotheque="{origin.library}" outil="{escape(origin.tool)}">{clauses}</manifeste>'
    )


def _properties(origin: Provenance, digest: str) -> Iterable[tuple[str, str]]:
    law = origin.law_date.isoformat() if origin.law_date else ""
    named = {"outil": origin.tool, "bibliotheque": origin.library, "droit": law, "manifeste": digest}
    return ((f"clausegen-{name}", value) for name, value in named.items() if value)


def _custom(properties: Iterable[tuple[str, str]]) -> str:
    # -- numbers 0 and 1 are kept for the format itself --
    inside = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(properties, start=2)
    )
    return (
        f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{inside}</Properties>'
    )
