// Statements with native radios and one line of evidence each; saved as the learner goes.

function render({ model, el, signal }) {
  const content = model.get("content");
  const root = mount(el, signal, { "data-form": content.name });
  const status = statusLine();
  const ask = connect(model, signal, (text) => status.say("info", text));
  const choices = [...content.scale.map(([level, words]) => [String(level), words]), ["", content.unknown]];
  const rows = new Map(); // statement id -> { inputs, box, touched }
  const progress = make("p", { class: "gw-help" });
  let unsaved;

  function count() {
    const rated = [...rows.values()].filter(({ inputs }) => inputs.some((input) => input.checked));
    progress.textContent = `${rated.length} of ${rows.size} statements rated.`;
  }

  async function save(id) {
    clearTimeout(unsaved);
    const { inputs, box } = rows.get(id);
    const entry = { id, evidence: box.value };
    const chosen = inputs.find((input) => input.checked);
    if (chosen) entry.level = chosen.value === "" ? null : Number(chosen.value);
    const { problem, where } = await ask("rate", entry);
    if (problem) status.say("problem", problem);
    else status.quietly("info", `Saved in ${where}.`);
  }

  function statement([id, text]) {
    const name = newId();
    const inputs = choices.map(([value]) => make("input", { type: "radio", name, value }));
    const box = make("input", { class: "gw-input", autocomplete: "off" });
    const row = { inputs, box, touched: false };
    rows.set(id, row);
    for (const input of inputs) {
      input.addEventListener("change", () => {
        row.touched = true;
        count();
        save(id);
      });
    }
    box.addEventListener("input", () => {
      row.touched = true;
      clearTimeout(unsaved);
      unsaved = setTimeout(() => save(id), 1000);
    });
    box.addEventListener("change", () => save(id));
    return make(
      "fieldset",
      { class: "gw-statement" },
      make("legend", {}, text),
      make(
        "div",
        { class: "gw-scale" },
        choices.map(([value, words], index) =>
          make(
            "label",
            { class: "gw-option" },
            inputs[index],
            make("span", {}, value === "" ? words : `${value} ${words}`),
          ),
        ),
      ),
      field(content.ask, box, content.look_at[id]),
    );
  }

  for (const [need, statements] of content.needs) {
    const id = newId();
    root.append(
      make("section", { "aria-labelledby": id }, make("h3", { id }, need), statements.map(statement)),
    );
  }
  root.append(progress, status.node);
  count();
  ask("open").then(({ entries, problem }) => {
    if (problem) return status.say("problem", problem);
    for (const [id, { level, evidence }] of Object.entries(entries)) {
      const row = rows.get(id);
      if (!row || row.touched) continue;
      row.box.value = evidence;
      for (const input of row.inputs) {
        input.checked = level !== undefined && input.value === String(level ?? "");
      }
    }
    count();
    if (Object.keys(entries).length) status.quietly("info", "Your earlier ratings are shown.");
  });
}

export default { render };
