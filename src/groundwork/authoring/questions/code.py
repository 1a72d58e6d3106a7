"""Read `{code}`: variables to compute. Each is an item: the right number, and slips quoted with it.

"- [3.3] difference: The gap" judges the variable `difference`; under it "> [1.75] That is the
ratio." answers the wrong number 1.75, and "> That is …" any other. `:given:` holds the numbers that
stand in the cell at first, `:solution:` what the author computes: "difference = native - white".
"""

from fractions import Fraction

from groundwork.authoring import formula
from groundwork.authoring.questions import parts
from groundwork.authoring.questions.number import given_numbers, tolerance
from groundwork.authoring.source.blocks import Block, Item
from groundwork.authoring.source.fault import Report
from groundwork.learner.numerals import plain
from groundwork.learner.questions import CodeQuestion, Number


def read(block: Block, report: Report) -> CodeQuestion | None:
    """Return the question, or None when it names no variable."""
    found = parts.common(block, report, also=("within", "given", "solution"))
    parts.check_quotes(block, ("right", "step"), report)
    parts.check_names(block.items, report)
    given, solution = block.options.get("given"), block.options.get("solution")
    if not block.items or given is None or solution is None:
        report(block.line, f"{block.name} needs an item a variable, :given: and :solution:")
        return None
    if not parts.said(block, "right"):
        report(block.line, "says nothing to the right answer: write > [right] …")
    numbers = given_numbers(given, report)
    formulas = {}
    for line in parts.listed(solution.value):
        name, _, right = line.partition("=")
        formulas[name.strip()] = right.strip()
    values = {name: Fraction(number) for name, number in numbers.items()}
    variables = []
    for item in block.items:
        variable = _variable(block, item, report)
        if variable is None:
            return None
        if variable.id not in formulas:
            report(solution.line, f"does not compute {variable.id}")
            return None
        value = formula.value(formulas[variable.id], values, solution.line, report)
        if value is not None and abs(value - variable.right) > variable.within:
            report(item.line, f"has the key {item.box}, and the solution computes {plain(value)}")
        variables.append(variable)
    return CodeQuestion(
        **found,
        variables=tuple(variables),
        given=numbers,
        solution=formulas,
        why=parts.said(block, "right"),
    )


def _variable(block: Block, item: Item, report: Report) -> Number | None:
    name = str(item.name).replace("-", "_")
    right = parts.number_of(item.box or "", item.line, report)
    if right is None:
        return None
    within = tolerance(block.options.get("within"), len((item.box or "").partition(".")[2]), report)
    slips, other = parts.slips(item, right, within, report)
    return Number(
        id=name,
        prompt=item.text,
        right=right,
        within=within,
        slips=slips,
        other=other,
    )
