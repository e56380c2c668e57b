import { validateMomentCondition } from '@parcours/conditions';
import { defineContentType } from '@parcours/content';
import type { JsonSchema } from '@parcours/http';
import { DURATION_PATTERN, type Finding, isJsonObject, type JsonObject, pointer } from '@parcours/kernel';

import { type InPhase, PHASE_MEMBERS, phaseFindings, phaseSetReferences } from '../phase-sets/phase.rules.js';
import { failure } from '../schema/findings.js';
import { unknownLocales } from '../schema/locale.rules.js';
import { condition, CURRENCY, keyOf, localised, members, oneOf, text } from '../schema/parts.js';
import { currencyFindings } from '../schema/value.rules.js';

export interface KpiDocument extends InPhase {
  readonly unit: 'percent' | 'count' | 'currency' | 'duration' | 'score';
  readonly currency?: string;
  readonly formula: JsonObject;
  readonly touchpoint?: string;
}

const SELECTION = members(
  {
    event: text({ description: 'The name of the event.', examples: ['checkout.started'] }),
    where: condition('Only events that fit.', [{ property: 'amount', gte: 100 }]),
  },
  { required: ['event'] },
);

const MEASURED = members(
  {
    event: text({ description: 'The name of the event.', examples: ['order.placed'] }),
    property: text({ description: 'The number in it: a dotted path.', examples: ['amount'] }),
    where: condition('Only events that fit.', [{ property: 'currency', is: 'EUR' }]),
  },
  { required: ['event', 'property'] },
);

const one = (title: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  title,
  ...members(properties, { required: Object.keys(properties) }),
});

const QUANTITY: JsonSchema = {
  oneOf: [
    one('count', { count: { ...SELECTION, description: 'How many events.' } }),
    one('customers', { customers: { ...SELECTION, description: 'How many customers had one.' } }),
    one('sum', { sum: { ...MEASURED, description: 'Their property, added up.' } }),
    one('average', { average: { ...MEASURED, description: 'Their property, on average.' } }),
  ],
};

const FORMULA: JsonSchema = {
  description:
    'How it is calculated from events: a quantity, the ratio of two, or the time from one event to another.',
  oneOf: [
    ...(QUANTITY['oneOf'] as readonly JsonSchema[]),
    one('ratio', {
      ratio: members(
        {
          of: { ...QUANTITY, description: 'What is counted.' },
          to: { ...QUANTITY, description: 'What it is divided by.' },
        },
        { required: ['of', 'to'], description: 'One quantity, divided by another.' },
      ),
    }),
    one('duration', {
      duration: members(
        {
          from: { ...SELECTION, description: 'The event that it begins with.' },
          to: { ...SELECTION, description: 'The event that it ends with.' },
          statistic: oneOf(['median', 'average', 'p90'], { description: 'The median when left out.' }),
        },
        {
          required: ['from', 'to'],
          description: 'From a customer’s event to their next event of the other kind.',
        },
      ),
    }),
  ],
};

const SCHEMA = {
  type: 'object',
  required: ['unit', 'better', 'formula'],
  properties: {
    description: localised({
      description: 'What it tells, and what it does not.',
      examples: ['How many give up at the till'],
    }),
    unit: oneOf(['percent', 'count', 'currency', 'duration', 'score'], {
      description: 'What it is told in.',
    }),
    currency: CURRENCY,
    better: oneOf(['higher', 'lower'], { description: 'Which way is good.' }),
    formula: FORMULA,
    within: {
      type: 'string',
      pattern: DURATION_PATTERN,
      description: 'Of a ratio or a duration: how long after the first event the second one counts.',
      examples: ['7d'],
    },
    target: {
      type: 'number',
      description: 'What is aimed at, in the unit; a duration in seconds.',
      examples: [3.5],
    },
    touchpoint: keyOf('touchpoint', {
      description: 'The touchpoint that it measures.',
      examples: ['checkout'],
    }),
    ...PHASE_MEMBERS,
  },
  examples: [
    {
      key: 'checkout-abandonment',
      name: { en: 'Checkout abandonment', fr: 'Abandon du paiement' },
      unit: 'percent',
      better: 'lower',
      formula: {
        ratio: {
          of: { customers: { event: 'checkout.abandoned' } },
          to: { customers: { event: 'checkout.started' } },
        },
      },
      within: '1d',
      target: 60,
    },
  ],
};

/** A figure that tells how well customers fare, by a formula over events. */
export const KPI_TYPE = defineContentType<KpiDocument>({
  name: 'kpis',
  singular: 'KPI',
  title: 'KPIs',
  description: 'Figures that tell how well customers fare, each by a formula over events.',
  schema: SCHEMA,
  references: (document) => [
    ...phaseSetReferences(document),
    ...(document.touchpoint === undefined
      ? []
      : [{ type: 'touchpoints', key: document.touchpoint, pointer: '/touchpoint' }]),
  ],
  check: (document, context) => [
    ...unknownLocales(SCHEMA, document),
    ...phaseFindings(document, context),
    ...unitFindings(document),
    ...conditionFindings(document.formula, '/formula'),
  ],
});

function unitFindings({ unit, currency, formula }: KpiDocument): Finding[] {
  const findings = currencyFindings(currency, '/currency');
  if (unit === 'currency' && currency === undefined) {
    const message = 'An amount of money needs its currency.';
    findings.push(failure('catalog.incomplete', { pointer: '/currency', message }));
  }
  if (unit !== 'currency' && currency !== undefined) {
    const message = `A figure in ${unit} has no currency.`;
    findings.push(failure('catalog.misplaced-member', { pointer: '/currency', message }));
  }
  const isTime = formula['duration'] !== undefined;
  if (isTime !== (unit === 'duration')) {
    const message = isTime ? 'The formula gives a duration.' : 'The formula gives no duration.';
    const suggestion = isTime ? 'duration' : 'percent';
    findings.push(failure('catalog.misplaced-member', { pointer: '/unit', message, suggestion }));
  }
  return findings;
}

/** The schema has seen to it that `where` is found at no other places than those of conditions. */
function conditionFindings(part: JsonObject, at: string): Finding[] {
  return Object.entries(part).flatMap(([member, inner]) => {
    const place = at + pointer(member);
    if (member === 'where') return validateMomentCondition(inner, place);
    return isJsonObject(inner) ? conditionFindings(inner, place) : [];
  });
}
