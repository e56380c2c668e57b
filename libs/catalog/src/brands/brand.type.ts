import { defineContentType } from '@parcours/content';
import { type Finding, type LocalisedText, pointer } from '@parcours/kernel';

import { failure, warning } from '../schema/findings.js';
import { isKnownLocale, localesOf, localisedTexts, unknownLocales } from '../schema/locale.rules.js';
import { COLOUR, list, localised, members, text, texts, webAddress } from '../schema/parts.js';
import {
  BANNED_SCHEMA,
  type BannedWord,
  type BrandPieces,
  type BrandSenders,
  EMAIL_SENDER_SCHEMA,
  type EmailSender,
  LAYOUTS_SCHEMA,
  PARTIALS_SCHEMA,
  SENDERS_SCHEMA,
} from './brand-kit.schema.js';
import { TRACKING_SCHEMA } from '../schema/tracking.js';
import { WARM_UP_SCHEMA, type WarmUp } from '../schema/warm-up.js';
import { contrastRatio } from './contrast.rules.js';

export interface BrandColours {
  readonly primary: string;
  readonly onPrimary?: string;
  readonly accent?: string;
  readonly background?: string;
  readonly text?: string;
  readonly link?: string;
}

export interface BrandDocument {
  readonly name: LocalisedText;
  readonly description?: LocalisedText;
  readonly default?: boolean;
  readonly website?: string;
  readonly logo?: {
    readonly url: string;
    readonly darkUrl?: string;
    readonly alt: LocalisedText;
    readonly width?: number;
  };
  readonly colours: BrandColours;
  readonly fonts?: { readonly heading?: readonly string[]; readonly body?: readonly string[] };
  readonly voice?: {
    readonly tone?: LocalisedText;
    readonly words?: readonly LocalisedText[];
    readonly banned?: readonly BannedWord[];
  };
  readonly sender?: EmailSender;
  readonly senders?: BrandSenders;
  /** Of the domain that its emails come from, by whatever connector they go. */
  readonly warmUp?: WarmUp;
  readonly layouts?: BrandPieces;
  readonly partials?: BrandPieces;
  readonly footer?: LocalisedText;
  readonly unsubscribe?: LocalisedText;
  readonly postalAddress?: LocalisedText;
  readonly social?: readonly { readonly network: string; readonly url: string }[];
  readonly locales?: readonly string[];
  readonly defaultLocale?: string;
  /** Of its messages' readers, where a template says nothing. */
  readonly tracking?: {
    readonly opens?: boolean;
    readonly clicks?: boolean;
    readonly imageProxies?: 'counted' | 'ignored';
    readonly texts?: boolean;
    /** Where its short links are; without a stroke at the end. */
    readonly shortUrl?: string;
  };
}

