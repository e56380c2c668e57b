import { describeCondition } from '@parcours/conditions';
import type { Language } from '@parcours/kernel';
import { STEP_TYPES } from '../steps/step-types.js';
import { defineStepType } from '../steps/step-type.js';
import { aDefinition } from '../testing/journeys.js';
import type { DiagramBox, DiagramGraph } from './diagram.js';
import { diagramGraph } from './graph.js';

const NAMES: Readonly<Record<string, string>> = {
  'template/hello': 'A warm welcome',
  'touchpoint/marketing-email': 'Marketing email',
};

function graphOf(definition: unknown, language: Language = 'en'): DiagramGraph {
  return diagramGraph(definition, { language, nameOf: (kind, key) => NAMES[`${kind}/${key}`] }, STEP_TYPES);
}

function drawnStep(step: object, language: Language = 'en'): Pick<DiagramBox, 'kind' | 'title' | 'details'> {
  const { boxes } = graphOf({ start: 's', steps: { s: step } }, language);
  const { kind, title, details } = boxes[0]!;
  return { kind, title, details };
}

/** The ways out of the step `s`: `label → target`. */
function waysOf(step: object, language: Language = 'en'): string[] {
  const { boxes, arrows } = graphOf({ start: 's', steps: { s: step } }, language);
  const from = boxes.find((box) => box.step === 's');
  return arrows
    .filter((arrow) => arrow.from === from?.id)
    .map(({ label, to }) => `${label ?? ''} → ${boxes.find(({ id }) => id === to)?.title ?? ''}`);
}

