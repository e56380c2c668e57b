import { type CallContext, type ForgetResult, sendErrorOfCrm } from '@parcours/sdk';

import { keepResultOf } from './keep-results.js';
import type { SalesforceApi } from './salesforce-api.js';

/** Deletes a person into the recycle bin, which Salesforce empties by itself. */
export async function forgetPerson(
  api: SalesforceApi,
  personId: string,
  call: CallContext,
): Promise<ForgetResult> {
  const path = `/composite/sobjects?ids=${encodeURIComponent(personId)}&allOrNone=false`;
  try {
    const { body } = await api.call({ method: 'DELETE', path }, call);
    // The id is named, and nothing else: what cannot be found is the person, and not their kind of record.
    const result = keepResultOf(Array.isArray(body) ? body[0] : undefined, { kind: 'update', key: '' });
    return result.status === 'failed' ? result : { status: 'forgotten' };
  } catch (cause) {
    return { status: 'failed', error: sendErrorOfCrm(cause) };
  }
}
