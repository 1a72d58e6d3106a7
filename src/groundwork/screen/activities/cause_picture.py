"""Draw a root-cause map: the outcome at the top, and each step down asks "because?"."""

import base64
import unicodedata
from dataclasses import dataclass
from html import escape

from groundwork.learner.typed import printable
from groundwork.subject.causes import (
    LEVELS,
    OUTCOME,
    TOLD_AS,
    Cause,
    CauseMap,
    under,
    walk,
)
from groundwork.subject.counts import counted

BOX = 430  # width of a box, in pixels; five steps below the outcome fit into 700
STEP = 48  # how far each step lies to the right of the one above it
FONT = 14  # pixels
LINE = 19  # height of a line of text
GAP = 14  # between two boxes
ROOM = BOX - 24  # for a line of text, between the edges of a box
LONGEST = 6  # lines in a box; the list holds every word
BORDERS = {"data": "3", "study": "3", "people": "3", "guess": '1.5" stroke-dasharray="5 4'}
INK, SOFT, ACCENT = "#1c2329", "#4a5561", "#0b5394"
NOT_WRITTEN = "Not written yet"


@dataclass(frozen=True)
class Box:
    """A box of the picture, in pixels from the top left; without a cause it is the outcome."""

    cause: Cause | None
    lines: tuple[str, ...]
    left: int
    top: int

    @property
    def height(self) -> int:
        """The box's height: what stands above the text, and the text."""
        return LINE * (len(self.lines) + 1) + 16

    @property
    def above(self) -> str:
        """What stands above the text."""
        if self.cause is None:
            return "Outcome"
        return f"{LEVELS[self.cause.level]} · {TOLD_AS[self.cause.evidence]}"


@dataclass(frozen=True)
class Layout:
    """Where everything stands: boxes, and for each cause the line that leads to it.

    A line goes from (x, y) straight down to the height of a box's middle, then right to its edge.
    """

    boxes: tuple[Box, ...]
    joints: tuple[tuple[int, int, int, int], ...]  # x, y, the middle's height, the box's left edge
    width: int
    height: int


def picture(map: CauseMap) -> str:
    """Return the map as a `data:` address of SVG; text is escaped, and nothing is loaded."""
    svg = draw(map)
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def description(map: CauseMap) -> str:
    """Say what the picture shows; the list beside it holds every word."""
    count = len(map.causes)
    steps = max((depth for depth, _ in walk(map)), default=0)
    levels = [name for id, name in LEVELS.items() if any(c.level == id for c in map.causes)]
    outcome = map.outcome or NOT_WRITTEN
    guesses = sum(cause.evidence == "guess" for cause in map.causes)
    known = f"Of them {guesses}: {TOLD_AS['guess']}. " if guesses else ""
    if not count:
        return f"Root-cause map of “{outcome}”, without a cause yet."
    return (
        f"Root-cause map of “{outcome}”: {counted(count, 'cause')} in "
        f"{counted(len(under(map)), 'branch', 'branches')}, up to {counted(steps, 'step')} deep. "
        f"{known}Levels named: {'; '.join(levels)}. "
        "The list holds every cause."
    )


def draw(map: CauseMap) -> str:
    """Return the map as SVG; it grows downwards, so that it is read without scrolling sideways."""
    plan = layout(map)
    joints = "".join(
        f'<path d="M{x} {y} V{middle} H{left}" fill="none" stroke="{SOFT}" stroke-width="2"/>'
        for x, y, middle, left in plan.joints
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {plan.width} {plan.height}" '
        f'width="{plan.width}" height="{plan.height}" font-family="system-ui, sans-serif" '
        f'font-size="{FONT}"><rect width="100%" height="100%" fill="white"/>'
        f"{joints}{''.join(_box(box) for box in plan.boxes)}</svg>"
    )


def layout(map: CauseMap) -> Layout:
    """Say where each box and each line of the picture stands."""
    boxes: list[Box] = []
    joints: list[tuple[int, int, int, int]] = []

    def place(cause: Cause | None, depth: int, top: int) -> tuple[int, int]:
        """Place a box and all under it from `top` down; return its middle and the lowest edge."""
        text = cause.text if cause else map.outcome or NOT_WRITTEN
        box = Box(cause, tuple(_wrapped(text)), GAP + depth * STEP, top)
        boxes.append(box)
        bottom = top + box.height
        for child in under(map, cause.id if cause else OUTCOME):
            middle, edge = place(child, depth + 1, bottom + GAP)
            joints.append((box.left + STEP // 2, top + box.height, middle, box.left + STEP))
            bottom = edge
        return top + box.height // 2, bottom

    bottom = place(None, 0, GAP)[1]
    steps = max((depth for depth, _ in walk(map)), default=0)
    return Layout(tuple(boxes), tuple(joints), steps * STEP + BOX + 2 * GAP, bottom + GAP)


def _box(box: Box) -> str:
    border = BORDERS[box.cause.evidence] if box.cause else "3"
    fill, ink = ("white", INK) if box.cause else (ACCENT, "white")
    lines = [(box.above, 'font-size="12" font-weight="600"', ACCENT if box.cause else "white")]
    lines += [(line, "", ink) for line in box.lines]
    words = "".join(
        f'<text x="{box.left + 12}" y="{box.top + 4 + LINE * (number + 1)}" fill="{color}" {style}>'
        f"{escape(line)}</text>"
        for number, (line, style, color) in enumerate(lines)
    )
    return (
        f'<rect x="{box.left}" y="{box.top}" width="{BOX}" height="{box.height}" rx="6" '
        f'fill="{fill}" stroke="{ACCENT}" stroke-width="{border}"/>{words}'
    )


def _wrapped(text: str) -> list[str]:
    """Break a text into the lines of a box, within a word where it is wider than the box."""
    lines, room = [""], float(ROOM)
    for word in printable(text).split():
        wide = _width(word)
        if lines[-1] and wide + _width(" ") > room:
            lines.append("")
            room = ROOM
        if lines[-1]:
            word, wide = f" {word}", wide + _width(" ")
        for letter in word:
            if _width(letter) > room:
                lines.append("")
                room = ROOM
            lines[-1] += letter
            room -= _width(letter)
    if len(lines) > LONGEST:
        return [*lines[: LONGEST - 1], f"{lines[LONGEST - 1][:-2].rstrip()}…"]
    return lines


def _width(text: str) -> float:
    """Guess the width of a text in pixels, on the safe side, since each computer has its font."""
    return sum(_share(letter) for letter in text) * FONT


def _share(letter: str) -> float:
    """Return a letter's width as a share of the font's size."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.3 if unicodedata.category(letter) == "So" else 1  # an emoji is the widest
    if letter in "mwMW@%—…":
        return 1
    if letter in " iljtfrI.,:;!|'()[]":
        return 0.38
    return 0.72 if letter.isupper() else 0.6