describe('the drawing of a step', () => {
  it.each<[object, Language, string, string, readonly string[]]>([
    [{ type: 'message', template: 'hello', next: 'x' }, 'en', 'Message', 'A warm welcome', []],
    [
      {
        type: 'message',
        template: 'bye',
        touchpoint: 'marketing-email',
        channel: 'sms',
        policy: 'night',
        next: 'x',
      },
      'en',
      'Message',
      'bye',
      ['Marketing email · by sms', 'policy night'],
    ],
    [{ type: 'wait', for: '3d', next: 'x' }, 'en', 'Wait', '3 days', []],
    [{ type: 'wait', for: '1w', next: 'x' }, 'fr', 'Attente', '1 semaine', []],
    [
      { type: 'wait', until: { time: '10:00', weekdays: ['fri', 'mon', 'tue', 'wed', 'sun'] }, next: 'x' },
      'en',
      'Wait',
      'Until 10:00, Mon–Wed, Fri, Sun',
      ['where the customer is'],
    ],
    [
      { type: 'wait', until: { time: '08:30', timezone: 'Europe/Paris' }, next: 'x' },
      'fr',
      'Attente',
      'Jusqu’à 08:30',
      ['Europe/Paris'],
    ],
    [
      { type: 'wait', until: { trait: 'renewal', offset: '-30d' }, next: 'x' },
      'en',
      'Wait',
      'Until 30 days before renewal',
      [],
    ],
    [
      { type: 'wait', until: { trait: 'birth', offset: '+1d' }, next: 'x' },
      'fr',
      'Attente',
      'Jusqu’à 1 jour après birth',
      [],
    ],
    [{ type: 'wait', until: { trait: 'birth' }, next: 'x' }, 'en', 'Wait', 'Until birth', []],
    [
      {
        type: 'wait-for',
        any: [{ event: 'a' }, { event: 'b' }],
        timeout: { after: '3d', next: 'y' },
        next: 'x',
      },
      'en',
      'Wait for',
      'a or b',
      ['for 3 days at most'],
    ],
    [
      { type: 'wait-for', all: [{ event: 'a' }, { event: 'b' }], next: 'x' },
      'fr',
      'Écoute',
      'a et b',
      ['sans limite de temps'],
    ],
    [
      { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'x' }], else: 'y' },
      'en',
      'Branch',
      'By plan',
      [],
    ],
    [
      { type: 'update', set: { a: 1, b: '{{event.x}}', c: 'z' }, unset: ['d'], next: 'x' },
      'en',
      'Update',
      'a = 1',
      ['b = event.x', 'c = z', 'and 1 more'],
    ],
    [{ type: 'exit', reason: 'won' }, 'fr', 'Sortie', 'won', []],
    [{ type: 'exit' }, 'en', 'Exit', 'completed', []],
  ])('of %j in %s says what it is and does', (step, language, kind, title, details) => {
    expect(drawnStep(step, language)).toEqual({ kind, title, details });
  });

  it.each<[string, object, Language, readonly string[]]>([
    ['a message', { type: 'message', template: 'a', next: 'x' }, 'en', [' → x']],
    [
      'a message with outcomes',
      { type: 'message', template: 'a', on: { sent: 's1', skipped: 's2', failed: 's3' }, next: 'x' },
      'en',
      ['otherwise → x', 'sent → s1', 'not sent → s2', 'failed → s3'],
    ],
    [
      'a branch',
      {
        type: 'branch',
        cases: [
          { when: { trait: 'plan', is: 'pro' }, next: 'x' },
          { when: { trait: 'orders', gte: 3 }, next: 'y' },
        ],
        else: 'z',
      },
      'fr',
      ['1. plan est pro → x', '2. orders vaut au moins 3 → y', 'sinon → z'],
    ],
    [
      'a wait for events',
      {
        type: 'wait-for',
        any: [{ event: 'a', where: { property: 'n', is: 1 }, next: 'x' }, { event: 'b' }, { event: 'c' }],
        timeout: { after: '2h', next: 'y' },
        next: 'z',
      },
      'en',
      ['a, n is 1 → x', 'b or c → z', 'after 2 hours → y'],
    ],
    [
      'a wait for all events',
      { type: 'wait-for', all: [{ event: 'a' }, { event: 'b' }], next: 'x' },
      'en',
      ['a and b → x'],
    ],
    [
      'a next that nothing takes',
      { type: 'wait-for', any: [{ event: 'a', next: 'x' }], next: 'y' },
      'en',
      ['a → x', 'never → y'],
    ],
  ])('has every way out of %s, with its words', (_, step, language, ways) => {
    expect(waysOf(step, language)).toEqual(ways);
  });

  it('shows a type that brings no picture by its title and its ways', () => {
    const step = defineStepType<{ type: 'call'; next: string }>({
      type: 'call',
      title: 'Call',
      description: 'Calls.',
      properties: { next: { type: 'string' } },
      rests: false,
      explain: {},
      ways: ({ next }) => [{ next, at: '/next' }],
      compile: () => ({ enter: () => ({ move: 'end', reason: 'x', code: 'x' }) }),
    });
    const { boxes, arrows } = diagramGraph(
      { start: 'a', steps: { a: { type: 'call', next: 'a' } } },
      { language: 'en', nameOf: () => undefined },
      new Map([['call', step]]),
    );
    expect(boxes.map(({ kind, step: key }) => `${kind} ${key ?? ''}`)).toEqual(['Call a']);
    expect(arrows).toHaveLength(1);
  });
});

