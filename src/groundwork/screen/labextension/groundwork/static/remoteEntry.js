/* Groundwork in JupyterLab: a lesson is live when it opens, and the path of lessons is at hand.
 *
 * A prebuilt extension written by hand: no Node.js, no bundler. JupyterLab (and JupyterLite, which
 * bundles the same file) loads this script and asks `window._JUPYTERLAB.groundwork` for its plugin.
 *
 * Two ideas are modules of their own beside it: server.js (does the server answer?) and reading.js
 * (names, links, keys and titles within a notebook).
 *
 * Contents: 1 the line above a notebook · 2 which notebooks may run · 3 running · 4 the path of
 * lessons · 5 one notebook's life · 6 how JupyterLab finds all this.
 */
(() => {
  'use strict';

  const NAME = 'groundwork';
  const PLUGIN = `${NAME}:lessons`;
  // This file's own folder. Whatever the extension loads comes from here, so it works under any
  // base URL, and nothing it believes comes from the learner's workspace.
  const HERE = new URL('.', document.currentScript.src);

  const SAY = {
    starting: 'Starting this lesson: it takes a few seconds.',
    slow: 'Still starting. The first time can take a minute.',
    ready: 'Ready. Answer, move things, they respond.',
    readyExercise: 'Ready. Check each answer as you go.',
    readyOther: 'Ready. Every step of this notebook has run.',
    checking: 'Checking your answers.',
    error: 'One step of this lesson stopped with an error. Press “Restart this page”. If it stops again, show this page to your facilitator.',
    dead: 'This lesson is no longer running. Press “Restart this page”.',
    noKernel: 'This lesson could not start. Press “Restart this page”. If that does not help, close this page and start the course again.',
    reading: 'You are only reading. Nothing in this notebook has run.',
    ask: 'This notebook is not part of the course as it was installed, or its code was changed. Run it only if you know who wrote it.',
    stopped: 'The course has stopped. What you kept is safe. Start Groundwork again; this page then goes on.',
    again: 'Restart this page from the top? What you kept stays. What you typed but did not keep is cleared.',
  };

  // ---------------------------------------------------------------- small helpers for elements

  /** Make an element: `make('button', {class: 'x', onclick: f}, 'text', child)`. */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === 'function') element[name] = value;
      else if (value !== undefined && value !== null) element.setAttribute(name, value);
    }
    element.append(...children); // strings become text nodes: nothing is ever parsed as HTML
    return element;
  }

  function button(label, onclick, { title, later } = {}) {
    return make('button', { type: 'button', class: 'gwlab-button', title, onclick, 'data-later': later }, label);
  }

  // ---------------------------------------------------------------- 1 the line above a notebook

  /** The line's element and `say(text, tone)`, `offer(buttons)`. Tone is repeated in the words. */
  function makeLine() {
    const status = make('p', { class: 'gwlab-status', role: 'status', 'aria-live': 'polite', tabindex: '-1' });
    const choices = make('div', { class: 'gwlab-choices' });
    const ways = make('nav', { class: 'gwlab-ways', 'aria-label': 'Lessons before and after' });
    // Seen in a small window only (style.css): the line is then one row until this is pressed.
    const more = make('button', { type: 'button', class: 'gwlab-button gwlab-more', 'aria-expanded': 'false' }, 'More');
    more.onclick = () => more.setAttribute('aria-expanded', String(node.classList.toggle('gwlab-open')));
    const node = make('section', { class: 'gwlab-line', 'aria-label': 'This lesson' }, status, more, choices, ways);
    return {
      node,
      ways,
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
    };
  }

  // ---------------------------------------------------------------- 2 which notebooks may run

  /** Sources of the code cells, in order. Markdown and raw cells never run, so they do not count. */
  function codeSources(panel) {
    const sources = [];
    for (const cell of panel.context.model.cells) {
      if (cell.type === 'code') sources.push(cell.sharedModel.getSource());
    }
    return sources;
  }

  /** SHA-256 of the code, or null when it cannot be told for certain.
   *
   * The same as `groundwork.learner.course.fingerprint`. A source that holds the separator itself, or
   * half a surrogate pair (which encodes like another character), has none. On an insecure origin
   * (http to another machine) browsers offer no crypto.subtle: then we always ask.
   */
  async function fingerprint(sources) {
    const sound = source => !source.includes('\0') && (source.isWellFormed?.() ?? true);
    if (!window.crypto?.subtle || !sources.every(sound)) return null;
    const bytes = new TextEncoder().encode(sources.join('\0'));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
  }

  /** The course as installed: `{course: [...], fingerprints: {path: sha256}}`. */
  async function loadCourse() {
    try {
      const answer = await fetch(new URL('course.json', HERE), { cache: 'no-cache' });
      return await answer.json();
    } catch (reason) {
      console.warn('Groundwork: the list of lessons could not be read.', reason);
      return { course: [], fingerprints: {} };
    }
  }

  /** What the path is called in the course, wherever the workspace lies; undefined if foreign. */
  function courseName(course, path) {
    return Object.keys(course.fingerprints).find(name => path === name || path.endsWith(`/${name}`));
  }

  /** The learner's own list of trusted notebooks, kept in JupyterLab's user settings.
   *
   * Jupyter's notebook signature would not do: saving a notebook signs it, and one without outputs
   * counts as trusted, so a foreign file could pass. User settings lie outside the workspace and
   * survive a new port; notebook metadata is never asked.
   */
  async function makeTrust(course, registry) {
    const LIMIT = 200; // as in the schema; the oldest entries go first
    const settings = await registry?.load(PLUGIN).catch(() => null);
    const entries = () => settings?.get('trusted').composite ?? [];
    const label = path => courseName(course, path) ?? path;
    const same = (path, print) => entry => entry.path === label(path) && entry.fingerprint === print;
    const installed = (path, print) => course.fingerprints[courseName(course, path)] === print;
    return {
      canRemember: Boolean(settings && window.crypto?.subtle),
      async knows(path, sources) {
        const print = await fingerprint(sources);
        return print !== null && (installed(path, print) || entries().some(same(path, print)));
      },
      async add(path, sources) {
        const print = await fingerprint(sources);
        if (!settings || print === null || installed(path, print)) return;
        const others = entries().filter(entry => !same(path, print)(entry));
        await settings.set('trusted', [...others, { path: label(path), fingerprint: print }].slice(-LIMIT));
      },
    };
  }

  // ---------------------------------------------------------------- 3 running

  // ipykernel looks for modules in the notebook's folder before the installed ones, so a planted
  // modules/pandas.py would run in place of pandas. What starts by itself sees installed modules only.
  const ONLY_INSTALLED_MODULES = `
import os as _os, sys as _sys
_sys.path[:] = [p for p in _sys.path if p and _os.path.abspath(p) != _os.getcwd()]
del _os, _sys
`;

  const grading = cell => cell.model.getMetadata('nbgrader') ?? {};
  const isCode = cell => cell.model.type === 'code';
  const isCheck = cell => grading(cell).grade === true && grading(cell).solution !== true;
  const isGraded = cell => cell.model.getMetadata('nbgrader') !== undefined;
  const codeCells = panel => panel.content.widgets.filter(isCode);
  const isExercise = panel => codeCells(panel).some(isGraded);

  const LOST = Symbol('lost');
  const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

  /** Send something until it is answered; null when it never is.
   *
   * `sessionContext.ready` and an idle status are not enough: what a kernel is sent in the second
   * after it started, or while it restarts, can be lost without a word. A kernel that owes an answer
   * and for six seconds is not busy never got the question.
   */
  async function answered(panel, send, attempts) {
    for (let attempt = 0; attempt < attempts && !panel.isDisposed; attempt += 1) {
      const watch = watchQuiet(panel);
      const answer = await Promise.race([send(), watch.lost]).finally(watch.stop);
      if (answer !== LOST) return answer;
    }
    return null;
  }

  function watchQuiet(panel) {
    let timer;
    let quiet = 0;
    const lost = new Promise(resolve => {
      timer = setInterval(() => {
        const busy = panel.sessionContext.session?.kernel?.status === 'busy';
        quiet = busy ? 0 : quiet + 1;
        if (quiet === 12) resolve(LOST);
      }, 500);
    });
    return { lost, stop: () => clearInterval(timer) };
  }

  /** Restart the kernel, or start one where none is left: a restart of nothing fails without a word. */
  const freshKernel = context => (context.session?.kernel ? context.restartKernel() : context.startKernel());

  /** Make the kernel ready for a lesson; false when there is none or it never answers. */
  async function prepareKernel(panel) {
    await panel.sessionContext.ready;
    const options = { code: ONLY_INSTALLED_MODULES, silent: true, store_history: false };
    const ask = async () => {
      const kernel = panel.sessionContext.session?.kernel;
      // A restart cancels what was sent; asking again does no harm.
      return kernel ? kernel.requestExecute(options).done.catch(() => wait(500).then(() => LOST)) : null;
    };
    return (await answered(panel, ask, 30)) !== null; // three minutes: a browser edition starts slowly
  }

  /** Run one cell and tell whether it went well.
   *
   * CodeCell.execute rather than the run commands: those move the focus back to the notebook.
   */
  async function runCell(lib, panel, cell) {
    if (cell.model.sharedModel.getSource().trim() === '') return true;
    const send = () => lib.CodeCell.execute(cell, panel.sessionContext, {});
    const reply = await answered(panel, send, 3);
    return reply?.content.status === 'ok' || (Boolean(reply) && expectsError(cell));
  }

  const expectsError = cell => (cell.model.getMetadata('tags') ?? []).includes('raises-exception');

  /** Run cells in order; returns the ones that failed. A lesson stops at the first failure. */
  async function runCells(lib, panel, cells, { goOn }) {
    const failed = [];
    for (const cell of cells) {
      if (await runCell(lib, panel, cell)) continue;
      failed.push(cell);
      if (!goOn) break;
    }
    return failed;
  }

  /** Do something that only changes outputs and counts, which are no work of the learner's to save.
   *
   * A lesson that merely ran thus stays the file that the course installed. What was typed meanwhile
   * still counts as a change.
   */
  async function withoutTrace(panel, task) {
    const { model } = panel.context;
    const typed = () => JSON.stringify([...model.cells].map(cell => cell.sharedModel.getSource()));
    const [wasDirty, before] = [model.dirty, typed()];
    await task();
    if (!panel.isDisposed && !wasDirty && typed() === before) model.dirty = false;
  }

  // ---------------------------------------------------------------- 4 the path of lessons

  /** Every page of the course in order: `{path, title, minutes, kind, number}`. */
  function pagesOf(course) {
    return course.course.flatMap(step => [
      { kind: 'lesson', path: step.lesson, title: step.title, minutes: step.minutes.lesson, name: step.name },
      step.exercise && { kind: 'exercise', path: step.exercise, title: step.exercise_title, minutes: step.minutes.exercise, name: step.name },
    ]).filter(page => page?.path);
  }

  /** The folder of the workspace, as the server sees it: what comes before the course's own name. */
  function workspaceOf(course, path) {
    const name = path && courseName(course, path);
    return name ? path.slice(0, path.length - name.length) : '';
  }

  const folderOf = path => path.slice(0, path.lastIndexOf('/'));

  /** The pages whose notebook is there. */
  async function availablePages(course, contents, workspace) {
    const names = async folder => {
      // JupyterLite gives no content unless asked for it, and null for a folder that is not there.
      const found = await contents.get(workspace + folder, { content: true }).catch(() => null);
      return (found?.content ?? []).map(file => `${folder}/${file.name}`);
    };
    // An exercise is looked for by its folder, so that one listing tells of all of them.
    const place = page => (page.kind === 'lesson' ? page.path : folderOf(page.path));
    const pages = pagesOf(course);
    const folders = [...new Set(pages.map(page => folderOf(place(page))))];
    const there = new Set((await Promise.all(folders.map(names))).flat());
    return pages.filter(page => there.has(place(page)));
  }

  const minutesText = page => (page.minutes ? `${page.minutes} minutes` : '');

  /** A link to a page of the course that opens it in place; a new tab still works. */
  function link(lab, workspace, page, text, current = false) {
    const path = workspace + page.path;
    return make('a', {
      class: 'gwlab-link',
      href: lab.address(path),
      'aria-current': current ? 'page' : null,
      onclick: event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        lab.open(path);
      },
    }, ...text);
  }

  /** Links to the lesson before, the exercise, and the lesson after the given page. */
  function waysFrom(lab, workspace, pages, here, { long }) {
    const at = pages.find(page => page.path === here);
    if (!at) return [];
    const lessons = pages.filter(page => page.kind === 'lesson');
    const place = lessons.findIndex(page => page.name === at.name);
    const isLesson = at.kind === 'lesson';
    const other = pages.find(page => page.name === at.name && page.kind !== at.kind);
    const way = (page, word) => page && link(lab, workspace, page, [
      long ? `${word}: ${page.title}${page.minutes ? ` (${minutesText(page)})` : ''}` : word,
    ]);
    return [
      isLesson && way(lessons[place - 1], 'Previous lesson'),
      way(other, isLesson ? 'Exercise' : 'Back to the lesson'),
      way(lessons[place + 1], 'Next lesson'),
    ].filter(Boolean);
  }

  function listItem(lab, workspace, page, exercise, here) {
    const entry = one => link(lab, workspace, one, [
      one.kind === 'lesson' ? one.title : `Exercise: ${one.title}`,
      ' ', make('span', { class: 'gwlab-minutes' }, minutesText(one)),
    ], one.path === here);
    return make('li', {}, entry(page), ...(exercise ? [entry(exercise)] : []));
  }

  /** The side panel: a plain ordered list of links. */
  function drawPath(lab, node, workspace, pages, here) {
    const lessons = pages.filter(page => page.kind === 'lesson');
    const exerciseOf = page => pages.find(one => one.kind === 'exercise' && one.name === page.name);
    const list = make('ol', { class: 'gwlab-list', start: '0' },
      ...lessons.map(page => listItem(lab, workspace, page, exerciseOf(page), here)));
    const empty = make('p', {}, 'No lesson of the course is in this folder.');
    const kept = make('button', { type: 'button', class: 'gwlab-link', onclick: () => lab.openFolder(`${workspace}my_work`) },
      'Open the folder my_work');
    const full = make('p', { class: 'gwlab-note' },
      'All of JupyterLab: stop the course, then ', make('code', {}, 'python3 start.py open --full'), '.');
    node.replaceChildren(
      make('h2', { class: 'gwlab-heading' }, 'Your path'),
      make('nav', { 'aria-label': 'Lessons and exercises' }, lessons.length ? list : empty),
      make('h2', { class: 'gwlab-heading' }, 'My work'),
      make('p', {}, 'What you keep, as files that you can read.'),
      kept,
      ...(lab.isLearners ? [full] : []),
    );
  }

  // ---------------------------------------------------------------- 5 one notebook's life

  /** Give a notebook its line and, if it is the course's or trusted, start it. */
  function attend(lib, lab, course, trust, server, panel) {
    const line = makeLine();
    // live: may run by itself, so what the learner saves may too. judged: the content is there.
    // running: the work under way, so that one which was cut off by a stopped server stays silent.
    const state = { live: false, judged: false, saving: false, codeShown: false, running: null };
    const workspace = () => workspaceOf(course, panel.context.path);
    const isCourse = () => courseName(course, panel.context.path) !== undefined;
    const say = (words, tone) => server.isStopped() || line.say(words, tone);
    const header = new lib.Widget({ node: make('div', { class: 'gwlab-header' }, line.node) });

    async function begin() {
      await panel.context.ready;
      forgetSavedWidgets(panel);
      panel.contentHeader.addWidget(header);
      keepHeight(header, line.node, panel.contentHeader);
      panel.toggleClass('gwlab-course', isCourse());
      markChecks();
      lib.followOwnLinks(panel);
      lib.keepKeys(panel);
      await onScreen(panel.node);
      await drawWays();
      await judge();
      lib.nameCells(panel); // now that its texts are drawn
    }

    /** What a check says is help, not a crash: style.css shows it so. */
    function markChecks() {
      codeCells(panel).filter(isCheck).forEach(cell => cell.addClass('gwlab-check'));
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
      line.offer([button('Run it…', ask), codeButton()]);
    }

    /** Run the notebook; `remember`: what is saved from here starts by itself next time. */
    async function start({ remember, fresh = false }) {
      state.live = remember;
      await work(SAY.starting, async () => {
        if (fresh) await freshKernel(panel.sessionContext);
        if (!(await patiently(prepareKernel(panel)))) return [SAY.noKernel, 'warning'];
        const cells = codeCells(panel).filter(cell => !(isExercise(panel) && isCheck(cell)));
        const failed = await runCells(lib, panel, cells, { goOn: isExercise(panel) });
        if (failed.length > 0 && !isExercise(panel)) return [SAY.error, 'warning'];
        return [readyWords(), 'ready'];
      });
    }

    function readyWords() {
      if (isExercise(panel)) return SAY.readyExercise;
      return isCourse() ? SAY.ready : SAY.readyOther;
    }

    /** The server is back: run the lesson as on opening, for its kernel went with the old server. */
    function goOn() {
      if (state.live) return start({ remember: true, fresh: true });
      return judge();
    }

    async function check() {
      await work(SAY.checking, async () => {
        const cells = codeCells(panel).filter(isGraded);
        const failed = await runCells(lib, panel, cells, { goOn: true });
        const all = cells.filter(isCheck).length;
        const open = failed.filter(isCheck);
        return [open.length ? stillOpen(all, open) : `All ${all} are right.`, 'ready'];
      });
    }

    /** "9 of 10 are right. Still open: question 10." where each name leads to its question. */
    function stillOpen(all, open) {
      const names = open.map(cell => make('button', {
        type: 'button',
        class: 'gwlab-link',
        onclick: () => lib.goTo(panel, headOf(cell)),
      }, lib.questionOf(grading(cell).grade_id)));
      const list = names.flatMap((name, place) => (place ? [', ', name] : [name]));
      return [`${all - open.length} of ${all} are right. Still open: `, ...list, '.'];
    }

    /** The text that opens a check's question. */
    function headOf(cell) {
      const cells = panel.content.widgets;
      const above = cells.slice(0, cells.indexOf(cell)).reverse();
      return above.find(one => one.model.type === 'markdown' && lib.headingOf(one)) ?? cell;
    }

    /** Do one thing at a time, say so, and end with words that say how it went. */
    async function work(words, task) {
      if (state.running || server.isStopped()) return;
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
        ...(lab.room ? [menuButton()] : []),
      ]);
    }

    function confirmRestart() {
      say(SAY.again, 'warning');
      line.offer([
        button('Yes, restart', () => start({ remember: state.live, fresh: true })),
        button('No, go on', () => {
          say(readyWords(), 'ready');
          offerUsual();
        }),
      ]);
    }

    function codeButton() {
      const words = () => (state.codeShown ? 'Hide the code' : 'Show the code');
      const toggle = button(words(), () => {
        showCode(!state.codeShown);
        toggle.textContent = words();
      }, { later: true });
      return toggle;
    }

    /** For a small window, where a lesson has the menu's room; hidden in others by style.css. */
    function menuButton() {
      const words = () => (lab.room.menuShown() ? 'Hide the menu' : 'Show the menu');
      const toggle = button(words(), () => {
        lab.room.toggleMenu();
        toggle.textContent = words();
      }, { later: true });
      toggle.classList.add('gwlab-menu-button');
      return toggle;
    }

    function showCode(shown) {
      state.codeShown = shown;
      panel.toggleClass('gwlab-code-shown', shown);
      foldedCells(panel).forEach(cell => fold(cell, !shown));
    }

    async function drawWays() {
      const pages = await lab.pages(workspace());
      const here = courseName(course, panel.context.path);
      line.ways.replaceChildren(...waysFrom(lab, workspace(), pages, here, { long: false }));
      const ways = waysFrom(lab, workspace(), pages, here, { long: true });
      if (!ways.length) return;
      const nav = make('nav', { class: 'gwlab-footer', 'aria-label': 'Where to go from here' }, ...ways);
      // A notebook pulls the focus back to its chosen cell when it moves outside a cell, or at a key.
      for (const kind of ['focusin', 'keydown']) nav.addEventListener(kind, event => event.stopPropagation());
      panel.content.layout.footer = new lib.Widget({ node: nav }); // was "Click to add a cell"
    }

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
        line.say(SAY.stopped, 'warning');
        line.offer([]);
      } else if (state.judged) goOn();
    }));
    keepTextClosed(panel);
    begin().catch(reason => console.warn('Groundwork: a lesson did not open.', reason));
  }

  const foldedCells = panel => codeCells(panel).filter(cell => cell.model.getMetadata('jupyter')?.source_hidden);

  /** Fold or open a cell that the author folded, on the screen only. By itself JupyterLab would write
   * it into the file; told not to, it stays so (to tell it otherwise makes it read the file again).
   */
  function fold(cell, folded) {
    cell.syncCollapse = false;
    cell.inputHidden = folded;
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

  /** Drop widget state stored in the file, before the widget manager makes it live.
   *
   * ipywidgets restores stored widgets on opening, trusted or not, and an anywidget among them brings
   * its own JavaScript: a foreign notebook could run code in the page without any cell being run.
   * Our lessons store none; whatever runs makes its widgets anew. Until then a stored output shows
   * its words: the widget it names is gone, and would only say "model not found".
   */
  function forgetSavedWidgets(panel) {
    const { model } = panel.context;
    const view = 'application/vnd.jupyter.widget-view+json';
    let forgot = model.getMetadata('widgets') !== undefined;
    if (forgot) model.deleteMetadata('widgets');
    for (const { outputs } of Array.from(panel.content.model.cells).filter(cell => cell.outputs)) {
      const stored = outputs.toJSON();
      if (!stored.some(output => output.data?.[view])) continue;
      for (const output of stored) delete output.data?.[view];
      outputs.fromJSON(stored);
      forgot = true;
    }
    if (forgot) model.dirty = false;
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

  /** In a lesson a double click selects a word; it does not turn the text into its source. */
  function keepTextClosed(panel) {
    panel.content.node.addEventListener('dblclick', event => {
      const isText = event.target.closest('.jp-MarkdownOutput');
      if (isText && panel.hasClass('gwlab-course') && !panel.hasClass('gwlab-code-shown')) event.stopPropagation();
    }, true);
  }

  // ---------------------------------------------------------------- 6 how JupyterLab finds all this

  /** What the lines and the panel need of the application. */
  function describeLab(lib, app, tracker, course) {
    const isLearners = isLearnersView(lib);
    const lab = {
      isLearners,
      room: isLearners ? lib.makeRoom(app.shell, tracker) : null,
      open: path => {
        lab.room?.fold();
        return app.commands.execute('docmanager:open', { path });
      },
      openFolder: path => app.commands.execute('filebrowser:open-path', { path }),
      address: path => addressOf(lib, path),
      pages: workspace => availablePages(course, app.serviceManager.contents, workspace),
    };
    return lab;
  }

  const isLearnersView = lib => lib.PageConfig.getOption('groundworkView') === 'learner';

  /** The address of a notebook in this application: JupyterLite keeps the path in the query. */
  function addressOf(lib, path) {
    const isLite = lib.PageConfig.getOption('contentsAllJsonFile') !== '';
    return isLite ? `?path=${encodeURIComponent(path)}` : lib.PageConfig.getUrl({ treePath: path });
  }

  function addPathPanel(lib, lab, app, tracker, course, restorer) {
    const panel = new lib.Widget();
    panel.id = 'groundwork-path';
    panel.addClass('gwlab-path');
    panel.title.label = 'Your path';
    panel.title.caption = 'Your path: lessons and exercises';
    app.shell.add(panel, 'left', { rank: 1 });
    restorer?.add(panel, panel.id);
    const draw = async () => {
      const path = tracker.currentWidget?.context.path;
      const workspace = workspaceOf(course, path);
      drawPath(lab, panel.node, workspace, await lab.pages(workspace), path && courseName(course, path));
    };
    tracker.currentChanged.connect(draw);
    draw();
    if (!lab.isLearners) return;
    // In a small window (or a zoomed one) the lesson needs the room; the panel's tab stays.
    app.restored.then(() => {
      app.shell.activateById(panel.id);
      lab.room.fold();
    });
  }

  function addStyle() {
    document.head.append(make('link', { rel: 'stylesheet', href: new URL('style.css', HERE).href }));
  }

  function makePlugin(lib) {
    return {
      id: PLUGIN,
      description: 'Starts course notebooks on opening and shows the path of lessons.',
      autoStart: true,
      requires: [lib.INotebookTracker],
      optional: [lib.ISettingRegistry, lib.ILayoutRestorer],
      activate: async (app, tracker, registry, restorer) => {
        addStyle();
        const course = await loadCourse();
        const lab = describeLab(lib, app, tracker, course);
        const server = lib.watchServer(lib, app.serviceManager);
        const trust = await makeTrust(course, registry);
        const begin = panel => attend(lib, lab, course, trust, server, panel);
        tracker.forEach(begin);
        tracker.widgetAdded.connect((_, panel) => begin(panel));
        addPathPanel(lib, lab, app, tracker, course, restorer);
        if (!lab.isLearners) return;
        document.body.classList.add('gwlab-learner');
        lib.keepTitle(tracker, path => pagesOf(course).find(page => page.path === courseName(course, path))?.title);
      },
    };
  }

  /** In place of JupyterLab's dialog, which names "the Jupyter server": our line says what to do. */
  function makeSilence(lib) {
    return {
      id: `${NAME}:connection-lost`,
      description: 'Leaves it to the line above a lesson to say that the server stopped.',
      autoStart: true,
      provides: lib.IConnectionLost,
      activate: () => async () => undefined,
    };
  }

  /** A hub has a dialog of its own, which can start the server again. */
  function pluginsFor(lib) {
    const onHub = lib.PageConfig.getOption('hubPrefix') !== '';
    return [makePlugin(lib), ...(isLearnersView(lib) && !onHub ? [makeSilence(lib)] : [])];
  }

  let shareScope = {};

  /** Load one of JupyterLab's own modules, the very copy it uses: its tokens are compared by identity.
   *
   * Where several versions are on offer, the highest wins, as it does for webpack's singletons.
   */
  async function load(module) {
    const versions = Object.keys(shareScope[module]);
    const highest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
    return (await shareScope[module][highest].get())();
  }

  async function loadLibrary() {
    const modules = ['@jupyterlab/application', '@jupyterlab/cells', '@jupyterlab/coreutils', '@jupyterlab/notebook', '@jupyterlab/services', '@jupyterlab/settingregistry', '@lumino/widgets'];
    const ours = ['server.js', 'reading.js'].map(name => import(new URL(name, HERE).href));
    return Object.assign({}, ...(await Promise.all([...modules.map(load), ...ours])));
  }

  const container = {
    init: scope => {
      shareScope = scope;
    },
    get: async () => {
      const plugins = pluginsFor(await loadLibrary());
      return () => ({ __esModule: true, default: plugins });
    },
  };
  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB[NAME] = container;
})();
