import { Injectable, type LoggerService } from '@nestjs/common';
import { destination, pino, type Logger } from 'pino';

import { ParcoursConfig } from '../parcours-config.js';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Nest tells of each module and each route at every start: of interest to those who look for a fault in the wiring. */
const WIRING = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Nest's logger on pino: one JSON line an entry, on standard output. */
@Injectable()
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(config: ParcoursConfig) {
    this.pino = pino({ level: config.logLevel, base: null }, destination({ fd: 1, sync: false }));
  }

  log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    this.write(typeof context === 'string' && WIRING.has(context) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  flush(): void {
    this.pino.flush();
  }

  /** Nest passes the context last; everything between is extra text, such as a stack. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const fields: Record<string, unknown> = typeof context === 'string' ? { context } : {};
    const extra = rest.slice(0, typeof context === 'string' ? -1 : undefined);
    if (extra.length > 0) fields['extra'] = extra;
    if (message instanceof Error) fields['stack'] = message.stack;
    if (typeof message === 'object' && message !== null && !(message instanceof Error)) {
      this.pino[level]({ ...fields, ...message });
      return;
    }
    this.pino[level](fields, message instanceof Error ? message.message : String(message));
  }
}
