"""What a page says of its questions is written by the build: whoever types it is told the place."""

import pytest

from groundwork.authoring.questions import typed_promises


def faults(prose: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    typed_promises.check(prose, 10, lambda line, said: found.append((line, said)))
    return found


@pytest.mark.parametrize(
    ("prose", "place"),
    [
        ("Sort the causes.\n(2 points)", "{{ ID | points }}"),
        ("Up to six points.", "{{ ID | points }}"),
        ("An answer within 0.05 is right.", "{{ ID | promises }}"),
        ("Give two decimals.", "{{ ID | promises }}"),
        ("Each part has at least four words.", "{{ ID | promises }}"),
        ("Write five short parts.", "{{ ID | promises }}"),
        ("There are ten questions.", "{{ exercise | questions }}"),
        ("## Question 4: Who decides?", "{{ ID | number }}"),
        ("Questions 5 and 6 have a place for code.", "{{ ID | number }}"),
    ],
)
def test_a_typed_promise_is_told_with_the_place_that_is_filled(prose: str, place: str) -> None:
    ((line, said),) = faults(prose)
    assert line == 10 + prose.count("\n")
    assert said.endswith(place)


def test_what_promises_nothing_may_be_typed() -> None:
    prose = (
        "In 2017, 57 of 100 said so. Two studies asked one question. Question {{ q4 | number }} "
        "gives {{ q4 | points }}. Two rates differ by 3.3 percentage points."
    )
    assert faults(prose) == []
