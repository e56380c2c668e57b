import { describeError } from '@parcours/kernel';
import { bulkhead, type BulkheadPolicy, BulkheadRejectedError } from 'cockatiel';
import { BadAnswer, failureOf } from './call-failure.js';
import type { ConfigChecker } from '../config/config-checker.js';
import { checkedAction } from './action-results.js';
import type {
  ActionRequest,
  ActionResult,
  ActionRunner,
  CallbackRequest,
  CallbackResult,
  ConnectorCapabilities,
  CrmConnector,
  Deliver,
  HealthReport,
  InsightStream,
  OpenConnector,
  OpenInsightExporter,
  OutgoingMessage,
  SendError,
  SendResult,
} from '@parcours/sdk';
import { isHttpFailure } from '@parcours/sdk';
import { CallGuard, type CallUrgency } from './call-guard.js';
import type { CallLimits } from './call-limits.js';
import { type CallCapability, type CallMeter, type CallOutcome, outcomeOf } from './call-meter.js';
import { type AnyOpenCrm, CrmCalls, type NoteCall } from './crm-calls.js';
import { ExportCalls } from './export-calls.js';
import type { SecretScrubber } from './secret-scrubber.js';
import { checkedResults, failAll, isOutage } from './send-results.js';
import { DeadlinePassed, withDeadline } from './with-deadline.js';
import { checkedCallback } from './callback-results.js';

/** Providers give up on a callback after some ten seconds, and send it again. */
const CALLBACK_MS = 8_000;
const CALLBACKS_AT_ONCE = 32;

/** What a handle is made of. */
export interface HandleParts {
  readonly type: string;
  /** Left out where the connector carries no messages. */
  readonly channel: string | undefined;
  readonly instanceKey: string;
  readonly capabilities: ConnectorCapabilities;
  readonly connector: AnyOpenConnector;
  /** Left out where the connector keeps no records. */
  readonly records?: CrmConnector['records'] | undefined;
  /** The streams that it takes; left out where it exports nothing. */
  readonly exports?: readonly InsightStream[];
  /** Of its actions, by name. */
  readonly inputs: ReadonlyMap<string, ConfigChecker>;
  readonly limits: CallLimits;
  readonly scrubber: SecretScrubber;
  /** Counts the calls. */
  readonly meter?: CallMeter;
}

/** What any kind of connector has, open. */
export type AnyOpenConnector = Partial<Pick<OpenConnector, 'sendBatch' | 'callbacks' | 'listen'>> &
  Partial<ActionRunner> &
  AnyOpenCrm &
  Partial<Pick<OpenInsightExporter, 'export'>> &
  Pick<OpenConnector, 'verify' | 'close'>;

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  readonly urgency?: CallUrgency | undefined;
}

const NOT_CALLED: SendError = {
  class: 'temporary',
  code: 'plugin.not-called',
  detail: 'The connector is closing.',
};

const NO_CHANNEL: SendError = {
  class: 'misconfigured',
  code: 'plugin.no-channel',
  detail: 'The connector carries no messages.',
};

function failedAction(kind: SendError['class'], code: string, detail: string): ActionResult {
  return { status: 'failed', error: { class: kind, code, detail } };
}

/** As what a reading of a callback counts. */
const READ: Readonly<Record<CallbackResult['status'], CallOutcome>> = {
  accepted: 'done',
  'bad-signature': 'permanent',
  malformed: 'permanent',
  unavailable: 'temporary',
};

/** As what a failure counts after which the same callback may be understood; `undefined` where it never will. */
function unreadUntilLater(cause: unknown): CallOutcome | undefined {
  if (cause instanceof DeadlinePassed) return 'timed-out';
  if (cause instanceof BulkheadRejectedError) return 'refused';
  return isHttpFailure(cause) ? 'temporary' : undefined;
}

/**
 * The only way to an open connector. It never throws for a batch: whatever the plugin does, each message gets a
 * result, and a plugin that hangs, throws or talks rubbish costs its own messages a retry.
 */
export class ConnectorHandle {
  readonly type: string;
  readonly channel: string | undefined;
  readonly instanceKey: string;
  readonly capabilities: ConnectorCapabilities;
  /** The records behind it, where it keeps any. */
  readonly crm: CrmCalls | undefined;
  /** The warehouse behind it, where it exports. */
  readonly exporter: ExportCalls | undefined;
  private readonly guard: CallGuard;
  /** Callbacks have places of their own, and no circuit breaker: what strangers send must not shut anything. */
  private readonly callbackPlaces: BulkheadPolicy;
  private closing: Promise<void> | undefined;

