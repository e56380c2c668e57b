import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from '@parcours/kernel';

import { PinoLogger } from './logging/pino-logger.service.js';
import { ParcoursConfig } from './parcours-config.js';

/** Settings, the clock and the logger, for every module. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: ParcoursConfig): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: ParcoursConfig, useValue: config },
        { provide: Clock, useClass: SystemClock },
        PinoLogger,
      ],
      exports: [ParcoursConfig, Clock, PinoLogger],
    };
  }
}
