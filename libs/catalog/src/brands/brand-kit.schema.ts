import type { JsonSchema } from '@parcours/http';
import type { LocalisedText } from '@parcours/kernel';

import { list, localised, members, oneOf, text } from '../schema/parts.js';

/** From whom messages come, by channel. */
export interface BrandSenders {
  readonly email?: EmailSender;
  readonly sms?: { readonly id: string };
  readonly push?: { readonly app: string };
  readonly 'web-push'?: { readonly app: string };
  readonly chat?: { readonly name: LocalisedText };
  readonly webhook?: { readonly name: LocalisedText };
  readonly letter?: { readonly name: LocalisedText; readonly address: LocalisedText };
}

export interface EmailSender {
  readonly name: LocalisedText;
  readonly address: string;
  readonly replyTo?: string;
}

/** A layout or a partial, in the forms that its channel takes. */
export interface BrandPiece {
  readonly html?: LocalisedText;
  readonly mjml?: LocalisedText;
  readonly text?: LocalisedText;
}

/** By channel and name. */
export type BrandPieces = Readonly<Record<string, Readonly<Record<string, BrandPiece>>>>;

/** What a template of the brand must not say. */
export interface BannedWord {
  readonly word: LocalisedText;
  readonly instead?: LocalisedText;
  readonly severity?: 'warning' | 'error';
}

const ADDRESS: JsonSchema = { type: 'string', format: 'email', maxLength: 254 };
const APP = text({ description: 'Which of your apps.', examples: ['shop'], maxLength: 100 });
const NAME = (description: string) => localised({ description, examples: ['Belvédère'], maxLength: 100 });

export const EMAIL_SENDER_SCHEMA: JsonSchema = members(
  {
    name: localised({ description: 'In the inbox.', examples: ['Belvédère'], maxLength: 100 }),
    address: { ...ADDRESS, examples: ['hello@example.com'], description: 'Where messages come from.' },
    replyTo: {
      ...ADDRESS,
      description: 'Where answers go; the same address when left out.',
      examples: ['support@example.com'],
    },
  },
  {
    required: ['name', 'address'],
    description: 'From whom messages come.',
    examples: [{ name: 'Belvédère', address: 'hello@belvedere.example' }],
  },
);

export const SENDERS_SCHEMA: JsonSchema = members(
  {
    email: { ...EMAIL_SENDER_SCHEMA, description: 'Of emails; it goes before sender.' },
    sms: members(
      {
        id: {
          type: 'string',
          pattern: '^(\\+[1-9][0-9]{6,14}|[0-9]{3,8}|[A-Za-z0-9 ]{1,11})$',
          description: 'A number in E.164, a short code, or up to eleven letters.',
          examples: ['Belvedere'],
        },
      },
      { required: ['id'], description: 'Of text messages.' },
    ),
    push: members({ app: APP }, { required: ['app'], description: 'Of notifications on phones.' }),
    'web-push': members({ app: APP }, { required: ['app'], description: 'Of notifications of the browser.' }),
    chat: members(
      { name: NAME('As readers see it.') },
      { required: ['name'], description: 'In messengers.' },
    ),
    webhook: members(
      { name: NAME('For the system that is called.') },
      { required: ['name'], description: 'Of calls of other systems.' },
    ),
    letter: members(
      {
        name: NAME('On the envelope.'),
        address: localised({
          description: 'The lines below the name.',
          examples: ['12 rue des Lilas\n75011 Paris'],
          maxLength: 500,
        }),
      },
      { required: ['name', 'address'], description: 'Of letters.' },
    ),
  },
  {
    description: 'From whom messages come, by channel; a connector has a sender of its own for the others.',
    examples: [{ sms: { id: 'Belvedere' } }],
  },
);

const LONGEST_SOURCE = 100_000;

const source = (description: string, example: string) =>
  localised({ description, examples: [example], maxLength: LONGEST_SOURCE });

/** Channels whose templates can be made of pieces, and in which forms. */
const CHANNEL_FORMS = {
  email: ['html', 'mjml', 'text'],
  sms: ['text'],
  push: ['text'],
  'web-push': ['text'],
  chat: ['text'],
  webhook: ['text'],
  letter: ['html'],
} as const;

function pieces(
  description: string,
  forms: Readonly<Record<'html' | 'mjml' | 'text', JsonSchema>>,
): JsonSchema {
  const byChannel = Object.entries(CHANNEL_FORMS).map(([channel, names]): [string, JsonSchema] => [
    channel,
    {
      type: 'object',
      description: `Of ${channel}, by name.`,
      examples: [
        { plain: Object.fromEntries(names.slice(0, 1).map((name) => [name, firstExample(forms[name])])) },
      ],
      maxProperties: 50,
      propertyNames: { pattern: '^[a-z][a-z0-9-]{0,62}$' },
      additionalProperties: {
        ...members(Object.fromEntries(names.map((name) => [name, forms[name]]))),
        minProperties: 1,
      },
    },
  ]);
  const sample = { sms: { plain: { text: firstExample(forms.text) } } };
  return members(Object.fromEntries(byChannel), { description, examples: [sample] });
}

function firstExample({ examples }: JsonSchema): unknown {
  const [first] = Array.isArray(examples) ? (examples as unknown[]) : [];
  return first;
}

export const LAYOUTS_SCHEMA = pieces(
  'What templates can be put into, by channel and name: a template names one. Handlebars; {{> content}} is the template.',
  {
    html: source(
      'HTML around the template.',
      '<html><body>{{> content}}<p>{{brand.footer}}</p></body></html>',
    ),
    mjml: source(
      'MJML around templates that are written in MJML.',
      '<mjml><mj-body>{{> content}}</mj-body></mjml>',
    ),
    text: source(
      'Plain text around it; derived from the HTML when left out.',
      '{{> content}}\n-- \n{{brand.footer}}',
    ),
  },
);

export const PARTIALS_SCHEMA = pieces(
  'Pieces that templates and layouts can hold, by channel and name: {{> name}}, or {{> name label="…"}} with what it is to read. Handlebars.',
  {
    html: source('As HTML.', '<a href="{{url}}">{{label}}</a>'),
    mjml: source('As MJML, inside of MJML.', '<mj-divider border-width="1px" />'),
    text: source('As plain text; derived from the HTML when left out.', '{{label}}: {{url}}'),
  },
);

export const BANNED_SCHEMA = list(
  members(
    {
      word: localised({
        description:
          'A word or several, as they stand in a sentence; capitals and small letters are the same.',
        examples: [{ en: 'cheap', fr: 'pas cher' }],
        maxLength: 100,
      }),
      instead: localised({ description: 'What to say.', examples: ['good value'], maxLength: 200 }),
      severity: oneOf(['warning', 'error'], {
        description: 'error: a template that says it is not published.',
      }),
    },
    { required: ['word'] },
  ),
  { description: 'What templates of the brand must not say, by language.', maxItems: 500 },
);
