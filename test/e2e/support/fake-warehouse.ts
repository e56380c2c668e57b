import type { EventInsight, InsightRow } from '@parcours/sdk';
import {
  type FakeBehaviour,
  type FakeWarehouse as Fake,
  type HeardRequest,
  HttpFake,
} from '@parcours/sdk/testing';

const TOKEN = 'warehouse-token';

/** A warehouse on loopback: rows by their ids, and every batch as it came. */
export class FakeWarehouse implements Fake {
  readonly batches: { readonly stream: string; readonly rows: readonly InsightRow[] }[] = [];
  /** Rows by stream and id; what comes again replaces what is there. */
  private readonly tables = new Map<string, Map<string, InsightRow>>();
  /** Answered in place of the next batches; a batch is kept all the same where its answer is to be lost. */
  readonly refusals: { readonly status: number; readonly isKept?: boolean }[] = [];

  private constructor(readonly http: HttpFake) {}

  static async start(): Promise<FakeWarehouse> {
    const http = await HttpFake.start({ answer: (request) => warehouse.take(request) });
    const warehouse = new FakeWarehouse(http);
    return warehouse;
  }

  get config() {
    return { url: this.http.url, token: TOKEN };
  }

  get wrongConfig() {
    return { ...this.config, token: 'another-token' };
  }

  received() {
    return [...this.tables].flatMap(([to, table]) =>
      [...table.values()].map((row) => ({ to, content: JSON.stringify(row), idempotencyKey: row.id })),
    );
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  rows(stream: string): readonly InsightRow[] {
    return [...(this.tables.get(stream)?.values() ?? [])];
  }

  /** Events of a customer, by name. */
  eventsOf(customerId: string): readonly EventInsight[] {
    // The warehouse gets what it was sent: rows of the stream of events are events.
    return (this.rows('events') as readonly EventInsight[]).filter((row) => row.customerId === customerId);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }

  private take({ path, body, headers }: HeardRequest) {
    if (headers['authorization'] !== `Bearer ${TOKEN}`) return { status: 401 };
    const refusal = this.refusals.shift();
    if (refusal && refusal.isKept !== true) return { status: refusal.status };
    const stream = path.slice(1);
    const rows = JSON.parse(body) as readonly InsightRow[];
    this.batches.push({ stream, rows });
    const table = this.tables.get(stream) ?? new Map<string, InsightRow>();
    this.tables.set(stream, table);
    for (const row of rows) table.set(row.id, row);
    return { status: refusal?.status ?? 200 };
  }
}
