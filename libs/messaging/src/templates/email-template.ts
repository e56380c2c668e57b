import type { Finding } from '@parcours/kernel';

import {
  type CompiledParts,
  checkParts,
  compileParts,
  findingsOf,
  oneLine,
  type PartSource,
} from '../channels/channel-parts.js';
import { framed, type Kit, NO_KIT, partialsOf } from '../channels/kit.js';
import { deriveText, tidyText } from './derived-text.js';
import { escapeHtml } from './template-values.js';
import type { RenderOptions } from './render-state.js';
import type { TemplateVariable } from './template-scope.js';

/** The sources of an email in one language. */
export interface EmailTemplateSource {
  readonly subject: string;
  /** The line that a mail client shows beside the subject; plain text. */
  readonly preheader?: string;
  /** What stands in the layout, or the whole page where there is none. */
  readonly html?: string;
  /** The whole page, made from MJML: no layout is laid around it any more. */
  readonly composed?: string;
  /** Plain text; derived from the HTML when absent. */
  readonly text?: string;
  /** The name of a layout of the brand. */
  readonly layout?: string;
}

export interface RenderedEmail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** An email whose parts have been checked. */
export interface CompiledEmail {
  readonly variables: readonly TemplateVariable[];
  render(data: unknown, options?: RenderOptions): RenderedEmail;
}

const HIDDEN = 'display:none;max-height:0;overflow:hidden;mso-hide:all';

/**
 * Compiles the parts of an email. The preheader becomes a hidden element at the start of the body.
 * @throws the errors of `compileText`, with a pointer such as `/html` to the part; templates.unknown-layout
 */
export function compileEmail(source: EmailTemplateSource, kit: Kit = NO_KIT): CompiledEmail {
  const parts: CompiledParts = compileParts(emailParts(source, kit));
  const isOwnText = source.text !== undefined;
  return {
    variables: parts.variables,
    render: (data, options) => {
      const { subject = '', preheader = '', html = '', text = '' } = parts.render(data, options);
      const hidden = oneLine(preheader);
      return {
        subject: oneLine(subject),
        html: hidden ? withPreheader(html, hidden) : html,
        text: isOwnText ? text : tidyText(text),
      };
    },
  };
}

/** What is wrong with each part of an email; empty when it compiles. */
export function checkEmail(source: EmailTemplateSource, kit: Kit = NO_KIT): readonly Finding[] {
  let parts: readonly PartSource[] = [];
  const layout = findingsOf(() => {
    parts = emailParts(source, kit);
  });
  return [...layout, ...checkParts(parts)];
}

/** @throws templates.unknown-layout */
function emailParts(source: EmailTemplateSource, kit: Kit): readonly PartSource[] {
  const { subject, preheader, html = '', composed, layout } = source;
  const lines = partialsOf(kit, 'text');
  const page = pageOf(source, kit);
  const own = source.text ?? deriveText(composed ?? html);
  // What MJML has made holds its layout already, and so does a text that is derived from it.
  const isWhole = composed !== undefined && source.text === undefined;
  // Blocks that open and close inside a tag's attributes leave no balanced text; the author then writes one.
  const text = framed(kit, isWhole ? undefined : layout, { variant: 'text', own });
  return [
    { name: 'subject', source: subject, escape: false, partials: lines },
    ...(preheader ? [{ name: 'preheader', source: preheader, escape: false, partials: lines }] : []),
    { name: 'html', escape: true, ...page },
    { name: 'text', escape: false, ...text, isDerived: source.text === undefined },
  ];
}

function pageOf({ html = '', composed, layout }: EmailTemplateSource, kit: Kit) {
  if (composed !== undefined) return { source: composed, partials: partialsOf(kit, 'html') };
  return framed(kit, layout, { variant: 'html', own: html });
}

/** Values are escaped, so the first `<body` of a rendered page is the author's own. */
function withPreheader(page: string, hidden: string): string {
  const body = /<body\b[^>]*>/i.exec(page);
  const at = body ? body.index + body[0].length : 0;
  return `${page.slice(0, at)}<div style="${HIDDEN}">${escapeHtml(hidden)}</div>${page.slice(at)}`;
}
