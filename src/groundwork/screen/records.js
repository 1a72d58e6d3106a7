// A table of records with one form to add or edit; a real table, real buttons.

function render({ model, el, signal }) {
  const content = model.get("content");
  const root = mount(el, signal, { class: "gw-records", "data-list": content.name });
  const status = statusLine();
  const ask = connect(model, signal, (text) => status.say("info", text));
  const body = make("tbody");
  const table = make(
    "table",
    { class: "gw-table" },
    make("caption", {}, content.title),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        content.fields.map(({ label }) => make("th", { scope: "col" }, label)),
        make("th", { scope: "col" }, "Change"),
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
          {},
          make("th", { scope: "row" }, first),
          rest.map((cell) => make("td", {}, cell)),
          make(
            "td",
            { class: "gw-row" },
            edit,
            confirmed("Delete", `Delete ${first}?`, gone, { "aria-label": `Delete ${first}` }).node,
          ),
        );
      }),
    );
    if (!rows.length) {
      body.append(
        make("tr", {}, make("td", { colspan: content.fields.length + 1 }, `No ${content.one} yet.`)),
      );
    }
  }

  async function act(action, data, said) {
    const view = await ask(action, data);
    if (view.problem) {
      status.say("problem", view.problem);
      return false;
    }
    show(view);
    status.say("info", `${said} Saved in ${view.where}.`);
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
    const controls = content.fields.map((each) => controlOf(each, record[each.id] ?? ""));
    const close = () => {
      place.replaceChildren();
      add.hidden = false;
      add.focus();
    };
    const submit = async (event) => {
      event.preventDefault();
      const typed = content.fields.map(({ id }, number) => [id, controls[number].value]);
      const data = { place: index, record: Object.fromEntries(typed) };
      if (await act("save", data, index === null ? "Added." : "Changed.")) close();
    };
    const heading = newId();
    place.replaceChildren(
      make(
        "form",
        { submit, "aria-labelledby": heading },
        make("h3", { id: heading }, index === null ? `Add a ${content.one}` : `Edit this ${content.one}`),
        content.fields.map(({ label, help, required }, number) =>
          field(required ? `${label} (needed)` : label, controls[number], help),
        ),
        make(
          "div",
          { class: "gw-buttons" },
          make("button", { type: "submit", class: "gw-button gw-main" }, "Save"),
          button("Cancel", close),
        ),
      ),
    );
    add.hidden = true;
    controls[0].focus();
  }

  ask("open").then((view) => (view.problem ? status.say("problem", view.problem) : show(view)));
}

export default { render };
