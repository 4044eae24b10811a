"""What a page costs: pinned, and the same however much there is."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.people.days import day_of
from alongside.promises import demo

from .conftest import DAY


@pytest.mark.parametrize(
    ("name", "stage_name", "who", "most"),
    [
        ("new", "", "asha", 16),
        ("deliveries", "started", "owen", 12),
        ("check", "delivered", "asha", 20),
        ("reopening", "partly", "owen", 14),
    ],
)
def test_pages_of_those_who_work_on_it(
    client_of, netherby, decision, stage, django_assert_max_num_queries, name, stage_name, who, most
):
    pk = stage(stage_name).pk if stage_name else decision.pk
    client = client_of(netherby.people[who])
    with django_assert_max_num_queries(most):
        assert client.get(reverse(f"promises:{name}", args=[pk])).status_code == 200


def test_the_page_that_asks_did_it_help(client, told_five, at, django_assert_max_num_queries):
    where = reverse("promises:verdict", args=[demo.open_page(told_five[0])])
    with django_assert_max_num_queries(6):
        assert client.get(where).status_code == 200
    told_five[0].say("no", "It came late.", day_of(at + 26 * DAY))
    with django_assert_max_num_queries(9):
        assert client.get(where).status_code == 200
