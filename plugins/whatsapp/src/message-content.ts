import type { WhatsappConfig } from './whatsapp-config.js';

/** What a message carries, as the API takes it. */
export type Content =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url: boolean } }
  | { readonly type: 'template'; readonly template: Template };

interface Template {
  readonly name: string;
  readonly language: { readonly code: string };
  readonly components?: readonly {
    readonly type: 'body';
    readonly parameters: readonly { readonly type: 'text'; readonly text: string }[];
  }[];
}

const MARK = '[[template';
const FIRST_LINE = /^\[\[template ([a-z0-9_]{1,512}) ([a-z]{2,3}(?:_[A-Z]{2})?)\]\]$/;

/**
 * A text whose first line is `[[template NAME LANGUAGE]]` is that template, with a parameter of its body on each further
 * line; any other text goes out in the connector's template, or as it is. `undefined` where the first line only looks so.
 */
export function contentOf(
  text: string,
  { template, previewLinks }: Pick<WhatsappConfig, 'template' | 'previewLinks'>,
): Content | undefined {
  if (text.startsWith(MARK)) {
    const [first = '', ...lines] = text.split(/\r?\n/);
    const [, name, language] = FIRST_LINE.exec(first.trim()) ?? [];
    if (name === undefined || language === undefined) return undefined;
    return templateOf(
      { name, language },
      lines.map(oneLine).filter((line) => line !== ''),
    );
  }
  if (template) return templateOf(template, [oneLine(text)]);
  return { type: 'text', text: { body: text, preview_url: previewLinks } };
}

function templateOf(
  { name, language }: NonNullable<WhatsappConfig['template']>,
  values: readonly string[],
): Content {
  const parameters = values.map((text) => ({ type: 'text', text }) as const);
  const components = parameters.length === 0 ? {} : { components: [{ type: 'body', parameters } as const] };
  return { type: 'template', template: { name, language: { code: language }, ...components } };
}

/** A parameter has no line breaks, no tabs and no more than four spaces in a row. */
function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
