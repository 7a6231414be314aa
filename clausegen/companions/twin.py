"""Make the machine-readable twin of a contract: the rows of the annexes and of the workbooks, for another software."""

from datetime import date
from decimal import Decimal
from typing import Any

from clausegen.assembly.explanation import LEVEL_LABELS
from clausegen.assembly.rows import Row
from clausegen.companions import twin_model as model
from clausegen.companions.findings import Findings
from clausegen.facts import values


def twin_data(f: Findings) -> dict[str, Any]:
    """Return the twin as plain data, under the French keys of its schema."""
    return twin(f).model_dump(mode="json", by_alias=True)


def twin(f: Findings) -> model.Twin:
    """Return the twin: the same rows as the texts, in order of print."""
    contents, provenance = f.contents, f.identity.provenance
    return model.Twin(
        schema_version=model.SCHEMA_VERSION,
        tool=provenance.tool,
        library=f.library.fingerprint,
        law_date=f.facts.as_of,
        title=f.identity.title,
        draft=bool(f.identity.draft_mark),
        facts={name: _plain(value) for name in f.facts if (value := f.facts.get(name)) is not None},
        milestones=dict(contents.days.days),
        clauses=_clauses(f),
        obligations=tuple(
            model.TwinObligation(
                **_where(o), what=o.what, debtor=o.debtor, due=o.due, day=o.day, every=o.every or None, format=o.format or None,
                proof=o.proof or None, penalty=o.penalty or None,
            )
            for o in contents.obligations
        ),
        datasets=_datasets(f),
        indicators=tuple(
            model.TwinIndicator(
                **_where(m), measured=m.what, formula=m.formula or None, source=m.source or None, frequency=m.frequency or None,
                target=m.target, penalty=m.code or None,
            )
            for m in contents.measures
        ),
        penalties=tuple(
            model.TwinPenalty(
                **_where(m), code=m.code, breach=m.what, text=m.penalty, amount=_number(m.amount), share=_number(m.share),
                unit=m.unit or None, capped=not m.uncapped,
            )
            for m in contents.measures
            if m.code
        ),
        cap=_cap(f),
        assets=tuple(
            model.TwinAsset(
                **_where(row), name=row.asset.name, kind=row.asset.kind, regime=row.asset.regime, medium=row.asset.medium or None
            )
            for row in contents.assets
        ),
    )  # fmt: skip


def _clauses(f: Findings) -> tuple[model.TwinClause, ...]:
    registry = f.library.frame.registry
    imprints = {imprint.clause: imprint for annex in f.annexes for imprint in annex.provenance.clauses}
    found = []
    for clause in f.numbering.clauses:
        decision, place, imprint = clause.decision, f.numbering.places[clause.id], imprints[clause.id]
        cited = registry.suiting(decision.bases, f.contract.registry_names)
        bases = (registry[id] for id in cited if id in registry)
        found.append(
            model.TwinClause(
                id=clause.id,
                title=clause.clause.title,
                level=LEVEL_LABELS[decision.level],
                variant=decision.variant or None,
                annex=place.annex,
                article=place.article,
                bookmark=place.bookmark(clause.id),
                bases=tuple(model.Basis(id=b.id, citation=b.citation, confidence=b.confidence) for b in bases),
                confidence=clause.clause.confidence,
                version=imprint.version,
                printed=imprint.printed,
            )
        )
    return tuple(found)


def _datasets(f: Findings) -> tuple[model.TwinDataset, ...]:
    return tuple(
        model.TwinDataset(
            id=row.id, name=row.dataset.name, clause=row.clause, annex=row.annex, article=row.article,
            source=row.dataset.source or None, format=row.dataset.format or None, schema_name=row.dataset.schema_name or None,
            frequency=row.dataset.frequency or None, openness=row.dataset.openness, personal=row.dataset.personal,
            sensitivity=row.dataset.sensitivity, licence=row.licence or None,
        )
        for row in f.contents.inventory
    )  # fmt: skip


def _cap(f: Findings) -> model.TwinCap | None:
    cap = f.contents.cap
    if cap is None:
        return None
    share, base, limit = map(_number, (cap.share, cap.base, cap.limit))
    return model.TwinCap(**_where(cap), text=cap.text, share=share, base=base, limit=limit)


def _where(row: Row) -> dict[str, Any]:
    return {"id": row.id, "clause": row.clause, "annex": row.annex, "article": row.article, "bookmark": row.bookmark}


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _plain(value: values.Value) -> model.Value:
    """Return an answer as JSON holds it: an amount is a number, a day is « 2027-01-15 », several choices are a list."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return tuple(map(str, value)) if isinstance(value, tuple | frozenset | list) else value
