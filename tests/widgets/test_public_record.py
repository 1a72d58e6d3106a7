"""What may become a public record says so on its widget, the riskiest most plainly."""

from typing import Any

import pytest

from groundwork.learner import public_record
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.decision_matrix import decision_matrix
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.role_statements import role_statements
from groundwork.screen.activities.team import team_charter, team_seats
from groundwork.screen.widgets.rating import RatingForm
from groundwork.screen.widgets.reflection import Reflection

FORM = ("readiness", {"Need": {"s1": "A statement"}}, {1: "not in place"})


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: power_map().children[0], public_record.POWER_MAP),
        (lambda: RootCauseMap("A gap"), public_record.CAUSE_MAP),
        (lambda: decision_matrix().children[0], public_record.RIGHTS),
        (lambda: team_seats().children[0], public_record.RIGHTS),
        (lambda: team_charter().children[1], public_record.RIGHTS),
        (lambda: role_statements().children[0], public_record.RIGHTS),
        (lambda: RatingForm(*FORM), public_record.EVIDENCE),
        (lambda: Reflection("me", "Why?", lesson="01"), public_record.REFLECTION),
    ],
)
def test_each_widget_says_its_own(workspace: Any, make: Any, says: Any) -> None:
    assert make().content["record"] == says


def test_the_riskier_says_more() -> None:
    lengths = [len(says) for says in public_record.BY_RISK]
    assert lengths[0] == max(lengths) > 2 * lengths[-1]
    assert all("public record" in says for says in public_record.BY_RISK)
