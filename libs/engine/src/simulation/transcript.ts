import type { Happening, Simulation } from './happening.js';
import { sinceStart } from './moments.js';

/** What happened, a line each, in the words of journey tests. `start` in milliseconds since the epoch. */
export function transcriptOf({ happenings }: Simulation, start: number): string[] {
  return happenings.map((happening) => `${sinceStart(happening.at, start)} ${lineOf(happening)}`);
}

function lineOf(happening: Happening): string {
  switch (happening.type) {
    case 'event':
      return `${happening.emitted ? 'emits' : 'hears'} ${happening.event}`;
    case 'enters':
      return `is let in${happening.heldOut ? ', held out' : ''}`;
    case 'refused':
      return `refused ${happening.code}`;
    case 'step':
      return `passes ${happening.record.step} (${happening.record.code})`;
    case 'sends':
      return `sends ${happening.request.template} (${happening.decision.channel})${
        happening.acknowledges === undefined ? '' : `, which acknowledges ${happening.acknowledges}`
      }`;
    case 'unacknowledged':
      return `does not acknowledge ${happening.survey} (${happening.code})`;
    case 'calls':
      return `calls ${happening.step}`;
    case 'goal':
      return `reaches ${happening.goal}`;
    case 'journey':
      return `${happening.way}s ${happening.journey}`;
    case 'ends':
      return `exits ${happening.reason}`;
  }
}
