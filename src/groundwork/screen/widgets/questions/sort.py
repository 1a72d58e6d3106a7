"""Sort items into categories."""

from collections.abc import Mapping
from typing import Any, Unpack

from groundwork.learner.questions import Sort
from groundwork.screen.widgets.questions.question import How, Question, drawn, pairs
from groundwork.subject.errors import UserError


class ClassifyQuestion(Question):
    """Sort each item into a category; the answer is a mapping of item to category.

    Parameters
    ----------
    terms
        What holds for all of it, shown below the prompt.
    """

    drawn_by = drawn("sort")
    drawn_as = "classify"

    def __init__(
        self,
        id: str,
        prompt: str,
        items: Mapping[str, str],
        categories: Mapping[str, str],
        *,
        terms: str = "",
        **how: Unpack[How],
    ) -> None:
        content = {
            "kind": self.drawn_as,
            "items": pairs(items),
            "categories": pairs(categories),
            "terms": terms,
        }
        super().__init__(id, prompt, content, **how)

    def clean(self, value: Any) -> dict[str, str]:
        """Return item to category, or name the items that are not sorted yet."""
        known = {category for category, _ in self.content["categories"]}
        open_items = [
            text for item, text in self.content["items"] if (value or {}).get(item) not in known
        ]
        if open_items:
            raise UserError(f"Not sorted yet: {'; '.join(open_items)}.", "Choose one for each.")
        return {item: value[item] for item, _ in self.content["items"]}

    def in_words(self, value: Mapping[str, str]) -> str:
        """Return each item with the category it is sorted into."""
        items, categories = dict(self.content["items"]), dict(self.content["categories"])
        return "; ".join(
            f"“{items.get(item, item)}” is {categories.get(category, category)}"
            for item, category in value.items()
        )

    def choices(self) -> list[str]:
        """Return the items, then the categories."""
        return [
            "Sort each of these:",
            *(f"  - {text}" for _, text in self.content["items"]),
            "into one of:",
            *(f"  - {text}" for _, text in self.content["categories"]),
        ]


def sorted_into(asked: Sort, **how: Unpack[How]) -> ClassifyQuestion:
    """Return the controls of a question that sorts items."""
    items = {item.name: item.text for item in asked.items}
    categories = {category.name: category.text for category in asked.categories}
    return ClassifyQuestion(asked.id, asked.prompt, items, categories, **how)
