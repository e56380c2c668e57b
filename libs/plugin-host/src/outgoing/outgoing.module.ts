import { Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';

import { SealedTexts } from '../config/sealed-texts.js';
import { GuardedFetch } from './guarded-fetch.js';
import { GuardedSockets } from './guarded-sockets.js';
import { ReachableHosts, relayHosts } from './reachable-hosts.js';

/** Connections that are kept open end with the process. */
@Injectable()
class OpenConnections implements OnApplicationShutdown {
  constructor(@Inject(GuardedFetch) private readonly guarded: GuardedFetch) {}

  async onApplicationShutdown(): Promise<void> {
    await this.guarded.close();
  }
}

/** Calls to addresses that users have entered, and the secrets that go with them. */
@Module({
  providers: [
    {
      provide: ReachableHosts,
      inject: [ParcoursConfig],
      useFactory: ({ outgoing }: ParcoursConfig) => new ReachableHosts(outgoing.allow),
    },
    {
      provide: GuardedFetch,
      inject: [ReachableHosts],
      useFactory: (hosts: ReachableHosts) => new GuardedFetch(hosts),
    },
    {
      provide: GuardedSockets,
      inject: [ParcoursConfig],
      useFactory: ({ outgoing }: ParcoursConfig) => new GuardedSockets(relayHosts(outgoing)),
    },
    {
      provide: SealedTexts,
      inject: [ParcoursConfig],
      useFactory: ({ secretKey, secretKeysBefore }: ParcoursConfig) =>
        new SealedTexts(secretKey, secretKeysBefore),
    },
    OpenConnections,
  ],
  exports: [ReachableHosts, GuardedFetch, GuardedSockets, SealedTexts],
})
export class OutgoingModule {}
