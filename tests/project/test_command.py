"""What every ``groundwork`` command has in common."""

import argparse
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator

import pytest

from groundwork.command.main import build_parser


@pytest.mark.skipif(os.name == "nt", reason="a shell there has no pipe that breaks")
def test_a_reader_that_has_enough_sees_no_traceback() -> None:
    command = [sys.executable, "-m", "groundwork", "data", "kinds"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert run.stdout and run.stderr
    run.stdout.close()  # as `head` does
    assert run.stderr.read() == ""
    assert run.wait() == 1


def every_parser(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield a parser and those of its parts."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for part in action.choices.values():
                yield from every_parser(part)


def test_each_example_of_a_help_runs_as_it_is_typed_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `groundwork` is no command, an example that begins with it is none."""
    monkeypatch.setenv("GROUNDWORK_START", "py start.py")
    whole = build_parser()
    shown = 0
    for parser in every_parser(whole):
        told = parser.format_help()
        assert not re.search(r"\bgroundwork [a-z]", told), parser.prog
        examples = told.partition("\nExample")[2]
        for example in re.findall(r"py start\.py (.+?)(?:   .*)?$", examples, re.MULTILINE):
            assert whole.parse_args(shlex.split(example)).run, example
            shown += 1
    assert shown > 20
