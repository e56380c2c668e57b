import { type Finding, pointer } from '@parcours/kernel';

import { failure, warning } from './template.findings.js';

/** An email as it is written, or as it was rendered; tags that are left count for a word. */
export interface LintedEmail {
  readonly subject: string;
  /** What the HTML comes from: `html` or `mjml`. */
  readonly part: string;
  readonly html: string;
  readonly text: string;
  /** It advertises, and must say how to get no more of it. */
  readonly isMarketing: boolean;
  /** It has a link to the page where one unsubscribes. */
  readonly hasWayOut: boolean;
}

/** Gmail shows no more of a message. */
const LARGEST = 102 * 1024;

const LITTLE_TEXT = 20;

const TAG = /\{\{[\s\S]*?\}\}\}?/g;
const LINK = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** What makes an email look like spam, or not work; pointers such as `/subject`. */
export function lintEmail(email: LintedEmail): Finding[] {
  return [
    ...subjectFindings(email.subject),
    ...textFindings(email),
    ...linkFindings(email),
    ...sizeFindings(email),
    ...wayOutFindings(email),
  ];
}

function subjectFindings(subject: string): Finding[] {
  const letters = subject.replace(TAG, '').match(/\p{L}/gu) ?? [];
  const cased = letters.filter((letter) => letter.toLowerCase() !== letter.toUpperCase());
  const capitals = cased.filter((letter) => letter !== letter.toLowerCase());
  if (cased.length < 8 || capitals.length < cased.length * 0.8) return [];
  const message = 'The subject is written in capitals, as spam is.';
  return [warning('templates.subject-capitals', { pointer: '/subject', message })];
}

function textFindings({ part, html, text }: LintedEmail): Finding[] {
  const words = text
    .replace(TAG, 'word')
    .replace(/\[[^\]]*\]|https?:\S+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length >= LITTLE_TEXT) return [];
  if (/<img\b|<mj-image\b/i.test(html)) {
    const message =
      'It is a picture and hardly any text: filters take it for spam, and who sees no pictures sees nothing.';
    return [warning('templates.image-only', { pointer: pointer(part), message })];
  }
  const message = `It has hardly any text (${String(words.length)} letters): filters take it for spam.`;
  return [warning('templates.little-text', { pointer: pointer(part), message })];
}

function linkFindings({ part, html }: LintedEmail): Finding[] {
  const seen = new Set<string>();
  return [...html.matchAll(LINK)].flatMap(([, double, single]) => {
    const target = (double ?? single ?? '').trim();
    if (seen.has(target) || target.startsWith('{{')) return [];
    seen.add(target);
    const shown = target.slice(0, 100);
    const at = { pointer: pointer(part) };
    if (/^(?:javascript|data|vbscript|file):/i.test(target)) {
      return [
        failure('templates.broken-link', {
          ...at,
          message: `A link leads to '${shown}', which mail clients refuse.`,
        }),
      ];
    }
    if (target === '' || target === '#') {
      return [
        warning('templates.broken-link', { ...at, message: 'A link leads nowhere: its href is empty.' }),
      ];
    }
    if (/^(?:https?:\/\/[^/]|mailto:|tel:|sms:|#)/i.test(target)) return [];
    const message = `A link leads to '${shown}': in a mail there is no page that it could be relative to.`;
    return [warning('templates.broken-link', { ...at, message, suggestion: 'Begin it with https://.' })];
  });
}

function sizeFindings({ part, html }: LintedEmail): Finding[] {
  const bytes = Buffer.byteLength(html);
  if (bytes <= LARGEST) return [];
  const message = `The HTML has ${String(Math.ceil(bytes / 1024))} KB; Gmail cuts it off at 102 KB.`;
  return [warning('templates.too-large', { pointer: pointer(part), message })];
}

function wayOutFindings({ part, isMarketing, hasWayOut }: LintedEmail): Finding[] {
  if (!isMarketing || hasWayOut) return [];
  const message = 'It advertises and has no link by which one gets no more of it.';
  const suggestion = 'Link to {{links.unsubscribe}} or {{links.preferences}}, in the layout for all of them.';
  return [warning('templates.no-unsubscribe', { pointer: pointer(part), message, suggestion })];
}
