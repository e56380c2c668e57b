import { ParcoursConfig } from '@parcours/config';
import type { Database } from '@parcours/database';
import type { ActionTrail } from '@parcours/http';
import { ManualClock } from '@parcours/kernel';

import type { AuditLogRepository } from '../entries/audit-log.repository.js';
import { AuditRetention } from './audit-retention.js';

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

function setUp(days: string) {
  const asked: number[] = [];
  const log = { idsBefore: async (at: number) => (asked.push(at), []) } as unknown as AuditLogRepository;
  const database = { sql: { insert: async () => 1 } } as unknown as Database;
  const config = new ParcoursConfig({ PARCOURS_AUDIT_DAYS: days });
  const clock = new ManualClock(NOW);
  const retention = new AuditRetention(config, database, log, {} as ActionTrail, clock);
  return { sweep: () => retention.sweep(new AbortController().signal), clock, asked };
}

describe('the retention of the audit log', () => {
  it('keeps everything where nothing else is said', async () => {
    const { sweep, asked } = setUp('');
    await sweep();
    expect(asked).toEqual([]);
  });

  it('looks once an hour for what is older than it is to be', async () => {
    const { sweep, clock, asked } = setUp('30');
    await sweep();
    clock.advance(3_599_999);
    await sweep();
    clock.advance(1);
    await sweep();
    expect(asked).toEqual([NOW - 30 * DAY, NOW + 3_600_000 - 30 * DAY]);
  });
});
