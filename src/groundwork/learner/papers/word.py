"""Write a paper as a Word file with real headings, lists and tables, on Letter paper."""

import datetime
import io
import re
import struct
from typing import TYPE_CHECKING, Any

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
from groundwork.learner.typed import is_right_to_left, printable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Line

FONT, INK, ACCENT = "Calibri", "1C2329", "0B3D6B"
SIZES = {"Normal": 11, "Title": 18, "Subtitle": 13, "Heading 1": 14, "Heading 2": 12, "Caption": 11}
CELL = 10  # points of the text in a table
MARGIN, EDGE = 0.85, 0.55  # inches at the sides, and above and below
ROOM = (6.8, 8.7)  # inches a picture may be wide and high, with a heading above it
BULLETS = "•–▪"
LEVELS = 9  # of a list: Word has no more
PROPERTY = 255  # letters that a property of a Word file may have
INDENT = 360  # twentieths of a point for each level of a list
ABOVE = 30  # twentieths of a point between a cell's upper edge and its text, and below it
INSET = 108  # twentieths of a point between a table's edge and its text
# Word refuses a paragraph whose properties stand in another order than the schema's.
_AFTER_BORDER = (
    *("shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
    *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi"),
)
_AFTER_BIDI = ("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "rPr")
AFTER_BIDI = [f"w:{name}" for name in _AFTER_BIDI]
AFTER_BORDER = [*(f"w:{name}" for name in _AFTER_BORDER), *AFTER_BIDI]


def write(paper: Paper) -> bytes:
    """Return the paper as the content of a .docx file.

    python-docx is imported here and not above: only who asks for a paper waits for it.
    """
    import docx
    from docx.shared import Pt

    document = docx.Document()
    _set_up(document, paper)
    _text(document.add_paragraph(style="Title"), paper.title)
    if paper.subject:
        _text(document.add_paragraph(style="Subtitle"), paper.subject)
    for label, text in paper.facts:
        line = document.add_paragraph(style="Normal")
        line.paragraph_format.space_after = 0
        line.add_run(f"{label}: ").bold = True
        _text(line, text)
    bullets = _bullets(document)
    above: Block | None = None
    began = 0  # the paragraph at which the words above a block begin
    for block in paper.body:
        before = len(document.paragraphs)
        _block(document, block, bullets)
        if isinstance(block, Table) or (isinstance(block, Paragraph) and block.is_by_hand):
            _keep(document.paragraphs[began:before], above)
        if not isinstance(above, Paragraph) or not isinstance(block, Items):
            began = before  # a list belongs to the words above it
        if isinstance(above, Heading) and isinstance(block, Table):
            document.paragraphs[before].paragraph_format.space_before = Pt(3)  # the heading has it
        if isinstance(above, Table | None) and not isinstance(block, Heading | Table):
            document.paragraphs[before].paragraph_format.space_before = Pt(8)  # nothing else has it
        above = block
    if isinstance(above, Table):  # Word wants a paragraph at the end
        last = document.add_paragraph()  # too small to begin a page
        last.paragraph_format.space_after, last.paragraph_format.line_spacing = Pt(0), Pt(1)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _keep(above: list["Line"], last: Block | None) -> None:
    """Keep what is asked on the page of its answers: the words above them, and a list."""
    if isinstance(last, Paragraph | Items):
        for paragraph in above:
            paragraph.paragraph_format.keep_with_next = True


def _block(document: "Document", block: Block, bullets: int) -> None:
    if isinstance(block, Heading):
        heading = document.add_paragraph(style=f"Heading {block.level}")
        _text(heading, block.text)
        heading.paragraph_format.page_break_before = block.new_page or None
    elif isinstance(block, Paragraph):
        paragraph = document.add_paragraph()
        if block.lead:
            _text(paragraph, block.lead)
            paragraph.runs[0].bold = True
            paragraph.paragraph_format.keep_with_next = not block.text
        _text(paragraph, block.text)
    elif isinstance(block, Quote):
        _quote(document, block.text)
    elif isinstance(block, Items):
        for depth, bold, text in block.parted:
            _item(document, min(depth, LEVELS - 1), bold, text, bullets)
    elif isinstance(block, Picture):
        _picture(document, block)
    elif isinstance(block, Box):
        _box(document, block, bullets)
    else:
        _table(document, block)


def _box(document: "Document", box: Box, bullets: int) -> None:
    """Write the parts of a box between two lines: a frame would break at each level of a list."""
    before = len(document.paragraphs)
    for part in (Heading(box.title), *box.blocks):
        _block(document, part, bullets)
    inside = document.paragraphs[before:]
    for paragraph, side in ((inside[0], "top"), (inside[-1], "bottom")):
        line = _element(side, val="single", sz=8, space=4, color=ACCENT)
        paragraph._p.get_or_add_pPr().insert_element_before(_inside("pBdr", line), *AFTER_BORDER)


def _quote(document: "Document", text: str) -> None:
    """Write words to be said: indented, with a line at their left."""
    from docx.shared import Inches

    paragraph = document.add_paragraph()
    _text(paragraph, text)
    paragraph.paragraph_format.left_indent = Inches(0.25)
    line = _element("left", val="single", sz=18, space=8, color=ACCENT)
    paragraph._p.get_or_add_pPr().insert_element_before(_inside("pBdr", line), *AFTER_BORDER)


def _set_up(document: "Document", paper: Paper) -> None:
    """Set paper size, styles, language, properties, and what stands on every page."""
    from docx.shared import Inches, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(MARGIN)
    section.top_margin = section.bottom_margin = Inches(EDGE)
    section.footer_distance = Inches(EDGE - 0.2)
    for name in SIZES:
        _style(document, name)
    about = document.core_properties
    about.title, about.subject = (
        printable(paper.title)[:PROPERTY],
        printable(paper.subject)[:PROPERTY],
    )
    about.author, about.comments, about.language = (
        printable(paper.department)[:PROPERTY],
        "",
        "en-US",
    )
    _say_what_wrote_it(document)
    about.created = about.modified = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    if paper.invented:
        _text(section.header.paragraphs[0], paper.invented)
        section.header.paragraphs[0].runs[0].bold = True
    foot = section.footer.paragraphs[0]
    foot.style = "Normal"  # the style Footer has a tab in the middle
    foot.paragraph_format.space_after = Pt(0)  # or the page is shorter by it
    _text(foot, paper.foot)
    foot.add_run("\tPage ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")
    foot.paragraph_format.tab_stops.add_tab_stop(Inches(ROOM[0]), _right_tab())


def _say_what_wrote_it(document: "Document") -> None:
    """Name this course as the program: the library's template names one that never saw the file."""
    for part in document.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = re.sub(
                rb"<Application>.*?</Application>",
                b"<Application>Groundwork</Application>",
                part.blob,
            )


def _right_tab() -> Any:
    from docx.enum.text import WD_TAB_ALIGNMENT

    return WD_TAB_ALIGNMENT.RIGHT


def _right() -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return WD_ALIGN_PARAGRAPH.RIGHT


def _style(document: "Document", name: str) -> None:
    """Give a style of the template our font; its theme's own would win over a font's name."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style = document.styles[name]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for spacing in style.element.rPr.findall(qn("w:spacing")):  # wide letters of the subtitle
        style.element.rPr.remove(spacing)
    style.font.size, style.font.italic = Pt(SIZES[name]), False
    heading = name.startswith(("Heading", "Title"))
    style.font.color.rgb = RGBColor.from_string(ACCENT if heading else INK)
    style.font.bold = heading or name == "Caption"
    form = style.paragraph_format
    form.widow_control = True
    if name == "Title":
        form.space_after = Pt(2)
        for line in style.element.pPr.findall(qn("w:pBdr")):  # the template's rule below it
            style.element.pPr.remove(line)
    elif name == "Caption":
        form.space_before, form.space_after, form.keep_with_next = Pt(12), Pt(3), True
    elif name == "Normal":
        form.space_after, form.line_spacing = Pt(6), 1.05


def _text(paragraph: Any, text: str) -> None:
    """Add typed text to a paragraph, in the direction in which it reads."""
    run = paragraph.add_run(printable(text))
    if is_right_to_left(text):
        paragraph._p.get_or_add_pPr().insert_element_before(_element("bidi"), *AFTER_BIDI)
        run.font.rtl = True


def _item(document: "Document", depth: int, bold: str, text: str, bullets: int) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph(style="List Paragraph")
    if bold:
        paragraph.add_run(printable(bold)).bold = True
    _text(paragraph, text)
    paragraph.paragraph_format.space_after = Pt(3)
    number = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    number.get_or_add_ilvl().val, number.get_or_add_numId().val = depth, bullets


def _bullets(document: "Document") -> int:
    """Define a list of nine levels, which the template lacks, and return its number."""
    numbering = document.part.numbering_part.element
    own = _element("abstractNum", abstractNumId=90)
    own.append(_element("multiLevelType", val="multilevel"))
    for level in range(LEVELS):
        left = INDENT * (level + 1)
        parts = [
            _element("start", val=1),
            _element("numFmt", val="bullet"),
            _element("lvlText", val=BULLETS[level % len(BULLETS)]),
            _element("lvlJc", val="left"),
            _inside("pPr", _element("ind", left=left, hanging=INDENT // 2)),
        ]
        own.append(_inside("lvl", *parts, ilvl=level))
    numbering.insert(0, own)  # the schema wants it before the first w:num
    number: int = numbering.add_num(90).numId
    return number


def _picture(document: "Document", picture: Picture) -> None:
    from docx.shared import Inches, Pt

    wide, high = struct.unpack(">II", picture.png[16:24])  # PNG: its first part tells its size
    width = min(picture.width, ROOM[0], ROOM[1] * wide / high)
    shape = document.add_picture(io.BytesIO(picture.png), width=Inches(width))
    document.paragraphs[-1].paragraph_format.space_before = Pt(8)
    about = shape._inline.docPr
    about.set("descr", printable(picture.alt))
    about.set("title", printable(picture.alt).split(".")[0][:120])


def _table(document: "Document", table: Table) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Inches, Pt

    _text(document.add_paragraph(style="Caption"), table.caption)
    made = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    made.autofit = False
    widths = [Inches((ROOM[0] - INSET / 1440) * share) for share in table.shares]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    ending = len(table.rows) - 2  # its last rows stay together: none begins a page alone
    for number, texts in enumerate((table.columns, *table.rows)):
        row = made.add_row()
        row._tr.get_or_add_trPr().append(_element("cantSplit"))
        if not number:
            row._tr.get_or_add_trPr().append(_element("tblHeader"))
        cells = zip(row.cells, texts, widths, table.amounts, strict=True)
        for cell, text, width, amount in cells:
            cell.width = width
            paragraph = cell.paragraphs[0]
            if amount:
                paragraph.alignment = _right()
            _text(paragraph, text)
            form = paragraph.paragraph_format
            form.space_after, form.line_spacing = Pt(0), 1.0
            paragraph.runs[0].font.size = Pt(CELL)
            if not number or (number < len(table.rows) and (table.is_short or number >= ending)):
                form.keep_with_next = True
            if not number:
                paragraph.runs[0].bold = True
                cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", fill="E8EEF4"))
    look = made._tbl.tblPr.find(qn("w:tblLook"))
    for name, value in (("firstRow", 1), ("firstColumn", 1), ("noHBand", 1), ("noVBand", 1)):
        look.set(qn(f"w:{name}"), str(value))
    indent = _element("tblInd", w=INSET, type="dxa")  # or its text, not its edge, meets the margin
    made._tbl.tblPr.insert_element_before(indent, "w:tblBorders", "w:tblLayout", "w:tblLook")
    edges = [_element(side, w=ABOVE, type="dxa") for side in ("top", "bottom")]
    made._tbl.tblPr.insert_element_before(_inside("tblCellMar", *edges), "w:tblLook")
    made._tbl.tblPr.append(_element("tblCaption", val=printable(table.caption)))


def _field(paragraph: Any, name: str) -> None:
    """Add what Word counts itself, such as the number of pages."""
    field = _element("fldSimple", instr=name)
    field.append(_inside("r", _inside("t", text="1")))
    paragraph._p.append(field)


def _element(tag: str, **attributes: Any) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def _inside(tag: str, *parts: Any, text: str = "", **attributes: Any) -> Any:
    made = _element(tag, **attributes)
    made.extend(parts)
    if text:
        made.text = text
    return made
