import { element, textElement } from './svg.js';
import type { Face } from './text-width.js';
import { widthOf } from './text-width.js';
import { wrapText } from './text-wrap.js';

/** What stands above the drawing. */
export interface Heading {
  readonly title: string;
  readonly subtitle: string;
  /** What the list of exit rules is called. */
  readonly rulesTitle: string;
  readonly rules: readonly string[];
}

/** The heading, painted, and how much room it takes. */
export interface PaintedHeading {
  readonly height: number;
  /** Least width that it needs, in pixels. */
  readonly width: number;
  readonly svg: string;
}

const TITLE: Face = { size: 18, isBold: true };
const SUBTITLE: Face = { size: 12.5 };
const RULES: Face = { size: 12.5 };
const RULES_TITLE: Face = { size: 12.5, isBold: true };
const LEADING = 18;
const RIM = 16;
const NARROWEST = 420;
const WIDEST = 760;

/** Sets and paints the heading in the width of the drawing, which it may widen. */
export function paintHeading({ title, subtitle, rulesTitle, rules }: Heading, room: number): PaintedHeading {
  const width = Math.max(NARROWEST, Math.min(room, WIDEST));
  const titles = wrapText(title, TITLE, { width, lines: 2 });
  const parts = titles.map((line, index) => textElement({ class: 'heading', y: 18 + index * 24 }, line));
  const below = titles.length * 24 + 24;
  parts.push(textElement({ class: 'subheading', y: below - 10 }, subtitle));
  const widest = Math.max(...titles.map((line) => widthOf(line, TITLE)), widthOf(subtitle, SUBTITLE));
  if (rules.length === 0) return { height: below, width: Math.ceil(widest), svg: parts.join('') };
  const panel = paintRules({ rulesTitle, rules, width });
  parts.push(element('g', { transform: `translate(0,${String(below + 8)})` }, panel.svg));
  return {
    height: below + 8 + panel.height,
    width: Math.ceil(Math.max(widest, panel.width)),
    svg: parts.join(''),
  };
}

interface Rules {
  readonly rulesTitle: string;
  readonly rules: readonly string[];
  readonly width: number;
}

function paintRules({ rulesTitle, rules, width }: Rules): PaintedHeading {
  const inner = width - 2 * RIM;
  const title = wrapText(rulesTitle, RULES_TITLE, { width: inner, lines: 2 });
  const lines = [
    ...title.map((text) => ({ text, style: 'rules strong', indent: 0 })),
    ...rules.flatMap((rule) =>
      wrapText(rule, RULES, { width: inner - RIM, lines: 3 }).map((text, index) => ({
        text: index === 0 ? `•  ${text}` : text,
        style: 'rules',
        indent: index === 0 ? 0 : RIM,
      })),
    ),
  ];
  const widest = Math.max(
    ...lines.map(
      ({ text, style, indent }) => indent + widthOf(text, style === 'rules' ? RULES : RULES_TITLE),
    ),
  );
  const panel = Math.min(width, Math.ceil(widest) + 2 * RIM);
  const height = lines.length * LEADING + 18;
  const card = element('rect', { class: 'rules-card', width: panel, height, rx: 10 });
  const words = lines.map(({ text, style, indent }, index) =>
    textElement({ class: style, x: RIM + indent, y: 9 + (index + 0.72) * LEADING }, text),
  );
  return { svg: card + words.join(''), height, width: panel };
}
