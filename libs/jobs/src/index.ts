export * from './job-definition.js';
export * from './job-handlers.js';
export * from './job-runner.js';
export * from './jobs.errors.js';
export * from './jobs.module.js';
export * from './sweeps.js';
