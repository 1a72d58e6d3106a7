// What people wrote, one after another: the answer, two to compare with, the rubric, a comment.

/** What the page's host calls the words on one person's answer that are not saved. */
const draftName = (exercise, id, cell) => `console ${exercise} ${id} ${cell}`;

function readingStep(desk) {
  const w = desk.words.reading;
  const status = statusLine();
  const who = select([]);
  const chosen = field(w.who, who);
  const open = button(w.open, () => show(who.value), { hidden: true });
  const next = button(w.next, () => show(waiting()), { class: "gw-button gw-main", hidden: true });
  const none = make("p", { tabindex: "-1" });
  const place = make("div", {});
  let list = [];
  let busy = false;
  let shown = null; // who is read now
  let drafts = [];

  const waiting = () => list.find(({ id, waits }) => waits && id !== shown)?.id ?? list.find(({ waits }) => waits)?.id;

  function renew(toRead) {
    list = toRead;
    const before = who.value;
    who.replaceChildren(...list.map((each) => make("option", { value: each.id }, each.waits ? `${each.who}: ${w.waits}` : each.who)));
    who.value = list.some(({ id }) => id === before) ? before : (list[0]?.id ?? "");
    for (const each of [chosen, open]) each.hidden = !list.length;
    next.hidden = !list.some(({ waits }) => waits);
    none.textContent = list.length ? (next.hidden ? w.all_read : "") : w.none;
    none.hidden = !none.textContent;
  }

  async function show(id) {
    if (busy || !id) return;
    if (drafts.some((draft) => draft.isOpen())) {
      status.say("problem", HOLDS_WORDS);
      return;
    }
    busy = true;
    const found = await desk.ask("hand_in", { exercise: desk.exercise(), id });
    busy = false;
    if (found.problem) {
      status.say("problem", found.problem);
      return;
    }
    status.clear();
    shown = id;
    who.value = id;
    drafts = [];
    const heading = make("h3", { tabindex: "-1" }, list.find((each) => each.id === id)?.who ?? id);
    place.replaceChildren(heading, ...beside(found), ...undecided(found), ...found.questions.map((each) => question(found, each)));
    turnTo(heading, place);
  }

  /** Set the one that is read aside. */
  async function setAside(id, said) {
    if (busy) return;
    busy = true;
    const called = list.find((each) => each.id === id)?.who ?? id;
    const answer = await desk.ask("aside", { exercise: desk.exercise(), id, back: false });
    busy = false;
    if (answer.problem) {
      said.say("problem", answer.problem);
      return;
    }
    close();
    desk.show(answer);
    status.say("info", fill(desk.words.aside.done, { who: called }));
    turnTo([next, open].find((each) => !each.hidden) ?? none, node);
  }

  /** Show nobody's; what is not saved waits for whoever opens it again. */
  function close() {
    shown = null;
    drafts = [];
    place.replaceChildren();
    status.clear();
  }

  function question(found, asked) {
    const said = statusLine();
    const draft = draftOf(desk.host, draftName(desk.exercise(), found.id, asked.cell));
    drafts.push(draft);
    const comment = make("textarea", { class: "gw-input", rows: 4, maxlength: 10000, value: asked.comment });
    const total = make("p", { role: "status" });
    const scales = asked.scales.map((each) => scaleOf(each, asked.ticked[each.name]));
    const points = make("input", { class: "gw-input gw-short", inputmode: "decimal", value: asked.points ?? "" });
    const ticked = () => Object.fromEntries(scales.filter((each) => each.value() !== null).map((each) => [each.name, each.value()]));
    const typed = () => ({ ticked: ticked(), points: points.value, comment: comment.value });
    let before = JSON.stringify(typed());
    const asideSaid = statusLine();

    /** Put into the form what it held when it was saved last. */
    function put({ ticked: given, points: number, comment: text }) {
      for (const each of scales) each.choose(given[each.name]);
      [points.value, comment.value] = [number, text];
      changed();
    }

    function cancel() {
      put(JSON.parse(before));
      said.say("info", w.canceled);
    }

    function count() {
      const sum = Object.values(ticked()).reduce((one, other) => one + other, 0);
      const whole = scales.every((each) => each.value() !== null);
      total.textContent = scales.length ? (whole ? fill(w.total, { points: sum, most: asked.most }) : w.not_all) : "";
    }

    function changed() {
      count();
      if (JSON.stringify(typed()) === before) draft.drop();
      else draft.hold(typed());
    }

    async function save(goOn) {
      if (busy) return;
      busy = true;
      const data = { exercise: desk.exercise(), id: found.id, cell: asked.cell, read: found.read, comment: comment.value };
      const given = scales.length ? { ticked: ticked() } : { points: Number(points.value.replace(",", ".") || NaN) };
      const answer = await desk.ask("give", { ...data, ...given });
      busy = false;
      if (answer.problem) {
        said.say("problem", answer.problem);
        return;
      }
      before = JSON.stringify(typed());
      draft.drop();
      desk.show(answer);
      const sum = scales.length ? Object.values(ticked()).reduce((one, other) => one + other, 0) : given.points;
      const name = list.find((each) => each.id === found.id)?.who ?? found.id;
      const words = fill(w.saved, { who: name, points: sum, most: asked.most });
      if (goOn && waiting()) {
        await show(waiting());
        status.say("info", words);
      } else said.say("info", goOn ? `${words} ${w.all_read}` : words);
    }

    const bank = bankOf(found, comment, changed, said);
    for (const each of [comment, points, ...scales.map(({ node }) => node)]) {
      each.addEventListener("input", changed);
      each.addEventListener("change", changed);
    }
    count();
    recall(draft, put, said);
    return make(
      "div",
      { class: "gw-reading" },
      make("p", {}, make("strong", {}, asked.prompt)),
      make("dl", { class: "gw-written" }, asked.parts.map(({ prompt, text }) =>
        make("div", {}, make("dt", {}, prompt), make("dd", { "data-empty": !text }, text || w.no_text)))),
      comparison(asked),
      make("p", { class: "gw-help" }, w.harm),
      make("div", { class: "gw-buttons" }, button(desk.words.aside.this, () => setAside(found.id, asideSaid))),
      asideSaid.node,
      make("h4", {}, fill(w.rubric, { most: asked.most })),
      asked.before ? make("p", { class: "gw-help" }, asked.before) : null,
      scales.map(({ node }) => node),
      scales.length ? total : field(w.points, points),
      asked.after ? make("p", { class: "gw-help" }, asked.after) : null,
      field(w.comment, comment, w.comment_help),
      bank,
      make("div", { class: "gw-buttons" },
        button(w.save_next, () => save(true), { class: "gw-button gw-main" }), button(w.save, () => save(false)), button(w.cancel, cancel), draft.mark),
      said.node,
    );
  }

  /** Put back what was typed and not saved; until it is here nothing is held or dropped. */
  async function recall(draft, put, said) {
    const words = await draft.recall();
    if (!words) return;
    put(words);
    said.quietly("info", BACK);
  }

  /** Code, and text in other cells, as it was written: never run or drawn here. */
  function beside(found) {
    if (!found.beside.length) return [];
    return [make("details", { class: "gw-beside", open: true }, make("summary", {}, w.beside), found.beside.map((text) => make("pre", {}, text)))];
  }

  /** What a program could not judge: the answer, and a field for points. */
  function undecided(found) {
    if (!found.undecided.length) return [];
    const rows = found.undecided.map((each) => {
      const said = statusLine();
      const points = make("input", { class: "gw-input gw-short", inputmode: "decimal" });
      const draft = draftOf(desk.host, draftName(desk.exercise(), found.id, each.cell));
      drafts.push(draft);
      let before = "";
      const changed = () => (points.value === before ? draft.drop() : draft.hold({ points: points.value }));
      const put = (words) => {
        points.value = words.points;
        changed();
      };
      const give = button(w.decide, async () => {
        if (busy) return;
        busy = true;
        const given = Number(points.value.replace(",", ".") || NaN);
        const data = { exercise: desk.exercise(), id: found.id, cell: each.cell, read: found.read };
        const answer = await desk.ask("decide", { ...data, points: Number.isNaN(given) ? null : given });
        busy = false;
        if (answer.problem) {
          said.say("problem", answer.problem);
          return;
        }
        before = points.value;
        draft.drop();
        desk.show(answer);
        said.say("info", fill(w.decided, { points: given, most: each.most }));
      });
      const cancel = button(w.cancel, () => {
        put({ points: before });
        said.say("info", w.canceled);
      });
      points.addEventListener("input", changed);
      recall(draft, put, said);
      return make("div", { class: "gw-item" }, make("p", {}, make("strong", {}, `${each.title}. `), each.asked),
        make("p", { class: "gw-kept" }, each.answer || w.no_answer),
        field(fill(w.points_for, each), points), make("div", { class: "gw-buttons" }, give, cancel, draft.mark), said.node);
    });
    return [make("div", { class: "gw-undecided" }, make("h4", {}, w.undecided), make("p", { class: "gw-help" }, w.undecided_lead), rows)];
  }

  function comparison({ weak, strong }) {
    const one = (title, text) => make("div", {}, make("h4", {}, title), make("p", {}, text));
    return make("details", { class: "gw-compare", open: true }, make("summary", {}, w.compare),
      make("p", { class: "gw-help" }, w.invented), make("div", { class: "gw-two" }, one(w.weak, weak), one(w.strong, strong)));
  }

  /** One criterion: what is asked, and a line for each number of points. */
  function scaleOf({ name, title, ask, levels }, given) {
    const group = newId();
    const boxes = levels.map(([level, text]) => {
      const box = make("input", { type: "radio", name: group, value: level });
      box.checked = level === given;
      return [box, make("label", { class: "gw-option" }, box, make("span", {}, make("strong", {}, `${level}: `), text))];
    });
    const spoken = spokenLine();
    const back = button(w.untick, () => {
      for (const [box] of boxes) box.checked = false;
      node.dispatchEvent(new Event("change"));
      turnTo(boxes[0][0], node);
      spoken.say(fill(w.unticked, { title }));
    }, { "aria-label": `${w.untick}: ${title}` });
    const node = make("fieldset", { class: "gw-scale-of" }, make("legend", {}, title), make("p", { class: "gw-help" }, ask), boxes.map(([, label]) => label), make("div", { class: "gw-buttons" }, back), spoken.node);
    return {
      name,
      node,
      value: () => {
        const box = boxes.find(([each]) => each.checked)?.[0];
        return box ? Number(box.value) : null;
      },
      choose: (level) => boxes.forEach(([box]) => (box.checked = Number(box.value) === level)),
    };
  }

  /** Comments to put in, and the cohort's own, which can be kept and removed. */
  function bankOf(found, comment, changed, said) {
    const given = make("div", { class: "gw-buttons" });
    const own = make("div", {});
    const insert = (text) => {
      comment.value = [comment.value.trim(), text].filter(Boolean).join(" ");
      changed();
      turnTo(comment, comment);
    };
    function draw(bank) {
      given.replaceChildren(...bank.given.map((text) => button(text, () => insert(text))));
      own.replaceChildren(
        ...(bank.own.length ? [make("h4", {}, w.bank_own)] : []),
        ...bank.own.map((text) => make("div", { class: "gw-row" }, button(text, () => insert(text)),
          button(w.drop, () => keep(text, true), { "aria-label": `${w.drop}: ${text}` }))),
      );
    }
    async function keep(text, drop) {
      const answer = await desk.ask("comment", { text, drop });
      if (answer.problem) return said.say("problem", answer.problem);
      draw(answer.bank);
      return said.say("info", drop ? "" : w.kept);
    }
    draw(found.bank);
    return make("details", { class: "gw-bank" }, make("summary", {}, w.bank_title), given, own,
      make("div", { class: "gw-buttons" }, button(w.keep, () => keep(comment.value, false))));
  }

  const lead = desk.words.read;
  const node = part(lead.title, lead.lead, none, desk.cover.over(make("div", {}, chosen, make("div", { class: "gw-buttons" }, next, open), status.node, place)));
  return { node, renew, close };
}
