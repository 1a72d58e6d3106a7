"""Compute a formula of names with exact numbers: + - * / and round, nothing else."""

import ast
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from math import floor

from groundwork.authoring.source.fault import Report

OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class NoFormulaError(ValueError):
    """A formula holds what none may hold, or cannot be computed."""


def value(
    formula: str, numbers: Mapping[str, Fraction], line: int, report: Report
) -> Fraction | None:
    """Return what a formula gives; None, reported, when it is none."""
    try:
        return compute(formula, numbers)
    except NoFormulaError as error:
        report(line, f"cannot be computed, {formula!r}: {error}")
        return None


def compute(formula: str, numbers: Mapping[str, Fraction]) -> Fraction:
    """Return what a formula gives.

    Raises
    ------
    NoFormulaError
        Naming what it does not know.
    """
    try:
        return _value(_parsed(formula), numbers)
    except ZeroDivisionError:
        raise NoFormulaError("it divides by zero") from None


def rounded(number: Fraction, places: int = 0) -> Fraction:
    """Return a number with so many decimals, half rounded away from zero as people do."""
    step = 10**places
    size = Fraction(floor(abs(number) * step + Fraction(1, 2)), step)
    return size if number >= 0 else -size


def names(formula: str) -> list[str]:
    """Return the names in a formula, each once, in their order.

    Raises
    ------
    NoFormulaError
        When it is none.
    """
    found = [node.id for node in ast.walk(_parsed(formula)) if isinstance(node, ast.Name)]
    return [name for name in dict.fromkeys(found) if name != "round"]


def only_adds(formula: str) -> bool:
    """Whether a formula adds and subtracts alone, so that decimals and units stay as they were."""
    return not any(isinstance(node, ast.Mult | ast.Div) for node in ast.walk(_parsed(formula)))


def _parsed(formula: str) -> ast.expr:
    try:
        return ast.parse(formula, mode="eval").body
    except SyntaxError:
        raise NoFormulaError("write names, numbers, + - * / and round(…, places)") from None


def _value(node: ast.expr, numbers: Mapping[str, Fraction]) -> Fraction:
    match node:
        case ast.Constant(value=int() | float()):
            return Fraction(ast.unparse(node))
        case ast.Name(id=name) if name in numbers:
            return numbers[name]
        case ast.Name(id=name):
            raise NoFormulaError(f"there is no {name!r}; there are {', '.join(numbers)}")
        case ast.UnaryOp(op=ast.USub()):
            return -_value(node.operand, numbers)
        case ast.BinOp(op=sign) if type(sign) in OPERATORS:
            left, right = _value(node.left, numbers), _value(node.right, numbers)
            return OPERATORS[type(sign)](left, right)
        case ast.Call(func=ast.Name(id="round"), args=[inner]):
            return rounded(_value(inner, numbers))
        case ast.Call(func=ast.Name(id="round"), args=[inner, ast.Constant(value=int(places))]):
            return rounded(_value(inner, numbers), places)
    raise NoFormulaError(
        f"it may not hold {ast.unparse(node)!r}: a formula knows names, numbers, + - * / and "
        "round(…, places)"
    )
