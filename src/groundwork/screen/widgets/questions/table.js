// A table with a box in each open cell; `[name]` stands where a cell is open.

function controlsOf(content) {
  const inputs = new Map();
  const cell = (text, at) => {
    const name = text.slice(1, -1);
    const asked = text === `[${name}]` ? content.cells[name] : null;
    const about = { role: "cell", "data-label": content.columns[at + 1] };
    if (!asked) return make("td", about, text);
    const [label, unit] = asked;
    const control = make("input", {
      class: "gw-input gw-short",
      inputmode: "decimal",
      autocomplete: "off",
      "aria-label": unit ? `${label} (${unit})` : label,
    });
    inputs.set(name, control);
    return make("td", about, control, unit ? make("span", { class: "gw-help", "aria-hidden": "true" }, unit) : null);
  };
  const head = content.columns.map((text) =>
    text ? make("th", { scope: "col", role: "columnheader" }, text) : make("td", { role: "cell" }),
  );
  const rows = content.rows.map(([first, ...rest]) =>
    make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, first), rest.map(cell)),
  );
  const prompt = make("div", { class: "gw-prompt", id: newId() }, content.prompt);
  // On a small screen each row is drawn as a card. The roles say that it is a table all the same.
  const table = make(
    "table",
    { class: "gw-table", role: "table", "aria-labelledby": prompt.id },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, head)),
    make("tbody", { role: "rowgroup" }, rows),
  );
  const terms = content.terms ? make("div", { class: "gw-help" }, content.terms) : null;
  return {
    node: make("div", {}, prompt, terms, make("div", { class: "gw-fill" }, table)),
    read: () => Object.fromEntries([...inputs].map(([id, control]) => [id, control.value])),
    write(value) {
      for (const [id, control] of inputs) control.value = value[id] ?? "";
    },
    enter: table,
  };
}
