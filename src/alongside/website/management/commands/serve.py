from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from alongside.place.key import key, may_begin
from alongside.website import serving


class Command(BaseCommand):
    help = "Answers on the web; with --with-worker also sends what waits, and both end together."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
        parser.add_argument("--workers", type=int, default=2, help="how many processes answer (2)")
        parser.add_argument("--with-worker", action="store_true", help="run the worker beside it")
        parser.add_argument("--quiet", action="store_true", help="say only what goes wrong")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        if not serving.free(host, port):
            raise CommandError(f"Something else already answers on port {port}. Choose another with --port.")
        server = serving.server(host, port, options["workers"], quiet=options["quiet"])
        self.stdout.flush()
        if not options["with_worker"]:
            # Becoming the server leaves one process for whoever supervises us.
            os.execv(server[0], server)  # noqa: S606
        worker = [sys.executable, "-m", "alongside", "worker"]
        code = serving.together([server, worker], lambda: serving.answers(host, port), self._say_ready)
        if code:
            raise CommandError("The server or its worker ended by itself; the lines above say why.")

    def _say_ready(self) -> None:
        if may_begin():
            self.stdout.write(f"\nBegin here: {settings.PUBLIC_ADDRESS}/start/   The key is {key()}")
        self.stdout.write(f"\nAlongside is open: {settings.PUBLIC_ADDRESS}/   (Ctrl-C closes it)")
        self.stdout.flush()
