"""A person's name in what somebody typed: where a position belongs, and in a sentence."""

import re

from groundwork.subject.known_names import listed, plain
from groundwork.subject.names import (
    is_one_name,
    names_a_person_in,
    names_somebody,
    surely_names_somebody,
)

_CLAUSE = re.compile(r"[.;]\s+|\n")
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
_PAIR = re.compile(
    rf"(?<![\w.’'-])(?=(?P<pair>{_NAME}\.? {_NAME})(?P<behind> [A-ZÀ-ÖØ-Þ]\w*)?)", re.UNICODE
)
_SAINT = re.compile(r"\b(?:St|Saint|San|Santa|Mt|Mount|Fort|Lake|Port)\.? $")
_KIN = r"(?:parents?|mother|father|family|child|baby|son|daughter|guardian|patient|case) of"
_CHILD = re.compile(rf"\b(?i:{_KIN}) (?P<name>{_NAME} [A-Z]\.)(?=\W|$)")
_OF_PLACES = re.compile(  # persons whose names awards, streets and hospitals have
    r"\b(?:Ryan White|Martin Luther King|Rosa Parks|C[eé]sar Ch[aá]vez|Johns Hopkins)\b"
)
_ALONE = re.compile(rf"({_NAME})(?=$|[,;(]| (?:from|of|at|in|on|and|or|who|with|will|does)\b)")


def in_sentence(text: str) -> str:
    """Return the first words in a sentence that read like a person's name, or "".

    >>> in_sentence("The count moves to Maria Lopez"), in_sentence("It moves to the Stock Clerk")
    ('Maria Lopez', '')
    >>> in_sentence("The parents of Jaylen B."), in_sentence("Shots against Hepatitis B.")
    ('Jaylen B.', '')
    """
    text = _OF_PLACES.sub("the place", text)
    if found := names_a_person_in(text):
        return found
    for pair in _PAIR.finditer(text):
        is_longer = pair["behind"] and plain(pair["behind"]) not in listed()["jobs"]
        is_place = _SAINT.search(text[: pair.start()])
        if not (is_longer or is_place) and surely_names_somebody(pair["pair"]):
            return pair["pair"]
    initial = _CHILD.search(text)
    return initial["name"] if initial else ""


def as_position(text: str) -> str:
    """Return what reads like a person's name where a position or a body belongs, or "".

    >>> as_position("Anna"), as_position("Maria from the parent council")
    ('Anna', 'Maria')
    >>> as_position("Intake Nurse; clinic clerk")
    ''
    """
    text = _OF_PLACES.sub("the place", text.strip())
    if any(map(names_somebody, (text, *_CLAUSE.split(text)))):
        return text
    first = _ALONE.match(text)
    if first and is_one_name(first[1]):
        return first[1]
    return in_sentence(text)
