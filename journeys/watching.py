"""A window that opens pages just as they were sent, and says whatever they do on their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Dialog

from .house import House
from .looking import Glass
from .visitor import Answer

HEARS = """addEventListener("securitypolicyviolation", said =>
    console.error(`the policy was broken: ${said.violatedDirective} ${said.blockedURI}`))"""


class Watch(Glass):
    """A window that opens a page as it was sent and says whatever it did."""

    def __init__(self, browser: Browser, address: str) -> None:
        super().__init__(browser, address)
        self.context.add_init_script(HEARS)
        self.page.on("dialog", self._is_asked)

    def did(self, answer: Answer) -> list[str]:
        """Everything that a page should not do."""
        self.looked.faults.clear()
        with self._shown(answer) as there:
            there.mouse.move(200, 300)
            there.keyboard.press("Tab")
            there.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        return [*self.looked.faults]

    def _is_asked(self, dialog: Dialog) -> None:
        self.looked.faults.append(f"a dialog: {dialog.message}")
        dialog.dismiss()


@contextmanager
def watching(browser: Browser, house: House) -> Iterator[Watch]:
    """A window that sees what pages of this house do."""
    watch = Watch(browser, house.address)
    try:
        yield watch
    finally:
        watch.context.close()
