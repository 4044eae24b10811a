"""Let many do the same thing at the same moment, each over a connection of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from django.db import connection

Answer = TypeVar("Answer")


def together(many: int, work: Callable[[int], Answer]) -> list[Answer]:
    """Start ``work(0)``, ``work(1)`` … at once; return what each answered, or raise what one raised."""
    start = threading.Barrier(many)
    answers: dict[int, Answer] = {}
    failed: list[BaseException] = []

    def run(number: int) -> None:
        try:
            start.wait(30)
            answers[number] = work(number)
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,), daemon=True) for number in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    if failed:
        raise failed[0]
    assert len(answers) == many, "somebody is still waiting for somebody"
    return [answers[number] for number in range(many)]
