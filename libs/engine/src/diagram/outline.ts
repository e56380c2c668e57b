import type { DiagramArrow, DiagramBox, DiagramGraph } from './diagram.js';
import type { PictureContext } from './picture.js';
import { say } from './picture.js';

/** A graph as lines of text: what lets customers in, every step with where it leads, what makes them leave. */
export function outlineOf({ boxes, arrows, exitRules }: DiagramGraph, context: PictureContext): string {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const waysFrom = new Map<string, DiagramArrow[]>();
  for (const arrow of arrows) waysFrom.set(arrow.from, [...(waysFrom.get(arrow.from) ?? []), arrow]);
  const lines = boxes
    .filter(({ role }) => role !== 'missing')
    .map((box) => {
      const ways = (waysFrom.get(box.id) ?? []).map((arrow) => wayInWords(arrow, byId.get(arrow.to)));
      return [boxInWords(box, context), ...(ways.length > 0 ? [ways.join('; ')] : [])].join(' ');
    });
  const rules = exitRules.map((rule) =>
    say(context, `Leaves at once, from any step: ${rule}`, `Sort aussitôt, à toute étape : ${rule}`),
  );
  return [...lines, ...rules].join('\n');
}

function boxInWords(box: DiagramBox, context: PictureContext): string {
  const { kind, step, title, details, problem } = box;
  const words = [title, ...details, problem ?? ''].filter((part) => part !== '').join(', ');
  const name = step === undefined ? kind : `${step} (${kind})`;
  return words === '' ? `${name}.` : `${name}${say(context, ':', ' :')} ${words}.`;
}

function wayInWords({ label }: DiagramArrow, to: DiagramBox | undefined): string {
  const target = to?.step ?? (to?.title || '?');
  return label === undefined ? `→ ${target}` : `${label} → ${target}`;
}
