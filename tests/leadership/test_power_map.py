"""A power map holds positions and groups, and says whom it overlooks."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject import power
from groundwork.subject.errors import UserError
from groundwork.subject.power import BASES, PARTS, STANCES, Actor, PowerMap

BOARD = Actor(
    "County Board", "decides", 3, "undecided", "Hear two families; show the cost.", basis="seen"
)
FAMILIES = Actor(
    "Families in the East district", "is affected", 1, "for", "A paid seat", basis="told"
)
NURSES = Actor("Nurses", "does the work", 2, "for", ours=True, basis="told")
SOUND = PowerMap("Evening clinic hours", (NURSES, BOARD, FAMILIES))

maps = st.builds(
    PowerMap,
    st.text(max_size=20),
    st.lists(
        st.builds(
            Actor,
            st.text(min_size=1, max_size=12).filter(lambda name: bool(name.strip())),
            st.sampled_from(PARTS),
            st.integers(1, 3),
            st.sampled_from(STANCES),
            st.text(max_size=20),
            st.sampled_from((True, False, None)),
            st.sampled_from(("", *BASES)),
        ),
        max_size=4,
        unique_by=lambda actor: " ".join(actor.name.split()).casefold(),
    ).map(tuple),
)


def whats(found: PowerMap) -> str:
    return " | ".join(remark.what for remark in power.review(found))


def test_a_sound_map_passes() -> None:
    assert power.review(SOUND) == []


def test_it_asks_once_how_stances_are_known_and_says_where_one_is_not_sure() -> None:
    bare = power.edit(power.edit(SOUND, "Nurses", basis=""), "County Board", basis="")
    (remark,) = power.review(bare)
    assert remark.what == "Nothing says how you know where they stand: Nurses; County Board."
    assert remark.question == "How is it known where they stand: Nurses; County Board?"
    assert power.review(power.edit(SOUND, "Nurses", stance="unknown", basis="")) == []
    guessed = power.edit(SOUND, "County Board", basis="guess")
    assert power.review(guessed) == []
    assert any("undecided; a guess." in line for line in power.lines(guessed))
    assert not any("(" in line for line in power.lines(SOUND))


@settings(deadline=None)
@given(maps)
def test_a_map_comes_back_from_json(found: PowerMap) -> None:
    assert power.from_data(json.loads(json.dumps(power.to_data(found)))) == found


@settings(deadline=None)
@given(maps)
def test_every_actor_has_one_line_and_every_remark_a_next_step(found: PowerMap) -> None:
    assert len(power.lines(found)) == 1 + len(found.actors)
    for remark in power.review(found):
        assert remark.why.endswith(".") and remark.try_instead.endswith(".")


@settings(deadline=None)
@given(maps)
def test_what_is_added_can_be_removed(found: PowerMap) -> None:
    actor = Actor("Somebody who is not there yet", "advises")
    assert power.remove(power.add(found, actor), actor.name) == found


@pytest.mark.parametrize(
    ("found", "what"),
    [
        (PowerMap(), "Nobody is on the map"),
        (PowerMap("", SOUND.actors), "does not say which decision"),
        (power.remove(SOUND, "County Board"), "Nobody on the map decides"),
        (power.remove(SOUND, "Families in the East district"), "Nobody on the map is affected"),
        (PowerMap("x", (NURSES,)), "Only the department's own staff"),
        (power.edit(SOUND, "county  board", stance="for"), "Everybody on the map is for it"),
        (power.edit(SOUND, "Families in the East district", move=" "), "little influence"),
        (power.edit(SOUND, "County Board", move=""), "is undecided, and nothing says"),
        (power.edit(SOUND, "County Board", move="", stance="unknown"), "where they stand"),
        (power.edit(SOUND, "County Board", move="", stance="against"), "is against"),
        (power.add(SOUND, Actor("Rosa Jimenez", "advises")), "like a person's name"),
    ],
)
def test_what_a_map_overlooks_is_named(found: PowerMap, what: str) -> None:
    assert what in whats(found)


def test_the_functions_leave_the_map_they_are_given_as_it_was() -> None:
    before = power.to_data(SOUND)
    power.add(SOUND, Actor("Union", "can block"))
    power.edit(SOUND, "Nurses", influence=1)
    power.remove(SOUND, "Nurses")
    assert power.to_data(SOUND) == before


@pytest.mark.parametrize(
    ("ours", "said"),
    [(True, " work, our staff; "), (False, " work, not our staff; "), (None, " work; ")],
)
def test_a_map_tells_no_from_not_said(ours: bool | None, said: str) -> None:
    made = PowerMap("Hours", (Actor("Nurses", "does the work", 2, "for", ours=ours),))
    assert said in power.lines(made)[1]
    assert power.from_data(power.to_data(made)) == made
    assert ("Only the department's own staff" in whats(made)) is (ours is True)


def test_whether_somebody_is_our_staff_is_not_said_until_it_is() -> None:
    assert Actor("Nurses", "does the work").ours is None


def test_the_map_reads_as_a_list() -> None:
    assert power.lines(SOUND) == [
        "Decision: Evening clinic hours.",
        "County Board — decides; much influence; undecided; seen or read. "
        "To move: Hear two families; show the cost.",
        "Nurses — does the work, our staff; some influence; for; they said so.",
        "Families in the East district — is affected; little influence; for; they said so. "
        "To move: A paid seat.",
    ]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Actor(" ", "decides"), "no name"),
        (lambda: Actor("Board", "rules"), "decides, advises"),
        (lambda: Actor("Board", "decides", 4), "1 for little"),
        (lambda: Actor("Board", "decides", True), "1 for little"),
        (lambda: Actor("Board", "decides", 3, "maybe"), "undecided"),
        (lambda: power.add(SOUND, Actor("COUNTY BOARD", "advises")), "twice"),
        (lambda: power.remove(SOUND, "County Bord"), "Did you mean 'County Board'"),
        (lambda: power.edit(SOUND, "Nurses", mood="good"), "no such field"),
        (lambda: power.from_data("x"), "fields with values"),
        (lambda: power.from_data({"actors": [{"name": "A"}]}), "lacks part"),
        (
            lambda: power.from_data({"actors": [{"name": "A", "part": "decides", "influence": 9}]}),
            "1 for little",
        ),
        (lambda: power.from_data({"actors": [{"nam": "A"}]}), "Did you mean 'name'"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(make: Any, words: str) -> None:
    with pytest.raises(UserError, match=words):
        make()


@settings(deadline=None)
@given(maps)
def test_what_to_see_is_true_of_the_map_and_is_left_out_where_there_is_nothing(
    found: PowerMap,
) -> None:
    told = power.to_see(found)
    deciders = [actor for actor in found.actors if actor.part == "decides"]
    open_ones = [actor for actor in deciders if actor.stance != "for"]
    unheard = [one for one in found.actors if one.part == "is affected" and one.influence == 1]
    for_it = bool(deciders) and not open_ones
    assert ("Each who decides is for it." in told) == (for_it and len(deciders) > 1)
    if for_it and len(deciders) == 1:
        assert told.startswith(f"{deciders[0].name} decides and is for it.")
    assert told.startswith("Decides and is not for it") == bool(open_ones)
    assert bool(told) == bool(deciders or unheard)
    assert all(actor.name in told for actor in (*open_ones, *unheard))


def test_what_to_see_names_the_decider_and_the_unheard() -> None:
    assert power.to_see(SOUND) == (
        "Decides and is not for it, or not known to be: County Board. "
        "Is affected and has little influence: Families in the East district."
    )


@pytest.mark.parametrize(
    ("basis", "words"),
    [("told", "against; they said so"), ("seen", "against; seen or read"), ("", "against"),
     ("heard", "against; heard from others"), ("guess", "against; a guess")],
)  # fmt: skip
def test_a_stance_says_how_it_is_known_and_a_decision_ends_in_one_full_stop(
    basis: str, words: str
) -> None:
    actor = Actor("Board", power.DECIDES, 3, power.AGAINST, basis=basis)
    assert power.stance_words(actor) == words
    told = power.lines(PowerMap("Fund it from July 2027.", (actor,)))
    assert told[0] == "Decision: Fund it from July 2027."
    assert told[1].endswith(f"; {words}.")
