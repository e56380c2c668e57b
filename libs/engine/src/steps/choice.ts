import { describeDuration, type Finding, parseDuration, pointer } from '@parcours/kernel';
import { KEY_PATTERN, LOCALISED_TEXT_SCHEMA, type LocalisedText, resolveText } from '@parcours/kernel';
import { KEY, STEP_KEY } from '../definition/schema-parts.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { named, say } from '../diagram/picture.js';
import type { EventView } from '../run/state.js';
import { carry, isAnswerTo } from './answer-signal.js';
import type { Sending } from './sending.js';
import { addressee, SENDING_PROPERTIES, sendingInWords, sendingReferences, skipMessage } from './sending.js';
import type { StepVisit } from './step-type.js';
import { defineStepType, waysOf } from './step-type.js';
import { TIMEOUT, type Timeout } from './timeout.js';

/** One of the things that a customer can choose. */
export interface ChoiceOption {
  readonly key: string;
  readonly label: LocalisedText;
  /** What customers reply to choose it. */
  readonly keyword?: string;
  readonly next: string;
}

/** Asks the customer what comes next: each option is a link, or a word to reply. */
export interface ChoiceStep extends Sending {
  readonly type: 'choice';
  readonly template: string;
  readonly options: readonly ChoiceOption[];
  readonly timeout: Timeout;
  readonly on?: { readonly skipped?: string };
}

/** Raised by the page that an option's link leads to: `{ journey, step, option, enrollment }`. */
export const CHOICE_EVENT = 'choice.made';
/** Raised for a message of a customer, with `keyword` or `text`. */
const REPLY_EVENT = 'message.replied';

export const choiceStep = defineStepType<ChoiceStep>({
  type: 'choice',
  title: 'Choice',
  description:
    'Sends a message in which the customer chooses what comes next, by a link for each option or by a word that they reply.',
  required: ['template', 'options', 'timeout'],
  properties: {
    template: { ...KEY, description: 'The message template. It reads choices, and choice.<key>.url.' },
    ...SENDING_PROPERTIES,
    options: {
      type: 'array',
      description: 'What can be chosen.',
      minItems: 2,
      maxItems: 20,
      items: {
        type: 'object',
        required: ['key', 'label', 'next'],
        additionalProperties: false,
        properties: {
          key: { type: 'string', pattern: KEY_PATTERN, description: 'Its name, in conditions and records.' },
          label: {
            oneOf: [...LOCALISED_TEXT_SCHEMA.oneOf],
            description: 'What the customer reads.',
            examples: ['Call me'],
          },
          keyword: {
            type: 'string',
            pattern: '^\\S(.*\\S)?$',
            maxLength: 40,
            description: 'What the customer replies to choose it; capitals make no difference.',
            examples: ['1'],
          },
          next: STEP_KEY,
        },
      },
    },
    timeout: TIMEOUT,
    on: {
      type: 'object',
      description: 'Another way out where the message is not sent; else that of the timeout.',
      additionalProperties: false,
      required: ['skipped'],
      properties: { skipped: STEP_KEY },
    },
  },
  examples: [
    {
      type: 'choice',
      template: 'what-next',
      options: [
        { key: 'call', label: { en: 'Call me', fr: 'Rappelez-moi' }, keyword: '1', next: 'agent' },
        { key: 'read', label: 'Guide', keyword: '2', next: 'tips' },
      ],
      timeout: { after: '5d', next: 'nudge' },
    },
  ],
  rests: true,
  explain: {
    chosen: {
      en: 'The customer chose {option}, so it went on to {next}.',
      fr: 'Le client a choisi {option} : passage à {next}.',
    },
    timeout: {
      en: 'Nothing was chosen in time, so it went on to {next}.',
      fr: 'Rien n’a été choisi à temps : passage à {next}.',
    },
    skipped: {
      en: 'The customer could not be asked ({reason}), and it went on to {next}.',
      fr: 'La question n’a pas pu être envoyée ({reason}) : passage à {next}.',
    },
  },
  ways: ({ options, timeout, on = {} }) => [
    ...options.map(({ next }, index) => ({ next, at: pointer('options', index, 'next') })),
    ...waysOf({ '/timeout/next': timeout.next, '/on/skipped': on.skipped }),
  ],
  references: (step) => [
    { kind: 'template', key: step.template, at: '/template' },
    ...sendingReferences(step),
  ],
  check: ({ options }, at) => [
    ...repeated(options.map(({ key }) => key)).map((index) =>
      repeatedOption(options, index, { at, member: 'key' }),
    ),
    ...repeated(options.map(({ keyword }) => keyword && wordOf(keyword))).map((index) =>
      repeatedOption(options, index, { at, member: 'keyword' }),
    ),
  ],
  compile: (step) => {
    const { template, options, timeout, on = {} } = step;
    const request = addressee(step);
    const timeoutMs = parseDuration(timeout.after) ?? 0;
    const hasKeywords = options.some(({ keyword }) => keyword !== undefined);
    const events = [CHOICE_EVENT, ...(hasKeywords ? [REPLY_EVENT] : [])];
    const asked = options.map(({ key, label, keyword }) => ({
      key,
      label,
      ...(keyword !== undefined && { keyword }),
    }));
    return {
      question: { type: 'choice', options: asked },
      awaits: events,
      enter: (visit) => {
        const message = request(visit, template);
        const decision = visit.decideMessage(message);
        if (!decision.send) return skipMessage(decision, on.skipped ?? timeout.next, visit);
        visit.emit({ type: 'message', request: message, decision, given: { choices: asked } });
        return {
          move: 'wait',
          dueAt: visit.now + timeoutMs,
          waiting: { for: 'events', since: visit.now, events },
        };
      },
      signal: (visit, signal) => {
        if (signal.type === 'due') {
          return { move: 'go', next: timeout.next, code: 'timeout', detail: { next: timeout.next } };
        }
        const chosen = signal.type === 'event' ? chosenBy(signal.event, visit, options) : undefined;
        if (!chosen || signal.type !== 'event') return undefined;
        const { key: option, next } = chosen;
        carry(visit, 'choices', option);
        return { move: 'go', next, code: 'chosen', detail: { option, next, event: signal.event.name } };
      },
    };
  },
  picture: drawChoice,
});

