import type { DiagramArrow, DiagramBox, DiagramGraph } from './diagram.js';

/** A box with the arrows that leave it, in the order of its ways. */
export interface ReadBox {
  readonly box: DiagramBox;
  readonly arrows: readonly DiagramArrow[];
}

/**
 * The boxes in the order in which a journey is read: each after all that lead to it, loops aside, and the first way of
 * a step before its second. It is the reverse postorder of a depth-first walk; what nothing leads to comes last.
 */
export function readingOrder({ boxes, arrows }: DiagramGraph): ReadBox[] {
  const leaving = new Map<string, DiagramArrow[]>(boxes.map(({ id }) => [id, []]));
  for (const arrow of arrows) leaving.get(arrow.from)?.push(arrow);
  const unread = new Map(boxes.map((box) => [box.id, { box, arrows: leaving.get(box.id) ?? [] }]));
  const entrances = boxes.filter(({ role }) => role === 'entry');
  const reached = walk(entrances.reverse(), unread);
  return [...reached, ...boxes.flatMap((box) => walk([box], unread))];
}

interface Visit {
  readonly read: ReadBox;
  /** How many of its arrows are still to be followed: the last is the next. */
  open: number;
}

/** What can be reached from the roots and was not read before; the last root comes first. */
function walk(roots: readonly DiagramBox[], unread: Map<string, ReadBox>): ReadBox[] {
  const finished: ReadBox[] = [];
  const trail: Visit[] = [];
  const enter = (id: string) => {
    const read = unread.get(id);
    if (!read) return;
    unread.delete(id);
    trail.push({ read, open: read.arrows.length });
  };
  for (const { id } of roots) {
    enter(id);
    for (let visit = trail.at(-1); visit; visit = trail.at(-1)) {
      visit.open -= 1;
      const arrow = visit.read.arrows[visit.open];
      if (arrow) enter(arrow.to);
      else {
        finished.push(visit.read);
        trail.pop();
      }
    }
  }
  return finished.reverse();
}
