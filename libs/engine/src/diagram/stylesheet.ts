import type { Palette } from './palette.js';
import { DARK, LIGHT } from './palette.js';

/** `auto` follows what the reader has chosen for their screen. */
export type DiagramTheme = 'light' | 'dark' | 'auto';

const FONT = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const SHAPES = [
  `text{font-family:${FONT}}`,
  '.heading{font-size:18px;font-weight:600}',
  '.subheading{font-size:12.5px}',
  '.kind{font-size:11px}',
  '.title{font-size:14px;font-weight:600}',
  '.detail,.problem,.words{font-size:12px}',
  '.card,.pill{stroke-width:1}',
  '.arrow{fill:none;stroke-width:1.6;stroke-linejoin:round}',
  '.broken .arrow{stroke-dasharray:5 4}',
  '.broken .card{stroke-dasharray:5 4;stroke-width:1.5}',
  '.faulty .card{stroke-width:1.5}',
  '.line{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}',
  '.dot{stroke:none}',
  '.rules{font-size:12.5px}',
  '.strong{font-weight:600}',
];

/** The style sheet of a drawing. It reaches only what is inside the drawing, in a page of its own or in another's. */
export function stylesheet(theme: DiagramTheme): string {
  const scoped = (rules: readonly string[]) =>
    rules.map((rule) => rule.replace(/(^|,)([.a-z])(?=[^{}]*\{)/gu, '$1.parcours-journey $2')).join('');
  const light = scoped([...SHAPES, ...coloursOf(theme === 'dark' ? DARK : LIGHT)]);
  return theme === 'auto' ? `${light}@media (prefers-color-scheme:dark){${scoped(coloursOf(DARK))}}` : light;
}

function coloursOf(palette: Palette): string[] {
  const { page, rim, ink, faint, arrow, card, cardRim, broken, brokenCard } = palette;
  return [
    `.page{fill:${page};stroke:${rim}}`,
    `text{fill:${ink}}`,
    `.kind,.detail,.words,.subheading{fill:${faint}}`,
    `.arrow{stroke:${arrow}}`,
    `.tip{fill:${arrow}}`,
    `.halo{fill:${page}}`,
    `.card{fill:${card};stroke:${cardRim}}`,
    `.faulty .card{stroke:${broken}}`,
    `.problem{fill:${broken}}`,
    `.broken .card{fill:${brokenCard};stroke:${broken}}`,
    `.broken .arrow{stroke:${broken}}`,
    `.broken-tip{fill:${broken}}`,
    `.broken .words,.broken .kind{fill:${broken}}`,
    `.rules-card{fill:${palette.exitRule};stroke:${palette.exitRuleRim}}`,
    `.rules{fill:${palette.exitRuleInk}}`,
    ...Object.entries(palette.signs).flatMap(([name, [ground, sign]]) => [
      `.${name} .ground{fill:${ground}}`,
      `.${name} .line{stroke:${sign}}`,
      `.${name} .dot{fill:${sign}}`,
    ]),
  ];
}
