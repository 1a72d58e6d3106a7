"""Days are found in a text as people write them."""

from datetime import date

import pytest

from groundwork.subject.days import days_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from June 1", [date(2027, 6, 1)]),
        ("From Sept. 30th, 2026 to 7/1/27", [date(2026, 9, 30), date(2027, 7, 1)]),
        (
            "until 2027-06-30 or 30 June 2028, 1st of May",
            [date(2027, 6, 30), date(2028, 6, 30), date(2027, 5, 1)],
        ),
        (
            "to Dec 31, 2027; in June 2026; June 2, 12,000 people",
            [date(2027, 12, 31), date(2027, 6, 2)],
        ),
        ("1 may 2", [date(2027, 5, 1)]),
        ("May 12,000 people come? 2027-02-30, 5/2026, 1/2/3/4x", []),
        ("FY2028; may 200 people come? June 31, 13/45", []),
    ],
)
def test_days_are_found_in_words(text: str, found: list[date]) -> None:
    assert days_in(text, date(2027, 5, 31)) == found
