import type { CrmSyncDocument } from '../declaration/crm-sync.js';
import { NO_COUNTS, type SyncProgress } from '../state/sync.store.js';
import { FULL_PASS_EVERY_MS, passOf, runFrom, SHOWN_LATE_MS } from './outgoing-pass.rules.js';

const DOCUMENT: CrmSyncDocument = { connector: 'crm', match: { trait: 'email' }, fields: [], send: {} };
const NEW: SyncProgress = { mapping: 'm', kinds: {}, counts: NO_COUNTS, since: 0 };
const NOON = 1_000_000_000_000;

/** What stays of a run that has begun then and come to its end. */
function after(progress: SyncProgress, at: number, document = DOCUMENT): SyncProgress {
  const out = passOf({ ...progress, run: runFrom(progress, document, at) });
  return { ...progress, ...(out && { out }) };
}

describe('customers on their way to a CRM (A7)', () => {
  it('are all looked at first, and then those who have changed since a run began', () => {
    expect(runFrom(NEW, DOCUMENT, NOON)).not.toHaveProperty('changedSince');
    const once = after(NEW, NOON);
    expect(runFrom(once, DOCUMENT, NOON + 1_000)).toMatchObject({ changedSince: NOON - SHOWN_LATE_MS });
    const twice = after(once, NOON + 1_000);
    expect(runFrom(twice, DOCUMENT, NOON + 2_000)).toMatchObject({
      changedSince: NOON + 1_000 - SHOWN_LATE_MS,
    });
  });

  it('are all looked at again after a day, however often they were looked at by changes', () => {
    const often = [0, 1, 2, 3].reduce((progress, hours) => after(progress, NOON + hours), NEW);
    expect(runFrom(often, DOCUMENT, NOON + FULL_PASS_EVERY_MS - 1)).toHaveProperty('changedSince');
    expect(runFrom(often, DOCUMENT, NOON + FULL_PASS_EVERY_MS)).not.toHaveProperty('changedSince');
  });

  it.each([{ send: { segment: 'trials' } }, { send: { newPeople: false } }])(
    'are all looked at again where others go out: %j',
    (changes) => {
      expect(runFrom(after(NEW, NOON), { ...DOCUMENT, ...changes }, NOON + 1)).not.toHaveProperty(
        'changedSince',
      );
    },
  );

  it('are all looked at again after a run during which others began to go out', () => {
    const progress = { ...NEW, run: runFrom(NEW, DOCUMENT, NOON) };
    const out = passOf(progress);
    const other = { ...DOCUMENT, send: { segment: 'trials' } };
    expect(runFrom({ ...NEW, ...(out && { out }) }, other, NOON + 1)).not.toHaveProperty('changedSince');
  });

  it('are all looked at after a run that knew nothing of passes', () => {
    expect(passOf({ ...NEW, run: { startedAt: NOON, done: [], after: 0 } })).toBeUndefined();
  });
});
