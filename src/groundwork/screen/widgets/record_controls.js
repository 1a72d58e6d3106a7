// The controls of a record's form: boxes, menus, and boxes with a list of names to pick from.

/** Make the controls of one form after another; `offer` gives their lists the names to pick from. */
function recordControls() {
  let offers = []; // names to pick from
  let offering = []; // what puts them into the lists of the open form
  const lists = new WeakMap(); // the list below each box that has one

  /** A box with a list to pick from; in one for several names, a pick is added to what stands there. */
  function pickOf(kind, value) {
    const list = make("datalist", { id: newId() });
    const input = make("input", { class: "gw-input", autocomplete: "off", value, list: list.id });
    const offer = () => {
      const at = kind === "names" ? input.value.lastIndexOf(";") + 1 : 0;
      const before = at ? `${input.value.slice(0, at).trim()} ` : "";
      const there = before.split(";").map((name) => name.trim().toLowerCase());
      const left = offers.filter((name) => !there.includes(name.toLowerCase()));
      list.replaceChildren(...left.map((name) => make("option", { value: before + name })));
    };
    input.addEventListener("input", offer);
    offering.push(offer);
    offer();
    lists.set(input, list);
    return input;
  }

  function controlOf({ kind, options }, value) {
    if (kind === "name" || kind === "names") return pickOf(kind, value);
    if (kind === "choice") return select([["", "Choose…"], ...options], value);
    if (kind === "long text") return make("textarea", { class: "gw-input", rows: 3, value });
    const number = ["number", "whole", "year"].includes(kind) ? { inputmode: "decimal", class: "gw-input gw-short" } : {};
    return make("input", { class: "gw-input", autocomplete: "off", value, ...number, "data-kind": kind });
  }

  return {
    make: controlOf,
    /** What stands below a control for its list. */
    below: (control) => (lists.has(control) ? [lists.get(control)] : []),
    offer(names) {
      offers = names;
      for (const renew of offering) renew();
    },
    /** Begin another form. */
    begin: () => (offering = []),
  };
}
