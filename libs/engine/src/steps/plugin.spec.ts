import { journeyDefinitionSchema } from '../definition/schema.js';
import { validateDefinition } from '../definition/validate.js';
import { explainRecord } from '../run/explain.js';
import { aDefinition, DAY, Traveller } from '../testing/journeys.js';
import type { PluginStep } from './plugin.js';
import { STEP_TYPES, stepTypesWith } from './step-types.js';

const credit: PluginStep = {
  type: 'crm.credit',
  config: { amount: '{{event.amount}}', name: 'Mx {{customer.name}}', none: '{{event.none}}' },
  save: 'output.limit',
  as: 'limit',
  ways: { refused: 'sorry' },
  on: { failed: 'later' },
  next: 'end',
};

const STEPS = {
  credit,
  sorry: { type: 'exit', reason: 'sorry' },
  later: { type: 'exit', reason: 'later' },
  end: { type: 'exit', reason: 'done' },
} as const;

const OFFERED = stepTypesWith([
  {
    type: 'crm.credit',
    title: { en: 'Credit check', fr: 'Contrôle de solvabilité' },
    description: 'Asks.',
    config: { type: 'object', required: ['amount'], properties: { amount: { type: 'number' } } },
    ways: ['granted', 'refused'],
    explain: { refused: { en: 'No credit: {next}.', fr: 'Pas de crédit : {next}.' } },
  },
]);

const travel = (entry?: object) =>
  new Traveller(
    {
      steps: STEPS,
      ...(entry && { entry: { triggers: [{ type: 'event', event: 'account.created' }], ...entry } }),
    },
    { customer: { traits: { name: 'Ada' } } },
  );

const answered = (way: string | undefined, value?: string) =>
  ({
    type: 'call',
    step: 'credit',
    visit: 1,
    end: { succeeded: true, ...(way !== undefined && { way }), ...(value !== undefined && { value }) },
  }) as const;

describe('a step of a plugin (C6)', () => {
  it('asks for a run with every value read, the customer and the context, loaded or not', () => {
    expect(travel().passage.effects).toMatchObject([
      {
        type: 'call',
        call: {
          kind: 'step',
          type: 'crm.credit',
          config: { name: 'Mx Ada' },
          traits: { name: 'Ada' },
          event: { name: 'account.created' },
          save: 'output.limit',
        },
      },
    ]);
  });

  it.each([
    ['refused', 'sorry'],
    ['granted', 'done'],
    ['toString', 'done'],
    [undefined, 'done'],
  ])('answered %s leads to %s', (way, reason) => {
    const traveller = travel();
    expect(traveller.signal(answered(way, 'l-1'))).toBe(true);
    expect(traveller.state).toMatchObject({ endReason: reason, context: { limit: 'l-1' } });
  });

  it('rests until it is answered, and takes the way of failures', () => {
    const traveller = travel();
    expect(traveller.due(traveller.now + 400 * DAY)).toBe(false);
    traveller.signal({
      type: 'call',
      step: 'credit',
      visit: 1,
      end: { succeeded: false, code: 'crm.refused' },
    });
    expect(traveller.state.endReason).toBe('later');
  });

  it('runs for nobody in the control group', () => {
    const heldOut = new Traveller(
      {
        entry: { triggers: [{ type: 'event', event: 'account.created' }], holdout: 0.9 },
        steps: STEPS,
      },
      { customer: { id: 'c1' } },
    );
    expect(heldOut.passage.effects).toEqual([]);
    expect(heldOut.codes).toEqual(['credit held-out', 'end ended']);
  });

  it('says what is wrong with it at its pointer', () => {
    const findings = validateDefinition(
      aDefinition({
        steps: { ...STEPS, credit: { ...credit, config: { a: '{{nowhere.b}}' }, next: 'gone' } },
      }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'journeys.unknown-variable', pointer: '/steps/credit/config/a' }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'journeys.unknown-step', pointer: '/steps/credit/next' }),
    );
  });

  it('has the words of its plugin while that is loaded, and plain ones otherwise', () => {
    const traveller = travel();
    traveller.signal(answered('refused'));
    const [record] = traveller.passage.records;
    expect(explainRecord(record!, 'fr', OFFERED)).toBe('Pas de crédit : sorry.');
    expect(explainRecord(record!, 'fr')).toBe('L’extension a répondu refused : passage à sorry.');
  });

  it('is listed in the schema with its configuration and ways, and no other name is taken for one', () => {
    const schema = journeyDefinitionSchema(OFFERED);
    expect(schema).toHaveProperty([
      '$defs',
      'step-crm.credit',
      'properties',
      'ways',
      'properties',
      'granted',
    ]);
    expect(schema).toHaveProperty(['$defs', 'step-crm.credit', 'required'], ['type', 'next', 'config']);
    expect(
      ['crm', 'Crm.credit', 'crm.credit.more', `crm.${'x'.repeat(40)}`].map((type) => STEP_TYPES.get(type)),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });
});
