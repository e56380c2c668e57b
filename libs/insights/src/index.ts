export * from './insights.errors.js';
export * from './insights.module.js';
