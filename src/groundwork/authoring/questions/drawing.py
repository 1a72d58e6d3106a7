"""Draw a variant of a computed question: the numbers of one row, its answer, slips and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from groundwork.authoring import formula
from groundwork.learner.questions import Variant
from groundwork.learner.questions.computed import PLACE, variant_name

FEWEST_SLIPS = 3
OWN = "rate"  # the value of the row drawn
VALUE = "value"  # the column of a data set that holds it
FILLED = ("right", "size", "more", "higher")

Row = Mapping[str, str]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What a block says of its numbers, before any row is drawn."""

    data: str
    each: tuple[str, ...]
    changes: Mapping[str, tuple[str, str]]  # name: (column, "=White" or "+1")
    right: str
    slips: tuple[str, ...]
    texts: tuple[str, ...]  # whose places every variant must fill
    replies: tuple[str, ...]
    skip: tuple[str, ...]
    least: Fraction
    decimals: str
    step: bool


def draw(plan: Plan, key: Key, rows: Mapping[Key, Row]) -> Variant | None:
    """Return the variant about one row, or None when the data do not bear it.

    Parameters
    ----------
    key
        What the row is about: its values in the columns that the plan names.
    rows
        Every row of the data set, by what it is about.

    Raises
    ------
    NoFormulaError
        When a formula, a change or a place in the words names what is not there.
    """
    drawn = _drawn(plan, key, rows)
    words = _words(plan, drawn)
    numbers = {name: Fraction(row[VALUE]) for name, row in drawn.items()}
    needed = formula.names(plan.right)
    if any(name not in numbers for name in needed) and set(needed) <= _known(plan):
        return None
    places = _places(plan, [drawn[name][VALUE] for name in needed if name in drawn])
    right = formula.rounded(formula.compute(plan.right, numbers), places)
    within = Fraction(1, 10**places) / (1 if plan.step else 2)
    words |= _filled(right, places)
    every = _places_in(*plan.texts, *plan.replies)
    if unknown := sorted(every - _places_known(plan)):
        raise formula.NoFormulaError(
            f"its words name {{{unknown[0]}}}, which nothing fills. There are: "
            f"{', '.join(sorted(_places_known(plan)))}"
        )
    lacking = _places_in(*plan.texts) - set(words)
    slips = [
        None if _places_in(reply) - set(words) else slip
        for slip, reply in zip(
            _slips(plan, numbers, right, within, places), plan.replies, strict=True
        )
    ]
    enough = sum(slip is not None for slip in slips) >= FEWEST_SLIPS
    if lacking or abs(right) < plan.least or not enough:
        return None
    said = {name: word for name, word in words.items() if name in {*needed, *every}}
    return Variant(variant_name((plan.data, *key)), said, right, within, places, tuple(slips))


def _drawn(plan: Plan, key: Key, rows: Mapping[Key, Row]) -> dict[str, Row]:
    """Return name to row: the row drawn, and those that differ from it in one column."""
    drawn = {OWN: rows[key]}
    for name, (column, change) in plan.changes.items():
        about = dict(zip(plan.each, key, strict=True))
        if column not in about:
            raise formula.NoFormulaError(f"{name} changes {column}, which :each: does not name")
        value = change[1:]
        if change[0] != "=":
            value = str(int(about[column]) + int(change))
        other = tuple({**about, column: value}.values())
        if other in rows and other != key:
            drawn[name] = rows[other]
    return drawn


def _places_in(*texts: str) -> set[str]:
    return {place for text in texts for place in PLACE.findall(text)}


def _known(plan: Plan) -> set[str]:
    return {OWN, *plan.changes}


def _places_known(plan: Plan) -> set[str]:
    """Return every place that some variant fills."""
    names = {f"{name}_{column}" for name in plan.changes for column in plan.each}
    short = {f"{name}_short" for name in (*names, *plan.each)}
    return _known(plan) | names | short | set(plan.each) | set(FILLED)


def _words(plan: Plan, drawn: Mapping[str, Row]) -> dict[str, str]:
    """Return what the rows drawn fill into words: numbers as published, and what they are about."""
    words: dict[str, str] = {}
    for name, row in drawn.items():
        words[name] = row[VALUE]
        for column in plan.each:
            place = column if name == OWN else f"{name}_{column}"
            words[place] = row[column]
            words[f"{place}_short"] = row[column].partition(",")[0]
    return words


def _filled(right: Fraction, places: int) -> dict[str, str]:
    """Return what the answer fills into words; a minus is written as one."""
    size = f"{float(abs(right)):.{places}f}"
    return {
        "right": size if right >= 0 else f"−{size}",
        "size": size,
        "more": "more" if right >= 0 else "fewer",
        "higher": "higher" if right >= 0 else "lower",
    }


def _places(plan: Plan, numbers: list[str]) -> int:
    """Return how many decimals the answer has."""
    if plan.decimals != "data":
        return int(plan.decimals)
    return max(len(number.partition(".")[2]) for number in numbers)


def _slips(
    plan: Plan, numbers: Mapping[str, Fraction], right: Fraction, within: Fraction, places: int
) -> list[Fraction | None]:
    """Return the value of each slip, None where the data lack it or another answer has it."""
    taken = [right]
    found: list[Fraction | None] = []
    for slip in plan.slips:
        lacking = set(formula.names(slip)) - set(numbers)
        if lacking - _known(plan):
            raise formula.NoFormulaError(f"there is no {sorted(lacking - _known(plan))[0]!r}")
        value = None if lacking else formula.rounded(formula.compute(slip, numbers), places)
        if value is not None and all(abs(value - other) > 2 * within for other in taken):
            taken.append(value)
            found.append(value)
        else:
            found.append(None)
    return found