const LOCALE = { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', examples: ['fr-CA'] };
const SHORT_URL = {
  type: 'string',
  pattern: '^https://[A-Za-z0-9.-]{1,60}(:[0-9]{1,5})?(/[A-Za-z0-9_-]{1,20})?$',
  description:
    'An address of its own that leads to this installation, as short as can be: links in texts begin with it, followed by /l/ and eleven characters. Without it they begin with the address under which this installation is found (PARCOURS_PUBLIC_URL).',
  examples: ['https://bv.example'],
};
const colour = (description: string) => ({ ...COLOUR, description });

const SCHEMA = {
  type: 'object',
  required: ['colours'],
  properties: {
    description: localised({ description: 'What it stands for.', examples: ['A house that keeps its word'] }),
    default: {
      type: 'boolean',
      default: false,
      description: 'The brand of templates that name none; the only brand there is needs no mark.',
      examples: [true],
    },
    website: webAddress('Its site.', { example: 'https://belvedere.example' }),
    logo: members(
      {
        url: webAddress('The picture.', { example: 'https://belvedere.example/logo.png' }),
        darkUrl: webAddress('The picture for dark backgrounds.', {
          example: 'https://belvedere.example/logo-dark.png',
        }),
        alt: localised({
          description: 'What it shows, for those who do not see it.',
          maxLength: 200,
          examples: ['Belvédère'],
        }),
        width: {
          type: 'integer',
          minimum: 1,
          maximum: 2000,
          description: 'Pixels at which it is shown.',
          examples: [160],
        },
      },
      { required: ['url', 'alt'], description: 'At the head of messages and pages.' },
    ),
    colours: members(
      {
        primary: colour('Buttons and headings.'),
        onPrimary: colour('Text on the primary colour; white when left out.'),
        accent: colour('For what is to stand out.'),
        background: colour('Behind texts; white when left out.'),
        text: colour('Texts; nearly black when left out.'),
        link: colour('Links; the primary colour when left out.'),
      },
      { required: ['primary'], description: 'In which messages and pages are set.' },
    ),
    fonts: members(
      {
        heading: list(text({ description: 'A family.' }), {
          description: 'For headings, the best first.',
          examples: [['Georgia', 'serif']],
        }),
        body: list(text({ description: 'A family.' }), { description: 'For texts, the best first.' }),
      },
      { description: 'In which messages and pages are set.' },
    ),
    voice: members(
      {
        tone: localised({ description: 'How it speaks.', examples: ['Warm and to the point'] }),
        does: texts({ description: 'What it does say.', examples: [['What happens next']] }),
        avoids: texts({ description: 'What it never says.', examples: [['Dear valued customer']] }),
        words: texts({ description: 'Words that sound like it.', examples: [['calm', 'at home']] }),
        banned: BANNED_SCHEMA,
      },
      { description: 'How it speaks, for whoever writes for it.' },
    ),
    sender: EMAIL_SENDER_SCHEMA,
    senders: SENDERS_SCHEMA,
    warmUp: {
      ...WARM_UP_SCHEMA,
      description:
        'How the domain of its email sender begins while nobody knows it yet: so many emails a day in its name, by whatever connector, until the list is over.',
    },
    layouts: LAYOUTS_SCHEMA,
    partials: PARTIALS_SCHEMA,
    footer: localised({
      description: 'At the end of every message: company, register, reason of the message.',
    }),
    unsubscribe: localised({
      description: 'What the link to unsubscribe is called.',
      examples: [{ en: 'No more of these', fr: 'Ne plus recevoir ces messages' }],
      maxLength: 200,
    }),
    postalAddress: localised({
      description: 'Where the company is; commercial mail must say so.',
      examples: ['Belvédère, 12 rue des Lilas, 75011 Paris'],
      maxLength: 500,
    }),
    social: list(
      members(
        {
          network: text({ description: 'Its name.', examples: ['LinkedIn'] }),
          url: webAddress('The page.', { example: 'https://www.linkedin.com/company/belvedere' }),
        },
        { required: ['network', 'url'] },
      ),
      {
        description: 'Where else it can be found.',
        examples: [[{ network: 'LinkedIn', url: 'https://www.linkedin.com/company/belvedere' }]],
      },
    ),
    tracking: {
      ...TRACKING_SCHEMA,
      properties: { ...TRACKING_SCHEMA.properties, shortUrl: SHORT_URL },
      description: 'What is told of the readers of its messages, where a template does not say it.',
    },
    locales: list(LOCALE, {
      description: 'The languages that it speaks (BCP 47).',
      uniqueItems: true,
      minItems: 1,
    }),
    defaultLocale: { ...LOCALE, description: 'The language for those whose own it does not speak.' },
  },
  examples: [
    {
      key: 'belvedere',
      name: 'Belvédère',
      colours: { primary: '#0b6e6e', onPrimary: '#ffffff', background: '#ffffff', text: '#1d2433' },
      fonts: { body: ['Inter', 'Arial', 'sans-serif'] },
      sender: { name: 'Belvédère', address: 'hello@belvedere.example' },
      footer: {
        en: 'You receive this because you have an account.',
        fr: 'Vous recevez ce message car vous avez un compte.',
      },
      locales: ['en', 'fr'],
      defaultLocale: 'en',
    },
  ],
};

/** What all messages of a house have in common. */
export const BRAND_TYPE = defineContentType<BrandDocument>({
  name: 'brands',
  singular: 'brand',
  title: 'Brands',
  description: 'What all messages of a house have in common: colours, fonts, voice, sender, footer.',
  schema: SCHEMA,
  check: (document) => [
    ...unknownLocales(SCHEMA, document),
    ...localeFindings(document),
    ...untranslated(document),
    ...contrastFindings(document.colours),
  ],
});

function localeFindings({ locales = [], defaultLocale }: BrandDocument): Finding[] {
  const unknown = locales.flatMap((locale, at) =>
    isKnownLocale(locale)
      ? []
      : [
          failure('catalog.unknown-locale', {
            pointer: pointer('locales', at),
            message: `'${locale}' is not a language tag (BCP 47) that is in use.`,
          }),
        ],
  );
  if (defaultLocale === undefined || locales.includes(defaultLocale)) return unknown;
  const message = `The brand does not speak its default language '${defaultLocale}'.`;
  return [...unknown, failure('catalog.unknown-locale', { pointer: '/defaultLocale', message })];
}

/** A text without locales serves all of them. */
function untranslated(document: BrandDocument): Finding[] {
  const { locales = [] } = document;
  return localisedTexts(SCHEMA, document).flatMap(({ text: words, pointer: at }) => {
    if (typeof words === 'string') return [];
    const missing = locales.filter((locale) => !localesOf(words).includes(locale));
    if (missing.length === 0) return [];
    const message = `Missing in ${missing.join(', ')}, which the brand speaks.`;
    return [warning('catalog.missing-translation', { pointer: at, message })];
  });
}

const READABLE = 4.5;

function contrastFindings(colours: BrandColours): Finding[] {
  const {
    primary,
    onPrimary = '#ffffff',
    background = '#ffffff',
    text: words = '#1a1a1a',
    link = primary,
  } = colours;
  const pairs = [
    { front: onPrimary, back: primary, member: colours.onPrimary === undefined ? 'primary' : 'onPrimary' },
    { front: words, back: background, member: colours.text === undefined ? 'background' : 'text' },
    { front: link, back: background, member: colours.link === undefined ? 'primary' : 'link' },
  ];
  return pairs.flatMap(({ front, back, member }) => {
    const ratio = contrastRatio(front, back);
    if (ratio >= READABLE) return [];
    const message = `${front} on ${back} has a contrast of ${ratio.toFixed(1)} to 1; texts need ${String(READABLE)} (WCAG 2.2, 1.4.3).`;
    return [warning('catalog.low-contrast', { pointer: pointer('colours', member), message })];
  });
}
