import { Logger } from '@nestjs/common';
import type { PluginLogger } from '@parcours/sdk';
import type { SecretScrubber } from './secret-scrubber.js';

type Details = Readonly<Record<string, unknown>>;

/** The logger that a plugin gets: named after the connector, and blind for its secrets. */
export function scrubbingLogger(name: string, scrubber: SecretScrubber): PluginLogger {
  const logger = new Logger(name);
  // Nest's logger takes texts and objects; an object's `message` becomes the line's text.
  const said = (message: string, details?: Details): unknown => {
    const text = scrubber.text(message);
    return details ? { message: text, ...scrubber.details(details) } : text;
  };
  return {
    debug: (message, details) => {
      logger.debug(said(message, details));
    },
    info: (message, details) => {
      logger.log(said(message, details));
    },
    warn: (message, details) => {
      logger.warn(said(message, details));
    },
    error: (message, details) => {
      logger.error(said(message, details));
    },
  };
}
