"""The groups one sits in, and the room of each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.groups.models import Group
from alongside.people.viewer import Request, here
from alongside.welcome.gate import signed_in

from ..open_group import GroupInTheOpen, group_at
from ..sitting import Sitting, in_discussion


@require_safe
@signed_in
def groups(request: Request) -> HttpResponse:
    """The groups this person sits in, and what is in discussion in each."""
    mine = Group.objects.visible_to(request.viewer).select_related("area").prefetch_related("partners")
    discussed = in_discussion(mine, request.viewer, timezone.now())
    rows = [(group, [one for one in discussed if one.decision.group_id == group.pk]) for group in mine]
    return render(request, "website/groups.html", {"rows": rows})


@require_safe
def group(request: Request, group: UUID) -> HttpResponse:
    """A group's room."""
    door = Group.objects.visible_to(request.viewer).select_related("area").prefetch_related("partners")
    found = get_object_or_404(door, pk=group)
    here(request, found.area)
    return render(request, "website/group.html", {"sitting": Sitting(found, request.viewer, timezone.now())})


@require_safe
def open_group(request: Request, group: UUID) -> HttpResponse:
    """What everyone may know of a group, and who makes it happen."""
    found = group_at(group)
    here(request, found.area)
    said = {
        "group": found,
        "sitting": GroupInTheOpen(found, timezone.now()),
        "sits_here": Group.objects.visible_to(request.viewer).filter(pk=found.pk).exists(),
    }
    return render(request, "website/open_group.html", said)
