import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { Clock } from '@parcours/kernel';
import type { ChangesPage } from '@parcours/sdk';

import { RecordsOfPeople } from '../records/records-of-people.service.js';
import { SyncLedger, type Written } from '../running/sync-ledger.service.js';
import { counted, matchFieldOf, PAGE_SIZE, type StepOutcome, type SyncTask } from '../running/sync-task.js';
import { IssueStore } from '../state/issue.store.js';
import { NO_COUNTS, type SyncProgress } from '../state/sync.store.js';
import { PeopleDirectory } from './people-directory.service.js';
import { PeoplePage } from './people-page.js';

/** Takes in what has changed of the people of a CRM, a page at a time. */
@Injectable()
export class PeopleIn {
  constructor(
    private readonly directory: PeopleDirectory,
    private readonly ledger: SyncLedger,
    private readonly issues: IssueStore,
    private readonly records: RecordsOfPeople,
    private readonly clock: Clock,
  ) {}

  async step(task: SyncTask, progress: SyncProgress): Promise<StepOutcome> {
    const { document, calls, signal } = task;
    const before = progress.kinds.person;
    const fields = [matchFieldOf(task), ...document.fields.map(({ field }) => field)];
    const request = { kind: 'person', cursor: before?.cursor, limit: PAGE_SIZE, fields } as const;
    const answer = await calls.changes(request, signal);
    if (answer.status === 'failed') return { progress, isOver: false, failure: answer.error };
    const page = answer.value;
    const written = await this.ledger.commit(task.claim, (sql) => this.work(sql, { task, page, progress }));
    return { progress: written, isOver: page.isLast };
  }

  private async work(
    sql: Sql,
    { task, page, progress }: { task: SyncTask; page: ChangesPage; progress: SyncProgress },
  ): Promise<Written> {
    // What was said last of a record counts.
    const records = [...new Map(page.records.map((record) => [record.id, record])).values()];
    const known = await this.directory.known(sql, task, records);
    const desk = new PeoplePage(task, known, this.clock.now());
    for (const record of records) desk.take(record);
    const { syncId } = task.claim;
    await this.issues.save(sql, syncId, desk.issues);
    await this.issues.settle(sql, syncId, desk.settled);
    const caughtUp = await this.records.catchUp(sql, task, desk.newlyLinked);
    const sums = [...caughtUp.traits].map(([customerKey, traits]) =>
      desk.entryFor({ customerKey, traits, of: 'records', personId: null }),
    );
    const entries = [...desk.entries, ...sums, ...caughtUp.entries];
    const { counts } = desk;
    const sum = { ...NO_COUNTS, ...counts, events: counts.events + caughtUp.entries.length };
    const moved = moveOn(counted(progress, sum), page);
    return { progress: moved, entries, links: desk.links };
  }
}

function moveOn(progress: SyncProgress, { cursor, isLast, records, total }: ChangesPage): SyncProgress {
  const before = progress.kinds.person;
  const person = {
    cursor,
    isLoaded: before?.isLoaded === true || isLast,
    read: (before?.read ?? 0) + records.length,
    ...(total !== undefined && { total }),
  };
  return { ...progress, kinds: { ...progress.kinds, person } };
}
