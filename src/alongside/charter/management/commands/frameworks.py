from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from alongside.charter.framework import Framework
from alongside.charter.frameworks import differences, frameworks
from alongside.charter.mistakes import Unusable
from alongside.charter.reading import read


class Command(BaseCommand):
    help = "Lists the frameworks there are, checks a file, or shows what changed between two versions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", metavar="FILE", type=Path, nargs="+", help="read these files")
        parser.add_argument(
            "--difference",
            metavar="VERSION",
            nargs=2,
            help="two versions, each as slug/version or as a file",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["check"]:
                self._check(options["check"])
            elif options["difference"]:
                self._difference(*map(_one, options["difference"]))
            else:
                self._list()
        except Unusable as unusable:
            raise CommandError(str(unusable)) from unusable

    def _list(self) -> None:
        for one in frameworks(settings.FRAMEWORKS).values():
            self.stdout.write(f"{one.slug}/{one.version}  {one.name}: {_size(one)}")
            self.stdout.write(f"    by {one.owner}. Licence: {one.licence} Source: {one.source}")

    def _check(self, files: list[Path]) -> None:
        mistakes = []
        for file in files:
            try:
                one = read(file)
            except Unusable as unusable:
                mistakes += unusable.mistakes
            else:
                self.stdout.write(f"{file.name}: {one}, {_size(one)}. Nothing is wrong with it.")
        if mistakes:
            raise Unusable(mistakes)

    def _difference(self, old: Framework, new: Framework) -> None:
        lines = list(differences(old, new))
        for line in lines or ["Nothing that people answer has changed."]:
            self.stdout.write(line)


def _one(named: str) -> Framework:
    if Path(named).suffix == ".toml":
        return read(Path(named))
    slug, _, version = named.partition("/")
    there = frameworks(settings.FRAMEWORKS)
    if (slug, version) not in there:
        known = ", ".join("/".join(key) for key in there)
        raise CommandError(f"There is no {named}. There is: {known}. Or name a file that ends in .toml.")
    return there[slug, version]


def _size(one: Framework) -> str:
    if one.is_open:
        return f"{len(one.questions)} open questions for each of {len(one.sections)} sections"
    return f"{len(list(one.statements()))} statements, {len(one.levels)} levels"
