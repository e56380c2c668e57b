/** `npm run bench`: measures the product on private servers of its own. `npm run bench -- --help` lists the options. */
import { parseOptions, USAGE } from '../test/bench/options.mjs';

const options = read();
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
if (options.build) await build();
const { runBench } = await import('../test/bench/run.mjs');
process.exit(await runBench(options));

function read() {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

async function build() {
  const { build } = await import('./build.mjs');
  const { failures } = await build();
  for (const { file, reason } of failures) console.error(`build failed: ${file}\n${reason}\n`);
  if (failures.length > 0) process.exit(1);
}
