"""Everybody else in Netherby: the members of the forum, and those who work where the cast does not."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from .demo import CAST, Netherby, id_of
from .models import Member, Person, Role
from .roles import give_role

STAFF = {"Tamsin": "barn", "Rufus": "meadow", "Maud": "meadow"}
"""Who works where nobody of the cast does."""

NAMES = """
Abena Adaeze Agnieszka Ailsa Akosua Alba Aleksy Alma Amadou Amina Anouk Anwen Arlo Asif Astrid Aurelia
Ayesha Bartek Beatrix Benita Birgit Blessing Bronagh Bryn Caio Callum Carys Chidi Cormac Dagny Dalia Daria
Deepa Delphine Dilys Dorota Dougal Edda Efua Eirlys Elif Eluned Emeka Enid Esme Estrid Eszter Fatou Femi
Fergus Finola Fleur Florin Gethin Giselle Grainne Gudrun Gulsen Hafsa Halina Hamza Hedda Hetty Hilde Hiroko
Hyacinth Ianto Idris Ilse Imani Iolanda Isolde Ivor Jadwiga Jamila Janina Jarek Jemima Jomo Jorunn Josette
Junaid Kalina Kasia Kezia Khadija Kofi Kwame Laszlo Latifa Leocadia Liesel Ludmila Magda Mairead Malik Manon
Marged Marlon Mehmet Merle Mihaela Morag Myfanwy Narges Nerys Nia Nuala Odette Olwen Oona Osman Parveen
Petra Rhian Roisin Rowena Sandeep Selma Sorrel Svetlana Tariq Thandi Ula Uzma Valeria Verity Wanjiru
Winifred Xanthe Yasmin Yusra Zainab Zofia
"""
MEMBERS = tuple(NAMES.split())
"""With the six of the cast who belong to it, the forum has 140 members."""

HOW = (
    "at a coffee morning",
    "by a leaflet at the school gate",
    "through a friend",
    "at the summer picnic",
    "by a letter with the plan",
    "at the Child Development Centre",
    "on the stall at the market",
)
"""How people came to the forum."""
LEFT = ("Clement", "Gustav")
"""Members who have moved away since."""


def ours() -> set[UUID]:
    """The ids of everybody whom the demo makes."""
    return {id_of(name) for name in (*CAST, *STAFF, *MEMBERS, *LEFT)}


def staff(n: Netherby, at: datetime) -> dict[str, Person]:
    """Those who work where nobody of the cast does, by first name in small letters."""
    there: dict[str, Person] = {}
    for name, place in STAFF.items():
        mail = f"{name.lower()}@{place}.netherby.example"
        person = Person.join(name, area=n.area, at=at, email=mail, id=id_of(name))
        give_role(person, Role.Name.STAFF, at, n.jo, organisation=getattr(n, place))
        there[name.lower()] = person
    return there


def members(n: Netherby, since: datetime, until: datetime) -> dict[str, Person]:
    """They join the forum one after the other; two of them move away again.

    Every third has a phone and no e-mail, and now and then one has neither: Jo knocks at the door.
    """
    there: dict[str, Person] = {}
    names = sorted((*MEMBERS, *LEFT), key=id_of)  # nobody joins in the order of the alphabet
    step = (until - since) / len(names)
    for number, name in enumerate(names):
        at, low = since + number * step, name.lower()
        phone = f"01632 9608{number // 3:02}" if number % 3 == 0 and number % 27 else None
        mail = f"{low}@families.netherby.example" if number % 3 else None
        there[low] = Person.join(name, area=n.area, at=at, email=mail, phone=phone, id=id_of(name))
        how, may_contact = HOW[number % len(HOW)], number % 8 != 5
        member = Member.join(there[low], n.forum, at, n.jo, how=how, may_contact=may_contact)
        if name in LEFT:
            member.leave(until, n.jo)
    return there
