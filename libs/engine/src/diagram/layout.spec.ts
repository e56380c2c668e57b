import fc from 'fast-check';
import { aLongJourney } from '../testing/long-journeys.js';
import { STEP_TYPES } from '../steps/step-types.js';
import { elkLayout } from './elk-layout.js';
import { diagramGraph } from './graph.js';
import type { LayoutEngine, PlacedGraph, Point } from './layout.js';
import { placeGraph } from './layout.js';

const CONTEXT = { language: 'en', nameOf: () => undefined } as const;

interface Area extends Point {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

async function placed(definition: unknown, layout: LayoutEngine = elkLayout): Promise<PlacedGraph> {
  return placeGraph(diagramGraph(definition, CONTEXT, STEP_TYPES), layout);
}

function areasOf({ boxes, arrows }: PlacedGraph): Area[] {
  return [
    ...boxes.map(({ box, text, x, y }) => ({
      name: box.title,
      x,
      y,
      width: text.width,
      height: text.height,
    })),
    ...arrows.flatMap(({ arrow, label }) =>
      label
        ? [
            {
              name: arrow.label ?? '',
              x: label.x,
              y: label.y,
              width: label.text.width,
              height: label.text.height,
            },
          ]
        : [],
    ),
  ];
}

function overlapsOf(graph: PlacedGraph): string[] {
  const areas = areasOf(graph);
  return areas.flatMap((a, index) =>
    areas
      .slice(index + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => `${a.name} and ${b.name}`),
  );
}

/** Parts of arrows that are neither upright nor level: a layout that went wrong. */
function slantedOf({ arrows }: PlacedGraph): string[] {
  return arrows.flatMap(({ arrow, courses }) =>
    courses.flatMap((course) =>
      course.slice(1).flatMap((point, index) => {
        const before = course[index];
        const isStraight =
          before && (Math.abs(before.x - point.x) < 0.5 || Math.abs(before.y - point.y) < 0.5);
        return isStraight ? [] : [arrow.id];
      }),
    ),
  );
}

function touches(point: Point | undefined, { x, y, width, height }: Area): boolean {
  if (!point) return false;
  return point.x >= x - 1 && point.x <= x + width + 1 && point.y >= y - 1 && point.y <= y + height + 1;
}

/** Arrows that do not go from their box to their box. */
function looseOf(graph: PlacedGraph): string[] {
  const areas = new Map(
    graph.boxes.map(({ box, text, x, y }) => [box.id, { name: box.id, x, y, ...text }] as const),
  );
  return graph.arrows.flatMap(({ arrow, courses }) => {
    const from = areas.get(arrow.from);
    const to = areas.get(arrow.to);
    const isHeld = from && to && touches(courses[0]?.[0], from) && touches(courses.at(-1)?.at(-1), to);
    return isHeld ? [] : [arrow.id];
  });
}

describe('the layout of a journey', () => {
  it.each([2, 12, 40, 120])('gives %i steps a place each, with whole arrows between them', async (length) => {
    const graph = await placed(aLongJourney(length));
    expect(graph.boxes).toHaveLength(length + 3);
    expect(overlapsOf(graph)).toEqual([]);
    expect(slantedOf(graph)).toEqual([]);
    expect(looseOf(graph)).toEqual([]);
  });

  it('keeps a short journey in one column and breaks a long one', async () => {
    const short = await placed(aLongJourney(8));
    const long = await placed(aLongJourney(60));
    expect(short.height).toBeGreaterThan(short.width);
    expect(long.width).toBeGreaterThan(long.height / 2);
  });

  it('puts what comes first above what comes next', async () => {
    const { boxes } = await placed(aLongJourney(6));
    const top = (step: string) => boxes.find(({ box }) => box.step === step)?.y ?? Number.NaN;
    expect(top('step-1')).toBeLessThan(top('step-2'));
    expect(top('step-2')).toBeLessThan(top('step-3'));
  });

  it('tries again in one piece when the engine fails on columns', async () => {
    let tries = 0;
    const graph = await placed(aLongJourney(40), async (request) => {
      tries += 1;
      if (tries === 1) throw new Error('no such element');
      return elkLayout(request);
    });
    expect(tries).toBe(2);
    expect(overlapsOf(graph)).toEqual([]);
  });

  it('holds for any journey, loops and orphans and ways to nowhere included', async () => {
    const place = fc.integer({ min: 0, max: 30 });
    const shape = fc.array(fc.array(place, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 26 });
    await fc.assert(
      fc.asyncProperty(shape, async (ways) => {
        const keyAt = (index: number) => `s${String(index)}`;
        const steps = ways.map((next, index) => [keyAt(index), aStep(next.map(keyAt))]);
        const graph = await placed({
          entry: { triggers: [{ type: 'api' }] },
          start: 's0',
          steps: Object.fromEntries(steps),
        });
        expect(overlapsOf(graph)).toEqual([]);
        expect(looseOf(graph)).toEqual([]);
        expect(slantedOf(graph)).toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

function aStep(ways: readonly string[]): object {
  const [next, ...others] = ways;
  if (others.length === 0) return { type: 'wait', for: '1d', next };
  const cases = others.map((way, index) => ({ when: { trait: 'score', is: index }, next: way }));
  return { type: 'branch', cases, else: next };
}
