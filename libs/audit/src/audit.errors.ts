import { defineErrors, errorOf } from '@parcours/kernel';

export const AuditErrors = defineErrors('audit', {
  entryNotFound: errorOf<{ id: string }>({
    code: 'audit.entry-not-found',
    status: 404,
    title: 'Entry not found',
    detail: ({ id }) => `The audit log has no entry ${id}.`,
  }),
});
