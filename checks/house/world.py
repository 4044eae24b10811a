"""One of everything, through the real verbs, and a way to ask for any page as anybody."""

from __future__ import annotations

import copy
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.charter import demo as rounds
from alongside.charter.answers import Filled, hand_in
from alongside.charter.comments import Comment
from alongside.charter.demo_evidence import evidence
from alongside.charter.framework import Audience
from alongside.charter.models import Evidence as Shown
from alongside.groups import demo as at_work
from alongside.groups.models import Decision, Group
from alongside.messages.models import Channel, Gone, Message, WayBack, digest
from alongside.messages.say import say
from alongside.people.demo import Netherby, netherby
from alongside.people.models import Member, Role
from alongside.promises import demo as kept
from alongside.promises.counting import count_presses
from alongside.promises.models import Evidence, Promise, Told, Verdict
from alongside.safety.models import Concern
from alongside.voice import demo as voices
from alongside.voice.demo import Tale
from alongside.voice.forms import MINE
from alongside.voice.links import rest_on
from alongside.voice.models import Story
from alongside.voice.taking_down import take_down
from alongside.website.models import Wish
from alongside.website.yours.holders import Holder
from alongside.welcome import totp
from alongside.welcome.joining.asked import Joining
from alongside.welcome.joining.belonging import way_out
from alongside.welcome.members.drafts import BroughtIn
from alongside.welcome.members.tables import Row, Table
from alongside.welcome.newsletters.letter import Newsletter
from alongside.welcome.ways import set_up_app

from .access import Route


@dataclass
class World:
    """Netherby, what lies in it by the names that addresses use, and a browser for each of the cast.

    ``holders``: by the route that a secret opens, the way back that the secret belongs to.
    """

    n: Netherby
    now: datetime
    args: dict[str, Any] = field(default_factory=dict)
    of_route: dict[tuple[str, str], Any] = field(default_factory=dict)
    holders: dict[str, Any] = field(default_factory=dict)
    browsers: dict[str, Client] = field(default_factory=dict)

    def args_of(self, route: Route) -> dict[str, Any]:
        """What fills the path of this route: a real thing for each name in it."""
        return {name: self.of_route.get((route.name, name), self.args.get(name)) for name in route.kwargs}

    def path(self, route: Route, **other: Any) -> str:
        """The address of this route, with ``other`` put in place of the real things."""
        return reverse(route.name, kwargs=self.args_of(route) | other)

    def everyone_signs_in(self) -> None:
        """A browser for each of the cast, and one for nobody."""
        for who in ("nobody", *self.n.people):
            self.browsers[who] = Client()
            if who != "nobody":
                self.browsers[who].force_login(self.n.people[who])

    def ask(self, route: Route, method: str, who: str, **other: Any) -> HttpResponse:
        """What this person gets there. Whatever it changes is undone, in the browser too."""
        browser = self.browsers[who]
        kept = copy.deepcopy(browser.cookies)
        with transaction.atomic():
            answer = browser.generic(method, self.path(route, **other))
            transaction.set_rollback(True)
        browser.cookies = kept
        return answer


DAY = timedelta(days=1)
USES = ("service", "decide")


def build() -> World:
    """One of everything. Each of ``args`` is what its name in a path leads to, if a route needs no other."""
    now = timezone.now()
    n = netherby(now - 400 * DAY)
    world = World(n, now)
    group = at_work.groups(n, now - 400 * DAY)
    stories = _stories(world)
    taken = _taken(world, group, stories)
    _group_things(world, group)
    _promise_things(world, taken)
    _by_hand(world)
    _rounds(world)
    _charter(world)
    world.of_route[("place:step", "step")] = "where"
    world.args["role"] = Role.objects.live().get(person=n.hal, name=Role.Name.LEAD).pk
    _members(world)
    _on_paper(world)
    world.args |= {
        "area": "netherby",
        "organisation": n.centre.pk,
        "story": stories["told"].pk,
        "reading": stories["waiting"].reading_id,
        "step": "about",
        "invite": "tell",
        "size": "a4",
    }
    world.everyone_signs_in()
    return world


