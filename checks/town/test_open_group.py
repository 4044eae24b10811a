"""Everyone sees who makes a group happen, in the room and outside it; who sits there by name stays inside."""

from __future__ import annotations

from collections.abc import Callable

from alongside.groups.models import Group, Seat
from alongside.people.models import Perspective
from alongside.website.balance import balance
from alongside.website.demo_town import Town

Read = Callable[..., str]


def test_everyone_sees_who_makes_a_group_happen(town: Town, read: Read) -> None:
    path = f"/groups/{town.letters.pk}/in-the-open/"
    facts = balance(town.letters)
    assert [row.what for row in facts.rows] == [
        "Seats",
        "Decisions opened",
        "Wordings written",
        "Seats given unpaid",
        "Seats that are paid",
    ]
    for who in ("", "asha", "dev", "jo", "hal"):
        page = read(path, who)
        assert facts.finding in page
        assert all(row.what in page for row in facts.rows)
        assert ("Go to the group’s room" in page) == (who in ("asha", "jo"))
    assert path in read(f"/groups/{town.letters.pk}/", "asha")
    assert path in read("/netherby/")


def test_what_is_still_discussed_and_who_sits_there_is_not_in_the_open(town: Town, read: Read) -> None:
    page = read(f"/groups/{town.letters.pk}/in-the-open/").split("<main")[1].split("</main")[0]
    assert "Letters come before the appointment" in page
    for secret in ("A quiet place to wait", "A shared page for each family", "Asha", "Priya", "Ellis"):
        assert secret not in page


def test_a_group_of_lived_experience_alone_has_its_balance(town: Town, read: Read) -> None:
    fund = Group.found(
        town.n.area,
        "The fund",
        "Small sums.",
        partners=[("Young people", "lived", True)],
        at=town.today,
        by=town.n.jo,
    )
    young, sees = fund.partners.get(), Perspective.YOUNG_PERSON
    fund.seat(town.n.ellis, young, part=Seat.Part.SPEAKER, perspective=sees, at=town.today)
    page = read(f"/groups/{fund.pk}/in-the-open/")
    assert "Young people hold 1 of 1 seats" in page
    assert "Nothing decided yet" in page
