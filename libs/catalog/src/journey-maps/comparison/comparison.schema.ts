import type { JsonSchema } from '@parcours/http';

const key = (description: string, example: string): JsonSchema => ({
  type: 'string',
  description,
  examples: [example],
});
const PLACE = {
  phase: key('The key of the phase.', 'retention'),
  touchpoint: key('The key of the touchpoint.', 'support-call'),
};
const TEXT = {
  type: ['string', 'object'],
  description: 'A text, or one per locale.',
  examples: ['No answer for two days'],
};
const SEVERITY = {
  type: 'integer',
  description: 'Severity, 1 to 5. Absent where there is no such friction.',
  examples: [5],
};
const EMOTION = {
  type: 'integer',
  description: 'From −2 to +2. Absent where none is given.',
  examples: [-1],
};

const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  { description, required = Object.keys(properties) }: { description?: string; required?: string[] } = {},
): JsonSchema => ({
  type: 'object',
  ...(description !== undefined && { description }),
  required,
  properties,
});
const listOf = (items: JsonSchema, description: string): JsonSchema => ({
  type: 'array',
  items,
  description,
});
const WHERE = Object.keys(PLACE);

const FRICTION = object(
  {
    ...PLACE,
    friction: key('The key of the friction.', 'slow-answer'),
    text: TEXT,
    from: SEVERITY,
    to: SEVERITY,
  },
  { required: [...WHERE, 'friction', 'text'] },
);
const frictions = (description: string) => listOf(FRICTION, description);
const emotions = (description: string) =>
  listOf(object({ ...PLACE, from: EMOTION, to: EMOTION }, { required: WHERE }), description);
const keys = (description: string) => listOf({ type: 'string', examples: ['retention'] }, description);
const map = (description: string) =>
  object(
    {
      key: key('The key of the map.', 'support-today'),
      kind: { type: 'string', enum: ['current', 'future'], description: 'As it is, or as it is to be.' },
    },
    { description },
  );

export const COMPARISON_SCHEMA: JsonSchema = {
  title: 'Comparison of journey maps',
  ...object(
    {
      a: map('The one: how it was, or is.'),
      b: map('The other: how it is, or is to be.'),
      summary: listOf(
        {
          type: 'string',
          examples: ['Eased: No answer for two days – Support team (Retention), from 5 to 2.'],
        },
        'Each difference as a sentence.',
      ),
      phases: object(
        { added: keys('Only the other has them.'), removed: keys('Only the one has them.') },
        { description: 'Phases that one of them has.' },
      ),
      moments: object(
        {
          added: listOf(object(PLACE), 'Only the other has them.'),
          removed: listOf(object(PLACE), 'Only the one has them.'),
        },
        { description: 'Touchpoints in a phase that one of them has.' },
      ),
      friction: object(
        {
          added: frictions('Only the other has it.'),
          removed: frictions('Only the one has it.'),
          eased: frictions('Less severe in the other.'),
          worsened: frictions('More severe in the other.'),
        },
        { description: 'What stands in the way.' },
      ),
      emotions: object(
        { better: emotions('Higher in the other.'), worse: emotions('Lower in the other.') },
        { description: 'How customers feel.' },
      ),
      texts: listOf(
        object({
          ...PLACE,
          member: {
            type: 'string',
            enum: ['goals', 'actions', 'motivations', 'questions'],
            description: 'What of the moment.',
          },
          added: listOf(TEXT, 'Only the other has them.'),
          removed: listOf(TEXT, 'Only the one has them.'),
        }),
        'What else is told of a moment.',
      ),
    },
    { description: 'What the second map has added, removed and eased.' },
  ),
};
