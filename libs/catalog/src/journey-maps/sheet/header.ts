import { type Frame, MARGIN, type Row } from './frame.js';
import { element, type Markup } from './markup.js';
import { BODY, SMALL, type TextBlock, textBlock, textLine } from './text-block.js';
import { textWidth } from './text-metrics.js';

const PERSONA_WIDTH = 340;
const AVATAR = 25;

/** Kind, name and scenario on the left, the persona on the right. */
export function headerRow(frame: Frame, top: number): Row {
  const { view, theme, width } = frame;
  const persona = personaCard(frame, top);
  const textWidthLeft = width - 2 * MARGIN - (persona ? PERSONA_WIDTH + 36 : 0);
  const title = textBlock(view.name, textWidthLeft, { size: 28, bold: true, colour: theme.ink });
  const scenario = textBlock(view.description ?? '', Math.min(textWidthLeft, 820), {
    size: 14,
    colour: theme.soft,
  });
  const tag = kindTag(frame, top);
  const titleTop = top + 32;
  const height = 32 + title.height + (scenario.height > 0 ? scenario.height + 8 : 0);
  return {
    height: Math.max(height, persona?.height ?? 0),
    marks: [
      tag,
      title.draw(MARGIN, titleTop),
      ...(scenario.height > 0 ? [scenario.draw(MARGIN, titleTop + title.height + 8)] : []),
      ...(persona?.marks ?? []),
    ],
  };
}

/** A future is drawn with an outline: it is not there yet. */
function kindTag({ view, theme, words }: Frame, top: number): Markup {
  const label = view.kind === 'future' ? words.future : words.current;
  const font = { size: 11, bold: true };
  const isFuture = view.kind === 'future';
  const width = textWidth(label, font) + 22;
  return element(
    'g',
    {},
    element('rect', {
      x: MARGIN + 0.75,
      y: top + 0.75,
      width,
      height: 21,
      rx: 10.5,
      fill: isFuture ? 'none' : theme.ink,
      stroke: theme.ink,
      'stroke-width': 1.5,
      'stroke-dasharray': isFuture ? '4 3' : undefined,
    }),
    textLine(
      label,
      { x: MARGIN + width / 2, baseline: top + 15.2 },
      { ...font, colour: isFuture ? theme.ink : theme.page, anchor: 'middle' },
    ),
  );
}

function personaCard({ view: { persona }, theme, words, width }: Frame, top: number): Row | undefined {
  if (!persona) return undefined;
  const x = width - MARGIN - PERSONA_WIDTH;
  const textX = x + 16 + 2 * AVATAR + 14;
  const room = PERSONA_WIDTH - (textX - x) - 16;
  const label = textBlock(words.persona, room, { ...SMALL, colour: theme.soft });
  const name = textBlock(persona.name, room, { size: 14, bold: true, colour: theme.ink });
  const quote = textBlock(persona.quote === undefined ? '' : words.quoted(persona.quote), room, {
    ...BODY,
    italic: true,
    colour: theme.soft,
  });
  const blocks = [label, name, ...(quote.height > 0 ? [quote] : [])];
  const height = Math.max(stackHeight(blocks), 2 * AVATAR) + 24;
  const background = {
    x,
    y: top,
    width: PERSONA_WIDTH,
    height,
    rx: 12,
    fill: theme.card,
    stroke: theme.line,
  };
  const centre = { x: x + 16 + AVATAR, y: top + 12 + AVATAR };
  return {
    height,
    marks: [
      element('rect', background),
      element('circle', {
        cx: centre.x,
        cy: centre.y,
        r: AVATAR,
        fill: theme.phases[0],
        'fill-opacity': 0.16,
      }),
      textLine(
        initials(persona.name),
        { x: centre.x, baseline: centre.y + 6.5 },
        { size: 18, bold: true, colour: theme.phases[0] ?? theme.ink, anchor: 'middle' },
      ),
      ...stack(blocks, textX, top + 12),
    ],
  };
}

const STACK_GAP = 3;

function stackHeight(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, { height }) => sum + height + STACK_GAP, -STACK_GAP);
}

function stack(blocks: readonly TextBlock[], x: number, top: number): Markup[] {
  let y = top;
  return blocks.map((block) => {
    const drawn = block.draw(x, y);
    y += block.height + STACK_GAP;
    return drawn;
  });
}

function initials(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => /^\p{Lu}/u.test(word));
  const letters = (words.length > 0 ? words : [name])
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0x2022));
  return letters.join('').toUpperCase();
}
