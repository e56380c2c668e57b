import type { LayoutEngine } from './layout.js';

/**
 * Lays a graph out with ELK, on this thread: 500 boxes take about a second. The engine is loaded when it is first
 * needed, as most processes never draw.
 */
export const elkLayout: LayoutEngine = async (graph) => {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  return new Elk.default().layout(graph);
};
