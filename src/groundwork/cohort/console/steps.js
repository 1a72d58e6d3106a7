// Give out, take in, grade, give back: a button each, which calls what the command calls.

/** A step that presses one button and does long work. */
function workStep(desk, w, what, outcome) {
  const status = statusLine();
  const work = longWork(desk.ask, desk.words);
  const beside = make("div", {});
  let busy = false;
  const go = button(w.button, async () => {
    if (busy) return;
    busy = true;
    status.clear();
    beside.replaceChildren();
    const { found, problem, stopped } = await work.run(w.working, what, { exercise: desk.exercise() });
    busy = false;
    await desk.look();
    if (problem) status.say("problem", problem);
    else if (!found.length && !stopped) status.say("info", w.nothing);
    else status.say("info", [...outcome(found, beside), stopped ? desk.words.stopped : ""].join(" ").trim());
  }, { class: "gw-button gw-main" });
  return part(w.title, w.lead, make("div", { class: "gw-buttons" }, go), work.node, status.node, desk.cover.over(beside));
}

function gradeStep(desk) {
  const w = desk.words.grade;
  return workStep(desk, w, "grade", (found, beside) => {
    const odd = found.filter(({ line }) => line);
    if (odd.length) beside.append(make("h3", {}, w.lines_title), make("ul", {}, odd.map(({ who, state, line }) => make("li", {}, make("strong", {}, `${who}: ${state}. `), line))));
    return [fill(w.done, { count: found.filter(({ graded }) => graded).length })];
  });
}

function feedbackStep(desk) {
  const w = desk.words.feedback;
  const status = statusLine();
  const list = make("div", {});
  const node = workStep(desk, w, "feedback", (found, beside) => {
    const odd = found.filter(({ problem }) => problem);
    if (odd.length) beside.append(make("h3", {}, w.lines_title), make("ul", {}, odd.map(({ who, problem }) => make("li", {}, make("strong", {}, `${who}: `), problem))));
    const sent = found.filter((each) => each.sent).length;
    const folder = `${desk.about().folder}/to_give_back/${desk.exercise()}`;
    const waiting = found.filter((each) => each.waits).length;
    return [fill(w.done, { count: found.filter(({ written }) => written).length, folder }), sent ? fill(w.sent, { count: sent }) : "", waiting ? fill(w.waits, { count: waiting }) : ""];
  });
  const open = button(w.open, async () => {
    const answer = await desk.ask("folder", { exercise: desk.exercise() });
    status.say(answer.problem ? "problem" : "info", answer.problem ?? answer.said);
  });

  /** Whose each page is: the page itself has no name, so that it can be checked here before it is sent. */
  function show(pages) {
    const rows = pages.map(({ file, who, waits }) => [file, who, waits ? w.page_waits : ""]);
    open.hidden = !desk.about().own_computer;
    list.replaceChildren(...(rows.length ? [make("h3", {}, w.pages_title), make("p", { class: "gw-help" }, w.pages_lead), make("div", { class: "gw-buttons" }, open), status.node, tableOf(w.pages_title, w.pages_columns, rows)] : []));
  }
  node.append(desk.cover.over(list));
  return { node, show };
}

