"""Time from the command to a ready lesson, against plain `jupyter lab` on an empty notebook.

python benchmarks/start.py CACHE [--runs 5] [--course FOLDER]

Both are second starts: everything is installed, the browser has each page in its cache, and only
the moment counts when a person can go on. Ours: the line above the lesson says that it is ready,
which it does when each code cell has run. Plain: the kernel of the empty notebook is idle. The two
take turns, so that a busy machine slows both. CACHE keeps the plain installation, the browser's
two profiles and the learner's folder.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

PLAIN = ["jupyterlab", "ipywidgets", "nbgrader", "pandas", "matplotlib", "nbval"]
ADDRESS = re.compile(r"http://localhost:\d+/\S*token=\w+")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EMPTY = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}},
    "cells": [
        {"id": "a", "cell_type": "code", "metadata": {}, "source": "", "outputs": []}
        | {"execution_count": None}
    ],
}
IDLE = ".jp-Notebook-ExecutionIndicator[data-status=idle]"
OUTPUT = ".jp-OutputArea-output"
# The line above the lesson says so when every cell has run. Asked once a frame, in plain words: a
# text selector of Playwright's searches the whole page each time and slows what is measured.
READY = "document.querySelector('.gwlab-status')?.textContent.startsWith('Ready')"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cache", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--course", type=Path, default=Path(__file__).parents[1])
    args = parser.parse_args()
    cache = args.cache.resolve()
    plain = plain_installation(cache)
    notebook = cache / "plain-files" / "empty.ipynb"
    notebook.parent.mkdir(parents=True, exist_ok=True)
    ours = [sys.executable, str(args.course / "start.py"), "--no-browser"]
    ours += ["--workspace", str(cache / "workspace"), "00_start_here"]
    jupyter = [str(plain / "bin" / "jupyter"), "lab", "--no-browser", "--allow-root"]
    jupyter += [f"--ServerApp.root_dir={notebook.parent}"]

    taken: dict[str, list[float]] = {"ours": [], "plain": []}
    for turn in range(args.runs + 1):
        notebook.write_text(json.dumps(EMPTY), encoding="utf-8")
        results = {
            "plain": seconds(cache, "plain", jupyter, lambda page, url: wait_plain(page, url)),
            "ours": seconds(cache, "ours", ours, lambda page, url: wait_ours(page, url)),
        }
        if turn:  # the first turn fills the caches
            for name, time_taken in results.items():
                taken[name].append(time_taken)
            print("  ".join(f"{name} {value:.2f} s" for name, value in results.items()), flush=True)
    medians = {name: statistics.median(values) for name, values in taken.items()}
    print("\nmedians: " + ", ".join(f"{name} {value:.2f} s" for name, value in medians.items()))
    least = {name: min(values) for name, values in taken.items()}
    print("quickest: " + ", ".join(f"{name} {value:.2f} s" for name, value in least.items()))
    print(f"ratio of the quickest: {least['ours'] / least['plain']:.2f}")
    print(f"ratio: {medians['ours'] / medians['plain']:.2f} (goal 0.8, at most 1.0)")


def plain_installation(cache: Path) -> Path:
    """Install the six packages as anybody would, once."""
    folder = cache / "plain"
    if not (folder / "bin" / "jupyter-lab").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(folder / "bin" / "pip"), "install", "-q", *PLAIN], check=True)
    return folder


def wait_ours(page: Page, url: str) -> None:
    visit(page, url)
    page.wait_for_function(READY, timeout=120_000)
    page.wait_for_selector(OUTPUT)


def wait_plain(page: Page, url: str) -> None:
    visit(page, url.replace("/lab?", "/lab/tree/empty.ipynb?"))
    page.wait_for_selector(IDLE, timeout=120_000)


def visit(page: Page, url: str) -> None:
    """Go to an address; plain Jupyter prints it a moment before it listens."""
    while True:
        try:
            page.goto(url)
            return
        except Error as error:
            if "ERR_CONNECTION_REFUSED" not in error.message:
                raise
            time.sleep(0.02)


def seconds(cache: Path, name: str, command: list[str], wait: Callable[[Page, str], None]) -> float:
    """Time one start; the browser is open before, as a person's is."""
    home = cache / f"{name}-home"
    home.mkdir(exist_ok=True)
    environment = os.environ | {"HOME": str(home)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            str(cache / f"{name}-browser"), executable_path="/usr/bin/chromium", args=FLAGS
        )
        page = browser.pages[0] if browser.pages else browser.new_page()
        begin = time.perf_counter()
        server = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        try:
            wait(page, address(server))
            return time.perf_counter() - begin
        finally:
            browser.close()
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def address(server: subprocess.Popen) -> str:
    """Read what the server prints until it tells its address."""
    said = []
    for line in server.stdout:
        said.append(line)
        if found := ADDRESS.search(line):
            return found.group()
    raise SystemExit("No address was printed:\n" + "".join(said))


if __name__ == "__main__":
    main()
