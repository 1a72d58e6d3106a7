"""What follows from a power map, and what it still has to find out."""

from collections.abc import Iterator, Sequence

from groundwork.subject.asks import Ask
from groundwork.subject.power import (
    ADVISES,
    AFFECTED,
    CAN_BLOCK,
    DECIDES,
    FOR,
    INFLUENCE,
    NOT_SURE,
    UNKNOWN,
    WORKS,
    Actor,
    PowerMap,
    stance_words,
)

WHO_BRINGS_IT = "whoever brings the decision forward (nobody is named yet)"


def follows(power: PowerMap) -> list[str]:
    """Say who decides and can block, where they stand, and what is not known yet."""
    return [
        _stands(power, DECIDES, "Who decides", "Who decides is not known yet."),
        _stands(
            power,
            CAN_BLOCK,
            "Who can block it",
            "Whether anybody can block it is not known yet.",
        ),
        *_unknown(power),
    ]


def asks(power: PowerMap, unfinished: Sequence[str] = ()) -> list[Ask]:
    """List what is still to be asked: each thing that the paper calls not known yet.

    Parameters
    ----------
    unfinished
        Who is on the list and not on the map, because part, influence or stance is open.
    """
    return [
        *_missing(power),
        *(ask for actor in power.actors for ask in _of(actor)),
        *_whose(power),
        *(Ask(name, "their part, influence and stance", "the map") for name in unfinished),
    ]


def _stands(power: PowerMap, part: str, label: str, none: str) -> str:
    actors = [actor for actor in power.actors if actor.part == part]
    told = "; ".join(f"{actor.name} ({_where(actor)})" for actor in actors)
    return f"{label}: {told}." if told else none


def _where(actor: Actor) -> str:
    return "where they stand is not known yet" if actor.stance == UNKNOWN else stance_words(actor)


def _unknown(power: PowerMap) -> Iterator[str]:
    stances = [actor.name for actor in power.actors if actor.stance == UNKNOWN]
    moves = [a.name for a in power.actors if a.stance not in (FOR, UNKNOWN) and not a.move.strip()]
    voices = [actor.name for actor in power.actors if _is_unheard(actor)]
    if stances:
        yield f"Not known yet, where they stand: {'; '.join(stances)}."
    if moves:
        yield f"Not known yet, what would move them: {'; '.join(moves)}."
    if voices:
        yield f"Not known yet, what would give them a say: {'; '.join(voices)}."


def _is_unheard(actor: Actor) -> bool:
    return actor.part == AFFECTED and actor.influence == 1 and not actor.move.strip()


def _missing(power: PowerMap) -> Iterator[Ask]:
    parts = {actor.part for actor in power.actors}
    if power.actors and DECIDES not in parts:
        yield Ask(WHO_BRINGS_IT, "who decides", "the decision")
    if power.actors and CAN_BLOCK not in parts:
        yield Ask(WHO_BRINGS_IT, "whether anybody can block it, and who", "the decision")


def _whose(power: PowerMap) -> Iterator[Ask]:
    names = "; ".join(actor.name for actor in power.actors if actor.ours is None)
    if names:
        yield Ask(WHO_BRINGS_IT, f"whether they are our own staff: {names}", "the map")


def _of(actor: Actor) -> Iterator[Ask]:
    verb, moves = _with_verb(actor.part), bool(actor.move.strip())
    if actor.stance == UNKNOWN:
        why = f"the decision: they {verb}, with {INFLUENCE[actor.influence]}"
        yield Ask(actor.name, "where they stand, and what they would need", why)
    elif actor.basis in NOT_SURE:
        why = f"the decision: that they are {actor.stance} is {NOT_SURE[actor.basis]}"
        yield Ask(actor.name, "where they stand, and what they would need", why)
    elif not moves and actor.stance != FOR:
        why = f"the decision: they {verb}, and are {actor.stance}"
        yield Ask(actor.name, "what would move them, and whom they listen to", why)
    if _is_unheard(actor):
        why = "the decision: they are affected, and have little influence"
        yield Ask(actor.name, "what would give them a say", why)
    elif not moves and actor.stance == FOR:
        why = f"the decision: they {verb}, and are for it"
        yield Ask(actor.name, "whom they can move, and how", why)


def _with_verb(part: str) -> str:
    """Return a part as it follows "they"."""
    return {
        DECIDES: "decide",
        ADVISES: "advise",
        WORKS: "do the work",
        AFFECTED: "are affected",
    }.get(part, part)