function releaseStep(desk) {
  const w = desk.words.release;
  const status = statusLine();
  const due = make("input", { class: "gw-input gw-moment", type: "datetime-local" });
  const seed = make("input", { class: "gw-input", autocomplete: "off", maxlength: 100 });
  const seeded = field(w.seed, seed, w.seed_help);
  const told = make("p", {});
  const mailed = make("textarea", { class: "gw-input", rows: 9, readonly: true });
  const copied = statusLine();
  const mail = make("details", { class: "gw-mail", hidden: true }, make("summary", {}, w.mail_title), field(w.mail_label, mailed, w.mail_help),
    make("div", { class: "gw-buttons" }, button(w.mail_copy, async () => {
      mailed.select();
      const done = await navigator.clipboard?.writeText(mailed.value).then(() => true, () => false);
      copied.say("info", done ? w.mail_copied : w.mail_selected);
    })), copied.node);
  const submit = make("button", { type: "submit", class: "gw-button gw-main" });
  const words = make("input", { class: "gw-input", autocomplete: "off", maxlength: 100 });
  const beside = make("div", { class: "gw-item", hidden: true }, make("p", {}, w.changed), make("p", { class: "gw-help" }, w.beside),
    field(w.seed, words, w.seed_help), make("div", { class: "gw-buttons" }, button(w.beside_button, () => give({ seed: words.value, again: true }))));
  const form = formOf({}, { due, seed }, () => {}, field(w.due, due, w.due_help), seeded, make("div", { class: "gw-buttons" }, submit));
  let busy = false;
  form.node.addEventListener("submit", (event) => {
    event.preventDefault();
    give({ seed: seed.value });
  });

  async function give(how) {
    if (busy) return;
    busy = true;
    status.quietly("info", desk.words.busy);
    const answer = await desk.ask("release", { exercise: desk.exercise(), due: due.value, ...how });
    busy = false;
    if (answer.problem) {
      status.say("problem", answer.problem);
      return;
    }
    await desk.renew(answer);
    status.say("info", answer.said);
  }

  function show({ name, released, changed, due: until, due_typed: typed, file, needs_file: needs }) {
    due.value = typed;
    mail.hidden = !released;
    mailed.value = [...w.mail, ...(needs ? [w.mail_file] : [])].join("\n\n").replaceAll("{exercise}", name);
    told.textContent = released ? [fill(needs ? w.file_needed : w.file, { file }), until ? fill(w.due_is, { due: until }) : ""].join(" ").trim() : "";
    told.hidden = !released;
    seeded.hidden = released;
    beside.hidden = !changed;
    submit.textContent = released ? w.again : w.button;
    submit.classList.toggle("gw-main", !released);
  }
  return { node: part(w.title, w.lead, told, form.node, beside, status.node, mail), show, clear: () => status.clear() };
}

