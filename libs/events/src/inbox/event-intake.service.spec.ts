import type { Database, Sql, SqlValue } from '@parcours/database';
import type { JobDefinition, WakePace } from '@parcours/jobs';
import { JobRunner } from '@parcours/jobs';
import { IdGenerator, ManualClock } from '@parcours/kernel';

import { EventIntake } from './event-intake.service.js';
import { type EventEntry, LANE_JOB } from './inbox-entry.js';
import { InboxStore } from './inbox.store.js';

/** A database that keeps an insert open until it is told how it ends. */
class SlowDatabase {
  readonly inserts: (readonly (readonly SqlValue[])[])[] = [];
  private readonly ends: ((error?: Error) => void)[] = [];

  readonly database = {
    sql: {
      insert: ({ rows }: { rows: readonly (readonly SqlValue[])[] }) =>
        new Promise<number>((resolve, reject) => {
          this.inserts.push(rows);
          this.ends.push((error) => {
            if (error) reject(error);
            else resolve(rows.length);
          });
        }),
    } as unknown as Sql,
  } as unknown as Database;

  /** Ends the insert that began first. */
  async end(error?: Error): Promise<void> {
    this.ends.shift()?.(error);
    await turns();
  }

  get sizes(): number[] {
    return this.inserts.map((rows) => rows.length);
  }
}

class RecordingRunner extends JobRunner {
  readonly wakes: { job: string; keys: readonly string[]; pace: WakePace | undefined }[] = [];

  override wake({ name }: JobDefinition, keys: readonly string[], pace?: WakePace): void {
    this.wakes.push({ job: name, keys, pace });
  }

  override wakeAt = (): void => undefined;
  override start = (): void => undefined;
  override stop = (): Promise<void> => Promise.resolve();
  override isHealthy = (): Promise<boolean> => Promise.resolve(true);
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const START = Date.UTC(2026, 5, 1);

function event(customerKey: string, properties = {}): EventEntry {
  return {
    kind: 'event',
    customerKey,
    name: 'e',
    messageId: undefined,
    occurredAt: START,
    properties,
    traits: undefined,
  };
}

const events = (count: number, properties = {}) =>
  Array.from({ length: count }, (_, at) => event(`c-${String(at)}`, properties));

describe('the intake of events', () => {
  let slow: SlowDatabase;
  let runner: RecordingRunner;
  let intake: EventIntake;
  beforeEach(() => {
    slow = new SlowDatabase();
    runner = new RecordingRunner();
    const lanes = { count: 4, of: (key: string) => Number(key.slice(2)) % 4 };
    const inbox = new InboxStore(lanes, new IdGenerator(1, new ManualClock(START)));
    intake = new EventIntake(slow.database, inbox, runner);
  });

  it('answers after the insert that carries the events, and wakes their lanes then', async () => {
    let isAnswered = false;
    const answer = intake.accept([event('c-1'), event('c-3'), event('c-5')]).then(() => {
      isAnswered = true;
    });
    await turns();
    expect({ isAnswered, wakes: runner.wakes }).toEqual({ isAnswered: false, wakes: [] });
    await slow.end();
    await answer;
    expect(runner.wakes).toEqual([{ job: LANE_JOB.name, keys: ['1', '3'], pace: 'calm' }]);
  });

  it('puts requests that come together into one insert, in their order', async () => {
    const answers = events(50).map((each) => intake.accept([each]));
    await turns();
    expect(slow.sizes).toEqual([50]);
    expect(slow.inserts[0]?.map((row) => row[3])).toEqual(events(50).map(({ customerKey }) => customerKey));
    const ids = slow.inserts[0]?.map((row) => Number(row[1])) ?? [];
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    await slow.end();
    await expect(Promise.all(answers)).resolves.toHaveLength(50);
  });

  it('gathers what comes while inserts travel, two of them at a time', async () => {
    const answers: Promise<void>[] = [];
    for (let round = 0; round < 6; round++) {
      answers.push(intake.accept(events(3)), intake.accept(events(4)));
      await turns();
    }
    expect(slow.sizes).toEqual([7, 7]);
    await slow.end();
    expect(slow.sizes).toEqual([7, 7, 28]);
    await slow.end();
    await slow.end();
    await expect(Promise.all(answers)).resolves.toHaveLength(12);
  });

  it('refuses every request of an insert that fails, and none of another', async () => {
    const failing = [intake.accept(events(1)), intake.accept(events(2))];
    await turns();
    const succeeding = intake.accept(events(3));
    await turns();
    const refused = Promise.allSettled(failing);
    await slow.end(new RangeError('disk full'));
    await slow.end();
    expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(succeeding).resolves.toBeUndefined();
    expect(runner.wakes).toHaveLength(1);
  });

  it('goes on after a failure', async () => {
    const first = intake.accept(events(1));
    await turns();
    const refused = expect(first).rejects.toThrow('gone');
    await slow.end(new RangeError('gone'));
    await refused;
    const second = intake.accept(events(1));
    await turns();
    await slow.end();
    await expect(second).resolves.toBeUndefined();
  });

  it('keeps an insert below 1,000 rows, whatever the sizes of the requests', async () => {
    for (const size of [600, 300, 200, 900]) void intake.accept(events(size));
    await turns();
    for (let at = 0; at < 3; at++) await slow.end();
    expect(slow.sizes).toEqual([900, 200, 900]);
  });

  it('keeps an insert below 2 MB', async () => {
    const text = 'x'.repeat(600_000);
    for (let at = 0; at < 4; at++) void intake.accept(events(1, { text }));
    await turns();
    await slow.end();
    expect(slow.sizes).toEqual([3, 1]);
  });

  it('says that a large insert is part of a rush', async () => {
    void intake.accept(events(400));
    await turns();
    await slow.end();
    expect(runner.wakes.map(({ pace }) => pace)).toEqual(['rush']);
  });

  it('sends callers away when the database does not keep up, and takes them again when it does', async () => {
    const answers = Array.from({ length: 101 }, () => intake.accept(events(1_000)));
    await expect(intake.accept(events(1))).rejects.toMatchObject({
      code: 'events.backlog',
      status: 503,
      retryAfter: 1,
    });
    await turns();
    while (slow.inserts.length < 101) await slow.end();
    for (let at = 0; at < 2; at++) await slow.end();
    await Promise.all(answers);
    const late = intake.accept(events(1));
    await turns();
    await slow.end();
    await expect(late).resolves.toBeUndefined();
  });

  it('has nothing to do for no events', async () => {
    await intake.accept([]);
    expect(slow.inserts).toEqual([]);
  });
});
