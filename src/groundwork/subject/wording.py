"""Find wording that puts the problem in people, and offer wording that names the system.

A word list, not a judge: it cannot tell a quotation from a claim, it does not know what a community
calls itself, and it cannot tell whether a sentence is fair. Each remark is a nudge, and a person
decides. When it finds nothing it says so in `limits`, and never that the text is well: of sixty
blaming sentences that nobody built it from it found half (`tests/wording`).

The list is `wording.yaml`. It follows style guides, which are advice and not rules, and says which
terms a page names; the other phrases, the reasons and the offers are ours.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from groundwork.subject.wording_forms import compiled

KINDS = (
    "blames",
    "names people by a condition",
    "outdated term",
    "doubtful cause",
    "vague",
)
# Whose advice an entry follows, and what of it was read on 25 November 2026.
SOURCES = {
    "CDC principle": "CDC, Health Equity Style Guide for the COVID-19 Response: do not imply that "
    "people are to blame for a higher risk. Its opening was read in a copy; the phrases are ours.",
    "CDC key principles": "CDC, Health Equity Guiding Principles for Inclusive Communication, Key "
    "Principles: no adjectives that make risk sound like a trait of a group. Its opening was read: "
    "www.cdc.gov/healthcommunication/Key_Principles.html",
    "CDC terms": "CDC, Preferred Terms. Its lists on corrections and on disability were read: "
    "www.cdc.gov/health-communication/php/toolkit/preferred-terms.html",
    "CDC in the press": "Parts of the same list that were read only where news sites told of it in "
    "August and September 2021, among them The Star Democrat, 1 September 2021.",
    "AMA-AAMC": "AMA and AAMC, Advancing Health Equity: A Guide to Language, Narrative and "
    "Concepts (2021): stories about race, merit and the individual hide root causes. Read in the "
    "AAMC's own notice of it and in reports; the guide itself was not read.",
    "APA": "American Psychological Association, Bias-Free Language (7th edition of its manual). "
    "Its page on sexual orientation was read in part, those on age and on race as libraries and a "
    "teacher quote them.",
    "NIDA": "National Institute on Drug Abuse, Words Matter: Preferred Language for Talking About "
    "Addiction: name the person and not the illness, and let people choose how they are described. "
    "Its opening was read.",
    "ONDCP": "Office of National Drug Control Policy, words to avoid. Read as Shatterproof lists "
    "them: "
    "www.shatterproof.org/about-addiction/stigma/stigma-reducing-language",
    "Diabetes Care": "Dickinson and others, The Use of Language in Diabetes Care and Education, "
    "Diabetes Care 40(12), 2017. Its abstract was read, and a report of what it recommends.",
    "JAMA": "Park and others, Physician Use of Stigmatizing Language in Patient Medical Records, "
    "JAMA Network Open 4(7), 2021: notes that doubt patients, disapprove of their reasoning or "
    "care, or call them difficult. Its abstract was read; other phrases are ours.",
    "AAFP": "American Academy of Family Physicians, Race Based Medicine (2020): no genetic or "
    "biological factor unites the people of one racial category. Read; the phrases are ours: "
    "aafp.org/about/policies/all/racebased-medicine.html",
}


@dataclass(frozen=True)
class Phrase:
    """One phrase as the writer typed it, why it misleads, and what to try in its place.

    `kind` is one of `KINDS`, and `source` a key of `SOURCES`: whose advice it follows.
    """

    found: str
    why: str
    try_instead: str
    kind: str
    source: str


def remarks(text: str) -> list[Phrase]:
    """List the phrases in a text that put the problem in people, in the order of the text.

    A phrase that is used twice is named once; of two that overlap the special one is named, then
    the earlier.
    """
    return list(_remarks(text))


@lru_cache(maxsize=1024)  # whoever changes one cause of a map is told again of all the others
def _remarks(text: str) -> tuple[Phrase, ...]:
    hits = []
    for entry in entries():
        meant_otherwise = [found.span() for found in entry["unless"].finditer(text)]
        for match in entry["forms"].finditer(text):
            start, end = match.span()
            if any(start < last and first < end for first, last in meant_otherwise):
                continue
            found = " ".join(match[0].split())
            remark = Phrase(found, entry["why"], entry["instead"], entry["kind"], entry["source"])
            hits.append((entry.get("general", False), start, -end, remark))
    taken: list[tuple[int, int, Phrase]] = []
    for _, start, minus_end, remark in sorted(hits, key=lambda hit: hit[:3]):
        if all(start >= last or -minus_end <= first for first, last, _ in taken):
            taken.append((start, -minus_end, remark))
    kept: dict[str, Phrase] = {}
    for _, _, remark in sorted(taken, key=lambda hit: hit[0]):
        kept.setdefault(remark.found.casefold(), remark)
    return tuple(kept.values())


def because(text: str) -> str:
    """Return a cause as the sentence that it is, where "because" is asked and not typed."""
    return text if text.casefold().lstrip("…. ").startswith("because") else f"because {text}"


def limits(found: int) -> str:
    """Say what the list cannot tell, after it found that many phrases.

    Silence of a list is no approval, so this is said wherever its remarks are shown; see
    :mod:`groundwork.subject.silence`.
    """
    if found:
        return (
            "A list cannot tell whether the other sentences are fair. A quotation, or a name that "
            "people use for themselves, may stand."
        )
    return "The word list found nothing. A list cannot tell whether a sentence is fair."


@cache
def listed() -> list[dict[str, Any]]:
    """Return the entries of the list as they are written; see the head of `wording.yaml`."""
    text = files("groundwork.subject").joinpath("wording.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the first is faster, where it is
    found: list[dict[str, Any]] = yaml.load(text, Loader=loader)
    return found


@cache
def entries() -> list[dict[str, Any]]:
    """Return the entries with their forms as patterns."""
    never = ["(?!)"]
    return [
        {
            **entry,
            "forms": compiled(entry["forms"]),
            "unless": compiled(entry.get("unless", never)),
        }
        for entry in listed()
    ]
