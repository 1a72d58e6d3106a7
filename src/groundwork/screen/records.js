// A table of records with one form to add or edit; a real table, real buttons.

function render({ model, el, signal }) {
  const content = model.get("content");
  const root = mount(el, signal, { class: "gw-records", "data-list": content.name });
  const status = statusLine();
  const ask = connect(model, signal, (text) => status.say("info", text));
  const body = make("tbody", { role: "rowgroup", "data-own": 3 });
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
        make("th", { scope: "col", role: "columnheader", class: "gw-screen" }, "Change"),
      ),
    ),
    body,
  );
  const wide = make("div", { class: "gw-wide", tabindex: "0", role: "group", "aria-label": content.title }, table);
  const undo = button("Undo delete", () => act("undo", {}, "It is back."));
  const add = button(`Add a ${content.one}`, () => openForm(null), { class: "gw-button gw-main" });
  const place = make("div", { class: "gw-form" });
  root.append(wide, make("div", { class: "gw-buttons" }, add, undo), place, status.node);
  if (content.paper) root.append(paperDesk(ask).node);
  undo.hidden = true;
  let busy = false; // a second press while the first is on its way does nothing
  let editing = null; // the record in the open form, as it is shown
  let form = null;

  function show({ records, rows, undo: canUndo }) {
    undo.hidden = !canUndo;
    // What is being edited may be deleted by now; its words can still be added.
    if (!records.some(({ id }) => id === editing?.id)) editing = null;
    if (form) form.querySelector("h4").textContent = headingOf();
    body.replaceChildren(
      ...rows.map(([first, ...rest], index) => {
        const shown = records[index];
        const edit = button("Edit", () => openForm(shown), { "aria-label": `Edit ${first}` });
        const gone = () => act("remove", { id: shown.id, shown }, `Deleted ${first}.`);
        return make(
          "tr",
          { role: "row", "data-id": shown.id },
          make("th", { scope: "row", role: "rowheader" }, first),
          rest.map((cell, number) => make("td", { role: "cell", "data-label": content.fields[number + 1].label }, cell)),
          make(
            "td",
            { class: "gw-row gw-screen", role: "cell" },
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
    if (busy) return false;
    busy = true;
    const view = await ask(action, data);
    busy = false;
    if (view.rows && view.problem) return refused(view);
    if (view.problem) {
      if (blame?.(view.field, view.problem)) status.quietly("info", "");
      else status.say("problem", view.problem);
      return false;
    }
    show(view);
    status.say("info", `${said} Saved.`);
    add.focus();
    return true;
  }

  /** Show how the list stands after another window changed it; what was typed stays in the form. */
  function refused(view) {
    show(view);
    editing &&= view.records.find(({ id }) => id === editing.id);
    status.say("problem", view.problem);
    if (!form) add.focus();
    return false;
  }

  const headingOf = () => (editing ? `Edit this ${content.one}` : `Add a ${content.one}`);

  function controlOf({ kind, options }, value) {
    if (kind === "choice") return select([["", "Choose…"], ...options], value);
    if (kind === "long text") return make("textarea", { class: "gw-input", rows: 3, value });
    const number = kind === "number" ? { inputmode: "decimal", class: "gw-input gw-short" } : {};
    return make("input", { class: "gw-input", autocomplete: "off", value, ...number });
  }

  function openForm(shown) {
    editing = shown;
    const controls = Object.fromEntries(
      content.fields.map((each) => [each.id, controlOf(each, shown?.[each.id] ?? "")]),
    );
    const close = () => {
      place.replaceChildren();
      form = null;
      add.hidden = false;
      const row = body.querySelector(`tr[data-id="${CSS.escape(editing?.id ?? "")}"]`);
      (row?.querySelector(".gw-row button") ?? add).focus();
    };
    const heading = newId();
    const made = formOf(
      {
        "aria-labelledby": heading,
        submit: async (event) => {
          event.preventDefault();
          const typed = Object.entries(controls).map(([id, control]) => [id, control.value]);
          const data = { id: editing?.id ?? null, shown: editing, record: Object.fromEntries(typed) };
          if (await act("save", data, editing ? "Changed." : "Added.", made.blame)) close();
        },
      },
      controls,
      close,
      make("h4", { id: heading }, headingOf()),
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
    form = made.node;
    place.replaceChildren(form);
    add.hidden = true;
    Object.values(controls)[0].focus();
  }

  ask("open").then((view) => {
    if (view.rows) show(view);
    if (view.problem) status.say("problem", view.problem);
  });
}

export default { render };
