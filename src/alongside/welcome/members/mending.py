"""The rows that stayed out, as they came, with the reasons beside them."""

from __future__ import annotations

from datetime import datetime

from .drafts import BroughtIn
from .plan import What
from .saving import plan_of
from .written import Lines

WHY = "Why it stayed out"


def to_mend(draft: BroughtIn, at: datetime) -> Lines:
    """The heading and each row that is left out or cannot come in. Raises ``Over`` once they have gone."""
    table = draft.table
    whys = draft.whys
    if not draft.is_saved:
        plan = plan_of(draft, at)
        whys = {line.number: line.says for line in (*plan.open, *plan.out, *plan.of(What.GONE))}
    if table is None:
        return
    yield (WHY, *table.head)
    for row in table.rows:
        if row.number in whys:
            cells = row.cells + ("",) * (len(table.head) - len(row.cells))
            yield (f"Row {row.number}: {whys[row.number]}", *cells)
