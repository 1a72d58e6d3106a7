"""Generate the names of the sources of law cards, which a learner's papers carry, as JSON.

A paper is written where the bibliography need not be: only the names go along.
"""

import json

from groundwork.authoring import bibliography
from groundwork.learner.files import write_text
from groundwork.learner.papers.law import law_cards
from groundwork.learner.workspace import course


def generate(check: bool) -> list[str]:
    """Write the names when they are stale, or only say that they are.

    Returns
    -------
    list of str
        A sentence when the file was found stale.
    """
    wanted = render(bibliography.read(course() / "datasets" / bibliography.FILE))
    path = law_cards.SOURCES
    if path.is_file() and path.read_text(encoding="utf-8") == wanted:
        return []
    if not check:
        write_text(path, wanted)
        law_cards._source_names.cache_clear()
    return [f"{path.name} differs from what datasets/{bibliography.FILE} says."]


def render(known: bibliography.Bibliography) -> str:
    """Return key to name of every source of a law card, and how it was read."""
    keys = sorted({key for card in law_cards.cards().values() for key in card.sources})
    names = {key: name(known.entry(key)) for key in keys}
    return json.dumps(names, indent=1, ensure_ascii=False) + "\n"


def name(entry: bibliography.Entry) -> str:
    """Return how a card names a source: who, what and when, and whether it was read second-hand."""
    whole = str(
        entry.data.get("title-short")
        or f"{entry.data.get('publisher', '')}, {entry.title.strip('[]')}".removeprefix(", ")
    )
    number = str(entry.data.get("number", ""))
    if number and number not in whole:
        whole = f"{whole}, {number}"
    year = entry.year if entry.year not in whole else ""
    second = "second-hand" if entry.custom["read"] == "secondary" else ""
    noted = ", ".join(filter(None, (year, second)))
    return f"{whole} ({noted})" if noted else whole