function chosenBy(
  event: EventView,
  visit: StepVisit,
  options: readonly ChoiceOption[],
): ChoiceOption | undefined {
  if (!isAnswerTo(visit, event)) return undefined;
  const { option, keyword, text } = event.properties;
  if (event.name === CHOICE_EVENT) {
    const isNamed = event.properties['step'] !== undefined;
    return isNamed ? options.find(({ key }) => key === option) : undefined;
  }
  const said = [keyword, text].flatMap((words) => (typeof words === 'string' ? [wordOf(words)] : []));
  return options.find((each) => each.keyword !== undefined && said.includes(wordOf(each.keyword)));
}

/** A reply as it is compared: without capitals and without space around it. */
function wordOf(reply: string): string {
  return reply.trim().toLowerCase();
}

/** The places of values that stand earlier in the list too. */
function repeated(values: readonly (string | undefined)[]): number[] {
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index ? [index] : [],
  );
}

function repeatedOption(
  options: readonly ChoiceOption[],
  index: number,
  { at, member }: { at: string; member: 'key' | 'keyword' },
): Finding {
  return {
    code: 'journeys.repeated-key',
    severity: 'error',
    pointer: at + pointer('options', index, member),
    message: `There is an option with the ${member} '${options[index]?.[member] ?? ''}' already.`,
    suggestion: `Give each option a ${member} of its own.`,
  };
}

function drawChoice(step: ChoiceStep, context: PictureContext): StepPicture {
  const { template, options, timeout, on = {} } = step;
  const length = describeDuration(timeout.after, context.language);
  return {
    icon: 'choice',
    kind: say(context, 'Choice', 'Choix'),
    title: named(context, 'template', template),
    details: [...sendingInWords(step, context), say(context, `for ${length} at most`, `${length} au plus`)],
    ways: [
      ...options.map(({ label, keyword, next }) => {
        const words = resolveText(label, context.language);
        return { next, label: keyword === undefined ? words : `${words} (${keyword})` };
      }),
      { next: timeout.next, label: say(context, `after ${length}`, `après ${length}`) },
      ...(on.skipped === undefined
        ? []
        : [{ next: on.skipped, label: say(context, 'not sent', 'non envoyé') }]),
    ],
  };
}
