import { ParcoursConfig } from '@parcours/config';
import { explainFailedStart } from '@parcours/database';

import { createWorker } from './create-worker.js';

async function main(): Promise<void> {
  await createWorker(ParcoursConfig.fromProcess());
  console.log('parcours worker ready');
}

main().catch((error: unknown) => {
  console.error(explainFailedStart(error));
  process.exit(1);
});
