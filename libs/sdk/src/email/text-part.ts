import { convert } from 'html-to-text';
import type { HtmlToTextOptions } from 'html-to-text';

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  // The conversion descends recursively; deeper than this no email is nested.
  limits: { maxDepth: 256 },
  selectors: [
    ...['head', 'title', 'style', 'script', 'template', 'img'].map((selector) => ({
      selector,
      format: 'skip',
    })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
  ],
};

/** The plain text part of a message that came without one. */
export function textOf(html: string): string {
  return convert(html, OPTIONS);
}
