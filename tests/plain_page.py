"""A plain page with widgets on it: no JupyterLab, no network, and a strict security policy."""

import html
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browser_tools import LABEXTENSIONS
from playwright.sync_api import Browser, Locator, Page, Route
from shown import widgets_in

from groundwork.screen.widget import CourseWidget, module, source

ROOT = Path(__file__).parents[1]
PLACE = "http://course.example/lesson/"
DRAWN = LABEXTENSIONS / "groundwork/static/drawn.css"
HOST = Path(__file__).with_name("plain_host.js")
# What a careful web server allows: nothing inline, nothing from elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'"
)
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Every kind</title>
<link rel="stylesheet" href="page.css">
<link rel="stylesheet" href="drawn.css">
<link rel="stylesheet" href="widget.css">
<script src="watch.js"></script>
<script type="module" src="host.js"></script></head>
<body><main><h1>Every kind</h1>{parts}</main></body>
</html>"""
PART = '<section aria-labelledby="name-{kind}"><h2 id="name-{kind}">{kind}</h2>{inside}</section>'
BOX = '<div id="{kind}">{still}</div>'
# A page that is dark when its host says so: some widgets show its color behind their words.
COLORS = """:root { color-scheme: light dark; }
body { margin: 0 8px; background: Canvas; color: CanvasText; font-family: system-ui; }"""
WATCH = """window.refused = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample, sourceFile }) =>
  refused.push(`${violatedDirective} ${sample} ${sourceFile}`));"""
# Waited for on the page: each look from here would be a message there and one back. Words come
# after a pause of 30 ms (controls.js).
SETTLED = """async () => {
  const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
  for (let time = 0; plain.waiting && time < 2000; time += 1) await wait(20);
  const answered = !plain.waiting;
  await wait(60);
  return answered;
}"""
TYPES = {
    "html": "text/html",
    "js": "text/javascript",
    "css": "text/css",
    "json": "application/json",
}


class PlainPage:
    """The page in a browser, and the Python of its widgets.

    Parameters
    ----------
    shown
        A name to what a cell shows: a widget, a stack of them, or something with HTML of its own.

    Attributes
    ----------
    faults
        What went wrong on the page: errors, and what it asked of other places.
    """

    def __init__(self, page: Page, shown: Mapping[str, Any]) -> None:
        self.page, self.faults = page, list[str]()
        self._widgets = [(kind, one) for kind, each in shown.items() for one in widgets_in(each)]
        self._sent: list[tuple[CourseWidget, dict[str, Any]]] = []
        self._files = self._write(shown)
        page.on("pageerror", lambda error: self.faults.append(f"{error}\n{error.stack}"))
        page.expose_function("toPython", self._answer)
        page.route("**/*", self._serve)

    @property
    def widgets(self) -> list[CourseWidget]:
        """The widgets on the page, in their order."""
        return [widget for _, widget in self._widgets]

    def send(self, widget: CourseWidget, news: dict[str, Any], _buffers: object = None) -> None:
        """Take what a widget says to the page."""
        self._sent.append((widget, news))

    def open(self) -> None:
        """Open the page, as a reader does who comes, or comes back."""
        self.page.goto(f"{PLACE}page.html")
        self.page.locator("body[data-shown]").wait_for()
        self.settle()

    def settle(self) -> None:
        """Wait until Python has answered everything and the answer stands on the page."""
        assert self.page.evaluate(SETTLED), "Python owes an answer"

    def box(self, kind: str) -> Locator:
        """Return the part of the page that shows what the name stands for."""
        return self.page.locator(f"section[aria-labelledby='name-{kind}'] > div")

    def refused(self) -> list[str]:
        """Return what the security policy did not let the page do."""
        return self.page.evaluate("refused")

    def _answer(self, at: int, message: dict[str, Any]) -> list[list[Any]]:
        """Hand a message to its widget; return all that widgets say because of it."""
        self._sent.clear()
        self._widgets[at][1]._answer(None, message, None)
        places = {id(widget): at for at, (_, widget) in enumerate(self._widgets)}
        # A choice of a file is told to every widget of the process, those of other pages too.
        said = [(widget, news) for widget, news in self._sent if id(widget) in places]
        return [[places[id(widget)], news] for widget, news in said]

    def _write(self, shown: Mapping[str, Any]) -> dict[str, str]:
        drawn = [type(widget).drawn_by for _, widget in self._widgets]
        modules = {f"./{at}.js": module(*drawn_by) for at, drawn_by in enumerate(drawn)}
        cards = [
            {"box": kind, "module": address, "content": widget.content}
            for (kind, widget), address in zip(self._widgets, modules, strict=True)
        ]
        parts = [part(kind, each) for kind, each in shown.items()]
        # What a widget looks like beside what all share; the host of JupyterLab has its own.
        styles = {str(getattr(widget, "_css", "")) for _, widget in self._widgets}
        own = [each.removeprefix(CourseWidget._css) for each in styles]
        return {
            **{address.removeprefix("./"): text for address, text in modules.items()},
            "page.html": PAGE.format(parts="\n".join(parts)),
            "watch.js": WATCH,
            "host.js": HOST.read_text(encoding="utf-8"),
            "page.css": COLORS,
            "widget.css": "\n".join([source("widget.css"), *own]),
            "drawn.css": DRAWN.read_text(encoding="utf-8"),
            "widgets.json": json.dumps(cards),
        }

    def _serve(self, route: Route) -> None:
        url = route.request.url
        name = url.removeprefix(PLACE)
        if url.startswith(("data:", "blob:")):
            return route.continue_()
        if name in self._files:
            kind = TYPES[name.rpartition(".")[2]]
            headers = {"Content-Type": f"{kind}; charset=utf-8", "Content-Security-Policy": POLICY}
            return route.fulfill(body=self._files[name], headers=headers)
        if not name.endswith("favicon.ico"):
            self.faults.append(f"asked for {url}")
        return route.abort()


def part(kind: str, shown: Any) -> str:
    """Write the part of one cell: a box for its widgets, or its own HTML."""
    still = "" if any(widgets_in(shown)) else shown._repr_html_()
    inside = BOX.format(kind=html.escape(kind), still=still)
    return PART.format(kind=html.escape(kind), inside=inside)


def new_workspace(folder: Path) -> Path:
    """Make an empty folder a learner's workspace in which nothing is kept."""
    shutil.copytree(ROOT / "datasets", folder / "datasets")
    (folder / "modules").mkdir()
    (folder / "my_work").mkdir()
    return folder


@contextmanager
def plain_lesson(
    browser: Browser, workspace: Path, show: Callable[[], Mapping[str, Any]]
) -> Iterator[PlainPage]:
    """Open a page of what `show` makes in a lesson of this workspace; nothing goes wrong on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(workspace / "modules")
        patch.delenv("GROUNDWORK_WORKSPACE", raising=False)
        with plain_page(browser, show()) as plain:
            plain.open()
            yield plain
            assert plain.faults == []
            assert plain.refused() == []


@contextmanager
def plain_page(browser: Browser, shown: Mapping[str, Any]) -> Iterator[PlainPage]:
    """Open a window for such a page, and let widgets speak to it and not to a notebook."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    plain = PlainPage(page, shown)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CourseWidget, "send", lambda widget, *said: plain.send(widget, *said))
        yield plain
    page.close()
