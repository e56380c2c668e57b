import { type ForgetResult, sendErrorOfCrm } from '@parcours/sdk';

import type { HubSpotApi } from '../hubspot-api.js';
import { HubSpotRefusal } from '../hubspot-errors.js';

/** Deletes a contact for good, with what HubSpot has gathered of them: what the law calls an erasure. */
export async function forgetPerson(
  api: HubSpotApi,
  personId: string,
  signal: AbortSignal,
): Promise<ForgetResult> {
  try {
    const path = '/crm/v3/objects/contacts/gdpr-delete';
    await api.call({ method: 'POST', path, body: { objectId: personId }, signal });
    return { status: 'forgotten' };
  } catch (cause) {
    if (cause instanceof HubSpotRefusal && cause.status === 404) return { status: 'forgotten' };
    return { status: 'failed', error: sendErrorOfCrm(cause) };
  }
}
