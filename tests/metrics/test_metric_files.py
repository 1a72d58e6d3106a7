"""Cards go into a file and come back as they were; what cannot be read is named."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject.errors import UserError
from groundwork.subject.metrics import files
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.files import from_csv, from_yaml, to_csv, to_yaml
from groundwork.subject.problem import Problem
from groundwork.subject.safe_cell import plain_cell, safe_cell

# Files keep text without the spaces around it, and every line end as one.
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n=+-@';,\"")
).map(str.strip)
items = st.lists(texts.filter(lambda item: item and ";" not in item), max_size=3).map(tuple)
KINDS = {
    "text": texts,
    "list": items,
    "number": st.none() | st.floats(allow_nan=False, allow_infinity=False),
    "whole number": st.none() | st.integers(-(2**50), 2**50),
    "yes or no": st.none() | st.booleans(),
}


def as_choice(name: str, strategy: st.SearchStrategy) -> st.SearchStrategy:
    """Where a field has choices, mostly one of them: in any case they are the same choice."""
    choices = FIELDS[name].choices
    return st.sampled_from(choices) if choices and FIELDS[name].kind == "text" else strategy


cards = st.fixed_dictionaries(
    {}, optional={name: as_choice(name, KINDS[field.kind]) for name, field in FIELDS.items()}
).map(lambda values: MetricCard(**values))
registers = st.lists(cards.filter(lambda card: bool(card.id)), min_size=1, max_size=3)


@settings(max_examples=40, deadline=None)
@given(registers)
def test_cards_come_back_from_yaml(register: list[MetricCard]) -> None:
    assert from_yaml(to_yaml(register)) == files.ReadCards(tuple(register), ())


@settings(max_examples=40, deadline=None)
@given(registers)
def test_cards_come_back_from_csv(register: list[MetricCard]) -> None:
    assert from_csv(to_csv(register)) == files.ReadCards(tuple(register), ())


@settings(deadline=None)
@given(texts, texts)
def test_no_cell_can_start_a_formula(one: str, two: str) -> None:
    register = [MetricCard(id="A", name=one, disaggregation=(two.replace(";", ""),))]
    for row in csv.reader(io.StringIO(to_csv(register), newline="")):
        for cell in row:
            if cell[:1] in tuple("=+-@\t\r"):
                float(cell)  # raises unless it is a plain number


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_made_safe_and_plain_again(text: str) -> None:
    assert plain_cell(safe_cell(text)) == text


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for read in (from_yaml, from_csv):
        try:
            read(text)
        except UserError as error:
            assert error.fix


def test_the_columns_may_stand_in_any_order_and_under_their_labels() -> None:
    read = from_csv("Name,ID,data source,BASELINE\nVisits,A,Records,54\n")
    (card,) = read.cards
    assert (card.id, card.name, card.data_source, card.baseline_value) == (
        "A",
        "Visits",
        "Records",
        54,
    )
    assert read.problems == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_other_separators_and_a_byte_order_mark_are_read(separator: str) -> None:
    text = f"\ufeffid{separator}name{separator}unit\r\nA{separator}Visits{separator}percent\r\n"
    (card,) = from_csv(text).cards
    assert (card.id, card.name, card.unit) == ("A", "Visits", "percent")


def test_a_problem_names_row_column_found_expected_and_fix() -> None:
    text = 'id,name,baseline_value\nA,"two\nlines",54\n\nB,x,"1,234"\nC,x,12%\n'
    read = from_csv(text)
    assert [card.id for card in read.cards] == ["A", "B", "C"]
    first, second = read.problems
    assert first == Problem(
        (4,), "baseline_value", "'1,234'", "a number", "Write it like '54', or leave it empty."
    )
    assert (second.rows, second.found) == ((5,), "'12%'")
    assert str(first).startswith("row 4, column baseline_value: found '1,234'; expected a number.")


@pytest.mark.parametrize(
    ("cell", "column"),
    [("2025.5", "baseline_year"), ("maybe", "numerator_inside"), ("1e999", "baseline_value")],
)
def test_a_cell_of_another_kind_is_a_problem_and_not_a_guess(cell: str, column: str) -> None:
    read = from_csv(f"id,{column}\nA,{cell}\n")
    assert getattr(read.cards[0], column) is None
    assert [problem.column for problem in read.problems] == [column]


def test_a_strange_column_is_named_with_its_nearest_field() -> None:
    read = from_csv("id,basline_value\nA,54\n")
    assert read.problems[0].fix == "Did you mean 'baseline_value'?"
    assert from_yaml("- id: A\n  ownr: X\n").problems[0] == Problem(
        (2,), "ownr", "'ownr'", "a field of a metric card", "Did you mean 'owner'?"
    )


def test_a_column_given_twice_is_named_and_the_first_is_kept() -> None:
    read = from_csv("id,name,name\nA,first,second\n")
    assert read.cards[0].name == "first"
    assert read.problems[0].found == "the same field again"
    assert from_yaml("- id: A\n  name: first\n  name: second\n").cards[0].name == "first"


def test_a_row_longer_than_the_header_is_named() -> None:
    (problem,) = from_csv("id,name\nA,Visits, evening\n").problems
    assert (problem.rows, problem.column, problem.found) == ((2,), "column 3", "' evening'")


def test_an_empty_column_without_a_name_is_left_alone() -> None:
    assert from_csv("id,,name,\nA,,Visits,\n").problems == ()


@pytest.mark.parametrize("text", ["", "\n", "name,unit\nVisits,percent\n", "<html>"])
def test_what_is_no_register_is_refused_with_the_header_it_needs(text: str) -> None:
    with pytest.raises(UserError, match="'id'"):
        from_csv(text)


def test_yaml_keeps_what_was_typed() -> None:
    (card,) = from_yaml("id: 007\nname: no\nperiod: 12:30\nnext_review: 2027-01-15\n").cards
    assert (card.id, card.name, card.period, card.next_review) == (
        "007",
        "no",
        "12:30",
        "2027-01-15",
    )


def test_yaml_problems_name_the_line() -> None:
    text = "- id: A\n  baseline_value: about 54\n  name: {x: 1}\n- just text\n"
    read = from_yaml(text)
    assert [(problem.rows, problem.column) for problem in read.problems] == [
        ((2,), "baseline_value"),
        ((3,), "name"),
        ((4,), "card"),
    ]
    assert len(read.cards) == 1


def test_yaml_runs_nothing_and_cannot_blow_up() -> None:
    (card,) = from_yaml("id: !!python/object/apply:os.getcwd []\nname: x\n").cards
    assert (card.id, card.name) == ("", "x")
    lists = "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    read = from_yaml(f"a0: &a0 [x]\n{lists}name: *a8\n")
    assert all(len(str(problem)) < 300 for problem in read.problems)


@pytest.mark.parametrize("text", ["", "a: b: c", "- [", "just words", "[]", "\x00", "'"])
def test_what_is_no_yaml_of_cards_is_refused_in_words(text: str) -> None:
    with pytest.raises(UserError) as caught:
        from_yaml(text)
    assert caught.value.fix


def test_a_semicolon_inside_a_list_is_refused_in_csv() -> None:
    with pytest.raises(UserError, match="semicolon"):
        to_csv([MetricCard(id="A", disaggregation=("race; ethnicity",))])


def test_the_empty_card_to_fill_in_holds_every_field_and_reads_as_empty() -> None:
    text = files.empty_card_text()
    assert list(yaml.safe_load(text)[0]) == list(FIELDS)
    assert from_yaml(text) == files.ReadCards((MetricCard(),), ())


def test_a_choice_is_read_in_any_case_and_a_strange_one_is_kept_for_the_checks() -> None:
    card: Any = from_csv("id,level,authority\nA,Population,Money; charm\n").cards[0]
    assert (card.level, card.authority) == ("population", ("money", "charm"))
    assert replace(card, level="team").level == "team"
