import { validateProfileCondition } from '@parcours/conditions';
import { type CheckContext, defineContentType, type Reference } from '@parcours/content';
import { type Finding, type JsonObject, KEY_PATTERN, type LocalisedText, pointer } from '@parcours/kernel';

import { CUSTOMER_ID_SCHEMA } from '../api/customer.schema.js';
import { circleThrough } from './nesting.rules.js';

export interface SegmentDocument {
  readonly description?: LocalisedText;
  readonly kind: 'dynamic' | 'static';
  readonly condition?: JsonObject;
  readonly customers?: readonly string[];
  readonly within?: readonly string[];
  readonly except?: readonly string[];
}

/** Codes of findings of segments. */
export const SEGMENT_FINDINGS = {
  'audience.circular-segment': 'A segment is made of itself, by way of others.',
  'audience.segment-kind': 'A member does not fit the kind of the segment, or is missing for it.',
} as const;

const SEGMENT_KEYS = {
  type: 'array',
  maxItems: 20,
  uniqueItems: true,
  items: { type: 'string', pattern: KEY_PATTERN },
};

/** A group of customers: those who fit a condition, or those on a list. */
export const SEGMENT_TYPE = defineContentType<SegmentDocument>({
  name: 'segments',
  singular: 'segment',
  title: 'Segments',
  description: 'Groups of customers: those who fit a condition, or those on a list.',
  schema: {
    type: 'object',
    required: ['kind'],
    properties: {
      description: { type: 'string', maxLength: 2_000 },
      kind: {
        type: 'string',
        enum: ['dynamic', 'static'],
        description: 'dynamic: whoever fits the condition at the time. static: the customers on the list.',
      },
      condition: {
        type: 'object',
        description:
          'For dynamic ones; traits alone can be tested. A condition; its JSON Schema is at /api/v1/schemas/condition.',
        examples: [{ trait: 'plan', is: 'pro' }],
      },
      customers: {
        type: 'array',
        minItems: 1,
        maxItems: 10_000,
        uniqueItems: true,
        items: CUSTOMER_ID_SCHEMA,
        description: 'For static ones: the ids of the customers.',
      },
      within: { ...SEGMENT_KEYS, description: 'Only those who are in every one of these segments too.' },
      except: { ...SEGMENT_KEYS, description: 'Without those who are in any of these segments.' },
    },
    examples: [
      {
        key: 'pro-in-france',
        name: { en: 'Pro customers in France', fr: 'Clients pro en France' },
        kind: 'dynamic',
        condition: {
          all: [
            { trait: 'plan', is: 'pro' },
            { trait: 'country', is: 'FR' },
          ],
        },
        except: ['staff'],
      },
    ],
  },
  references: nestedSegments,
  check: (document, context) => [...kindFindings(document), ...circleFindings(document, context)],
});

function nestedSegments({ within = [], except = [] }: Partial<SegmentDocument>): Reference[] {
  const named = (member: string) => (key: string, at: number) => ({
    type: 'segments',
    key,
    pointer: pointer(member, at),
  });
  return [...within.map(named('within')), ...except.map(named('except'))];
}

function kindFindings({ kind, condition, customers }: SegmentDocument): Finding[] {
  const [own, value, foreign, stray] =
    kind === 'dynamic'
      ? (['condition', condition, 'customers', customers] as const)
      : (['customers', customers, 'condition', condition] as const);
  const findings = kind === 'dynamic' && condition ? validateProfileCondition(condition, '/condition') : [];
  if (value === undefined) {
    findings.push(misfit(pointer(own), `A ${kind} segment needs '${own}'.`));
  }
  if (stray !== undefined) {
    findings.push(misfit(pointer(foreign), `A ${kind} segment has no '${foreign}'.`));
  }
  return findings;
}

function misfit(at: string, message: string): Finding {
  return { code: 'audience.segment-kind', severity: 'error', pointer: at, message };
}

/** Segments nest through what is published; the one that is checked counts as it stands in the draft. */
function circleFindings(document: SegmentDocument, { key, published }: CheckContext): Finding[] {
  const inner = (segment: string): readonly string[] => {
    const found = published.byKey<SegmentDocument>(SEGMENT_TYPE, segment)?.document;
    return found ? nestedSegments(found).map((reference) => reference.key) : [];
  };
  return nestedSegments(document).flatMap((reference) => {
    const circle = circleThrough(key, reference.key, inner);
    if (!circle) return [];
    const message = `The segment would be made of itself: ${circle.join(' → ')}.`;
    return [{ code: 'audience.circular-segment', severity: 'error', pointer: reference.pointer, message }];
  });
}
