import { compilePath } from '@parcours/conditions';
import type { JsonValue } from '@parcours/kernel';

/** What another system has answered. */
export interface HttpAnswer {
  readonly status: number;
  /** JSON, or a text where it is none; the output of an action. */
  readonly body: JsonValue;
}

const PATH = '(\\.[^.]{1,100}){0,10}';

/** What an http step can save: `response.status`, `response.body`, or a path in the body. */
export const SAVE_PATTERN = `^response\\.(status|body${PATH})$`;

/** What an action step can save: `output`, or a path in it. */
export const SAVE_OUTPUT_PATTERN = `^output${PATH}$`;

/** Reads what `save` names, such as `response.body.score` or `output.id`; `undefined` where it is not there. */
export function savedValue(save: string, { status, body }: HttpAnswer): JsonValue | undefined {
  if (save === 'response.status') return status;
  const path = save.replace(/^(response\.body|output)\.?/, '');
  // It came out of JSON.
  return path === '' ? body : (compilePath(path)(body) as JsonValue | undefined);
}
