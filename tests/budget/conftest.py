"""Budget lines for tests: every number here is made up, unless a test names its county."""

from collections.abc import Callable

import pandas as pd
import pytest

HORIZON = "2028-06-30"


def table_of(*rows: dict[str, object]) -> pd.DataFrame:
    """Make a table of budget lines; what a row leaves out is an ordinary recurring line."""
    usual = {
        "fiscal_year": "FY2026",
        "program": "Equity office",
        "purpose": "Equity coordinator",
        "object": "staff",
        "fte": 0,
        "amount": 100,
        "starts": "",
        "ends": "",
        "restriction": "unrestricted",
        "recurrence": "recurring",
        "equity_share": 1,
        "equity_evidence": "work plan",
    }
    return pd.DataFrame([{"line_id": f"L{at}", **usual, **row} for at, row in enumerate(rows)])


@pytest.fixture
def lines_of() -> Callable[..., pd.DataFrame]:
    return table_of
