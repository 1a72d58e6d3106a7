// A table of records with one form to add or edit; a real table, real buttons.

function render({ model, el, signal }) {
  const content = model.get("content");
  const root = mount(el, signal, { class: "gw-records", "data-list": content.name });
  const status = statusLine();
  const ask = connect(model, signal, (text) => status.say("info", text));
  const body = make("tbody", { role: "rowgroup" });
  const widthOf = ({ kind }) => (kind === "long text" ? "gw-long" : null);
  // On a small screen each row is drawn as a card. The roles say that it is a table all the same.
  const table = make(
    "table",
    { class: "gw-table", role: "table" },
    make("caption", {}, content.title),
    make(
      "thead",
      { role: "rowgroup" },
      make(
        "tr",
        { role: "row" },
        content.fields.map((each) => make("th", { scope: "col", role: "columnheader", class: widthOf(each) }, each.label)),
        make("th", { scope: "col", role: "columnheader" }, "Change"),
      ),
    ),
    body,
  );
  const wide = make("div", { class: "gw-wide", tabindex: "0", role: "group", "aria-label": content.title }, table);
  const undo = button("Undo delete", () => act("undo", {}, "It is back."));
  const add = button(`Add a ${content.one}`, () => openForm(null), { class: "gw-button gw-main" });
  const place = make("div", { class: "gw-form" });
  root.append(wide, make("div", { class: "gw-buttons" }, add, undo), place, status.node);
  undo.hidden = true;

  function show({ records, rows, undo: canUndo }) {
    undo.hidden = !canUndo;
    body.replaceChildren(
      ...rows.map(([first, ...rest], index) => {
        const edit = button("Edit", () => openForm(index, records[index]), { "aria-label": `Edit ${first}` });
        const gone = () => act("remove", { place: index }, `Deleted ${first}.`);
        return make(
          "tr",
          { role: "row" },
          make("th", { scope: "row", role: "rowheader" }, first),
          rest.map((cell, number) => make("td", { role: "cell", "data-label": content.fields[number + 1].label }, cell)),
          make(
            "td",
            { class: "gw-row", role: "cell" },
            edit,
            confirmed("Delete", `Delete ${first}?`, gone, { "aria-label": `Delete ${first}` }).node,
          ),
        );
      }),
    );
    if (!rows.length) {
      body.append(
        make(
          "tr",
          { role: "row" },
          make("td", { role: "cell", colspan: content.fields.length + 1 }, `No ${content.one} yet.`),
        ),
      );
    }
  }

  /** Carry out an action; true when it was, else the mistake is told at its field. */
  async function act(action, data, said, blame) {
    const view = await ask(action, data);
    if (view.problem) {
      if (blame?.(view.field, view.problem)) status.quietly("info", "");
      else status.say("problem", view.problem);
      return false;
    }
    show(view);
    status.say("info", `${said} Saved. To read or print: ${view.where}.`);
    add.focus();
    return true;
  }

  function controlOf({ kind, options }, value) {
    if (kind === "choice") return select([["", "Choose…"], ...options], value);
    if (kind === "long text") return make("textarea", { class: "gw-input", rows: 3, value });
    const number = kind === "number" ? { inputmode: "decimal", class: "gw-input gw-short" } : {};
    return make("input", { class: "gw-input", autocomplete: "off", value, ...number });
  }

  function openForm(index, record = {}) {
    const controls = Object.fromEntries(
      content.fields.map((each) => [each.id, controlOf(each, record[each.id] ?? "")]),
    );
    const close = () => {
      place.replaceChildren();
      add.hidden = false;
      const row = index === null ? null : body.rows[index];
      (row?.querySelector(".gw-row button") ?? add).focus();
    };
    const heading = newId();
    const form = formOf(
      {
        "aria-labelledby": heading,
        submit: async (event) => {
          event.preventDefault();
          const typed = Object.entries(controls).map(([id, control]) => [id, control.value]);
          const data = { place: index, record: Object.fromEntries(typed) };
          if (await act("save", data, index === null ? "Added." : "Changed.", form.blame)) close();
        },
      },
      controls,
      close,
      make("h4", { id: heading }, index === null ? `Add a ${content.one}` : `Edit this ${content.one}`),
      content.fields.map(({ id, label, help, required }) =>
        field(required ? `${label} (needed)` : label, controls[id], help),
      ),
      make(
        "div",
        { class: "gw-buttons" },
        make("button", { type: "submit", class: "gw-button gw-main" }, "Save"),
        button("Cancel", close),
      ),
    );
    place.replaceChildren(form.node);
    add.hidden = true;
    Object.values(controls)[0].focus();
  }

  ask("open").then((view) => (view.problem ? status.say("problem", view.problem) : show(view)));
}

export default { render };
