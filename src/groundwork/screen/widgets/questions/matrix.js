// A group for each row, and in it a list for each column, all in the same order.

function controlsOf(content) {
  const options = [["", "–"], ...content.letters.map(([id, text]) => [id, `${id} ${text}`])];
  const cells = new Map(
    content.rows.map(([row]) => [row, new Map(content.columns.map(([column]) => [column, select(options)]))]),
  );
  // A closed list shows its choice in whole words, so a column is as wide as the longest of them.
  const longest = Math.max(...options.map(([, text]) => text.length));
  const node = make(
    "fieldset",
    {},
    make("legend", {}, content.prompt),
    content.terms ? make("div", { class: "gw-help" }, content.terms) : null,
    content.rows.map(([row, text]) =>
      make(
        "fieldset",
        { class: "gw-cells" },
        make("legend", {}, text),
        content.columns.map(([column, name]) => {
          const control = cells.get(row).get(column);
          control.id = newId();
          return make("div", {}, make("label", { for: control.id }, name), control);
        }),
      ),
    ),
  );
  node.style.setProperty("--gw-longest", longest);
  return {
    node,
    read: () =>
      Object.fromEntries(
        [...cells].map(([row, columns]) => [
          row,
          Object.fromEntries([...columns].map(([column, control]) => [column, control.value])),
        ]),
      ),
    write(value) {
      for (const [row, columns] of cells)
        for (const [column, control] of columns) control.value = value[row]?.[column] ?? "";
    },
  };
}
