"""Short references that can be said over the phone: D-2026-014."""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction

from .places import Area


class Counter(models.Model):
    """How many of one kind an area has numbered in one year."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    letter = models.CharField(max_length=2)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "letter", "year"], name="an_area_counts_once_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.letter}-{self.year}-{self.last:03}"

    @classmethod
    def next(cls, letter: str, *, area: Area, at: datetime) -> str:
        """The next reference of this kind, never given twice, even if what it was for is not kept."""
        with transaction.atomic():
            cls.objects.get_or_create(area=area, letter=letter, year=at.year)
            counter = cls.objects.select_for_update().get(area=area, letter=letter, year=at.year)
            counter.last += 1
            counter.save(update_fields=["last"])
        return str(counter)
