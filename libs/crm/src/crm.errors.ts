import { defineErrors, errorOf } from '@parcours/kernel';

export const CrmErrors = defineErrors('crm', {
  notPublished: errorOf<{ key: string }>({
    code: 'crm.sync-not-published',
    status: 409,
    title: 'Sync not published',
    detail: ({ key }) => `The sync '${key}' is not published: nothing is kept in step by it.`,
  }),
  unavailable: errorOf<{ connector: string; reason: string }>({
    code: 'crm.unavailable',
    status: 502,
    title: 'The CRM did not answer',
    detail: ({ connector, reason }) => `The CRM behind '${connector}' did not answer: ${reason}`,
    retryable: true,
  }),
});
