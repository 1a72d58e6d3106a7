// A file of the reader's own in place of the invented county: chosen, checked, answered about, used.

const NONE = "";

/** A closed part of the page that opens. */
function folded(summary, ...inside) {
  return make("details", { class: "gw-folded" }, make("summary", {}, summary), ...inside);
}

function listOf(lines) {
  return make("ul", {}, lines.map((line) => make("li", {}, line)));
}

/** A menu of what a column can hold, in groups. */
function menuOf({ aside, fields }, value) {
  const node = select([aside]);
  for (const [label, options] of fields) {
    node.append(make("optgroup", { label }, options.map(([id, words]) => make("option", { value: id }, words))));
  }
  node.value = value;
  return node;
}

/** Read a file that was picked, as base64. */
function contentOf(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

function render({ host, el }) {
  const content = host.content;
  const root = mount(host, el, { class: "gw-own-file", role: "group", "aria-label": content.about });
  const status = statusLine();
  const ask = connect(host, (text) => status.say("info", text));
  const files = select([[NONE, content.invented]]);
  const picker = make("input", { type: "file", class: "gw-input", accept: content.endings.join(",") });
  const use = button("Check and use it", () => act("choose", { file: files.value }), { class: "gw-button gw-main" });
  const back = button(`Go back to ${content.invented}`, () => act("back"));
  const anew = button("Ask me anew", () => act("anew"));
  const again = button("Look again", () => act("look"));
  const found = make("div", { class: "gw-told" });
  const says = make("div", { class: "gw-told" }); // what the file in use says
  const kinds = { fine: "info", invented: "info", ask: "info", mend: "problem", personal: "problem" };
  let drafts = [];
  let chosen = NONE; // the file that is shown

  /** Do something, and show how things stand; the answer is said and comes into sight. */
  async function act(action, data = {}) {
    const answer = await ask(action, data);
    if (answer.problem) return status.say("problem", answer.problem);
    if (action === "answer") drafts.forEach((draft) => draft.drop());
    const used = root.contains(document.activeElement);
    show(answer, true);
    // The control that was pressed may be gone with what it was about.
    if (used && (!root.contains(document.activeElement) || document.activeElement.hidden)) {
      turnTo(choice.open ? files : choice.querySelector("summary"), status.node);
    }
  }

  async function bring() {
    const [file] = picker.files;
    if (!file) return;
    if (file.size > content.most) {
      status.say("problem", `${file.name} is too large to be fetched here. Copy it into the folder by hand, then press “Look again”.`);
    } else {
      await act("bring", { name: file.name, content: await contentOf(file) });
    }
    picker.value = "";
  }

  function show(view, aloud) {
    files.replaceChildren(
      ...[[NONE, content.invented], ...view.files].map(([value, label]) => make("option", { value }, label)),
    );
    files.value = chosen = view.chosen;
    back.hidden = view.chosen === NONE;
    anew.hidden = !view.answered;
    if (!aloud) choice.open ||= !back.hidden; // who has no file sees one line; later it would push away what is in use
    if (aloud) status.say(kinds[view.state], view.said);
    else status.quietly(kinds[view.state], view.said);
    says.replaceChildren(...(view.blocks ?? []).map(drawBlock));
    found.replaceChildren(...partsOf(view));
  }

  /** Everything that is said about the file, in the order in which a person needs it. */
  function partsOf(view) {
    drafts = [];
    if (view.sheets) return [sheetsOf(view)];
    if (!view.columns) return [];
    const more = view.more ? [make("p", {}, `And ${view.more} more of them.`)] : [];
    return [
      ...(view.problems.length ? [make("h4", {}, "To mend, in a copy or in the program that made it"), listOf(view.problems), ...more] : []),
      answersOf(view),
      ...(view.blocks ? [says] : []),
      ...(view.sums.length ? [folded("What the file adds up to, as it was read", listOf(view.sums))] : []),
      folded(`What was understood and changed (${view.notes.length})`, listOf(view.notes)),
      ...view.cautions.map((caution) => make("p", { class: "gw-help" }, caution)),
    ];
  }

  function sheetsOf(view) {
    const sheet = select(view.sheets.map((name) => [name, name]));
    return make(
      "div",
      {},
      field("Sheet", sheet),
      button("Read this sheet", () => act("answer", { file: view.chosen, sheet: sheet.value }), { class: "gw-button gw-main" }),
    );
  }

  /** The open questions and the menus of columns, with one button for all of them. */
  function answersOf(view) {
    const said = new Map(view.questions.map((each) => [each.at, questionOf(view, each)]));
    const menus = view.columns.map((column) => ({ column, input: menuOf(view, column.field) }));
    const called = ({ letter, heading }) => (heading ? `${letter} “${heading}”` : `${letter}, no heading`);
    const left = view.columns.filter(({ field }) => field === view.aside[0]).map(called);
    const aside = left.length ? make("p", { class: "gw-help" }, `Left aside: ${left.join(", ")}.`) : null;
    const columns = make(
      "div",
      {},
      view.asked ? make("p", {}, view.asked) : null,
      menus.map(({ column, input }) => {
        const mark = column.proposed ? " (proposed)" : "";
        return field(`Column ${called(column)} is${mark}`, input, column.examples);
      }),
    );
    const changed = () => menus.filter(({ column, input }) => input.value !== column.field);
    function answer() {
      const columns = Object.fromEntries(changed().map(({ column, input }) => [column.called, input.value]));
      const answers = Object.fromEntries([...said].map(([at, each]) => [at, each.read()]));
      const nothing = !view.asked && !Object.keys(columns).length && !Object.values(answers).some(Boolean);
      if (nothing) return status.say("problem", "Nothing is answered yet. Answer what is asked, or say what a column is.");
      return act("answer", { file: view.chosen, agreed: Boolean(view.asked), columns, said: answers });
    }
    const check = button("Answer, and check again", answer, { class: "gw-button gw-main" });
    const parts = folded(`Which column is which (${view.columns.length})`, columns);
    parts.open = Boolean(view.asked);
    const send = make("div", { class: "gw-buttons" }, check);
    if (!said.size) parts.append(send); // nothing is open, and whoever wants it reads it another way
    const nodes = [...said.values()].map((each) => each.node);
    const all = make("div", { class: "gw-answers" }, nodes, aside, parts, said.size ? send : null);
    keysIn(all, answer, check);
    return all;
  }

  /** A question with a menu where answers can be listed, and a field where they cannot. */
  function questionOf(view, { at, name, text, about, choices, example }) {
    if (choices.length) {
      const input = select([[NONE, "Choose…"], ...choices]);
      const other = example ? make("input", { class: "gw-input" }) : null;
      const inside = [field(text, input, about)];
      if (other) inside.push(typedField("Or type another", other, view, name, `Such as ${example}`));
      return { node: make("div", {}, inside), read: () => other?.value.trim() || input.value };
    }
    const input = make("input", { class: "gw-input gw-short" });
    const help = `${about} Such as ${example}`.trim();
    return { node: typedField(text, input, view, name, help), read: () => input.value };
  }

  /** A field for an answer; what is typed and not sent comes back after a restart. */
  function typedField(label, input, view, name, help) {
    const draft = draftOf(host, `own file ${view.chosen} ${name}`, { keeps: false });
    drafts.push(draft);
    draft.recall().then((words) => {
      if (!words) return;
      input.value = words.typed;
      draft.hold(words);
    });
    input.addEventListener("input", () => (input.value ? draft.hold({ typed: input.value }) : draft.drop()));
    const place = field(label, input, help);
    return place;
  }

  picker.addEventListener("change", bring);
  const choice = folded(
    "Use a file of your own",
    field(content.title, files, content.help),
    make("div", { class: "gw-buttons" }, use, again, anew),
    field("Or fetch a file from this computer", picker, "A copy of it is put into that folder."),
    make("p", { class: "gw-help" }, content.stays),
  );
  const leave = make("div", { class: "gw-buttons" }, back); // in sight while a file is in use, whatever is folded
  root.append(make("p", {}, content.follows), choice, status.node, leave, found);
  // Something else on the page changed what the file says; what is typed here stays.
  host.on("message", ({ re, of, blocks }) => {
    if (!re && blocks && of === chosen) says.replaceChildren(...blocks.map(drawBlock));
  });
  ask("open").then((answer) => {
    if (answer.problem) status.quietly("problem", answer.problem);
    if (answer.files) show(answer, false);
  });
}
