# mypy: disable-error-code="arg-type, attr-defined, index"
"""Whatever is typed into a widget is kept, shown as text, and drawn inside its frame."""

import base64
import re
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page
from widgets.pages import ListPage, MapPage, RatingPage

from groundwork.learner import artifacts
from groundwork.screen.activities import cause_picture
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.end_the_grant import end_the_grant
from groundwork.screen.activities.help_line import help_line
from groundwork.screen.activities.horizon import horizon
from groundwork.screen.activities.money_per_person import riverbend_per_person
from groundwork.screen.activities.pay_a_year import pay_a_year
from groundwork.screen.activities.power_map import map_of, power_chart
from groundwork.screen.activities.tag_twice import tag_twice
from groundwork.screen.activities.two_raters import two_raters
from groundwork.screen.activities.who_bears import who_bears
from groundwork.screen.activities.whose_weights import whose_weights
from groundwork.screen.widget import FieldError
from groundwork.screen.widgets.fields import Field
from groundwork.screen.widgets.questions import NumberQuestion
from groundwork.screen.widgets.rating import RatingForm
from groundwork.screen.widgets.records import RecordList
from groundwork.subject import causes
from groundwork.subject.causes import Cause, CauseMap
from groundwork.subject.errors import UserError

CAUSE = {"level": "policy", "evidence": "guess", "below": ""}
SVG = "{http://www.w3.org/2000/svg}"
TYPED = {
    "markup": '<img src=x onerror="alert(1)"> <script>a</script> | **b** `c` ](javascript:d)',
    "sheet": '=HYPERLINK("http://x")',
    "money": "$5 & $6 \\( a_b^c \\)",
    "emoji": "👩🏽‍⚕️🏥" * 40,
    "right to left": "العيادة تغلق الساعة الرابعة \u202e والنصف",
    "wide": "东区的诊所在下午四点半关门" * 20,
    "one word": "W" * 60,
    "long": "x y " * 5000,
    "control": "a\x00b\x08c\x1b\ud83dd",
}
ACTOR = {
    "part": "decides",
    "influence": "3",
    "stance": "for",
    "basis": "",
    "move": "",
    "ours": "no",
}


@pytest.fixture(params=TYPED, ids=str)
def typed(request: pytest.FixtureRequest) -> Any:
    return TYPED[request.param]


def test_a_map_keeps_and_draws_it(workspace: Any, typed: Any) -> None:
    page = MapPage(RootCauseMap(typed))
    page.respond("outcome", {"text": typed})
    page.respond("add", {**CAUSE, "text": typed, "source": typed})
    svg = base64.b64decode(page.view["picture"].partition(",")[2]).decode()
    ET.fromstring(svg)  # a character that XML forbids would leave no picture at all
    again = RootCauseMap("x").map
    assert again.causes[0].text == again.outcome
    assert re.sub(r"[\x00-\x1f\ud83d]", "", " ".join(typed.split())) == again.outcome


def test_a_list_and_a_rating_keep_it(workspace: Any, typed: Any) -> None:
    clean = re.sub(r"[\x00-\x1f]|\ud83d(?![\udc00-\udfff])", "", typed).strip()
    page = ListPage(RecordList("list", [Field("who", "Who"), Field("n", "Note", "long text")]))
    page.save(who=typed, n=typed)
    assert RecordList("list", [Field("who", "Who"), Field("n", "Note")]).records[0]["n"] == clean
    form = RatingPage(RatingForm("rating", {"A": {"s": "…"}}, {1: "no"}))
    form.rate("s", level=1, evidence=typed)
    assert artifacts.load("rating")["ratings"][0]["evidence"] == clean


@pytest.mark.parametrize("number", ["1e400", "9" * 6000, "-1e99", "1e15"])
def test_a_number_too_large_is_told_in_words(workspace: Any, number: Any) -> None:
    with pytest.raises(UserError, match="too large to be an answer"):
        NumberQuestion("q", "How many?").respond("answer", {"value": number})
    page = ListPage(RecordList("list", [Field("n", "People", "number")]))
    with pytest.raises(FieldError, match="People: This number is too large"):
        page.save(n=number)


def test_a_long_answer_is_not_repeated_whole_in_the_message() -> None:
    with pytest.raises(UserError) as refused:
        NumberQuestion("q", "How many?").respond("answer", {"value": "many " * 2000})
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("deep", [True, False])
def test_two_hundred_causes_are_drawn_kept_and_read_again(workspace: Any, deep: Any) -> None:
    page = MapPage(RootCauseMap("Visits are missed"))
    for number in range(200):
        below = f"c{number}" if deep and number else ""
        page.widget.respond(
            "add", {**CAUSE, "text": f"cause {number}", "below": below, "shown": shown(page)}
        )
    assert len(RootCauseMap("x").map.causes) == 200


def shown(page: Page) -> Any:
    return causes.to_data(page.widget.map)


