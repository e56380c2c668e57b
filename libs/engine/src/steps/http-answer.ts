import { compilePath } from '@parcours/conditions';
import type { JsonValue } from '@parcours/kernel';

/** What another system has answered. */
export interface HttpAnswer {
  readonly status: number;
  /** JSON, or a text where it is none. */
  readonly body: JsonValue;
}

/** What `save` can name: `response.status`, `response.body`, or a path in the body. */
export const SAVE_PATTERN = '^response\\.(status|body(\\.[^.]{1,100}){0,10})$';

/** Reads what `save` names, such as `response.body.score`; `undefined` where it is not there. */
export function savedValue(save: string, { status, body }: HttpAnswer): JsonValue | undefined {
  const [, member, ...path] = save.split('.');
  if (member === 'status') return status;
  if (path.length === 0) return body;
  // It came out of JSON.
  return compilePath(path.join('.'))(body) as JsonValue | undefined;
}
