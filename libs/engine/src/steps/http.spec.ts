import { validateDefinition } from '../definition/validate.js';
import type { HttpStep } from './http.js';
import { aDefinition, NOW, Traveller } from '../testing/journeys.js';

const END = { type: 'exit' } as const;

const call: HttpStep = {
  type: 'http',
  method: 'POST',
  url: 'https://api.example.com/people/{{customer.id}}?q={{customer.name}}',
  headers: { 'x-plan': '{{event.plan}}' },
  body: { at: '{{step.key}}', missing: '{{event.none}}', list: ['{{event.plan}}'] },
  save: 'response.body.score',
  as: 'score',
  timeout: '5s',
  on: { failed: 'without' },
  next: 'look',
};

const travel = (over: Partial<HttpStep> = {}) =>
  new Traveller(
    {
      steps: {
        call: { ...call, ...over },
        look: {
          type: 'branch',
          cases: [
            { when: { context: 'score', gt: 0.5 }, next: 'end' },
            { when: { context: 'none', exists: true }, next: 'without' },
          ],
          else: 'low',
        },
        low: { type: 'exit', reason: 'low' },
        without: { type: 'exit', reason: 'without' },
        end: END,
      },
    },
    { customer: { traits: { name: 'Ada & Co/1' } } },
  );

describe('an http step', () => {
  it('asks for a call with every value read, those of the address encoded', () => {
    const { passage } = travel();
    expect(passage.effects).toEqual([
      {
        type: 'call',
        step: 'call',
        visit: 1,
        call: {
          kind: 'http',
          method: 'POST',
          url: 'https://api.example.com/people/c1?q=Ada%20%26%20Co%2F1',
          headers: { 'x-plan': 'trial' },
          body: { at: 'call', list: ['trial'] },
          save: 'response.body.score',
          timeoutMs: 5_000,
        },
      },
    ]);
    expect(passage.state).toMatchObject({ step: 'call', dueAt: null, waiting: { for: 'call', since: NOW } });
  });

  it('keeps what it was to keep, where the next step sees it', () => {
    const traveller = travel();
    expect(
      traveller.signal({
        type: 'call',
        step: 'call',
        visit: 1,
        end: { succeeded: true, status: 200, value: 0.9 },
      }),
    ).toBe(true);
    expect(traveller.codes).toEqual(['call answered', 'look case', 'end ended']);
    expect(traveller.state.context).toMatchObject({ score: 0.9, event: { name: 'account.created' } });
  });

  it('keeps nothing of an answer that has nothing there', () => {
    const traveller = travel();
    traveller.signal({ type: 'call', step: 'call', visit: 1, end: { succeeded: true, status: 204 } });
    expect(traveller.state).toMatchObject({ endReason: 'low' });
    expect(traveller.state.context).not.toHaveProperty('score');
  });

  it.each([
    [{}, 'without'],
    [{ on: {} }, 'low'],
  ])('takes the way of failures, or next without one', (over, reason) => {
    const traveller = travel(over);
    const end = { succeeded: false, code: 'outside.refused', status: 500 } as const;
    traveller.signal({ type: 'call', step: 'call', visit: 1, end });
    expect(traveller.state.endReason).toBe(reason);
    expect(traveller.passage.records[0]).toMatchObject({
      code: 'failed',
      detail: { reason: 'outside.refused', status: 500 },
    });
  });

  it('is moved on by its own call alone, once', () => {
    const traveller = travel();
    const end = { succeeded: true } as const;
    expect(traveller.signal({ type: 'call', step: 'call', visit: 2, end })).toBe(false);
    expect(traveller.signal({ type: 'due' })).toBe(false);
    expect(traveller.event('anything')).toBe(false);
    expect(traveller.signal({ type: 'call', step: 'call', visit: 1, end })).toBe(true);
    expect(traveller.signal({ type: 'call', step: 'call', visit: 1, end })).toBe(false);
  });

  it('calls nothing for the control group', () => {
    const steps = { call: { ...call, next: 'end', on: {} }, end: END };
    const entry = { triggers: [{ type: 'event', event: 'account.created' }], holdout: 0.9 } as const;
    const held = Array.from(
      { length: 20 },
      (_, n) => new Traveller({ entry, steps }, { customer: { id: `c${n}` } }),
    ).filter(({ state }) => state.progress.isHeldOut);
    expect(held.length).toBeGreaterThan(0);
    for (const { codes, passage } of held) {
      expect(codes).toEqual(['call held-out', 'end ended']);
      expect(passage.effects).toEqual([]);
    }
  });

  it.each([
    ['journeys.variable-host', '/url', { url: 'https://{{customer.host}}/x' }],
    ['journeys.variable-host', '/url', { url: 'https://api.{{customer.host}}.com/x' }],
    ['journeys.variable-host', '/url', { url: 'https://example.com:{{event.port}}/x' }],
    ['journeys.invalid-value', '/url', { url: 'ftp://example.com' }],
    ['journeys.invalid-value', '/url', { url: 'https://me:secret@example.com' }],
    ['journeys.invalid-value', '/url', { url: 'https://exa mple.com/' }],
    ['journeys.unknown-variable', '/url', { url: 'https://example.com/{{who}}' }],
    ['journeys.unknown-variable', '/body/a', { body: { a: '{{who}}' } }],
    ['journeys.misplaced-field', '/body', { method: 'GET' as const }],
    ['journeys.misplaced-field', '', { as: undefined }],
    ['journeys.invalid-value', '/as', { as: 'event' }],
    ['journeys.invalid-value', '/save', { save: 'body.score' }],
    ['journeys.invalid-value', '/timeout', { timeout: '2m' }],
    ['journeys.invalid-name', '/headers', { headers: { 'Idempotency-Key': 'x' } }],
  ])('is refused as %s at %s', (code, at, over) => {
    const step = JSON.parse(JSON.stringify({ ...call, ...over })) as HttpStep;
    const definition = aDefinition({ steps: { call: step, look: END, without: END } });
    const findings = validateDefinition(definition).filter(({ severity }) => severity === 'error');
    expect(findings).toContainEqual(expect.objectContaining({ code, pointer: `/steps/call${at}` }));
  });

  it('does not count as a rest: a loop of calls would never stop', () => {
    const steps = { call: { ...call, next: 'call', on: {} } };
    expect(validateDefinition(aDefinition({ steps }))).toContainEqual(
      expect.objectContaining({ code: 'journeys.loop-without-wait' }),
    );
  });
});
