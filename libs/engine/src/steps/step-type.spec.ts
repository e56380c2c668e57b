import { isError } from '@parcours/kernel';
import { compileJourney } from '../definition/compile.js';
import { journeyDefinitionSchema } from '../definition/schema.js';
import { validateDefinition } from '../definition/validate.js';
import { start } from '../run/engine.js';
import { explainRecord } from '../run/explain.js';
import { aCustomer, anEvent, NOW } from '../testing/journeys.js';
import { defineStepType } from './step-type.js';
import { STEP_TYPES } from './step-types.js';

const note = defineStepType<{ readonly text: string; readonly next: string }>({
  type: 'note',
  title: 'Note',
  description: 'Writes a note.',
  required: ['text', 'next'],
  properties: { text: { type: 'string' }, next: { $ref: '#/$defs/step-key' } },
  rests: false,
  explain: { noted: { en: 'Noted: {text}.', fr: 'Noté : {text}.' } },
  ways: ({ next }) => [{ next, at: '/next' }],
  compile: ({ text, next }) => ({ enter: () => ({ move: 'go', next, code: 'noted', detail: { text } }) }),
});
const stepTypes = new Map([...STEP_TYPES, ['note', note]]);

const definition = (text: unknown) => ({
  entry: { triggers: [{ type: 'event', event: 'a' }] },
  exit: [{ event: 'b' }],
  start: 'one',
  steps: { one: { type: 'note', text, next: 'end' }, end: { type: 'exit' } },
});

describe('a type of step from outside', () => {
  it('runs beside the built-in ones and has its own words', () => {
    const passage = start({
      journey: compileJourney(definition('hello'), stepTypes),
      customer: aCustomer(),
      now: NOW,
      timezone: 'UTC',
      journeyKey: 'j',
      decideMessage: () => ({ send: false, code: 'never' }),
      trigger: { type: 'event', event: anEvent('a') },
    });

    expect(passage.state.status).toBe('ended');
    expect(passage.records.map((record) => explainRecord(record, 'fr', stepTypes))[0]).toBe('Noté : hello.');
  });

  it('is checked by its own schema', () => {
    expect(validateDefinition(definition(5), {}, stepTypes).filter(isError)).toEqual([
      expect.objectContaining({ code: 'journeys.invalid-value', pointer: '/steps/one/text' }),
    ]);
  });

  it('appears in the published schema', () => {
    expect(journeyDefinitionSchema(stepTypes)).toHaveProperty(['$defs', 'step-note', 'title'], 'Note');
  });

  it('is unknown where it was not added', () => {
    expect(validateDefinition(definition('hello'))).toContainEqual(
      expect.objectContaining({ code: 'journeys.unknown-step-type' }),
    );
  });
});
