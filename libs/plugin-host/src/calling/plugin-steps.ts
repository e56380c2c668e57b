import type { Clock, Finding, JsonObject } from '@parcours/kernel';
import type { HttpClient, PluginStepType, SendError, StepRequest, StepResult } from '@parcours/sdk';

import type { ConfigChecker } from '../config/config-checker.js';
import { checkedStep } from './action-results.js';
import { BadAnswer, failureOf } from './call-failure.js';
import { CallGuard } from './call-guard.js';
import { type CallMeter, outcomeOf } from './call-meter.js';
import { type CallLimits, DEFAULT_CALL_LIMITS } from './call-limits.js';
import { scrubbingLogger } from './scrubbing-logger.js';
import { SecretScrubber } from './secret-scrubber.js';
import { isOutage } from './send-results.js';
import { withDeadline } from './with-deadline.js';

/** A type of step of a loaded plugin; `type` is `plugin.name`. */
export type KnownStepType = Omit<PluginStepType, 'run'> & { readonly type: string };

export interface PluginStepsOptions {
  readonly clock: Clock;
  readonly limits?: Partial<CallLimits>;
  readonly http: HttpClient;
  /** Counts the calls. */
  readonly meter?: CallMeter;
}

interface Known {
  readonly step: PluginStepType;
  readonly checker: ConfigChecker;
  readonly guard: CallGuard;
}

/** Runs of one type of step at the same time, by one process. */
const AT_ONCE = 16;

/** No step type has secrets of its own. */
const NO_SECRETS = new SecretScrubber([]);

/** The types of steps of loaded plugins, each behind its own guard. */
export class PluginSteps {
  private readonly steps = new Map<string, Known>();
  private readonly limits: CallLimits;

  constructor(private readonly options: PluginStepsOptions) {
    this.limits = { ...DEFAULT_CALL_LIMITS, ...options.limits };
  }

  add(type: string, step: PluginStepType, checker: ConfigChecker): void {
    const guard = new CallGuard({ concurrency: AT_ONCE, limits: this.limits, isOutage });
    this.steps.set(type, { step, checker, guard });
  }

  all(): readonly KnownStepType[] {
    return [...this.steps].map(([type, { step }]) => {
      const { title, description, config, ways, explain = {} } = step;
      return { type, title, description, config, ways, explain };
    });
  }

  /** What is wrong with what a step is told; `undefined` where no loaded plugin has this type. */
  check(type: string, config: JsonObject): readonly Finding[] | undefined {
    return this.steps.get(type)?.checker.check(config);
  }

  /** Runs a step once. Whatever happens is a result; a type that is not loaded waits to be put right. */
  async run(type: string, request: StepRequest<JsonObject>, signal: AbortSignal): Promise<StepResult> {
    const known = this.steps.get(type);
    if (!known) {
      return failed('misconfigured', 'plugins.step-type-unknown', `No loaded plugin has the step '${type}'.`);
    }
    const { step, checker, guard } = known;
    const [defect] = checker.check(request.config);
    if (defect) return failed('permanent', 'plugins.input-invalid', `${defect.pointer} ${defect.message}`);
    const { clock, http } = this.options;
    const context = { logger: scrubbingLogger(type, NO_SECRETS), clock: { now: () => clock.now() }, http };
    const filled = { ...request, config: checker.withDefaults(request.config) };
    let began: number | undefined;
    const ended = (result: StepResult): StepResult => {
      const durationMs = began === undefined ? 0 : performance.now() - began;
      const [plugin = ''] = type.split('.');
      this.options.meter?.note({
        plugin,
        name: type,
        capability: 'step',
        outcome: outcomeOf([result]),
        durationMs,
      });
      return result;
    };
    try {
      return await guard.run(async () => {
        began = performance.now();
        const answer: unknown = await withDeadline(
          (aborted) => step.run(filled, { ...context, signal: aborted }),
          { ...this.limits, outer: signal },
        );
        const result = checkedStep(answer, step.ways, NO_SECRETS);
        if (!result) throw new BadAnswer();
        return ended(result);
      });
    } catch (cause) {
      return ended({
        status: 'failed',
        error: guard.refusal(cause) ?? failureOf(cause, NO_SECRETS, 'plugin'),
      });
    }
  }
}

function failed(kind: SendError['class'], code: string, detail: string): StepResult {
  return { status: 'failed', error: { class: kind, code, detail } };
}
