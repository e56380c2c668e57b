import { toE164 } from '@parcours/audience';

import type { Finding } from '@parcours/kernel';
import type { MessageContent } from '@parcours/sdk';

import { asDeviceToken, asLine, chatIdOf, deviceOf, externalIdOf, phoneOf } from './addresses.js';
import type { Channel, CompiledContent, Said } from './channel.js';
import { checkParts, compileParts, findingsOf, oneLine, type PartSource } from './channel-parts.js';
import { framed, type Kit, partialsOf } from './kit.js';
import { LAYOUT_SCHEMA, saidSchema, textSchema } from './channel-schema.js';
import { smsSize } from './sms-segments.js';
import { asJson } from './json-body.js';

type Rendered = Readonly<Record<string, string>>;

/** What makes a channel whose parts are plain texts. */
interface TextChannel extends Pick<
  Channel,
  'name' | 'title' | 'schema' | 'pieces' | 'links' | 'addressOf' | 'asAddress' | 'words'
> {
  /** The member that a layout is laid around; the others are one line each. */
  readonly body: string;
  readonly lines: readonly string[];
  readonly finish: (rendered: Rendered, said: Said) => MessageContent;
  readonly isJson?: (said: Said) => boolean;
}

function textChannel({ body, lines, finish, isJson, ...channel }: TextChannel): Channel {
  const partsOf = (said: Said, kit: Kit): PartSource[] => {
    const partials = partialsOf(kit, 'text');
    const escape = isJson?.(said) === true ? 'json' : false;
    const around = framed(kit, said['layout'], { variant: 'text', own: said[body] ?? '' });
    return [
      ...lines.flatMap((name): PartSource[] => {
        const source = said[name];
        return source === undefined ? [] : [{ name, source, escape: false, partials }];
      }),
      { name: body, escape, ...around },
    ];
  };
  const compile = (said: Said, kit: Kit): CompiledContent => {
    const parts = compileParts(partsOf(said, kit));
    return {
      variables: parts.variables,
      render: (data, options) => finish(parts.render(data, options), said),
    };
  };
  return {
    ...channel,
    check: (said, kit): readonly Finding[] => {
      let parts: readonly PartSource[] = [];
      const layout = findingsOf(() => {
        parts = partsOf(said, kit);
      });
      return [...layout, ...checkParts(parts)];
    },
    variables: (said, kit) => compile(said, kit).variables,
    compile,
  };
}

const line = (text: string | undefined) => (text === undefined ? undefined : oneLine(text));

/** Parts that were written, under their own names. */
function present(rendered: Rendered, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = line(rendered[name]);
      return text === undefined || text === '' ? [] : [[name, text] as const];
    }),
  );
}

export const SMS_CHANNEL = textChannel({
  name: 'sms',
  title: 'text message',
  schema: saidSchema('As a text message.', ['text'], {
    text: textSchema(
      'Handlebars. Up to 160 letters of the small alphabet are one message, or 70 of others.',
      'Your parcel comes today between {{event.from}} and {{event.to}}.',
    ),
    layout: LAYOUT_SCHEMA,
  }),
  pieces: ['text'],
  links: 'text',
  addressOf: phoneOf,
  asAddress: (text) => toE164(text),
  body: 'text',
  lines: [],
  finish: ({ text = '' }) => {
    const words = text.trim();
    const { encoding, segments } = smsSize(words);
    return { text: words, encoding, segments };
  },
  words: (content) => ({ subject: null, text: 'text' in content ? (content.text ?? '') : '' }),
});

const PUSH_LINES = ['title', 'url', 'image'];

function pushChannel(
  name: 'push' | 'web-push',
  about: { readonly title: string; readonly description: string },
): Channel {
  return textChannel({
    name,
    title: about.title,
    schema: saidSchema(about.description, ['body'], {
      title: textSchema('One line; Handlebars.', 'Your parcel is here'),
      body: textSchema('Handlebars.', '{{customer.first_name}}, it waits at the door.'),
      url: textSchema('What a tap opens; Handlebars.', 'https://shop.example/orders/{{event.order.id}}'),
      image: textSchema('The address of a picture; Handlebars.', 'https://shop.example/parcel.png'),
    }),
    pieces: ['text'],
    links: 'none',
    addressOf: name === 'push' ? deviceOf('ios', 'android') : deviceOf('web'),
    asAddress: asDeviceToken,
    body: 'body',
    lines: PUSH_LINES,
    finish: (rendered) => ({ body: (rendered['body'] ?? '').trim(), ...present(rendered, PUSH_LINES) }),
    words: (content) => ({
      subject: 'title' in content ? (content.title ?? null) : null,
      text: 'body' in content ? content.body : '',
    }),
  });
}

export const PUSH_CHANNEL = pushChannel('push', {
  title: 'push notification',
  description: 'As a notification on a phone.',
});

export const WEB_PUSH_CHANNEL = pushChannel('web-push', {
  title: 'notification of the browser',
  description: 'As a notification of the browser.',
});

export const CHAT_CHANNEL = textChannel({
  name: 'chat',
  title: 'chat message',
  schema: saidSchema('In a messenger.', ['text'], {
    text: textSchema('Handlebars.', 'Good morning {{customer.first_name}}, your table is ready.'),
    layout: LAYOUT_SCHEMA,
  }),
  pieces: ['text'],
  links: 'text',
  addressOf: chatIdOf,
  asAddress: (text) => asLine(text),
  body: 'text',
  lines: [],
  finish: ({ text = '' }) => ({ text: text.trim() }),
  words: (content) => ({ subject: null, text: 'text' in content ? (content.text ?? '') : '' }),
});

const JSON_TYPE = 'application/json';

export const WEBHOOK_CHANNEL = textChannel({
  name: 'webhook',
  title: 'call of another system',
  schema: saidSchema('As the body of a request to another system.', ['body'], {
    body: textSchema(
      'Handlebars. In JSON, values are escaped as texts of JSON need it.',
      '{"customer": "{{customer.id}}", "name": "{{customer.first_name}}"}',
    ),
    contentType: {
      type: 'string',
      pattern: '^[a-z]+/[a-z0-9.+-]{1,60}$',
      default: JSON_TYPE,
      description: 'Of the body.',
      examples: [JSON_TYPE],
    },
  }),
  pieces: ['text'],
  links: 'none',
  addressOf: externalIdOf,
  asAddress: (text) => asLine(text),
  body: 'body',
  lines: [],
  isJson: ({ contentType = JSON_TYPE }) => isJsonType(contentType),
  finish: ({ body = '' }, { contentType = JSON_TYPE }) => ({
    contentType,
    body: isJsonType(contentType) ? asJson(body) : body,
  }),
  words: (content) => ({ subject: null, text: 'body' in content ? content.body : '' }),
});

function isJsonType(type: string): boolean {
  return type === JSON_TYPE || type.endsWith('+json');
}
