# mypy: disable-error-code="misc"
"""What a learner writes is theirs alone; lesson 00 says where it is, doctor checks each place."""

import os
import stat
import subprocess
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from groundwork.authoring.notebooks import read as read_notebook
from groundwork.command import doctor
from groundwork.learner import answers, artifacts, cloud, place, privacy, reflections, workspace
from groundwork.learner.course import HELP

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has no modes")
NOTEBOOK = '{{"cells": [], "metadata": {{"by": "{}"}}, "nbformat": 4, "nbformat_minor": 5}}'


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def write(path: Path, text: str = "mine") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o666)
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "the course"
    write(folder / "modules" / "00_start_here.ipynb", NOTEBOOK.format("us"))
    write(folder / "modules" / "01_root_causes.ipynb", NOTEBOOK.format("us"))
    write(folder / "datasets" / "gaps.csv")
    write(folder / "released" / "01_root_causes.ipynb", NOTEBOOK.format("us"))
    return folder


@pytest.fixture
def folder(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace that was used, with the widest rights a system may give."""
    old = os.umask(0)
    folder = tmp_path / "Zoë’s wörk"
    start(source, folder)
    exercise = folder / "exercises" / "01_root_causes"
    write(folder / "modules" / "01_root_causes.ipynb", NOTEBOOK.format("me"))
    write(folder / "modules" / ".ipynb_checkpoints" / "01_root_causes-checkpoint.ipynb")
    write(exercise / "answers.json", "{}")
    write(exercise / ".ipynb_checkpoints" / "01_root_causes-checkpoint.ipynb")
    write(folder / "my_work" / "reflections" / "01" / "me.md")
    write(folder / ".groundwork" / "server.log")
    write(folder / "invitation.txt")
    write(folder / "Untitled.ipynb", NOTEBOOK.format("me"))
    for each in [folder, *folder.rglob("*")]:
        each.chmod(0o777 if each.is_dir() else 0o666)
    monkeypatch.setenv(workspace.VARIABLE, str(folder))
    yield folder
    os.umask(old)


def start(source: Path, folder: Path) -> None:
    workspace.prepare(source, folder, {"01_root_causes": source / "released"})


def said(folder: Path) -> list[tuple[bool | None, str, str]]:
    return list(doctor._privacy(folder))


@POSIX
def test_a_start_closes_what_is_the_learners_and_nothing_else(source: Path, folder: Path) -> None:
    start(source, folder)
    for inner in (
        "my_work",
        "my_work/reflections",
        ".groundwork",
        "exercises/01_root_causes",
        "exercises/01_root_causes/.ipynb_checkpoints",
        "modules/.ipynb_checkpoints",
    ):
        assert mode(folder / inner) == 0o700, inner
    for inner in (
        "my_work/reflections/01/me.md",
        ".groundwork/server.log",
        "exercises/01_root_causes/answers.json",
        "exercises/01_root_causes/01_root_causes.ipynb",
        "exercises/01_root_causes/.ipynb_checkpoints/01_root_causes-checkpoint.ipynb",
        "modules/01_root_causes.ipynb",
        "Untitled.ipynb",
    ):
        assert mode(folder / inner) == 0o600, inner
    for inner in ("modules/00_start_here.ipynb", "datasets/gaps.csv"):
        assert mode(folder / inner) == 0o666, inner
    assert mode(folder / "modules") == mode(folder / "datasets") == 0o777


@POSIX
def test_what_is_kept_is_closed_from_its_first_byte_whatever_the_mask(folder: Path) -> None:
    kept = [
        reflections.keep("01_root_causes", "me", "Why?", "Because").path,
        artifacts.save("map", {"a": 1}),
    ]
    place.keep(place.OWN)
    exercise = folder / "exercises" / "01_root_causes"
    (exercise / "answers.json").unlink()
    answers.keep("q1", "b", exercise)
    kept += [folder / "my_work" / "place.json", exercise / "answers.json"]
    assert {mode(path) for path in kept} == {0o600}


@POSIX
def test_no_link_leads_a_start_out_of_the_workspace(
    source: Path, folder: Path, tmp_path: Path
) -> None:
    outside = write(tmp_path / "elsewhere" / "shared.ipynb")
    outside.parent.chmod(0o777)
    (folder / "my_work" / "link").symlink_to(outside.parent)
    (folder / "my_work" / "file").symlink_to(outside)
    (folder / "my_work" / "gone").symlink_to(tmp_path / "nowhere")
    (folder / "modules" / "link.ipynb").symlink_to(outside)
    start(source, folder)
    assert (mode(outside), mode(outside.parent)) == (0o666, 0o777)
    kept = next(store for store in privacy.STORES if "modules/*.ipynb" in store.paths)
    assert privacy.open_to_others(folder, kept) == [folder / "modules" / "link.ipynb"]


@POSIX
def test_a_workspace_that_is_a_link_is_closed_as_well(
    source: Path, folder: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link to it"
    link.symlink_to(folder)
    start(source, link)
    assert mode(folder / "my_work") == 0o700
    assert not [what for fine, what, _ in said(link) if fine is False]


@POSIX
@pytest.mark.parametrize("store", [store for store in privacy.STORES if store.paths])
def test_doctor_tells_each_place_that_others_can_open(
    source: Path, folder: Path, store: privacy.Store
) -> None:
    where = store.where.replace("`", "")
    found = {what: (fine, fix) for fine, what, fix in said(folder)}
    fine, fix = found[privacy.CLOSED.format(where)]
    assert fine is False
    assert "chmod" in fix
    start(source, folder)
    assert (True, privacy.CLOSED.format(where), "") in said(folder)


def test_no_line_of_doctor_names_the_folder_or_the_person(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "_kernel_answers", lambda: (True, True))
    monkeypatch.setattr(Path, "home", lambda: folder.parent)
    write(folder / "cohort.json", '{"name": "winter", "zone": "UTC"}')
    doctor.run(Namespace(workspace=folder, cohort=folder))
    printed = capsys.readouterr().out
    assert "The cohort's folder was not found in" in printed
    assert "FAIL  The code that runs leaves no history. Type: " in printed
    assert folder.name not in printed
    assert str(folder.parent) not in printed


def test_a_line_above_the_block_is_as_bare_as_the_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(doctor, "_user", lambda: "amy")
    line = (False, f"No course in {tmp_path / 'course'}", "Ask Amy.")
    monkeypatch.setattr(doctor, "checks", lambda *_: iter([line]))
    doctor.run(Namespace(workspace=None, cohort=None))
    bare = f"FAIL  No course in ~{os.sep}course. Ask …."
    assert capsys.readouterr().out.splitlines().count(bare) == 2


def follow(fix: str, folder: Path) -> None:
    """Type in a folder what doctor says to type there."""
    subprocess.run(fix.partition("type: ")[2], shell=True, cwd=folder, check=True)


@POSIX
def test_what_doctor_says_to_type_closes_each_place(folder: Path) -> None:
    for _ in range(50):
        open_ = [fix for fine, _, fix in said(folder) if fine is False]
        if not open_:
            break
        assert open_[0].startswith("In your folder, type: ")
        follow(open_[0], folder)
    assert not [what for fine, what, _ in said(folder) if fine is False]


@POSIX
def test_doctor_looks_at_the_folder_of_a_cohort(tmp_path: Path) -> None:
    cohort = tmp_path / "winter"
    write(cohort / "cohort.json", '{"name": "winter", "zone": "UTC"}')
    cohort.chmod(0o755)
    (fine, what, fix), copied = doctor._of_cohort(cohort)
    assert (fine, what) == (False, privacy.CLOSED.format("the cohort's folder"))
    assert copied[0] is True
    follow(fix, cohort)
    assert next(doctor._of_cohort(cohort))[0] is True
    in_cloud = tmp_path / "OneDrive" / "winter"
    write(in_cloud / "cohort.json", '{"name": "winter", "zone": "UTC"}')
    assert any(fine is None and "OneDrive" in what for fine, what, _ in doctor._of_cohort(in_cloud))
    ((fine, _, fix),) = doctor._of_cohort(tmp_path / "elsewhere")
    assert fine is False
    assert "cohort.json" in fix


def test_a_place_where_nothing_is_yet_is_not_called_closed(tmp_path: Path) -> None:
    assert not [what for _, what, _ in said(tmp_path / "new") if what.startswith("Other accounts")]


def test_windows_is_not_said_to_be_checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "os", SimpleNamespace(name="nt"))
    lines = said(folder)
    assert not [what for _, what, _ in lines if "Only you" in what]
    asked = [what for fine, what, _ in lines if fine is None and "was not checked" in what]
    assert len(asked) == len([store for store in privacy.STORES if store.paths])


def test_the_table_of_the_help_page_names_the_places_that_doctor_checks() -> None:
    page = workspace.course() / HELP
    texts = [cell.source for cell in read_notebook(page).cells]
    assert any(privacy.table() in text for text in texts), f"{HELP} needs:\n" + privacy.table()
    named = privacy.table()
    assert all(kind in named for kind in cloud.KINDS)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("OneDrive - Lake County Health/groundwork", "OneDrive"),
        ("Library/CloudStorage/OneDrive-LakeCounty/groundwork", "OneDrive"),
        ("Dropbox (Lake County)/groundwork", "Dropbox"),
        ("Library/CloudStorage/GoogleDrive-me@example.org/My Drive/groundwork", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/groundwork", "iCloud"),
        ("iCloudDrive/groundwork", "iCloud"),
    ],
)
def test_a_folder_that_a_service_copies_is_told(tmp_path: Path, path: str, kind: str) -> None:
    assert cloud.kinds_of(tmp_path / path, {}) == [kind]
    assert cloud.kinds_of(tmp_path / "groundwork", {}) == []
    assert any(fine is None and kind in what for fine, what, _ in said(tmp_path / path))


def test_onedrive_under_another_name_and_through_a_link_is_told(tmp_path: Path) -> None:
    named = {"OneDriveCommercial": str(tmp_path / "Work files")}
    assert cloud.kinds_of(tmp_path / "Work files" / "groundwork", named) == ["OneDrive"]
    if os.name == "posix":
        (tmp_path / "link").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
        assert cloud.kinds_of(tmp_path / "link" / "groundwork", {}) == ["Dropbox"]


@pytest.mark.parametrize(
    ("fstype", "opts", "found"),
    [
        ("nfs4", "rw", True),
        ("cifs", "rw", True),
        ("smbfs", "rw", True),
        ("fuse.sshfs", "rw", True),
        ("NTFS", "rw,remote", True),
        ("ext4", "rw", False),
        ("NTFS", "rw,fixed", False),
    ],
)
def test_a_disk_of_a_server_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fstype: str, opts: str, found: bool
) -> None:
    here = SimpleNamespace(mountpoint=str(tmp_path.resolve()), fstype=fstype, opts=opts)
    root = SimpleNamespace(mountpoint=tmp_path.anchor, fstype="ext4", opts="rw")
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: [root, here])
    assert cloud.kinds_of(tmp_path / "groundwork", {}) == ([cloud.SHARE] if found else [])


def test_a_profile_that_goes_to_a_server_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "amy"
    named = {"USERPROFILE": str(home), "LOCALAPPDATA": str(home / "AppData" / "Local")}
    assert cloud.kinds_of(home / "groundwork", named) == []
    monkeypatch.setattr(cloud, "_profiles_on_a_server", lambda: iter([str(home)]))
    assert cloud.kinds_of(home / "groundwork", named) == [cloud.PROFILE]
    assert cloud.kinds_of(home / "AppData" / "Local" / "groundwork", named) == []
    assert cloud.kinds_of(tmp_path / "elsewhere", named) == []
