import { defineErrors, errorOf } from '@parcours/kernel';

export const AudienceErrors = defineErrors('audience', {
  customerNotFound: errorOf<Record<string, never>>({
    code: 'audience.customer-not-found',
    status: 404,
    title: 'Customer not found',
    detail: () => 'There is no customer with this id. Send an event for them, or PUT them.',
  }),
});
