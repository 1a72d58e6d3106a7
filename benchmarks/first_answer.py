"""Time from opening lesson 01 to the first answer on the screen, against stock ipywidgets.

python benchmarks/first_answer.py [--times 7]

Both in the same Chromium and the same JupyterLab, opened with the course's own command. Ours: the
whole of lesson 01, its first question answered as soon as it is there. The usual way: a notebook
with one chart of pyplot and one question of stock ipywidgets (radio buttons, a button, an HTML
line), which somebody has to run. The clock starts when the address is opened and stops when the
reply is drawn; the two take turns, so that a busy machine slows both.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "journey"))

from browser_tools import code, running_chromium, write_notebook
from learner import Learner
from playwright.sync_api import Page

USUAL = """
%matplotlib inline
import ipywidgets
import matplotlib.pyplot as plt
from groundwork.learner import datasets

rows = datasets.read("infant_mortality").query("year == 2021")
figure, axes = plt.subplots(figsize=(7.4, 4.4))
axes.bar_label(axes.barh(rows["group"], rows["value"]))
plt.show()
options = ipywidgets.RadioButtons(options=["fewer", "more"], value=None)
check = ipywidgets.Button(description="Check")
said = ipywidgets.HTML()
replies = {"fewer": "Yes, fewer.", "more": "No, fewer.", None: "Choose one."}
check.on_click(lambda _: setattr(said, "value", f"<p class='reply'>{replies[options.value]}</p>"))
ipywidgets.VBox([options, check, said])
"""
WAIT = 120_000  # milliseconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=7)
    times = parser.parse_args().times
    taken: dict[str, list[float]] = {"ours": [], "usual": []}
    with tempfile.TemporaryDirectory() as folder, running_chromium() as browser:
        learner = Learner(browser, Path(folder))
        try:
            address = learner.start("01_root_causes")
            write_notebook(learner.workspace / "modules" / "usual.ipynb", [code(USUAL.strip())])
            other = address.replace("01_root_causes", "usual")
            for turn in range(times + 1):
                measured = {
                    "ours": seconds(learner, address, answer_ours),
                    "usual": seconds(learner, other, answer_usual),
                }
                if turn:  # the first turn fills the browser's cache
                    for name, value in measured.items():
                        taken[name].append(value)
        finally:
            learner.leave()
    for name, values in taken.items():
        print(f"{name}: median {statistics.median(values):.2f} s, worst {max(values):.2f} s")
    ratio = statistics.median(taken["ours"]) / statistics.median(taken["usual"])
    print(f"ratio of the medians: {ratio:.2f} (goal: at most 1.5; a whole lesson against one cell)")


def seconds(learner: Learner, address: str, answer: Callable[[Page], None]) -> float:
    """Open an address in a page of its own, answer, and return how long that took."""
    page = learner.page.context.new_page()
    begin = time.perf_counter()
    page.goto(address)
    answer(page)
    taken = time.perf_counter() - begin
    page.close()
    return taken


def answer_ours(page: Page) -> None:
    question = page.locator(".gw-question").first
    question.get_by_role("textbox").fill("because the apartments are damp", timeout=WAIT)
    question.locator("button.gw-main").first.click()
    question.locator(".gw-said").first.wait_for(timeout=WAIT)


def answer_usual(page: Page) -> None:
    page.get_by_role("button", name="Run it now", exact=True).click(timeout=WAIT)
    page.locator(".jp-OutputArea-output input[type=radio]").first.check(timeout=WAIT)
    page.locator(".jp-OutputArea-output").get_by_role("button", name="Check").click()
    page.locator(".reply").first.wait_for(timeout=WAIT)


if __name__ == "__main__":
    main()
