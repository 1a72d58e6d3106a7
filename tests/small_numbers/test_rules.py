"""Flags by named rules, and pooling of years."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from groundwork.authoring import bibliography
from groundwork.subject.errors import UserError
from groundwork.subject.small_numbers import (
    CDC_WONDER,
    NCHS_RATES_2023,
    NCHS_VITAL_STATISTICS,
    RSE_30,
    RULES,
    WASHINGTON_DOH_2018,
    Rule,
    flag_small_numbers,
    pool_years,
    relative_width,
    rule_named,
)


def flags(rule: Rule, events: list[float], population: float = 10_000, **more: object) -> list[str]:
    data = pd.DataFrame({"events": events, "population": population, **more})
    degrees = "degrees" if "degrees" in more else None
    return flag_small_numbers(data, rule, degrees=degrees)["flag"].tolist()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        # Events: 0, 1, 9, 10, 11, 12, 19, 20
        (NCHS_VITAL_STATISTICS, "UHHUUUUS"),
        (CDC_WONDER, "HHHSSSSS"),  # "9 or fewer", so zero too
        (WASHINGTON_DOH_2018, "SHHSSSSS"),
        (NCHS_RATES_2023, "UUUSSSSS"),
        (RSE_30, "UUUUUSSS"),
    ],
    ids=lambda v: getattr(v, "name", v),
)
def test_each_rule_draws_its_lines_where_it_was_published(rule: Rule, expected: str) -> None:
    words = {"U": "unreliable", "H": "hidden", "S": "shown"}
    assert flags(rule, [0, 1, 9, 10, 11, 12, 19, 20]) == [words[letter] for letter in expected]


def test_the_2023_rule_looks_at_the_denominator_and_the_degrees_of_freedom() -> None:
    assert flags(NCHS_RATES_2023, [9], 9) == ["unreliable"]
    assert flags(NCHS_RATES_2023, [50, 50], degrees=[7, 8]) == ["unreliable", "shown"]


def test_the_widest_interval_of_the_2023_rule_is_still_reliable() -> None:
    """A relative width of 160 percent or less: the bound itself is shown."""
    data = pd.DataFrame({"events": [10], "population": [1000]})
    width = float(relative_width(data["events"].to_numpy(), data["population"].to_numpy())[0])
    at, just_below = replace(NCHS_RATES_2023, widest_interval=width), width - 1e-9
    assert flag_small_numbers(data, at)["flag"].tolist() == ["shown"]
    below = replace(NCHS_RATES_2023, widest_interval=just_below)
    assert flag_small_numbers(data, below)["flag"].tolist() == ["unreliable"]


def test_an_error_of_exactly_the_limit_is_flagged() -> None:
    """30 percent or more: the bound itself is not reliable."""
    data = pd.DataFrame({"events": [15, 16, 17], "population": [1000] * 3})  # 16: 25 percent
    flagged = flag_small_numbers(data, replace(RSE_30, error_from=25.0))
    assert flagged["flag"].tolist() == ["unreliable", "unreliable", "shown"]
    assert flagged["reason"].tolist()[1] == "relative standard error of 25 % or more"


def test_a_count_says_from_where_to_where_it_is_hidden() -> None:
    data = pd.DataFrame({"events": [0, 5], "population": [1000] * 2})
    assert flag_small_numbers(data, CDC_WONDER)["reason"].tolist() == ["a count from 0 to 9"] * 2
    assert flag_small_numbers(data, WASHINGTON_DOH_2018)["reason"].tolist()[1] == (
        "a count from 1 to 9"
    )


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_each_rule_quotes_the_sentence_that_the_bibliography_keeps(rule: Rule) -> None:
    """The words and the day to look again stand in one place; a rule cannot drift from them."""
    datasets = Path(__file__).parents[2] / "datasets"
    entry = bibliography.read(datasets / bibliography.FILE).entry(rule.cite)
    assert entry.custom["rule"] and entry.look_again
    quoted = " ".join(str(entry.custom.get("quote", "")).split())
    assert rule.says == quoted
    if not rule.says:
        assert "could not be read word for word" in rule.limits


def test_every_rule_names_its_source_and_every_flag_its_reason() -> None:
    for name, rule in RULES.items():
        assert rule.source and rule.limits, name
        data = pd.DataFrame({"events": [3, 300, None], "population": [1000] * 3})
        table = flag_small_numbers(data, rule)
        assert table["reason"].ne("").tolist() == [True, False, True]
    assert rule_named("Washington DOH 2018") is WASHINGTON_DOH_2018
    with pytest.raises(UserError, match="Choose one of: NCHS vital statistics"):
        rule_named("Utah")


def test_a_missing_column_is_named() -> None:
    with pytest.raises(UserError, match="no column 'population'"):
        flag_small_numbers(pd.DataFrame({"events": [1]}), RSE_30)


YEARLY = pd.DataFrame(
    {
        "county": ["Ash"] * 5 + ["Elm"] * 5,
        "year": [2017, 2018, 2019, 2020, 2021] * 2,
        "events": [1, 4, 3, 5, 4, 30, 31, 32, 33, 34],
        "population": [100] * 5 + [1000] * 5,
    }
)


def test_pooled_years_count_back_from_the_latest_and_keep_every_event() -> None:
    pooled = pool_years(YEARLY, "county", years=2).set_index(["county", "period"])
    assert pooled.loc[("Ash", "2020-2021")].tolist() == [9, 200]  # type: ignore[union-attr]
    assert pooled.loc[("Ash", "2018-2019")].tolist() == [7, 200]  # type: ignore[union-attr]
    assert len(pooled) == 4  # 2017 fills no period
    whole = pool_years(YEARLY, "county", years=5)
    assert whole["events"].tolist() == [17, 160]


def test_pooling_refuses_a_period_with_a_gap() -> None:
    with pytest.raises(UserError, match="Ash does not have every year of 2020-2021"):
        pool_years(YEARLY.drop(index=3), "county", years=2)
    with pytest.raises(UserError, match="5 year"):
        pool_years(YEARLY, "county", years=6)
