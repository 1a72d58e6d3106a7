# mypy: disable-error-code="attr-defined"
"""A computed question has the right number, sign, decimals and words in each of its variants."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from questions.texts import COMPUTED, sheet

from groundwork.authoring import formula
from groundwork.authoring.questions import computed as reader
from groundwork.authoring.source.reader import read as read_text
from groundwork.learner.questions import Computed, Number
from groundwork.learner.questions.catalog import Catalog
from groundwork.learner.workspace import course
from groundwork.subject.errors import UserError

(QUESTION,) = sheet(COMPUTED)[0].questions
assert isinstance(QUESTION, Computed)
NAMES = QUESTION.names()


def read(text: str) -> Computed:
    (question,) = sheet(text)[0].questions
    assert isinstance(question, Computed)
    return question


def rates() -> dict[tuple[str, str], Decimal]:
    with (course() / "datasets" / "infant_mortality.csv").open(encoding="utf-8") as text:
        return {
            (row["group"], row["year"]): Decimal(row["value"])
            for row in csv.DictReader(text)
            if row["value"]
        }


def about(question: Number) -> tuple[str, str]:
    """The group and the year that a prompt asks about."""
    year = question.prompt.partition("In ")[2][:4]
    return question.prompt.partition("of “")[2].partition("” was")[0], year


def test_there_are_enough_variants_and_each_knows_three_slips_or_more() -> None:
    assert len(NAMES) >= 12
    assert len({about(QUESTION.at(name)) for name in NAMES}) == len(NAMES)
    for name in NAMES:
        slips = QUESTION.at(name).slips
        assert len({slip.value for slip in slips}) == len(slips) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_a_variant_is_right_about_the_published_rates(name: str) -> None:
    question, known = QUESTION.at(name), rates()
    group, year = about(question)
    rate, reference = known[group, year], known["White, non-Hispanic", year]
    gap = rate - reference
    assert str(rate) in question.prompt
    assert str(reference) in question.prompt
    assert question.judge(str(gap)).right
    places = -int(gap.as_tuple().exponent)
    assert question.decimals == places
    assert question.within * 2 * 10**places == 1
    assert f"{abs(gap)} {'more' if gap > 0 else 'fewer'}." in question.why
    assert not question.judge(str(gap + Decimal("0.11"))).right
    for value, reply in question.wrong_answers():
        verdict = question.judge(value)
        assert (verdict.right, verdict.text, verdict.recognized) == (False, reply, True)
    replies = [reply for _, reply in question.wrong_answers()]
    assert "{" not in "".join([question.prompt, question.why, question.other, *replies])


def test_the_page_shows_the_variant_that_the_text_names_first() -> None:
    group = "American Indian or Alaska Native, non-Hispanic"
    assert about(QUESTION.at()) == about(QUESTION.at(NAMES[0])) == (group, "2020")
    assert QUESTION.right_answer == 3.3


def test_new_data_rename_no_variant_and_change_none(tmp_path: Path) -> None:
    path = course() / "datasets" / "infant_mortality.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    # The last year goes, and a later one comes: what lies between is asked as before.
    fewer = [line for line in lines if ",2022," not in line]
    later = [line.replace(",2021,", ",2031,").replace(",2021,", ",2031,") for line in lines]
    (tmp_path / path.name).write_text("\n".join([*fewer, *later[1:]]) + "\n", encoding="utf-8")
    page, _ = read_text(Path("x.md"), f"# T\n\n{COMPUTED}")
    found = reader.read(page.blocks[0], lambda line, said: None, tmp_path)
    assert found is not None
    before, after = set(NAMES), set(found.names())
    assert before & after
    assert after - before
    for name in before & after:
        assert about(found.at(name)) == about(QUESTION.at(name))
    gone = next(iter(before - after), None)
    if gone:
        with pytest.raises(UserError, match="not asked here any more"):
            found.judge("3.3", gone)


def test_other_numbers_go_round_all_variants_before_one_comes_again() -> None:
    seen = [NAMES[0]]
    while (name := QUESTION.next_after(seen[-1])) != NAMES[0]:
        assert name not in seen
        seen.append(name)
    assert set(seen) == set(NAMES)
    assert QUESTION.next_after("unknown") == NAMES[0]


def test_a_seed_draws_a_cohort_s_own_numbers_and_never_the_published_ones() -> None:
    one, again, other = (QUESTION.drawn(seed, 4) for seed in ("a", "a", "b"))
    assert one == again
    assert one.names() != other.names()
    for drawn in (one, other):
        assert len(drawn.names()) == 4
        assert NAMES[0] not in drawn.names()
        with pytest.raises(UserError, match="not asked here any more"):
            drawn.judge("3.3", NAMES[0])
    catalog = Catalog("ex", (QUESTION,)).drawn("a", 4)
    assert catalog.seed == "a"
    assert catalog.release != Catalog("ex", (QUESTION,)).release


def test_a_ratio_has_the_decimals_that_the_text_asks_for() -> None:
    text = COMPUTED.replace(":least: 0.5", ":decimals: 2\n:within: step")
    text = text.replace("[x] rate - reference", "[x] rate / reference")
    text = text.replace("[ ] rate / reference", "[ ] rate - reference")
    question = read(text).at()
    assert (str(question.right), question.decimals) == ("7/4", 2)
    assert question.judge("1.76").right
    assert question.terms().startswith("Give two decimals; an answer within 0.01 is right.")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b * 2", "7"),
        ("-a / (b + 1)", "-0.25"),
        ("round(b / 7, 1)", "0.4"),
        ("round(a + 0.25, 1)", "1.3"),
        ("round(-a - 0.25, 1)", "-1.3"),
    ],
)
def test_a_formula_is_computed_exactly_and_rounded_as_people_do(text: str, value: str) -> None:
    numbers = {"a": Fraction(1), "b": Fraction(3)}
    assert formula.compute(text, numbers) == Fraction(value)


@pytest.mark.parametrize("text", ["a ** 2", "open('x')", "a.real", "a if a else a", "a / 0", "a +"])
def test_a_formula_holds_nothing_but_arithmetic(text: str) -> None:
    with pytest.raises(formula.NoFormulaError):
        formula.compute(text, {"a": Fraction(1)})
