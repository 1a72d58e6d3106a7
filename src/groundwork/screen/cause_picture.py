"""Draw a root-cause map: the outcome at the top, and each step down asks "because?"."""

import base64
import unicodedata
from collections.abc import Sequence
from html import escape

from groundwork.learner.typed import printable
from groundwork.subject.causes import EVIDENCE, LEVELS, OUTCOME, Cause, CauseMap, under, walk

BOX = 430  # width of a box, in pixels; five steps below the outcome fit into 700
STEP = 48  # how far each step lies to the right of the one above it
FONT = 14  # pixels
LINE = 19  # height of a line of text
GAP = 14  # between two boxes
ROOM = BOX - 24  # for a line of text, between the edges of a box
LONGEST = 6  # lines in a box; the list holds every word
BORDERS = {"data": "3", "study": "3", "people": "3", "guess": '1.5" stroke-dasharray="5 4'}
INK, SOFT, ACCENT = "#1c2329", "#4a5561", "#0b5394"


def picture(map: CauseMap) -> str:
    """Return the map as a `data:` address of SVG; text is escaped, and nothing is loaded."""
    svg = draw(map)
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def description(map: CauseMap) -> str:
    """Say what the picture shows; the list beside it holds every word."""
    count = len(map.causes)
    steps = max((depth for depth, _ in walk(map)), default=0)
    levels = [name for id, name in LEVELS.items() if any(c.level == id for c in map.causes)]
    if not count:
        return f"Root-cause map of “{map.outcome}”, without a cause yet."
    return (
        f"Root-cause map of “{map.outcome}”: {count} {'cause' if count == 1 else 'causes'} in "
        f"{len(under(map))} {'branch' if len(under(map)) == 1 else 'branches'}, up to {steps} "
        f"{'step' if steps == 1 else 'steps'} deep. Levels named: {'; '.join(levels)}. "
        "The list holds every cause."
    )


def draw(map: CauseMap) -> str:
    """Return the map as SVG; it grows downwards, so that it is read without scrolling sideways."""
    parts: list[str] = []
    bottom = _branch(map, None, 0, GAP, parts)[1]
    steps = max((depth for depth, _ in walk(map)), default=0)
    width, height = steps * STEP + BOX + 2 * GAP, bottom + GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="system-ui, sans-serif" font-size="{FONT}">'
        f'<rect width="100%" height="100%" fill="white"/>{"".join(parts)}</svg>'
    )


def _branch(
    map: CauseMap, cause: Cause | None, depth: int, top: int, parts: list[str]
) -> tuple[int, int]:
    """Draw a box and all under it from `top` down; return the box's middle and the lowest edge."""
    text = _wrapped(cause.text if cause else map.outcome)
    height = LINE * (len(text) + 1) + 16
    left, middle, bottom = GAP + depth * STEP, top + height // 2, top + height
    for child in under(map, cause.id if cause else OUTCOME):
        child_middle, edge = _branch(map, child, depth + 1, bottom + GAP, parts)
        parts.append(
            f'<path d="M{left + STEP // 2} {top + height} V{child_middle} H{left + STEP}" '
            f'fill="none" stroke="{SOFT}" stroke-width="2"/>'
        )
        bottom = edge
    parts.append(_box(cause, text, left, top, height))
    return middle, bottom


def _box(cause: Cause | None, text: Sequence[str], left: int, top: int, height: int) -> str:
    above = f"{LEVELS[cause.level]} · {EVIDENCE[cause.evidence]}" if cause else "Outcome"
    border = BORDERS[cause.evidence] if cause else "3"
    fill, ink = ("white", INK) if cause else (ACCENT, "white")
    lines = [(above, 'font-size="12" font-weight="600"', ACCENT if cause else "white")]
    lines += [(line, "", ink) for line in text]
    words = "".join(
        f'<text x="{left + 12}" y="{top + 4 + LINE * (number + 1)}" fill="{color}" {style}>'
        f"{escape(line)}</text>"
        for number, (line, style, color) in enumerate(lines)
    )
    return (
        f'<rect x="{left}" y="{top}" width="{BOX}" height="{height}" rx="6" fill="{fill}" '
        f'stroke="{ACCENT}" stroke-width="{border}"/>{words}'
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
