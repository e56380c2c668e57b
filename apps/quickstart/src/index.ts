export { parseOptions, USAGE } from './options.js';
export type { QuickstartOptions } from './options.js';
export { QuickstartErrors } from './quickstart.errors.js';
export { runQuickstart } from './quickstart.js';
export { Screen } from './screen.js';
