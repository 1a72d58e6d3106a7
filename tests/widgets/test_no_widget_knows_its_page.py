"""A widget talks to its host, and knows nothing else of the page that it is on."""

import re
from pathlib import Path

import pandas as pd
import pytest

from groundwork import screen
from groundwork.screen.charts.chart import bar_chart
from groundwork.screen.data_frame import page_of
from groundwork.screen.widget import HERE, SHARED

SCREEN = Path(screen.__file__).parent
LAB = SCREEN / "lab"  # JupyterLab as a host, and its extension
FILES = sorted(
    path for kind in ("*.js", "*.css") for path in SCREEN.rglob(kind) if LAB not in path.parents
)
# What belongs to one host: its page, its names for things, its way to Python, its buttons.
OF_A_HOST = re.compile(
    r"\b(jp-|lm-|model|comm|kernel)\b|data-(jp|lm|gw)-|jupyterapp|lumino|anywidget|msg:custom|gwlab"
    r"|Restart this page|Event\(\"gw-|prefers-color-scheme",
    re.IGNORECASE,
)
# What a page with a strict security policy refuses.
REFUSED = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|(?<!-)\bstyle:"
    r"|setAttribute\(\"style|javascript:|https?://"
)


def lines_without_comments(path: Path) -> list[str]:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [line.partition("// ")[0] for line in text.splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_of_one_host_stands_in_a_widget(path: Path) -> None:
    lines = lines_without_comments(path)
    assert [line for line in lines if OF_A_HOST.search(line)] == []
    assert [line for line in lines if REFUSED.search(line)] == []


def test_all_that_widgets_share_is_looked_at() -> None:
    assert {HERE / name for name in SHARED} <= {*FILES}
    assert (SCREEN / "widgets/questions/question.js") in FILES


@pytest.mark.parametrize(
    "line",
    [
        'document.querySelector(".jp-Notebook")',
        "window.jupyterapp.shell",
        'model.send({ action: "open" })',
        '[data-jp-theme-light="false"] .gw {',
        "color: var(--jp-ui-font-color1);",
        '"Then press Restart this page."',
        'document.querySelector(".gwlab-line")',
    ],
)
def test_the_lint_knows_what_belongs_to_jupyterlab(line: str) -> None:
    assert OF_A_HOST.search(line)


@pytest.mark.parametrize("line", ['node.innerHTML = "<b>"', 'make("p", { style: "color: red" })'])
def test_the_lint_knows_what_a_strict_page_refuses(line: str) -> None:
    assert REFUSED.search(line)


def test_what_python_draws_has_no_inline_style() -> None:
    data = pd.DataFrame({"group": ["Black", "White"], "rate": [10.9, 4.5]})
    chart = bar_chart(
        data, "group", "rate", title="Deaths", unit="per 1,000", source="NVSR", meaning="A gap."
    )
    assert " style=" not in chart._repr_html_()
    assert " style=" not in page_of(data)
