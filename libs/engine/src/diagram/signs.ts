import type { PictureIcon } from './picture.js';
import type { SignColour } from './palette.js';
import { element } from './svg.js';

/** The sign of a kind of box, drawn around its own middle, about 20 pixels wide. */
interface Sign {
  readonly colour: SignColour;
  readonly drawing: string;
}

const line = (d: string) => element('path', { class: 'line', d });
const filled = (d: string) => element('path', { class: 'dot', d });
const ring = (r: number) => element('circle', { class: 'line', r });
const dot = (r: number, x = 0, y = 0) => element('circle', { class: 'dot', r, cx: x, cy: y });

const BOLT = filled('M1.5,-9 L-6,1.5 L-1,1.5 L-2,9 L6,-2.5 L1,-2.5 Z');
const BRACKETS = line('M-3.5,-6.5 L-9,0 L-3.5,6.5 M3.5,-6.5 L9,0 L3.5,6.5');
const DOOR = line('M-1,-8 H7 V8 H-1 M-9,0 H2 M-2,-4 L2,0 L-2,4');
const ENVELOPE = line('M-9,-6.5 H9 V6.5 H-9 Z M-9,-5.5 L0,1.5 L9,-5.5');
const CLOCK = ring(8) + line('M0,-4.5 V0 L3.2,2.4');
const WAVES =
  dot(2.2) +
  line(
    'M-4.5,-4.5 A6.4,6.4 0 0 0 -4.5,4.5 M4.5,-4.5 A6.4,6.4 0 0 1 4.5,4.5 M-7.5,-7.5 A10.6,10.6 0 0 0 -7.5,7.5 M7.5,-7.5 A10.6,10.6 0 0 1 7.5,7.5',
  );
const FORK = line('M0,-8 V-2 M0,-2 L-6,6 M0,-2 L6,6 M-6.5,2 V6.5 H-2 M6.5,2 V6.5 H2');
const SCALES = line('M0,-8 V7 M-5,7 H5 M-8,-5 H8 M-8,-5 L-10.5,1.5 H-5.5 Z M8,-5 L5.5,1.5 H10.5 Z');
const PENCIL = line('M-7,7 L-6,2.5 L4,-7.5 L7.5,-4 L-2.5,6 Z M1.5,-5 L5,-1.5');
const GLOBE = ring(8) + line('M-8,0 H8 M0,-8 C-5,-4 -5,4 0,8 M0,-8 C5,-4 5,4 0,8');
const PLUG = line('M-3.5,-9 V-4 M3.5,-9 V-4 M-6.5,-4 H6.5 V-0.5 A6.5,6.5 0 0 1 -6.5,-0.5 Z M0,6 V9.5');
const TARGET = ring(7.5) + dot(3);
const HAND = line(
  'M-8,-6 H-2 V0 H-8 Z M-8,3 H-2 V9 H-8 Z M1.5,-3 H8.5 M1.5,6 H8.5 M-7,-3.5 L-5.5,-2 L-2.5,-5.5',
);
const STARS = line('M-8,-7 H8 V4 H1 L-4,8 V4 H-8 Z M-4,0.5 V-1 M0,0.5 V-3 M4,0.5 V-4.5');
const GIFT = line('M-8,-3 H8 V8 H-8 Z M0,-3 V8 M-8,2 H8 M0,-3 C-7,-3 -5,-9 0,-3 C5,-9 7,-3 0,-3');
const BOX = line('M-6.5,-6.5 H6.5 V6.5 H-6.5 Z');

const SIGNS: Readonly<Record<PictureIcon, Sign>> = {
  event: { colour: 'entry', drawing: BOLT },
  api: { colour: 'entry', drawing: BRACKETS },
  entry: { colour: 'entry', drawing: DOOR },
  message: { colour: 'message', drawing: ENVELOPE },
  wait: { colour: 'wait', drawing: CLOCK },
  'wait-for': { colour: 'wait', drawing: WAVES },
  branch: { colour: 'branch', drawing: FORK },
  split: { colour: 'branch', drawing: SCALES },
  choice: { colour: 'message', drawing: HAND },
  survey: { colour: 'message', drawing: STARS },
  offer: { colour: 'message', drawing: GIFT },
  update: { colour: 'update', drawing: PENCIL },
  action: { colour: 'update', drawing: PLUG },
  http: { colour: 'update', drawing: GLOBE },
  exit: { colour: 'exit', drawing: TARGET },
  step: { colour: 'update', drawing: BOX },
};

/** The mark of a step that is missing or unfinished. */
const BROKEN: Sign = { colour: 'broken', drawing: line('M0,-6 V1.5') + dot(1.4, 0, 5.5) };

/** The sign of a box, in a disc of its colour whose middle is at the point. */
export function signAt(icon: PictureIcon | 'broken', x: number, y: number): string {
  const { colour, drawing } = icon === 'broken' ? BROKEN : SIGNS[icon];
  const ground = element('circle', { class: 'ground', r: 17 });
  return element('g', { class: colour, transform: `translate(${String(x)},${String(y)})` }, ground + drawing);
}
