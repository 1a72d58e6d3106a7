"""What is still to be asked before a goal goes into a performance agreement."""

from collections.abc import Iterator, Sequence

from groundwork.subject.asks import Ask, rows_of, unnamed
from groundwork.subject.leadership import blanks
from groundwork.subject.leadership.blanks import COUNSEL, HR, SUPERVISOR
from groundwork.subject.leadership.rights_asks import NOTICE
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.leadership.said import something
from groundwork.subject.leadership.year_goals import YearGoal, review, statement_of


def of_goals(goals: Sequence[YearGoal], roles: Sequence[RoleStatement] = ()) -> list[Ask]:
    """Ask for what each goal leaves open, and what only HR and counsel can say of it.

    Parameters
    ----------
    roles
        The role statements of the same positions: what comes off stands there.
    """
    asks = [ask for goal in goals for ask in _of_goal(goal, roles)]
    asks += [
        Ask(SUPERVISOR, remark.question, f"the goal of {remark.about}")
        for remark in review(goals, roles)
        if remark.code == "GW-Y07"
    ]
    return unnamed(asks, rows_of(goals))


def _of_goal(goal: YearGoal, roles: Sequence[RoleStatement]) -> Iterator[Ask]:
    why = f"the goal of {goal.position}"
    open_ = {
        "by which day": bool(goal.day.strip()),
        "how many paid hours it has in the year": bool(goal.hours),
        "what shows that it is done": bool(goal.shown_by.strip()),
        "what is not counted against the person": bool(goal.not_counted.strip()),
    }
    if lacks := [what for what, there in open_.items() if not there]:
        yield Ask(SUPERVISOR, "; ".join(lacks), why)
    role = statement_of(goal, roles)
    if role is None or not something(role.comes_off):
        yield Ask(SUPERVISOR, "what comes off for these hours", why)
    if not goal.asks.strip():
        yield Ask(HR, "which position asks about it", why)
    yield Ask(
        HR,
        "whether such a goal may stand in an agreement for this position, whether its rating "
        f"touches pay or probation, and whether {NOTICE} before it is used",
        why,
    )
    yield Ask(
        COUNSEL,
        "whether state law limits such a goal, and whether any word of it asks for a view",
        why,
    )
    yield from blanks.GOAL.asks(why)
