"""What rows add up to: whether one is the sum of those right above it."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from groundwork.subject.own_data.looks import Looks

_LOOK_BACK = 60


class Running:
    """What the rows of data add up to so far, in a few columns, worked out when first asked."""

    def __init__(self, columns: Sequence[Looks], first: int) -> None:
        """Take the columns to add up; their cells begin with those of the ``first`` row."""
        self._columns, self._first = columns, first
        self._sums: list[list[Decimal]] = [[Decimal(0)] for _ in columns]

    def is_sum(self, row: int, data: Sequence[int], breaks: Collection[int]) -> bool:
        """Say whether a row is the sum of at least two rows right above it, back to some break."""
        said = [
            (number, self._up_to_now(order, data))
            for order, column in enumerate(self._columns)
            if (number := column.numbers[row - self._first])
        ]
        if not said:
            return False
        end = len(data)
        starts = sorted({0, *(at for at in breaks if end - at >= 2)})[-_LOOK_BACK:]
        return any(
            end - start >= 2 and all(sums[end] - sums[start] == number for number, sums in said)
            for start in starts
        )

    def _up_to_now(self, order: int, data: Sequence[int]) -> list[Decimal]:
        sums, numbers = self._sums[order], self._columns[order].numbers
        for at in data[len(sums) - 1 :]:
            sums.append(sums[-1] + (numbers[at - self._first] or 0))
        return sums
