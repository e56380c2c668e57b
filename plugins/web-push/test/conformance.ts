import { defineConformance } from '@parcours/sdk/testing';

import { FakePushService } from './fake-push-service.js';

/** Subscriptions lead to the service that the present check has started. */
let running: FakePushService | undefined;

export default defineConformance({
  connector: 'web-push',
  start: async () => {
    running = await FakePushService.start();
    return running;
  },
  address: (n) => running?.address(n) ?? '',
});
