// Fields with a list or a number each.

function controlsOf(content) {
  const controls = new Map(
    content.fields.map(({ id, options }) => [
      id,
      options.length
        ? select([["", "Choose…"], ...options])
        : make("input", { class: "gw-input gw-short", inputmode: "decimal", autocomplete: "off" }),
    ]),
  );
  const node = make(
    "fieldset",
    {},
    make("legend", {}, content.prompt),
    content.fields.map(({ id, label, unit }) => {
      const control = controls.get(id);
      control.id = newId();
      const help = unit ? make("span", { id: `${control.id}-help`, class: "gw-help" }, unit) : null;
      if (help) control.setAttribute("aria-describedby", help.id);
      const entry = help ? make("div", { class: "gw-row" }, control, help) : control;
      return make("div", { class: "gw-item" }, make("label", { for: control.id }, label), entry);
    }),
  );
  return {
    node,
    read: () => Object.fromEntries([...controls].map(([id, control]) => [id, control.value])),
    write(value) {
      for (const [id, control] of controls) control.value = value[id] ?? "";
    },
    enter: node,
  };
}
