import { ParcoursConfig } from '@parcours/config';
import { explainFailedStart } from '@parcours/database';
import { guardProcess, PluginHost } from '@parcours/plugin-host';

import { createWorker } from './create-worker.js';

async function main(): Promise<void> {
  const worker = await createWorker(ParcoursConfig.fromProcess());
  guardProcess(worker.get(PluginHost, { strict: false }));
  worker.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  console.log('parcours worker ready');
}

main().catch((error: unknown) => {
  console.error(explainFailedStart(error));
  process.exit(1);
});
