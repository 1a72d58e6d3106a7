// The forms of a root-cause map: the outcome, and a cause with its level and its evidence.

function outcomeForm(outcome) {
  const text = make("textarea", { class: "gw-input", rows: 2, value: outcome });
  return {
    attributes: { action: "outcome", data: {}, said: outcome ? "The outcome is changed." : "The outcome is written.", title: "Change what happens", label: "Save" },
    controls: { text },
    parts: [field("The outcome: what happens, and to whom?", text, null, { needed: true })],
  };
}

/** A form to add a cause under a line, or to edit one; `places` are the lines under which it may go. */
function causeForm(kind, { id, cause, words, places }, { levels, evidence }) {
  const adding = kind === "add";
  const old = adding ? { text: "", level: "", evidence: "", source: "" } : cause;
  const text = make("textarea", { class: "gw-input", rows: 2, value: old.text });
  const level = select([["", "Choose a level…"], ...levels], old.level);
  const known = select([["", "Choose…"], ...evidence], old.evidence);
  const source = make("input", { class: "gw-input", autocomplete: "off", value: old.source });
  const under = adding ? null : select(places, old.under);
  return {
    attributes: {
      action: kind,
      data: adding ? { below: id } : { id },
      said: adding ? "Added." : "Changed.",
      next: id,
      title: adding ? "A new cause" : "Edit this cause",
      label: adding ? "Add this cause" : "Save",
    },
    controls: { text, level, evidence: known, source, ...(under ? { under } : {}) },
    parts: [
      field(adding ? `“${words}” happens because…` : "Because…", text, null, { needed: true }),
      field("Level of this cause", level, "Who or what would have to change?", { needed: true }),
      field("How do you know?", known, null, { needed: true }),
      field("Which data, study or people?", source, "You may leave this empty."),
      ...(under ? [field("It explains", under)] : []),
    ],
  };
}
