/* A page of the course as it is printed: the whole text, without code, keys or buttons.
 *
 * It is made from what the page shows, by kinds of elements and not by names of widgets. What a
 * learner wrote or chose stands in a control or in a part that a widget marks with `data-own`; both
 * are left blank unless the learner asks for them. `data-own="4"` leaves four lines to write on.
 */
import { isCheck } from './checks.js';
import { make } from './elements.js';

// Asks, answers and news of the screen; an open form holds words that nobody kept.
const NOT_ON_PAPER = [
  'button:not(.gw-cause, .gw-step-head)', 'form', '[role=status]', '.gw-saved', '.gw-hidden', '.gw-screen',
  '[hidden]:not([hidden=until-found])', '.gwlab-fold',
  'script', 'style', '.jp-InternalAnchorLink', '.jp-OutputArea-promptOverlay', '.jp-OutputPrompt',
].join(', ');
const KEPT_ATTRIBUTES = ['href', 'src', 'alt', 'scope', 'colspan', 'start', 'align', 'aria-label'];
const KEPT_CLASSES = ['gw-chart', 'gw-number', 'gw-wide'];
// What only makes sense on a screen becomes a plain block.
const PLAIN = { FIELDSET: 'div', LEGEND: 'p', LABEL: 'p', DETAILS: 'div', SUMMARY: 'p', BUTTON: 'div', SECTION: 'div' };
const BOLD = ['LEGEND', 'LABEL', 'SUMMARY'];
const SHORT = 30; // characters; options up to this length share a line

/** The page as one article; `wanted` is `{own, reflections}`: what of the learner's is printed. */
export function printed(panel, wanted) {
  const cells = panel.content.widgets.flatMap(cell => printedCell(cell, wanted));
  const day = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
  return make('article', { class: 'gwlab-printed', lang: 'en' },
    make('p', { class: 'gwlab-printed-note' }, `Groundwork. Printed on ${day}. ${WHOSE[Number(Boolean(wanted.own))]}`),
    ...cells);
}

const WHOSE = ['Without the reader’s own answers.', 'With the reader’s own answers: look who may see it.'];

function printedCell(cell, wanted) {
  if (cell.model.type === 'markdown') return [make('div', {}, ...printedText(cell))];
  if (cell.model.type !== 'code' || isCheck(cell)) return [];
  return [...cell.node.querySelectorAll('.jp-OutputArea-output')]
    .filter(output => !/error|stderr/.test(output.dataset.mimeType ?? ''))
    .map(output => make('div', {}, ...convert(output, { ...wanted, shown: '' })));
}

function printedText(cell) {
  const text = cell.node.querySelector('.jp-MarkdownOutput');
  // While somebody edits it there is no text, only its source.
  return cell.rendered && text ? childrenOf(text, {}) : [make('pre', {}, cell.model.sharedModel.getSource())];
}

const childrenOf = (node, wanted) => [...node.childNodes].flatMap(child => convert(child, wanted));

/** Turn one node of the screen into those of the paper. */
function convert(node, wanted) {
  if (node.nodeType === Node.TEXT_NODE) return [node.data];
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(NOT_ON_PAPER)) return [];
  if (node.matches('[data-reflection]')) wanted = { ...wanted, own: wanted.reflections };
  if (node.dataset.own !== undefined && !wanted.own) return blank(node);
  if (node.matches('label:has(> input:is([type=radio], [type=checkbox]))')) return [option(node, wanted)];
  if (node.matches('select')) return choice(node, wanted);
  if (node.matches('input, textarea')) return [typed(node, wanted)];
  return [plain(node, childrenOf(node, wanted))];
}

function plain(node, children) {
  if (node.matches('.gw-step-head')) return make('span', {}, ...children); // part of a heading
  const tag = node.matches('.gw-aside') ? 'div' : PLAIN[node.tagName] ?? node.localName; // a line of its own
  const element = make(tag, { class: classesOf(node) || null }, ...children);
  for (const name of KEPT_ATTRIBUTES) if (node.hasAttribute(name)) element.setAttribute(name, node.getAttribute(name));
  if (node.matches('a[href^="http"]') && !node.textContent.includes(node.host)) element.append(` (${node.href})`);
  return element;
}

function classesOf(node) {
  const classes = KEPT_CLASSES.filter(name => node.classList.contains(name));
  if (node.matches('fieldset, .gw-field, .gw-item')) classes.push('gwlab-printed-group');
  if (BOLD.includes(node.tagName)) classes.push('gwlab-printed-label');
  const labels = [...node.children].filter(child => child.matches('label:has(> input)'));
  if (labels.length && labels.every(label => label.textContent.length <= SHORT)) classes.push('gwlab-printed-row');
  return classes.join(' ');
}

/** One of the answers to choose from: a box, and a cross in it for the learner's choice. */
function option(label, wanted) {
  const chosen = wanted.own && label.querySelector('input').checked;
  const box = make('span', { class: 'gwlab-printed-box' }, chosen ? '×' : '');
  return make('div', { class: 'gwlab-printed-option' }, box, make('span', {}, label.textContent.trim()));
}

/** A list to choose from. One without an empty choice is a setting: it says what is shown below it. */
function choice(list, wanted) {
  const chosen = list.selectedOptions[0]?.textContent ?? '';
  const empty = [...list.options].some(one => one.value === '');
  if (!empty) return [make('p', {}, chosen)];
  if (wanted.own && list.value !== '') return [answer(chosen)];
  const options = [...list.options].filter(one => one.value !== '').map(one => one.textContent).join(' · ');
  const known = wanted.shown === options;
  wanted.shown = options;
  return [...(known ? [] : [make('p', {}, `One of: ${options}`)]), line()];
}

function typed(control, wanted) {
  if (wanted.own && control.value.trim()) return answer(control.value);
  if (control.matches('.gw-short')) return make('span', { class: 'gwlab-printed-blank' });
  return make('div', {}, ...lines(control.matches('textarea') ? Math.max(3, control.rows) : 1));
}

const answer = text => make('div', { class: 'gwlab-printed-answer' }, text);
const line = () => make('div', { class: 'gwlab-printed-line' });
const lines = count => Array.from({ length: count }, line);

/** Room for what the learner would write, in place of what they wrote. */
function blank(node) {
  const count = Number(node.dataset.own);
  if (node.tagName !== 'TBODY') return lines(count);
  const columns = [...node.parentElement.tHead.rows[0].cells].filter(cell => !cell.matches(NOT_ON_PAPER));
  const row = () => make('tr', { class: 'gwlab-printed-empty' }, ...columns.map(() => make('td')));
  return [make('tbody', {}, ...Array.from({ length: count }, row))];
}