def _rounds(world: World) -> None:
    """One that is over, and one that is open, with the link for families."""
    over, runs = rounds.closed(world.n, world.now - 300 * DAY), rounds.opened(world.n, world.now - 10 * DAY)
    rounds.opened(world.n, world.now - 10 * DAY, world.n.centre, with_codes=True)
    link = runs.links.get(audience="families")
    said = Filled({"heard": "mostly"}, {("welcome", "good"): "The bench by the gate."})
    hand_in(runs, Audience.FAMILIES, said, world.now - 9 * DAY)
    rounds.promised(world.n, over, world.now - 200 * DAY)
    rounds.offered(world.n, over, world.now - 5 * DAY, title="A map by the door")
    world.args |= {"review": over.pk, "audience": "families"}
    world.of_route |= {
        ("charter:rounds", "organisation"): world.n.school.pk,
        ("charter:closing", "review"): runs.pk,
        **{(f"charter:{paper}", "review"): runs.pk for paper in ("poster", "letter", "form", "square")},
        ("charter:begin", "token"): link.token,
        ("website:review_card", "token"): link.token,
        ("charter:step", "token"): link.token,
        ("charter:step", "step"): "heard",
        ("charter:plan", "statement"): "clear",
        ("charter:sheets", "review"): runs.pk,
        ("charter:codes", "review"): runs.pk,
        ("charter:passing_on", "review"): runs.pk,
        ("charter:comment", "comment"): Comment.objects.filter(review=runs).get().pk,
        ("charter:sent", "token"): link.token,
    }


def _charter(world: World) -> None:
    """What the school picked and wrote: a story that stands, one that was taken back, a link, notes."""
    evidence(world.n, world.now)
    world.args |= {"framework": "cornerstones", "statement": "heard"}
    world.args["picked"] = Shown.objects.get(statement="heard", story__isnull=False).pk
    for name in ("evidence", "statement", "picks", "links", "sentence", "removal"):
        world.of_route[f"charter:{name}", "organisation"] = world.n.school.pk


def _members(world: World) -> None:
    """A list that Jo has sent, with rows that cannot come in yet; a newsletter; somebody wants to join."""
    Member.objects.filter(person=world.n.owen).update(postcode_area="S60")
    lines = ("Anna Bell", "anna@home.example", ""), ("Dot Fell", "dot at home", ""), ("Owen", "", "S60")
    rows = tuple(Row(number, line) for number, line in enumerate(lines, start=2))
    table = Table(("Name", "E-mail", "Postcode"), rows)
    draft = BroughtIn.begin(world.n.forum, table, world.n.jo, world.now)
    letter = Newsletter.write(world.n.forum, "News in spring", "We have a new room.", world.n.jo, world.now)
    mine = Member.objects.get(person=world.n.cara)
    world.args |= {"draft": draft.pk, "ending": "csv", "letter": letter.pk, "member": mine.pk}
    world.args["other"] = Member.objects.get(person=world.n.owen).pk
    world.of_route["welcome:stop", "token"] = way_out(mine).rstrip("/").rpartition("/")[2]
    Joining.ask(world.n.forum, "Mo", "mo@home.example", world.now, wants_news=True)
    asked, token = Joining.objects.get(), WayBack.new_token()
    Message.objects.get(kind="join").let_go(Gone.How.SENT, world.now)
    Joining.objects.update(token_digest=digest(token))
    world.of_route["welcome:join_link", "token"] = token
    world.holders["welcome:join_link"] = asked.way_back_id


def _stories(world: World) -> dict[str, Story]:
    """One of Cara's that the service and groups may use; one behind a secret link; one that waits."""
    n, now = world.n, world.now
    late = Tale("centre", 90, "The letter came late.", who="cara", channel=MINE, uses=USES, draws="A letter.")
    waits = Tale(
        "centre", 2, good="She waited for him.", channel="none", uses=USES, waits=True, draws="Two chairs."
    )
    linked, token = voices.tell_story(
        n, Tale("centre", 80, better="A letter first.", uses=USES), now - 80 * DAY
    )
    voices.moderate(n, linked, now - 79 * DAY)
    asked = linked.ask(n.jo, now - 70 * DAY)
    world.args["token"] = token
    unsure, _ = voices.tell_story(n, Tale("forum", 3, "Two letters came.", channel="none"), now - 3 * DAY)
    world.of_route["voice:organisation", "story"] = unsure.pk
    world.of_route["voice:reply_by_code", "token"] = _new_secret(asked.way_back)
    world.holders |= {"website:way_back": linked.teller.way_back_id, "voice:reply_by_code": asked.way_back_id}
    return {
        "told": voices.live(n, late, now),
        "linked": linked,
        "waiting": voices.live(n, waits, now),
    }


