import { Module } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Clock } from '@parcours/kernel';
import { PluginHost } from './plugin-host.service.js';

@Module({
  providers: [
    {
      provide: PluginHost,
      inject: [ParcoursConfig, Clock],
      useFactory: ({ plugins, secretKey }: ParcoursConfig, clock: Clock) =>
        new PluginHost({
          pluginDirectories: plugins.directories,
          pluginPackages: plugins.packages,
          secretKey,
          clock,
        }),
    },
  ],
  exports: [PluginHost],
})
export class PluginHostModule {}
