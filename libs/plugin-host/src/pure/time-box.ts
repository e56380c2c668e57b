import { type Context, createContext, Script } from 'node:vm';

/** How long a pure function of a plugin may take, in milliseconds. */
export const PURE_CALL_MS = 100;

const SCRIPT = new Script('run()');
let context: Context | undefined;

/**
 * Calls a function that is interrupted when it takes too long, an endless loop too: about 50 µs more than the call
 * itself. What it answers or throws is handed on. @throws Error with the code ERR_SCRIPT_EXECUTION_TIMEOUT
 */
export function timeBoxed<T>(call: () => T, timeout = PURE_CALL_MS): T {
  const box = (context ??= createContext({ run: undefined }));
  let answer: { readonly value: T } | undefined;
  const outer: unknown = box['run'];
  box['run'] = () => {
    answer = { value: call() };
  };
  try {
    SCRIPT.runInContext(box, { timeout });
  } finally {
    box['run'] = outer;
  }
  if (!answer) throw new Error('there is no answer');
  return answer.value;
}
