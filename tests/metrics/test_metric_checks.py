"""Each check passes a sound card and names what is wrong with an unsound one."""

import math
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.checks import CHECKS, check_card
from groundwork.subject.metrics.files import example_card
from groundwork.subject.metrics.gap import gap_moves
from groundwork.subject.metrics.review import says_what_follows
from groundwork.subject.remark import SEVERITIES, Remark

TODAY = date(2026, 11, 22)
GOOD = example_card()
# Percent uninsured, American Indian and Alaska Native against White, 2010 and 2019 (EPI, Census).
UNINSURED: dict[str, Any] = {
    "direction": "lower is better",
    "baseline_value": 29.2,
    "reference_baseline": 10.9,
    "latest_value": 19.1,
    "reference_latest": 6.3,
    "target_value": 6.3,
    "reference_target": 6.3,
    "progress": "improving",
}


def findings(code: str, **changes: Any) -> list[Remark]:
    found = check_card(replace(GOOD, **changes), TODAY)
    return [finding for finding in found if finding.code == code]


def test_the_example_of_the_card_passes_every_check() -> None:
    assert check_card(GOOD, TODAY) == []


def test_the_checks_stand_in_order_with_reason_and_source() -> None:
    assert [check.code for check in CHECKS] == [f"GW-M{n:02}" for n in range(1, 22)]
    for check in CHECKS:
        assert check.title and check.why.endswith(".") and check.source