describe('the drawing of what lets customers in and out', () => {
  const steps = { end: { type: 'exit' as const } };

  const entrancesOf = (entry: unknown, language: Language = 'en') =>
    graphOf({ entry, start: 'end', steps }, language)
      .boxes.filter(({ role }) => role === 'entry')
      .map(({ kind, title, details }) => [kind, title, ...details].join(' | '));

  it('shows each trigger with its condition', () => {
    const triggers = [{ type: 'event', event: 'a', where: { property: 'n', gte: 2 } }, { type: 'api' }];
    expect(entrancesOf({ triggers })).toEqual(['Event | a | n is at least 2', 'API | Call of the API']);
    expect(entrancesOf({ triggers }, 'fr')).toEqual([
      'Événement | a | n vaut au moins 2',
      'API | Appel de l’API',
    ]);
  });

  it.each([
    [{ condition: { trait: 'plan', is: 'pro' } }, 'plan is pro | once'],
    [{ condition: { not: { trait: 'staff', is: true } } }, 'Anybody unless staff is true | once'],
    [{ reentry: { mode: 'always' } }, 'Anybody | every time'],
    [{ reentry: { mode: 'always', cooldown: '2w' } }, 'Anybody | again 2 weeks after leaving'],
    [{ reentry: { mode: 'after-exit' } }, 'Anybody | again once they have left'],
    [
      { reentry: { mode: 'always', key: 'event.order_id' } },
      'Anybody | again once they have left | for each event.order_id',
    ],
  ])('says who may enter, and again: %j', (rules, words) => {
    expect(entrancesOf({ triggers: [{ type: 'api' }], ...rules })[1]).toBe(`Who may enter | ${words}`);
  });

  it('leads from every trigger through the gate to the start', () => {
    const entry = { triggers: [{ type: 'api' }, { type: 'event', event: 'a' }], reentry: { mode: 'always' } };
    const { arrows } = graphOf({ entry, start: 'end', steps });
    expect(arrows.map(({ from, to }) => `${from}>${to}`)).toEqual(['b0>b2', 'b1>b2', 'b2>b3']);
  });

  it('lists the exit rules in words', () => {
    const exit = [
      { event: 'order.cancelled', where: { property: 'full', is: true } },
      { condition: { trait: 'consent', is: false } },
    ];
    expect(graphOf({ ...aDefinition({ steps }), exit }).exitRules).toEqual([
      'order.cancelled, full is true',
      'consent is false',
    ]);
  });
});

describe('the drawing of an unfinished draft', () => {
  const missingOf = ({ boxes }: DiagramGraph) =>
    boxes.filter(({ role }) => role === 'missing').map(({ title }) => title);

  it('shows a step that is not there once, with a broken arrow from each that points at it', () => {
    const graph = graphOf({
      start: 'a',
      steps: { a: { type: 'wait', for: '1d', next: 'gone' }, b: { type: 'wait', for: '1d', next: 'gone' } },
    });
    expect(missingOf(graph)).toEqual(['gone']);
    expect(graph.arrows.map(({ isBroken }) => isBroken)).toEqual([true, true]);
  });

  it('shows a start that is not there', () => {
    const entry = { triggers: [{ type: 'api' }] };
    expect(missingOf(graphOf({ entry, start: 'begin', steps: {} }))).toEqual(['begin']);
    expect(missingOf(graphOf({ entry, steps: {} }))).toEqual(['?']);
  });

  it('shows a step of no known type, and where it leads all the same', () => {
    const step = {
      type: 'mesage',
      next: 'x',
      on: { failed: 'y' },
      cases: [{ next: 'z' }],
      set: { next: 'no' },
    };
    expect(waysOf(step)).toEqual([' → x', ' → y', ' → z']);
    expect(drawnStep(step)).toEqual({ kind: 'Unfinished', title: 'mesage', details: [] });
  });

  it('says what is wrong with a step', () => {
    const { boxes } = graphOf({ start: 'a', steps: { a: { type: 'wait', next: 'a' } } });
    expect(boxes[0]?.problem).toBeDefined();
  });

  it('shows a condition that is not understood as it was written', () => {
    const condition = { trait: 'plan', isnt: 'pro' };
    const ways = waysOf({ type: 'branch', cases: [{ when: condition, next: 'x' }], else: 'y' });
    expect(ways[0]).toBe(`${describeCondition(condition, 'en')} → x`);
  });

  it.each([
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { steps: [] },
    { steps: { a: null, b: 3, c: 'x', d: [] }, start: 4 },
    { entry: [], exit: {}, start: {}, steps: null },
    {
      entry: { triggers: [null, 1, { type: 'event' }, {}], condition: 4, reentry: 'x' },
      exit: [null, {}, { event: 1 }],
    },
    { steps: { a: { type: 'branch', cases: 'none', else: {} }, b: { type: 'wait', for: {}, next: ['a'] } } },
  ])('draws something of anything: %j', (definition) => {
    expect(Array.isArray(graphOf(definition).boxes)).toBe(true);
  });
});
