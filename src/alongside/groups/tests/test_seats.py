from __future__ import annotations

import pytest

from alongside.groups.errors import (
    NameTaken,
    NeedsLivedExperience,
    NotYourSeat,
    NotYoursToSeat,
    OneSeatEach,
    OneSpeaker,
    SaysBoth,
    SeatHasEnded,
    SpeaksFromExperience,
)
from alongside.groups.handover import hand_over
from alongside.groups.models import Group, Handover, Seat
from alongside.people.models import Perspective

PARENT = Perspective.PARENT_CARER


def test_services_alone_are_no_group(netherby, jo, now):
    with pytest.raises(NeedsLivedExperience):
        Group.found(netherby.area, "Managers", "…", partners=[("Council", "service", True)], at=now, by=jo)


def test_lived_experience_alone_is_whole_and_comes_first(netherby, jo, now):
    alone = Group.found(
        netherby.area, "Young people’s fund", "…", partners=[("Young people", "lived", False)], at=now, by=jo
    )
    assert [(p.name, p.needed) for p in alone.partners.all()] == [("Young people", True)]
    both = [("Schools", "service", False), ("Families", "lived", True)]
    group = Group.found(netherby.area, "Schools", "…", partners=both, at=now, by=jo)
    assert [(p.name, p.needed) for p in group.partners.all()] == [("Families", True), ("Schools", False)]


def test_a_name_is_given_once_in_an_area(group, netherby, jo, now):
    with pytest.raises(NameTaken):
        Group.found(netherby.area, group.name, "…", partners=[("Families", "lived", True)], at=now, by=jo)


def test_two_speakers_of_different_partners_chair_together(group):
    assert [str(seat) for seat in group.chairs()] == ["Asha for Families", "Ben for Services"]


def test_one_person_has_one_seat(group, ben, now):
    families, _ = group.partners.all()
    with pytest.raises(OneSeatEach):
        group.seat(ben, families, perspective=PARENT, at=now)


def test_the_same_seat_twice_is_one(group, cara, now):
    families, _ = group.partners.all()
    assert group.seat(cara, families, perspective=PARENT, at=now) == group.seat_of(cara)


def test_a_partner_has_one_speaker(group, gwen, now):
    families, _ = group.partners.all()
    with pytest.raises(OneSpeaker):
        group.seat(gwen, families, part="speaker", perspective=PARENT, at=now)


def test_whoever_speaks_for_families_has_lived_it(group, gwen, now):
    families, _ = group.partners.all()
    with pytest.raises(SpeaksFromExperience):
        group.seat(gwen, families, part="deputy", perspective=Perspective.COUNCILLOR, at=now)


def test_someone_who_is_both_says_so(netherby, group, gwen, now):
    from alongside.people.models import Role

    Role.objects.create(person=gwen, name=Role.Name.STAFF, organisation=netherby.council, since=now)
    families, _ = group.partners.all()
    with pytest.raises(SaysBoth):
        group.seat(gwen, families, perspective=PARENT, at=now)
    assert group.seat(gwen, families, perspective=PARENT, works_for=netherby.council, at=now)


def test_each_partner_chooses_its_own_people(group, decision, gwen, hal, asha, ben, jo, cara, now):
    families, _ = group.partners.all()
    for by in (ben, jo, cara, None):
        with pytest.raises(NotYoursToSeat):
            group.seat(gwen, families, perspective=PARENT, at=now, by=by)
    assert group.seat(gwen, families, perspective=PARENT, at=now, by=asha)


def test_handing_over_ends_one_seat_and_begins_the_next(group, decision, seat, ben, hal, then, asha):
    old = seat(ben)
    decision.agree(old, decision.wording.pk, then)

    new = hand_over(old, hal, ben, then)

    assert group.seat_of(ben) is None
    assert (new.part, new.partner, new.perspective) == (old.part, old.partner, old.perspective)
    decision.agree(seat(asha), decision.wording.pk, then)
    assert decision.is_taken  # what was agreed from the old seat stands


def test_handing_over_twice_gives_the_same_seat(seat, ben, hal, now):
    old = seat(ben)
    assert hand_over(old, hal, ben, now) == hand_over(old, hal, ben, now)
    assert Handover.objects.count() == 1


def test_a_member_takes_over_as_speaker_and_has_one_seat(group, seat, asha, cara, now):
    new = hand_over(seat(asha), cara, asha, now)
    assert (new.part, Seat.objects.filter(person=cara, until=None).count()) == ("speaker", 1)


def test_nobody_of_another_partner_takes_it_over(seat, asha, ben, now):
    with pytest.raises(OneSeatEach):
        hand_over(seat(asha), ben, asha, now)


def test_nobody_hands_over_what_is_not_theirs(seat, asha, cara, ben, gwen, now):
    for by in (cara, ben, gwen):
        with pytest.raises(NotYourSeat):
            hand_over(seat(asha), gwen, by, now)


def test_a_speaker_hands_over_a_members_seat(seat, asha, cara, gwen, now):
    assert hand_over(seat(cara), gwen, asha, now).person == gwen


def test_a_deputy_does_not_unseat_the_speaker(seat, asha, owen, cara, gwen, now):
    with pytest.raises(NotYourSeat):
        hand_over(seat(asha), gwen, owen, now)
    for by in (owen, cara):  # nor by giving the speaker a member's seat instead
        with pytest.raises(NotYourSeat):
            hand_over(seat(cara), asha, by, now)
    assert seat(asha).speaks
    assert hand_over(seat(asha), owen, asha, now).part == "speaker"


def test_a_deputy_does_not_give_the_speaker_another_seat(group, seat, asha, owen, now):
    families, _ = group.partners.all()
    with pytest.raises(NotYourSeat):
        group.seat(asha, families, perspective=PARENT, at=now, by=owen)
    assert seat(asha).speaks
    assert group.seat(asha, families, perspective=PARENT, at=now, by=asha).part == "member"


def test_a_seat_that_has_ended_is_not_handed_over(seat, cara, ellis, gwen, now):
    old = seat(cara)
    hand_over(old, gwen, cara, now)
    with pytest.raises(SeatHasEnded):
        hand_over(old, ellis, cara, now)
