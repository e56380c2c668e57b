export * from './email-template.js';
export { TEMPLATE_LIMITS } from './template-limits.js';
export { HELPER_NAMES } from './template-helpers.js';
export * from './template.errors.js';
export type { RenderOptions } from './render-state.js';
export type { TemplateVariable } from './template-scope.js';
export * from './text-template.js';
