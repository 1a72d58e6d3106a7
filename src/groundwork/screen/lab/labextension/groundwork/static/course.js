/* The course as it was installed, and which of its pages are in this workspace. */

// Nothing that the extension believes comes from the learner's workspace.
const LIST = new URL('course.json', import.meta.url);

/** The course as installed: `{course: [...], fingerprints: {path: sha256}}`. */
export async function loadCourse() {
  try {
    const answer = await fetch(LIST, { cache: 'no-cache' });
    return await answer.json();
  } catch (reason) {
    console.warn('Groundwork: the list of lessons could not be read.', reason);
    return { course: [], fingerprints: {} };
  }
}

// An update leaves a lesson that the learner changed as it is, and lays its new version beside it.
const NEW_VERSION = / \(new version [^)/]*\)(?=\.ipynb$)/;

/** What the path is called in the course, wherever the workspace lies; undefined if foreign. */
export function courseName(course, path) {
  const usual = path.replace(NEW_VERSION, '');
  return Object.keys(course.fingerprints).find(name => usual === name || usual.endsWith(`/${name}`));
}

/** Every page of the course in order, and at the end the one of help: `{kind, name, path, title, minutes, work}`, and of a lesson
 * the `quick` path through it and the minutes of its `sections`.
 */
export function pagesOf(course) {
  const help = course.help ? [{ kind: 'help', ...course.help, work: [] }] : [];
  const steps = course.course.flatMap(step => ['lesson', 'exercise'].map(kind => ({
    kind,
    name: step.name,
    path: step[kind],
    title: kind === 'lesson' ? step.title : step.exercise_title,
    minutes: step.minutes[kind],
    work: step.work?.[kind] ?? [],
    ...(kind === 'lesson' ? { quick: step.quick, sections: step.sections } : {}),
  })));
  return [...steps.filter(page => page.path), ...help];
}

/** Whether a page is the one from which a facilitator runs a cohort: beside it lies no lesson. */
export const isConsole = (course, path) => Boolean(course.console) && courseName(course, path) === course.console.path;

/** The folder of the workspace, as the server sees it: what comes before the course's own name. */
export function workspaceOf(course, path) {
  const name = path && courseName(course, path);
  return name ? path.replace(NEW_VERSION, '').slice(0, -name.length) : '';
}

const folderOf = path => path.slice(0, path.lastIndexOf('/'));

/** The pages whose notebook is there. */
export async function availablePages(course, contents, workspace) {
  const names = async folder => {
    // JupyterLite gives no content unless asked for it, and null for a folder that is not there.
    const found = await contents.get(workspace + folder, { content: true }).catch(() => null);
    return (found?.content ?? []).map(file => `${folder}/${file.name}`);
  };
  // An exercise is looked for by its folder, so that one listing tells of all of them.
  const place = page => (page.kind === 'exercise' ? folderOf(page.path) : page.path);
  const pages = pagesOf(course);
  const folders = [...new Set(pages.map(page => folderOf(place(page))))];
  const there = new Set((await Promise.all(folders.map(names))).flat());
  return pages.filter(page => there.has(place(page)));
}
