import type { Happening } from './happening.js';

/** What can be expected: the words of journey tests. */
export const NAMES = [
  'sends',
  'skips',
  'exits',
  'reaches',
  'passes',
  'emits',
  'calls',
  'enters',
  'leaves',
  'refused',
] as const;

export type ExpectedName = (typeof NAMES)[number];

/** One thing that is expected, with details that have to be as said too. */
export type Expected = { readonly [name in ExpectedName]?: string } & {
  readonly channel?: string;
  readonly code?: string;
  readonly goal?: string;
};

/** The word that an expectation uses. */
export function nameOf(expected: Expected): ExpectedName | undefined {
  return NAMES.find((name) => expected[name] !== undefined);
}

/** True where a happening is what is expected, whenever it happened. */
export function matches(happening: Happening, expected: Expected): boolean {
  const name = nameOf(expected);
  if (name === undefined || valueOf(happening, name) !== expected[name]) return false;
  const { channel, code, goal } = expected;
  if (channel !== undefined && (happening.type !== 'sends' || happening.decision.channel !== channel))
    return false;
  if (code !== undefined && codeOf(happening) !== code) return false;
  return goal === undefined || goalOf(happening) === goal;
}

/** What a happening has to say to a word; `undefined` where it is of another kind. */
export function valueOf(happening: Happening, name: ExpectedName): string | undefined {
  switch (name) {
    case 'sends':
      return happening.type === 'sends' ? happening.request.template : undefined;
    case 'skips':
      if (happening.type === 'unacknowledged') return happening.step;
      return happening.type === 'step' && happening.record.code === 'skipped'
        ? happening.record.step
        : undefined;
    case 'exits':
      return happening.type === 'ends' ? happening.reason : undefined;
    case 'reaches':
      return happening.type === 'goal' ? happening.goal : undefined;
    case 'passes':
      return happening.type === 'step' ? happening.record.step : undefined;
    case 'emits':
      return happening.type === 'event' && happening.emitted ? happening.event : undefined;
    case 'calls':
      return happening.type === 'calls' ? happening.step : undefined;
    case 'enters':
    case 'leaves':
      return happening.type === 'journey' && `${happening.way}s` === name ? happening.journey : undefined;
    case 'refused':
      return happening.type === 'refused' ? happening.code : undefined;
  }
}

function codeOf(happening: Happening): string | undefined {
  if (happening.type === 'unacknowledged') return happening.code;
  if (happening.type !== 'step') return undefined;
  const { code, detail } = happening.record;
  const reason = detail?.['reason'];
  return code === 'skipped' && typeof reason === 'string' ? reason : code;
}

function goalOf(happening: Happening): string | undefined {
  if (happening.type === 'goal') return happening.goal;
  return happening.type === 'ends' ? happening.goal : undefined;
}
