"""The console on a plain page: a real browser, the console's own Python, and no JupyterLab."""

from collections.abc import Iterator
from contextlib import contextmanager

from plain_page import PlainPage, plain_page
from playwright.sync_api import Browser, Locator, expect

from groundwork.cohort.console.widget import Console


@contextmanager
def plain_console(browser: Browser, console: Console) -> Iterator["OnPage"]:
    """Open the page, show names, and see that nothing goes wrong on it."""
    with plain_page(browser, {"console": console}) as plain:
        plain.open()
        found = OnPage(plain)
        found.cover("Show names")
        yield found
        assert plain.faults == []
        assert plain.refused() == []


class OnPage:
    """What a facilitator does on the page, by the words that they see."""

    def __init__(self, plain: PlainPage) -> None:
        self.plain, self.page = plain, plain.page
        self.root = plain.page.locator(".gw-console")

    def cover(self, name: str) -> None:
        """Show or hide names, by the button above all parts."""
        self.page.locator(".gw-cover").get_by_role("button", name=name).click()

    def part(self, title: str) -> Locator:
        """Open a part that is closed at first."""
        node = self.page.locator("details.gw-part", has=self.page.get_by_text(title, exact=True))
        if not node.evaluate("node => node.open"):
            node.locator("> summary").click()
        return node

    def choose(self, label: str, value: str) -> None:
        """Choose from a list, by what it is called and by an id."""
        self.page.get_by_label(label, exact=True).select_option(value)

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press a button, and wait until Python has answered."""
        (within or self.root).get_by_role("button", name=name, exact=True).first.click()
        self.plain.settle()

    def said(self, words: str) -> None:
        """See words on the page."""
        expect(self.root.get_by_text(words).first).to_be_visible()

    def send(self, *files: tuple[str, bytes]) -> None:
        """Choose files that arrived, and take them in."""
        chosen = [
            {"name": name, "mimeType": "application/octet-stream", "buffer": content}
            for name, content in files
        ]
        self.page.get_by_label("Files that arrived").set_input_files(chosen)  # type: ignore[arg-type]
        self.press("Take them in")
