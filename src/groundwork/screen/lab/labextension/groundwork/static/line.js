/* The line above a notebook: what it says, in one place, and how it is drawn. */
import { make } from './elements.js';

export const SAY = {
  starting: 'Starting this lesson: it takes a few seconds.',
  slow: 'Still starting. The first time can take a minute.',
  ready: 'Ready. You can answer now.',
  readyExercise: 'Ready. Check each answer as you go.',
  readyText: 'Ready. This page is to read: nothing on it has to run.',
  readyConsole: 'Ready. What you press here is done on this computer, in this folder.',
  readyOther: 'Ready. Every step of this notebook has run.',
  checking: 'Checking your answers.',
  answeredAgain: 'You have answered again. “Check everything” counts anew.',
  copies: questions => `A graded step stood twice (${questions.join(', ')}), which stops the grading. Only the first one counts now. Nothing of yours was deleted.`,
  error: 'One step of this lesson stopped with an error. Press “Restart this page”. If it stops again, show this page to your facilitator.',
  dead: 'This lesson is no longer running. Press “Restart this page”.',
  noKernel: 'This lesson could not start. Press “Restart this page”. If that does not help, close this page and start the course again.',
  reading: 'You are only reading. Nothing in this notebook has run.',
  ask: 'This notebook is not part of the course as it was installed, or its code was changed. Run it only if you know who wrote it.',
  print: 'Print this page: its whole text, charts and questions, without code. Your own work stays out unless you tick it.',
  stopped: 'The course has stopped. What you kept is safe. What you typed stays here while this page is open. Start Groundwork again; this page then goes on.',
  stoppedOther: 'The course has stopped. What you kept is safe. Copy what you typed and did not save. Then start Groundwork again.',
  stoppedConsole: again => [
    'The console has stopped. What you saved is safe. What you typed stays here while this page is open. Type this in a window in the course\'s folder, and the page goes on: ',
    make('code', {}, again),
  ],
  again: 'Restart this page from the top? What you kept stays. What you typed and did not save comes back.',
  againOther: 'Restart this page from the top? What you kept stays. What you typed and did not save is cleared: copy it first.',
};

/** Make a notebook's line: `show()`, `say(text, tone)`, `offer(buttons)`, `suggest(words, buttons)`,
 * `ask(words, buttons)`, `while(task)`, `ways`.
 *
 * Tone is repeated in the words.
 */
export function addLine(lib, panel) {
  const status = make('p', { class: 'gwlab-status', role: 'status', 'aria-live': 'polite', tabindex: '-1' });
  const choices = make('div', { class: 'gwlab-choices' });
  const ways = make('nav', { class: 'gwlab-ways', 'aria-label': 'Lessons before and after' });
  const suggestion = make('p', { role: 'status' });
  const answers = make('div', { class: 'gwlab-choices' });
  const question = make('p', { id: `gwlab-question-${panel.id}` });
  const replies = make('div', { class: 'gwlab-choices' });
  // Seen in a small window only (style.css): the line is then one row until this is pressed.
  const more = make('button', { type: 'button', class: 'gwlab-button gwlab-more', 'aria-expanded': 'false' }, 'More');
  more.onclick = () => more.setAttribute('aria-expanded', String(node.classList.toggle('gwlab-open')));
  const node = make('section', { class: 'gwlab-line', 'aria-label': 'This lesson' }, status, more,
    make('div', { class: 'gwlab-side' }, choices, ways),
    make('div', { class: 'gwlab-suggestion' }, suggestion, answers),
    make('div', { class: 'gwlab-question' }, question, replies));
  const header = new lib.Widget({ node: make('div', { class: 'gwlab-header' }, node) });
  return {
    ways,
    show() {
      panel.contentHeader.addWidget(header);
      keepHeight(header, node, panel.contentHeader);
      keepPlace(panel, node);
    },
    /** Keep the line's height while its buttons are gone for a moment; the page below does not move. */
    async while(task) {
      node.style.minHeight = `${node.offsetHeight}px`;
      await task().finally(() => (node.style.minHeight = ''));
    },
    /** Say words, or words and buttons in a row. */
    say(words, tone = 'calm') {
      const parts = [words].flat();
      const text = parts.map(part => part.textContent ?? part).join('');
      node.dataset.tone = tone;
      if (status.textContent !== text) status.replaceChildren(...parts);
    },
    /** Replace the buttons; the focus stays on the line when the pressed one goes away. */
    offer(buttons) {
      const hadFocus = choices.contains(document.activeElement) || status === document.activeElement;
      choices.replaceChildren(...buttons);
      // What asks or comes first must be in sight in a small window too.
      buttons.forEach(one => one.classList.toggle('gwlab-later', Boolean(one.dataset.later)));
      if (hadFocus) (buttons[0]?.checkVisibility() ? buttons[0] : status).focus();
    },
    /** Suggest something beside what the line says; without words, take it back. */
    suggest(words = '', buttons = []) {
      suggestion.textContent = words;
      answers.replaceChildren(...buttons);
    },
    /** Ask before something is done; the focus goes to the first button. Without words, stop asking. */
    ask(words = '', buttons = []) {
      question.textContent = words;
      replies.replaceChildren(...buttons);
      buttons[0]?.setAttribute('aria-describedby', question.id);
      buttons[0]?.focus();
    },
  };
}

/** Lumino lays out by minimum heights, which it reads once: tell it when the line wraps. */
function keepHeight(header, node, parent) {
  const watch = new ResizeObserver(() => {
    header.node.style.minHeight = `${node.offsetHeight}px`;
    if (!parent.isDisposed) parent.fit();
  });
  watch.observe(node);
  header.disposed.connect(() => watch.disconnect());
}

/** Hold the text in its place when the line above it grows or shrinks.
 *
 * A lesson that opens stays at its top; there only what the learner did in the line holds the text.
 */
function keepPlace(panel, line) {
  const outer = panel.content.outerNode;
  const topOf = () => outer.getBoundingClientRect().top;
  let top = topOf();
  const watch = new ResizeObserver(() => {
    const moved = topOf() - top;
    top += moved;
    if (outer.scrollTop > 0 || line.contains(document.activeElement)) outer.scrollTop += moved;
  });
  watch.observe(outer);
  panel.disposed.connect(() => watch.disconnect());
}
