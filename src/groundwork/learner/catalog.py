"""The catalog of a question: its right answer, the wrong ones we know, and a word for each.

An answer is looked up in two places, and both must say the same: in the plain catalog of a hidden
check (while grading) and in the sealed feedback beside a released notebook (while learning). So a
catalog is laid out as entries, key to outcomes, and :func:`judge` decides from entries alone,
whoever finds them.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

from groundwork.learner.answers import as_data
from groundwork.learner.numerals import exact, plain, read_number
from groundwork.learner.questions.question import Verdict as Feedback
from groundwork.learner.units import refuse_other
from groundwork.subject.errors import UserError

OTHER = "other"  # the key of what is said to an answer nobody cataloged
GENERAL = "Read the question again, then look at each part of your answer."


@dataclass(frozen=True)
class Outcome:
    """What one key of a catalog leads to; `value` is the cataloged number of a number answer."""

    right: bool
    text: str
    value: Fraction | None = None


@dataclass(frozen=True)
class Catalog:
    """What the author of a question wrote about its answers.

    Parameters
    ----------
    question
        The question's id, for example "q1".
    right
        The right answer. Its form says the kind of question: text is a choice, a list is a choice
        of several, a mapping sorts items into categories, a number is a number.
    wrong
        What to say to a wrong answer, by kind. Choice: option to hint. Several: an option that does
        not belong to hint. Sorting: item to hint, or item to {category: hint}. Number: a list of
        (value, hint).
    missing
        Several only: an option that belongs to the hint for leaving it out.
    why
        What to say to the right answer.
    other
        What to say to any other answer.
    tolerance
        Number only: how far from the right answer is still right. The same holds for each wrong
        value.
    units
        Number only: the words that may stand behind the number, the unit as the question writes it
        first; see :mod:`groundwork.learner.units`.
    """

    question: str
    right: Any
    wrong: Any = ()
    missing: Mapping[str, str] | None = None
    why: str = ""
    other: str = GENERAL
    tolerance: float = 0
    units: Sequence[str] = ()

    @property
    def kind(self) -> str:
        """Return "choice", "several", "classify" or "number"."""
        if isinstance(self.right, bool):
            raise UserError(f"{self.question} has a right answer of no known kind: {self.right!r}.")
        kinds: dict[type, str] = {
            str: "choice",
            list: "several",
            dict: "classify",
            int: "number",
            float: "number",
        }
        if type(self.right) not in kinds:
            raise UserError(f"{self.question} has a right answer of no known kind: {self.right!r}.")
        return kinds[type(self.right)]

    def public(self) -> dict[str, Any]:
        """Return what a judge needs to know beside the entries; none of it is a key."""
        if self.kind == "several":
            return {"options": sorted({*self.right, *dict(self.wrong)})}
        if self.kind == "classify":
            return {"items": list(self.right), "categories": self.categories()}
        if self.kind == "number":
            return {"tolerance": str(exact(self.tolerance)), "units": list(self.units)}
        return {}

    def categories(self) -> list[str]:
        """Return every category that the catalog of a sorting question names."""
        named = {category for hints in self.hints_by_item().values() for category in hints}
        return sorted({*self.right.values(), *named})

    def entries(self) -> dict[str, list[Outcome]]:
        """Lay the catalog out as key to outcomes."""
        entries: dict[str, list[Outcome]] = {}
        for key, outcome in self._pairs():
            entries.setdefault(key, []).append(outcome)
        return entries

    def judge(self, value: object) -> Feedback:
        """Judge an answer with the plain catalog."""
        return judge(self.kind, value, self.entries().get, self.public())

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return for each hint one answer that earns it, wrong in nothing else."""
        if self.kind == "choice":
            return list(dict(self.wrong).items())
        if self.kind == "number":
            return list(self.wrong)
        if self.kind == "several":
            extra = [(sorted([*self.right, option]), hint) for option, hint in self.wrong.items()]
            left_out = [
                ([chosen for chosen in self.right if chosen != option], hint)
                for option, hint in (self.missing or {}).items()
            ]
            return extra + left_out
        return [
            ({**self.right, item: category}, hint)
            for item, hints in self.hints_by_item().items()
            for hint, category in {text: name for name, text in hints.items()}.items()
        ]

    def hints_by_item(self) -> dict[str, dict[str, str]]:
        """Return item to {wrong category: hint} of a sorting question."""
        hints = {}
        for item, written in dict(self.wrong).items():
            if isinstance(written, str):
                others = sorted(set(self.right.values()) - {self.right.get(item)})
                hints[item] = dict.fromkeys(others, written)
            else:
                hints[item] = dict(written)
        return hints

    def _pairs(self) -> Iterator[tuple[str, Outcome]]:
        yield OTHER, Outcome(False, self.other)
        if self.kind == "number":
            tolerance = exact(self.tolerance)
            answers = [(self.right, Outcome(True, self.why, exact(self.right)))]
            answers += [(value, Outcome(False, text, exact(value))) for value, text in self.wrong]
            for value, outcome in answers:
                for bucket in _buckets(exact(value), tolerance):
                    yield _key("number", bucket), outcome
            return
        yield _key("whole", canonical(self.kind, self.right)), Outcome(True, self.why)
        if self.kind == "choice":
            for option, hint in dict(self.wrong).items():
                yield _key("whole", option), Outcome(False, hint)
        elif self.kind == "several":
            for option, hint in dict(self.wrong).items():
                yield _key("chosen", option), Outcome(False, hint)
            for option, hint in (self.missing or {}).items():
                yield _key("left out", option), Outcome(False, hint)
        else:
            for item, category in self.right.items():
                yield _key("placed", item, category), Outcome(True, "")
            for item, hints in self.hints_by_item().items():
                for category, hint in hints.items():
                    yield _key("placed", item, category), Outcome(False, hint)


