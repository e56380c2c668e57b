import type { JsonSchema } from '@parcours/http';

const KEY = { type: 'string' };
const PLACE = { phase: KEY, touchpoint: KEY };
const TEXT = { type: ['string', 'object'], description: 'A text, or one per locale.' };
const SEVERITY = {
  type: 'integer',
  description: 'Severity, 1 to 5. Absent where there is no such friction.',
};
const EMOTION = { type: 'integer', description: 'From −2 to +2. Absent where none is given.' };

const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
});
const listOf = (items: JsonSchema, description?: string): JsonSchema => ({
  type: 'array',
  items,
  ...(description !== undefined && { description }),
});

const FRICTIONS = listOf(object({ ...PLACE, friction: KEY, text: TEXT, from: SEVERITY, to: SEVERITY }));
const EMOTIONS = listOf(object({ ...PLACE, from: EMOTION, to: EMOTION }));
const MAP = object({ key: KEY, kind: { type: 'string', enum: ['current', 'future'] } });

export const COMPARISON_SCHEMA: JsonSchema = {
  title: 'Comparison of journey maps',
  type: 'object',
  properties: {
    a: MAP,
    b: MAP,
    summary: listOf({
      type: 'string',
      examples: ['Eased: No answer for two days – Support team (Retention), from 5 to 2.'],
    }),
    phases: object({ added: listOf(KEY), removed: listOf(KEY) }),
    moments: object({ added: listOf(object(PLACE)), removed: listOf(object(PLACE)) }),
    friction: object({ added: FRICTIONS, removed: FRICTIONS, eased: FRICTIONS, worsened: FRICTIONS }),
    emotions: object({ better: EMOTIONS, worse: EMOTIONS }),
    texts: listOf(
      object({
        ...PLACE,
        member: { type: 'string', enum: ['goals', 'actions', 'motivations', 'questions'] },
        added: listOf(TEXT),
        removed: listOf(TEXT),
      }),
    ),
  },
};
