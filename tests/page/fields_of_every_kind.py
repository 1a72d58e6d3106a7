# mypy: disable-error-code="arg-type"
"""Where each kind of widget takes words, how they are put in, and how they are seen again."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

WORDS = "Twenty minutes of work"


@dataclass(frozen=True)
class Field:
    """A place that takes words or a choice.

    Attributes
    ----------
    fill
        Puts something in, in the widget's box, and saves nothing.
    holds
        Waits until the box shows what was put in.
    asks
        Whether it counts as unsaved: a guess is never kept, so nobody is asked about it.
    """

    fill: Callable[[Locator], None]
    holds: Callable[[Locator], None]
    asks: bool = True


def typed(find: Callable[[Locator], Locator], words: str = WORDS) -> Field:
    """A box with typed words, in whatever is open."""

    def fill(box: Locator) -> None:
        find(box).click()
        find(box).fill(words)

    return Field(fill, lambda box: expect(find(box)).to_have_value(words))


def chosen(role: str, at: int, asks: bool = True) -> Field:
    find = lambda box: box.get_by_role(role).nth(at)  # noqa: E731
    return Field(lambda box: find(box).check(), lambda box: expect(find(box)).to_be_checked(), asks)


def in_form(opener: str, find: Callable[[Locator], Locator]) -> Field:
    """A box in a form that a button opens; the form comes back open."""
    inner = typed(find)

    def fill(box: Locator) -> None:
        if not box.locator("form").count():
            box.get_by_role("button", name=opener).click()
        inner.fill(box)

    return Field(fill, inner.holds)


def first_box(box: Locator) -> Locator:
    return box.locator("form textarea, form input").first


FIELDS = {
    "choose": chosen("radio", 1),
    "several": chosen("checkbox", 2),
    "sort": Field(
        lambda box: box.get_by_role("combobox").first.select_option("s") and None,
        lambda box: expect(box.get_by_role("combobox").first).to_have_value("s"),
    ),
    "match": Field(
        lambda box: box.get_by_role("combobox").first.select_option("b") and None,
        lambda box: expect(box.get_by_role("combobox").first).to_have_value("b"),
    ),
    "matrix": Field(
        lambda box: box.get_by_role("combobox").nth(4).select_option("W") and None,
        lambda box: expect(box.get_by_role("combobox").nth(4)).to_have_value("W"),
    ),
    "flaw": chosen("checkbox", 2),
    "card": typed(lambda box: box.get_by_role("textbox"), "66.7"),
    "number": typed(lambda box: box.get_by_role("textbox"), "12.5"),
    "computed": typed(lambda box: box.get_by_role("textbox"), "3.5"),
    "table": typed(lambda box: box.get_by_role("textbox").nth(1), "120.5"),
    "text": typed(lambda box: box.get_by_role("textbox")),
    "guess": chosen("radio", 1, asks=False),
    "place": chosen("radio", 0),
    "records": in_form("Add a", first_box),
    "timeline": in_form("Add a", first_box),
    "looked": in_form("Add a", first_box),
    "picked": in_form("Add a", lambda box: box.get_by_label("Signs off")),
    "causes": in_form("Because…", first_box),
    "power": typed(lambda box: box.get_by_role("textbox").first),
    # Saved by itself after a second; until then, and when it cannot be, it is unsaved as all are.
    "rating": typed(lambda box: box.get_by_role("textbox").nth(3)),
    "reflection": typed(lambda box: box.get_by_role("textbox")),
    # An answer about a file: it comes back, and can be typed again.
    "own_file": Field(
        lambda box: box.get_by_role("textbox").fill("FY2026"),
        lambda box: expect(box.get_by_role("textbox")).to_have_value("FY2026"),
        asks=False,
    ),
}
# What only shows something: a choice there is no word of the learner's.
WORDLESS = {"chart", "view", "explorer", "what_if"}
TYPED = [*FIELDS]
# The button that keeps what a kind takes, where it is not that of a question that is checked; a
# rating keeps itself, a guess stays on the page.
OTHER_BUTTON = {
    "text": "Save my answer",
    "place": "Keep my choice",
    "records": "Save",
    "timeline": "Save",
    "looked": "Save",
    "picked": "Save",
    "causes": "Add this cause",
    "power": "Save the decision",
    "reflection": "Keep",
    "rating": "",
}
KEEP = {kind: OTHER_BUTTON.get(kind, "Check my answer") for kind in TYPED if FIELDS[kind].asks}
# What these keep stands outside of their form.
FORMS = ("records", "timeline", "looked", "picked", "causes")


def fitting(control: Locator, words: str) -> str:
    """Return what a field of a form takes: a year, a number, a day, or else the words."""
    takes = {"whole": "2030", "year": "2030", "number": "4", "day": "6/30/2030"}
    return takes.get(control.get_attribute("data-kind") or "", words)


def fill_everything(page: Page, words: str) -> None:
    """Choose and write in every kind of widget, and save what has a form."""
    radios = page.locator(".gw input[type=radio]:visible")
    names = radios.evaluate_all("all => all.map(one => one.name)")
    for at in {name: at for at, name in enumerate(names)}.values():  # the last of each group
        radios.nth(at).check()
    for box in page.locator(".gw input[type=checkbox]:visible").all():
        box.check()
    for box in page.locator(".gw-question select:visible").all():
        box.select_option(index=1)
    for box in page.locator(".gw :is(textarea, input:not([type])):visible").all():
        box.fill("4.5" if box.get_attribute("inputmode") else f"{words} in a field")
    for widget in (".gw-records", ".gw-causes"):
        for box in page.locator(f"{widget}:visible").all():
            button = box.locator(".gw-button.gw-main").first
            button.click()
            form = box.locator("form")
            for control in form.locator(":is(textarea, input):visible").all():
                control.fill(fitting(control, f"{words} in a form"))
            for control in form.locator("select:visible").all():
                control.select_option(index=1)
            form.locator("[type=submit]").click()
            said = box.locator(".gw-feedback[role=status]", has_text="Saved")
            expect(said.first).to_be_visible()


def fill_and_keep(kind: str, box: Locator) -> None:
    """Fill one kind's field and all that its form lacks, and press what keeps it."""
    FIELDS[kind].fill(box)
    complete(box)
    if KEEP[kind]:
        box.get_by_role("button", name=KEEP[kind], exact=True).first.click()


def holds_what_was_kept(kind: str, box: Locator) -> None:
    """Wait until a page that was opened anew shows what was kept."""
    if kind in FORMS:
        expect(box.get_by_text(WORDS).first).to_be_visible()
    else:
        FIELDS[kind].holds(box)


def complete(box: Locator) -> None:
    """Choose and write something wherever a form still lacks it."""
    for choice in box.locator("select:visible").all():
        if choice.input_value() == "":
            choice.select_option(index=1)
    for field in box.locator("form :is(input, textarea):visible").all():
        if field.input_value() == "":
            field.fill(fitting(field, WORDS))
    for number in box.locator("table input:visible").all():
        if number.input_value() == "":
            number.fill("4.5")
