import { ParcoursConfig } from '@parcours/config';
import { describeError } from '@parcours/kernel';

import { createWorker } from './create-worker.js';

try {
  const config = ParcoursConfig.fromProcess();
  await createWorker(config);
  process.stdout.write('parcours worker ready\n');
} catch (error) {
  process.stderr.write(`parcours worker cannot start: ${describeError(error)}\n`);
  process.exit(1);
}
