"""Words put to a press on a later day are known to the owners the day after, like the press itself."""

from __future__ import annotations

import time_machine
from django.urls import reverse

from alongside.promises import demo
from alongside.promises.counting import count_presses
from alongside.promises.models import Verdict

from .conftest import DAY


def test_the_owners_read_new_words_from_tomorrow(told_five, client_of, netherby, at):
    no = demo.tellings(told_five[0].delivered.promise)[0].say(Verdict.Answer.NO, "", (at + 26 * DAY).date())
    count_presses(at + 27 * DAY)
    later = at + 28 * DAY
    no.add_words("Nobody rang.", later.date(), may_show=False)
    page = reverse("promises:answer", args=[no.told.delivered.promise_id, no.pk])
    owner = no.told.delivered.promise.service_owner
    with time_machine.travel(later, tick=False):
        assert "Nobody rang." not in client_of(owner).get(page).content.decode()
    with time_machine.travel(later + DAY, tick=False):
        answer = client_of(owner).get(page)
        assert answer.status_code == 200
        assert "Nobody rang." in answer.content.decode()
