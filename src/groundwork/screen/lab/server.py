"""Start JupyterLab as the learner sees it, or the plain one, on the learner's own workspace."""

import asyncio
import hashlib
import logging
import os
import secrets
import signal
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from groundwork.learner.course import LESSONS
from groundwork.learner.files import PRIVATE, write_text
from groundwork.learner.privacy import OTHERS
from groundwork.learner.workspace import course, same_folder
from groundwork.screen.lab.learner_page import EXTENSIONS, learner_page, learner_settings
from groundwork.screen.lab.log import LOG, messages_to
from groundwork.screen.widgets.papers import OWN_COMPUTER
from groundwork.subject.errors import UserError

PORT = 8910
LONGEST_CLEAN_UP = 8  # seconds; a kernel whose server has gone ends by itself
FIRST_LESSON = "modules/00_start_here.ipynb"
# Where a learner reads a lesson; the plain JupyterLab has its own.
LEARNER_PAGE = "/doc/tree/"
FULL_PAGE = "/lab/tree/"
LAST = ".groundwork/last_lesson"
TOKEN_LENGTH = 48
# What nearly every lesson needs, and what that imports in turn, while the browser loads. In a
# dictionary of its own, silently: neither names nor counts of the lesson change.
WARM_UP = (
    "exec('import groundwork.screen.widgets.explorer, groundwork.screen.widgets.questions, "
    "groundwork.screen.activities.readiness, groundwork.screen.widgets.reflection', {})"
)


# Called with a notebook's path and what is to be saved; says why not, or nothing.
Refusal = Callable[[str, dict[str, Any]], str]


def serve(
    workspace: Path,
    lesson: str,
    *,
    port: int = PORT,
    browser: bool = True,
    full: bool = False,
    refusal: Refusal | None = None,
    again: str = "",
) -> None:
    """Serve the workspace on this computer only, until Ctrl-C.

    Parameters
    ----------
    workspace
        The learner's folder, prepared.
    lesson
        Path of the notebook to open, relative to the workspace.
    port
        The port to listen on; when it is taken, the next free one.
    browser
        Whether to open the browser; without one the address is only printed.
    full
        Whether to start JupyterLab with all its menus and everything that is installed.
    refusal
        For authors, who are shown what a text builds: refuses to save it. The page then saves
        nothing by itself, and loads again when the notebook was built anew.
    again
        What is typed to open this very page again, told on it when the server has stopped.

    Raises
    ------
    UserError
        When the server cannot start.
    """
    from jupyter_core.paths import jupyter_config_dir
    from jupyter_server.serverapp import list_running_servers

    (workspace / LOG).parent.mkdir(parents=True, exist_ok=True)
    own = Path(jupyter_config_dir()) / "groundwork"
    token = _token_of(workspace, own, full)
    if not full:
        # Settings of another JupyterLab on this computer must not change a lesson, nor ours it.
        # Not in the workspace: the list of trusted notebooks must not come in a folder from others.
        os.environ["JUPYTER_CONFIG_DIR"] = str(own)
        # A kernel's folder is the notebook's: a pandas.py put there by somebody would run first.
        os.environ["PYTHONSAFEPATH"] = "1"
    if has_browser():
        os.environ[OWN_COMPUTER] = "1"  # kernels inherit it

    # What the server and its kernels write, such as a checkpoint, is the learner's alone.
    os.umask(OTHERS)
    for running in list_running_servers():
        # Another Jupyter may serve the same folder; its token is none of ours.
        if not same_folder(Path(running["root_dir"]), workspace):
            continue
        if running["token"] == _token_of(workspace, own, not full):
            view = "the learner's view" if full else "the full JupyterLab"
            raise UserError(
                f"The course is open already, in {view}.",
                "Stop it first: press Ctrl-C in its window. Then start again.",
            )
        if running["token"] == token:
            address = _address(running["url"], lesson, token, full)
            print(f"Groundwork is already open at {address}")
            if browser and has_browser():
                webbrowser.open(address)
            return
    with messages_to(workspace / LOG):
        _serve(workspace, lesson, port, token, browser, full, refusal, again)


