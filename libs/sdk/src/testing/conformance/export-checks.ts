import type { JsonObject } from '@parcours/kernel';

import type {
  EnrollmentInsight,
  EventInsight,
  ExportResult,
  InsightBatch,
  InsightStream,
  OpenInsightExporter,
} from '../../insight-exporter.js';
import {
  type Check,
  Inapplicable,
  must,
  mustEqual,
  mustFail,
  mustStop,
  never,
  shown,
  type Trial,
} from './check.js';
import type { FakeProvider, FakeWarehouse } from './conformance-subject.js';

/** No check writes more rows at once. */
const MOST_ROWS = 1_000;

const AT = '2026-03-02T08:00:00.000Z';

function event(n: number): EventInsight {
  return {
    ...{ id: String(100 + n), at: AT, customerId: `c-${String(n)}`, name: 'order.placed', messageId: null },
    ...{ layer: 'behavioural', channel: null, touchpoint: null, device: null, department: null },
    properties: { total: n, words: 'naïve “quotes” \u{1F600}\n', list: [null, { deep: true }] },
    receivedAt: AT,
  };
}

function enrollment(n: number): EnrollmentInsight {
  return { id: String(200 + n), at: AT, customerId: `c-${String(n)}`, journey: 'welcome', version: 1 };
}

/** A batch of some rows; the first has the number `from`. */
export function sampleBatch(stream: InsightStream, rows: number, from = 0): InsightBatch {
  const numbers = Array.from({ length: rows }, (_, at) => from + at);
  return stream === 'events'
    ? { stream, rows: numbers.map(event) }
    : { stream, rows: numbers.map(enrollment) };
}

function isWarehouse(fake: FakeProvider): fake is FakeWarehouse {
  return 'rows' in fake;
}

/** An exporter under test, and the warehouse that it writes into. */
class ExportDesk {
  private constructor(
    private readonly trial: Trial,
    readonly fake: FakeWarehouse,
    readonly streams: readonly InsightStream[],
    readonly maxBatch: number,
  ) {}

  static of(trial: Trial): ExportDesk {
    const { connector, fake } = trial;
    if (!('exports' in connector)) throw new Inapplicable('It exports nothing.');
    must(isWarehouse(fake), 'the fake has no rows(stream): start a FakeWarehouse');
    const maxBatch = Math.min(connector.capabilities.maxBatch, MOST_ROWS);
    return new ExportDesk(trial, fake, connector.exports, maxBatch);
  }

  async open(config?: JsonObject): Promise<OpenInsightExporter['export']> {
    const opened = await this.trial.open(config);
    const write = opened.export?.bind(opened);
    must(write !== undefined, 'an open connector has no export');
    return write;
  }

  async keep(write: OpenInsightExporter['export'], batch: InsightBatch): Promise<void> {
    const result = await write(batch, { signal: never() });
    must(result.status === 'done', `the batch was not kept: ${shown(result)}`);
  }

  mustHold(stream: InsightStream, ...batches: readonly InsightBatch[]): void {
    const ids = this.fake.rows(stream).map(({ id }) => id);
    const expected = batches.flatMap(({ rows }) => rows.map(({ id }) => id));
    mustEqual([...ids].sort(), [...expected].sort(), `what the warehouse has of the stream '${stream}'`);
  }
}

const failed = async (result: Promise<ExportResult>, classes: readonly string[]): Promise<void> => {
  const ended = await result;
  must(ended.status === 'failed', 'a batch was kept that could not be');
  mustFail(ended, classes);
};

/** What exporters are held against. */
export const EXPORT_CHECKS: readonly Check[] = [
  {
    title: 'a batch that is done is in the warehouse, each row once',
    async run(trial) {
      const desk = ExportDesk.of(trial);
      const write = await desk.open();
      for (const stream of desk.streams) {
        const [whole, one] = [sampleBatch(stream, desk.maxBatch), sampleBatch(stream, 1, desk.maxBatch)];
        await desk.keep(write, whole);
        await desk.keep(write, one);
        desk.mustHold(stream, whole, one);
      }
    },
  },
  {
    title: 'a batch that comes again replaces its rows',
    async run(trial) {
      const desk = ExportDesk.of(trial);
      const [write, another] = [await desk.open(), await desk.open()];
      for (const stream of desk.streams) {
        const batch = sampleBatch(stream, Math.min(desk.maxBatch, 3));
        for (const again of [write, write, another]) await desk.keep(again, batch);
        desk.mustHold(stream, batch);
      }
    },
  },
  {
    title: 'a batch that the warehouse puts off is tried again later',
    async run(trial) {
      const desk = ExportDesk.of(trial);
      const write = await desk.open();
      for (const stream of desk.streams) {
        desk.fake.behave('throttle');
        await failed(write(sampleBatch(stream, 1), { signal: never() }), ['throttled']);
        desk.fake.behave('outage');
        await failed(write(sampleBatch(stream, 1), { signal: never() }), ['temporary']);
        desk.fake.behave('normal');
        await desk.keep(write, sampleBatch(stream, 1));
      }
    },
  },
  {
    title: 'a batch with wrong credentials waits for a person',
    async run(trial) {
      const desk = ExportDesk.of(trial);
      const { wrongConfig } = desk.fake;
      if (wrongConfig === undefined) throw new Inapplicable('The warehouse asks for no credentials.');
      const write = await desk.open(wrongConfig);
      for (const stream of desk.streams) {
        await failed(write(sampleBatch(stream, 1), { signal: never() }), ['misconfigured']);
      }
    },
  },
  {
    title: 'an export that is given up comes to an end',
    async run(trial) {
      const desk = ExportDesk.of(trial);
      const write = await desk.open();
      desk.fake.behave('hang');
      for (const stream of desk.streams)
        await mustStop((signal) => write(sampleBatch(stream, 1), { signal }));
    },
  },
];
