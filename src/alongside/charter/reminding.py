"""Reminding people to answer before the last day, and the champion to end the round after it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from alongside.look.dates import day as long_day
from alongside.messages.say import link as address
from alongside.messages.say import say, unsaid
from alongside.people.days import day_of

from .asking import PassedOn, holders, staff_of, write, write_to
from .framework import Audience
from .reviews import Review

BEFORE_THE_END = timedelta(days=3)


def remind(at: datetime) -> int:
    """Three days before the last day: staff with an account who have not answered, and everyone who was
    asked; on the day after it: the champion, that it can be closed. Once each. Returns how many."""
    near = day_of(at) + BEFORE_THE_END
    ending = Review.objects.still_open().filter(until__lte=near).select_related("area", "organisation")
    return sum(_remind(review, at) for review in ending)


def _remind(review: Review, at: datetime) -> int:
    with transaction.atomic():
        if day_of(at) > review.until:
            return _may_be_closed(review, at)
        asked = PassedOn.objects.filter(link__review=review, at__lte=at - BEFORE_THE_END)
        passed_on = asked.select_related("link")
        members = sum(write(review, row.link, "remember", at) for row in passed_on)
        staff = review.links.filter(audience=Audience.STAFF).first()
        return members + (write_to(staff_of(review), review, staff, "staff", at) if staff else 0)


def _may_be_closed(review: Review, at: datetime) -> int:
    body = (
        f"The last day of “{review}” was {long_day(review.until)}. You can end the round now. Then everybody "
        f"can see what all sides said:\n\n{address(reverse('charter:review', args=[review.pk]))}"
    )
    to = {f"review-close:{review.pk}:{one.pk}": one for one in holders(review.organisation, champion=True)}
    new = unsaid(to)
    for key in sorted(new):
        subject = "Your review can be closed"
        say(key=key, kind="review", subject=subject, body=body, at=at, area=review.area, person=to[key])
    return len(new)
