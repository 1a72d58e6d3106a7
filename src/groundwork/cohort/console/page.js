// The console: which exercise, the steps, where everybody stands, and the end.

/** What is done at the end; `say` says in it what was done before the page was drawn anew. */
function endPart(desk) {
  const w = desk.words.end;
  const status = statusLine();
  const who = select([]);
  const off = make("input", { type: "checkbox" });
  const too = make("label", { class: "gw-option" }, off, make("span", {}, w.off_list));
  const confirm = make("div", { class: "gw-buttons" });
  const whole = make("p", { class: "gw-help" });
  const node = closedPart(w.title, () => show(), make("p", { class: "gw-help" }, w.lead),
    make("h3", {}, w.export), make("p", { class: "gw-help" }, w.export_help),
    make("div", { class: "gw-buttons" }, Object.entries(w.kinds).map(([kind, label]) => button(label, () => act("export", { kind })))),
    make("div", { class: "gw-buttons" }, button(w.archive, () => act("archive"))),
    make("h3", {}, w.forget), field(w.who, who), too, confirm, whole, status.node);

  async function act(action, data = {}) {
    const answer = await desk.ask(action, { exercise: desk.exercise(), ...data });
    if (answer.problem) return status.say("problem", answer.problem);
    return action === "forget" ? desk.forgotten(data.id, answer) : status.say("info", answer.said);
  }

  function say(words) {
    node.open = true;
    show();
    turnTo(who, who);
    status.say("info", words);
  }

  function show() {
    const people = desk.about().people;
    const before = who.value;
    who.replaceChildren(make("option", { value: "" }, desk.words.collect.choose), ...people.map(({ id, shown }) => make("option", { value: id }, shown)));
    who.value = people.some(({ id }) => id === before) ? before : "";
    whole.textContent = fill(w.whole, { folder: desk.about().folder });
    ask();
  }

  /** The question names the person who was chosen. */
  function ask() {
    const name = who.selectedOptions[0]?.textContent ?? "";
    const sure = who.value ? confirmed(w.forget_button, fill(off.checked ? w.forget_off_ask : w.forget_ask, { who: name }), () => act("forget", { id: who.value, off_list: off.checked })).node : null;
    confirm.replaceChildren(...(sure ? [sure] : []));
  }
  for (const each of [who, off]) each.addEventListener("change", ask);
  return { node, say };
}

function render({ host, el }) {
  const root = mount(host, el, { class: "gw-records gw-console" });
  const status = statusLine();
  const ask = connect(host, (text) => status.say("info", text));

  /** Draw the page anew from what is there now: nothing of who was forgotten is left in any part. */
  async function forgotten(id, { fields, said, ...found }, { exercise, isShown }) {
    for (const [name, cell] of fields) host.remember(draftName(name, id, cell), null, false);
    const page = pageOf(host, root, { ask, status, forgotten });
    page.cover.turn(isShown);
    await page.renew({ ...found, chosen: exercise });
    page.end.say(said);
  }

  const page = pageOf(host, root, { ask, status, forgotten });
  ask("open").then((found) => (found.problem ? status.say("problem", found.problem) : page.renew(found)));
}

/** Draw all parts of the console into its root, in the place of what was there. */
function pageOf(host, root, { ask, status, forgotten }) {
  const words = host.content.words;
  const name = make("p", { class: "gw-cohort" }, words.busy);
  const exercises = select([]);
  const summary = make("p", { role: "status", class: "gw-summary" });
  let about = { people: [], exercises: [], folder: "" };

  const told = statusLine();
  const cover = coverOf(words.cover, root);
  const desk = {
    status: told,
    cover,
    host,
    words,
    ask,
    about: () => about,
    exercise: () => exercises.value,
    title: (name) => about.exercises.find((each) => each.name === name)?.title ?? name,
    look,
    show,
    renew,
    forgotten: (id, answer) => forgotten(id, { own_computer: about.own_computer, ...answer }, { exercise: exercises.value, isShown: cover.isShown() }),
  };
  const people = peopleForm(desk);
  const first = make("div", { hidden: true }, make("p", {}, words.begin.lead));
  const more = make("details", { class: "gw-part" }, make("summary", {}, make("h2", {}, words.begin.more)));
  const table = standingTable(desk);
  const aside = asidePart(desk);
  const move = movePart(desk);
  desk.give = move.give;
  const invite = invitePart(desk);
  const release = releaseStep(desk);
  const collect = collectStep(desk);
  const reading = readingStep(desk);
  const feedback = feedbackStep(desk);
  const stuck = stuckPart(desk);
  const end = endPart(desk);
  const rest = make(
    "div",
    { hidden: true },
    cover.node,
    field(words.overview.exercise, exercises, words.overview.exercise_help),
    summary,
    release.node,
    collect.node,
    gradeStep(desk),
    reading.node,
    feedback.node,
    part(words.overview.table, words.overview.lead, cover.over(table.node), make("div", { class: "gw-buttons" }, button(words.overview.refresh, look))),
    move.node,
    aside.node,
    stuck.node,
    more,
    invite,
    end.node,
  );
  status.clear();
  root.replaceChildren(name, first, told.node, rest, status.node);

  /** Show the cohort as it is now; the exercise that was chosen stays. */
  async function renew(found) {
    about = { own_computer: about.own_computer, ...found };
    if (found.asked) collect.renew(found.asked);
    const before = exercises.value || about.exercises.filter(({ released }) => released).at(-1)?.name || about.exercises[0]?.name;
    const said = ({ released }) => (released ? words.overview.given : words.overview.not_given);
    exercises.replaceChildren(...about.exercises.map((each) => make("option", { value: each.name }, `${each.title} (${said(each)})`)));
    exercises.value = found.chosen ?? before ?? "";
    const begun = about.people.length > 0;
    name.textContent = begun ? about.name : "";
    first.hidden = begun;
    rest.hidden = !begun;
    (begun ? more : first).append(people.node);
    people.show(about);
    await turn();
  }

  /** Show the steps of the chosen exercise. */
  async function turn() {
    const chosen = about.exercises.find((each) => each.name === exercises.value);
    if (chosen) release.show(chosen);
    collect.show();
    await look();
  }

  async function look() {
    const exercise = exercises.value;
    if (!about.people.length || !exercise) return;
    const found = await ask("look", { exercise }, { patient: true });
    if (exercise !== exercises.value) return; // another was chosen meanwhile
    if (found.problem) status.say("problem", found.problem);
    else show(found);
  }

  function show(found) {
    summary.textContent = found.summary;
    table.show(found.rows);
    move.show(found.rows, found.put_away);
    aside.show(found.rows);
    feedback.show(found.pages);
    reading.renew(found.to_read);
    stuck.renew();
  }

  exercises.addEventListener("change", () => {
    release.clear();
    reading.close();
    collect.clear();
    turn();
  });

  return { renew, cover, end };
}
