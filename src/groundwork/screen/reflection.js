// A reflection: text stays in this page until Keep is pressed.

function render({ model, el, signal }) {
  const content = model.get("content");
  const root = mount(el, signal, { class: "gw-reflection", "data-reflection": content.id });
  const status = statusLine();
  const ask = connect(model, signal, (text) => status.say("info", text));
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
  let kept = null; // the text in the file, or null when there is none
  let touched = false;

  async function keep() {
    const text = box.value;
    const { problem, where, text: theirs } = await ask("keep", { text, shown: kept });
    if (theirs !== undefined) {
      kept = theirs;
      box.value = `${theirs}\n\n${text}`;
      forget.node.hidden = false;
    }
    if (problem) return status.say("problem", problem);
    kept = text;
    forget.node.hidden = false;
    status.say("info", `Kept in ${where}. Only your account opens this file; your employer or a records request may reach it.`);
  }

  const forget = confirmed("Forget", "Really delete the kept file and the text above?", async () => {
    const { problem, deleted } = await ask("forget");
    if (problem) return status.say("problem", problem);
    kept = null;
    box.value = "";
    forget.node.hidden = true;
    box.focus();
    status.say("info", deleted ? "The file is deleted." : "There was no file to delete.");
  });
  forget.node.hidden = true;

  box.addEventListener("input", () => {
    touched = true;
    const text = kept === null ? "Not kept yet. Press Keep to save it." : "Changed since you kept it. Press Keep to save it.";
    const same = box.value === (kept ?? "");
    if (status.node.dataset.kind !== "problem") status.quietly("info", same ? "" : text);
  });
  root.append(
    make("label", { class: "gw-prompt", for: id }, content.prompt),
    make("p", { class: "gw-help", id: `${id}-record` }, content.record),
    box,
    make("div", { class: "gw-buttons" }, button("Keep", keep, { class: "gw-button gw-main" }), forget.node),
    status.node,
  );
  ask("open").then(({ problem, text, where }) => {
    if (problem) status.say("problem", problem);
    if (text === undefined) return;
    kept = text;
    forget.node.hidden = false;
    if (touched) return;
    box.value = text;
    if (!problem) status.quietly("info", `Kept in ${where}. Only your account opens this file; your employer or a records request may reach it.`);
  });
}

export default { render };
