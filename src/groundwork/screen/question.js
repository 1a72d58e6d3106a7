// A question: native controls in a fieldset, one button, one line of feedback.

function choiceControls(content, name) {
  const type = content.kind === "several" ? "checkbox" : "radio";
  const inputs = content.options.map(([id]) => make("input", { type, name, value: id }));
  const node = make(
    "fieldset",
    {},
    make("legend", {}, content.prompt),
    type === "checkbox" ? make("div", { class: "gw-help" }, "Choose all that apply.") : null,
    content.options.map(([, text], index) =>
      make("label", { class: "gw-option" }, inputs[index], make("span", {}, text)),
    ),
  );
  return {
    node,
    read() {
      const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
      return type === "radio" ? (chosen[0] ?? null) : chosen;
    },
    write(value) {
      for (const input of inputs) input.checked = [value].flat().includes(input.value);
    },
  };
}

function classifyControls(content) {
  const options = [["", "Choose…"], ...content.categories];
  const selects = new Map(content.items.map(([id]) => [id, select(options)]));
  const node = make(
    "fieldset",
    {},
    make("legend", {}, content.prompt),
    content.items.map(([id, text]) => {
      const control = selects.get(id);
      control.id = newId();
      return make(
        "div",
        { class: "gw-item" },
        make("label", { for: control.id }, text),
        control,
      );
    }),
  );
  return {
    node,
    read: () => Object.fromEntries([...selects].map(([id, control]) => [id, control.value])),
    write(value) {
      for (const [id, control] of selects) control.value = value[id] ?? "";
    },
  };
}

function typedControls(content) {
  const text = content.kind === "text";
  const control = text
    ? make("textarea", { class: "gw-input", rows: content.rows })
    : make("input", { class: "gw-input gw-short", inputmode: "decimal", autocomplete: "off" });
  control.id = newId();
  const help = content.note ?? content.unit;
  if (help) control.setAttribute("aria-describedby", `${control.id}-help`);
  const note = help
    ? make("span", { id: `${control.id}-help`, class: "gw-help" }, help)
    : null;
  const node = make(
    "div",
    {},
    make("label", { class: "gw-prompt", for: control.id }, content.prompt),
    text ? [note, control] : make("div", { class: "gw-row" }, control, note),
  );
  return {
    node,
    read: () => control.value,
    write: (value) => (control.value = value),
    enter: text ? null : control,
  };
}

function render({ model, el, signal }) {
  const content = model.get("content");
  const root = mount(el, signal, { class: "gw-question", "data-question": content.id }, content.record);
  const status = statusLine();
  const ask = connect(model, signal, (text) => status.say("info", text));
  const make_controls = {
    choice: choiceControls,
    several: choiceControls,
    classify: classifyControls,
    number: typedControls,
    text: typedControls,
  }[content.kind];
  const controls = make_controls(content, newId());
  let touched = false;
  controls.node.addEventListener("input", () => {
    touched = true;
    if (status.node.dataset.kind !== "problem") status.clear();
  });
  async function submit() {
    const answer = await ask("answer", { value: controls.read() });
    if (answer.problem) status.say("problem", answer.problem);
    else if (answer.right === null) status.say("info", answer.text);
    else status.say(answer.right ? "right" : "notyet", answer.text);
    // The page may have waited for it with what gives the answer away.
    if (!answer.problem) root.dispatchEvent(new CustomEvent("gw-answered", { bubbles: true }));
  }
  controls.enter?.addEventListener("keydown", (event) => {
    if (event.key === "Enter") submit();
  });
  root.append(
    controls.node,
    make("div", { class: "gw-buttons" }, button(content.button, submit, { class: "gw-button gw-main" })),
    status.node,
  );
  ask("open").then(({ value, problem, note }) => {
    if (problem) status.say("problem", problem);
    if (note) status.quietly("info", note);
    if (value === null || value === undefined || touched) return;
    controls.write(value);
    if (!note) status.quietly("info", "Your earlier answer is shown. You can change it and answer again.");
  });
}

export default { render };
