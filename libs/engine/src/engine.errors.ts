import { defineErrors, errorOf } from '@parcours/kernel';

export const EngineErrors = defineErrors('engine', {
  definitionInvalid: errorOf<Record<string, never>>({
    code: 'engine.definition-invalid',
    status: 422,
    title: 'Invalid journey definition',
    detail: () => 'The journey definition has errors and cannot be run.',
  }),
  diagramTooLarge: errorOf<Record<string, never>>({
    code: 'engine.diagram-too-large',
    status: 422,
    title: 'Journey too large to draw',
    detail: () => 'The journey has too many steps, or too many ways between them, to be drawn.',
  }),
  stepMissing: errorOf<{ step: string }>({
    code: 'engine.step-missing',
    status: 409,
    title: 'Step missing',
    detail: ({ step }) => `The enrollment stands at step '${step}', which its journey version does not have.`,
  }),
});