def lines_of_boxes(map: Any) -> Iterator[Any]:
    """Return the width of each line of text, as a wide font has it, and of the room for it."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    root = ET.fromstring(cause_picture.draw(map))
    font = FontProperties(family="DejaVu Sans")
    for text in root.iter(f"{SVG}text"):
        if text.get("font-size") is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                path = TextPath((0, 0), text.text, size=cause_picture.FONT, prop=font)
            yield path.get_extents().width


@pytest.mark.parametrize(
    "text",
    ["W" * 60, "x" * 300, "MWmw@% " * 40, "Straßenbahnhaltestellenverlegung " * 9, "TEXT " * 60],
)
def test_no_line_of_a_box_is_wider_than_the_box(text: str) -> None:
    map = CauseMap(text, (Cause("c1", "", text, "policy", "guess"),))
    assert all(width <= cause_picture.BOX - 14 for width in lines_of_boxes(map))


def test_a_very_long_cause_is_cut_in_the_picture_and_says_so() -> None:
    svg = cause_picture.draw(CauseMap("word " * 500))
    assert svg.count("<text") == 1 + cause_picture.LONGEST
    assert "…</text>" in svg


def extents(chart: Any) -> Any:
    """Return the picture's frame and the frame of each text in it, in pixels."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    renderer = FigureCanvasAgg(chart.figure).get_renderer()
    axes = chart.figure.axes[0]
    texts = [axes.title, axes._left_title, *axes.texts]
    return chart.figure.bbox, [
        each.get_window_extent(renderer) for each in texts if each.get_text()
    ]


@pytest.mark.parametrize(
    ("decision", "names"),
    [
        ("Pay for evening hours from the general fund, from next July on " * 4, ["Board"]),
        ("d" * 400, ["x" * 60, "y" * 200]),
        ("Short", [f"Position number {number} of the department" for number in range(30)]),
        ("Short", ["Board of county supervisors", "W" * 60]),
    ],
)
@pytest.mark.parametrize("invented", [True, False])
def test_everything_in_a_power_map_lies_inside_the_picture(
    decision: Any, names: Any, invented: Any
) -> None:
    actors = [{**ACTOR, "name": name} for name in names]
    actors += [
        {**ACTOR, "name": "Low", "influence": "1"},
        {**ACTOR, "name": "Mid", "influence": "2"},
    ]
    chart = power_chart(map_of(decision, actors), invented=invented)
    frame, texts = extents(chart)
    assert len(texts) == 4
    for text in texts:
        assert frame.x0 <= text.x0
        assert text.x1 <= frame.x1
        assert text.y1 <= frame.y1
    for number, one in enumerate(texts):
        assert not any(one.overlaps(other) for other in texts[number + 1 :])
    assert names[0] in chart.table["Who"].to_list()


def test_neighbors_with_long_names_do_not_overlap() -> None:
    stances = ("against", "undecided", "for")
    actors = [
        {**ACTOR, "name": f"Office of long range planning {number}", "stance": stance}
        for number, stance in enumerate(stances)
    ]
    _, texts = extents(power_chart(map_of("Short", actors)))
    assert len(texts) == 4
    for number, one in enumerate(texts):
        assert not any(one.overlaps(other) for other in texts[number + 1 :])


def test_an_unknown_stance_is_said_behind_a_long_name_too() -> None:
    actor = {**ACTOR, "name": "Office of " + "long range planning " * 5, "stance": "unknown"}
    chart = power_chart(map_of("Short", [actor]))
    assert "stance unknown" in chart.figure.axes[0].texts[0].get_text().replace("\n", " ")


def test_a_script_that_the_font_lacks_warns_nobody() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        power_chart(map_of("开放时间", [{**ACTOR, "name": "学校委员会"}]))


WHAT_IFS = (
    *(end_the_grant, help_line, horizon, pay_a_year, riverbend_per_person),
    *(tag_twice, two_raters, who_bears, whose_weights),
)
DAMAGED = (
    "1e999",
    "NaN",
    "-5",
    None,
    ["x"],
    {"a": 1},
    "9" * 999,
    "<script>",
    "\n1\n",
    float("inf"),
)


@pytest.mark.parametrize("make", WHAT_IFS, ids=lambda make: make.__name__)
def test_a_choice_that_nobody_offers_is_the_one_that_it_began_with(
    workspace: Any, make: Any
) -> None:
    widget = make()
    begins = widget.respond("look", {"values": {}})
    for value in DAMAGED:
        values = {control.id: value for control in widget._controls}
        assert widget.respond("look", {"values": values}) == begins, value
        assert widget.respond("look", {"values": value}) == begins, value


@pytest.mark.parametrize(
    ("label", "kind", "text"),
    [
        ("People", "whole", "$5"),
        ("People", "whole", "5 %"),
        ("Dollars an hour", "number", "5%"),
        ("Percent that counts", "number", "$5"),
        ("Hours a meeting", "number", "½½"),
        ("Hours a meeting", "number", "1e999"),
        ("Hours a meeting", "number", "NaN"),
        ("Hours a meeting", "number", "1/0"),
        ("Hours a meeting", "number", "1\n2"),
    ],
)
def test_a_number_field_takes_no_number_of_another_kind(label: str, kind: str, text: str) -> None:
    with pytest.raises(UserError, match=label):
        Field("x", label, kind).clean(text)


def test_a_sign_that_says_what_is_asked_is_read_past() -> None:
    assert Field("x", "Dollars an hour", "number").clean("$57") == 57
    assert Field("x", "Percent by need", "whole").clean("50 %") == 50
    assert Field("x", "Baseline", "number", unit_in="unit").clean("12.5%") == 12.5
