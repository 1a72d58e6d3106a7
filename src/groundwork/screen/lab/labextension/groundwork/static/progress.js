/* What is begun and done on each page, read from what the learner keeps: counts, never a word.
 *
 * No kernel is needed, since the files are read as files. What a page's work is and when it is done
 * stands in course.json; here is one rule for each kind of kept thing.
 */

const DATA = ['my_work/data', 'my_work/artifacts']; // the second is where version 0.1 kept it
const RIVERBEND = '_riverbend_invented'; // as groundwork.learner.place names what is about it
const PAPERS = 'my_work/papers';
/** A paper's file: its title, its day, and a number where that name was taken. */
const PAPER = /^(.+?) (\d{4}-\d\d-\d\d)(?: (\d+))?(\.\w+)$/;
/** Earlier, what only the writer has to know began with the paper's title too; it is no paper. */
const BESIDE = ['read before you hand it on', 'for you alone'];
const UNREADABLE = 'its file could not be read';

export const INVENTED = 'Riverbend County (invented)';

/** Whether a kept file holds anything that a learner chose or wrote, at whatever depth. */
const isFull = value =>
  value && typeof value === 'object' ? Object.values(value).some(isFull) : ![undefined, null, '', false].includes(value);
const holds = ({ version, ...data }) => isFull(data);

/** Every count of a rule: how much there is, whether that is all, and both in words. */
const counted = (count, done, words) => ({ count, begun: count > 0, done, words });

/** Say how much is answered; only a level is a rating. As groundwork.subject.readiness.counted says it. */
const answered = ({ done, unknown, all }) => {
  const said = `${done} of ${all} answered`;
  return unknown ? `${said} (${done - unknown} rated, ${unknown} “I don't know”)` : said;
};

/** What is said of written answers, one or more. */
export const UNJUDGED = ['written answer: nobody has judged it', 'written answers: nobody has judged them'];

export const several = (count, [one, more]) => `${count} ${count === 1 ? one : more}`;

/** Whether an answer is whole: something is chosen or typed, in each of its parts. */
const isAnswered = value => {
  if (value === null || value === undefined || value === '') return false;
  if (typeof value !== 'object') return true;
  return Object.values(value).length > 0 && Object.values(value).every(isAnswered);
};

const RULES = {
  ratings(work, { data }) {
    const levels = new Map((data?.ratings ?? []).map(row => [row.statement, row.level]));
    const standing = ids => {
      const found = ids.filter(id => levels.has(id));
      return { done: found.length, unknown: found.filter(id => levels.get(id) === null).length, all: ids.length };
    };
    const parts = work.parts.map(([title, ids]) => ({ title, ...standing(ids) }));
    const all = standing(work.parts.flatMap(([, ids]) => ids));
    const open = parts.filter(part => part.done < part.all);
    const next = open.find(part => part.done > 0) ?? open[0];
    return {
      ...counted(all.done, !open.length, answered(all)),
      next: next && `${next.title}, ${answered(next)}`,
    };
  },
  causes(work, { data }) {
    const count = (data?.causes ?? []).length;
    const written = isAnswered(data?.outcome) ? 'outcome written, no cause yet' : 'no cause yet';
    return counted(count, count >= work.least, count ? several(count, ['cause', 'causes']) : written);
  },
  power(work, { data, decision }) {
    const actors = (data?.records ?? []).length;
    const decided = isAnswered(data?.decision ?? decision?.decision);
    const written = decided ? 'decision written' : 'no decision yet';
    const words = actors ? `${written}, ${several(actors, ['position or group', 'positions and groups'])}` : written;
    return counted(actors, decided && actors >= work.least, words);
  },
  records(work, { data }) {
    const count = (data?.records ?? []).length;
    return counted(count, count >= work.least, count ? several(count, work.things) : `no ${work.things[0]} yet`);
  },
  answers(work, { data }) {
    const kept = id => isAnswered(data?.answers?.[id]?.value);
    const answered = questions => questions.filter(parts => parts.split(' ').every(kept)).length;
    const questions = [...work.course, ...work.person];
    const written = answered(work.person);
    const unjudged = written ? `; ${several(written, UNJUDGED)}` : '';
    const begun = questions.filter(parts => parts.split(' ').some(kept)).length;
    const count = answered(questions);
    const whole = count === questions.length;
    // A file of answers holds no key, so an answer may be wrong for all that it shows: never done.
    return { ...counted(begun, false, `${count} of ${questions.length} answered${unjudged}`), answered: whole };
  },
};

