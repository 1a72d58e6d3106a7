# mypy: disable-error-code="arg-type"
"""Labels that look alike are asked about, never merged or kept apart in silence; others are not."""

import csv
import time
from pathlib import Path

import pytest
from public_answers import kind_of, needed

from groundwork.subject.own_data import look_alike
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.likeness import alike
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

HERE = Path(__file__).parent
DATASETS = HERE.parents[1] / "datasets"

# One name in two ways, by the column it stands in. codespell:off
ONE = {
    "group": [
        ("Black", "Blck"), ("White", "Whtie"), ("Asian", "Asain"), ("Hispanic", "Hispnic"),
        ("Hispanic", "Hispamic"), ("Unknown", "Unkown"), ("Female", "Femal"), ("Asian", "Asians"),
        ("Hispanic/Latino", "Hispanic or Latino"), ("Hispanic", "Hispanic/Latino"),
        ("Latino", "Hispanic or Latino"), ("Latinx", "Latino/a"), ("Hispanic", "HISPANIC"),
        ("Black", "African American"), ("Black", "Black or African American"),
        ("Black or African American", "Black/African American"), ("White", "Caucasian"),
        ("Black, non-Hispanic", "Non-Hispanic Black"), ("NH Black", "Black non-Hispanic"),
        ("White NH", "White Non Hispanic"), ("White, non-Hispanic", "White non hispanic"),
        ("AI/AN", "American Indian or Alaska Native"), ("Native American", "American Indian"),
        ("American Indian/Alaska Native", "American Indian and Alaska Native"),
        ("NHPI", "Native Hawaiian or Other Pacific Islander"), ("Multiracial", "Multi-racial"),
        ("Native Hawaiian/Pacific Islander", "Native Hawaiian or Pacific Islander"),
        ("Two or more races", "Multiracial"), ("18-44", "18–44"), ("18-44 years", "18 - 44 years"),
        ("Males", "Male"), ("Aged 65+", "aged 65+"), ("Mixed", "Miexd"),
    ],
    "program": [
        ("Health", "Heatlh"), ("Public Health", "Public health"), ("Clinic", "Cliníc"),
        ("Public Health", "Pubic Health Dept"), ("Public Works", "Pulbic Works"),
        ("Maternal & Child Health", "Maternal and Child Health"), ("WIC", "W.I.C."),
        ("Mat. & Child Health", "Maternal & Child Health"), ("Home visits", "Home-visits"),
        ("Environmental Health", "Enviromental Health"), ("Epidemiology", "Epidemology"),
        ("Immunizations", "Immunization"), ("Women's Health", "Womens Health"),
        ("HIV/AIDS", "HIV AIDS"), ("Hеalth Equity", "Health Equity"), ("Niñez", "Ninez"),
        ("Dept. of Health", "Department of Health"), ("Emergency Prep", "Emergency Prepp"),
        ("Community Svcs", "Community Services"), ("Human Svc", "Human Services"),
        ("Admin", "Administration"), ("Health Mgmt", "Health Management"),
        ("Vital Records", "Vital Record"), ("Communicable Disease", "Comunicable Disease"),
        ("Ｈealth", "Health"), ("Vaccines", "Vacccines"), ("Nutrition", "Nutriton"),
        ("Parks & Recreation", "Parks and Recreation"), ("Laboratory", "Labratory"),
    ],
    "fund": [
        ("101-0", "1010"), ("0l00", "0100"), ("01OO", "0100"), ("O100", "0100"), ("F100", "f100"),
        ("F100", "F-100"), ("F100", "100.0"), ("F100", "F 100"), ("0100", "100"),
        ("Fund 100", "100"), ("1I00", "1100"), ("101-2040", "1012040"), ("100a", "100A"),
    ],
    "fund_label": [
        ("Gen Fund", "General Fund"), ("General Fund", "General Funds"), ("Title V", "Title-V"),
        ("General Fund", "general fund"), ("Federal Grants", "Fed. Grants"),
        ("Block Grant", "Block Grnat"), ("Opioid Settlement", "Opiod Settlement"),
    ],
    "district": [("Mill Flats", "Millflats"), ("Mill Flats", "mill flats"),
                 ("Cañon City", "Canon City"), ("Mt. View", "Mt View"),
                 ("King County", "King Cnty")],
}  # fmt: skip
# codespell:on
# Two names that a person would call different.
TWO = {
    "group": [
        ("Male", "Female"), ("85+", "85"), ("1-4", "14"), ("<1", "1"), ("Under 18", "Over 18"),
        ("Black", "Black, non-Hispanic"), ("Hispanic", "Non-Hispanic"), ("18-44", "45-64"),
        ("Asian", "Asian or Pacific Islander"), ("Asian", "American Indian or Alaska Native"),
        ("Non-Hispanic Black", "Non-Hispanic White"), ("Black men", "Black women"), ("Low", "Lot"),
        ("Asian, non-Hispanic", "AI/AN, non-Hispanic"), ("1 to 4", "1 to 14"), ("Q1", "Q2"),
        ("15-19", "15-17"), ("0-1", "01"), ("Insured", "Uninsured"), ("Urban", "Rural"),
        ("White alone", "White"), ("American Indian", "American Indian or Alaska Native"),
        ("Other", "Mother"), ("$25,000", "$250,00"),
        ("65 and over", "65"),
    ],
    "program": [
        ("Region 1", "Region 2"), ("2023", "2024"), ("Ward A", "Ward B"), ("Phase I", "Phase II"),
        ("North County", "South County"), ("Case Management", "Care Management"),
        ("Maternal Health", "Material Health"), ("Inpatient", "Outpatient"), ("Title V", "Title X"),
        ("Employee Health", "Employer Health"), ("Prenatal", "Perinatal"), ("Mental", "Dental"),
        ("Clinic East", "Clinic West"), ("Fire", "Fine"), ("Room 1 2", "Room 12"),
        ("Health", "Wealth"), ("Day camp", "Bay camp"), ("Parks", "Perks"), ("Shift 1", "Shift 2"),
        ("Intake", "Uptake"), ("Part A", "Part B"), ("Hypertension", "Hypotension"), ("HIV", "HPV"),
        ("Level 1.5", "Level 15"), ("Grant 10", "Grant 100"), ("Land", "Lane"), ("Plan", "Plant"),
        ("Personal care", "Personnel"), ("Health Admin", "Health Ed"), ("County", "Country"),
    ],
    "fund": [("101", "102"), ("F100", "G100"), ("Fund 101", "Fund 102"), ("101-10", "101-20"),
             ("100", "1000"), ("1001", "1010"), ("FD1", "SR1"), ("A1", "B1")],
    "fund_label": [
        ("Fund 101", "Fund 102"), ("FY 2023", "FY 2024"), ("Title V", "Title VI"),
        ("CDC Grant 93.268", "CDC Grant 93.269"), ("Federal", "Federated"), ("General", "Genetic"),
    ],
    "district": [("Barton", "Benton"), ("Dallas", "Dallam"), ("Macon", "Mason"),
                 ("Ward 1", "Ward 2"), ("Tract 101.01", "Tract 101.02"), ("Greene", "Green")],
}  # fmt: skip


