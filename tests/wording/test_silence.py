"""Silence is never approval: whatever lists remarks says below them what it cannot tell."""

import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType

import pytest

from groundwork import subject
from groundwork.learner.papers import causes as causes_paper
from groundwork.learner.papers import power as power_paper
from groundwork.learner.papers import text
from groundwork.learner.papers.model import Paper, Paragraph
from groundwork.screen.activities import power_map
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.subject import causes, power, silence
from groundwork.subject.causes import CauseMap
from groundwork.subject.power import Actor, PowerMap

# What sounds like praise or like an end of asking.
APPROVAL = re.compile(
    r"\b(right|correct|fine|good|well done|great|passed|no problems?|nothing more|all clear|sound"
    r"|complete|ready|approved)\b|✓",
    re.IGNORECASE,
)
LISTS = ("review", "review_all", "check_card", "check_cards")


def reviewing() -> list[ModuleType]:
    """Every module of the subject floor that lists remarks."""
    names = pkgutil.walk_packages(subject.__path__, "groundwork.subject.")
    modules = [importlib.import_module(module.name) for module in names]
    own = lambda module, name: getattr(getattr(module, name, None), "__module__", "")  # noqa: E731
    return [
        module for module in modules if module.__name__ in {own(module, name) for name in LISTS}
    ]


BLAMING = causes.add(
    CauseMap("More babies die"), "moms lead messy lives", "individual", "study", "a book"
)
QUIET_MAP = CauseMap(
    "Fewer visits",
    (
        causes.Cause("c1", "", "the rule of 1950 sorts by race", "policy", "data", "log"),
        causes.Cause("c2", "", "the bus stops at five", "neighborhood", "data", "log"),
    ),
)
QUIET_POWER = PowerMap(
    "Evening hours",
    (
        Actor("County Board", "decides", 3, "undecided", "Show the cost.", basis="seen"),
        Actor(
            "Families in the East district", "is affected", 1, "for", "A paid seat", basis="told"
        ),
    ),
)


def test_every_list_of_remarks_has_its_closing_words() -> None:
    modules = reviewing()
    assert len(modules) >= 6
    assert [module.__name__ for module in modules if not hasattr(module, "closing")] == []


@pytest.mark.parametrize("module", reviewing(), ids=lambda module: module.__name__)
def test_closing_words_name_a_limit_and_approve_nothing(module: ModuleType) -> None:
    shown = {causes: QUIET_MAP, power: QUIET_POWER}.get(module, [])
    if shown:
        assert module.review(shown) == []
    said = module.closing(shown)
    assert "found nothing to ask" in said
    assert "cannot tell whether it is true" in said
    chooses = module.__name__.rpartition(".")[2] in (
        *("pay_rule", "sharing", "supplanting", "checks"),
    )
    assert said.endswith(silence.CHOOSES if chooses else silence.ASK)
    assert not APPROVAL.search(said), said


def test_whoever_is_asked_to_read_is_paid_may_say_no_and_is_not_picked_by_race() -> None:
    for asks in (silence.ASK, silence.UNCHECKED):
        assert re.search(r"lives with", asks)
        assert re.search(r"\bpaid\b", asks)
    assert "may say no" in silence.ASK
    assert "nobody is asked because of their race" in silence.ASK


def test_where_words_are_read_the_word_list_says_that_it_cannot_tell() -> None:
    for said in (causes.closing(QUIET_MAP), power.closing(QUIET_POWER)):
        assert "The word list found nothing. A list cannot tell" in said


def test_a_map_that_blames_people_is_asked_about() -> None:
    said = " ".join(remark.what for remark in causes.review(BLAMING))
    assert "“because moms lead messy" in said


def test_the_root_cause_map_shows_them_whether_or_not_it_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("modules", "datasets"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "modules")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    for start in (QUIET_MAP, BLAMING):
        view = RootCauseMap(start).respond("open", {})
        assert view["closing"] == causes.closing(start)
        assert view["leftOut"] == silence.left_out(causes.review(start))


def test_the_power_map_shows_them_whether_or_not_it_asks() -> None:
    for made in (QUIET_POWER, PowerMap("", QUIET_POWER.actors)):
        assert power_map.told(made, "power_map")["What a colleague might ask"][-1] == power.closing(
            made
        )


def test_what_would_move_somebody_is_read_too() -> None:
    made = power.edit(QUIET_POWER, "County Board", move="Tell them that those people are lazy.")
    assert "“those people”." in [remark.what for remark in power.review(made)]


BLAMING_POWER = power.edit(QUIET_POWER, "County Board", move="Tell them those people are lazy.")
PAPERS = {
    "quiet causes": causes_paper.paper(QUIET_MAP),
    "blaming causes": causes_paper.paper(BLAMING),
    "quiet power": power_paper.paper(QUIET_POWER),
    "no decision": power_paper.paper(PowerMap("", QUIET_POWER.actors)),
    "blaming power": power_paper.paper(BLAMING_POWER),
}
# What is said to the writer of a map alone.
COACHING = re.compile(
    r"\bTry\b|word list|phrases|because\?|checks (look|found)|once more", re.IGNORECASE
)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_paper_says_that_nobody_has_checked_it_and_coaches_nobody(paper: Paper) -> None:
    assert Paragraph(silence.UNCHECKED) in paper.blocks
    said = text.write(paper)
    assert not COACHING.search(said), said
    assert not APPROVAL.search(said), said


def test_a_line_with_a_remark_on_its_words_is_in_the_paper_all_the_same() -> None:
    assert "moms lead messy lives" in text.write(PAPERS["blaming causes"])
    assert "those people are lazy" in text.write(PAPERS["blaming power"])


def test_before_the_paper_the_page_counts_the_remarks_that_it_leaves_out() -> None:
    assert silence.left_out(causes.review(QUIET_MAP)) == ""
    assert silence.left_out(causes.review(BLAMING)) == (
        "1 remark on wording is still open; it is not in the paper."
    )
    twice = causes.edit(BLAMING, "c1", text="moms lead messy lives and are non-compliant")
    assert silence.left_out(causes.review(twice)) == (
        "2 remarks on wording are still open; they are not in the paper."
    )
    sentence = silence.left_out(power.review(BLAMING_POWER))
    assert sentence in power_map.told(BLAMING_POWER, "power_map")["Before you make the paper"]
    assert "Before you make the paper" not in power_map.told(QUIET_POWER, "power_map")
