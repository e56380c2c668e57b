import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Sweeps } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';
import { PluginValueStore } from '@parcours/plugin-host';

const AT_ONCE = 500;

/** Forgets what connectors have kept for a time that is over. */
@Injectable()
export class PluginValueSweep implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly values: PluginValueStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register('plugin-values', (signal) => this.sweep(signal));
  }

  private async sweep(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.values.forgetExpired(this.clock.now(), AT_ONCE)) === AT_ONCE);
  }
}