HEADS = {
    "outcomes": ["measure", "year", "district", "group", "events", "denominator"],
    "budget_lines": ["line_id", "fiscal_year", "program", "fund", "fund_label", "amount"],
}
ROWS = {
    "outcomes": ["births", "20{at}", "County", "All", "20", "400"],
    "budget_lines": ["L{at}", "FY2026", "Unit", "F1", "State money", "1{at}"],
}


def file_with(field: str, labels: tuple[str, ...], /, **said: str) -> Result:
    """Check a file in which each label of a column stands in a row of its own."""
    kind = "outcomes" if field in HEADS["outcomes"] else "budget_lines"
    rows = [HEADS[kind]]
    for at, label in enumerate(labels):
        row = [cell.format(at=10 + at) for cell in ROWS[kind]]
        row[HEADS[kind].index(field)] = label
        rows.append(row)
    return check(Sheet("f.csv", rows), contract_of(kind), answers=Answers({}, said))


def asked(result: Result) -> list[str]:
    return [each.name for each in result.questions if "look alike" in each.text]


def test_labels_that_look_alike_are_asked_about_and_others_are_not() -> None:
    lost = [(field, pair) for field in ONE for pair in ONE[field]
            if not asked(file_with(field, pair))]  # fmt: skip
    false = [(field, pair) for field in TWO for pair in TWO[field]
             if asked(file_with(field, pair))]  # fmt: skip
    one, two = (sum(map(len, pairs.values())) for pairs in (ONE, TWO))
    print(f"of {one} pairs of one name {one - len(lost)} asked about; of {two} of two {len(false)}")
    assert len(lost) <= 0.05 * one, lost
    assert not false


