import type { ContentSnapshot } from '@parcours/content';
import { type Finding, isJsonObject, type JsonObject, pointer, resolveText } from '@parcours/kernel';

import { brandData } from '../brands/brand-data.js';
import { brandOf, type PublishedBrand } from '../brands/brand-of.rules.js';
import { kitOf } from '../brands/brand-kit.js';
import { bannedWordsIn } from '../brands/banned-words.rules.js';
import type { Channel, ChannelDocument, Said } from '../channels/channel.js';
import { CHANNELS } from '../channels/channels.js';
import type { Kit } from '../channels/kit.js';
import { localesOf, saidIn } from '../channels/said.js';
import { smsSize } from '../channels/sms-segments.js';
import { exampleCode, shortened } from '../tracking/tracked-text.rules.js';
import { isUntracked } from '../tracking/own-address.rules.js';
import { shortBaseOf } from '../tracking/tracking-choice.rules.js';
import { deriveText } from './derived-text.js';
import { lintEmail } from './email-lint.rules.js';
import type { MessageTemplateDocument } from './message-template.type.js';
import { failure, made, warning } from './template.findings.js';
import type { TemplateVariable } from './template-scope.js';

/** What a template says on one channel in one of its languages. */
interface Spoken {
  readonly channel: Channel;
  readonly document: ChannelDocument;
  readonly locale: string | undefined;
  readonly said: Said;
  readonly kit: Kit;
  readonly brand: PublishedBrand | undefined;
  readonly category: 'marketing' | 'transactional';
  /** Where its links will be short; the shortest that there can be, where that is not known yet. */
  readonly shortBase: string | undefined;
}

const SHORTEST_URL = 'https://x.yz';

/** The language of texts that say none. */
const ANY = 'en';

/** What is wrong with a template, and what would go wrong with its messages. */
export async function checkTemplate(
  template: MessageTemplateDocument,
  { published }: { readonly published: ContentSnapshot },
): Promise<readonly Finding[]> {
  const brand = brandOf(published, template);
  const { category = 'marketing' } = template;
  const found = await Promise.all(
    CHANNELS.flatMap((channel) => {
      const document = template.channels[channel.name];
      if (!document) return [];
      return localesOf(document).map((locale) => {
        const reader = { locale: locale ?? ANY, defaultLocale: ANY };
        const kit = kitOf(brand?.document, channel.name, reader);
        const said = saidIn(document, reader.locale, reader.defaultLocale);
        const shortBase = shortBaseOf(template, {
          brand: brand?.document.tracking,
          consents: undefined,
          channel: channel.name,
          publicUrl: SHORTEST_URL,
        });
        return checkSpoken({ channel, document, locale, said, kit, brand, category, shortBase });
      });
    }),
  );
  return withoutRepeats(found.flat());
}

async function checkSpoken(spoken: Spoken): Promise<Finding[]> {
  const { channel, said, kit } = spoken;
  const prepared = (await channel.prepare?.(said, kit)) ?? { said, findings: [] };
  const broken = [...prepared.findings, ...channel.check(prepared.said, kit)];
  const banned = bannedFindings(spoken);
  if (broken.length > 0) return placed([...broken, ...banned], spoken);
  const variables = channel.variables(said, kit);
  const risks = lint({ ...spoken, said: prepared.said }, variables);
  return placed([...banned, ...brandFindings(spoken, variables), ...risks], spoken);
}

/** Pointers of parts as pointers into the document. */
function placed(findings: readonly Finding[], { channel, document, locale }: Spoken): Finding[] {
  return findings.map((finding) => {
    const part = finding.pointer.slice(1);
    const text = document[part];
    const writtenIn = typeof text === 'object' && locale !== undefined ? localeRead(text, locale) : undefined;
    const at = pointer('channels', channel.name, part, ...(writtenIn === undefined ? [] : [writtenIn]));
    return { ...finding, pointer: at };
  });
}

/** The language of the text that one of a locale reads. */
function localeRead(text: Readonly<Record<string, string>>, locale: string): string | undefined {
  const read = resolveText(text, locale, ANY);
  if (text[locale] === read) return locale;
  return Object.keys(text).find((each) => text[each] === read);
}

function bannedFindings({ said, locale, brand }: Spoken): Finding[] {
  const banned = brand?.document.voice?.banned ?? [];
  return Object.entries(said).flatMap(([part, text = '']) =>
    bannedWordsIn(text, banned, locale).map(({ word, instead, severity }) =>
      made('templates.banned-word', severity, {
        pointer: pointer(part),
        message: `'${word}' is not said by the brand '${brand?.key ?? ''}'.`,
        suggestion: instead === undefined ? undefined : `Say '${instead}'.`,
      }),
    ),
  );
}

function brandFindings(
  { brand, channel, locale }: Spoken,
  variables: readonly TemplateVariable[],
): Finding[] {
  const read = variables.filter(({ path, required }) => required && /^brand(\.|$)/.test(path));
  const [first] = read;
  const part = pointer(
    channel.schema['required'] instanceof Array ? String(channel.schema['required'][0]) : '',
  );
  if (!first) return [];
  if (!brand) {
    const message = `It reads '${first.path}', and there is no brand: name one, or mark one as the default.`;
    return [failure('templates.no-brand', { pointer: part, message })];
  }
  const data = brandData(brand.key, brand.document, { locale: locale ?? ANY, defaultLocale: ANY });
  return read.flatMap(({ path }) => {
    const [, ...members] = path.split('.');
    if (has(data, members)) return [];
    const message = `It reads '${path}', which the brand '${brand.key}' does not have.`;
    return [failure('templates.unknown-brand-member', { pointer: part, message })];
  });
}

function has(data: JsonObject, members: readonly string[]): boolean {
  let value: unknown = data;
  for (const member of members) {
    if (member === '*') return Array.isArray(value) && value.length > 0;
    if (!isJsonObject(value) || !Object.hasOwn(value, member)) return false;
    value = value[member];
  }
  return value !== undefined;
}

function lint(
  { channel, said, category, shortBase }: Spoken,
  variables: readonly TemplateVariable[],
): Finding[] {
  if (channel.name === 'sms') return smsFindings(said, shortBase);
  if (channel.name !== 'email') return [];
  const { subject = '', html, composed, mjml, text } = said;
  const page = composed ?? html ?? '';
  const hasWayOut = variables.some(
    ({ path }) => path === 'links.unsubscribe' || path === 'links.preferences',
  );
  const words = text ?? deriveText(page);
  const isMarketing = category === 'marketing';
  return lintEmail({
    subject,
    part: mjml === undefined ? 'html' : 'mjml',
    html: page,
    text: words,
    isMarketing,
    hasWayOut,
  });
}

/** What tags will stand for is not known yet: at least so many parts. */
function smsFindings({ text = '' }: Said, shortBase: string | undefined): Finding[] {
  const known = text.replace(/\{\{[\s\S]*?\}\}\}?/g, '').trim();
  const { segments, encoding } = smsSize(shortBase === undefined ? known : asSent(known, shortBase));
  if (segments < 2) return [];
  const message = `It takes at least ${String(segments)} text messages (${encoding === 'gsm-7' ? '153' : '67'} letters each).`;
  return [warning('templates.sms-segments', { pointer: '/text', message })];
}

function asSent(text: string, base: string): string {
  return shortened(text, { base, isOurs: isUntracked([base]), codeOf: exampleCode }).text;
}

function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, pointer: at, message }) => {
    const name = `${code} ${at} ${message}`;
    return !seen.has(name) && seen.add(name);
  });
}
