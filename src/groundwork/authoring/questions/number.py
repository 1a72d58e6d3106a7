"""Read `{number}`: the right number has an `x` in its box, each wrong one that we know a blank.

`:within:` is how far from it is still right, `:unit:` the unit as the question writes it, `:also:`
the other words that may stand behind the number, parted by "|". `:code:` names the variable whose
value is judged where somebody computes it, `:given:` the numbers that stand there at first, and
`:solution:` what the author computes of them.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from groundwork.authoring import formula
from groundwork.authoring.questions import parts
from groundwork.authoring.source.blocks import Block, Item, Option
from groundwork.authoring.source.fault import Report
from groundwork.learner.numerals import plain
from groundwork.learner.questions import GENERAL, Code, Number, Slip
from groundwork.learner.questions.number import decimals

OPTIONS = ("within", "unit", "also", "code", "given", "solution")
FEWEST_SLIPS = 3


def read(block: Block, report: Report) -> Number | None:
    """Return the question, or None when it has no right number."""
    found = parts.common(block, report, also=OPTIONS)
    parts.check_quotes(block, ("else", "step"), report)
    keyed = [item for item in block.items if item.box == "x"]
    for item in block.items:
        if item.box not in ("x", ""):
            report(item.line, "begins with no [x] or [ ]: each number of the key has its box")
    if len(keyed) != 1:
        report(block.line, f"has {len(keyed)} right numbers: put one x, {block.name}")
        return None
    right = parts.number_of(keyed[0].text, keyed[0].line, report)
    if right is None:
        return None
    if not parts.said(block, "else"):
        report(block.line, "says nothing to a number that is not cataloged: write > [else] …")
    places = len(keyed[0].text.strip().partition(".")[2])
    within = tolerance(block.options.get("within"), places, report)
    slips = _slips(block, right, within, report)
    _check_rounded(right, [right, *(value for value, _ in slips)], within, block.line, report)
    unit, also = block.options.get("unit"), block.options.get("also")
    if unit is None:
        report(block.line, "says no unit: write :unit: deaths per 1,000 live births, or the like")
    return Number(
        **found,
        right=right,
        within=within,
        places=places if places != decimals(right) else None,
        unit=unit.value if unit else "",
        forms=parts.listed(also.value) if also else (),
        slips=tuple(Slip(value, parts.reply(item, report)) for value, item in slips),
        why=parts.reply(keyed[0], report),
        other=parts.said(block, "else") or GENERAL,
        code=_code(block, right, within, report),
    )


def tolerance(option: Option | None, places: int, report: Report) -> Fraction:
    """Return how far from the right number is still right.

    It is half a step or a whole step of a decimal place that the answer has: an answer rounded as
    asked must pass, and a finer one would refuse it.
    """
    if option is None:
        return Fraction(0)
    within = parts.number_of(option.value, option.line, report)
    if within is None or within == 0:
        return Fraction(0)
    step = Fraction(1, 10**places)
    while step < within:
        step *= 10
    if within not in (step, step / 2):
        finest = plain(Fraction(1, 2 * 10**places))
        report(
            option.line,
            f"says within {option.value}, which is no step of the answer's last decimal nor half "
            f"of one: write {finest}, or a coarser step such as {plain(Fraction(1, 10**places))}",
        )
    return within


def _slips(
    block: Block, right: Fraction, within: Fraction, report: Report
) -> list[tuple[Fraction, Item]]:
    """Return the wrong numbers, each with its item; those that cannot be told apart are named."""
    found: list[tuple[Fraction, Item]] = []
    for item in block.items:
        if item.box == "x" or (value := parts.number_of(item.text, item.line, report)) is None:
            continue
        if abs(value - right) <= within:
            report(item.line, f"is wrong, and within {plain(within)} of the right number")
        for other, earlier in found:
            if abs(value - other) <= within:
                report(item.line, f"is within {plain(within)} of the wrong number {earlier.text}")
        for quote in item.quotes:
            if right in parts.numbers_in(quote.text):
                report(quote.line, f"gives the answer away, {plain(right)}: name the slip")
        found.append((value, item))
    for quote in block.quotes:
        if quote.box == "else" and right in parts.numbers_in(quote.text):
            report(quote.line, f"gives the answer away, {plain(right)}: say what to check")
    parts.check_replies([quote for _, item in found for quote in item.quotes], report)
    if len(found) < FEWEST_SLIPS:
        report(block.line, f"knows {len(found)} wrong numbers: it needs at least {FEWEST_SLIPS}")
    return found


def _check_rounded(
    right: Fraction, known: list[Fraction], within: Fraction, line: int, report: Report
) -> None:
    """Report when nothing is said to whoever rounds once too often."""
    places = decimals(right)
    if not places:
        return
    step = 10 ** (places - 1)
    coarser = Fraction(floor(abs(right) * step + Fraction(1, 2)), step) * (1 if right > 0 else -1)
    if all(abs(coarser - value) > within for value in known):
        report(line, f"says nothing to the right number with a decimal less: add {plain(coarser)}")


def _code(block: Block, right: Fraction, within: Fraction, report: Report) -> Code | None:
    """Return the place for code; its solution must give the right number."""
    options = block.options
    if "code" not in options:
        return None
    if "given" not in options or "solution" not in options:
        report(options["code"].line, "names a variable: say also :given: and :solution:")
        return None
    given = given_numbers(options["given"], report)
    solution = options["solution"]
    values = {name: Fraction(number) for name, number in given.items()}
    value = formula.value(solution.value, values, solution.line, report)
    if value is not None and abs(value - right) > within:
        report(
            solution.line,
            f"computes {plain(value)}, and the right number is {plain(right)}: one of the two is "
            "wrong",
        )
    return Code(options["code"].value, given, solution.value)


def given_numbers(option: Option, report: Report) -> Mapping[str, str]:
    """Return name to number of an option such as "native_rate 7.7, white_rate 4.4"."""
    given: dict[str, str] = {}
    for part in parts.listed(option.value):
        name, _, number = part.partition(" ")
        if not name.isidentifier() or parts.number_of(number, option.line, report) is None:
            report(option.line, f"gives {part!r}: write a name and a number, parted by |")
            continue
        given[name] = number.replace(",", "").strip()
    return given
