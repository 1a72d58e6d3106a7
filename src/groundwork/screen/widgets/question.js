// A question: native controls in a fieldset, one button, one line of feedback.

function choiceControls(content, name) {
  const type = content.kind === "several" ? "checkbox" : "radio";
  const inputs = content.options.map(([id]) => make("input", { type, name, value: id }));
  const node = make(
    "fieldset",
    {},
    make("legend", {}, content.prompt),
    type === "checkbox" ? make("div", { class: "gw-help" }, content.help ?? "Choose all that apply.") : null,
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

/** Lines with a list each; where partners are matched, they stand above in full. */
function classifyControls(content) {
  const options = [["", "Choose…"], ...content.categories];
  const selects = new Map(content.items.map(([id]) => [id, select(options)]));
  const node = make(
    "fieldset",
    {},
    make("legend", {}, content.prompt),
    content.terms ? make("div", { class: "gw-help" }, content.terms) : null,
    content.kind === "match"
      ? make("ul", { class: "gw-partners" }, content.categories.map(([, text]) => make("li", {}, text)))
      : null,
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

/** A group for each row, and in it a list for each column, all in the same order. */
function matrixControls(content) {
  const options = [["", "–"], ...content.letters.map(([id, text]) => [id, `${id} ${text}`])];
  const cells = new Map(
    content.rows.map(([row]) => [row, new Map(content.columns.map(([column]) => [column, select(options)]))]),
  );
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

function cardControls(content) {
  const controls = new Map(
    content.fields.map(({ id, options }) => [
      id,
      options.length
        ? select([["", "Choose…"], ...options])
        : make("input", { class: "gw-input gw-short", inputmode: "decimal", autocomplete: "off" }),
    ]),
  );
  const node = make(
    "fieldset",
    {},
    make("legend", {}, content.prompt),
    content.fields.map(({ id, label, unit }) => {
      const control = controls.get(id);
      control.id = newId();
      const help = unit ? make("span", { id: `${control.id}-help`, class: "gw-help" }, unit) : null;
      if (help) control.setAttribute("aria-describedby", help.id);
      const entry = help ? make("div", { class: "gw-row" }, control, help) : control;
      return make("div", { class: "gw-item" }, make("label", { for: control.id }, label), entry);
    }),
  );
  return {
    node,
    read: () => Object.fromEntries([...controls].map(([id, control]) => [id, control.value])),
    write(value) {
      for (const [id, control] of controls) control.value = value[id] ?? "";
    },
  };
}

/** A table with a box in each open cell; `[name]` stands where a cell is open. */
function tableControls(content) {
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

function typedControls(content) {
  const text = content.kind === "text";
  const control = text
    ? make("textarea", { class: "gw-input", rows: content.rows })
    : make("input", { class: "gw-input gw-short", inputmode: "decimal", autocomplete: "off" });
  control.id = newId();
  const note = (words, id) => (words ? make("span", { id, class: "gw-help" }, words) : null);
  const help = note(content.note ?? content.unit, `${control.id}-help`);
  const terms = note(content.terms, `${control.id}-terms`);
  const about = [terms, help].filter(Boolean).map((each) => each.id);
  if (about.length) control.setAttribute("aria-describedby", about.join(" "));
  const prompt = make("label", { class: "gw-prompt", for: control.id }, content.prompt);
  const node = make(
    "div",
    {},
    prompt,
    terms ? make("div", {}, terms) : null,
    text ? [help, control] : make("div", { class: "gw-row" }, control, help),
  );
  return {
    node,
    read: () => control.value,
    write: (value) => (control.value = value),
    enter: text ? null : control,
    /** Ask the same question about other numbers. */
    ask(shown) {
      prompt.textContent = shown.prompt;
      if (terms) terms.textContent = shown.terms;
    },
  };
}

/** What may be opened after an answer: a worked step, where it is taught, how others answered. */
function unfolding([title, text]) {
  const paragraphs = text.split("\n").filter(Boolean);
  return make(
    "details",
    {},
    make("summary", {}, title),
    paragraphs.map((words) => make("p", { class: "gw-help" }, words)),
  );
}

function render({ host, el, signal }) {
  const content = host.content;
  const root = mount(host, el, { class: "gw-question", "data-question": content.id }, content.record);
  const status = statusLine();
  const ask = connect(host, (text) => status.say("info", text));
  const make_controls = {
    choice: choiceControls,
    several: choiceControls,
    classify: classifyControls,
    match: classifyControls,
    matrix: matrixControls,
    card: cardControls,
    table: tableControls,
    number: typedControls,
    text: typedControls,
  }[content.kind];
  const controls = make_controls(content, newId());
  const field = `question ${content.id}`;
  const draft = draftOf(host, field, { keeps: content.keeps });
  const reading = () => JSON.stringify(controls.read());
  let saved = reading(); // how the controls read with what is kept; null when that is not on them
  let shown = null; // the kept answer that this page knows of
  let touched = false;
  let numbers; // which numbers a computed question asks about
  const more = make("div", { class: "gw-more" });
  const others = button("Try other numbers", change, { hidden: true });

  /** Say whether the controls hold something that is not kept. */
  function compare() {
    if (content.keeps && reading() === saved) draft.drop();
    else draft.hold({ value: controls.read(), shown });
  }

  controls.node.addEventListener("input", () => {
    touched = true;
    if (status.node.dataset.kind !== "problem") status.clear();
    compare();
  });

  async function submit() {
    const before = reading();
    const answer = await ask("answer", { value: controls.read(), shown, numbers });
    if (answer.problem) {
      if ("value" in answer) outdated(answer.value);
      return status.say("problem", answer.problem);
    }
    shown = answer.value;
    saved = before;
    compare();
    if (content.keeps) {
      tellHolds(host, root, true);
      tellOthers();
    }
    more.replaceChildren(...(answer.more ?? []).map(unfolding));
    others.hidden = !content.others;
    if (answer.right === null) await status.say("info", answer.text);
    else await status.say(answer.right ? "right" : "notyet", answer.text);
    // The page may have waited for it with what gives the answer away.
    host.tell("answered");
  }

  /** Ask about other numbers: what was answered is kept, and the field is empty. */
  async function change() {
    const answer = await ask("others", { numbers });
    if (answer.problem) return status.say("problem", answer.problem);
    numbers = answer.numbers;
    controls.ask(answer);
    controls.write("");
    shown = null;
    saved = reading();
    compare();
    more.replaceChildren();
    others.hidden = true;
    controls.enter.focus();
    await status.say("info", answer.text);
  }

  /** Another window answered: what stands here is no longer what is kept. */
  function outdated(value) {
    shown = value;
    saved = null;
    compare();
  }

  let opened = false;
  const tellOthers = watchOtherWindows(signal, field, async () => {
    if (!opened || !content.keeps) return;
    const answer = await ask("look", { value: controls.read(), shown, numbers }, { patient: true });
    if (!("value" in answer)) return;
    outdated(answer.value);
    status.say("problem", answer.problem);
  });

  controls.enter?.addEventListener("keydown", (event) => {
    if (event.key === "Enter") submit();
  });
  root.append(
    controls.node,
    make(
      "div",
      { class: "gw-buttons" },
      button(content.button, submit, { class: "gw-button gw-main" }),
      others,
      draft.mark,
    ),
    status.node,
    more,
  );
  ask("open").then(async ({ value, problem, note, ...asked }) => {
    if (asked.numbers) {
      numbers = asked.numbers;
      controls.ask(asked);
      others.hidden = !asked.answered;
    }
    if (problem) status.say("problem", problem);
    if (note) status.quietly("info", note);
    const words = await draft.recall();
    opened = true;
    shown = value ?? null;
    if (shown !== null) tellHolds(host, root, true);
    if (touched) {
      saved = null;
      return compare();
    }
    if (shown !== null) {
      controls.write(asked.typed ?? shown);
      saved = reading();
      if (!note) status.quietly("info", "Your earlier answer is shown. You can change it and answer again.");
    }
    if (!words) return;
    controls.write(words.value);
    if (content.keeps) shown = words.shown;
    compare();
    if (draft.isOpen()) status.quietly("info", BACK);
    else status.clear();
  });
}
