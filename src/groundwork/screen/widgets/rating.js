// Statements with native radios and one line of evidence each; saved as the learner goes.

const isUnknown = (input) => input.value === "";

/** Say how much is answered; only a level is a rating. As groundwork.subject.readiness.counted says it. */
function answered({ done, unknown, all }, dontKnow) {
  const said = `${done} of ${all} answered`;
  return unknown ? `${said} (${done - unknown} rated, ${unknown} “${dontKnow}”)` : said;
}

const [PAUSE, LONGEST] = [1000, 3000]; // milliseconds of typing before it is saved

const STAYS = "What you chose and typed stays here, and is kept when the course runs again.";

const BACK_AND_SAVED = "What you had typed when the page stopped is back, and is saved now.";

const isSame = (one, other) => one.evidence === other.evidence && one.level === other.level;

function render({ host, el, signal }) {
  const content = host.content;
  const root = mount(host, el, { role: "group", "data-form": content.name }, content.record);
  const status = statusLine();
  const news = spokenLine();
  let last = null; // the row that was changed last: what goes wrong is said there
  const say = (kind, text) => (last?.status ?? status).say(kind, text);
  const ask = connect(host, (text) => say("info", text));
  const choices = [...content.scale.map(([level, words]) => [String(level), words]), ["", content.unknown]];
  const rows = new Map(); // statement id -> { inputs, box, saved, status, touched, kept, known }
  const drafts = new Map(); // artifact and statement -> the row's draft while that artifact is shown
  const title = make("h3", {}, content.title);
  const progress = make("p", { class: "gw-help", "data-own": 0 });
  const stood = draftOf(host, `need ${content.name}`, { keeps: false }); // which was open
  let of = ""; // the artifact that is shown; nothing until Python has said it
  let opening = null; // that answer, while the page waits for it
  let unsaved;

  /** How many of some statements are answered, and how many of these with "I don't know". */
  function standingOf(ids) {
    const chosen = ids.map((id) => rows.get(id).inputs.find((input) => input.checked)).filter(Boolean);
    return { done: chosen.length, unknown: chosen.filter(isUnknown).length, all: ids.length };
  }

  /** Give an evidence box the height of its words, where the browser does not do so by itself. */
  function grow(box) {
    if (CSS.supports("field-sizing", "content")) return;
    box.style.height = "auto";
    if (box.scrollHeight) box.style.height = `${box.scrollHeight + 2}px`; // and its borders
  }

  /** Count what is answered, in each need's heading and below the form; return it in words. */
  function count() {
    steps.count();
    tellHolds(host, root, [...rows.values()].some(({ kept }) => kept && (kept.evidence || "level" in kept)));
    const words = answered(standingOf([...rows.keys()]), content.unknown);
    progress.textContent = `${words}.`;
    return `${words}.`;
  }

  /** Ask for what fits the choice: what shows a level, or whom to ask where nothing is known. */
  function askFor({ id, inputs, label, help }) {
    const unknown = inputs.some((input) => input.checked && isUnknown(input));
    label.textContent = unknown ? content.whom : content.ask;
    if (help) help.textContent = (unknown && content.next_step[id]) || content.look_at[id];
  }

  /** What a row holds, as it is kept. */
  function entryOf(row) {
    const chosen = row.inputs.find((input) => input.checked);
    const level = chosen && (chosen.value === "" ? null : Number(chosen.value));
    return { evidence: row.box.value.trim().replace(/\s*\n\s*/g, " "), ...(chosen ? { level } : {}) };
  }

  /** Show what a row holds, or should hold. */
  function write(row, { level, evidence }) {
    row.box.value = evidence;
    grow(row.box);
    for (const input of row.inputs) {
      input.checked = level !== undefined && input.value === String(level ?? "");
    }
    askFor(row);
  }

  function draftFor(id, artifact = of) {
    const key = artifact ? `rating ${artifact} ${id}` : `rating ${content.name} before it is known ${id}`;
    if (!drafts.has(key)) drafts.set(key, draftOf(host, key, { mark: rows.get(id).saved }));
    return drafts.get(key);
  }

  /** A row holds something that is not saved. */
  function hold(id, row) {
    if (!row.touched) row.since = Date.now();
    row.touched = true;
    stood.hold(steps.at()); // a need that is complete by now comes back open all the same
    draftFor(id).hold({ entry: entryOf(row), shown: row.known });
  }

  function drop(id, row, words) {
    row.touched = false;
    draftFor(id).drop();
    row.saved.textContent = words;
  }

  /** Save one statement; `aloud` when a rating was chosen, since typing must not be interrupted. */
  async function save(id, aloud) {
    clearTimeout(unsaved);
    if (!of) return opening ?? open(false); // which saves what was touched before
    const row = rows.get(id);
    const before = row.kept;
    const entry = entryOf(row);
    row.since = Date.now();
    last = row;
    row.kept = entry; // at once: the next change may be sent before the answer comes
    const answer = await ask("rate", { id, of, shown: before, ...entry });
    if (answer.entries) return refused(id, row, before, answer);
    if (answer.problem) {
      if (row.kept === entry) row.kept = before;
      return say("problem", answer.stopped ? `${host.words.stopped} ${STAYS}` : answer.problem);
    }
    desk?.age();
    if (row.kept === entry) row.kept = answer.entry;
    row.known = answer.entry;
    if (isSame(entryOf(row), entry)) drop(id, row, "✓ Saved");
    row.status.clear();
    const rated = count();
    if (aloud) news.say(`Saved. ${rated}`);
  }

  /** Show how the ratings stand after another window changed this one; typed words stay. */
  function refused(id, row, before, { entries, former, problem, ...view }) {
    const typed = row.box.value.trim();
    name(view);
    row.touched = false;
    remember(former);
    fill(entries, false);
    const { evidence } = row.kept;
    if (typed !== (before?.evidence ?? "") && !evidence.includes(typed)) {
      row.box.value = typed.includes(evidence) ? typed : `${evidence}; ${typed}`;
      hold(id, row);
    }
    row.status.say("problem", problem);
  }

  /** Show what is kept; what was typed before the answer came stays, unless `all` is replaced. */
  function fill(entries, all) {
    for (const [id, row] of rows) {
      if (row.touched && !all) {
        if (!row.known) typedBefore(id, row);
        continue;
      }
      row.kept = row.known = entries[id] ?? { evidence: "" };
      write(row, row.kept);
      drop(id, row, "");
    }
    count();
  }

  /** Save what was typed before the page knew what is kept; Python says so if that is something else. */
  function typedBefore(id, row) {
    draftFor(id, "").drop();
    hold(id, row);
    save(id);
  }

  /** What a row held when the page was drawn anew; it may not have known by then what is kept. */
  const recall = async (id) => (await draftFor(id).recall()) ?? (await draftFor(id, "").recall());

  async function open(all) {
    opening = ask("open");
    const { entries, former, problem, ...view } = await opening;
    opening = null;
    if (entries) {
      name(view);
      remember(former);
      const words = await Promise.all([...rows.keys()].map(async (id) => [id, await recall(id)]));
      fill(entries, all);
      const back = words.filter(([, each]) => each);
      if (![...rows.values()].some((row) => row.touched)) steps.begin(await stood.recall());
      const earlier = Object.keys(entries).length ? "Your earlier ratings are shown." : "";
      status.quietly("info", back.length ? BACK_AND_SAVED : earlier);
      back.forEach(([id, each]) => again(id, each));
    }
    if (problem) say("problem", problem);
  }

  /** Save what was on its way when the page was drawn anew; where it stands, it says so itself. */
  function again(id, { entry, shown }) {
    const row = rows.get(id);
    if (row.touched) return;
    write(row, entry);
    row.kept = row.known = shown;
    typedBefore(id, row);
  }

  /** Show beside a statement how a former wording of it was rated. */
  function remember(former) {
    for (const [id, row] of rows) {
      row.former.replaceChildren(...(former?.[id] ?? []).map((text) => make("p", {}, text)));
    }
  }

  function name(view) {
    of = view.of;
    title.textContent = view.title;
    root.setAttribute("aria-label", view.title);
  }

  /** Say an option: its name, and what it looks like for this statement. */
  function option(value, words, steps) {
    const step = value === "" ? undefined : steps?.[content.scale.findIndex(([level]) => String(level) === value)];
    const name = value === "" ? words : `${value} ${words}`;
    return step ? `${name}: ${step}` : name;
  }

  function statement([id, text]) {
    const group = newId();
    const inputs = choices.map(([value]) => make("input", { type: "radio", name: group, value }));
    const box = make("textarea", { class: "gw-input", rows: 2, autocomplete: "off" });
    const saved = make("span", { class: "gw-saved" });
    const former = make("div", { class: "gw-help", "data-own": 0 });
    const legend = make("legend", { id: newId() }, text);
    const evidence = field(content.ask, box, content.look_at[id], { about: legend });
    const label = evidence.querySelector("label");
    const help = evidence.querySelector(".gw-help");
    const row = { id, inputs, box, label, help, saved, former, status: statusLine(), touched: false, kept: null, known: null };
    rows.set(id, row);
    for (const input of inputs) {
      input.addEventListener("change", () => {
        hold(id, row);
        askFor(row);
        count();
        save(id, true);
      });
    }
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // evidence is kept as one line
    });
    box.addEventListener("input", () => {
      grow(box);
      hold(id, row);
      clearTimeout(unsaved);
      // At a pause; and who types without one has lost a few seconds at most when the page goes.
      unsaved = setTimeout(() => save(id), Math.max(0, Math.min(PAUSE, row.since + LONGEST - Date.now())));
    });
    box.addEventListener("change", () => save(id));
    return make(
      "fieldset",
      { class: "gw-statement" },
      legend,
      former,
      make(
        "div",
        { class: "gw-scale" },
        choices.map(([value, words], index) =>
          make(
            "label",
            { class: "gw-option" },
            inputs[index],
            make("span", {}, option(value, words, content.steps[id])),
          ),
        ),
      ),
      evidence,
      saved,
      row.status.node,
    );
  }

  const steps = stepsOf(
    content.needs.map(([need, statements]) => ({
      title: need,
      body: statements.map(statement),
      standing: () => standingOf(statements.map(([id]) => id)),
      words: (stand) => answered(stand, content.unknown),
    })),
    "need",
    root,
  );
  const desk = content.paper ? paperDesk(host, signal, ask, draftOf(host, `paper ${content.name}`), content.prints) : null;
  root.append(title, ...(desk ? [desk.before] : []), ...steps.nodes, progress, status.node, news.node, ...(desk ? [desk.node] : []));
  steps.begin();
  count();
  const listen = ({ re, ...news }) => {
    if (re !== undefined || !news.switch) return;
    clearTimeout(unsaved);
    open(true);
    desk?.renew();
  };
  host.on("message", listen);
  // Whoever leaves the page, or turns to another window, has nothing on its way any more.
  const leave = () => {
    if (!document.hidden) return;
    for (const [id, row] of rows) if (row.touched && of) save(id);
  };
  document.addEventListener("visibilitychange", leave, { signal });
  open(false);
}