  constructor(private readonly parts: HandleParts) {
    const { type, channel, instanceKey, capabilities, limits } = parts;
    this.type = type;
    this.channel = channel;
    this.instanceKey = instanceKey;
    this.capabilities = capabilities;
    this.guard = new CallGuard({ concurrency: capabilities.concurrency, limits, isOutage });
    const { records, connector, scrubber, exports = [] } = parts;
    const note: NoteCall = (outcome, began, items) => {
      this.note('sync', outcome, began, items);
    };
    this.crm = records && new CrmCalls({ records, connector, guard: this.guard, limits, scrubber, note });
    const write = connector.export?.bind(connector);
    this.exporter =
      write &&
      new ExportCalls({
        ...{ exports, write, guard: this.guard, limits, scrubber },
        maxBatch: capabilities.maxBatch,
        ended: (outcome, began, rows) => {
          this.note('export', outcome, began, rows);
        },
      });
    this.callbackPlaces = bulkhead(CALLBACKS_AT_ONCE, limits.waitingCalls);
  }

  /** A text without the secrets of this connector. */
  clean(text: string): string {
    return this.parts.scrubber.text(text, Infinity);
  }

  /** How the circuit breaker stands. */
  circuit(): 'closed' | 'open' | 'half-open' {
    return this.guard.circuit();
  }

  /**
   * Hands messages over; one result per message, in the same order. More than `maxBatch` of them go in several calls,
   * one after the other.
   */
  async sendBatch(
    messages: readonly OutgoingMessage[],
    { signal, urgency }: SendOptions = {},
  ): Promise<readonly SendResult[]> {
    const { maxBatch } = this.capabilities;
    if (messages.length === 0) return [];
    if (messages.length <= maxBatch) return this.sendOnce(messages, { signal, urgency });
    const results: SendResult[] = [];
    for (let at = 0; at < messages.length; at += maxBatch) {
      results.push(...(await this.sendOnce(messages.slice(at, at + maxBatch), { signal, urgency })));
    }
    return results;
  }

  /** Does one action; whatever happens is a result. */
  async act(request: ActionRequest, signal?: AbortSignal): Promise<ActionResult> {
    const { inputs, limits, scrubber, connector } = this.parts;
    const checker = inputs.get(request.action);
    const act = connector.act?.bind(connector);
    if (!checker || !act) return failedAction('misconfigured', 'plugins.action-unknown', request.action);
    const [defect] = checker.check(request.input);
    if (defect) {
      const detail = `${defect.pointer} ${defect.message}`;
      return failedAction('permanent', 'plugins.input-invalid', detail);
    }
    if (signal?.aborted || this.closing) return { status: 'failed', error: NOT_CALLED };
    const filled = { ...request, input: checker.withDefaults({ ...request.input }) };
    let began: number | undefined;
    const ended = (result: ActionResult): ActionResult => {
      this.note('act', outcomeOf([result]), began);
      return result;
    };
    try {
      return await this.guard.run(async () => {
        began = performance.now();
        const answer: unknown = await withDeadline((aborted) => act(filled, { signal: aborted }), {
          ...limits,
          outer: signal,
        });
        const result = checkedAction(answer, scrubber);
        if (!result) throw new BadAnswer();
        return ended(result);
      });
    } catch (cause) {
      return ended({ status: 'failed', error: this.errorOf(cause) });
    }
  }

  /**
   * Lets the connector read what its provider has sent; `undefined` where it expects nothing. A plugin that throws or
   * talks rubbish has not understood it. It is `unavailable`, and to be sent again, where the plugin says so or could not
   * ask what it needs to know, where it does not come to an end, and where too many wait for it.
   */
  async receive(request: CallbackRequest): Promise<CallbackResult | undefined> {
    const { connector, limits, scrubber } = this.parts;
    const { callbacks } = connector;
    if (typeof callbacks?.parse !== 'function') return undefined;
    const deadline = { timeoutMs: Math.min(limits.timeoutMs, CALLBACK_MS), graceMs: 0 };
    let began: number | undefined;
    try {
      const answer: unknown = await this.callbackPlaces.execute(() => {
        began = performance.now();
        return withDeadline((signal) => callbacks.parse(request, { signal }), deadline);
      });
      const read = checkedCallback(answer, scrubber);
      this.note('receive', read ? READ[read.status] : 'broken', began);
      return read ?? { status: 'malformed', detail: 'The plugin gave no result.' };
    } catch (cause) {
      const later = unreadUntilLater(cause);
      this.note('receive', later ?? 'broken', began);
      const detail = scrubber.text(describeError(cause), 500);
      return { status: later ? 'unavailable' : 'malformed', detail };
    }
  }

