import type { SqlValue } from '@parcours/database';

/** What one insert carries at the most, unless a single request is larger. */
const GROUP_ROWS = 1_000;
const GROUP_BYTES = 2_000_000;
/** Inserts that travel at the same time. */
const PARALLEL_GROUPS = 2;
/** Rows in memory above which callers are sent away: the database does not keep up. */
const BACKLOG_MAX = 100_000;

/** What one request has to be kept of. */
export interface CommitBatch {
  readonly rows: readonly (readonly SqlValue[])[];
  /** About how long the rows are in a statement. */
  readonly bytes: number;
}

interface Waiting<B> {
  readonly batch: B;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** How groups are written, and what follows. */
export interface GroupCommitParts<B> {
  readonly insert: (rows: CommitBatch['rows']) => Promise<void>;
  /** After the commit of these, and after their callers were told. */
  readonly committed: (batches: readonly B[]) => void;
  /** What a caller is told when the database does not keep up. */
  readonly refusal: () => Error;
}

/**
 * Group commit: requests that arrive while an insert is under way share the next one, and each is answered after the
 * commit that carries its rows. Nothing waits on purpose: on an idle system a request is its own group.
 */
export class GroupCommit<B extends CommitBatch> {
  private waiting: Waiting<B>[] = [];
  private backlog = 0;
  private travelling = 0;
  private isScheduled = false;

  constructor(private readonly parts: GroupCommitParts<B>) {}

  /** Resolves when what the batch holds is on disk. */
  add(prepare: () => B): Promise<void> {
    if (this.backlog > BACKLOG_MAX) return Promise.reject(this.parts.refusal());
    return new Promise((resolve, reject) => {
      const batch = prepare();
      this.waiting.push({ batch, resolve, reject });
      this.backlog += batch.rows.length;
      this.schedule();
    });
  }

  /** Requests of the same turn of the event loop join the group. */
  private schedule(): void {
    if (this.isScheduled || this.travelling >= PARALLEL_GROUPS) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      if (this.waiting.length > 0) void this.send(this.nextGroup());
    });
  }

  private nextGroup(): Waiting<B>[] {
    let rows = 0;
    let bytes = 0;
    let count = 0;
    for (const { batch } of this.waiting) {
      rows += batch.rows.length;
      bytes += batch.bytes;
      if (count > 0 && (rows > GROUP_ROWS || bytes > GROUP_BYTES)) break;
      count++;
    }
    return this.waiting.splice(0, count);
  }

  private async send(group: readonly Waiting<B>[]): Promise<void> {
    const rows = group.flatMap(({ batch }) => batch.rows);
    this.travelling++;
    try {
      await this.parts.insert(rows);
      for (const request of group) request.resolve();
      this.parts.committed(group.map(({ batch }) => batch));
    } catch (error) {
      for (const request of group) request.reject(error);
    } finally {
      this.travelling--;
      this.backlog -= rows.length;
      if (this.waiting.length > 0) this.schedule();
    }
  }
}
