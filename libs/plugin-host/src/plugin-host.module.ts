import { Module } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Clock } from '@parcours/kernel';
import { GuardedFetch } from './outgoing/guarded-fetch.js';
import { GuardedSockets } from './outgoing/guarded-sockets.js';
import { OutgoingModule } from './outgoing/outgoing.module.js';
import { PluginHost } from './plugin-host.service.js';
import { PluginValueStore } from './values/plugin-value.store.js';

@Module({
  imports: [OutgoingModule],
  providers: [
    PluginValueStore,
    {
      provide: PluginHost,
      inject: [ParcoursConfig, Clock, GuardedFetch, GuardedSockets, PluginValueStore],
      useFactory: (
        { plugins, secretKey, secretKeysBefore }: ParcoursConfig,
        clock: Clock,
        outgoing: GuardedFetch,
        sockets: GuardedSockets,
        values: PluginValueStore,
      ) =>
        new PluginHost({
          pluginDirectories: plugins.directories,
          pluginPackages: plugins.packages,
          limits: { timeoutMs: plugins.timeoutMs },
          secretKey,
          secretKeysBefore,
          clock,
          outgoing,
          sockets,
          values,
        }),
    },
  ],
  exports: [PluginHost, PluginValueStore],
})
export class PluginHostModule {}
