// Words, lists and tables that answer a choice, as blocks.py gives them.

const AMOUNT = /^[-−]?\$?[\d,.]+( ?%)?$/;

function drawBlock({ kind, text, items, caption, columns, rows }) {
  if (kind === "heading") return make("h4", {}, text);
  if (kind === "list") return make("ul", {}, items.map((each) => make("li", {}, each)));
  if (kind === "words") return make("p", {}, text);
  const side = (words) => (AMOUNT.test(words) ? "gw-number" : null);
  const table = make(
    "table",
    { class: "gw-table" },
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, columns.map((name, at) => make("th", { scope: "col", class: side(rows[0]?.[at] ?? "") }, name)))),
    make(
      "tbody",
      {},
      rows.map(([first, ...rest]) =>
        make("tr", {}, make("th", { scope: "row" }, first), rest.map((cell) => make("td", { class: side(cell) }, cell))),
      ),
    ),
  );
  return wideOf(caption, table);
}
