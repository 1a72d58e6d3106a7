"""Links within the course: written once, built into the form that each place needs.

In a text a link names a heading of the page by its words in small letters (``#your-department``,
as editors and GitHub do), or another text of the course (``how_it_works.md#the-path``).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.near import near
from groundwork.authoring.source.page import Page, Prose

LINK = re.compile(r"(?<=\]\()([^)\s]+)(?=\))")
HEADING = re.compile(r"^#{1,6} +(.+?) *#* *$", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Form:
    """How one place writes links.

    Parameters
    ----------
    suffix
        What a page's file ends in there.
    anchor
        Returns the anchor that stands there for the words of a heading.
    """

    suffix: str
    anchor: Callable[[str], str]


def slug(heading: str) -> str:
    """Return a heading in small letters, digits and hyphens, as a link in a text names it."""
    words = re.sub(r"[^\w\s-]", "", heading.lower())
    return re.sub(r"[\s_]+", "-", words.strip()).strip("-")


# JupyterLab keeps a heading's words as they are, with hyphens for spaces.
NOTEBOOK = Form(".ipynb", lambda heading: heading.replace(" ", "-"))
WEB = Form(".html", slug)


def headings(page: Page) -> list[str]:
    """Return the headings of a page in order, without Markdown's marks."""
    found = []
    for cell in page.cells:
        if isinstance(cell, Prose):
            text = re.sub(r"^(`{3,}|~{3,}).*?^\1", "", cell.text, flags=re.DOTALL | re.MULTILINE)
            found += [_plain(heading) for heading in HEADING.findall(text)]
    return found


def built(
    text: str,
    line: int,
    page: Page,
    places: Mapping[str, str],
    form: Form,
    report: Report,
) -> str:
    """Return a piece of prose with its links in the form of one place.

    Parameters
    ----------
    places
        Slug to heading, of this page. A translation keeps the slugs of the original.
    """

    def link(found: re.Match[str]) -> str:
        target = found[1]
        here = line + text.count("\n", 0, found.start())
        if ELSEWHERE.match(target):
            return target
        file, _, anchor = target.partition("#")
        if file:
            return _to_page(file, anchor, page.path.parent, form, here, report)
        if anchor in places:
            return f"#{form.anchor(places[anchor])}"
        report(here, f"links to #{anchor}, and no heading is called so{near(anchor, places)}")
        return target

    return LINK.sub(link, text)


def _to_page(file: str, anchor: str, folder: Path, form: Form, line: int, report: Report) -> str:
    other = PurePosixPath(file)
    if other.suffix != ".md" or not (folder / file).is_file():
        report(line, f"links to {file}: write the path of a text of the course, ending in .md")
    if not anchor:
        return str(other.with_suffix(form.suffix))
    report(line, f"links into the middle of {file}: link to its beginning")
    return f"{other.with_suffix(form.suffix)}#{anchor}"


def _plain(heading: str) -> str:
    return re.sub(r"[*`]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip()