def _on_paper(world: World) -> None:
    """Somebody wrote on paper and left a number: it waits to be read back."""
    said = {"happened": {"happened": "Nobody rang."}, "back": {"channel": "call", "phone": "01632 960 187"}}
    taken = take_down(
        said, area=world.n.area, how="paper", by=world.n.jo, at=world.now - 3 * DAY, key=uuid.uuid4()
    )
    world.args["taken"] = taken.pk


def _taken(world: World, group: Group, stories: dict[str, Story]) -> Decision:
    """A decision about the centre that rests on both stories, agreed by both partners."""
    n, at = world.n, world.now - 60 * DAY
    decision = at_work.opened(n, group, at, title="Letters in time", cornerstone="communicate")
    seat = group.seat_of(n.cara)
    assert seat
    for name in ("told", "linked"):
        rest_on(decision, stories[name], seat, at)
    for speaker in (n.ben, n.asha):
        decision.agree(group.seat_of(speaker), decision.wording.pk, at + 11 * DAY)
    world.of_route["promises:new", "decision"] = decision.pk
    return decision


def _group_things(world: World, group: Group) -> None:
    """A decision on which services agreed and Owen objects, and a paper to another."""
    decision = at_work.objection_stands(world.n, group, world.now - 20 * DAY)
    papered = at_work.one_agreed(world.n, group, world.now - 5 * DAY)
    world.args |= {
        "group": group.pk,
        "decision": decision.pk,
        "objection": decision.objections[0].pk,
        "paper": papered.papers.get().pk,
    }


def _promise_things(world: World, taken: Decision) -> None:
    """One promise was done, checked and told; of another the same teller said no, with words to read."""
    n, at = world.n, world.now - 45 * DAY
    promise = kept.told(n, taken, at, shown=True)
    told = _by_link(promise)
    again = kept.told(n, taken, at, title="Somebody rings when it is sooner")
    yesterday = (world.now - DAY).date()
    no = _by_link(again).say(Verdict.Answer.NO, "Nobody rang.", yesterday)
    no.add_words("Nobody rang me. I waited all day.", yesterday, may_show=True)
    count_presses(world.now)
    world.args |= {"promise": promise.pk, "told": told.pk, "verdict": no.pk}
    world.args["evidence"] = Evidence.objects.get(delivered__promise=promise).pk
    world.of_route["promises:answer", "promise"] = again.pk
    world.of_route["promises:verdict", "token"] = kept.open_page(told)
    world.holders["promises:verdict"] = told.way_back_id


def _by_link(promise: Promise) -> Told:
    return next(one for one in kept.tellings(promise) if one.way_back.channel == Channel.LINK)


def _by_hand(world: World) -> None:
    """A call that Jo has to make, what Cara would like put right, a concern for Hal, and Owen’s app."""
    n, now = world.n, world.now
    number = {"address": "01632 960 199", "call_me": "Mrs Okafor"}
    rings, _ = WayBack.open_new(area=n.area, channel=Channel.CALL, **number)
    words = {"subject": "It is done", "body": "The letters come."}
    call = say(key="ring", kind="told", at=now, area=n.area, way_back=rings, **words)
    concern = Concern.keep("Somebody is not safe.", key=uuid.uuid4(), area=n.area, reach=None, at=now)
    wrong = Wish.make(Holder(n.cara), Wish.Kind.WRONG, "I am not new any more.", now)
    app = set_up_app(n.owen, key := totp.new_key(), totp.digits(key, totp.step_of(now)), now)
    world.args |= {"message": call.pk, "concern": concern.pk, "wish": wrong.pk, "way": app.pk}


def _new_secret(way_back: WayBack | None) -> str:
    """Another secret for a way back, as the first one was only ever in its message."""
    assert way_back
    token = WayBack.new_token()
    way_back.token_digest = digest(token)
    way_back.save(update_fields=["token_digest"])
    return token
