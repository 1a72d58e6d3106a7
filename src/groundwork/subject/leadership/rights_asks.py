"""What is still to be asked before a matrix, a charter or a role statement is signed."""

from collections.abc import Iterator, Sequence

from groundwork.subject.asks import Ask
from groundwork.subject.leadership.authority import MONEY, RULES, STAFF
from groundwork.subject.leadership.core_team import LASTING, PARTS, Charter
from groundwork.subject.leadership.decision_rights import DECIDES, SIGNS, Matrix
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.leadership.said import something

FINANCE, HR, GRANTS = "finance", "human resources", "the grants office"
COUNSEL = "counsel"
NOTICE = (
    "a labor agreement, a civil service rule or state law asks for notice to a union, or "
    "bargaining,"
)
_KEEPERS = {MONEY: FINANCE, STAFF: HR, RULES: "the director"}


def of_matrix(matrix: Matrix) -> list[Ask]:
    """Ask for the paper that gives each decider its authority, for clocks, and for what is open."""
    return [ask for decision in matrix.decisions for ask in _of_decision(matrix, decision.name)]


def _of_decision(matrix: Matrix, name: str) -> Iterator[Ask]:
    (decision,) = (each for each in matrix.decisions if each.name == name)
    deciders = matrix.who(name, DECIDES)
    if len(deciders) != 1:
        yield Ask("the director", "which one position decides", name)
    for position in deciders:
        if lacks := position.authority.lacks(decision.needs):
            yield Ask(
                "the director",
                f"to give {position.name} authority in writing over {' and '.join(lacks)}, or to "
                "name the position that has it",
                name,
            )
            continue
        for kind, paper in position.papers(decision.needs).items():
            if not paper:
                words = f"the paper that gives {position.name} authority over {kind}"
                yield Ask(_KEEPERS[kind], words, name)
    if matrix.notice_open(decision):
        yield Ask(HR, f"whether {NOTICE} before it is decided", name)
    for position in matrix.who(name, SIGNS):
        if decision.sign_days is None:
            yield Ask(
                position.name,
                "within how many working days it answers, and on which grounds it may say no",
                name,
            )
    for position in matrix.positions:
        if position.government and matrix.part(name, position.name):
            yield Ask(position.name, "how it wants to be part of this, as a government", name)


def of_charter(charter: Charter) -> list[Ask]:
    """Ask for what the charter leaves open, and for each seat's money."""
    open_parts = [heading for name, heading in PARTS.items() if charter.part(name) is None]
    asks = [Ask("the sponsor", f"what stands under “{each}”", "the charter") for each in open_parts]
    for seat in charter.seats:
        why = f"the seat of {seat.position}"
        if not seat.hours:
            asks.append(Ask(HR, "how many hours a month are paid for it", why))
        if not seat.fund or seat.fund == "unknown":
            asks.append(Ask(FINANCE, "which fund pays the position", why))
        elif seat.fund != LASTING:
            asks.append(Ask(GRANTS, "in writing, whether the award may pay these hours", why))
        if not seat.stopped:
            asks.append(Ask("the supervisor", "what stops, or who covers", why))
        if seat.agreed is not True:
            asks.append(Ask("the supervisor", "a signature under the hours", why))
    if charter.seats:
        nonexempt = "which seats are nonexempt (overtime-eligible), and how their time is recorded"
        asks.append(Ask(HR, nonexempt, "the hours"))
        asks.append(Ask(HR, f"whether {NOTICE} before hours or duties change", "the seats"))
    asks.append(
        Ask(COUNSEL, "whether the team's meetings and notes are open to the public", "the charter")
    )
    return asks


def of_roles(roles: Sequence[RoleStatement]) -> list[Ask]:
    """Ask for what a statement leaves open, and what only HR can say of it."""
    asks: list[Ask] = []
    for role in roles:
        why = f"the statement of {role.position}"
        if not something(role.comes_off):
            asks.append(Ask("the supervisor", "what comes off for these hours", why))
        if not role.current.strip():
            asks.append(Ask(HR, "the job description as it stands", why))
        if not role.funded_by or role.funded_by == "unknown":
            asks.append(Ask(FINANCE, "which fund pays the position", why))
        elif role.funded_by != LASTING:
            asks.append(Ask(GRANTS, "in writing, whether the award may pay this duty", why))
        asks.append(
            Ask(
                HR,
                "whether the change needs a new classification, or notice to the union first",
                why,
            )
        )
    return asks
