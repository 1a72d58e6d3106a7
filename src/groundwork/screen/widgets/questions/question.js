// Around the controls of a question (`controlsOf`, in a file for each sort of them): one button,
// one line of feedback, and what is typed and not kept.

const NOT_KEPT = "For practice: not kept when you close the page.";

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
  const controls = controlsOf(content, newId());
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

  const check = button(content.button, submit, { class: "gw-button gw-main" });
  if (controls.enter) keysIn(controls.node, submit, check);
  root.append(
    controls.node,
    make(
      "div",
      { class: "gw-buttons" },
      check,
      others,
      content.keeps ? draft.mark : make("span", { class: "gw-help" }, NOT_KEPT),
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