  /**
   * Lets the connector tell what comes over a connection of its own; `keep` makes it durable. What a plugin tells wrongly
   * is refused to it. @throws whatever keeps the connector from beginning
   */
  async listen(keep: Deliver): Promise<void> {
    const { connector, limits, scrubber } = this.parts;
    if (typeof connector.listen !== 'function') return;
    const deliver = async (told: unknown): Promise<void> => {
      const result = checkedCallback(told, scrubber);
      if (result?.status !== 'accepted') throw new BadAnswer();
      await keep(result);
    };
    await withDeadline(() => connector.listen?.(deliver), limits);
  }

  /** Tries the configuration; a connector that cannot be tried counts as up. */
  async verify(signal?: AbortSignal): Promise<HealthReport> {
    const { connector, limits, scrubber } = this.parts;
    if (!connector.verify) return { status: 'up' };
    const began = performance.now();
    try {
      const report = await withDeadline((aborted) => connector.verify?.({ signal: aborted }), {
        ...limits,
        outer: signal,
      });
      const detail = typeof report?.detail === 'string' ? { detail: scrubber.text(report.detail, 500) } : {};
      const status = report?.status === 'up' ? 'up' : 'down';
      this.note('verify', status === 'up' ? 'done' : 'misconfigured', began);
      return { status, ...detail };
    } catch (cause) {
      this.note('verify', cause instanceof DeadlinePassed ? 'timed-out' : 'broken', began);
      return { status: 'down', detail: scrubber.text(describeError(cause), 500) };
    }
  }

  /** Closes the connector once; a plugin that does not come to an end is left behind. */
  close(): Promise<void> {
    this.closing ??= withDeadline(() => this.parts.connector.close(), {
      timeoutMs: 10_000,
      graceMs: 0,
    }).catch(() => undefined);
    return this.closing;
  }

  private async sendOnce(
    messages: readonly OutgoingMessage[],
    { signal, urgency }: SendOptions,
  ): Promise<readonly SendResult[]> {
    // An abort before the call begins costs nothing and says nothing about the plugin.
    if (signal?.aborted || this.closing) {
      return failAll(messages, NOT_CALLED);
    }
    let began: number | undefined;
    let results: readonly SendResult[];
    try {
      results = await this.guard.run(() => {
        began = performance.now();
        return this.call(messages, signal);
      }, urgency);
    } catch (cause) {
      results = failAll(messages, this.errorOf(cause));
    }
    this.note('send', outcomeOf(results), began, messages.length);
    return results;
  }

  /** `began` is left out where no call was made. */
  private note(capability: CallCapability, outcome: CallOutcome, began: number | undefined, items = 1): void {
    const durationMs = began === undefined ? 0 : performance.now() - began;
    const [plugin = ''] = this.type.split('/');
    this.parts.meter?.note({ plugin, name: this.instanceKey, capability, outcome, durationMs, items });
  }

  private async call(
    messages: readonly OutgoingMessage[],
    signal?: AbortSignal,
  ): Promise<readonly SendResult[]> {
    const { connector, limits, scrubber } = this.parts;
    const send = connector.sendBatch?.bind(connector);
    if (!send) return failAll(messages, NO_CHANNEL);
    // A copy, and a number taken before: what a plugin does to its list is no concern of anybody else.
    const own = [...messages];
    const answer: unknown = await withDeadline((aborted) => send(own, { signal: aborted }), {
      ...limits,
      outer: signal,
    });
    const results = checkedResults(answer, messages.length, scrubber);
    if (!results) throw new BadAnswer();
    return results;
  }

  private errorOf(cause: unknown): SendError {
    return this.guard.refusal(cause) ?? failureOf(cause, this.parts.scrubber, 'connector');
  }
}