@pytest.mark.parametrize(
    ("code", "changes", "severity", "field"),
    [
        ("GW-M01", {"level": ""}, "error", "level"),
        ("GW-M01", {"level": "team"}, "error", "level"),
        ("GW-M01", {"level": "population"}, "error", "owner_type"),
        ("GW-M01", {"owner_type": "partnership"}, "error", "owner_type"),
        ("GW-M02", {"kind": ""}, "error", "kind"),
        ("GW-M03", {"numerator": " "}, "error", "numerator"),
        ("GW-M03", {"denominator": ""}, "error", "denominator"),
        ("GW-M03", {"place": ""}, "error", "place"),
        ("GW-M03", {"period": ""}, "error", "period"),
        ("GW-M03", {"unit": ""}, "error", "unit"),
        ("GW-M03", {"numerator_inside": False}, "error", "numerator_inside"),
        ("GW-M03", {"numerator_inside": None}, "error", "numerator_inside"),
        (
            "GW-M03",
            {"numerator": "Visits in 2024", "denominator": "Requests in 2023"},
            "error",
            "denominator",
        ),
        ("GW-M03", {"latest_value": 103.0}, "error", "latest_value"),
        ("GW-M03", {"baseline_value": -1.0}, "error", "baseline_value"),
        ("GW-M03", {"unit": "per 1,000 births", "target_value": 1001.0}, "error", "target_value"),
        (
            "GW-M03",
            {"baseline_value": 0.54, "latest_value": 0.63, "target_value": 0.81},
            "nudge",
            "unit",
        ),
        ("GW-M04", {"direction": ""}, "error", "direction"),
        ("GW-M04", {"direction": "lower is better"}, "error", "target_value"),
        ("GW-M04", {"target_value": 54.0}, "error", "target_value"),
        ("GW-M05", {"baseline_value": None}, "error", "baseline_value"),
        ("GW-M05", {"baseline_year": None}, "error", "baseline_year"),
        ("GW-M05", {"data_source": ""}, "error", "data_source"),
        ("GW-M05", {"target_value": None}, "error", "target_value"),
        ("GW-M05", {"target_year": None}, "error", "target_year"),
        ("GW-M05", {"baseline_year": 2022}, "warning", "baseline_year"),
        ("GW-M05", {"target_year": 2025}, "error", "target_year"),
        ("GW-M06", {"target_basis": ""}, "warning", "target_basis"),
        ("GW-M06", {"target_basis": "felt right"}, "warning", "target_basis"),
        ("GW-M06", {"reference_target": 70.0}, "nudge", "reference_target"),
        ("GW-M07", {"disaggregation": (), "disaggregation_reason": ""}, "error", "disaggregation"),
        ("GW-M07", {"disaggregation": ("race and ethnicity",)}, "warning", "disaggregation"),
        (
            "GW-M07",
            {"disaggregation": ("Not by race",), "disaggregation_reason": ""},
            "error",
            "disaggregation",
        ),
        (
            "GW-M07",
            {"disaggregation": ("none",), "disaggregation_reason": ""},
            "error",
            "disaggregation",
        ),
        ("GW-M07", {"unknown_percent": 10.1}, "warning", "unknown_percent"),
        ("GW-M08", {"reference": ""}, "error", "reference"),
        ("GW-M08", {"reference_reason": ""}, "error", "reference_reason"),
        ("GW-M09", {"gaps_reported": ("ratio",)}, "error", "gaps_reported"),
        ("GW-M09", {"reference_baseline": None}, "error", "reference_baseline"),
        ("GW-M09", {"reference_latest": None}, "error", "reference_latest"),
        ("GW-M09", {**UNINSURED, "gap_reading": ""}, "warning", "gap_reading"),
        ("GW-M10", {"smallest_events": None}, "warning", "smallest_events"),
        ("GW-M10", {"smallest_events": 9, "suppression_rule": ""}, "warning", "suppression_rule"),
        ("GW-M10", {"smallest_events": 11, "uncertainty": ""}, "warning", "uncertainty"),
        ("GW-M10", {"latest_low": 5.0, "latest_high": 110.0}, "warning", "latest_high"),
        ("GW-M10", {"smallest_events": 5}, "nudge", "smallest_events"),
        (
            "GW-M11",
            {"numerator": "Deaths of mothers", "age_adjustment": ""},
            "warning",
            "age_adjustment",
        ),
        ("GW-M12", {"owner": ""}, "error", "owner"),
        ("GW-M12", {"owner": "All staff"}, "error", "owner"),
        ("GW-M12", {"owner": "TBD"}, "error", "owner"),
        ("GW-M12", {"authority": (), "owner_dollars": None}, "warning", "authority"),
        ("GW-M12", {"authority": (), "owner_dollars": 0.0}, "error", "authority"),
        ("GW-M12", {"authority": ("goodwill",)}, "error", "authority"),
        ("GW-M12", {"deputy": ""}, "error", "deputy"),
        ("GW-M12", {"deputy": "family health manager"}, "error", "deputy"),
        ("GW-M13", {"frequency": ""}, "error", "frequency"),
        ("GW-M13", {"frequency": "every two years"}, "warning", "frequency"),
        ("GW-M13", {"review_forum": ""}, "error", "review_forum"),
        ("GW-M13", {"next_review": ""}, "error", "next_review"),
        ("GW-M13", {"next_review": "next spring"}, "error", "next_review"),
        ("GW-M13", {"next_review": "2026-11-21"}, "warning", "next_review"),
        ("GW-M13", {"consequence": ""}, "warning", "consequence"),
        ("GW-M13", {"consequence": "We will discuss it."}, "warning", "consequence"),
        ("GW-M13", {"frequency": "monthly"}, "warning", "next_review"),
        ("GW-M13", {"latest_value": 58.0}, "warning", "consequence"),
        ("GW-M14", {"data_frequency": ""}, "warning", "data_frequency"),
        ("GW-M14", {"data_frequency": "yearly"}, "warning", "data_frequency"),
        ("GW-M14", {"data_geography": ""}, "warning", "data_geography"),
        ("GW-M14", {"data_geography": "the state"}, "warning", "data_geography"),
        ("GW-M14", {"data_lag_months": None}, "warning", "data_lag_months"),
        ("GW-M14", {"data_status": "fresh"}, "warning", "data_status"),
        ("GW-M15", {"community_chose": ""}, "warning", "community_chose"),
        ("GW-M15", {"community_sees": ""}, "warning", "community_sees"),
        ("GW-M15", {"community_paid": ""}, "warning", "community_paid"),
        (
            "GW-M12",
            {"consequence": "If under 60, then $40,000 moves by May"},
            "error",
            "consequence",
        ),
        ("GW-M12", {"authority": ("money",)}, "error", "consequence"),
        (
            "GW-M12",
            {"consequence": "If under 60, then $40 moves by May", "owner_dollars": None},
            "warning",
            "owner_dollars",
        ),
        (
            "GW-M16",
            {"name": "Applicants interviewed", "focus_group": "Black, non-Hispanic"},
            "error",
            "target_value",
        ),
        (
            "GW-M13",
            {"consequence": "If under 60, then we discuss it by the next meeting"},
            "warning",
            "consequence",
        ),
        ("GW-M16", {"selected": 8}, "warning", "selected"),
        ("GW-M16", {"selected": 81}, "warning", "selected"),
        ("GW-M16", {"selected": 0, "reference_selected": 0}, "warning", "selected"),
        ("GW-M16", {"selected": None}, "warning", "selected"),
        ("GW-M16", {"name": "Hiring with disparate impact"}, "warning", "name"),
        ("GW-M16", {"target_basis": "standard: four-fifths rule"}, "warning", "target_basis"),
        ("GW-M17", {"kind": "how much", "paired_measure": ""}, "nudge", "paired_measure"),
        (
            "GW-M17",
            {"kind": "how well", "numerator": "Staff at trainings", "paired_measure": ""},
            "nudge",
            "paired_measure",
        ),
        ("GW-M18", {"name": "At-risk families visited"}, "nudge", "name"),
        ("GW-M19", {"progress": ""}, "nudge", "progress"),
        ("GW-M19", {"progress": "getting worse"}, "nudge", "progress"),
        ("GW-M20", {"owner": "Maria Lopez"}, "error", "owner"),
        ("GW-M20", {"data_source": "Ask j.doe@county.example"}, "warning", "data_source"),
        ("GW-M20", {"review_forum": "Call (555) 010-2000"}, "warning", "review_forum"),
        ("GW-M20", {"equity_question": "Dr. Reyes asked for it"}, "error", "equity_question"),
        ("GW-M21", {"baseline_low": 60.0, "baseline_high": 48.0}, "error", "baseline_low"),
        ("GW-M21", {"latest_low": 64.0}, "error", "latest_low"),
        ("GW-M21", {"latest_high": 62.0}, "error", "latest_high"),
        ("GW-M21", {"latest_high": None}, "warning", "latest_high"),
        ("GW-M21", {"baseline_low": None}, "warning", "baseline_low"),
        ("GW-M21", {"latest_year": 2024}, "error", "latest_year"),
        ("GW-M21", {"period": "three fiscal years together"}, "warning", "latest_year"),
        ("GW-M21", {"period": "calendar year, three pooled"}, "warning", "latest_year"),
    ],
)
def test_an_unsound_card_is_told_where_and_how_badly(
    code: str, changes: dict[str, Any], severity: str, field: str
) -> None:
    found = findings(code, **changes)
    assert (severity, field) in [(finding.severity, finding.part) for finding in found]
    for finding in found:
        assert finding.what and finding.try_instead.endswith((".", "…")), finding


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("GW-M01", {"level": "population", "owner_type": "partnership", "kind": ""}),
        ("GW-M02", {"level": "population", "owner_type": "partnership", "kind": ""}),
        ("GW-M03", {"unit": "count", "denominator": "", "numerator_inside": None}),
        (
            "GW-M03",
            {"unit": "per 1,000 residents", "numerator_inside": False, "latest_value": 1200.0},
        ),
        ("GW-M03", {"numerator": "Visits in 2024", "denominator": "Requests in 2024"}),
        ("GW-M05", {"baseline_year": 2023}),
        ("GW-M06", {"reference_target": 81.0}),
        ("GW-M07", {"disaggregation": ("district", "language"), "disaggregation_reason": "July"}),
        ("GW-M07", {"unknown_percent": 10.0}),
        ("GW-M08", {"reference": "White families", "reference_reason": "largest group"}),
        ("GW-M09", {**UNINSURED}),
        ("GW-M09", {"gaps_reported": ()}),  # the register computes both
        ("GW-M09", {"latest_value": None, "reference_latest": None}),
        ("GW-M10", {"smallest_events": 12, "uncertainty": "", "suppression_rule": ""}),
        ("GW-M10", {"unit": "count", "smallest_events": None}),
        ("GW-M11", {"numerator": "Deaths of mothers", "age_adjustment": "2000 US standard"}),
        ("GW-M13", {"next_review": "2026-11-22"}),
        (
            "GW-M16",
            {
                "selected": None,
                "applicants": None,
                "reference_selected": None,
                "reference_applicants": None,
            },
        ),
        ("GW-M17", {"kind": "how much"}),
        ("GW-M17", {"kind": "better off", "paired_measure": ""}),
        ("GW-M19", {"latest_value": None, "progress": ""}),
        ("GW-M21", {"latest_low": None, "latest_high": None, "uncertainty": "none: a full count"}),
        ("GW-M21", {"latest_low": 63.0, "latest_high": 63.0}),
        ("GW-M21", {"period": "two years together", "baseline_year": 2024}),
        ("GW-M20", {"owner": "WIC Director", "deputy": "East District Lead"}),
    ],
)
def test_a_sound_card_in_another_form_passes(code: str, changes: dict[str, Any]) -> None:
    assert findings(code, **changes) == []


