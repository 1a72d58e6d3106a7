"""The one bibliography of the course: what was read, how, when, and until when that holds.

`datasets/bibliography.yaml` is a list in the CSL data model (https://docs.citationstyles.org), so
that any reference manager reads it. Ours are the fields under `custom`:

read
    publisher (at the publisher), copy (the whole text, where somebody else keeps it), secondary
    (where others quote it) or computed (by us from data).
what
    What of it was read, such as "abstract".
where
    Where it was read, when that is not the publisher's own place.
about
    What the course takes from it; it begins the line in a lesson's Sources.
says
    The numbers, or the words around them, that a paragraph may rest on it.
look_again
    The day after which it has to be read again. Rules from outside and true cases always have one.
due
    The day on which something that it announces was to happen, such as a proposed rule's first day.
    When it was to happen and was not found, `look_again` is at most 60 days on.
case
    Whose true case it tells of, such as "Seattle". Beside a case stands when it was last looked up,
    and what came later.
rule
    Whose rule it is, for an entry of law, policy or a published standard; `quote` is the sentence.
rows
    How the data sets name it, when that is not its title: "source | publisher" of a row, a list.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from groundwork.authoring.source.near import near
from groundwork.subject.days import in_words
from groundwork.subject.errors import UserError

FILE = "bibliography.yaml"
READ = ("publisher", "copy", "secondary", "computed")
CUSTOM = {"read", "what", "where", "about", "says", "case", "rule", "quote", "rows"} | {
    "look_again",
    "due",
}
SOON = timedelta(days=60)
"""How soon a source is read again after something in it was to happen."""
LOOKED_UP = "looked_up"
"""`{{ @key | looked_up }}` in a text is the day on which a case was last looked up."""
NEEDED = ("id", "type", "title", "accessed")
KNOWN = {*NEEDED, "custom", "author", "issued", "publisher", "container-title", "title-short"} | {
    *("volume", "issue", "page", "number", "note", "URL", "DOI"),
}
"""The variables of the CSL data model that a reference is written of."""
NEWS = "article-newspaper"  # a reader knows it by its newspaper
SHOWN_AUTHORS = 2
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where it is there


@dataclass(frozen=True)
class Entry:
    """One publication, and what we know of how it was read."""

    data: Mapping[str, Any]
    line: int = 0

    @property
    def key(self) -> str:
        """Its name in the course."""
        return str(self.data["id"])

    @property
    def custom(self) -> Mapping[str, Any]:
        """Our own fields."""
        return self.data.get("custom", {})

    @property
    def accessed(self) -> date:
        """The day on which it was read."""
        return _day(self.data["accessed"])

    @property
    def look_again(self) -> date | None:
        """The day after which it has to be read again, or None."""
        said = self.custom.get("look_again")
        return _day(said) if said else None

    @property
    def due(self) -> date | None:
        """The day on which something that it announces was to happen, or None."""
        said = self.custom.get("due")
        return _day(said) if said else None

    @property
    def says(self) -> tuple[str, ...]:
        """The numbers, or the words around them, that a paragraph may rest on it."""
        return tuple(str(each) for each in self.custom.get("says", ()))

    @property
    def case(self) -> str:
        """Whose true case it tells of, or ""."""
        return str(self.custom.get("case", ""))

    @property
    def rows(self) -> tuple[str, ...]:
        """How the data sets name it: `source | publisher`."""
        return tuple(self.custom.get("rows", ()))

    @property
    def short(self) -> str:
        """How a paragraph names it, such as "Nardone and others 2020"."""
        names = authors_in_words(self.data.get("author", ()), family_only=True)
        paper = self.data.get("container-title") if self.data["type"] == NEWS else ""
        short = self.data.get("title-short") or self.data.get("publisher") or paper
        name = names or short or self.title
        return f"{name} {self.year}".strip()

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.data["title"])

    @property
    def year(self) -> str:
        """The year of publication, or ""."""
        return str(self.data.get("issued", ""))[:4]

    @property
    def day(self) -> str:
        """The day of publication in words, or "" when only its month or year is known."""
        issued = str(self.data.get("issued", ""))
        return in_words(date.fromisoformat(issued)) if len(issued) == 10 else ""

    def is_past(self, day: date) -> bool:
        """Whether it has to be read again by that day."""
        return self.look_again is not None and day > self.look_again


@dataclass(frozen=True)
class Bibliography:
    """All entries by their keys."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def entry(self, key: str) -> Entry:
        """Return an entry.

        Raises
        ------
        UserError
            When there is none of that key; it names the nearest.
        """
        if key in self.entries:
            return self.entries[key]
        alike = get_close_matches(key, self.entries, n=1)
        fix = f"Did you mean [@{alike[0]}]? " if alike else ""
        raise UserError(
            f"No source has the key {key!r}.", f"{fix}Sources stand in datasets/{FILE}."
        )

    @cached_property
    def _of_rows(self) -> dict[str, str]:
        return {row: key for key, entry in self.entries.items() for row in entry.rows}

    def key_of(self, source: str, publisher: str) -> str | None:
        """Return the key of a publication as a data set names it, or None."""
        return self._of_rows.get(f"{source} | {publisher}")

    def past(self, day: date) -> list[Entry]:
        """Return the entries that have to be read again, the oldest first."""
        found = [entry for entry in self.entries.values() if entry.is_past(day)]
        return sorted(found, key=lambda entry: entry.look_again or day)


