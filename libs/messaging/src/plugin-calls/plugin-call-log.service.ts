import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '@parcours/database';
import { Clock, describeError } from '@parcours/kernel';
import { PluginHost } from '@parcours/plugin-host';

import { type CallsAsked, type PluginCalls, PluginCallStore } from './plugin-call.store.js';

/** How often a process writes its counts down, in milliseconds; nothing where no plugin was called. */
const EVERY_MS = 5_000;
const HOUR_MS = 3_600_000;
/** How long counts are kept. */
const KEPT_MS = 14 * 24 * HOUR_MS;

/** Of the last hours. */
export type WhoseCalls = Omit<CallsAsked, 'since'> & { readonly hours: number };

/** Writes down what this process counts of its calls into plugins, apart from the work itself. */
@Injectable()
export class PluginCallLog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PluginCallLog.name);
  private timer: NodeJS.Timeout | undefined;
  private clearedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly host: PluginHost,
    private readonly store: PluginCallStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** With what this process has counted up to now. */
  async read({ hours, ...asked }: WhoseCalls): Promise<readonly PluginCalls[]> {
    await this.write();
    return this.store.since(this.database.sql, { ...asked, since: this.clock.now() - hours * HOUR_MS });
  }

  private async write(): Promise<void> {
    const counts = this.host.meter.drain();
    if (counts.length === 0) return;
    const now = this.clock.now();
    try {
      await this.store.add(this.database.sql, counts, now);
      if (now - this.clearedAt < HOUR_MS) return;
      this.clearedAt = now;
      await this.store.forgetBefore(this.database.sql, now - KEPT_MS);
    } catch (error) {
      this.host.meter.giveBack(counts);
      this.logger.warn(`calls into plugins could not be written down: ${describeError(error)}`);
    }
  }
}
