/* One notebook's life: it opens, is judged, runs, and says how it is. */
import { keepBookmark } from './bookmark.js';
import { checkBelow, isCheck, isExercise, isGraded, markChecks, outcomeOf } from './checks.js';
import { keepMarksOnce } from './copies.js';
import { courseName, isConsole, pagesOf, workspaceOf } from './course.js';
import { button } from './elements.js';
import { openWhatIsTurnedTo } from './folds.js';
import { foldAnswers } from './guess.js';
import { addLine, SAY } from './line.js';
import { drawWays } from './path.js';
import { preparePrint, printChoice } from './print.js';
import { dropBars, followOwnLinks, keepBrowsersMenu, keepKeys, keepTextClosed, leaveEditorsWithTab, nameCells, readAsAPage, showCode, stopWhereItScrolls } from './reading.js';
import { notePlace } from './restart.js';
import { codeCells, freshKernel, prepareKernel, runCells, runUntilFailure, withoutTrace } from './running.js';
import { foldSections } from './sections.js';
import { showStops } from './stop.js';
import { codeSources, forgetSavedWidgets } from './trust.js';

/** Give a notebook its line and, if it is the course's or trusted, start it. */
export function attend(lib, lab, course, trust, server, drafts, lines, panel) {
  const line = addLine(lib, panel);
  lines.set(panel, line);
  // live: may run by itself, so what the learner saves may too. judged: the content is there.
  // running: the work under way, so that one which was cut off by a stopped server stays silent.
  // counted: the line says what was found in the answers.
  const state = { live: false, judged: false, saving: false, codeShown: false, running: null, folded: false, counted: false };
  let print = null;
  let copies = ''; // words on steps that stood twice when the page opened
  const isCourse = () => courseName(course, panel.context.path) !== undefined;
  const again = new Set(); // the checks whose questions were answered while they ran

  function say(words, tone, counted = false) {
    if (server.isStopped()) return;
    state.counted = counted;
    line.say(words, tone);
  }

  drafts.attend(panel, () => state.live);

  /** A copy of a graded step is no harm to the learner's work, and told once. */
  function tellOfCopies(questions) {
    copies = ` ${SAY.copies(questions)}`;
    if (!state.running) say(SAY.copies(questions));
  }

  async function begin() {
    await panel.context.ready;
    forgetSavedWidgets(panel);
    line.show();
    panel.toggleClass('gwlab-course', isCourse());
    stopWhereItScrolls(panel);
    if (isCourse()) dropBars(panel);
    if (isCourse() && isExercise(panel)) keepMarksOnce(panel, tellOfCopies);
    markChecks(panel);
    followOwnLinks(panel);
    if (lab.isLearners && isCourse()) print = preparePrint(lib, panel);
    keepKeys(panel);
    openWhatIsTurnedTo(panel);
    if (lab.isLearners) keepBrowsersMenu(panel);
    if (lab.isLearners) leaveEditorsWithTab(panel);
    if (lab.isLearners && isCourse()) readAsAPage(panel);
    await onScreen(panel.node);
    foldParts();
    const ways = drawWays(lib, lab, course, panel, line); // asks the server; no reason to wait
    await judge();
    await ways;
    nameCells(panel); // now that its texts are drawn
    if (state.live && isCourse()) keepBookmark(lib, panel, line);
  }

  /** Fold what is not read at first, whether the lesson may run or not; nothing is lost by it. */
  function foldParts() {
    const page = pagesOf(course).find(one => one.path === courseName(course, panel.context.path));
    const workspace = workspaceOf(course, panel.context.path);
    if (!page) return;
    foldSections(lib, lab, panel, page, workspace);
    showStops(lab, panel, page, workspace);
  }

  async function judge() {
    const sources = codeSources(panel);
    state.judged = true;
    const known = await trust.knows(panel.context.path, sources);
    // What was judged must be what runs.
    if (known && sources.join('\0') === codeSources(panel).join('\0')) return start({ remember: true });
    return ask();
  }

  function ask() {
    state.live = false;
    say(SAY.ask, 'warning');
    line.offer([
      button('Run it now', () => start({ remember: false })),
      trust.canRemember && button('Run it and trust it from now on', async () => {
        await trust.add(panel.context.path, codeSources(panel));
        start({ remember: true });
      }),
      button('Only read', onlyRead),
    ].filter(Boolean));
  }

  function onlyRead() {
    say(SAY.reading);
    line.offer([button('Run it…', ask), codeButton(), ...printButton(onlyRead)]);
  }

  /** Run the notebook; `remember`: what is saved from here starts by itself next time. */
  async function start({ remember, fresh = false }) {
    state.live = remember;
    if (!codeCells(panel).length) return onlyText();
    // Once: whoever starts the page anew has guessed before.
    if (!state.folded) foldAnswers(panel);
    state.folded = true;
    const place = fresh ? notePlace(panel) : null;
    await work(SAY.starting, async () => {
      place?.hold();
      if (fresh) await freshKernel(panel.sessionContext);
      if (!(await patiently(prepareKernel(panel)))) return [SAY.noKernel, 'warning'];
      const cells = codeCells(panel);
      if (isExercise(panel)) await runCells(lib, panel, cells.filter(cell => !isCheck(cell)));
      else if (!(await runUntilFailure(lib, panel, cells))) return [SAY.error, 'warning'];
      return [readyWords(), 'ready'];
    });
    place?.settle();
  }

  function onlyText() {
    say(SAY.readyText, 'ready');
    line.offer([...printButton(onlyText), ...(lab.room ? [menuButton()] : [])]);
  }

  function readyWords() {
    if (isExercise(panel)) return SAY.readyExercise + copies;
    if (isConsole(course, panel.context.path)) return SAY.readyConsole;
    return isCourse() ? SAY.ready : SAY.readyOther;
  }

  /** The server is back: run the lesson as on opening, for its kernel went with the old server. */
  function goOn() {
    if (state.live) return start({ remember: true, fresh: true });
    return judge();
  }

  async function check() {
    again.clear();
    await work(SAY.checking, async () => {
      const cells = codeCells(panel).filter(isGraded);
      const failed = await runCells(lib, panel, cells);
      return [outcomeOf(panel, cells, failed), 'calm', true]; // counts, and no color that approves
    });
    if (again.size && state.counted) takeBack([...again]);
  }

  /** A question was answered again: what was found in its earlier answer holds no longer. */
  function takeBack(checks) {
    withoutTrace(panel, () => checks.forEach(cell => cell.model.outputs.clear()));
    if (state.counted) say(SAY.answeredAgain, 'ready');
  }

  /** Do one thing at a time, say so, and end with words that say how it went. */
  function work(words, task) {
    if (state.running || server.isStopped()) return null;
    return line.while(() => carryOut(words, task));
  }

  async function carryOut(words, task) {
    const mine = Symbol('work');
    state.running = mine;
    say(words, 'busy');
    line.offer([]);
    let outcome;
    await withoutTrace(panel, async () => {
      try {
        outcome = await task();
      } catch (reason) {
        console.warn('Groundwork: a lesson stopped.', reason);
        outcome = [SAY.dead, 'warning'];
      }
    });
    if (panel.isDisposed || state.running !== mine) return;
    state.running = null;
    say(...outcome);
    offerUsual();
  }

  /** Say that it takes longer than usual, but keep waiting. */
  async function patiently(promise) {
    const timer = setTimeout(() => say(SAY.slow, 'busy'), 15000);
    return promise.finally(() => clearTimeout(timer));
  }

  function offerUsual() {
    line.offer([
      ...(isExercise(panel) ? [button('Check everything', check)] : []),
      button('Restart this page', confirmRestart, { title: 'What you kept stays.', later: true }),
      codeButton(),
      ...printButton(() => {
        say(readyWords(), 'ready');
        offerUsual();
      }),
      ...(lab.room ? [menuButton()] : []),
    ]);
  }

  function confirmRestart() {
    say(state.live ? SAY.again : SAY.againOther, 'warning');
    line.offer([
      button('Yes, restart', () => start({ remember: state.live, fresh: true })),
      button('No, go on', () => {
        say(readyWords(), 'ready');
        offerUsual();
      }),
    ]);
  }

  function codeButton() {
    return toggle(() => (state.codeShown ? 'Hide the code' : 'Show the code'), () => {
      state.codeShown = !state.codeShown;
      showCode(panel, state.codeShown);
    });
  }

  /** Print, and what of the learner's own; `back` shows the line as it was. Elsewhere JupyterLab prints. */
  function printButton(back) {
    if (!print) return [];
    return [button('Print this page', () => {
      const choice = printChoice();
      say(SAY.print);
      line.offer([
        ...choice.nodes,
        button('Print', () => {
          back();
          print(choice.read());
        }),
        button('Do not print', back),
      ]);
      choice.focus();
    }, { later: true })];
  }

  /** For a small window, where a lesson has the menu's room; hidden in others by style.css. */
  function menuButton() {
    const words = () => (lab.room.menuShown() ? 'Hide the menu' : 'Show the menu');
    const menu = toggle(words, () => lab.room.toggleMenu());
    menu.classList.add('gwlab-menu-button');
    return menu;
  }

  panel.node.addEventListener('gw-answered', ({ target }) => {
    const cell = checkBelow(panel, target);
    if (!cell) return;
    if (state.running) again.add(cell);
    takeBack([cell]);
  });
  // The learner's own answers change an exercise's code. Saved from here while it is live, the new
  // code is theirs: it starts by itself next time.
  panel.context.saveState.connect((_, step) => {
    state.saving = step === 'started';
    if (step.startsWith('completed') && state.live) trust.add(panel.context.path, codeSources(panel));
  });
  // The file was read again from the disk (reverted): whoever wrote it, judge it anew, as soon as
  // the new content is in.
  panel.context.fileChanged.connect(() => {
    if (state.saving || !state.judged) return;
    state.live = false;
    setTimeout(judge);
  });
  panel.sessionContext.statusChanged.connect((_, status) => {
    const gone = ['dead', 'autorestarting', 'restarting'].includes(status);
    if (gone) server.doubt();
    if (gone && !state.running) say(SAY.dead, 'warning');
  });
  panel.sessionContext.connectionStatusChanged.connect((_, status) => {
    if (status !== 'connected') server.doubt();
  });
  panel.disposed.connect(server.listen(stopped => {
    if (stopped) {
      state.running = null; // whatever it waits for will not come
      const course = state.live ? SAY.stopped : SAY.stoppedOther;
      line.say(lab.again ? SAY.stoppedConsole(lab.again) : course, 'warning');
      line.offer([]);
    } else if (state.judged) goOn();
  }));
  keepTextClosed(panel);
  begin().catch(reason => console.warn('Groundwork: a lesson did not open.', reason));
}

/** A button whose words follow what it does; a small window shows it once "More" is pressed. */
function toggle(words, act) {
  const node = button(words(), () => {
    act();
    node.textContent = words();
  }, { later: true });
  return node;
}

/** Wait until an element is seen: a tab restored in the background starts when it is turned to. */
function onScreen(node) {
  return new Promise(resolve => {
    new IntersectionObserver((entries, observer) => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      observer.disconnect();
      resolve();
    }).observe(node);
  });
}
