import 'reflect-metadata';

import { ParcoursConfig } from '@parcours/config';
import { explainFailedStart } from '@parcours/database';
import { guardProcess, PluginHost } from '@parcours/plugin-host';

import { createApi } from './create-api.js';

async function main(): Promise<void> {
  const config = ParcoursConfig.fromProcess();
  const app = await createApi(config);
  guardProcess(app.get(PluginHost, { strict: false }));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await app.listen(config.http.port, config.http.host);
  console.log(`parcours api ready on ${await app.getUrl()}`);
}

main().catch((error: unknown) => {
  console.error(explainFailedStart(error));
  process.exit(1);
});
