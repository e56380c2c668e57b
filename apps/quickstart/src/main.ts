import { describeError, ParcoursError } from '@parcours/kernel';
import { parseOptions, runQuickstart, Screen, USAGE } from './index.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stop.abort();
  });
}

try {
  const options = parseOptions(process.argv.slice(2));
  const screen = new Screen(process.stdout);
  if (options.help) screen.line(USAGE);
  else await runQuickstart(options, screen, stop.signal);
} catch (error) {
  console.error(`quickstart: ${error instanceof ParcoursError ? error.message : describeError(error)}`);
  process.exitCode = 1;
}