def test_white_as_the_reference_without_a_reason_is_named_a_default() -> None:
    found = findings("GW-M08", reference="White residents", reference_reason="")
    assert [finding.severity for finding in found] == ["error", "warning"]
    assert "default" in found[1].what


def test_the_gaps_of_a_published_series_part_as_they_did() -> None:
    card = replace(GOOD, **UNINSURED)
    moves = gap_moves(card)
    assert moves is not None and moves[0] == pytest.approx(12.8 - 18.3) and moves[1] > 0
    (finding,) = findings("GW-M09", **UNINSURED, gap_reading="")
    assert "The difference is smaller than at the baseline and the ratio larger" in finding.what


def test_a_selection_ratio_comes_with_its_counts_and_is_called_a_screen() -> None:
    # Approvals of mortgages: 243 of 339 against 1,853 of 2,042.
    (finding,) = findings(
        "GW-M16",
        selected=243,
        applicants=339,
        reference_selected=1853,
        reference_applicants=2042,
    )
    assert "impact ratio is 0.79" in finding.what
    assert "243 of 339 and 1,853 of 2,042; difference -19.1 percentage points" in finding.what
    assert "screen" in finding.try_instead


def test_the_relative_standard_error_of_eleven_events_is_over_thirty_percent() -> None:
    (finding,) = findings("GW-M10", smallest_events=11, uncertainty="")
    assert "relative standard error 30 %" in finding.what


