"""The root-cause map as a picture for a paper, which can hold no SVG that Word would show."""

import io
from collections.abc import Iterator

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from groundwork.learner.papers.model import Picture
from groundwork.screen.activities import cause_picture as plan
from groundwork.screen.charts.paper_picture import is_drawable
from groundwork.subject import causes
from groundwork.subject.causes import CauseMap

PIXELS = 96  # an inch, as a browser has it
DOTS = 220  # an inch of the picture, sharp in print
ROOM = (6.5, 8.2)  # inches on a page below its heading
SMALLEST = 0.72  # of the size on the screen: 7.5 point letters


def pictures(map: CauseMap) -> list[Picture]:
    """Return the map as one picture, or as several of its branches where it would get too small.

    Returns
    -------
    list of Picture
        None of it where a branch is too large for a page, or has letters that the font lacks: the
        list beside the picture holds every word.
    """
    found = []
    for part in _parts(map):
        drawn = plan.layout(part)
        if _scale(drawn) < SMALLEST or not all(is_drawable(_text(box)) for box in drawn.boxes):
            return []
        width = drawn.width / PIXELS * _scale(drawn)
        found.append(Picture(_png(drawn), plan.description(part), width))
    return found


def _text(box: plan.Box) -> str:
    return " ".join(box.lines)


def _scale(drawn: plan.Layout) -> float:
    return min(1, ROOM[0] * PIXELS / drawn.width, ROOM[1] * PIXELS / drawn.height)


def _parts(map: CauseMap) -> Iterator[CauseMap]:
    """Give the map whole when it fits on a page, else as many branches at a time as do."""
    together: list[str] = []
    for first in causes.under(map):
        if together and _scale(plan.layout(_only(map, [*together, first.id]))) < SMALLEST:
            yield _only(map, together)
            together = []
        together.append(first.id)
    yield _only(map, together)


def _only(map: CauseMap, first: list[str]) -> CauseMap:
    """Return the map with some of its branches."""
    kept = {id for each in first for id in causes.branch(map, each)}
    return CauseMap(map.outcome, tuple(cause for cause in map.causes if cause.id in kept))


def _png(drawn: plan.Layout) -> bytes:
    figure = Figure((drawn.width / PIXELS, drawn.height / PIXELS), facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, drawn.width), ylim=(drawn.height, 0))
    axes.axis("off")
    point = 72 / PIXELS
    for x, y, middle, left in drawn.joints:
        axes.plot([x, x, left], [y, middle, middle], color=plan.SOFT, linewidth=2 * point)
    for box in drawn.boxes:
        guess = box.cause is not None and box.cause.evidence == "guess"
        axes.add_patch(
            FancyBboxPatch(
                (box.left, box.top),
                plan.BOX,
                box.height,
                boxstyle="round,pad=0,rounding_size=6",
                facecolor="white" if box.cause else plan.ACCENT,
                edgecolor=plan.ACCENT,
                linewidth=(1.5 if guess else 3) * point,
                linestyle=(0, (3, 2.5)) if guess else "solid",
            )
        )
        ink, soft = (plan.INK, plan.ACCENT) if box.cause else ("white", "white")
        for number, line in enumerate((box.above, *box.lines)):
            axes.text(
                box.left + 12,
                box.top + 4 + plan.LINE * (number + 1),
                line,
                color=ink if number else soft,
                fontsize=(plan.FONT if number else plan.FONT - 2) * point,
                fontweight="normal" if number else "bold",
                verticalalignment="baseline",
                parse_math=False,
            )
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=DOTS)
    return file.getvalue()
