import type { Language } from '@parcours/kernel';

import { Html, markup } from './html.js';
import { PAGE_STYLE } from './page-style.js';
import { PREFERENCE_WORDS } from './preference-words.js';

/** What every page has. */
export interface PageFrame {
  readonly language: Language;
  /** Who writes: the name of the brand. */
  readonly sender: string | undefined;
}

/** A page with its sender and the way to the other language. */
export function page({ language, sender }: PageFrame, title: string, content: Html): string {
  const other = language === 'en' ? 'fr' : 'en';
  const name = PREFERENCE_WORDS[language].otherLanguage;
  const link = markup`<a href="?lang=${other}" lang="${other}" hreflang="${other}">${name}</a>`;
  const header = markup`<header><b>${sender ?? ''}</b>${link}</header>`;
  return document({ language, title }, markup`${header}<main>${content}</main>`);
}

/** The document around the content of a page. */
export function document({ language, title }: { language: Language; title: string }, body: Html): string {
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(PAGE_STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`.source;
}
