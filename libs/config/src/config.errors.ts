import { defineErrors, errorOf } from '@parcours/kernel';

export const ConfigErrors = defineErrors('config', {
  invalid: errorOf<{ complaints: readonly string[] }>({
    code: 'config.invalid',
    status: 500,
    title: 'Invalid configuration',
    detail: ({ complaints }) => `Cannot start: ${complaints.join('; ')}.`,
  }),
});
