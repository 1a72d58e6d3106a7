// A reflection: text stays in this page until Keep is pressed.

function render({ host, el, signal }) {
  const content = host.content;
  const root = mount(host, el, { class: "gw-reflection", "data-reflection": content.id });
  const status = statusLine();
  const ask = connect(host, (text) => status.say("info", text));
  const id = newId();
  // Some browsers and add-ons send text to a spelling or grammar service; a reflection goes nowhere.
  const box = make("textarea", {
    id,
    class: "gw-input",
    rows: content.rows,
    spellcheck: "false",
    autocomplete: "off",
    "data-gramm": "false",
    "aria-describedby": `${id}-record`,
  });
  const draft = draftOf(host, `reflection ${content.lesson} ${content.id}`);
  let kept = null; // the text in the file, or null when there is none
  let touched = false;

  /** Say whether the box holds words that are not kept. */
  function compare() {
    if (box.value === (kept ?? "")) draft.drop();
    else draft.hold({ text: box.value, shown: kept });
  }

  async function keep() {
    const text = box.value;
    const { problem, where, text: theirs } = await ask("keep", { text, shown: kept });
    if (theirs !== undefined) {
      kept = theirs;
      box.value = `${theirs}\n\n${text}`;
      forget.node.hidden = false;
      compare();
    }
    if (problem) return status.say("problem", problem);
    kept = text;
    compare();
    forget.node.hidden = false;
    tellHolds(host, root, true);
    status.say("info", keptIn(where));
  }

  const keptIn = (where) => ["Kept in ", host.file(where), `. ${host.words.mayOpen}`];

  const forget = confirmed("Forget", "Really delete the kept file and the text above? If somebody has asked for records of this, ask your records officer first.", async () => {
    const { problem, deleted } = await ask("forget");
    if (problem) return status.say("problem", problem);
    kept = null;
    box.value = "";
    compare();
    forget.node.hidden = true;
    tellHolds(host, root, false);
    turnTo(box, box);
    status.say("info", deleted ? "The file is deleted." : "There was no file to delete.");
  });
  forget.node.hidden = true;

  box.addEventListener("input", () => {
    touched = true;
    if (status.node.dataset.kind !== "problem") status.clear();
    compare();
  });
  root.append(
    make("label", { class: "gw-prompt", for: id }, content.prompt),
    make("p", { class: "gw-help", id: `${id}-record` }, content.record),
    box,
    make(
      "div",
      { class: "gw-buttons" },
      button("Keep", keep, { class: "gw-button gw-main" }),
      forget.node,
      draft.mark,
    ),
    status.node,
  );
  ask("open").then(async ({ problem, text, where }) => {
    if (problem) status.say("problem", problem);
    const words = await draft.recall();
    if (text !== undefined) {
      kept = text;
      forget.node.hidden = false;
      tellHolds(host, root, true);
    }
    if (touched) return compare();
    if (kept !== null) {
      box.value = kept;
      if (!problem) status.quietly("info", keptIn(where));
    }
    if (!words) return;
    kept = words.shown;
    box.value = words.text;
    compare();
    status.quietly("info", BACK);
  });
}
