import type { KeepResult, SendError, SendErrorClass, SendResult } from '@parcours/sdk';

/** What the host asks plugins to do. */
export type CallCapability = 'open' | 'send' | 'act' | 'receive' | 'verify' | 'step' | 'export' | 'sync';

/**
 * How a call ended: a class of failures; `timed-out` and `broken` (it threw, or talked rubbish) where the plugin itself
 * is at fault; `refused` where the host made no call, because too many waited or the other side is left alone.
 */
export type CallOutcome = 'done' | SendErrorClass | 'timed-out' | 'broken' | 'refused';

/** One call that has come to an end. */
export interface EndedCall {
  readonly plugin: string;
  /** The key of the connector, or the type of the step. */
  readonly name: string;
  readonly capability: CallCapability;
  readonly outcome: CallOutcome;
  readonly durationMs: number;
  /** Messages, records, people or rows that went with it; 1 when left out. */
  readonly items?: number;
}

/** Calls that ended alike. */
export interface CallCount extends Omit<EndedCall, 'durationMs' | 'items'> {
  readonly calls: number;
  readonly items: number;
  /** Microseconds, of all of them together. */
  readonly totalUs: number;
  /** How many took no longer than each of {@link DURATION_STEPS_MS}. */
  readonly within: readonly number[];
}

/** Durations by which calls are counted, in milliseconds. */
export const DURATION_STEPS_MS = [10, 100, 1_000, 10_000] as const;

type Counting = { -readonly [K in keyof CallCount]: CallCount[K] } & { within: number[] };

/** Counts the calls of this process until somebody fetches the counts. */
export class CallMeter {
  private counts = new Map<string, Counting>();

  note({ durationMs, items = 1, ...ended }: EndedCall): void {
    const { plugin, name, capability, outcome } = ended;
    const key = `${plugin} ${name} ${capability} ${outcome}`;
    let count = this.counts.get(key);
    if (!count) {
      count = { ...ended, calls: 0, items: 0, totalUs: 0, within: DURATION_STEPS_MS.map(() => 0) };
      this.counts.set(key, count);
    }
    count.calls += 1;
    count.items += items;
    count.totalUs += Math.round(durationMs * 1_000);
    for (const [at, step] of DURATION_STEPS_MS.entries()) {
      if (durationMs <= step) count.within[at] = (count.within[at] ?? 0) + 1;
    }
  }

  /** The counts since the last time; from here on they are the caller's. */
  drain(): readonly CallCount[] {
    const drained = [...this.counts.values()];
    this.counts = new Map();
    return drained;
  }

  /** Counts that could not be put anywhere are counted on. */
  giveBack(counts: readonly CallCount[]): void {
    for (const given of counts) {
      const key = `${given.plugin} ${given.name} ${given.capability} ${given.outcome}`;
      const more = this.counts.get(key);
      if (!more) {
        this.counts.set(key, { ...given, within: [...given.within] });
        continue;
      }
      more.calls += given.calls;
      more.items += given.items;
      more.totalUs += given.totalUs;
      more.within = more.within.map((count, at) => count + (given.within[at] ?? 0));
    }
  }
}

const BY_CODE: Readonly<Record<string, CallOutcome>> = {
  'plugin.timed-out': 'timed-out',
  'plugin.threw': 'broken',
  'plugin.bad-answer': 'broken',
  'plugin.circuit-open': 'refused',
  'plugin.busy': 'refused',
  'plugin.not-called': 'refused',
};

/** What a failure counts as. */
export function outcomeOfError({ code, class: kind }: SendError): CallOutcome {
  return BY_CODE[code] ?? kind;
}

/** Of several results: the first failure, as far as there is one. */
export function outcomeOf(
  results: readonly (SendResult | KeepResult | { readonly status: 'done' })[],
): CallOutcome {
  for (const result of results) {
    if (result.status === 'failed') return outcomeOfError(result.error);
  }
  return 'done';
}