def canonical(kind: str, value: object) -> Any:
    """Return the one form of an answer that is compared: order and repetition do not count.

    Raises
    ------
    UserError
        When the value cannot be an answer to this kind of question.
    """
    data = as_data(value)
    if kind == "choice" and isinstance(data, str):
        return data.strip()
    if kind == "several" and isinstance(data, list) and all(isinstance(o, str) for o in data):
        return sorted({option.strip() for option in data})
    if kind == "classify" and isinstance(data, dict):
        return dict(sorted(data.items()))
    wanted = {
        "choice": "one option",
        "several": "a list of options",
        "classify": "a category for each item",
    }
    raise UserError(f"The answer is {data!r}, and the question asks for {wanted[kind]}.")


def judge(
    kind: str,
    value: object,
    find: Callable[[str], list[Outcome] | None],
    public: Mapping[str, Any],
) -> Feedback:
    """Decide about an answer from the entries that `find` returns for a key.

    Of several mistakes the learner is told the first: one thing to mend at a time.

    Raises
    ------
    UserError
        When the value cannot be an answer to this kind of question.
    """
    if kind == "number":
        return _judge_number(value, find, public)
    answer = canonical(kind, value)
    other = _first(find(OTHER))
    whole = _first(find(_key("whole", answer)))
    if whole:
        return Feedback(whole.right, whole.text, True)
    if kind == "several":
        return _judge_several(answer, find, public["options"], other)
    if kind == "classify":
        return _judge_classify(answer, find, public["items"], other)
    return _unknown(other)


def _judge_number(
    value: object, find: Callable[[str], list[Outcome] | None], public: Mapping[str, Any]
) -> Feedback:
    numeral = read_number(value)
    refuse_other(numeral, public["units"])
    tolerance = Fraction(public["tolerance"])
    near = [
        (not outcome.right, abs(outcome.value - numeral.value), outcome)
        for outcome in find(_key("number", _bucket(numeral.value, tolerance))) or []
        if outcome.value is not None and abs(outcome.value - numeral.value) <= tolerance
    ]
    # The right answer wins over a wrong one nearby, then the nearest wrong one.
    near.sort(key=lambda candidate: candidate[:2])
    found = near[0][2] if near else _first(find(OTHER)) or Outcome(False, "")
    said = [numeral.note, _told_apart(numeral.value, found), found.text]
    return Feedback(found.right, " ".join(filter(None, said)), bool(near))


def _told_apart(given: Fraction, found: Outcome) -> str:
    """Say of a number that is right within the tolerance how it differs, or nothing."""
    if not found.right or found.value is None or given == found.value:
        return ""
    return f"You gave {plain(given)}; the answer is {plain(found.value)}. Close enough here."


def _judge_several(
    chosen: list[str],
    find: Callable[[str], list[Outcome] | None],
    options: list[str],
    other: Outcome | None,
) -> Feedback:
    left_out = [option for option in options if option not in chosen]
    keys = [_key("chosen", option) for option in chosen]
    keys += [_key("left out", option) for option in left_out]
    hints = [found for found in (_first(find(key)) for key in keys) if found]
    return Feedback(False, hints[0].text, True) if hints else _unknown(other)


def _judge_classify(
    placed: dict[str, Any],
    find: Callable[[str], list[Outcome] | None],
    items: list[str],
    other: Outcome | None,
) -> Feedback:
    found = {item: _first(find(_key("placed", item, placed.get(item)))) for item in items}
    right = sum(outcome is not None and outcome.right for outcome in found.values())
    hints = [outcome.text for outcome in found.values() if outcome and not outcome.right]
    hint = hints[0] if hints else (other.text if other else "")
    return Feedback(False, f"{right} of {len(items)} are in their place. {hint}", bool(hints))


def _unknown(other: Outcome | None) -> Feedback:
    return Feedback(False, other.text if other else "", False)


def _first(outcomes: list[Outcome] | None) -> Outcome | None:
    return outcomes[0] if outcomes else None


def _key(*parts: Any) -> str:
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def _bucket(number: Fraction, tolerance: Fraction) -> int:
    """Return the stretch of the number line, two tolerances wide, in which a number lies."""
    return floor(number / (2 * tolerance or 1))


def _buckets(number: Fraction, tolerance: Fraction) -> range:
    """Return every stretch that holds a number within the tolerance of this one."""
    return range(_bucket(number - tolerance, tolerance), _bucket(number + tolerance, tolerance) + 1)
