import type { ExportResult, InsightBatch, InsightExporter, OpenInsightExporter, Plugin } from '@parcours/sdk';
import { checkConformance, conformanceChecks, defineConformance } from '@parcours/sdk/testing';

import { FakeWarehouse } from '../e2e/support/fake-warehouse.js';

// eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest runs the tree as CommonJS
const PLUGIN = (require('../e2e/support/plugins/warehouse/index.js') as { default: Plugin }).default;
const TELLING = PLUGIN.connectors?.['warehouse'] as InsightExporter;

const subjects = defineConformance({ connector: 'warehouse', start: () => FakeWarehouse.start() });

type Write = OpenInsightExporter['export'];
type Spoil = (write: Write, ...call: Parameters<Write>) => Promise<ExportResult>;

/** The exporter of the tests tells its token; a sound one does not. */
const SOUND = writingBy(TELLING, async (write, ...call) => {
  const result = await write(...call);
  if (result.status === 'done') return result;
  return { ...result, error: { ...result.error, detail: 'It was refused.' } };
});

const spoilt = (spoil: Spoil): Plugin => pluginOf(writingBy(SOUND, spoil));

/** The same exporter with another way of writing. */
function writingBy(exporter: InsightExporter, spoil: Spoil): InsightExporter {
  const open: InsightExporter['open'] = async (config, host) => {
    const opened = await exporter.open(config, host);
    return { ...opened, export: (batch, call) => spoil((...given) => opened.export(...given), batch, call) };
  };
  return { ...exporter, open };
}

function pluginOf(warehouse: InsightExporter): Plugin {
  return { ...PLUGIN, connectors: { warehouse } };
}

let made = 0;
const renamed = (batch: InsightBatch): InsightBatch => {
  const rows = batch.rows.map((row) => ({ ...row, id: `${row.id}-${String((made += 1))}` }));
  // Only the ids differ.
  return { ...batch, rows } as InsightBatch;
};

describe('the conformance kit for exporters (A7)', () => {
  it.each(conformanceChecks(pluginOf(SOUND), subjects))('passes a sound one: $title', ({ run }) => run());

  it.each([
    [
      'says done of what it has not written',
      spoilt(() => Promise.resolve({ status: 'done' })),
      'a batch that is done is in the warehouse, each row once',
    ],
    [
      'writes a row under another id each time',
      spoilt((write, batch, call) => write(renamed(batch), call)),
      'a batch that comes again replaces its rows',
    ],
    [
      'calls every failure permanent',
      spoilt(async (write, ...call) => {
        const result = await write(...call);
        if (result.status === 'done') return result;
        return { ...result, error: { ...result.error, class: 'permanent' } };
      }),
      'a batch that the warehouse puts off is tried again later',
    ],
    [
      'does not stop when it is told to',
      spoilt((write, batch) => write(batch, { signal: new AbortController().signal })),
      'an export that is given up comes to an end',
    ],
    ['tells its token', PLUGIN, 'no secret is logged or told'],
  ])('finds one that %s', async (_what, plugin, title) => {
    const { results } = await checkConformance(plugin, subjects);
    expect(results).toContainEqual(
      expect.objectContaining({ title: `warehouse: ${title}`, status: 'failed' }),
    );
  });
});
