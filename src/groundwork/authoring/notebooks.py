"""Run a notebook in a fresh kernel and store it the way CI compares it."""

import os
import shutil
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from groundwork.learner.files import write_text

CELL_TIMEOUT = 60  # seconds; a lesson's whole limit is 30, so a cell that needs this is broken
WIDGET = "application/vnd.jupyter.widget-view+json"
KEPT_CELL_METADATA = {"groundwork", "jupyter", "nbgrader", "tags", "editable", "deletable"}


def read(path: Path) -> NotebookNode:
    """Return the notebook stored at `path`."""
    return nbformat.read(path, as_version=4)


def write(notebook: NotebookNode, path: Path) -> None:
    """Store a notebook whole or not at all, with one trailing line feed, as git likes it."""
    write_text(path, nbformat.writes(notebook, indent=1).rstrip("\n") + "\n")


def execute(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Run every cell in a fresh kernel whose current folder is `folder`.

    The kernel is reached through a file socket, so it needs no network at all, not even loopback.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        When a cell raises.
    """
    # A file socket's path may have about 100 characters, so this folder stays short.
    sockets = Path(tempfile.mkdtemp(prefix="gw-"))
    options: dict[str, object] = {"timeout": CELL_TIMEOUT, "kernel_name": "python3"}
    client = NotebookClient(notebook, resources={"metadata": {"path": str(folder)}}, **options)
    client.create_kernel_manager()
    if os.name == "posix":
        client.km.transport = "ipc"
        client.km.ip = str(sockets / "k")
    try:
        return client.execute()
    finally:
        shutil.rmtree(sockets, ignore_errors=True)


def copy_course(course: Path, workspace: Path) -> None:
    """Copy what lessons read, and nothing that a person kept."""
    for folder in ("modules", "datasets", "exercises", "facilitator_guide"):
        if (course / folder).is_dir():
            ignored = shutil.ignore_patterns("answers.json")
            shutil.copytree(course / folder, workspace / folder, ignore=ignored)


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Drop what changes from run to run or tells of the machine: times, versions, widget state."""
    notebook.metadata = nbformat.from_dict(
        {
            "groundwork": notebook.metadata.get("groundwork", {}),
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},  # without it the browser edition asks for a kernel
        }
    )
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict(
            {key: value for key, value in cell.metadata.items() if key in KEPT_CELL_METADATA}
        )
        for output in cell.get("outputs", []):
            # It names a widget of this one run; the words beside it are what a reader sees.
            output.get("data", {}).pop(WIDGET, None)
    return notebook
