"""Each lesson in a fresh kernel without a network, against one that imports two libraries alone.

python benchmarks/lesson_kernel.py [--runs 3]

The other one imports pandas and matplotlib. Prints seconds from the start of the kernel to its
end, the most memory that the kernel held, and the ratio of both. The limits are 30 s and 400 MB a
lesson. Linux only: elsewhere no program can be cut off, and no process tells the most it held.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from cut_off import AsyncManager  # noqa: E402

USUAL = "import matplotlib.pyplot\nimport pandas"
MOST = """print(next(
    line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = range(parser.parse_args().runs)
    for path in sorted((ROOT / "modules").glob("[0-9]*.ipynb")):
        usual, lesson = [], []
        for _ in runs:
            bare = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(USUAL)])
            usual.append(run(bare))
            lesson.append(run(nbformat.read(path, as_version=4)))
        of_usual, of_lesson = middle(usual), middle(lesson)
        print(
            f"{path.stem}: {of_lesson[0]:.1f} s against {of_usual[0]:.1f} s, ratio "
            f"{of_lesson[0] / of_usual[0]:.2f}; {of_lesson[1]:.0f} MB against "
            f"{of_usual[1]:.0f} MB, ratio {of_lesson[1] / of_usual[1]:.2f}"
        )


def middle(runs: list[tuple[float, float]]) -> list[float]:
    return [statistics.median(each) for each in zip(*runs, strict=True)]


def run(notebook: nbformat.NotebookNode) -> tuple[float, float]:
    """Run a notebook where lessons run; return seconds, and megabytes at the most."""
    notebook.cells.append(nbformat.v4.new_code_cell(MOST))
    begun = time.perf_counter()
    NotebookClient(
        notebook,
        kernel_name="python3",
        kernel_manager_class=AsyncManager,
        resources={"metadata": {"path": str(ROOT / "modules")}},
    ).execute()
    took = time.perf_counter() - begun
    return took, int(notebook.cells[-1].outputs[0].text) * 1024 / 1e6


if __name__ == "__main__":
    main()
