"""Share your own money by need: the reason first, then the weights, then who gets what."""

from datetime import date
from typing import Any

from groundwork.learner import place, public_record
from groundwork.learner.papers import allocation_book, letterhead
from groundwork.learner.papers import allocation_note as paper
from groundwork.screen.activities.kept_rows import kept_rows, refuse_twice
from groundwork.screen.activities.words import Words
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.fields import Record, Said
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.budget import over, sharing
from groundwork.subject.budget.money import show, signed, to_cents
from groundwork.subject.budget.sharing import Place, Shared, Weights
from groundwork.subject.errors import UserError

WORDS = Words("allocation_note")
WEIGHTS, PLACES = "allocation_weights", "allocation_places"
MOST = 3
Rows = list[dict[str, Any]]


def allocation_note(name: str = "allocation_note") -> Stack:
    """Return who chose and why, the weights, the places, and only then who gets what."""
    view = ChartView(name=WORDS("view"))
    invented = letterhead.invented()

    def parts_now() -> dict[str, str]:
        return {row["part"]: row["says"] for row in kept_rows(name)}

    def show_it(*_: object) -> None:
        places = kept_rows(PLACES)
        view.tell(told(parts_now(), kept_rows(WEIGHTS), places, _today()) if places else {})

    why = RecordList(
        place.artifact(name),
        WORDS.fields(part=sharing.PARTS),
        title=place.titled(WORDS("why")),
        record=public_record.PAY,
        look=look,
        one=WORDS("one"),
        check=lambda rows: refuse_twice(rows, sharing.PARTS),
        on_change=show_it,
    )
    weights = RecordList(
        place.artifact(WEIGHTS),
        WORDS.fields("weight_fields"),
        title=place.titled(WORDS("weights")),
        one=WORDS("set"),
        check=lambda rows: _one_set(rows, kept_rows(PLACES)),
        on_change=show_it,
    )
    places = RecordList(
        place.artifact(PLACES),
        WORDS.fields("place_fields"),
        title=place.titled(WORDS("places")),
        one=WORDS("place"),
        check=lambda rows: shared_of(kept_rows(WEIGHTS), rows),
        on_change=show_it,
        paper=lambda rows: paper.paper(
            parts_now(),
            shared_of(kept_rows(WEIGHTS), rows),
            how(kept_rows(WEIGHTS)),
            invented,
        ),
        beside=lambda: parts_now() or kept_rows(WEIGHTS),
        workbook=lambda rows: allocation_book.workbook(
            parts_now(),
            places_of(rows),
            weights_of(kept_rows(WEIGHTS)),
            shared_of(kept_rows(WEIGHTS), rows),
            invented,
        ),
    )
    return Stack(why, weights, places, view)


def look(record: Record) -> Said:
    """Say beside the form what the note should not hold."""
    parts = {record.get("part") or "": record.get("says") or ""}
    found = [*sharing.review(parts), *over.remarks(parts, sharing.PARTS, _today())]
    told = " ".join(f"{each.what} {each.why} {each.try_instead}" for each in found)
    return Said((("says", told),) if told else (), sharing.closing(found))


def _one_set(weights: Rows, places: Rows) -> None:
    """Refuse a second set of weights, and one that the listed places cannot be shared by."""
    if len(weights) > 1:
        raise UserError(WORDS("one_set"), WORDS("edit_set"))
    shared_of(weights, places or [{"name": "A place", "people": 2, "need": 1}])


def shared_of(weights: Rows, places: Rows) -> list[Shared]:
    """Share the money among the places; nothing while a set of weights or a place lacks.

    Raises
    ------
    UserError
        When it cannot be shared so.
    """
    if not places:
        return []
    # Without weights yet, places are still looked at: a dollar is shared by need.
    found = weights_of(weights)
    if found and not weights[0]["total"] > 0:
        raise UserError(WORDS("nothing"), WORDS("give"))
    shared = sharing.share(places_of(places), found or Weights(1, 100))
    return shared if found else []


def weights_of(rows: Rows) -> Weights | None:
    """Return the kept set of weights, or None while there is none."""
    if not rows:
        return None
    found = rows[0]
    return Weights(str(found["total"]), found["need"], str(found["base"] or 0))


def places_of(rows: Rows) -> list[Place]:
    """Return the listed places with their counts."""
    return [
        # A list that was kept before a place could say what it gets now has no such entry.
        Place(row["name"], row["people"], row["need"], _exact(row.get("now")))
        for row in rows
    ]


def _exact(dollars: float | None) -> str | None:
    return None if dollars is None else str(dollars)


def how(weights: Rows) -> str:
    """Say the total, the base and the weights in a sentence."""
    if not weights:
        return ""
    found = weights[0]
    return WORDS(
        "how",
        total=show(to_cents(found["total"])),
        base=show(to_cents(found["base"] or 0)),
        need=str(found["need"]),
        people=str(100 - found["need"]),
    )


def _today() -> date | None:
    """Return the day that other days are held against; None in a county that is invented."""
    return None if letterhead.invented() else date.today()


def told(
    parts: dict[str, str], weights: Rows, places: Rows, today: date | None = None
) -> dict[str, list[str]]:
    """Say who gets what, once who chose, for which need and why stands in writing."""
    heads = WORDS.all("heads")
    shared = shared_of(weights, places)
    asks = {heads["ask"]: [str(ask) for ask in sharing.asks_of(parts, shared, today)[:MOST]]}
    lacking = sharing.lacks_before_a_result(parts)
    found = sharing.review(parts, [] if lacking else shared)
    first = [f"{each.what} {each.try_instead}" for each in found]
    if lacking:
        return {heads["look"]: [*first, WORDS("first", lacking="; ".join(lacking).lower())]}
    if not weights:
        return {heads["look"]: [*first, WORDS("no_weights")], **asks}
    lines = [
        WORDS(
            "line",
            place=each.place,
            chosen=show(each.chosen_cents),
            alone=show(each.alone_cents),
            change=signed(each.change_cents),
        )
        for each in shared
    ]
    last = sharing.loses_most(shared)
    end = WORDS("none_loses")
    if last:
        less = sharing.from_need_alone(last)
        end = WORDS("loses", place=last.place, less=less, beside=sharing.beside_now(last))
    less_than_now = [
        WORDS("less_than_now", place=each.place, less=sharing.from_now(each))
        for each in shared
        if each.from_now_cents is not None and each.from_now_cents < 0
    ]
    return {
        heads["look"]: [*first, sharing.closing(found)],
        heads["gets"]: [how(weights), *lines, *less_than_now, end],
        **asks,
    }