def _serve(
    workspace: Path,
    lesson: str,
    port: int,
    token: str,
    browser: bool,
    full: bool,
    refusal: Refusal | None,
    again: str,
) -> None:
    try:
        app = _server(workspace, port, token, full, refusal, again)
        app.default_url = _page(full, lesson)  # where launch_browser goes
        # The port is bound by the first callback, so when these run the server listens.
        app.io_loop.add_callback(_stop_on_ctrl_c, app)
        app.io_loop.add_callback(_welcome, app, lesson, port, browser, full)
        app.io_loop.add_callback(_start_kernel, app, lesson)
        app.start()
        _end_tasks(app.io_loop.asyncio_loop)
    except SystemExit as stop:
        raise UserError(
            "JupyterLab did not start.",
            f"The reason is in {workspace / LOG}. Try another port: --port 9000",
        ) from stop
    print(f"\nStopped. Your work is in {workspace}.")


def _stop_on_ctrl_c(app: Any) -> None:
    """Let Ctrl-C end the kernels and the server, and end the server even if a kernel hangs.

    The server's own handler waits for a kernel that is just starting, without a limit.
    """
    loop = app.io_loop.asyncio_loop

    async def stop() -> None:
        app._stopping = True
        app.http_server.stop()
        try:
            await asyncio.wait_for(app._cleanup(), LONGEST_CLEAN_UP)
        except Exception as error:
            app.log.warning("The clean-up was cut short: %r", error)
        finally:
            app.io_loop.stop()

    def on_signal(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough
        loop.call_soon_threadsafe(lambda: stopping.append(loop.create_task(stop())))

    stopping: list[asyncio.Task[None]] = []  # a task that nothing holds may be collected
    signal.signal(signal.SIGINT, on_signal)
    if sys.platform == "win32":
        from tornado.ioloop import PeriodicCallback

        # There Ctrl-C does not end the loop's waiting, and the server looks every 5 seconds only.
        PeriodicCallback(lambda: None, 300).start()


def _end_tasks(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel what is still under way, such as a save: its thread would keep the process alive."""
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))


def _welcome(app: Any, lesson: str, port: int, browser: bool, full: bool) -> None:
    """Tell the address and open the browser."""
    if app.port != port:
        print(f"Port {port} is taken, so port {app.port} is used.")
    address = _address(app.connection_url, lesson, app.identity_provider.token, full)
    print(f"Groundwork is at {address}")
    if not browser:
        print("Open this address in your browser.")
    elif not has_browser():
        print("No browser was found here. Copy the address into one.")
    else:
        print("If no page opens, copy the address into your browser.")
        app.launch_browser()
    print("Keep this window open. To stop, press Ctrl-C here.", flush=True)


def last_lesson(workspace: Path) -> str:
    """Return the lesson that was open when the server stopped last, or the first one."""
    try:
        lesson = (workspace / LAST).read_text(encoding="utf-8").strip()
    except OSError:
        return FIRST_LESSON
    return lesson if (workspace / lesson).is_file() else FIRST_LESSON


def _page(full: bool, lesson: str) -> str:
    return (FULL_PAGE if full else LEARNER_PAGE) + quote(lesson)


def _address(server: str, lesson: str, token: str, full: bool) -> str:
    return f"{server.rstrip('/')}{_page(full, lesson)}?token={token}"


def has_browser() -> bool:
    """Whether a browser with a window can be opened here."""
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    ):
        return False  # only a text browser could be found, and it would take this window over
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _server(
    workspace: Path,
    port: int,
    token: str,
    full: bool,
    refusal: Refusal | None = None,
    again: str = "",
) -> Any:
    """Set up the server; when this returns, it listens."""
    from jupyter_server.services.sessions.sessionmanager import SessionManager
    from jupyterlab.labapp import LabApp
    from traitlets.config import Config

    def remember(path: str | None) -> None:
        # Only a lesson of the course: the next start opens what is remembered.
        if path and fnmatch(path, LESSONS) and (course() / path).is_file():
            write_text(workspace / LAST, path + "\n")

    class Sessions(SessionManager):
        """Remembers which lesson was opened last."""

        async def create_session(self, path: str | None = None, **rest: Any) -> dict[str, Any]:
            remember(path)
            return await super().create_session(path=path, **rest)

        async def update_session(self, session_id: str, **changes: Any) -> None:
            # JupyterLab makes a session under a random path, and gives it the lesson's afterwards.
            await super().update_session(session_id, **changes)
            remember(changes.get("path"))

    config = Config()
    config.ServerApp.root_dir = str(workspace.resolve())
    config.ServerApp.ip = "localhost"
    config.ServerApp.port = port
    config.IdentityProvider.token = token
    config.ServerApp.log_level = logging.WARNING
    config.ServerApp.answer_yes = True  # one Ctrl-C stops, without a question
    config.ServerApp.allow_root = True  # a container has no other user
    config.ServerApp.terminals_enabled = full
    config.ServerApp.session_manager_class = Sessions
    config.FileContentsManager.post_save_hook = _close_to_others
    if refusal:
        config.FileContentsManager.pre_save_hook = _refusing(refusal)
    config.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
    config.LabApp.news_url = None
    config.LabApp.extension_manager = "readonly"
    config.LabApp.extra_labextensions_path = [str(EXTENSIONS)]
    if not full:
        config.LabApp.app_settings_dir = str(learner_settings(workspace, author=bool(refusal)))
    # A learner's page uses no terminal, no language server and none of nbgrader's panels, and
    # importing them would double the time to start.
    LabApp.load_other_extensions = full
    app = LabApp.initialize_server(argv=[], config=config)
    app.open_browser = False  # `_welcome` does, once the server listens
    if not full:
        hook = partial(learner_page, author=bool(refusal), again=again)
        app.web_app.settings["page_config_hook"] = hook
    return app


def _refusing(refusal: Refusal) -> Callable[..., None]:
    """Return what the server calls before it saves: it raises when there is a reason not to."""
    from tornado.web import HTTPError

    def before_saving(model: dict[str, Any], path: str, **_: object) -> None:
        if model["type"] == "notebook" and (why := refusal(path, model["content"])):
            raise HTTPError(403, why)

    return before_saving


def _close_to_others(os_path: str, **_: object) -> None:
    """Take a saved notebook from others' eyes: JupyterLab leaves a file the rights that it had."""
    if os.name != "nt" and not Path(os_path).is_symlink():
        with suppress(OSError):  # a disk that keeps no rights
            Path(os_path).chmod(PRIVATE)


def _token_of(workspace: Path, own: Path, full: bool) -> str:
    """Return the workspace's token, the same at every start: a page left open then goes on.

    The learner's view and the full JupyterLab have each their own, which tells them apart. Kept
    in `own`, the course's folder of settings, since a workspace may be handed to others.
    """
    place = os.path.normcase(workspace.resolve())  # on Windows, names have no case
    view = " full" if full else ""
    name = hashlib.sha256(f"{place}{view}".encode()).hexdigest()[:16]
    file = own / "tokens" / name
    try:
        token = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        token = ""
    if len(token) < TOKEN_LENGTH:
        token = secrets.token_hex(TOKEN_LENGTH // 2)
        write_text(file, token + "\n", owner_only=True)
    return token


async def _start_kernel(app: Any, lesson: str) -> None:
    """Start the lesson's kernel while the browser loads; JupyterLab finds it by the path."""
    session = await app.session_manager.create_session(
        path=lesson, name=Path(lesson).name, type="notebook", kernel_name="python3"
    )
    client = app.kernel_manager.get_kernel(session["kernel"]["id"]).client()
    client.start_channels(iopub=False, stdin=False, hb=False, control=False)
    client.execute(WARM_UP, silent=True)
    await client.get_shell_msg(timeout=60)
    client.stop_channels()