def read(path: Path) -> Bibliography:
    """Read the bibliography.

    Raises
    ------
    UserError
        When an entry lacks what it needs, or two have one key; with the line.
    """
    return _read(path.read_text(encoding="utf-8"), f"{path.parent.name}/{path.name}")


@lru_cache(maxsize=4)
def _read(text: str, name: str) -> Bibliography:
    """Read the bibliography, once as long as it does not change, wherever a copy of it lies."""
    loader = LOADER(text)
    try:
        listed = loader.get_single_node()
        lines = [node.start_mark.line + 1 for node in listed.value] if listed else []
        read_data = loader.construct_document(listed) if listed else []
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UserError(
            f"{_place(name, line)} is no YAML ({error.problem}).",
            'Put a text that holds ": " or "#" in quotes, and line up entries.',
        ) from None
    entries: dict[str, Entry] = {}
    rows: dict[str, str] = {}
    for line, data in zip(lines, read_data, strict=True):
        entry = Entry(data, line)
        at = _place(name, line)
        if problems := list(_problems(entry, data)):
            raise UserError(f"{at} {data.get('id')} {' It '.join(problems)}", "Mend it.")
        if entry.key in entries:
            raise UserError(f"{at} {entry.key} is there twice.", "Keep one.")
        for row in entry.rows:
            if row in rows:
                raise UserError(f"{at} {row!r} names {rows[row]} too.", "Keep one.")
            rows[row] = entry.key
        entries[entry.key] = entry
    return Bibliography(entries)


def _place(name: str, line: int) -> str:
    """Return a line of the file as editors and terminals link it."""
    return f"{name}:{line}:"


def _problems(entry: Entry, data: Mapping[str, Any]) -> Iterator[str]:
    custom = entry.custom
    for unknown in sorted(set(data) - KNOWN):
        yield f"has {unknown}, which is written nowhere{near(unknown, KNOWN) or '.'}"
    for unknown in sorted(set(custom) - CUSTOM):
        known = ", ".join(sorted(CUSTOM))
        yield f"has {unknown} under custom{near(unknown, CUSTOM)}; known are {known}."
    missing = [name for name in NEEDED if not data.get(name)]
    for name in missing:
        yield f"has no {name}."
    for said in custom.get("says", ()):
        if not isinstance(said, str):
            yield f"says {said!r}, which is no text: put each thing that it says in quotes."
    if missing:
        return
    if custom.get("read") not in READ:
        yield f"does not say how it was read: {', '.join(READ)}."
    if "rule" in custom and not entry.look_again:
        yield "is a rule from outside and has no look_again."
    if entry.case and not entry.look_again:
        yield "tells of a true case and has no look_again."
    if entry.due and (entry.look_again or date.max) > max(entry.due, entry.accessed) + SOON:
        yield f"announces something for {in_words(entry.due)}: look_again is at most 60 days on."
    if custom.get("read") == "secondary" and not custom.get("where"):
        yield "was read second-hand and does not say where."
    if custom.get("read") == "copy" and not custom.get("where"):
        yield "was read in a copy and does not say where."


def authors_in_words(authors: Iterable[Mapping[str, str]], family_only: bool = False) -> str:
    """Name one or two authors, and say that there are others."""
    said = [
        author.get("literal")
        or (author["family"] if family_only else f"{author['family']} {author['given']}")
        for author in authors
    ]
    if len(said) > SHOWN_AUTHORS or "others" in said:
        return f"{said[0]} and others"
    return " and ".join(said)


def _day(said: object) -> date:
    return said if isinstance(said, date) else date.fromisoformat(str(said))
