"""A reflection is kept, found again and forgotten, and is seen nowhere else."""

import json
import os
import stat
from typing import Any

import pytest

from groundwork.learner import reflections
from groundwork.learner.public_record import REFLECTION
from groundwork.screen.widgets.reflection import Reflection
from groundwork.subject.errors import UserError

SECRET = "I stayed silent in the meeting.\n---\nNext time I ask who decides."


@pytest.fixture
def reflection(workspace: Any) -> Any:
    return Reflection("me", "What did I hear?\nWhat did I do?", lesson="01_root_causes")


def keep(reflection: Any, text: str, shown: Any = None) -> Any:
    """Press Keep in a window that knows of the kept text `shown`."""
    return reflection.respond("keep", {"text": text, "shown": shown})


def test_kept_text_is_a_readable_file_that_comes_back_as_it_was(
    workspace: Any, reflection: Any
) -> None:
    shown = keep(reflection, SECRET)
    path = workspace / "my_work" / "reflections" / "01_root_causes" / "me.md"
    assert shown == {"where": "my_work/reflections/01_root_causes/me.md"}
    content = path.read_text(encoding="utf-8")
    assert "> What did I hear?\n> What did I do?" in content
    assert SECRET in content
    again = Reflection("me", "What did I hear?", lesson="01_root_causes")
    assert again.respond("open", {})["text"] == SECRET


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists instead of modes")
def test_only_the_owner_may_read_the_file(workspace: Any) -> None:
    kept = reflections.keep("00", "me", "?", SECRET)
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600


def test_forget_deletes_the_file_and_the_copy_jupyterlab_makes(
    workspace: Any, reflection: Any
) -> None:
    keep(reflection, SECRET)
    path = reflections.path_of("01_root_causes", "me")
    copy = path.parent / ".ipynb_checkpoints" / "me-checkpoint.md"
    copy.parent.mkdir()
    copy.write_text(SECRET)
    assert reflection.respond("forget", {}) == {"deleted": True}
    assert not path.exists()
    assert not copy.exists()
    assert reflection.respond("forget", {}) == {"deleted": False}
    assert reflection.respond("open", {}) == {}


def test_a_file_rewritten_by_hand_is_shown_whole(workspace: Any) -> None:
    path = reflections.path_of("00", "me")
    path.parent.mkdir(parents=True)
    path.write_text("my own notes", encoding="utf-8")
    assert reflections.read("00", "me").text == "my own notes"  # type: ignore[union-attr]


def test_words_kept_in_another_window_are_given_back_and_not_replaced(
    workspace: Any, reflection: Any
) -> None:
    keep(reflection, "First.")
    keep(reflection, "Theirs.", shown="First.")
    answer = keep(reflection, "Mine.", shown="First.")
    assert "in another window" in answer["problem"]
    assert answer["text"] == "Theirs."
    assert reflections.read("01_root_causes", "me").text == "Theirs."  # type: ignore[union-attr]
    assert "where" in keep(reflection, "Theirs.\n\nMine.", shown="Theirs.")


def test_words_kept_in_a_window_that_opened_before_any_were_kept(
    workspace: Any, reflection: Any
) -> None:
    keep(reflection, "Theirs.")
    assert keep(reflection, "Mine.")["text"] == "Theirs."
    assert "where" in keep(reflection, "Theirs. ", shown=None)  # the same words


def test_blank_text_is_not_kept(workspace: Any, reflection: Any) -> None:
    with pytest.raises(UserError, match="no text to keep"):
        keep(reflection, " \n")
    assert not (workspace / "my_work").exists()


@pytest.mark.parametrize("name", ["../escape", "a b", "", "a/b"])
def test_a_name_cannot_leave_the_reflections_folder(workspace: Any, name: str) -> None:
    with pytest.raises(UserError, match="cannot be a file's name"):
        reflections.path_of("01", name)


def test_the_text_is_in_no_state_repr_or_printout(reflection: Any) -> None:
    keep(reflection, SECRET)
    reflection.respond("open", {})
    bundle, _ = reflection._repr_mimebundle_()
    kept = reflections.read("01_root_causes", "me")
    everything = [
        json.dumps(reflection.get_state(), default=str),
        repr(reflection),
        reflection._repr_html_(),
        json.dumps(bundle),
        repr(kept),
    ]
    assert not any("silent" in text for text in everything)
    assert REFLECTION in repr(reflection)


def test_a_full_disk_is_told_without_the_text(
    reflection: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = []
    monkeypatch.setattr(Reflection, "send", lambda self, message: sent.append(message))

    def full(*args: Any, **options: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(reflections, "write_text", full)
    reflection._handle_custom_msg(
        {"ask": "1", "action": "keep", "data": {"text": SECRET, "shown": None}}, []
    )
    assert "the disk is full" in sent[0]["problem"]
    assert "silent" not in str(sent) + "".join(capsys.readouterr())
