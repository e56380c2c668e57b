import type { BoxLine } from './box-text.js';
import { TEXT_LEFT } from './box-text.js';
import type { DiagramBox } from './diagram.js';
import { LABEL_LEADING } from './label-text.js';
import type { PlacedArrow, PlacedBox, Point } from './layout.js';
import { signAt } from './signs.js';
import { element, escapeXml, rounded, textElement, titleElement } from './svg.js';

const CORNER = 9;
/** What the tip of an arrow reaches beyond its line. */
const TIP = 2;

/** A box with its sign and words; the pointer is told everything, the parts cut off too. */
export function paintBox({ box, text, x, y }: PlacedBox): string {
  const { width, height, lines } = text;
  const isPill = box.role === 'entry' || box.role === 'end';
  const card = element('rect', { class: 'card', width, height, rx: isPill ? Math.min(height / 2, 32) : 12 });
  const icon = box.role === 'missing' || box.problem !== undefined ? 'broken' : box.icon;
  const place = `translate(${String(rounded(x))},${String(rounded(y))})`;
  const content = [
    titleElement(everythingIn(box)),
    card,
    signAt(icon, 31, height / 2),
    ...lines.map(paintLine),
  ].join('');
  return element('g', { class: classOf(box), transform: place, 'data-step': box.step }, content);
}

function classOf({ role, problem }: DiagramBox): string {
  if (role === 'missing') return 'box broken';
  return problem === undefined ? 'box' : 'box faulty';
}

function everythingIn({ kind, step, title, details, problem }: DiagramBox): string {
  const heading = step === undefined ? kind : `${kind} · ${step}`;
  return [heading, title, ...details, problem ?? ''].filter((line) => line !== '').join('\n');
}

function paintLine({ text, style, baseline }: BoxLine): string {
  return textElement({ class: style, x: TEXT_LEFT, y: baseline }, text);
}

/** An arrow along its course. */
export function paintArrow({ arrow, courses }: PlacedArrow): string {
  const tip = arrow.isBroken ? 'parcours-broken-tip' : 'parcours-tip';
  const d = courses
    .map((course, index) => pathAlong(course, index === courses.length - 1 ? TIP : 0))
    .join(' ');
  const path = element('path', { class: 'arrow', d, 'marker-end': `url(#${tip})` });
  return element('g', { class: arrow.isBroken ? 'way broken' : 'way' }, path);
}

/** The words of an arrow, on a ground of their own: they are painted after all arrows, for none to cross them. */
export function paintLabel({ arrow, label }: PlacedArrow): string {
  if (!label) return '';
  const { x, y, text } = label;
  const { width, height, lines } = text;
  const ground = element('rect', { class: 'halo', width, height, rx: 8 });
  const middle = width / 2;
  const first = (height - lines.length * LABEL_LEADING) / 2 + LABEL_LEADING - 3.5;
  const rows = lines.map((line, index) =>
    element('tspan', { x: middle, y: first + index * LABEL_LEADING }, escapeXml(line)),
  );
  const words = element('text', { class: 'words', 'text-anchor': 'middle' }, rows.join(''));
  const place = `translate(${String(rounded(x))},${String(rounded(y))})`;
  return element(
    'g',
    { class: arrow.isBroken ? 'label broken' : 'label', transform: place },
    titleElement(arrow.label ?? '') + ground + words,
  );
}

/** A line through all points, with round corners; it ends that much before the last. */
function pathAlong(course: readonly Point[], gap: number): string {
  const points = withoutRepetition(course);
  const commands = points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) return `M${at(point)}`;
    if (!after) return `L${at(towards(point, before, gap))}`;
    const radius = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2);
    return `L${at(towards(point, before, radius))} Q${at(point)} ${at(towards(point, after, radius))}`;
  });
  return commands.join(' ');
}

function withoutRepetition(course: readonly Point[]): Point[] {
  return course.filter((point, index) => {
    const before = course[index - 1];
    return !before || distance(before, point) > 0.5;
  });
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return {
    x: from.x + ((to.x - from.x) * length) / whole,
    y: from.y + ((to.y - from.y) * length) / whole,
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function at({ x, y }: Point): string {
  return `${String(rounded(x))},${String(rounded(y))}`;
}
