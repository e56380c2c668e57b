import { createHash } from 'node:crypto';

/** For a phone first, light or dark as the reader has it. */
export const OUTBOX_STYLE = `
:root{color-scheme:light dark;--ground:#f4f5f8;--card:#fff;--ink:#171b26;--soft:#555d70;--line:#dfe3ec;--accent:#3346c8;--good:#e7f5ec;--good-ink:#12532f;--bad:#fde8e8;--bad-ink:#7d1a1a;--wait:#fff5dd;--wait-ink:#6b4700}
@media (prefers-color-scheme:dark){:root{--ground:#10131a;--card:#191e29;--ink:#eceff6;--soft:#a6aebf;--line:#2d3545;--accent:#93a4ff;--good:#14321f;--good-ink:#b4ebc8;--bad:#3d1717;--bad-ink:#ffc4c4;--wait:#3a2d0c;--wait-ink:#f8dd9c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;padding:1.25rem 1rem 3rem}
header,main{max-width:60rem;margin:0 auto}
header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 1rem;margin-bottom:1rem;color:var(--soft)}
h1{font-size:1.5rem;line-height:1.25;margin:0;color:var(--ink);overflow-wrap:anywhere}
h2{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:0 0 .75rem}
.soft{color:var(--soft)}
ol{list-style:none;margin:0;padding:0;display:grid;gap:.625rem}
.entry,.card{background:var(--card);border:1px solid var(--line);border-radius:.875rem;padding:.875rem 1rem}
.entry a{font-weight:650;display:inline-block;min-height:1.75rem;overflow-wrap:anywhere}
.entry b{overflow-wrap:anywhere}
.facts{display:flex;flex-wrap:wrap;gap:.125rem .875rem;color:var(--soft);font-size:.875rem}
.facts>*{overflow-wrap:anywhere;min-width:0}
.reason{margin:.375rem 0 0;color:var(--bad-ink);background:var(--bad);border-radius:.5rem;padding:.375rem .625rem;font-size:.9375rem;overflow-wrap:anywhere}
.state{display:inline-block;border-radius:1rem;padding:0 .625rem;font-size:.8125rem;line-height:1.5rem;font-weight:650;background:var(--wait);color:var(--wait-ink)}
.state.sent{background:var(--good);color:var(--good-ink)}
.state.failed{background:var(--bad);color:var(--bad-ink)}
dl{margin:0}
dt{color:var(--soft);font-size:.875rem}
dd{margin:0 0 .5rem;overflow-wrap:anywhere;min-width:0}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:.875rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
iframe{display:block;width:100%;height:36rem;border:1px solid var(--line);border-radius:.5rem;background:#fff}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
@media (min-width:40rem){dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.25rem 1rem}dt{font-size:1rem}dd{margin:0}body{padding-top:2.5rem}.entry,.card{padding:1rem 1.25rem}}
`;

const STYLE_HASH = createHash('sha256').update(OUTBOX_STYLE).digest('base64');

/** One style sheet and the frame with a message: no script can run, and no other site can look in. */
export const OUTBOX_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
};

/** A message is a stranger's document: it shows text and styles, loads nothing from elsewhere and does nothing. */
export const MESSAGE_HEADERS: Readonly<Record<string, string>> = {
  ...OUTBOX_HEADERS,
  'content-security-policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
};
