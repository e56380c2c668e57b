import { Logger } from '@nestjs/common';
import { describeError } from '@parcours/kernel';

import type { PluginHost } from '../plugin-host.service.js';
import { faultOwner, type FoundPlugin } from './fault-owner.rules.js';

/**
 * Keeps a process going when a plugin leaves an error behind that nobody waits for: a promise that is rejected later, a
 * timer that throws, a connection that breaks after its call. An exception of the product's own code ends the process,
 * as without it. What plugins print is cleaned of the secrets of open connectors.
 */
export function guardProcess(host: PluginHost): void {
  const logger = new Logger(guardProcess.name);
  const tell = (what: string, cause: unknown): void => {
    const owner = faultOwner(cause, found(host));
    const whose = typeof owner === 'object' ? `the plugin '${owner.plugin}'` : owner;
    logger.error(host.clean(`plugins.stray-error: ${what} of ${whose}: ${describeError(cause)}`));
  };
  process.on('unhandledRejection', (cause) => {
    tell('a rejected promise', cause);
  });
  process.on('uncaughtException', (cause) => {
    if (faultOwner(cause, found(host)) === 'product') {
      console.error(cause);
      process.exit(1);
    }
    tell('an exception', cause);
  });
  for (const stream of [process.stdout, process.stderr]) cleanOutput(stream, host);
}

function found(host: PluginHost): readonly FoundPlugin[] {
  return host.plugins().flatMap(({ id, source }) => (id === undefined ? [] : [{ id, source }]));
}

function cleanOutput(stream: NodeJS.WriteStream, host: PluginHost): void {
  const write = stream.write.bind(stream);
  Object.defineProperty(stream, 'write', {
    configurable: true,
    value: (chunk: unknown, ...rest: readonly unknown[]): unknown =>
      Reflect.apply(write, stream, [typeof chunk === 'string' ? host.clean(chunk) : chunk, ...rest]),
  });
}
