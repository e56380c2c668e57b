import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Sweeps } from '@parcours/jobs';

import { Connections } from './connections.service.js';

/** Keeps the connectors that hear their providers over a connection of their own open, also where nothing is to be sent. */
@Injectable()
export class ConnectorListening implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly connections: Connections,
  ) {}

  onModuleInit(): void {
    this.sweeps.register('listening-connectors', () => this.connections.listen());
  }
}
