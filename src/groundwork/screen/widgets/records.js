// A table of records with one form to add or edit; a real table, real buttons.

const MANY = 5; // columns that fit a page beside the path of lessons, each with long words in it

function render({ host, el, signal }) {
  const content = host.content;
  const root = mount(host, el, { class: "gw-records", "data-list": content.name }, content.record);
  const status = statusLine();
  const ask = connect(host, (text) => status.say("info", text));
  const body = make("tbody", { role: "rowgroup", "data-own": 3 });
  const columns = content.fields.filter(({ listed }) => listed);
  const widthOf = ({ kind }) => (kind === "long text" ? "gw-long" : null);
  // On a small screen each row is drawn as a card. The roles say that it is a table all the same.
  const table = make(
    "table",
    { class: columns.length > MANY ? "gw-table gw-many" : "gw-table", role: "table" },
    make("caption", {}, content.title),
    make(
      "thead",
      { role: "rowgroup" },
      make(
        "tr",
        { role: "row" },
        columns.map((each) => make("th", { scope: "col", role: "columnheader", class: widthOf(each) }, each.label)),
        make("th", { scope: "col", role: "columnheader", class: "gw-screen" }, "Change"),
      ),
    ),
    body,
  );
  const wide = wideOf(content.title, table);
  const take = button("", () => act("take", {}, "Taken into the list."));
  const undo = button("Undo delete", () => act("undo", {}, "It is back."));
  const toAdd = `Add ${/^[aeiou]/i.test(content.one) ? "an" : "a"} ${content.one}`;
  const add = button(toAdd, () => startForm(null), { class: "gw-button gw-main" });
  const place = make("div", { class: "gw-form" });
  const buttons = make("div", { class: "gw-buttons" }, add, take, undo);
  const desk = content.paper ? paperDesk(host, signal, ask, draftOf(host, `paper ${content.name}`)) : null;
  root.append(...(desk ? [desk.before] : []), wide, buttons, place, status.node, ...(desk ? [desk.node] : []));
  undo.hidden = take.hidden = true;
  const draft = draftOf(host, `records ${content.name}`, { words: FORM_NOT_SAVED });
  let busy = false; // a second press while the first is on its way does nothing
  let editing = null; // the record in the open form, as it is shown
  let form = null;
  let known = []; // the records as they are shown

  const rowOf = (id) => body.querySelector(`tr[data-id="${CSS.escape(id ?? "")}"]`);
  const cell = (...parts) => make("td", { role: "cell", colspan: columns.length + 1 }, ...parts);

  /** Show the list; `fresh` are the ids of the records that were saved just now. */
  function show({ records, rows, undo: canUndo, file, kept, asked: isAsked, fresh = [] }) {
    known = records;
    root.hidden = !isAsked;
    buttons.append(undo);
    undo.hidden = !canUndo;
    if (file) take.textContent = file;
    take.hidden = !file;
    // What is being edited may be deleted by now; its words can still be added.
    if (!records.some(({ id }) => id === editing?.id)) editing = null;
    if (form) form.querySelector("h4").textContent = headingOf();
    body.replaceChildren(
      ...rows.map(([first, ...rest], index) => {
        const shown = records[index];
        const edit = button("Edit", () => startForm(shown), { "aria-label": `Edit ${first}`, "aria-expanded": "false" });
        const gone = () => remove(shown, first, index);
        return make(
          "tr",
          { role: "row", "data-id": shown.id },
          make("th", { scope: "row", role: "rowheader" }, first),
          rest.map((text, number) => make("td", { role: "cell", "data-label": columns[number + 1].label }, text)),
          make(
            "td",
            { class: "gw-row gw-screen", role: "cell" },
            edit,
            confirmed("Delete", `Delete ${first}?`, gone, { "aria-label": `Delete ${first}` }).node,
            fresh.includes(shown.id) ? make("span", { class: "gw-saved" }, "✓ Saved") : null,
          ),
        );
      }),
    );
    tellHolds(host, root, kept); // rows to begin with are nobody's own
    if (!rows.length) body.append(make("tr", { role: "row" }, cell(`No ${content.one} yet.`)));
  }

  /** Carry out an action; return the new view when it was, else tell the mistake at its field. */
  async function act(action, data, said, blame) {
    if (busy) return null;
    busy = true;
    const view = await ask(action, data);
    busy = false;
    if (view.rows && view.problem) return refused(view);
    if (view.problem) {
      if (blame?.(view.field, view.problem)) status.clear();
      else status.say("problem", view.problem);
      return null;
    }
    show(view);
    desk?.age();
    if (action === "save") closeForm();
    if (action !== "remove") focusOn(view.saved);
    status.say("info", [`${said} Saved.`, view.told].filter(Boolean).join(" "), rowOf(view.saved));
    return view;
  }

  /** Delete a record; in its place stands the way to have it back. */
  async function remove(shown, first, index) {
    if (!(await act("remove", { id: shown.id, shown }, `Deleted ${first}.`))) return;
    const gone = make("tr", { role: "row" }, cell(`Deleted ${first}. `, undo));
    body.insertBefore(gone, body.children[index] ?? null);
    turnTo(undo, gone);
  }

  /** Show how the list stands after another window changed it; what was typed stays in the form. */
  function refused(view) {
    show(view);
    editing &&= view.records.find(({ id }) => id === editing.id);
    status.say("problem", view.problem);
    if (form) remember();
    else focusOn(null);
    return null;
  }

  /** Turn to a record's row, or to the button that adds one. */
  function focusOn(id) {
    const row = rowOf(id);
    turnTo(row?.querySelector(".gw-row button") ?? add, row ?? add);
  }

  /** Turn to the row that a sentence elsewhere on the page is about. */
  function follow({ detail: { list, row } }) {
    if (list !== content.name) return;
    unfold(root);
    const found = [...body.rows].find((each) => each.dataset.id && each.cells[0].textContent === row);
    if (found && root.checkVisibility()) focusOn(found.dataset.id); // not on a page that lies behind
  }
  window.addEventListener(GO, follow, { signal });

  const headingOf = () => (editing ? `Edit this ${content.one}` : toAdd);

  const boxes = recordControls();
  let asked = []; // what shows a field of the open form only when it is asked
  const holds = (value, wanted) => (wanted.includes("") ? value.trim() !== "" : wanted.includes(value));

  let typed = () => ({}); // what the open form holds
  let before = ""; // what it held when it was opened

  function remember() {
    if (JSON.stringify(typed()) === before) draft.drop();
    else draft.hold({ editing, typed: typed() });
  }

  /** Open the form for a record, or for a new one, unless one with unsaved words is open. */
  function startForm(shown) {
    if (draft.isOpen()) {
      const first = form.querySelector(".gw-input");
      turnTo(first, form);
      return status.say("problem", HOLDS_WORDS);
    }
    status.clear(); // what was said of the form before
    openForm(shown);
    turnTo(form.querySelector(".gw-input"), form);
  }

  /** The fields of the form; those that are seldom needed are folded, each part under its name. */
  function fieldsOf(controls, marks) {
    const parts = new Map();
    for (const { id, label, help, required, under, when } of content.fields) {
      const node = field(label, controls[id], help, { needed: required });
      node.append(...boxes.below(controls[id]), marks[id]);
      if (when.length) asked.push(() => (node.hidden = !holds(controls[when[0]].value, when[1])));
      parts.set(under, [...(parts.get(under) ?? []), node]);
    }
    return [...parts].flatMap(([under, nodes]) =>
      under ? [make("details", { class: "gw-folded" }, make("summary", {}, under), nodes)] : nodes,
    );
  }

  let turnedTo = new Set(); // fields of the open form that the learner came to from a remark
  let unfolded = new Set(); // fields whose folded part was opened for a remark: whoever closes it again may

  /** Turn to the field that one of the other remarks is about, and say it there. */
  function turnToField(id, text, controls, marks) {
    turnedTo.add(id);
    marks[id].textContent = text;
    controls[id].closest("details")?.setAttribute("open", "");
    turnTo(controls[id], controls[id]);
  }

  /** List the remarks that do not stand beside a field, each with the way to its field. */
  function listOthers(more, others, controls, marks) {
    const key = JSON.stringify(more);
    if (others.dataset.said === key) return;
    others.dataset.said = key;
    others.hidden = !more.length;
    const labels = new Map(content.fields.map(({ id, label }) => [id, label]));
    others.replaceChildren(
      make("summary", {}, `Other remarks (${more.length})`),
      make(
        "ul",
        {},
        more.map(([id, text]) =>
          make("li", {}, button(labels.get(id), () => turnToField(id, text, controls, marks), { class: "gw-link" }), `: ${text}`),
        ),
      ),
    );
  }

  /** Say beside each field what a check remarks on; the control in use stays where it is. */
  function remark({ remarks, end, more }, controls, marks, { ending, others }) {
    const used = form.contains(document.activeElement) ? document.activeElement : null;
    const before = used?.getBoundingClientRect().top;
    const said = new Map([...more.filter(([id]) => turnedTo.has(id)), ...remarks]);
    for (const [id] of remarks) {
      if (!unfolded.has(id)) controls[id].closest("details")?.setAttribute("open", "");
      unfolded.add(id);
    }
    for (const [id, mark] of Object.entries(marks)) {
      const text = said.get(id) ?? "";
      if (mark.textContent !== text) mark.textContent = text;
      const ids = (controls[id].getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== mark.id);
      const all = text ? [...ids, mark.id] : ids;
      if (all.length) controls[id].setAttribute("aria-describedby", all.join(" "));
      else controls[id].removeAttribute("aria-describedby");
    }
    if (ending.textContent !== end) ending.textContent = end;
    listOthers(more, others, controls, marks);
    if (used) scrollerOf(root).scrollTop += used.getBoundingClientRect().top - before;
  }

  function openForm(shown) {
    closeForm();
    editing = shown;
    boxes.begin();
    asked = [];
    const marks = Object.fromEntries(
      content.fields.map(({ id }) => [id, make("div", { id: newId(), class: "gw-remark" })]),
    );
    const ending = make("p", { class: "gw-help", role: "status" });
    const others = make("details", { class: "gw-folded", hidden: true });
    [turnedTo, unfolded] = [new Set(), new Set()];
    const controls = Object.fromEntries(
      content.fields.map((each) => [each.id, boxes.make(each, shown?.[each.id] ?? "")]),
    );
    typed = () => Object.fromEntries(Object.entries(controls).map(([id, control]) => [id, control.value]));
    before = JSON.stringify(typed());
    const close = () => {
      closeForm();
      focusOn(editing?.id);
    };
    /** Give up what was typed, with a way to have it back. */
    const cancel = () => {
      const words = draft.isOpen() && { editing, typed: typed() };
      close();
      if (words) status.say("info", ["What you typed was not saved. ", button("Bring it back", () => bringBack(words), { class: "gw-link" })]);
    };
    const heading = newId();
    let waiting = 0;
    const look = async () => {
      const answer = await ask("look", { record: typed() }, { patient: true });
      if (form === made.node && answer.remarks) remark(answer, controls, marks, { ending, others });
    };
    const made = formOf(
      {
        "aria-labelledby": heading,
        input: () => {
          for (const show of asked) show();
          remember();
          clearTimeout(waiting);
          if (content.looks) waiting = setTimeout(look, 700); // once a word is written, not at each letter
        },
        submit: (event) => {
          event.preventDefault();
          const data = { id: editing?.id ?? null, shown: editing, record: typed() };
          act("save", data, editing ? "Changed." : "Added.", blame);
        },
      },
      controls,
      leaving(draft, status, close),
      make("h4", { id: heading }, headingOf()),
      fieldsOf(controls, marks),
      ...(content.looks ? [ending, others] : []),
      make(
        "div",
        { class: "gw-buttons" },
        make("button", { type: "submit", class: "gw-button gw-main" }, "Save"),
        button("Cancel", cancel),
        draft.mark,
      ),
    );
    /** A mistake in a folded part is seen only when the part is open. */
    function blame(name, text) {
      controls[name]?.closest("details")?.setAttribute("open", "");
      return made.blame(name, text);
    }
    form = made.node;
    place.replaceChildren(form);
    for (const show of asked) show();
    if (content.looks && shown) look();
    mark(true);
    return controls;
  }

  /** Open a form with words that were typed before. */
  function refill(words) {
    const controls = openForm(words.editing);
    for (const [id, value] of Object.entries(words.typed)) if (controls[id]) controls[id].value = value;
    for (const show of asked) show();
    remember();
  }

  function bringBack(words) {
    if (draft.isOpen()) return startForm(null); // which says that the open form holds words
    status.clear();
    refill({ ...words, editing: known.find(({ id }) => id === words.editing?.id) ?? null });
    turnTo(form.querySelector(".gw-input"), form);
  }

  function closeForm() {
    place.replaceChildren();
    form = null;
    draft.drop();
    mark(false);
  }

  /** Say at the button that opened the form whether it is open. */
  function mark(open) {
    const edit = rowOf(editing?.id)?.querySelector(".gw-row button");
    add.setAttribute("aria-expanded", String(open && !edit));
    edit?.setAttribute("aria-expanded", String(open));
  }

  // Rows that Python took in by itself, as from a file.
  host.on("message", (news) => {
    if (news.re !== undefined) return;
    if (news.offers) boxes.offer(news.offers);
    if (!news.rows) return;
    show(news);
    desk?.renew();
  });
  mark(false);
  ask("open").then(async (view) => {
    const words = await draft.recall();
    if (view.rows) show(view);
    boxes.offer(view.offers ?? []);
    if (view.problem) status.say("problem", view.problem);
    if (words && !form) refill(words);
  });
}
