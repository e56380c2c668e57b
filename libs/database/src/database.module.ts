import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ParcoursConfig } from '@parcours/config';
import { IdGenerator } from '@parcours/kernel';
import { DataSource } from 'typeorm';

import { dataSourceOptions, openDataSource } from './data-source.js';
import { Database } from './database.js';
import { Lanes } from './lanes.js';
import { NodeLeaseService } from './leases/node-lease.service.js';
import { SettingsStore } from './settings.store.js';

/** The database, the ids and the leases, for every module. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [ParcoursConfig],
      useFactory: async (config: ParcoursConfig) => ({
        ...(await dataSourceOptions(config.database)),
        autoLoadEntities: true,
        retryAttempts: 1,
      }),
      dataSourceFactory: async (options) => {
        if (!options) throw new TypeError('the data source needs options');
        return openDataSource(options);
      },
    }),
  ],
  providers: [
    { provide: Database, inject: [DataSource], useFactory: (source: DataSource) => new Database(source) },
    SettingsStore,
    NodeLeaseService,
    {
      provide: IdGenerator,
      inject: [NodeLeaseService],
      useFactory: async (lease: NodeLeaseService) => lease.acquire(),
    },
    {
      provide: Lanes,
      inject: [SettingsStore, ParcoursConfig],
      useFactory: async (settings: SettingsStore, config: ParcoursConfig) =>
        new Lanes(await settings.fixLaneCount(config.work.lanes)),
    },
  ],
  exports: [Database, IdGenerator, Lanes, SettingsStore],
})
export class DatabaseModule {}
