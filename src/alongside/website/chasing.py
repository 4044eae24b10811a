"""What a co-ordinator may remind people of: a partner's yes that is missing, a promise nobody took on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from alongside.groups.conditions import joined
from alongside.groups.models import Agreement, Decision, Partner, Wording
from alongside.people.models import Area, Role
from alongside.people.viewer import Viewer


@dataclass(frozen=True)
class Missing:
    """A decision that waits for a yes: whose, and since when it could have come."""

    decision: Decision
    partners: list[str]
    since: datetime
    may_open: bool

    @property
    def title(self) -> str:
        """Its title for who sits there; for others the group, which is public, and the reference."""
        name = f"{self.decision.group}, {self.decision.reference}"
        return self.decision.title if self.may_open else name

    @property
    def href(self) -> str:
        return self.decision.get_absolute_url() if self.may_open else ""

    @property
    def names(self) -> str:
        """ "families and young people"."""
        return joined(name[:1].lower() + name[1:] for name in self.partners)


def missing_yeses(area: Area, viewer: Viewer) -> list[Missing]:
    """The decisions of an area that wait for a partner, the longest first. Three queries."""
    if not viewer.holds(Role.Name.COORDINATOR, area=area):
        return []
    wordings = list(_current(area, viewer))
    groups = {one.decision.group_id for one in wordings}
    needed = list(Partner.objects.filter(group__in=groups, needed=True))
    given = set(Agreement.objects.filter(wording__in=wordings).values_list("wording", "partner"))
    rows = [
        Missing(one.decision, names, one.at, getattr(one, MAY_OPEN))
        for one in wordings
        if (
            names := [
                partner.name
                for partner in needed
                if partner.group_id == one.decision.group_id and (one.pk, partner.pk) not in given
            ]
        )
    ]
    return sorted(rows, key=lambda row: (row.since, row.decision.pk))


MAY_OPEN = "may_open"


def _current(area: Area, viewer: Viewer) -> QuerySet[Wording]:
    """The latest wording of each decision that is not taken."""
    later = Wording.objects.filter(decision=OuterRef("decision"), number__gt=OuterRef("number"))
    theirs = Decision.objects.visible_to(viewer).filter(pk=OuterRef("decision"))
    found = Wording.objects.filter(~Exists(later), decision__area=area, decision__taken=None)
    return found.select_related("decision__group").annotate(**{MAY_OPEN: Exists(theirs)})
