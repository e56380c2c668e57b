/** How the start tags begin that lead somewhere, and how they go on: a quoted value may hold `>`. */
const LINK = /<(?:a|area)(?=\s)/gi;
const REST = /(?:"[^"]*"|'[^']*'|[^'">])*>/y;
const HREF = /(\shref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const OFF = /\sdata-track\s*=\s*["']?off\b/i;

const BODY_END = /<\/body\s*>/gi;

/** A link that can be followed by way of us. */
export interface FoundLink {
  /** As a browser would write it. */
  readonly url: string;
  /** Where the value of its href stands. */
  readonly from: number;
  readonly to: number;
}

/** Which links of a page may be tracked: web addresses, without `data-track="off"`, and none of ours. */
export function linksIn(html: string, isOurs: (url: string) => boolean): FoundLink[] {
  const found: FoundLink[] = [];
  for (const { 0: start, index } of html.matchAll(LINK)) {
    REST.lastIndex = index + start.length;
    const rest = REST.exec(html);
    // A tag that never ends takes in everything that follows.
    if (!rest) break;
    const tag = start + rest[0];
    if (OFF.test(tag)) continue;
    const href = HREF.exec(tag);
    if (!href) continue;
    const [whole, before = '', double, single, bare] = href;
    const value = double ?? single ?? bare ?? '';
    const url = webAddress(unescaped(value).trim());
    if (url === undefined || isOurs(url)) continue;
    const from = index + href.index + before.length + (bare === undefined ? 1 : 0);
    if (whole.length > 0) found.push({ url, from, to: from + value.length });
  }
  return found;
}

/** The page with other addresses in its links; they hold nothing that would have to be escaped. */
export function withAddresses(
  html: string,
  links: readonly FoundLink[],
  addresses: readonly string[],
): string {
  let page = '';
  let at = 0;
  links.forEach(({ from, to }, index) => {
    page += html.slice(at, from) + (addresses[index] ?? html.slice(from, to));
    at = to;
  });
  return page + html.slice(at);
}

/** The page with the picture at the end of its body. */
export function withPixel(html: string, address: string): string {
  const pixel = `<img src="${address}" width="1" height="1" alt="" style="border:0;width:1px;height:1px">`;
  const last = [...html.matchAll(BODY_END)].at(-1);
  return last ? html.slice(0, last.index) + pixel + html.slice(last.index) : html + pixel;
}

function webAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  return URL.canParse(text) ? new URL(text).href : undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

/** An attribute's value as a browser reads it: the references that templates write, and numbers. */
function unescaped(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|quot|apos|lt|gt));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
      const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
