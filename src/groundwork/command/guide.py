"""``groundwork guide``: the facilitator's guide, page by page, to print or to open in Word."""

import argparse

from groundwork.command.prepare import add_workspace, made_folder


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its two parts."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = subparsers.add_parser(
        "guide",
        help="print the facilitator's guide: run sheets, handouts, words to say",
        description="The facilitator's guide: run sheets and handouts of the sessions, what to do "
        "before and after,\nwords for difficult moments. Every page can be read as it stands in "
        "facilitator_guide/.",
        epilog="Example: %(prog)s print 01_root_causes",
        formatter_class=raw,
    )
    parts = parser.add_subparsers(title="parts", metavar="PART", required=True)
    listed = parts.add_parser("pages", help="list the pages by their names", formatter_class=raw)
    listed.set_defaults(run=run_pages)
    printed = parts.add_parser(
        "print",
        help="make a page to print and a Word file of each page named",
        description="Make a page to print (any browser opens it) and a Word file of each page "
        "named.\nThey are put into my_work/papers of your own folder. A Word file that you changed "
        "is not replaced.",
        epilog="Examples:\n  %(prog)s 01_root_causes --minutes 90\n"
        "  %(prog)s difficult_moments\n"
        "  %(prog)s power_map      one law card; law_sheet goes with it",
        formatter_class=raw,
    )
    printed.add_argument(
        "name", nargs="+", help="such as 01_root_causes (its run sheet and its handout)"
    )
    printed.add_argument(
        "--minutes",
        type=int,
        help="60, 90 or 120, the form of your session: the run sheet then has one clock",
    )
    printed.add_argument(
        "--open", action="store_true", help="show each page to print in your browser"
    )
    add_workspace(printed)
    printed.set_defaults(run=run_print)


def run_pages(_args: argparse.Namespace) -> int:
    """Print each page's name and title, and those of the law cards."""
    from groundwork.cohort import guide
    from groundwork.learner.workspace import course

    for page in (*guide.pages(course()), *guide.cards(course())):
        print(f"{page.name:26} {page.title}")
    return 0


def run_print(args: argparse.Namespace) -> int:
    """Write each page as HTML and as Word, print where they are, and show them if asked to."""
    import datetime
    import webbrowser

    from groundwork.cohort import guide
    from groundwork.learner.papers import folder, word
    from groundwork.learner.papers import print as print_page
    from groundwork.learner.workspace import course

    wanted = [page for name in args.name for page in guide.named(course(), name)]
    workspace = made_folder(args.workspace)
    for page in wanted:
        made = guide.paper(page, datetime.date.today(), args.minutes)
        html = folder.keep(made, print_page.write(made).encode(), ".html", workspace)
        docx = folder.keep(made, word.write(made), ".docx", workspace)
        print(f"{page.title}\n  to print: {html}\n  Word:     {docx}")
        if args.open:
            webbrowser.open(html.as_uri())
    return 0
