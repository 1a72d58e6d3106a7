"""An author sees the built page, sees it change at each save of its text, and cannot save it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_tools import free_port, own_environment, stop, until
from playwright.sync_api import Browser, expect
from small_texts import write_course

pytestmark = pytest.mark.browser
TEXT = "modules/01_job.md"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The course opened by an author, as `write --open` prints its address."""
    root = tmp_path / "course"
    write_course(root)
    (root / "src").mkdir()
    command = [sys.executable, "-P", "-m", "groundwork", "write", "01_job", "--open"]
    command += ["--no-browser", "--port", str(free_port()), "--course", str(root)]
    log = tmp_path / "log"
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            command,
            stdout=file,
            stderr=subprocess.STDOUT,
            env=own_environment(tmp_path / "home", PYTHONUNBUFFERED="1"),
            start_new_session=True,
        )
    try:
        until(lambda: "Groundwork is at" in log.read_text(encoding="utf-8"), 90)
        found = re.search(r"Groundwork is at (\S+)", log.read_text(encoding="utf-8"))
        assert found
        yield found[1]
    finally:
        stop(process)


def test_the_page_follows_its_text_and_refuses_to_be_saved(
    address: str, browser: Browser, tmp_path: Path
) -> None:
    text = tmp_path / "course" / TEXT
    stored = text.with_suffix(".ipynb")
    page = browser.new_page()
    page.goto(address)
    notebook = page.locator(".jp-NotebookPanel")
    expect(notebook.get_by_role("heading", name="Your department")).to_be_visible(timeout=60_000)
    words = text.read_text(encoding="utf-8")
    text.write_text(words.replace("Yours.", "Yours, as an author has it."), encoding="utf-8")
    new = notebook.locator("p", has_text="Yours, as an author has it.")  # its editor says so too
    expect(new).to_be_attached(timeout=60_000)
    before = stored.read_bytes()
    dialog = page.locator(".jp-Dialog")

    def asked() -> bool:
        page.keyboard.press("Control+s")  # goes by unheard while the page reads its file again
        page.wait_for_timeout(500)
        return dialog.is_visible()

    until(asked, 60)
    expect(dialog).to_contain_text(
        f"this page is built from {TEXT}", ignore_case=True, timeout=30_000
    )
    assert stored.read_bytes() == before
    page.close()
