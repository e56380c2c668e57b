import type { Plan, PlannedThing } from '../remote/plan.js';
import { counted, type Screen, type Style } from './screen.js';

type Action = PlannedThing['action'];

const MARKS: Readonly<Record<Action, readonly [string, Style]>> = {
  create: ['+', 'green'],
  update: ['~', 'yellow'],
  delete: ['-', 'red'],
  kept: ['=', 'cyan'],
  conflict: ['!', 'red'],
  unchanged: [' ', 'dim'],
};

const SHOWN_CHANGES = 20;

/** A plan as a person reads it: what happens to which thing, then how much that is. */
export function planReport(plan: Plan, screen: Screen): string[] {
  const told = plan.things.filter(({ action }) => action !== 'unchanged');
  return [
    ...told.flatMap((thing) => thingReport(thing, screen)),
    ...(told.length > 0 ? [''] : []),
    countsLine(plan),
    ...withheldLine(plan, screen),
    ...secretLines(plan),
  ];
}

function thingReport(
  { type, key, action, reason, effects, summary }: PlannedThing,
  screen: Screen,
): string[] {
  const [mark, style] = MARKS[action];
  const what = reason === null ? effects.map(wordOf(action)).join(', ') : `${wordsFor(action)}: ${reason}`;
  const shown = summary.slice(0, SHOWN_CHANGES);
  const rest = summary.length - shown.length;
  return [
    `${screen.style(style, `${mark} ${type}/${key}`)}  ${screen.style('dim', what)}`,
    ...shown.map((line) => `    ${line}`),
    ...(rest > 0 ? [screen.style('dim', `    and ${counted(rest, 'more change')}`)] : []),
  ];
}

function wordOf(action: Action): (effect: string) => string {
  return (effect) => (effect === 'save' && action === 'create' ? 'create' : effect);
}

function wordsFor(action: Action): string {
  return action === 'kept' ? 'left as it is' : 'conflict';
}

function countsLine({ things }: Plan): string {
  const count = (wanted: Action) => things.filter(({ action }) => action === wanted).length;
  const parts: [number, string][] = [
    [count('create'), 'to create'],
    [count('update'), 'to change'],
    [count('delete'), 'to delete'],
    [count('conflict'), 'in conflict'],
    [count('kept'), 'left as they are there'],
    [count('unchanged'), 'unchanged'],
  ];
  const told = parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number.toLocaleString('en')} ${words}`);
  return told.length === 0 ? 'No content here, and nothing to do.' : `${told.join(', ')}.`;
}

function withheldLine({ things }: Plan, screen: Screen): string[] {
  const withheld = things.filter((thing) => thing.withheld).length;
  if (withheld === 0) return [];
  const verb = withheld === 1 ? 'is' : 'are';
  return [
    screen.style(
      'dim',
      `${counted(withheld, 'thing')} ${verb} not in use as written here; --publish does that.`,
    ),
  ];
}

function secretLines({ secrets: { given, kept } }: Plan): string[] {
  return [
    ...(given.length > 0 ? [`Secrets from the environment: ${given.join(', ')}.`] : []),
    ...(kept.length > 0 ? [`Secrets that keep the value stored there: ${kept.join(', ')}.`] : []),
  ];
}
