"""Write a paper as one page of HTML that any browser opens and prints, without a network."""

import base64
from collections.abc import Sequence
from html import escape

from groundwork.learner.papers.model import (
    Block,
    Box,
    Heading,
    Items,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from groundwork.learner.typed import printable

STYLE = """
@page { size: letter; margin: 0.55in 0.75in;
  @top-center { content: %s; font: 9pt Calibri, Arial, sans-serif; }
  @bottom-left { content: %s; font: 9pt Calibri, Arial, sans-serif; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages);
    font: 9pt Calibri, Arial, sans-serif; } }
* { box-sizing: border-box; }
body { font: 11pt/1.3 Calibri, Carlito, Arial, sans-serif; color: #1c2329; background: #fff;
  max-width: 7in; margin: 0 auto; padding: 0.3in; overflow-wrap: anywhere; }
@media print { body { padding: 0; max-width: none; } }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 2pt; }
h2 { font-size: 14pt; margin: 14pt 0 3pt; color: #0b3d6b; }
.new-page { break-before: page; margin-top: 0; }
h3 { font-size: 12pt; margin: 12pt 0 3pt; color: #0b3d6b; }
h1, h2, h3, .lead, p:has(+ .choice) { break-after: avoid; }
p { margin: 0 0 6pt; white-space: pre-line; orphans: 2; widows: 2; }
.subject { font-size: 13pt; }
dl { margin: 5pt 0 6pt; padding: 3pt 0; border: solid #0b3d6b; border-width: 1pt 0; }
dl div { display: flex; gap: 8pt; }
dt { font-weight: bold; flex: 0 0 1in; }
dd { margin: 0; flex: 1; white-space: pre-line; }
ul { margin: 0 0 8pt; padding-left: 18pt; }
ul ul ul ul ul ul { padding-left: 6pt; }
li { margin-bottom: 3pt; white-space: pre-line; }
table { border-collapse: collapse; width: calc(100%% - 1px); table-layout: fixed;
  margin: 0 0 8pt; }
caption { text-align: left; font-weight: bold; padding: 4pt 0 2pt; break-after: avoid; }
thead { display: table-header-group; }
tbody tr:first-child { break-before: avoid; }
tr, .whole { break-inside: avoid; }
.choice { break-before: avoid; break-inside: avoid; margin-bottom: 3pt; }
th, td { font-size: 10pt; line-height: 1.2; border: 1px solid #6b7680; padding: 1.5pt 5pt;
  text-align: start; vertical-align: top; font-weight: normal; white-space: pre-line; }
.amount { text-align: end; }
thead th { background: #e8eef4; font-weight: bold; }
blockquote { margin: 0 0 8pt; padding: 2pt 0 2pt 10pt; border-left: 3pt solid #0b3d6b;
  white-space: pre-line; orphans: 2; widows: 2; }
.box { border: 1pt solid #6b7680; border-left-width: 4pt; padding: 6pt 10pt; margin: 12pt 0; }
.box h2 { margin-top: 0; }
img { display: block; max-width: 100%%; max-height: 8.6in; margin: 6pt 0 10pt;
  break-inside: avoid; }
"""


def write(paper: Paper) -> str:
    """Return the paper as HTML that loads nothing and runs nothing; typed text stays text."""
    style = STYLE % (_css(paper.invented), _css(paper.foot))
    facts = "".join(
        f'<div><dt>{_text(label)}</dt><dd dir="auto">{_text(text)}</dd></div>'
        for label, text in paper.facts
    )
    subject = f'<p class="subject" dir="auto">{_text(paper.subject)}</p>' if paper.subject else ""
    blocks = "\n".join(_together(paper.body))
    return (
        '<!doctype html>\n<html lang="en-US"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_text(paper.title)}</title><style>{style}</style></head>\n"
        f'<body><main><h1 dir="auto">{_text(paper.title)}</h1>{subject}<dl>{facts}</dl>\n'
        f"{blocks}</main></body></html>\n"
    )


def _together(blocks: Sequence[Block]) -> list[str]:
    """Return the blocks; a short table stays on a page with the words and the list above it."""
    made: list[str] = []
    for at, block in enumerate(blocks):
        made.append(_block(block))
        if isinstance(block, Table) and block.is_short:
            began = at - (at > 0 and isinstance(blocks[at - 1], Items))
            began -= began > 0 and isinstance(blocks[began - 1], Paragraph)
            count = at + 1 - began
            if count > 1:
                made[-count:] = [f'<div class="whole">{"".join(made[-count:])}</div>']
                made += [""] * (count - 1)  # so that places in it stay those of the blocks
    return [each for each in made if each]


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        tag = f"h{block.level + 1}"
        page = ' class="new-page"' if block.new_page else ""
        return f'<{tag}{page} dir="auto">{_text(block.text)}</{tag}>'
    if isinstance(block, Paragraph):
        lead = f"<b>{_text(block.lead)}</b>" if block.lead else ""
        return f'<p{_class(_kept(block))} dir="auto">{lead}{_text(block.text)}</p>'
    if isinstance(block, Quote):
        return f'<blockquote dir="auto">{_text(block.text)}</blockquote>'
    if isinstance(block, Items):
        return _list(block)
    if isinstance(block, Picture):
        data = base64.b64encode(block.png).decode()
        return (
            f'<img src="data:image/png;base64,{data}" alt="{_text(block.alt)}" '
            f'style="width: {block.width}in; height: auto">'
        )
    if isinstance(block, Box):
        inside = "".join(map(_block, (Heading(block.title), *block.blocks)))
        return f'<section class="box">{inside}</section>'
    return _table(block)


def _kept(block: Paragraph) -> str:
    """Return how a paragraph keeps to its neighbors where paper has pages, or "".

    What leads to something stays with it; a box to choose, and room to write, with their question.
    """
    if block.is_by_hand:
        return "choice"
    return "lead" if not block.text or block.text.endswith(":") else ""


def _list(items: Items) -> str:
    """Nest the items: what lies deeper than an item belongs into it."""
    parts = ["<ul>"]
    depth = 0
    for number, (wanted, bold, text) in enumerate(items.parted):
        wanted = min(wanted, depth + 1) if number else 0  # a list begins, and grows, by one step
        if number and wanted <= depth:
            parts.append("</li>" + "</ul></li>" * (depth - wanted))
        elif number:
            parts.append("<ul>")
        lead = f"<b>{_text(bold)}</b>" if bold else ""
        parts.append(f'<li dir="auto">{lead}{_text(text)}')
        depth = wanted
    closing = "</li></ul>" * (depth + 1) if items.items else "</ul>"
    return "".join([*parts, closing])


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width: {share:.1%}">' for share in table.shares)
    sides = [' class="amount"' if amount else "" for amount in table.amounts]
    head = "".join(
        f'<th scope="col"{side}>{_text(name)}</th>'
        for name, side in zip(table.columns, sides, strict=True)
    )
    rows = "".join(
        f"<tr>{_first(first)}{_cells(rest, sides[1:])}</tr>" for first, *rest in table.rows
    )
    return (
        f"<table{_class('whole' if table.is_short else '')}>"
        f"<caption>{_text(table.caption)}</caption><colgroup>{columns}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _first(text: str) -> str:
    """Write the cell that names its row; an empty one, to be written in, names nothing."""
    name, scope = ("th", ' scope="row"') if text.strip() else ("td", "")
    return f'<{name}{scope} dir="auto">{_text(text)}</{name}>'


def _cells(texts: Sequence[str], sides: Sequence[str]) -> str:
    return "".join(
        f'<td{side} dir="auto">{_text(text)}</td>' for text, side in zip(texts, sides, strict=True)
    )


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _text(text: str) -> str:
    return escape(printable(text))


def _css(text: str) -> str:
    """Write a text as a CSS string; every sign but letters and digits by its number."""
    plain = " ".join(printable(text).split())
    signs = (each if each.isalnum() else f"\\{ord(each):06x}" for each in plain)
    return f'"{"".join(signs)}"'
