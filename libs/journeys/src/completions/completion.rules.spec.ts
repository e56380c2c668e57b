import { callsOf, completedAt, entriesOf } from './completion.rules.js';
import type { CompletedCall, Completion } from './completion.js';

const AT = Date.UTC(2026, 2, 5, 8);
const HOUR = 3_600_000;

const aCall = (over: Partial<CompletedCall> = {}): CompletedCall => ({
  ...{ id: 1, customerId: 2, enrollmentId: 3, journey: 'care', step: 'task', visit: 4 },
  ...{ target: 'connector-crm', recordId: 't-1', owner: 'ann', awaits: 'task.completed' },
  ...{ completedAt: null, createdAt: AT, isAwaited: true },
  ...over,
});

const LOST: Completion = { outcome: 'lost', note: ' No budget. ', properties: { seats: 3, step: 'theirs' } };
const told = (completion: Completion, call = aCall(), now = AT + HOUR) =>
  entriesOf(completion, call, { customerKey: 'ada', now });

describe('what a completion is about', () => {
  const ofRecord = { target: 'connector-crm', callId: undefined, recordId: 't-1', completion: LOST };

  it('is the call of our id, where the same system was called', () => {
    const calls = [aCall(), aCall({ id: 5 })];
    const one = { ...ofRecord, callId: 5, recordId: undefined };
    expect(callsOf(one, calls)).toEqual([calls[1]]);
    expect(callsOf({ ...one, target: 'connector-other' }, calls)).toEqual([]);
  });

  it('is every call of the record that is waited for', () => {
    const calls = [
      aCall({ isAwaited: false }),
      aCall({ id: 5 }),
      aCall({ id: 6 }),
      aCall({ id: 7, recordId: 't-2' }),
    ];
    expect(callsOf(ofRecord, calls).map(({ id }) => id)).toEqual([5, 6]);
  });

  it('is the last call of the record where none is waited for any more', () => {
    const calls = [aCall({ id: 9, isAwaited: false }), aCall({ id: 5, completedAt: AT })];
    expect(callsOf(ofRecord, calls).map(({ id }) => id)).toEqual([9]);
    expect(callsOf({ ...ofRecord, recordId: 't-9' }, calls)).toEqual([]);
  });
});

describe('what a completion tells (A7)', () => {
  it('is a note and the event that the step waits for', () => {
    const [note, event] = told({ ...LOST, at: AT + 60_000, traits: { seats: 3 } });
    expect(note).toMatchObject({
      name: 'note.added',
      origin: { layer: 'anecdotal' },
      properties: { text: 'No budget.', kind: 'rep-note', author: 'ann', source: 'crm' },
    });
    expect(event).toMatchObject({
      name: 'task.completed',
      occurredAt: AT + 60_000,
      traits: { seats: 3 },
      properties: {
        ...{ outcome: 'lost', by: 'ann', recordId: 't-1', tookMs: 60_000, seats: 3 },
        ...{ call: '1', journey: 'care', step: 'task', visit: 4, enrollment: '3' },
      },
    });
  });

  it('has a name of its own where no step waits, and where it was completed before', () => {
    expect(told({ outcome: 'x' }, aCall({ awaits: null })).map(({ name }) => name)).toEqual([
      'action.completed',
    ]);
    expect(told({ outcome: 'x' }, aCall({ completedAt: AT })).map(({ name }) => name)).toEqual([
      'action.corrected',
    ]);
  });

  it('is the same message when it is told twice, and another when it says something else', () => {
    const ids = (completion: Completion, call?: CompletedCall) =>
      told(completion, call).map(({ messageId }) => messageId);
    expect(ids(LOST)).toEqual(ids({ ...LOST }, aCall({ completedAt: AT })));
    expect(ids(LOST)).not.toEqual(ids({ ...LOST, outcome: 'won' }));
    expect(new Set(ids(LOST)).size).toBe(2);
  });

  it('leaves out traits that no customer can have', () => {
    expect(told({ outcome: 'x', traits: { 'a\u0000': 'x'.repeat(70_000) } })[0]?.traits).toBeUndefined();
  });

  it.each([
    ['before it was asked for', AT - HOUR, AT],
    ['ahead of now', AT + 9 * HOUR, AT + HOUR],
    ['at no time', undefined, AT + HOUR],
  ])('is drawn in where it was done %s', (_what, at, expected) => {
    expect(completedAt({ outcome: 'x', ...(at !== undefined && { at }) }, aCall(), AT + HOUR)).toBe(expected);
  });
});
