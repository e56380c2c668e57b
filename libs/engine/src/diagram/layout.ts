import { ParcoursError } from '@parcours/kernel';
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { BoxText } from './box-text.js';
import { boxText } from './box-text.js';
import type { DiagramArrow, DiagramBox, DiagramGraph } from './diagram.js';
import { readingOrder } from './reading-order.js';
import type { LabelText } from './label-text.js';
import { labelText } from './label-text.js';

/** A graph as the layout engine reads and writes it: the JSON of ELK. */
export type LayoutGraph = ElkNode;

/** Finds a place for everything in a graph. */
export type LayoutEngine = (graph: LayoutGraph) => Promise<LayoutGraph>;

/** A place in the drawing, in pixels from its top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with its place. */
export interface PlacedBox extends Point {
  readonly box: DiagramBox;
  readonly text: BoxText;
}

/** An arrow with its course, and the place of its words: it leads to them and on from them. */
export interface PlacedArrow {
  readonly arrow: DiagramArrow;
  readonly courses: readonly (readonly Point[])[];
  readonly label: (Point & { readonly text: LabelText }) | undefined;
}

/** A graph with a place for everything. */
export interface PlacedGraph {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

const TOP_DOWN: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.edgeNode': '22',
  'elk.spacing.edgeEdge': '16',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeNodeBetweenLayers': '17',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  // What nothing leads to stands beside the journey, not above it.
  'elk.separateConnectedComponents': 'false',
  // The graph is given in its reading order.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  // As far up as can be: the words of a way then stand right below the box that they belong to.
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
};

/** A long journey goes on in a next column, so that it stays in sight. */
const IN_COLUMNS: LayoutOptions = {
  'elk.layered.wrapping.strategy': 'MULTI_EDGE',
  'elk.layered.wrapping.additionalEdgeSpacing': '24',
  'elk.aspectRatio': '1.5',
  // A balance costs more time the longer the journey is, and moves columns apart.
  'elk.layered.nodePlacement.bk.fixedAlignment': 'NONE',
};
const MOST_BOXES_IN_ONE_COLUMN = 16;

/** Gives everything its place: boxes from top to bottom, each as large as its words. */
export async function placeGraph(graph: DiagramGraph, layout: LayoutEngine): Promise<PlacedGraph> {
  const texts = new Map(graph.boxes.map((box) => [box.id, boxText(box)]));
  const labels = new Map(graph.arrows.map(({ id, label }) => [id, labelText(label)]));
  const laid = await layOut({ graph, texts, labels }, layout);
  const places = new Map((laid.children ?? []).map((child) => [child.id, pointOf(child)]));
  const courses = new Map((laid.edges ?? []).map((edge) => [edge.id, courseOf(edge)]));
  return {
    width: laid.width ?? 0,
    height: laid.height ?? 0,
    boxes: graph.boxes.flatMap((box) => {
      const text = texts.get(box.id);
      return text ? [{ box, text, ...pointOf(places.get(box.id)) }] : [];
    }),
    arrows: graph.arrows.map((arrow) => {
      const text = labels.get(arrow.id);
      const parts = [courses.get(arrow.id), courses.get(afterLabel(arrow.id))];
      return {
        arrow,
        courses: parts.filter((course) => course !== undefined),
        label: text && { text, ...pointOf(places.get(labelId(arrow.id))) },
      };
    }),
  };
}

interface SetGraph {
  readonly graph: DiagramGraph;
  readonly texts: ReadonlyMap<string, BoxText>;
  readonly labels: ReadonlyMap<string, LabelText | undefined>;
}

async function layOut(set: SetGraph, layout: LayoutEngine): Promise<LayoutGraph> {
  if (set.graph.boxes.length <= MOST_BOXES_IN_ONE_COLUMN) return layout(requestOf(set, TOP_DOWN));
  try {
    return await layout(requestOf(set, { ...TOP_DOWN, ...IN_COLUMNS }));
  } catch (error) {
    if (error instanceof ParcoursError) throw error;
    // ELK fails on some graphs when it breaks them into columns; the same graph in one piece it can do.
    return layout(requestOf(set, TOP_DOWN));
  }
}

/**
 * Words on an arrow are a node between its two ends: ELK's own labels lose their line where a column ends. They come
 * right after the box that the arrow leaves, which keeps the order of the ways.
 */
function requestOf({ graph, texts, labels }: SetGraph, layoutOptions: LayoutOptions): LayoutGraph {
  const children: ElkNode[] = [];
  const edges: ElkExtendedEdge[] = [];
  for (const { box, arrows } of readingOrder(graph)) {
    children.push({ id: box.id, ...sizeOf(texts.get(box.id)) });
    for (const { id, from, to } of arrows) {
      const text = labels.get(id);
      if (!text) {
        edges.push({ id, sources: [from], targets: [to] });
        continue;
      }
      children.push({ id: labelId(id), ...sizeOf(text) });
      edges.push(
        { id, sources: [from], targets: [labelId(id)] },
        { id: afterLabel(id), sources: [labelId(id)], targets: [to] },
      );
    }
  }
  return { id: 'journey', layoutOptions, children, edges };
}

function labelId(arrow: string): string {
  return `${arrow}-label`;
}

function afterLabel(arrow: string): string {
  return `${arrow}-on`;
}

function sizeOf(text: { width: number; height: number } | undefined): { width: number; height: number } {
  return { width: text?.width ?? 0, height: text?.height ?? 0 };
}

function courseOf({ sections = [] }: ElkExtendedEdge): Point[] {
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
}

function pointOf(place: { x?: number; y?: number } | undefined): Point {
  return { x: place?.x ?? 0, y: place?.y ?? 0 };
}
