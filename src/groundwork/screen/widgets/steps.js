// Steps one below the other, of which one is open: a long form a part at a time.

/** Make the steps: `{nodes, count(), begin()}`.
 *
 * Each of `parts` is `{ title, body, standing, words }`: what it is called, its elements, a function
 * that gives `{ done, all }`, and one that says that in words. `one` names a step, such as "need". Every heading is there, with a
 * button that opens its step and closes the one that was open; folded words are left to the
 * browser's search, and a printout shows all.
 */
function stepsOf(parts, one, root) {
  const steps = parts.map(({ title, body, standing, words }, place) => {
    const counted = make("span", { class: "gw-count", "data-own": 0 });
    const inside = make("div", { id: newId(), class: "gw-step" }, body);
    const head = make(
      "button",
      { type: "button", class: "gw-step-head", "aria-controls": inside.id },
      make("span", { class: "gw-step-sign", "aria-hidden": "true" }),
      make("span", {}, `${place + 1} of ${parts.length}: ${title}`, counted),
    );
    return { head, inside, counted, standing, words, title };
  });
  let at = -1;

  /** Open one step and close the others; -1 closes all. The pressed control stays where it is. */
  function open(place, held) {
    const before = held?.getBoundingClientRect().top;
    at = place;
    steps.forEach(({ head, inside }, each) => {
      head.setAttribute("aria-expanded", String(each === place));
      if (each === place) inside.removeAttribute("hidden");
      else inside.setAttribute("hidden", "until-found");
    });
    if (held) scrollerOf(root).scrollTop += held.getBoundingClientRect().top - before;
  }

  /** Open a step as an answer to a press: the focus is on its heading and its first words in sight. */
  function turnTo(place) {
    const { head, inside } = steps[place];
    open(place, head);
    head.focus({ preventScroll: true });
    bringIntoSight(inside.firstElementChild, root);
  }

  const nodes = steps.map(({ head, inside }, place) => {
    head.addEventListener("click", () => (at === place ? open(-1, head) : turnTo(place)));
    inside.addEventListener("beforematch", () => open(place));
    const next = steps[place + 1];
    if (next) {
      const words = `Next ${one}: ${next.title}`;
      inside.append(make("div", { class: "gw-buttons" }, button(words, () => turnTo(place + 1))));
    }
    return make("section", { class: "gw-step-part" }, make("h4", {}, head), inside);
  });

  return {
    nodes,
    /** Say in each heading how much of its step is done. */
    count() {
      for (const { counted, standing, words } of steps) {
        counted.textContent = `, ${words(standing())}`;
      }
    },
    /** Open the step that was open before, or else one that is begun, the first not done, or the first. */
    begin(before) {
      const left = steps.map(({ standing }) => standing()).map(({ done, all }) => (done < all ? done : -1));
      const begun = left.findIndex((done) => done > 0);
      open(before ?? Math.max(begun < 0 ? left.indexOf(0) : begun, 0));
    },
    /** Which step is open; -1 when none is. */
    at: () => at,
  };
}
