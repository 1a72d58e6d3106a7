"""Pages without a browser: each remembers what it shows and says so with a change, as ours do."""

from typing import Any


class Page:
    """A widget on a page; `view` is what the page shows."""

    def __init__(self, widget: Any) -> None:
        self.widget = widget
        self.view: dict[str, Any] = {}
        self.respond("open")

    def respond(self, action: str, data: dict[str, Any] | None = None) -> dict[str, Any]:
        """Do something on the page, and return the answer."""
        answer = self.widget.respond(action, {**self.shown(data or {}), **(data or {})})
        self.view |= answer
        return answer

    def shown(self, data: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError

    def __getattr__(self, name: str) -> Any:
        """Ask the widget for the rest."""
        return getattr(self.widget, name)


def text_of_paper(widget: Any) -> str:
    """Return a widget's paper as its button "Copy as text" gives it."""
    return str(widget.respond("paper", {"do": "text"})["text"])


class MapPage(Page):
    """A root-cause map on a page."""

    def shown(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"shown": self.view.get("map")}


class ListPage(Page):
    """A list of records on a page; a place is the number of a row."""

    def save(self, place: int | None = None, **record: Any) -> dict[str, Any]:
        return self.respond("save", {**self.row(place), "record": record})

    def remove(self, place: int) -> dict[str, Any]:
        return self.respond("remove", self.row(place))

    def row(self, place: int | None) -> dict[str, Any]:
        record = None if place is None else self.view["records"][place]
        return {"id": record and record["id"], "shown": record}

    def shown(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}


class RatingPage(Page):
    """A rating form on a page."""

    def shown(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "of": self.view.get("of"),
            "shown": self.view.get("entries", {}).get(data.get("id")),
        }

    def rate(self, id: str, **entry: Any) -> dict[str, Any]:
        answer = self.respond("rate", {"id": id, "evidence": "", **entry})
        if "entry" in answer:
            self.view["entries"] = {**self.view["entries"], id: answer["entry"]}
        return answer


class QuestionPage(Page):
    """A question on a page; `view["value"]` is the kept answer that the page knows of."""

    def shown(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"shown": self.view.get("value")}

    def press(self, value: Any) -> dict[str, Any]:
        return self.respond("answer", {"value": value})
