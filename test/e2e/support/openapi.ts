import { ParcoursConfig } from '@parcours/config';
import { profiles } from '@parcours/testing';

import { createApi } from '../../../apps/api/src/create-api.js';

/** The OpenAPI document of the whole product. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects of it
export async function wholeDocument(): Promise<any> {
  const setup = await profiles[0]!.prepare();
  const app = await createApi(new ParcoursConfig({ PARCOURS_LOG_LEVEL: 'silent', ...setup.environment }));
  try {
    await app.init();
    return (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json();
  } finally {
    await app.close();
    await setup.dispose();
  }
}
