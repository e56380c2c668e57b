import { defineErrors, errorOf } from '@parcours/kernel';

export const EngineErrors = defineErrors('engine', {
  definitionInvalid: errorOf<Record<string, never>>({
    code: 'engine.definition-invalid',
    status: 422,
    title: 'Invalid journey definition',
    detail: () => 'The journey definition has errors and cannot be run.',
  }),
  stepMissing: errorOf<{ step: string }>({
    code: 'engine.step-missing',
    status: 409,
    title: 'Step missing',
    detail: ({ step }) => `The enrollment stands at step '${step}', which its journey version does not have.`,
  }),
});
