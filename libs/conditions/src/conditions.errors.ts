import { defineErrors, errorOf } from '@parcours/kernel';

export const ConditionErrors = defineErrors('conditions', {
  invalid: errorOf<Record<string, never>>({
    code: 'conditions.invalid',
    status: 422,
    title: 'Invalid condition',
    detail: () => 'The condition cannot be compiled.',
  }),
});
