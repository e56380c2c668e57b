import { ParcoursError, pointer } from '@parcours/kernel';
import type { Finding } from '@parcours/kernel';
import { deriveText, tidyText } from './derived-text.js';
import { compileText, render } from './text-template.js';
import type { CompiledText } from './text-template.js';
import { escapeHtml } from './template-values.js';
import type { RenderOptions } from './render-state.js';
import type { TemplateVariable } from './template-scope.js';

/** The sources of an email in one language. */
export interface EmailTemplateSource {
  readonly subject: string;
  /** The line that a mail client shows beside the subject; plain text. */
  readonly preheader?: string;
  readonly html: string;
  /** Plain text; derived from the HTML when absent. */
  readonly text?: string;
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

type PartName = keyof EmailTemplateSource;

const HIDDEN = 'display:none;max-height:0;overflow:hidden;mso-hide:all';

/**
 * Compiles the parts of an email. The preheader becomes a hidden element at the start of the body.
 * @throws the errors of {@link compileText}, with a pointer such as `/html` to the part
 */
export function compileEmail(source: EmailTemplateSource): CompiledEmail {
  const subject = part('subject', source.subject, false);
  const preheader = source.preheader ? part('preheader', source.preheader, false) : undefined;
  const html = part('html', source.html, true);
  const text = compileTextPart(source);
  const parts = [subject, ...(preheader ? [preheader] : []), html, text];

  return {
    variables: mergeVariables(parts),
    render: (data, options) => {
      const page = render(html, data, options);
      const hidden = preheader ? oneLine(render(preheader, data, options)) : '';
      return {
        subject: oneLine(render(subject, data, options)),
        html: hidden ? withPreheader(page, hidden) : page,
        text: source.text === undefined ? tidyText(render(text, data, options)) : render(text, data, options),
      };
    },
  };
}

/** What is wrong with each part of an email; empty when it compiles. */
export function checkEmail(source: EmailTemplateSource): readonly Finding[] {
  const attempts: (() => unknown)[] = [
    () => part('subject', source.subject, false),
    () => source.preheader && part('preheader', source.preheader, false),
    () => part('html', source.html, true),
    () => source.text !== undefined && part('text', source.text, false),
  ];
  const findings = attempts.flatMap((attempt) => findingsOf(attempt));
  return findings.length > 0 ? findings : findingsOf(() => compileTextPart(source));
}

function findingsOf(attempt: () => unknown): Finding[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof ParcoursError)) throw error;
    return error.errors.map((item) => ({
      code: item.code,
      severity: 'error',
      pointer: item.pointer,
      message: item.detail,
    }));
  }
}

function compileTextPart(source: EmailTemplateSource): CompiledText {
  if (source.text !== undefined) return part('text', source.text, false);
  // Blocks that open and close inside a tag's attributes leave no balanced text; the author then writes one.
  return part('text', deriveText(source.html), false);
}

function part(name: PartName, source: string, escape: boolean): CompiledText {
  try {
    return compileText(source, { escape });
  } catch (error) {
    if (!(error instanceof ParcoursError)) throw error;
    const { code, status, title, message, retryable } = error;
    const errors = [{ pointer: pointer(name), code, detail: message }];
    throw new ParcoursError(code, status, title, message, retryable, { cause: error, errors });
  }
}

function mergeVariables(parts: readonly CompiledText[]): readonly TemplateVariable[] {
  const required = new Map<string, boolean>();
  for (const variable of parts.flatMap((compiled) => compiled.variables)) {
    required.set(variable.path, variable.required || required.get(variable.path) === true);
  }
  return [...required].map(([path, isRequired]) => ({ path, required: isRequired }));
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ').trim();
}

/** Values are escaped, so the first `<body` of a rendered page is the author's own. */
function withPreheader(page: string, hidden: string): string {
  const body = /<body\b[^>]*>/i.exec(page);
  const at = body ? body.index + body[0].length : 0;
  return `${page.slice(0, at)}<div style="${HIDDEN}">${escapeHtml(hidden)}</div>${page.slice(at)}`;
}
