# mypy: disable-error-code="arg-type"
"""Nothing passes that cannot be: more deaths than people, parts above wholes, all beside parts."""

import pytest

from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

HEAD = ["measure", "year", "group", "events", "denominator"]


def look(
    *rows: list[object], head: list[str] = HEAD, kind: str = "outcomes", **said: str
) -> Result:
    return check(Sheet("b.csv", [list(head), *rows]), contract_of(kind), answers=Answers({}, said))


ONE_EACH = (
    "deaths", "deaths within 30 days", "30-day mortality", "hospital deaths", "infant deaths",
    "deaths after a hospital stay", "in-service deaths", "death events", "fatal overdoses",
    "visits ending in death", "people who died after a call", "suicides", "births",
    "births attended by health services", "births within a day of admission", "birth events",
    "live births, hospital", "low birth weight", "children born in the event", "people with visits",
    "residents with a prescription", "patients admitted", "persons tested", "Children vaccinated",
    "households in contact with a service", "adults with a hospital stay", "service members",
    "diabetes", "Deaths: emergency visits", "women with two screenings", "stillbirths",
)  # fmt: skip
SEVERAL_EACH = (
    "emergency visits", "emergency visits of children", "ED visits for asthma, adults",
    "hospital admissions of people aged 65", "Adults: ED visits", "hospitalizations", "tests",
    "home visits after birth", "911 calls", "school absence days", "nonfatal overdoses",
    "asthma attacks", "children - emergency visits", "prescriptions", "traffic stops of residents",
)  # fmt: skip


@pytest.mark.parametrize("measure", ONE_EACH)
def test_deaths_births_and_people_above_their_denominator_are_refused(measure: str) -> None:
    result = look([measure, "2024", "Black", "200", "100"])
    assert [problem.rows for problem in result.problems] == [(2,)], as_text(result)
    assert not look([measure, "2024", "Black", "100", "100"]).problems


@pytest.mark.parametrize("measure", SEVERAL_EACH)
def test_what_one_person_can_have_several_of_is_asked_about(measure: str) -> None:
    row: list[object] = [measure, "2024", "Black", "200", "100"]
    result = look(row)
    assert not result.problems, as_text(result)
    assert [question.name for question in result.questions] == ["more events than people"]
    assert look(row, **{"more events than people": "yes"}).fine


EVERYBODY = (
    "All", "ALL (incl. unknown)", "Total", "Grand Total", "County total", "Statewide", "All NH",
    "Combined", "Todos", "All racial groups", "Entire population", "Everyone", "Overall population",
    "Total (all races)", "All races, all ages", "All residents", "Whole county", "Any race",
    "Total population", "Total, all groups", "Riverbend total", "All women", "All Riverbend County",
    "All races combined", "Both sexes", "All persons", "TOTAL:", "Total deaths", "All ages",
)  # fmt: skip


@pytest.mark.parametrize("label", EVERYBODY)
@pytest.mark.parametrize("field", ["group", "district"])
def test_everybody_is_never_added_to_the_parts_even_when_one_is_hidden(
    label: str, field: str
) -> None:
    head = [*HEAD[:2], field, *HEAD[3:]] if field == "group" else [*HEAD, "district"]
    rows: list[list[object]] = []
    for name, events, people in (
        ("Black", "20", "100"),
        ("White", "*", "200"),
        (label, "50", "300"),
    ):
        row: list[object] = ["births", "2024", name, events, people]
        rows.append(row if field == "group" else [*row[:2], "Any", *row[3:], name])
    result = look(*rows, head=head)
    assert result.table is not None, as_text(result)
    assert any("beside its parts" in note.text and note.look for note in result.notes)
    assert [each.total for each in result.sums if each.column == "events"] == [20]
    rows[2][3] = "10"
    assert [problem.rows for problem in look(*rows, head=head).problems] == [(2,)]


@pytest.mark.parametrize(
    "labels",
    [("Black", "White", "All other"), ("Female total", "Male total", "Black"),
     ("Overall Creek", "Totten", "Allegheny"), ("Two or more races", "Other", "Unknown")],
)  # fmt: skip
def test_labels_of_parts_are_no_whole(labels: tuple[str, ...]) -> None:
    rows: list[list[object]] = [
        ["births", "2024", each, str(10 * at + 40), "100"] for at, each in enumerate(labels)
    ]
    result = look(*rows)
    assert result.table is not None, as_text(result)
    assert [each.total for each in result.sums if each.column == "events"] == [150]
    told = any("may stand for several groups" in note.text for note in result.notes)
    assert told is any("total" in each for each in labels)


@pytest.mark.parametrize("events", ["", "0", "*"])
def test_a_denominator_of_0_is_asked_about_and_quoted(events: str) -> None:
    rows: list[list[object]] = [
        ["births", "2024", "a", events, "0"], ["births", "2024", "b", "3", "9"],
    ]  # fmt: skip
    (question,) = look(*rows).questions
    assert (question.name, question.rows) == ("nobody to count", (2,))
    left = look(*rows, **{"nobody to count": "leave out"})
    assert left.table is not None
    assert left.table["group"].tolist() == ["b"]
    assert '"births 2024 a' in as_text(left)
    rows[0][4] = ""  # the advice, followed
    assert look(*rows).fine
    assert look(["births", "2024", "a", "1", "0"]).problems


PAID = ["payment_id", "fiscal_year", "partner", "amount", "travel", "care", "admin"]


@pytest.mark.parametrize(
    ("parts", "fits"),
    [(("60", "60", ""), False), (("30", "30", "40.01"), False), (("30", "30", "40"), True),
     (("101", "", ""), False), (("", "", ""), True)],
)  # fmt: skip
def test_parts_of_a_payment_together_are_never_more_than_it(
    parts: tuple[str, ...], fits: bool
) -> None:
    row: list[object] = ["1", "FY2026", "Harbor Health Alliance", "100", *parts]
    assert look(row, head=PAID, kind="partner_payments").fine is fits
