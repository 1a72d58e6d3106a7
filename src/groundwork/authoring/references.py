"""How a publication is written: as one line of Markdown, with how it was read.

citeproc-py was tried: it writes no Markdown, leaves out a missing key without a word, and knows no
way to say that something was read second-hand. So the line is written here.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from groundwork.authoring.bibliography import Entry, authors_in_words
from groundwork.subject.days import in_words

ITALIC = ("book", "report", "legal_case", "legislation", "regulation", "document", "dataset")
"""Kinds whose own title is set in italics; of the others it is the title of what they stand in."""


def reference(entry: Entry, *, subject: bool = True) -> str:
    """Write an entry as one line of Markdown, with how it was read.

    Parameters
    ----------
    subject
        Whether the line begins with what the course takes from it.
    """
    data = entry.data
    link = data.get("URL") or (f"https://doi.org/{data['DOI']}" if data.get("DOI") else "")
    italic = data["type"] in ITALIC
    title = f"*{_plain(entry.title)}*" if italic else _plain(entry.title)
    parts = [
        authors_in_words(data.get("author", ())),
        f"[{title}]({link})" if link else title,
        _container(data),
        _plain(str(data.get("note", ""))),
        _how_read(entry),
    ]
    ended = (part if part.endswith((".", "?", ".*")) else f"{part}." for part in parts if part)
    line = " ".join(ended)
    about = entry.custom.get("about")
    return f"{about}: {line}" if about and subject else line


def sources(entries: Iterable[Entry]) -> str:
    """Write the Sources of a text as a Markdown list by subject, with the days of reading."""
    listed = sorted(entries, key=lambda entry: (entry.custom.get("about") or entry.short).lower())
    if not listed:
        return ""
    days = sorted({entry.accessed for entry in listed})
    lines = [f"Read on {_days(days)}."]
    if any(entry.custom["read"] == "secondary" for entry in listed):
        lines[0] += " Second-hand means: look it up before you publish it."
    lines.append("")
    return "\n".join([*lines, *(f"- {reference(entry)}" for entry in listed)])


def _container(data: Mapping[str, Any]) -> str:
    """Where a publication appeared: journal with volume and pages, or publisher and year."""
    place = data.get("container-title", "")
    year = str(data.get("issued", ""))
    said = f"*{_plain(place)}*" if place else ""
    if data.get("volume"):
        issue = f"({data['issue']})" if data.get("issue") else ""
        page = f":{data['page']}" if data.get("page") else ""
        return f"{said} {year[:4]};{data['volume']}{issue}{page}"
    number = str(data.get("number", ""))
    when = _when(year)
    told = [said, number, str(data.get("publisher", "")), when]
    return ", ".join(_plain(part) if part is not said else part for part in told if part)


def _how_read(entry: Entry) -> str:
    custom = entry.custom
    where = custom.get("where", "")
    what = custom.get("what", "")
    if custom["read"] == "secondary":
        return f"Read second-hand ({where})"
    if custom["read"] == "copy":
        return f"Read in a copy ({where})"
    if custom["read"] == "computed":
        return f"Computed by us from {what or where}"
    return f"Read at the publisher ({what})" if what else "Read at the publisher"


def _when(issued: str) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", issued):
        return in_words(date.fromisoformat(issued))
    if re.fullmatch(r"\d{4}-\d\d", issued):
        month, _, rest = in_words(date.fromisoformat(f"{issued}-01")).partition(" ")
        return f"{month} {rest.rpartition(' ')[2]}"
    return issued


def _days(days: list[date]) -> str:
    """Write days in one year as "November 22 and 25, 2026"."""
    written = [in_words(day) for day in days]
    if len({day.year for day in days}) == 1:
        month = ""
        short = []
        for each in written:
            name, _, number = each.partition(",")[0].partition(" ")
            short.append(number if name == month else f"{name} {number}")
            month = name
        written = [*short[:-1], f"{short[-1]}, {days[0].year}"]
    return " and ".join([", ".join(written[:-1]), written[-1]] if written[1:] else written)


def _plain(text: str) -> str:
    return re.sub(r"([*_\[\]$])", r"\\\1", text)
