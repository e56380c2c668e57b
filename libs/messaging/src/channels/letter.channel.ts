import type { Finding } from '@parcours/kernel';

import { asLines, postalAddressOf } from './addresses.js';
import type { Channel, Said } from './channel.js';
import { checkParts, compileParts, findingsOf, oneLine, type PartSource } from './channel-parts.js';
import { LAYOUT_SCHEMA, saidSchema, textSchema } from './channel-schema.js';
import { framed, type Kit, partialsOf } from './kit.js';
import { deriveText, tidyText } from '../templates/derived-text.js';
import { escapeHtml } from '../templates/template-values.js';

/** A letter: a page of HTML that says how it is printed. */
export const LETTER_CHANNEL: Channel = {
  name: 'letter',
  title: 'letter',
  schema: saidSchema('As a letter: HTML that is ready to be made into a PDF.', ['html'], {
    subject: textSchema('One line, for whoever sorts the post; Handlebars.', 'Your contract'),
    html: textSchema(
      'What the letter says; Handlebars, values are escaped.',
      '<p>Dear {{customer.first_name}},</p>',
    ),
    layout: LAYOUT_SCHEMA,
    pageSize: { type: 'string', enum: ['A4', 'Letter'], default: 'A4', description: 'Of the paper.' },
  }),
  pieces: ['html', 'text'],
  links: 'none',
  addressOf: postalAddressOf,
  asAddress: asLines,
  check: (said, kit): readonly Finding[] => {
    let parts: readonly PartSource[] = [];
    const layout = findingsOf(() => {
      parts = partsOf(said, kit);
    });
    return [...layout, ...checkParts(parts)];
  },
  variables: (said, kit) => compileParts(partsOf(said, kit)).variables,
  compile: (said, kit) => {
    const parts = compileParts(partsOf(said, kit));
    const pageSize = said['pageSize'] === 'Letter' ? 'Letter' : 'A4';
    return {
      variables: parts.variables,
      render: (data, options) => {
        const { html = '', subject } = parts.render(data, options);
        const title = subject === undefined ? '' : oneLine(subject);
        const page = printable(html, { title, pageSize });
        return { html: page, pageSize, ...(title !== '' && { subject: title }) };
      },
    };
  },
  words: (content) => ({
    subject: 'subject' in content ? (content.subject ?? null) : null,
    text: 'html' in content ? tidyText(deriveText(content.html)) : '',
  }),
};

function partsOf(said: Said, kit: Kit): readonly PartSource[] {
  const { subject, html = '', layout } = said;
  return [
    ...(subject === undefined
      ? []
      : [{ name: 'subject', source: subject, escape: false, partials: partialsOf(kit, 'text') }]),
    { name: 'html', escape: true, ...framed(kit, layout, { variant: 'html', own: html }) },
  ];
}

/** A whole page stays as it is; around a fragment comes one that says the size of the paper. */
function printable(html: string, { title, pageSize }: { title: string; pageSize: string }): string {
  if (/<html\b/i.test(html)) return html;
  const style = `@page{size:${pageSize};margin:25mm 20mm}body{font:11pt/1.45 Georgia,serif;margin:0}`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${html}</body></html>`;
}
