import { CpuMeter } from '../cpu-meter.mjs';
import { nowMs } from '../monotonic-clock.mjs';
import { untilReached } from '../progress.mjs';

const PIECE_ROWS = 2_000;
const LOOK_MS = 100;

/**
 * A file of new customers with six columns, sent while it is made so that neither side holds it: rows a second from the
 * first byte to the last customer, and the most memory that one of the product's processes had.
 */
export async function measureImport(stack, { rows, run }) {
  let largestMb = 0;
  const watch = setInterval(() => {
    largestMb = Math.max(largestMb, stack.largestProcessMb());
  }, LOOK_MS);
  const cpu = new CpuMeter(stack);
  const startedAt = nowMs();
  try {
    const { data } = await stack.api.upload('/customers/import', csv(rows, run), 'text/csv');
    const storedAt = nowMs();
    const storing = cpu.lap();
    await untilReached({
      what: 'rows of the import worked',
      expected: rows,
      read: async () => {
        const { rows: seen } = (await stack.api.get(`/imports/${data.id}`)).data;
        return seen.created + seen.updated + seen.unchanged + seen.rejected;
      },
      check: () => stack.assertRunning(),
    });
    const endedAt = nowMs();
    return {
      rows,
      rowsPerS: (rows * 1000) / (endedAt - startedAt),
      storedPerS: (rows * 1000) / (storedAt - startedAt),
      largestMb,
      cpuSeconds: { storing, working: cpu.lap() },
    };
  } finally {
    clearInterval(watch);
  }
}

async function* csv(rows, run) {
  yield Buffer.from('id,email,first_name,city,plan,visits\n');
  for (let from = 0; from < rows; from += PIECE_ROWS) {
    const size = Math.min(PIECE_ROWS, rows - from);
    const lines = Array.from({ length: size }, (_, at) => lineOf(`i${run}-${from + at}`, from + at));
    yield Buffer.from(lines.join(''));
  }
}

function lineOf(id, at) {
  return `${id},${id}@example.com,Ada,${at % 2 === 0 ? 'Lyon' : 'Nice'},${at % 3 === 0 ? 'pro' : 'free'},${at}\n`;
}
