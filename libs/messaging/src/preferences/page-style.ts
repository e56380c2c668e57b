import { createHash } from 'node:crypto';

import { ANSWER_STYLE } from './answer-style.js';

/** The one style sheet of the pages for customers: for a phone first, light or dark as the reader has it. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ground:#f4f5f8;--card:#fff;--ink:#171b26;--soft:#555d70;--line:#dfe3ec;--accent:#3346c8;--on-accent:#fff;--good:#e7f5ec;--good-ink:#12532f;--mark:#fff5dd;--mark-ink:#6b4700}
@media (prefers-color-scheme:dark){:root{--ground:#10131a;--card:#191e29;--ink:#eceff6;--soft:#a6aebf;--line:#2d3545;--accent:#93a4ff;--on-accent:#0d1230;--good:#14321f;--good-ink:#b4ebc8;--mark:#3a2d0c;--mark-ink:#f8dd9c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;padding:1.25rem 1rem 3rem}
main{max-width:36rem;margin:0 auto}
header{max-width:36rem;margin:0 auto 1rem;display:flex;justify-content:space-between;align-items:baseline;gap:1rem;color:var(--soft)}
header b{color:var(--ink);letter-spacing:.01em}
.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.5rem 1.25rem;box-shadow:0 1px 2px rgb(15 20 40/.05),0 8px 24px rgb(15 20 40/.05)}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem;text-wrap:balance}
h2{font-size:1rem;margin:0 0 .25rem}
p{margin:0 0 1rem}
.soft{color:var(--soft)}
.told{border-radius:.75rem;padding:.75rem 1rem;margin:0 0 1.25rem;background:var(--good);color:var(--good-ink)}
.told.mark,.note{background:var(--mark);color:var(--mark-ink)}
.note{display:block;border-radius:.5rem;padding:.25rem .625rem;margin-top:.5rem;font-size:.875rem}
fieldset{border:0;border-top:1px solid var(--line);margin:0;padding:1.125rem 0 1rem;min-width:0}
legend{float:left;width:100%;padding:0;font-weight:650}
legend+*{clear:both}
fieldset p{margin:0 0 .5rem;color:var(--soft)}
.choices{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;clear:both}
label{display:inline-flex;align-items:center;gap:.625rem;min-height:2.75rem;cursor:pointer}
input[type=checkbox]{appearance:none;-webkit-appearance:none;position:relative;flex:none;width:2.75rem;height:1.625rem;margin:0;border-radius:1rem;background:var(--soft);cursor:pointer;transition:background-color .15s}
input[type=checkbox]::before{content:"";position:absolute;top:.1875rem;left:.1875rem;width:1.25rem;height:1.25rem;border-radius:50%;background:var(--card);transition:transform .15s}
input[type=checkbox]:checked{background:var(--accent)}
input[type=checkbox]:checked::before{transform:translateX(1.125rem)}
input[type=radio]{flex:none;width:1.375rem;height:1.375rem;margin:0;accent-color:var(--accent);cursor:pointer}
button{font:inherit;font-weight:650;min-height:2.875rem;padding:.625rem 1.25rem;border-radius:.75rem;border:1px solid transparent;cursor:pointer;width:100%}
.main{background:var(--accent);color:var(--on-accent);margin-top:.5rem}
.plain{background:transparent;color:inherit;border-color:var(--soft)}
.aside{margin-top:1.25rem;padding:1.25rem}
.aside p{margin-bottom:.875rem}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
@media (min-width:40rem){body{padding-top:3rem}.card{padding:2.25rem 2.5rem}.aside{padding:1.5rem 2.5rem}button{width:auto}}
@media (prefers-reduced-motion:reduce){*,*::before{transition:none!important}}
@media (forced-colors:active){input[type=checkbox]{appearance:auto;-webkit-appearance:auto;width:1.25rem;height:1.25rem}input[type=checkbox]::before{content:none}}
${ANSWER_STYLE}`;

const STYLE_HASH = createHash('sha256').update(PAGE_STYLE).digest('base64');

/** Nothing but this style sheet is loaded, no script can run, no other site can frame the page or get its form. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  // The address is the key to the page: it goes to nobody.
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
};