function collectStep(desk) {
  const w = desk.words.collect;
  const status = statusLine();
  const work = longWork(desk.ask, desk.words);
  const input = make("input", { class: "gw-input", type: "file", multiple: true });
  const lists = make("div", {});
  const exchange = button(w.exchange, () => take("exchange"), { hidden: true });
  const form = formOf({}, { input }, () => {}, field(w.file, input),
    make("div", { class: "gw-buttons" }, make("button", { type: "submit", class: "gw-button gw-main" }, w.button), exchange));
  const asked = new Map(); // what waits for a person's word, by its key
  let left = [];
  let taken = []; // what was taken, with its person
  let busy = false;

  form.node.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!input.files.length) form.blame("input", w.no_file);
    else take("collect");
  });

  async function take(what) {
    if (busy) return;
    busy = true;
    status.clear();
    [left, taken] = [[], []];
    const files = [...input.files];
    const brought = what === "collect" ? await work.bringAll(w.reading, files) : {};
    const { found, problem, stopped } = brought.problem ? { found: [], ...brought } : await work.run(w.taking, what, { exercise: desk.exercise() });
    busy = false;
    if (!problem && !stopped) input.value = "";
    for (const line of found) sort(line);
    draw();
    await desk.look();
    if (problem) return status.say("problem", problem);
    return status.say("info", [outcome(found), stopped ? desk.words.stopped : ""].join(" ").trim());
  }

  function sort(line) {
    asked.delete(line.key);
    if (line.asks) asked.set(line.key, line);
    else if (line.state === "not taken") left.push(line);
    else if (line.who) taken.push(line);
  }

  function outcome(found) {
    const counts = new Map();
    for (const { state, asks } of found) {
      const name = asks ? w.asks_title.toLowerCase() : w.states[state];
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts.size ? `${[...counts].map(([name, count]) => `${count} ${name}`).join(", ")}.` : w.nothing;
  }

  /** Say whose it is, or agree; several at once where nothing is doubtful. */
  async function settle(lines, said = {}, beside = status) {
    if (busy) return;
    busy = true;
    const found = [];
    let problem = "";
    for (const { key } of lines) {
      const line = await desk.ask("settle", { key, ...said });
      problem = line.problem;
      if (problem) break;
      found.push(line);
      asked.delete(key);
      sort(line);
    }
    busy = false;
    if (!found.length) return beside.say("problem", problem);
    draw();
    await desk.look();
    const next = lists.querySelector("button, select") ?? form.node.querySelector("button");
    turnTo(next, next);
    return problem ? status.say("problem", problem) : status.say("info", outcome(found));
  }

  async function drop(line, beside) {
    const answer = await desk.ask("drop", { key: line.key });
    if (answer.problem) return beside.say("problem", answer.problem);
    asked.delete(line.key);
    left.push({ ...line, said: w.not });
    draw();
    const next = lists.querySelector("button, select") ?? form.node.querySelector("button");
    return turnTo(next, next);
  }

  function draw() {
    const lines = [...asked.values()];
    const sure = lines.filter(({ asks, doubt }) => asks === "agree" && !doubt);
    const all = sure.length > 1 ? button(fill(w.yes_all, { count: sure.length }), () => settle(sure), { class: "gw-button gw-main" }) : null;
    lists.replaceChildren(
      ...(lines.length ? [make("h3", {}, w.asks_title), make("p", { class: "gw-help" }, w.asks_lead), make("div", { class: "gw-buttons" }, all), ...lines.map(question)] : []),
      ...(left.length ? [make("h3", {}, w.left_title), make("ul", {}, left.map(({ where, said }) => make("li", {}, make("strong", {}, `${where}. `), said)))] : []),
      ...(taken.length ? [make("h3", {}, w.taken_title), make("p", { class: "gw-help" }, w.taken_lead), make("ul", {}, taken.map(shownTaken))] : []),
    );
  }

  /** A file that was taken, with its person, and a way to give it to another. */
  function shownTaken(line) {
    const said = statusLine();
    const whose = make("span", { id: newId() }, `${line.where} → `);
    const people = others(line);
    const give = button(w.give, async () => {
      if (!people.value) return said.say("problem", w.choose_first);
      const done = await desk.give(line.person, people.value, said);
      if (!done) return null;
      who.textContent = fill(w.moved, { who: people.selectedOptions[0].textContent });
      turnTo(who, who);
      return menu.remove();
    }, { "aria-describedby": whose.id });
    const who = make("strong", { tabindex: "-1" }, line.who);
    const menu = make("details", { class: "gw-not-theirs" }, make("summary", {}, fill(w.not_theirs, { who: line.who })), field(w.whose, people, null, { about: whose }), make("div", { class: "gw-buttons" }, give));
    const is = line.state === "taken" ? "" : ` (${line.said || w.states[line.state]})`;
    const here = line.exercise === desk.exercise();
    return make("li", {}, whose, who, is, here ? menu : fill(w.of_another, { exercise: desk.title(line.exercise) }), said.node);
  }

  const others = (line) => select([["", w.choose], ...desk.about().people.filter(({ id }) => id !== line.person).map(({ id, shown }) => [id, shown])]);

  function question(line) {
    const said = statusLine();
    const what = line.asks === "agree" ? line.question : line.question || `${line.where.replace(/\.$/, "")}.`;
    const words = make("p", { id: newId() }, `${what} ${line.holds}`);
    const about = { "aria-describedby": words.id };
    const no = button(desk.words.leave, () => drop(line, said), about);
    if (line.asks === "agree") {
      const people = others(line);
      const give = button(w.take, () => (people.value ? settle([line], { person: people.value }, said) : said.say("problem", w.choose_first)), about);
      const other = line.key.startsWith("exchange") ? null : make("details", { class: "gw-not-theirs" }, make("summary", {}, w.somebody_else), field(w.whose, people, null, { about: words }), make("div", { class: "gw-buttons" }, give));
      return make("div", { class: "gw-item" }, words, make("div", { class: "gw-row" }, button(w.agree, () => settle([line], {}, said), about), no), other, said.node);
    }
    if (line.asks === "exercise") {
      const which = fill(w.which, { exercise: desk.title(desk.exercise()) });
      const yes = button(w.agree, () => settle([line], { exercise: desk.exercise() }, said), about);
      words.append(` ${which}`);
      return make("div", { class: "gw-item" }, words, make("div", { class: "gw-row" }, yes, no), said.node);
    }
    const people = select([["", w.choose], ...desk.about().people.map(({ id, shown }) => [id, shown])]);
    const yes = button(w.take, () => (people.value ? settle([line], { person: people.value, exercise: line.exercise }, said) : said.say("problem", w.choose_first)), about);
    return make("div", { class: "gw-item" }, words, field(w.whose, people, null, { about: words }), make("div", { class: "gw-row" }, yes, no), said.node);
  }

  /** Show what waits for a word, also from before a stop. */
  function renew(lines) {
    asked.clear();
    for (const line of lines) asked.set(line.key, line);
    draw();
  }

  function clear() {
    [left, taken] = [[], []];
    draw();
  }

  return { renew, clear, node: part(w.title, w.lead, form.node, work.node, status.node, desk.cover.over(lists)), show: () => (exchange.hidden = !desk.about().exchange) };
}
