import { ManualClock } from '@parcours/kernel';

import { EventCounts, NAMES_MAX, OTHER_NAMES } from './event-counts.service.js';
import type { EventNamesStore } from './event-names.store.js';
import type { NameCount } from './event-tally.js';

class RecordingStore {
  readonly written: (readonly NameCount[])[] = [];
  readonly marked: string[] = [];
  failures = 0;

  constructor(readonly names: readonly string[] = []) {}

  readonly store = {
    seenNames: async () => [...this.names],
    addCounts: async (names: readonly NameCount[]) => {
      if (this.failures-- > 0) throw new RangeError('gone');
      this.written.push(names);
    },
    addViolations: async () => undefined,
    markFirst: async (names: readonly NameCount[]) => {
      this.marked.push(...names.map(({ name }) => name));
    },
  } as unknown as EventNamesStore;
}

const event = (name: string) => ({ name, messageId: undefined, defects: [] });

async function counted(recorder: RecordingStore, batches: readonly (readonly string[])[]): Promise<void> {
  const counts = new EventCounts(recorder.store, new ManualClock(1_000));
  for (const names of batches) counts.count(names.map(event));
  await counts.beforeApplicationShutdown();
}

describe('the counts of events', () => {
  it('of many requests are written by one statement, those of the last second when the process ends', async () => {
    const recorder = new RecordingStore();
    await counted(recorder, [['a', 'b'], ['a'], ['a']]);
    const seen = recorder.written.map((names) => names.map(({ name, received }) => `${name} ${received}`));
    expect(seen).toEqual([['a 3', 'b 1']]);
  });

  it('mark names that come for the first time, and those alone', async () => {
    const recorder = new RecordingStore(['a']);
    await counted(recorder, [['a', 'b']]);
    expect(recorder.marked).toEqual(['b']);
  });

  it('of names beyond the most that are counted one by one are one', async () => {
    const recorder = new RecordingStore(Array.from({ length: NAMES_MAX - 1 }, (_, at) => `known-${at}`));
    await counted(recorder, [['known-3', 'new-1', 'new-2', 'new-3', 'new-3']]);
    const [names = []] = recorder.written;
    expect(names.map(({ name, received }) => `${name} ${received}`).sort()).toEqual(
      [`${OTHER_NAMES} 3`, 'known-3 1', 'new-1 1'].sort(),
    );
  });

  it('that cannot be written harm nobody', async () => {
    const recorder = new RecordingStore();
    recorder.failures = 1;
    const counts = new EventCounts(recorder.store, new ManualClock(1_000));
    counts.count([event('a')]);
    await counts.beforeApplicationShutdown();
    counts.count([event('b')]);
    await counts.beforeApplicationShutdown();
    expect(recorder.written.flat().map(({ name }) => name)).toEqual(['b']);
  });
});
