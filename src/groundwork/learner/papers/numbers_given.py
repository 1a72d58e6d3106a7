"""Write numbers of which some were not given: a blank is no zero, and a sum says what it lacks."""

from collections.abc import Sequence

NOT_GIVEN = "not given"


def shown(number: float | None) -> str:
    """Write a number, or that nobody gave it."""
    return NOT_GIVEN if number is None else f"{number:g}"


def added(numbers: Sequence[float | None]) -> str:
    """Write a sum, with how many of its numbers were not given; an empty sum is 0."""
    lacking = sum(number is None for number in numbers)
    if lacking and lacking == len(numbers):
        return NOT_GIVEN
    total = f"{sum(number for number in numbers if number is not None):g}"
    return f"{total} ({lacking} {NOT_GIVEN})" if lacking else total
