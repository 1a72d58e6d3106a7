"""A person's name is told from a position, a group or a place, whatever culture it comes from."""

import pytest

from groundwork.subject.names import names_a_person_in, names_somebody


@pytest.mark.parametrize(
    "text",
    ["Maria Lopez", "Nguyen Van Thanh", "Amina O'Brien", "J. Smith", "Dr. Okafor", "Zoë Müller",
     "Mary-Ann Redcloud"],
)  # fmt: skip
def test_a_name_is_noticed(text: str) -> None:
    assert names_somebody(text)


@pytest.mark.parametrize(
    "text",
    ["", "Director", "Finance Director", "WIC Manager", "County Board", "Residents' Council",
     "East District", "Riverbend County (invented)", "Families in the East district", "HR",
     "Deputy health officer", "Equity core team", "Tribal Health Board", "Senior Epidemiologist",
     "Parents and Carers", "position 2114", "Budget Analyst II"],
)  # fmt: skip
def test_a_position_a_group_or_a_place_is_left_alone(text: str) -> None:
    assert not names_somebody(text)


def test_a_title_with_a_name_is_found_inside_a_text() -> None:
    assert names_a_person_in("Ask Dr. Reyes about it") == "Dr. Reyes"
    assert names_a_person_in("Ask the doctor about it") is None
