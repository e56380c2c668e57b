import { compileJourney } from '../definition/compile.js';
import { resume, start } from './engine.js';
import { planMigration } from './migration.js';
import { endEarly, moveTo, skipWait } from './operations.js';
import type { JourneyDefinition } from '../definition/definition.js';
import type { EngineInput } from './walk.js';

const definition: JourneyDefinition = {
  entry: { triggers: [{ type: 'api' }] },
  start: 'rest',
  steps: {
    rest: { type: 'wait', for: '2d', next: 'hope' },
    hope: {
      type: 'wait-for',
      any: [{ event: 'order.placed', next: 'end' }],
      timeout: { after: '3d', next: 'late' },
    },
    ever: { type: 'wait-for', any: [{ event: 'order.placed', next: 'end' }] },
    late: { type: 'branch', cases: [{ when: { trait: 'vip', is: true }, next: 'ever' }], else: 'end' },
    end: { type: 'exit' },
  },
};

const input: EngineInput = {
  journey: compileJourney(definition),
  customer: { id: 'c-1', traits: {}, timezone: undefined, locale: undefined },
  now: 1_000,
  decideMessage: () => ({ send: false, code: 'none' }),
  timezone: 'UTC',
  journeyKey: 'j',
};
const detail = { by: 'Ada', reason: 'why not' };
const { state } = start({ ...input, trigger: { type: 'api', context: {} } });

describe('operations on an enrollment (C4)', () => {
  it('end it where it stands, with the reason, and take its messages back', () => {
    const passage = endEarly(state, input, { reason: 'paused', detail });
    expect(passage?.state).toMatchObject({ status: 'ended', endReason: 'paused', dueAt: null });
    expect(passage?.records).toEqual([expect.objectContaining({ step: 'rest', code: 'paused', detail })]);
    expect(passage?.effects).toEqual([{ type: 'withdraw' }]);
  });

  it('move it to a step of its version and no other', () => {
    expect(moveTo(state, input, { step: 'nowhere', detail })).toBeUndefined();
    const passage = moveTo(state, input, { step: 'ever', detail });
    expect(passage?.state).toMatchObject({ step: 'ever', visit: 2, waiting: { events: ['order.placed'] } });
    expect(passage?.records).toEqual([
      expect.objectContaining({
        step: 'rest',
        visit: 1,
        code: 'moved-by-operator',
        detail: { ...detail, next: 'ever' },
      }),
    ]);
  });

  it('end a wait before its time, by the way that time would lead', () => {
    const atHope = skipWait(state, input, detail);
    expect(atHope?.state).toMatchObject({ step: 'hope', visit: 2 });
    const late = atHope && skipWait(atHope.state, input, detail);
    expect(late?.records.map(({ code }) => code)).toEqual(['skipped-by-operator', 'else', 'ended']);
  });

  it('leave one alone that has ended, and a wait that time does not end', () => {
    const atEver = moveTo(state, input, { step: 'ever', detail });
    expect(atEver && skipWait(atEver.state, input, detail)).toBeUndefined();
    const ended = endEarly(state, input, { reason: 'unpublished', detail });
    expect(ended && moveTo(ended.state, input, { step: 'rest', detail })).toBeUndefined();
    expect(ended && endEarly(ended.state, input, { reason: 'paused', detail })).toBeUndefined();
  });
});

describe('the migration of versions in flight (C4)', () => {
  const { rest, hope, ever, late, end } = definition.steps as Required<typeof definition.steps>;
  const to = (steps: object): JourneyDefinition => ({
    ...definition,
    steps: steps as JourneyDefinition['steps'],
  });
  const all = (...events: string[]) => ({
    type: 'wait-for',
    all: events.map((event) => ({ event })),
    next: 'end',
  });

  it('keeps waits as they are where the step is the same, or differs in its length alone', () => {
    const plan = planMigration(definition, to({ rest: { ...rest, for: '9d' }, hope, ever, late, end }));
    expect(plan.get('rest')).toEqual({ moves: true, adapt: undefined });
    expect(plan.get('hope')).toEqual({ moves: true, adapt: undefined });
  });

  it('leaves those whose step is gone, or is of another type', () => {
    const plan = planMigration(definition, to({ rest: hope, ever, late, end }));
    expect(plan.get('hope')).toEqual({ moves: false, why: 'step-gone' });
    expect(plan.get('rest')).toEqual({ moves: false, why: 'type-changed' });
  });

  it('has those who wait for events wait for what the new step names, and keeps their due time', () => {
    const changed = { ...hope, any: [{ event: 'order.paid', next: 'end' }] };
    const step = planMigration(definition, to({ rest, hope: changed, ever, late, end })).get('hope');
    const wait = { waiting: { for: 'events', since: 5, events: ['order.placed'] } as const, dueAt: 77 };
    expect(step?.moves && step.adapt?.(wait)).toEqual({
      waiting: { for: 'events', since: 5, events: ['order.paid'] },
      dueAt: 77,
    });
  });

  it('counts a new time-out from the beginning of the wait, and forgets one that is gone', () => {
    const timed = { ...ever, timeout: { after: '1s', next: 'end' } };
    const untimed = { type: 'wait-for', any: [{ event: 'order.placed', next: 'end' }] };
    const plan = planMigration(definition, to({ rest, hope: untimed, ever: timed, late, end }));
    const waiting = { for: 'events', since: 5, events: ['order.placed'] } as const;
    const [atEver, atHope] = [plan.get('ever'), plan.get('hope')];
    expect(atEver?.moves && atEver.adapt?.({ waiting, dueAt: null })?.dueAt).toBe(1_005);
    expect(atHope?.moves && atHope.adapt?.({ waiting, dueAt: 77 })?.dueAt).toBeNull();
  });

  it('counts what has come of a list on, and leaves who has nothing left to wait for', () => {
    const from = to({ rest: all('a', 'b', 'c'), end });
    const waiting = { for: 'events', since: 5, events: ['c'], done: [0, 1] } as const;
    const adapted = (...events: string[]) => {
      const step = planMigration({ ...from, start: 'rest' }, to({ rest: all(...events), end })).get('rest');
      return step?.moves ? step.adapt?.({ waiting, dueAt: null }) : undefined;
    };
    expect(adapted('d', 'b')).toEqual({
      waiting: { for: 'events', since: 5, events: ['d'], done: [1] },
      dueAt: null,
    });
    expect(adapted('b', 'a')).toBeUndefined();
  });

  it('keeps the due time of a list of which some has come by then, though the new step waits for shorter', () => {
    const timed = (after: string) =>
      to({ rest: { ...all('a', 'b'), timeout: { after, next: 'late' } }, ever, late, end });
    const begun = start({
      ...input,
      journey: compileJourney(timed('3d')),
      trigger: { type: 'api', context: {} },
    }).state;
    const event = { name: 'a', properties: {}, occurredAt: 2_000 };
    const journey = compileJourney(timed('1s'));
    const heard = resume(begun, { ...input, journey, now: 2_000, signal: { type: 'event', event } });
    expect(heard?.state).toMatchObject({ dueAt: begun.dueAt, waiting: { events: ['b'], done: [0] } });
  });
});
