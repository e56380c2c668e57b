import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { profiles, type SpawnedApp, waitFor } from '@parcours/testing';
import { Installation } from './support/installation.js';
import { Ledger } from './support/ledger.js';

const CUSTOMERS = 400;
const KILLS = 4;
const ANSWER_MS = 50;

/** Another system that takes its time, and remembers under which keys it was called for whom. */
class SlowSystem {
  readonly keysByCustomer = new Map<string, string[]>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const customer = request.url?.slice(1) ?? '';
      const keys = this.keysByCustomer.get(customer) ?? [];
      this.keysByCustomer.set(customer, [...keys, String(request.headers['idempotency-key'])]);
      void delay(ANSWER_MS).then(() =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ customer })),
      );
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

interface Progress {
  readonly calling: number;
  readonly called: number;
  readonly ended: number;
}

async function progressOf({ database }: Installation): Promise<Progress> {
  const [row] = await database.sql.select<{ calling: number; called: number; ended: number }>(
    `SELECT (SELECT COUNT(*) FROM outside_calls WHERE status = 1) AS calling,
       (SELECT COUNT(*) FROM outside_calls WHERE status = 2) AS called,
       (SELECT COUNT(*) FROM enrollments WHERE is_active = 0) AS ended`,
  );
  return { calling: Number(row?.calling), called: Number(row?.called), ended: Number(row?.ended) };
}

describe.each(profiles)('a worker of the $name profile that is killed in the middle of calls', ({ name }) => {
  const system = new SlowSystem();
  let installation: Installation;
  beforeAll(async () => {
    const url = await system.open();
    const settings = { PARCOURS_OUTGOING_ALLOW: '127.0.0.1' };
    installation = await Installation.start(name, { settings });
    await installation.client.publish('journey-templates', 'calling', {
      name: 'Calling',
      definition: {
        entry: { triggers: [{ type: 'event', event: 'account.created' }] },
        start: 'call',
        steps: {
          call: {
            type: 'http',
            method: 'PUT',
            url: `${url}/{{customer.id}}`,
            save: 'response.body.customer',
            as: 'answered',
            timeout: '1s',
            next: 'end',
          },
          end: { type: 'exit', reason: 'completed' },
        },
      },
    });
  });
  afterAll(async () => {
    await system.close();
    await installation.dispose();
  });

  /** The process that makes calls: on the embedded profile it is the API, which is there already at first. */
  async function worker(round: number): Promise<SpawnedApp> {
    if (name === 'server') return installation.startWorker();
    return round === 1 ? installation.api : installation.startApi();
  }

  it('makes every call at least once under one key, and moves each customer on exactly once', async () => {
    const ledger = new Ledger(installation.client);
    let metCalls = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      const killed = await worker(kill);
      await ledger.send(CUSTOMERS / KILLS);
      await waitFor(() => system.keysByCustomer.size > (CUSTOMERS / KILLS) * (kill - 0.8), {
        timeoutMs: 60_000,
        describe: () => `calls of round ${kill}; so far for ${system.keysByCustomer.size} customers`,
      });
      await installation.kill(killed);
      if ((await progressOf(installation)).calling > 0) metCalls += 1;
    }
    await worker(KILLS + 1);
    await waitFor(async () => (await progressOf(installation)).ended === CUSTOMERS, {
      timeoutMs: 90_000,
      describe: () => `every customer at the end; ${installation.output()}`,
    });
    // Kills that never met a call on its way would prove nothing.
    expect(metCalls).toBe(KILLS);
    const keys = [...system.keysByCustomer.values()];
    expect(keys).toHaveLength(CUSTOMERS);
    expect(keys.filter((each) => new Set(each).size !== 1)).toEqual([]);
    expect(new Set(keys.flat()).size).toBe(CUSTOMERS);
    const { sql } = installation.database;
    const passages = await sql.select<{ customer: string; context: string; records: number; marked: number }>(
      `SELECT c.external_id AS customer, e.context AS context, o.maybe_duplicate AS marked,
         (SELECT COUNT(*) FROM enrollment_steps s WHERE s.enrollment_id = e.id) AS records
       FROM enrollments e JOIN customers c ON c.id = e.customer_id JOIN outside_calls o ON o.enrollment_id = e.id`,
    );
    expect(passages).toHaveLength(CUSTOMERS);
    for (const { customer, context, records, marked } of passages) {
      const calls = system.keysByCustomer.get(customer) ?? [];
      expect({ customer, answered: JSON.parse(context).answered, records }).toEqual({
        customer,
        answered: customer,
        records: 2,
      });
      expect(calls.length === 1 || marked === 1).toBe(true);
    }
  });
});
