"""Ask for which fiscal year a request is, in whose prices, and by how much these rise a year."""

from typing import NamedTuple

from groundwork.learner import place
from groundwork.learner.artifacts import Artifact
from groundwork.screen.widgets.questions import ChoiceQuestion, NumberQuestion, Reply
from groundwork.subject.budget.request_years import RAISE, RequestYears, percent_of
from groundwork.subject.budget.years import year_number

YEARS, RAISED = "budget_request_years", "budget_request_raise"
RAISED_OTHER = "budget_request_raise_other"


class Kept(NamedTuple):
    """The years of a request, and whether the raise is the department's own number."""

    years: RequestYears
    raise_asked: bool


def kept(this_year: str) -> Kept:
    """Return what is kept; until then next year in this year's prices, and the raise of ours."""
    chosen, typed = _years().now(), _raise(RAISED).now()
    first, priced_in = chosen.split() if chosen else _default(this_year).split()
    years = RequestYears(first, priced_in, typed or RAISE, _raise(RAISED_OTHER).now())
    return Kept(years, bool(typed))


def ask_years(this_year: str) -> ChoiceQuestion:
    """Return the question for year 1 and the prices; `this_year` is that of the lines."""
    artifact, number = _years(), year_number(this_year)
    now, following, later = (f"FY{number + ahead}" for ahead in range(3))
    pairs = [(following, now), (following, following), (now, now), (later, now)]
    options = {" ".join(pair): f"{pair[0]}, in prices of {pair[1]}" for pair in pairs}
    if (known := artifact.now()) and known not in options:
        first, priced_in = known.split()
        options[known] = f"{first}, in prices of {priced_in}"

    def keep(chosen: str) -> Reply:
        artifact.change(lambda _: chosen)
        return Reply(None, f"Saved. Your request is for {options[chosen]}.")

    return ChoiceQuestion(
        YEARS,
        "For which fiscal year do you ask, and in which year's prices are the dollars that you "
        f"list? Until you choose, it is {options[_default(this_year)]}.",
        options,
        button="Save the year",
        reply=keep,
        restore=lambda: artifact.now() or None,
    )


def ask_raise() -> NumberQuestion:
    """Return the question for the yearly raise."""
    return _ask(
        RAISED,
        "By how many percent do pay and prices rise a year? Ask finance what it plans with.",
        f"Until you save one, {RAISE} percent stands in, and the memo says so.",
        "Save the raise",
    )


def ask_other_raise() -> NumberQuestion:
    """Return the question for the raise of what is no position, where finance plans it apart."""
    return _ask(
        RAISED_OTHER,
        "Does finance plan services, contracts and purchases apart from pay and benefits? Then by "
        "how many percent do they rise a year?",
        "Leave it out where one raise stands for all.",
        "Save the second raise",
    )


def _ask(name: str, asks: str, terms: str, button: str) -> NumberQuestion:
    artifact = _raise(name)

    def keep(percent: float) -> Reply:
        typed = f"{percent:g}"
        percent_of(typed)
        artifact.change(lambda _: typed)
        return Reply(None, f"Saved. Each later year counts {typed} % more.")

    return NumberQuestion(
        *(name, asks, "percent"),
        terms=terms,
        button=button,
        reply=keep,
        restore=lambda: float(typed) if (typed := artifact.now()) else None,
    )


def _default(this_year: str) -> str:
    return f"FY{year_number(this_year) + 1} {this_year}"


def _years() -> Artifact[str]:
    return Artifact(
        place.artifact(YEARS),
        "",
        lambda data: f"{data['first']} {data['priced_in']}",
        lambda one: dict(zip(("first", "priced_in"), one.split(), strict=True)),
    )


def _raise(name: str) -> Artifact[str]:
    return Artifact(
        place.artifact(name),
        "",
        lambda data: str(data["percent"]),
        lambda one: {"percent": one},
    )
