import { startServices } from '../../../scripts/services/index.mjs';
import type { Services, ServicesOptions } from '../../../scripts/services/index.mjs';

export type { Services, ServicesOptions };

/** Starts a MariaDB and a Redis of the test's own, which it may kill and start again. */
export function startPrivateServices(options: ServicesOptions = {}): Promise<Services> {
  return startServices(options);
}
