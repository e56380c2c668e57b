export * from './config.errors.js';
export * from './config.module.js';
export * from './logging/pino-logger.service.js';
export * from './parcours-config.js';
