"""What the server and its kernels say goes to the log, whatever the learner's window is."""

import io
import os
import sys
from pathlib import Path

import pytest

from groundwork.screen.lab.log import messages_to


def test_a_window_that_is_no_file_stays_clean_and_the_log_holds_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A Windows console: what Python writes there does not go through descriptor 2.
    window = io.StringIO()
    monkeypatch.setattr(sys, "stderr", window)
    with messages_to(tmp_path / "server.log"):
        print("the server: Zoë \udc80", file=sys.stderr)
        os.write(2, b"a kernel\n")
    print("afterwards", file=sys.stderr)
    log = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert log == "the server: Zoë \\udc80\na kernel\n"
    assert window.getvalue() == "afterwards\n"
