import { isError, isJsonObject } from '@parcours/kernel';
import { validateDefinition } from '../definition/validate.js';
import type { StepTypes } from '../steps/step-types.js';
import { drawGate, drawTriggers, tellExitRules } from './entrances.js';
import type { DiagramArrow, DiagramBox, DiagramGraph } from './diagram.js';
import type { PictureContext, StepPicture } from './picture.js';
import { say } from './picture.js';
import { drawUnfinishedStep } from './unfinished-step.js';

/** Reads whatever of a definition can be drawn: drafts may be unfinished, and anything may stand in them. */
export function diagramGraph(
  definition: unknown,
  context: PictureContext,
  stepTypes: StepTypes,
): DiagramGraph {
  const { entry, exit, start, steps } = isJsonObject(definition) ? definition : {};
  const pictures = new Map(
    Object.entries(isJsonObject(steps) ? steps : {}).map(([key, step]) => [
      key,
      pictureOf(step, context, stepTypes),
    ]),
  );
  const sketch = new GraphSketch(context);
  const triggers = drawTriggers(entry, context).map((picture) => sketch.addEntrance(picture));
  const gatePicture = drawGate(entry, context);
  const gate = gatePicture && sketch.addEntrance(gatePicture);
  const problems = problemsOf(definition, stepTypes);
  for (const [key, picture] of pictures) sketch.addStep(key, picture, problems.get(key));
  const first = sketch.boxOfStep(typeof start === 'string' ? start : '?');
  for (const trigger of triggers) sketch.connect(trigger, gate ?? first);
  if (gate) sketch.connect(gate, first);
  for (const [key, { ways }] of pictures) {
    for (const { next, label } of ways) sketch.connect(sketch.boxOfStep(key), sketch.boxOfStep(next), label);
  }
  return { boxes: sketch.boxes, arrows: sketch.arrows, exitRules: tellExitRules(exit, context) };
}

function pictureOf(step: unknown, context: PictureContext, stepTypes: StepTypes): StepPicture {
  const type = isJsonObject(step) ? step['type'] : undefined;
  const found = typeof type === 'string' ? stepTypes.get(type) : undefined;
  return found?.picture(step, context) ?? drawUnfinishedStep(step, context);
}

/** The first error of each step. A way to nowhere is not told: it is drawn. */
function problemsOf(definition: unknown, stepTypes: StepTypes): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  for (const finding of validateDefinition(definition, {}, stepTypes)) {
    const [, collection, token] = finding.pointer.split('/');
    if (collection !== 'steps' || token === undefined) continue;
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isError(finding) || finding.code === 'journeys.unknown-step' || problems.has(key)) continue;
    problems.set(key, finding.message);
  }
  return problems;
}

/** A graph that grows. Ids count up, so that equal definitions give equal drawings. */
class GraphSketch {
  readonly boxes: DiagramBox[] = [];
  readonly arrows: DiagramArrow[] = [];
  private readonly byStep = new Map<string, DiagramBox>();

  constructor(private readonly context: PictureContext) {}

  addEntrance(picture: Omit<StepPicture, 'ways'>): DiagramBox {
    const { icon, kind, title, details } = picture;
    return this.add({ role: 'entry', icon, kind, title, details });
  }

  addStep(step: string, picture: StepPicture, problem: string | undefined): void {
    const { icon, kind, title, details } = picture;
    const role = icon === 'exit' ? 'end' : 'step';
    this.byStep.set(step, this.add({ role, step, icon, kind, title, details, problem }));
  }

  /** The box of a step, or of the fact that it is missing. */
  boxOfStep(step: string): DiagramBox {
    const known = this.byStep.get(step);
    if (known) return known;
    const missing = this.add({
      role: 'missing',
      icon: 'step',
      kind: say(this.context, 'No such step', 'Étape introuvable'),
      title: step,
      details: [],
    });
    this.byStep.set(step, missing);
    return missing;
  }

  connect(from: DiagramBox, to: DiagramBox, label?: string): void {
    const id = `a${String(this.arrows.length)}`;
    this.arrows.push({ id, from: from.id, to: to.id, label, isBroken: to.role === 'missing' });
  }

  private add(box: Omit<DiagramBox, 'id'>): DiagramBox {
    const added = { id: `b${String(this.boxes.length)}`, ...box };
    this.boxes.push(added);
    return added;
  }
}