def test_an_empty_card_is_told_what_it_needs_first() -> None:
    codes = {finding.code for finding in check_card(MetricCard(id="X"), TODAY)}
    assert {"GW-M01", "GW-M03", "GW-M04", "GW-M05", "GW-M07", "GW-M08", "GW-M09"} <= codes
    assert {"GW-M12", "GW-M13"} <= codes


_KINDS = {
    "text": st.text(max_size=30),
    "number": st.none() | st.floats(allow_nan=False),
    "whole number": st.none() | st.integers(-5, 3000),
    "yes or no": st.none() | st.booleans(),
    "list": st.lists(st.text(max_size=10), max_size=3).map(tuple),
}


@settings(max_examples=50, deadline=None)
@example({"owner_dollars": math.inf, "consequence": "If over 10, then she spends $5,000 by June."})
@given(st.fixed_dictionaries({}, optional={n: _KINDS[f.kind] for n, f in FIELDS.items()}))
def test_no_card_breaks_a_check(values: dict[str, Any]) -> None:
    for finding in check_card(replace(GOOD, **values), TODAY):
        assert finding.severity in SEVERITIES and finding.part in FIELDS


@pytest.mark.parametrize(
    ("line", "follows"),
    [
        ("If under 60 by June, then the manager moves four hours to evenings by July", True),
        ("We discuss it", False),
        ("If under 60, then the team will discuss it by July", False),
        ("If under 60, then the manager moves four hours to evenings", False),
        ("", False),
    ],
)
def test_what_follows_has_a_trigger_a_deadline_and_more_than_talk(line: str, follows: bool) -> None:
    assert says_what_follows(replace(GOOD, consequence=line)) is follows
