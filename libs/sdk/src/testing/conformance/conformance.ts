import type { Plugin } from '../../plugin.js';
import { ACTION_CHECKS } from './action-checks.js';
import { CHANNEL_CHECKS } from './channel-checks.js';
import { Breach, type Check, Inapplicable, inTrial, shown, type TrialParts } from './check.js';
import type { CheckResult, ConformanceReport } from './conformance-report.js';
import type { ConformanceSubject } from './conformance-subject.js';
import { SECRET_CHECK } from './secret-check.js';

const CHECKS: readonly Check[] = [
  {
    title: 'it opens, and closes again',
    async run(trial) {
      const connector = await trial.open();
      await connector.close();
    },
  },
  ...CHANNEL_CHECKS,
  ...ACTION_CHECKS,
  SECRET_CHECK,
];

/** One check of one connector, for a runner of tests of your own. */
export interface ConformanceCheck {
  readonly title: string;
  /** Resolves where it holds or is not applicable. @throws what was found instead */
  run(): Promise<void>;
}

interface Planned {
  readonly title: string;
  readonly check: Check;
  readonly parts: TrialParts;
}

/** How thoroughly a plugin is looked at. */
export interface ConformanceOptions {
  /** How many messages must leave no memory behind; 10,000 when left out. */
  readonly messages?: number;
}

function planned(
  plugin: Plugin,
  subjects: readonly ConformanceSubject[],
  { messages: many = 10_000 }: ConformanceOptions = {},
): Planned[] {
  const connectors = plugin.connectors ?? {};
  const forgotten = Object.keys(connectors).filter(
    (name) => !subjects.some((each) => each.connector === name),
  );
  if (forgotten.length > 0) throw new Breach(`nothing is said of the connector ${forgotten.join(', ')}`);
  return subjects.flatMap((subject) => {
    const connector = connectors[subject.connector];
    if (!connector) throw new Breach(`the plugin has no connector '${subject.connector}'`);
    const applies = CHECKS.filter((check) => appliesTo(check, connector));
    return applies.map((check) => ({
      title: `${subject.connector}: ${check.title}`,
      check,
      parts: { connector, subject, many },
    }));
  });
}

function appliesTo(check: Check, connector: object): boolean {
  if (CHANNEL_CHECKS.includes(check)) return 'channel' in connector;
  return !ACTION_CHECKS.includes(check) || 'actions' in connector;
}

/**
 * The checks of a plugin, each to be run by itself.
 * @example
 * it.each(conformanceChecks(plugin, subjects))('$title', ({ run }) => run());
 */
export function conformanceChecks(
  plugin: Plugin,
  subjects: readonly ConformanceSubject[],
  options?: ConformanceOptions,
): readonly ConformanceCheck[] {
  return planned(plugin, subjects, options).map(({ title, check, parts }) => ({
    title,
    run: async () => {
      await inTrial(parts, (trial) => check.run(trial)).catch((cause: unknown) => {
        if (!(cause instanceof Inapplicable)) throw cause;
      });
    },
  }));
}

/** Runs every check, one after the other, and says how each ended. */
export async function checkConformance(
  plugin: Plugin,
  subjects: readonly ConformanceSubject[],
  options?: ConformanceOptions,
): Promise<ConformanceReport> {
  const results: CheckResult[] = [];
  for (const { title, check, parts } of planned(plugin, subjects, options)) {
    const began = performance.now();
    const ended = await inTrial(parts, (trial) => check.run(trial)).then(
      (): Pick<CheckResult, 'status' | 'detail'> => ({ status: 'passed' }),
      endOf,
    );
    results.push({ title, ...ended, durationMs: performance.now() - began });
  }
  return { plugin: plugin.id, results, passed: results.every(({ status }) => status !== 'failed') };
}

function endOf(cause: unknown): Pick<CheckResult, 'status' | 'detail'> {
  if (cause instanceof Inapplicable) return { status: 'skipped', detail: cause.message };
  if (cause instanceof Breach) return { status: 'failed', detail: cause.message };
  return { status: 'failed', detail: `it threw ${shown(cause)}` };
}
