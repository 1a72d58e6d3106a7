"""Time from a changed control to the new chart on the screen, against ipywidgets' interact.

python benchmarks/chart_response.py [--times 50]

Both in the same Chromium and the same JupyterLab, opened with the course's own command. Ours: the
year of the explorer in lesson 01. The usual way: `interact` over a pyplot figure of the same bars.
The clock starts at the select's change event and stops when the new picture is decoded. The two
take turns, so that a busy machine slows both.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "journey"))

from browser_tools import code, running_chromium, write_notebook
from learner import Learner, is_ready
from playwright.sync_api import Locator

USUAL = """
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import interact
from groundwork.learner import datasets

rows = datasets.read("infant_mortality")

def draw(year):
    shown = rows[rows["year"] == year]
    figure, axes = plt.subplots(figsize=(7.4, 4.4))
    axes.bar_label(axes.barh(shown["group"], shown["value"]))
    axes.set_title(f"Infant mortality rate, {year}")
    axes.set_xlabel("deaths per 1,000 live births")
    plt.show()

interact(draw, year=[2017, 2018, 2019, 2020, 2021, 2022]);
"""
# Choose the next year, and return the milliseconds until another picture is there and decoded.
CHANGE = """async box => {
  const picture = () => [...box.querySelectorAll('img')].find(img => img.src.startsWith('data:'));
  const select = box.querySelector('SELECTOR');
  const before = picture()?.src;
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
  const begin = performance.now();
  const arrived = new Promise(resolve => {
    const watch = new MutationObserver(() => {
      if (!picture() || picture().src === before) return;
      watch.disconnect();
      resolve(picture());
    });
    watch.observe(box, {subtree: true, childList: true, attributes: true});
  });
  select.dispatchEvent(new Event('change', {bubbles: true}));
  await (await arrived).decode();
  return performance.now() - begin;
}"""
WARM_UP = 5
TURN = 10  # changes before the other has its turn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=50)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder, running_chromium() as browser:
        learner = Learner(browser, Path(folder))
        try:
            taken = measure(learner, times)
        finally:
            learner.leave()
    for name, values in taken.items():
        print(f"{name}: median {statistics.median(values):.0f} ms, worst {max(values):.0f} ms")
    ratio = statistics.median(taken["ours"]) / statistics.median(taken["usual"])
    print(f"ratio of the medians: {ratio:.2f} (goal: ours under 200 ms)")


def measure(learner: Learner, times: int) -> dict[str, list[float]]:
    """Change both charts as often as asked, in turns."""
    address = learner.start("01_root_causes")
    is_ready(learner.page)
    explorer = learner.page.get_by_role("group", name="Explore a gap")
    write_notebook(learner.workspace / "modules" / "usual.ipynb", [code(USUAL.strip())])
    other = learner.page.context.new_page()
    other.goto(address.replace("01_root_causes", "usual"))
    other.get_by_role("button", name="Run it now", exact=True).click()
    usual = other.locator(".jp-CodeCell:visible")
    usual.locator("img").wait_for()

    year = explorer.get_by_label("Year").evaluate("select => '#' + select.id")
    charts = {"ours": (explorer, year), "usual": (usual, "select")}
    for chart in charts.values():
        changes(*chart, WARM_UP)
    taken: dict[str, list[float]] = {name: [] for name in charts}
    while len(taken["ours"]) < times:
        for name, chart in charts.items():
            taken[name] += changes(*chart, min(TURN, times - len(taken[name])))
    return taken


def changes(box: Locator, selector: str, times: int) -> list[float]:
    """Change one chart several times."""
    box.page.bring_to_front()
    return [box.evaluate(CHANGE.replace("SELECTOR", selector)) for _ in range(times)]


if __name__ == "__main__":
    main()
