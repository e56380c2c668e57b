import type { Plugin } from '../../plugin.js';
import { ACTION_CHECKS } from './action-checks.js';
import { CALLBACK_CHECKS } from './callback-checks.js';
import { CHANNEL_CHECKS } from './channel-checks.js';
import { Breach, type Check, Inapplicable, inTrial, shown } from './check.js';
import type { CheckResult, ConformanceReport } from './conformance-report.js';
import type {
  AnySubject,
  ConditionTestSubject,
  ConformanceSubject,
  StepSubject,
  TemplateHelperSubject,
} from './conformance-subject.js';
import { CRM_CHECKS } from './crm-checks.js';
import { CONDITION_TEST_CHECKS, TEMPLATE_HELPER_CHECKS } from './pure-checks.js';
import { EXPORT_CHECKS } from './export-checks.js';
import { SECRET_CHECK } from './secret-check.js';
import { inStepTrial, STEP_CHECKS } from './step-checks.js';

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
  ...CRM_CHECKS,
  ...EXPORT_CHECKS,
  ...CALLBACK_CHECKS,
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
  /** @throws Breach, Inapplicable */
  readonly run: () => Promise<void>;
}

/** How thoroughly a plugin is looked at. */
export interface ConformanceOptions {
  /** How many messages must leave no memory behind; 10,000 when left out. */
  readonly messages?: number;
}

function planned(
  plugin: Plugin,
  subjects: readonly AnySubject[],
  { messages: many = 10_000 }: ConformanceOptions = {},
): Planned[] {
  const forgotten = [
    ...Object.keys(plugin.connectors ?? {}).map((name) => ['connector', name] as const),
    ...Object.keys(plugin.stepTypes ?? {}).map((name) => ['stepType', name] as const),
    ...Object.keys(plugin.conditionTests ?? {}).map((name) => ['conditionTest', name] as const),
    ...Object.keys(plugin.templateHelpers ?? {}).map((name) => ['templateHelper', name] as const),
  ].filter(([kind, name]) => !subjects.some((each) => Reflect.get(each, kind) === name));
  if (forgotten.length > 0)
    throw new Breach(`nothing is said of ${forgotten.map(([, name]) => name).join(', ')}`);
  return subjects.flatMap((subject): readonly Planned[] => {
    if ('connector' in subject) return connectorChecks(plugin, subject, many);
    if ('stepType' in subject) return stepChecks(plugin, subject);
    return 'conditionTest' in subject ? testChecks(plugin, subject) : helperChecks(plugin, subject);
  });
}

function connectorChecks(plugin: Plugin, subject: ConformanceSubject, many: number): Planned[] {
  const connector = plugin.connectors?.[subject.connector];
  if (!connector) throw new Breach(`the plugin has no connector '${subject.connector}'`);
  return CHECKS.filter((check) => appliesTo(check, connector)).map((check) => ({
    title: `${subject.connector}: ${check.title}`,
    run: () => inTrial({ connector, subject, many }, (trial) => check.run(trial)),
  }));
}

function stepChecks(plugin: Plugin, subject: StepSubject): Planned[] {
  const step = plugin.stepTypes?.[subject.stepType];
  if (!step) throw new Breach(`the plugin has no type of step '${subject.stepType}'`);
  return STEP_CHECKS.map((check) => ({
    title: `${subject.stepType}: ${check.title}`,
    run: () => inStepTrial(step, subject, check),
  }));
}

function testChecks(plugin: Plugin, subject: ConditionTestSubject): Planned[] {
  const name = subject.conditionTest;
  const test = plugin.conditionTests?.[name];
  if (!test) throw new Breach(`the plugin has no test '${name}'`);
  return CONDITION_TEST_CHECKS.map((check) => ({
    title: `${name}: ${check.title}`,
    run: () => check.run({ test, subject }),
  }));
}

function helperChecks(plugin: Plugin, { templateHelper: name }: TemplateHelperSubject): Planned[] {
  const helper = plugin.templateHelpers?.[name];
  if (!helper) throw new Breach(`the plugin has no helper '${name}'`);
  return TEMPLATE_HELPER_CHECKS.map((check) => ({
    title: `${name}: ${check.title}`,
    run: () => check.run(helper),
  }));
}

function appliesTo(check: Check, connector: object): boolean {
  if (CHANNEL_CHECKS.includes(check)) return 'channel' in connector;
  if (CRM_CHECKS.includes(check)) return 'records' in connector;
  if (EXPORT_CHECKS.includes(check)) return 'exports' in connector;
  return !ACTION_CHECKS.includes(check) || 'actions' in connector;
}

/**
 * The checks of a plugin, each to be run by itself.
 * @example
 * it.each(conformanceChecks(plugin, subjects))('$title', ({ run }) => run());
 */
export function conformanceChecks(
  plugin: Plugin,
  subjects: readonly AnySubject[],
  options?: ConformanceOptions,
): readonly ConformanceCheck[] {
  return planned(plugin, subjects, options).map(({ title, run }) => ({
    title,
    run: async () => {
      await run().catch((cause: unknown) => {
        if (!(cause instanceof Inapplicable)) throw cause;
      });
    },
  }));
}

/** Runs every check, one after the other, and says how each ended. */
export async function checkConformance(
  plugin: Plugin,
  subjects: readonly AnySubject[],
  options?: ConformanceOptions,
): Promise<ConformanceReport> {
  const results: CheckResult[] = [];
  for (const { title, run } of planned(plugin, subjects, options)) {
    const began = performance.now();
    const ended = await run().then(
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
