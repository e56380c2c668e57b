import { isEmailAddress } from '@parcours/audience';
import { type Finding, pointer } from '@parcours/kernel';

import { CONTENT_PARTIAL } from '../templates/template-compiler.js';
import { checkEmail, compileEmail, type EmailTemplateSource } from '../templates/email-template.js';
import { emailOf } from './addresses.js';
import type { Channel, PreparedSaid, Said } from './channel.js';
import { findingsOf } from './channel-parts.js';
import { LAYOUT_SCHEMA, saidSchema, textSchema } from './channel-schema.js';
import { type Kit, layoutOf } from './kit.js';
import { compileMjml } from './mjml.js';

const NO_ATTACHMENTS = {
  'x-refused': {
    attachments:
      'Messages have no attachments: put the file where it can be read, and link to it with {{link url "label"}}.',
  },
};

/** Partials inside of partials; more than this is a circle. */
const DEEPEST = 24;

export const EMAIL_CHANNEL: Channel = {
  name: 'email',
  title: 'email',
  schema: {
    ...NO_ATTACHMENTS,
    ...saidSchema('As an email.', ['subject'], {
      subject: textSchema('One line; Handlebars.', 'Welcome, {{customer.first_name}}'),
      preheader: textSchema(
        'The line that mail clients show beside the subject; Handlebars.',
        'Three steps to begin',
      ),
      html: textSchema('The HTML part; Handlebars, values are escaped.', '<p>Glad you are here.</p>'),
      mjml: textSchema(
        'In place of html: MJML, made into HTML when it is published; Handlebars.',
        '<mj-section><mj-column><mj-text>Glad you are here.</mj-text></mj-column></mj-section>',
      ),
      text: textSchema(
        'The plain text part; Handlebars. Derived from the HTML when absent.',
        'Glad you are here.',
      ),
      layout: LAYOUT_SCHEMA,
    }),
  },
  pieces: ['html', 'mjml', 'text'],
  links: 'html',
  addressOf: emailOf,
  asAddress: (text) => (isEmailAddress(text.trim()) ? text.trim() : undefined),
  prepare,
  check,
  variables: (said, kit) => compileEmail(sourceOf({ ...said, composed: composed(said, kit) }), kit).variables,
  compile: (said, kit) => compileEmail(sourceOf(said), kit),
  words: (content) => ({
    subject: 'subject' in content ? (content.subject ?? null) : null,
    text: 'text' in content ? (content.text ?? '') : '',
  }),
};

/** Tags in MJML are looked at where their author wrote them: what is made of it has other lines. */
function check(said: Said, kit: Kit): readonly Finding[] {
  const { mjml, composed: whole } = said;
  const body = bodyFindings(said);
  if (body.length > 0 || mjml === undefined) return [...body, ...checkEmail(sourceOf(said), kit)];
  const own = checkEmail(sourceOf({ ...said, composed: mjml }), kit);
  const findings = own.length > 0 || whole === undefined ? own : checkEmail(sourceOf(said), kit);
  return findings.map((finding) =>
    finding.pointer === '/html' ? { ...finding, pointer: '/mjml' } : finding,
  );
}

/** Makes HTML of MJML, the layout included. */
async function prepare(said: Said, kit: Kit): Promise<PreparedSaid> {
  const { mjml } = said;
  if (mjml === undefined) return { said, findings: [] };
  let source = mjml;
  const layout = findingsOf(() => {
    source = composed(said, kit) ?? mjml;
  });
  if (layout.length > 0) return { said, findings: layout };
  const { html, problems } = await compileMjml(source);
  const before = linesBefore(source, mjml);
  const findings = problems.map(({ line, message }): Finding => {
    const own = line - before;
    const isOwn = own >= 1 && own <= mjml.split('\n').length;
    return {
      code: 'templates.mjml',
      severity: 'error',
      pointer: pointer(isOwn ? 'mjml' : 'layout'),
      message: isOwn ? `Line ${String(own)}: ${message}` : `Line ${String(line)} with its layout: ${message}`,
    };
  });
  return { said: { ...said, composed: html }, findings };
}

/**
 * A whole MJML document: the template in the layout that it names, with the partials that are written in MJML.
 * `undefined` where the template is not.
 */
function composed(said: Said, kit: Kit): string | undefined {
  const { mjml, layout } = said;
  if (mjml === undefined) return undefined;
  const frame = layoutOf(kit, layout)?.mjml;
  const whole = frame === undefined ? mjml : inserted(frame, new Map([[CONTENT_PARTIAL, mjml]]));
  const pieces = new Map(
    [...kit.partials].flatMap(([name, piece]) =>
      piece.mjml === undefined ? [] : [[name, piece.mjml] as const],
    ),
  );
  let source = whole;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = inserted(source, pieces);
    if (next === source) break;
    source = next;
  }
  return /<mjml\b/i.test(source) ? source : `<mjml><mj-body>${source}</mj-body></mjml>`;
}

const PARTIAL_TAG = /\{\{~?>\s*([a-z][a-z0-9-]*)\s*~?\}\}/g;

function inserted(source: string, pieces: ReadonlyMap<string, string>): string {
  return source.length > 512 * 1024
    ? source
    : source.replace(PARTIAL_TAG, (tag, name: string) => pieces.get(name) ?? tag);
}

function linesBefore(source: string, own: string): number {
  const at = source.indexOf(own);
  return at === -1 ? 0 : source.slice(0, at).split('\n').length - 1;
}

function bodyFindings({ html, mjml }: Said): Finding[] {
  if ((html === undefined) !== (mjml === undefined)) return [];
  const message =
    html === undefined ? 'It has no body: write html or mjml.' : 'It has two bodies: leave out html or mjml.';
  return [
    {
      code: 'templates.body',
      severity: 'error',
      pointer: pointer(html === undefined ? 'html' : 'mjml'),
      message,
    },
  ];
}

function sourceOf(said: Said): EmailTemplateSource {
  const { subject = '', preheader, html, composed: whole, text, layout } = said;
  return {
    subject,
    ...(preheader !== undefined && { preheader }),
    ...(html !== undefined && { html }),
    ...(whole !== undefined && { composed: whole }),
    ...(text !== undefined && { text }),
    ...(layout !== undefined && { layout }),
  };
}
