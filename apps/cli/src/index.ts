export { ExitCode } from './exit-code.js';
export type { Io, Output } from './io.js';
export { buildProgram, EXIT_CODES, run } from './program.js';
