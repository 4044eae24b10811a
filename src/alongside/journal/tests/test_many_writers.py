"""Many people write at once, and there is still one chain."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import transaction

from alongside.journal.models import Event, record
from alongside.journal.tests.racing import together
from alongside.journal.verify import faults

WRITERS, EACH = 8, 5


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_many_writers_keep_one_chain(netherby: Any, now: datetime) -> None:
    area, asha = netherby.area, netherby.asha

    def write(_writer: int) -> None:
        for _ in range(EACH):
            with transaction.atomic():
                record("thing.done", area_id=area.pk, about=asha, at=now, by=asha)

    together(WRITERS, write)

    numbers = list(Event.objects.filter(area_id=area.pk).values_list("number", flat=True))
    assert numbers == list(range(1, WRITERS * EACH + 1))
    assert list(faults()) == []


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_undone_leaves_no_gap(netherby: Any, now: datetime) -> None:
    area, asha = netherby.area, netherby.asha

    def write(writer: int) -> None:
        for turn in range(EACH):
            with transaction.atomic():
                record("thing.done", area_id=area.pk, about=asha, at=now, by=asha)
                transaction.set_rollback((writer + turn) % 2 == 0)

    together(WRITERS, write)

    numbers = list(Event.objects.filter(area_id=area.pk).values_list("number", flat=True))
    assert numbers == list(range(1, WRITERS * EACH // 2 + 1))
    assert list(faults()) == []
