import { MAX_STEPS } from '../definition/schema.js';
import { EngineErrors } from '../engine.errors.js';
import type { StepTypes } from '../steps/step-types.js';
import { STEP_TYPES } from '../steps/step-types.js';
import type { DiagramGraph } from './diagram.js';
import { elkLayout } from './elk-layout.js';
import { diagramGraph } from './graph.js';
import { paintHeading } from './heading.js';
import type { LayoutEngine, PlacedGraph } from './layout.js';
import { placeGraph } from './layout.js';
import { outlineOf } from './outline.js';
import { paintArrow, paintBox, paintLabel } from './paint-graph.js';
import type { PictureContext } from './picture.js';
import { say } from './picture.js';
import type { DiagramTheme } from './stylesheet.js';
import { stylesheet } from './stylesheet.js';
import { element, escapeXml, titleElement } from './svg.js';

/** What is to be drawn, and how. */
export interface DrawJourneyOptions extends PictureContext {
  /** What people call the journey. */
  readonly name: string;
  /** A line below the name, such as which version this is. */
  readonly subtitle?: string;
  /** Default `auto`: as the reader's screen is. */
  readonly theme?: DiagramTheme;
  /** Who finds a place for everything; default: ELK on this thread. */
  readonly layout?: LayoutEngine;
  readonly stepTypes?: StepTypes;
}

const MARGIN = 28;
const BELOW_HEADING = 26;

/** Most boxes and arrows of one drawing: beyond, nobody could read it, and a layout would take minutes. */
const MOST_BOXES = MAX_STEPS + 200;
const MOST_ARROWS = 3_000;

/**
 * Draws a journey as an SVG of its own: what lets customers in, every step with its ways, what makes them leave. Any
 * definition can be drawn; what is wrong in an unfinished one is shown in red. Equal input gives equal output.
 * @throws engine.diagram-too-large
 * @example await drawJourney(definition, { name: 'Welcome', language: 'en', nameOf: () => undefined }) // "<svg …"
 */
export async function drawJourney(definition: unknown, options: DrawJourneyOptions): Promise<string> {
  const { layout = elkLayout, stepTypes = STEP_TYPES } = options;
  const graph = diagramGraph(definition, options, stepTypes);
  if (graph.boxes.length > MOST_BOXES || graph.arrows.length > MOST_ARROWS)
    throw EngineErrors.diagramTooLarge({});
  const placed = await placeGraph(graph, layout);
  return paintDiagram(graph, placed, options);
}

/**
 * The same journey as a list in words, a line each: for readers who do not see the drawing.
 * @example outlineJourney(definition, { language: 'en', nameOf: () => undefined }) // "Starts with: account.created\n…"
 */
export function outlineJourney(
  definition: unknown,
  context: PictureContext,
  stepTypes: StepTypes = STEP_TYPES,
): string {
  return outlineOf(diagramGraph(definition, context, stepTypes), context);
}

function paintDiagram(graph: DiagramGraph, placed: PlacedGraph, options: DrawJourneyOptions): string {
  const { name, subtitle = '', theme = 'auto' } = options;
  const heading = paintHeading(
    {
      title: name,
      subtitle,
      rulesTitle: say(options, 'Leaves at once, from any step', 'Sort aussitôt, à toute étape'),
      rules: graph.exitRules,
    },
    placed.width,
  );
  const inner = Math.max(placed.width, heading.width);
  const width = Math.ceil(inner + 2 * MARGIN);
  const top = MARGIN + heading.height + BELOW_HEADING;
  const height = Math.ceil(top + placed.height + MARGIN);
  const left = MARGIN + Math.max(0, (inner - placed.width) / 2);
  const drawing = [
    ...placed.arrows.map(paintArrow),
    ...placed.boxes.map(paintBox),
    ...placed.arrows.map(paintLabel),
  ].join('');
  const content = [
    titleElement(name),
    element('desc', { id: 'parcours-outline' }, escapeXml(outlineOf(graph, options))),
    element('style', {}, stylesheet(theme)),
    element('defs', {}, tip('parcours-tip', 'tip') + tip('parcours-broken-tip', 'broken-tip')),
    element('rect', { class: 'page', x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 18 }),
    element('g', { transform: `translate(${String(MARGIN)},${String(MARGIN)})` }, heading.svg),
    element('g', { transform: `translate(${String(left)},${String(top)})` }, drawing),
  ].join('\n');
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${String(width)} ${String(height)}`,
    width,
    height,
    class: 'parcours-journey',
    role: 'img',
    lang: options.language,
    'aria-label': name,
    'aria-describedby': 'parcours-outline',
  };
  return `${element('svg', attributes, `\n${content}\n`)}\n`;
}

function tip(id: string, style: string): string {
  const size = { viewBox: '0 0 8 8', refX: 5.5, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' };
  return element('marker', { id, ...size }, element('path', { class: style, d: 'M0,0.5 L7.5,4 L0,7.5 Z' }));
}
