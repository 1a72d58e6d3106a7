"""Draw a root-cause map: the outcome at the left, each step to the right asks "because?"."""

import base64
import textwrap
from collections.abc import Sequence
from html import escape

from groundwork.subject.causes import EVIDENCE, LEVELS, OUTCOME, Cause, CauseMap, under, walk

BOX = 208  # width of a box, in pixels
STEP = 250  # from one column to the next
LINE = 19  # height of a line of text
GAP = 14  # between two boxes
LETTERS = 25  # letters in a line of a box
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
    """Return the map as SVG."""
    parts: list[str] = []
    bottom = _branch(map, None, 0, GAP, parts)[1]
    columns = max((depth for depth, _ in walk(map)), default=0)
    width, height = columns * STEP + BOX + 2 * GAP, bottom + GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:g}" '
        f'width="{width}" height="{height:g}" font-family="system-ui, sans-serif" font-size="14">'
        f'<rect width="100%" height="100%" fill="white"/>{"".join(parts)}</svg>'
    )


def _branch(
    map: CauseMap, cause: Cause | None, depth: int, top: float, parts: list[str]
) -> tuple[float, float]:
    """Draw a box and all under it from `top` down; return the box's middle and the lowest edge."""
    text = textwrap.wrap(cause.text if cause else map.outcome, LETTERS) or [""]
    height = LINE * (len(text) + (2 if cause else 1)) + 16
    middles, bottom = [], top
    for child in under(map, cause.id if cause else OUTCOME):
        middle, edge = _branch(map, child, depth + 1, bottom, parts)
        middles.append(middle)
        bottom = edge + GAP
    middle = max(sum(middles) / len(middles) if middles else 0, top + height / 2)
    left = GAP + depth * STEP
    for child_middle in middles:
        x, to = left + BOX, left + STEP
        parts.append(
            f'<path d="M{x} {middle:g} C{x + 24} {middle:g} {to - 24} {child_middle:g} '
            f'{to} {child_middle:g}" fill="none" stroke="{SOFT}" stroke-width="1.5"/>'
        )
    parts.append(_box(cause, text, left, middle - height / 2, height))
    return middle, max(bottom - GAP, middle + height / 2)


def _box(cause: Cause | None, text: Sequence[str], left: float, top: float, height: float) -> str:
    above = LEVELS[cause.level] if cause else "Outcome"
    border = BORDERS[cause.evidence] if cause else "3"
    fill, ink = ("white", INK) if cause else (ACCENT, "white")
    lines = [(above, 'font-size="12" font-weight="600"', ACCENT if cause else "white")]
    lines += [(line, "", ink) for line in text]
    if cause:
        lines.append((EVIDENCE[cause.evidence], 'font-size="12" font-style="italic"', SOFT))
    words = "".join(
        f'<text x="{left + 12:g}" y="{top + 4 + LINE * (number + 1):g}" fill="{colour}" {style}>'
        f"{escape(line)}</text>"
        for number, (line, style, colour) in enumerate(lines)
    )
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{BOX}" height="{height:g}" rx="6" fill="{fill}" '
        f'stroke="{ACCENT}" stroke-width="{border}"/>{words}'
    )
