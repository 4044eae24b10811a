"""What the people of the loop do, each in a few sentences. Every step is taken on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from .person import Somebody

SECRET = r"https?://\S+/{}/[a-z0-9]+/"


@dataclass
class Teller(Somebody):
    """Somebody with a phone and no account, who likes to be told by e-mail."""

    mail: str = "sam@families.example"
    read_so_far: int = 0

    def tells_a_story(self, about: str, happened: str, better: str) -> None:
        self.goes_to("/netherby/")
        self.follows("^Tell us how it is")
        self.chooses(about)
        self.presses("Carry on")
        self.writes("What happened", happened)
        self.presses("Carry on")
        self.follows("Leave this one empty")
        self.writes("even better", better)
        self.presses("Carry on")
        self.sees("It stays with the forum unless you say more")
        for use in ("The service may read it", "Groups may use it", "It may be shown here"):
            self.chooses(use)
        self.presses("Carry on")
        self.chooses("By e-mail|E-mail")
        self.writes("e-mail address", self.mail)
        self.presses("Carry on")
        self.sees(re.escape(happened))
        self.presses("Send it")

    def reads_mail(self, holding: str) -> str:
        """The newest message with these words in it, of those that came since she last looked."""
        return self.house.latest_to(self.mail, holding, since=self.read_so_far)

    def looks_at_the_mail(self) -> None:
        """Has read all that there is: from now on only what is new counts."""
        self.read_so_far = len(self.house.messages_to(self.mail))

    def opens_the_link(self, kind: str, holding: str) -> None:
        """Open the secret link of this kind from the message with these words."""
        link = re.search(SECRET.format(kind), self.reads_mail(holding))
        assert link
        self.goes_to(link[0])


class Moderator(Somebody):
    """Reads before others do."""

    def reads(self, words: str, about: str) -> None:
        self.goes_to("/netherby/readings/")
        self.sees(words)
        for link in self.page.get_by_role("link", name=about).all():
            path = link.get_attribute("href") or ""
            if path.startswith("/readings/") and words in self._words_at(path):
                self._use(link)
                self.sees(words)
                return
        raise AssertionError(f"no voice with {words!r} waits to be read")

    def _words_at(self, path: str) -> str:
        return self.page.request.get(self.house.address + path).text()

    def takes_out(self, name: str, why: str) -> None:
        self.follows("Take something out of: What happened")
        box = self.page.get_by_label("The words as others will read them")
        self.writes("The words as others", box.input_value().replace(name, "[a name]"))
        self.writes("What did you take out", "a name")
        self.writes("Why", why)
        self.presses("Save these words")
        self.does_not_see(name)

    def lets_it_go_on(self, seriousness: str, stone: str) -> None:
        form = "Let it go on"
        self.sees(form)
        self.chooses(seriousness)
        self.chooses(stone)
        self.presses("I have read it, let it go on")


@dataclass
class Member(Somebody):
    """Somebody with a seat in the group that decides about appointments and letters."""

    group: str = "Appointments and letters group"
    decision: str = field(default="")

    def opens_a_decision(self, title: str, wording: str, about: str, stone: str) -> None:
        self.follows("^My groups")
        self.follows(self.group)
        self.follows_or_presses("Put something to the group")
        self.writes("What is it about", title)
        self.chooses(about)
        self.chooses(stone)
        self.writes("What shall we decide", wording)
        self.presses("Put it to the group")
        self.sees(title)
        self.decision = self.page.url

    def rests_it_on(self, words: str) -> None:
        self.follows("What this rests on")
        self.presses(f"Rest it on this.*{re.escape(words)}")
        self.sees(re.escape(words))

    def opens(self, decision: str) -> None:
        self.decision = decision
        self.goes_to(decision)

    def objects(self, reason: str, acceptable: str) -> None:
        self.follows("Object, and say why")
        self.writes("Why can you not live", reason)
        self.writes("What would make it acceptable", acceptable)
        self.presses("^Object")
        self.sees("One objection stands")

    def writes_a_new_wording(self, wording: str, why: str) -> None:
        self.goes_to(self.decision)
        self.follows_or_presses("Write a new wording")
        self.writes("The new wording", wording)
        self.writes("What is better now", why)
        self.presses("Put this wording to the group")
        self.sees(re.escape(wording))

    def stands(self, how: str) -> None:
        self.follows_or_presses("Say where I stand")
        self.chooses(how)
        self.presses("Say where I stand")
        self.sees("Where members stand")

    def agrees(self, partner: str) -> None:
        self.presses(f"Agree for {partner}")

    def says_it_cannot_wait(self, why: str) -> None:
        self.opens_up("cannot wait")
        self.writes("Why can this one not wait", why)
        self.presses("Say that it cannot wait")

    def promises(self, title: str, body: str, by: date, stone: str, owners: tuple[str, str]) -> None:
        self.goes_to(self.decision)
        self.follows("Make a promise from it")
        self.writes("The promise in one line", title)
        self.writes("What will be done", body)
        self.chooses_if_asked("Child Development Centre")
        self.chooses(stone)
        self.chooses(f"^{owners[0]}$")
        self.picks("Who sees to it there", owners[1])
        for label, part in zip(("Day", "Month", "Year"), (by.day, by.month, by.year), strict=True):
            self.writes(f"^{label}", str(part))
        self.presses("Write it down")
        self.sees(title)