@pytest.mark.parametrize("field", ONE)
def test_what_was_answered_is_done_and_told(field: str) -> None:
    for pair in ONE[field]:
        result = file_with(field, pair)
        if not asked(result):
            continue
        (question,) = result.questions
        assert result.table is None
        kept = file_with(field, pair, **{question.name: "keep"})
        assert kept.table is not None, as_text(kept)
        assert kept.table[field].nunique() == 2
        assert "kept apart, as you said" in as_text(kept)
        merged = file_with(field, pair, **{question.name: "one"})
        assert merged.table is not None, as_text(merged)
        assert merged.table[field].nunique() == 1
        assert "as you said" in as_text(merged)


def test_several_are_one_question_and_each_one_can_be_answered_alone() -> None:
    labels = ("Clinic", "clinic", "clinic", "WIC", "W.I.C.", "Vital Records")
    (question,) = file_with("program", labels).questions
    assert question.rows == (2, 5)
    assert [choice.answer for choice in question.choices] == ["one", "keep", "each"]
    merged = file_with("program", labels, **{question.name: "one"}).table
    assert merged is not None
    assert merged["program"].tolist() == ["clinic"] * 3 + ["W.I.C."] * 2 + ["Vital Records"]
    each = file_with("program", labels, **{question.name: "each"}).questions
    assert len(each) == 2
    said = {question.name: "each", each[0].name: "one", each[1].name: "keep"}
    table = file_with("program", labels, **said).table
    assert table is not None
    assert table["program"].nunique() == 4


def test_rows_that_become_one_by_an_answer_are_told_as_copies() -> None:
    head = HEADS["outcomes"]
    rows = [head, ["births", "2024", "A", "Black", "20", "400"],
            ["births", "2024", "A", "Blck", "20", "400"]]  # fmt: skip
    said = Answers({}, {"group Blck": "one"})
    (problem,) = check(Sheet("f.csv", rows), contract_of("outcomes"), answers=said).problems
    assert problem.rows == (3,)


def test_a_place_met_as_often_as_another_is_another_place() -> None:
    often = ("Barton",) * 6
    assert not asked(file_with("district", (*often, *("Benton",) * 6)))
    assert asked(file_with("district", (*often, "Baron")))


# Published files that write one name in two ways ("Labor/Supply", "Labor and Supply").
PUBLISHED = {"sacramento_approved.csv"}


@pytest.mark.parametrize("path", sorted((HERE / "published").iterdir()), ids=lambda p: p.name)
def test_of_published_files_only_names_written_in_two_ways_are_asked_about(path: Path) -> None:
    found = needed(path, kind_of(path))
    assert found.result.table is not None
    alike_ones = [name for name in found.questions if name not in NO_LABELS]
    print(f"{path.name}: {alike_ones}")
    assert bool(alike_ones) == (path.name in PUBLISHED)


NO_LABELS = {"map", "side", "amount", "cents of amount", "group", "rows"}


# Two reports, each quoted in its own words, call one group so.
IN_TWO_SOURCES = {
    ("workforce_confidence.csv", "group"): [
        ("Black or African American staff", "Black/African American staff")
    ],
}


def test_the_labels_of_the_course_are_never_asked_about() -> None:
    """Every column of words of the course's own data sets."""
    count = 0
    for path in sorted(DATASETS.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for name in rows[0] if rows else ():
            labels = list(dict.fromkeys(row[name] for row in rows if row[name]))
            if not any(map(str.isalpha, "".join(labels))) or name in ("where_read", "evidence"):
                continue
            count += len(labels)
            found = [tuple(each) for each in alike(labels, groups=name == "group")]
            assert found == IN_TWO_SOURCES.get((path.name, name), []), (path.name, name)
    print(f"of {count:,} labels of the course's data sets none is asked about")


def test_a_large_column_of_labels_that_look_alike_is_settled_in_a_moment() -> None:
    labels = [f"{name} {at:03d}" for at in range(400) for name in ("Program", "PROGRAM")]
    one = contract_of("budget_lines").field("program")
    column = Column(0, "program", one, (), labels * 100)
    begun = time.process_time()
    for said in ("", "one"):
        answers = Answers({}, {"labels": said} if said else {})
        look_alike.settle({"program": column}, answers, lambda places: tuple(places))
    assert len(set(column.values)) == 400
    assert time.process_time() - begun < 1.5
