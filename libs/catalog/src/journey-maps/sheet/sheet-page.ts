import type { MapView, MomentView } from './map-view.js';
import { linked } from './evidence-row.js';
import { type Child, element, Markup } from './markup.js';
import { drawSheet } from './sheet.js';
import { type SheetTheme, type ThemeName, THEMES } from './sheet-theme.js';
import { type SheetWords, sheetWords } from './sheet-words.js';
import { FONT_FAMILY } from './text-block.js';

/** A page with the drawing, made for a screen and for one sheet of paper, and with the same as a table. */
export function sheetPage(view: MapView, themeName: ThemeName): string {
  const theme = THEMES[themeName];
  const words = sheetWords(view.locale);
  // A dark sheet would cost a cartridge of ink.
  const onPaper =
    themeName === 'dark' ? element('div', { class: 'paper' }, drawSheet(view, 'print')) : undefined;
  const page = element(
    'html',
    { lang: view.locale },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: themeName === 'dark' ? 'dark' : 'light' }),
      element('title', {}, `${view.name} – ${words.map}`),
      element('style', {}, new Markup(styles(theme))),
    ),
    element(
      'body',
      {},
      element(
        'main',
        {},
        element('div', { class: onPaper ? 'screen' : 'both' }, drawSheet(view, themeName)),
        onPaper,
      ),
      element('details', {}, element('summary', {}, words.asTable), table(view, words)),
    ),
  );
  return `<!doctype html>\n${page.source}\n`;
}

function styles({ page, card, ink, soft, line }: SheetTheme): string {
  return `
@page { size: A3 landscape; margin: 8mm; }
* { box-sizing: border-box; }
body { margin: 0; background: ${page}; color: ${ink}; font: 15px/1.5 ${FONT_FAMILY}; }
main { overflow-x: auto; }
svg { display: block; margin: 0 auto; width: 100%; height: auto; min-width: 1000px; max-width: 2000px; }
.paper { display: none; }
details { max-width: 2000px; margin: 0 auto; padding: 8px 40px 48px; }
summary { cursor: pointer; color: ${soft}; padding: 8px 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; background: ${card}; }
th, td { border: 1px solid ${line}; padding: 8px 12px; text-align: start; vertical-align: top; }
th { white-space: nowrap; }
td ul { margin: 0; padding-inline-start: 18px; }
a { color: inherit; }
@media print {
  body { background: none; }
  details, .screen { display: none; }
  .paper { display: block; }
  main { overflow: visible; }
  svg { min-width: 0; max-width: 100%; max-height: 100vh; }
  svg, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
}

function table(view: MapView, words: SheetWords): Markup {
  const columns: readonly [string, (moment: MomentView) => Child][] = [
    [words.goals, ({ goals }) => bullets(goals)],
    [words.actions, ({ actions }) => bullets(actions)],
    [words.motivations, ({ motivations }) => bullets(motivations)],
    [words.questions, ({ questions }) => bullets(questions)],
    [words.emotions, ({ emotion, feeling }) => feelingIn(words, emotion, feeling)],
    [
      words.friction,
      ({ friction }) => bullets(friction.map((one) => `${one.text} (${words.severity(one.severity)})`)),
    ],
    [words.evidence, ({ evidence }) => bullets(evidence.map(({ title, url }) => linked(url, title)))],
  ];
  const heading = (text: string) => element('th', { scope: 'col' }, text);
  const rows = view.phases.flatMap((phase) =>
    phase.moments.map((moment) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, phase.name),
        element('th', { scope: 'row' }, `${String(moment.number)} ${moment.touchpoint.name}`),
        columns.map(([, cell]) => element('td', {}, cell(moment))),
      ),
    ),
  );
  const head = [words.phase, words.touchpoints, ...columns.map(([name]) => name)].map(heading);
  return element(
    'div',
    { class: 'table' },
    element('table', {}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows)),
  );
}

function feelingIn(words: SheetWords, emotion: number | undefined, feeling: string | undefined): string {
  const measured = emotion === undefined ? undefined : words.emotion(emotion);
  return [feeling, measured].filter((part) => part !== undefined).join(', ');
}

function bullets(items: readonly Child[]): Child {
  if (items.length === 0) return undefined;
  return element(
    'ul',
    {},
    items.map((item) => element('li', {}, item)),
  );
}