/** Read the files of a workspace, each folder's list once: a file that is missing is not asked for. */
function readerOf(contents, workspace) {
  const lists = new Map();
  const parent = path => path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  async function listed(folder) {
    if (folder && !(await isThere(folder))) return [];
    const found = await contents.get((workspace + folder).replace(/\/$/, ''), { content: true });
    return found.content.map(file => file.name);
  }
  function list(folder) {
    if (!lists.has(folder)) lists.set(folder, listed(folder).catch(() => []));
    return lists.get(folder);
  }
  const isThere = async path => (await list(parent(path))).includes(path.split('/').at(-1));
  return {
    list: async folder => ((await isThere(folder)) ? list(folder) : []),
    /** The data of a file; undefined when there is none, null when it cannot be read. */
    async json(path) {
      if (!(await isThere(path))) return undefined;
      try {
        const file = await contents.get(workspace + path, { type: 'file', format: 'text', content: true });
        const data = JSON.parse(file.content.replace(/^\uFEFF/, ''));
        return typeof data === 'object' ? data : null;
      } catch {
        return null;
      }
    },
  };
}

async function artifact(reader, name) {
  for (const folder of DATA) {
    const data = await reader.json(`${folder}/${name}.json`);
    if (data !== undefined) return data;
  }
  return undefined;
}

/** How one piece of work stands, for the learner's own department or for Riverbend. */
async function standing(reader, work, ending) {
  const kept = { data: await (work.file ? reader.json(work.file) : artifact(reader, work.name + ending)) };
  if (work.kind === 'power') kept.decision = await artifact(reader, `${work.name}_decision${ending}`);
  const beside = await Promise.all((work.beside ?? []).map(name => artifact(reader, name + ending)));
  const unread = [...Object.values(kept), ...beside].some(data => data === null);
  if (unread) return { work, begun: true, done: false, words: UNREADABLE };
  try {
    const counts = RULES[work.kind](work, kept);
    // Of an exercise, an answer is the first thing that is kept; of all else, whatever a file holds.
    const first = work.file ? [] : [...Object.values(kept), ...beside].filter(Boolean);
    return { work, ...counts, begun: counts.begun || first.some(holds) };
  } catch {
    return { work, begun: true, done: false, words: UNREADABLE };
  }
}

/** Whether what is kept suffices for a page's short path; a file that could not be read never does. */
function quickDone(page, works) {
  const least = Object.entries(page.quick?.least ?? {});
  return least.length > 0 && least.every(([name, count]) => works.some(one => one.work.name === name && one.count >= count));
}

/** Of each paper, in each kind of file, the one that was made last. */
function newest(names) {
  const found = new Map();
  for (const name of names) {
    const [, title = name, day = '', number = '1', kind = ''] = PAPER.exec(name) ?? [];
    const made = `${day} ${number.padStart(6, '0')}`;
    if (!(found.get(title + kind)?.made > made)) found.set(title + kind, { name, made });
  }
  return [...found.values()].map(({ name }) => name).sort();
}

/** How the pages of a workspace stand: `{place, of(page), papers(page, invented)}`.
 *
 * `of` gives for each place (the learner's own department, Riverbend) on which something is begun,
 * and for the chosen one, `{invented, begun, done, answered, quick, works}`: what is answered may be wrong,
 * so it is not done; `quick` says whether the short path is. `papers` names the files that were made
 * of a page's work, the newest of each.
 */
export function progressOf(contents, workspace) {
  const reader = readerOf(contents, workspace);
  const place = reader.json('my_work/place.json').then(choice => choice?.place);
  return {
    place,
    async of(page) {
      const isInvented = (await place) === 'riverbend';
      const found = [];
      for (const invented of page.work.some(one => one.file) ? [false] : [isInvented, !isInvented]) {
        const ending = invented ? RIVERBEND : '';
        const works = await Promise.all(page.work.map(one => standing(reader, one, ending)));
        const begun = works.some(one => one.begun);
        const needed = works.filter(one => !one.work.optional);
        if (begun || invented === isInvented || !found.length) {
          const done = needed.every(one => one.done);
          const answered = !done && needed.every(one => one.done || one.answered);
          found.push({ invented, begun, done, answered, quick: begun && quickDone(page, works), works });
        }
      }
      return found;
    },
    async papers(page, invented) {
      const isBeside = (name, title) => BESIDE.some(words => name.startsWith(`${title}, ${words}`));
      const ours = name => page.work.some(({ paper }) => name.startsWith(paper) && !isBeside(name, paper));
      return newest((await reader.list(PAPERS)).filter(name => ours(name) && /invented/i.test(name) === invented));
    },
  };
}

/** Call something after each save of a widget, and when the learner comes back to this window. */
export function onKept(act) {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(act, 200); // a form may keep several things at once
  };
  const listening = new AbortController();
  document.addEventListener('gw-kept', soon, { signal: listening.signal });
  window.addEventListener('focus', soon, { signal: listening.signal });
  return () => listening.abort();
}
