import {
  type ChangesPage,
  type ChangesRequest,
  type CrmConnector,
  type CrmField,
  type CrmRecord,
  type ForgetResult,
  isCrmFailure,
  type KeepResult,
  type OpenCrm,
  type PersonToKeep,
  type RecordKind,
  type SendError,
} from '@parcours/sdk';

import { BadAnswer, failureOf } from './call-failure.js';
import type { CallGuard } from './call-guard.js';
import type { CallLimits } from './call-limits.js';
import { type CallOutcome, outcomeOf, outcomeOfError } from './call-meter.js';
import { checkedFields, checkedForgotten, checkedKept, checkedPage, checkedRecord } from './crm-results.js';
import type { SecretScrubber } from './secret-scrubber.js';
import { checkedError } from './send-results.js';
import { withDeadline } from './with-deadline.js';

/** What an open connector that keeps records has, and perhaps lacks. */
export type AnyOpenCrm = Partial<Pick<OpenCrm, 'fields' | 'changes' | 'keepPeople' | 'find' | 'forget'>>;

/** What a question to a CRM came to. */
export type CrmAnswer<T> =
  { readonly status: 'done'; readonly value: T } | { readonly status: 'failed'; readonly error: SendError };

export interface CrmCallsParts {
  readonly records: CrmConnector['records'];
  readonly connector: AnyOpenCrm;
  readonly guard: CallGuard;
  readonly limits: CallLimits;
  readonly scrubber: SecretScrubber;
  /** Is told of every call that has come to an end. */
  readonly note?: NoteCall;
}

/** `began` is left out where no call was made; `items` are records or people, 1 when left out. */
export type NoteCall = (outcome: CallOutcome, began: number | undefined, items?: number) => void;

/** One question, and what is made of what the plugin says. */
interface Question<T> {
  readonly call: (signal: AbortSignal) => Promise<unknown> | undefined;
  /** `undefined` for a bad answer. */
  readonly check: (answer: unknown) => T | undefined;
  readonly signal: AbortSignal | undefined;
  /** How many records or people are counted with the answer; 1 when left out. */
  readonly items?: (answer: CrmAnswer<T>) => number;
  /** What an answer that was given counts as; done when left out. */
  readonly outcome?: (value: T) => CallOutcome;
}

/** The records behind an open connector. Whatever the plugin does is an answer. */
export class CrmCalls {
  readonly records: CrmConnector['records'];

  constructor(private readonly parts: CrmCallsParts) {
    this.records = parts.records;
  }

  /** What a mapping may name. */
  fields(kind: RecordKind, signal?: AbortSignal): Promise<CrmAnswer<readonly CrmField[]>> {
    const { connector } = this.parts;
    return this.ask({
      call: (aborted) => connector.fields?.(kind, { signal: aborted }),
      check: checkedFields,
      signal,
    });
  }

  /** One page of changes; one that has more records than were asked for is a bad answer. */
  changes(request: ChangesRequest, signal?: AbortSignal): Promise<CrmAnswer<ChangesPage>> {
    const { connector } = this.parts;
    const page = (answer: unknown) => {
      const checked = checkedPage(answer, request.kind);
      return checked && checked.records.length <= request.limit ? checked : undefined;
    };
    return this.ask({
      call: (aborted) => connector.changes?.(request, { signal: aborted }),
      check: page,
      signal,
      items: (answer) => (answer.status === 'done' ? answer.value.records.length : 0),
    });
  }

  /** The record that is there now. */
  async find(
    request: Parameters<OpenCrm['find']>[0],
    signal?: AbortSignal,
  ): Promise<CrmAnswer<CrmRecord | undefined>> {
    const { connector } = this.parts;
    const read = (answer: unknown) => {
      if (answer === undefined) return { record: undefined };
      const record = checkedRecord(answer, request.kind);
      return record && { record };
    };
    const call = (aborted: AbortSignal) => connector.find?.(request, { signal: aborted });
    const answer = await this.ask({ call, check: read, signal });
    return answer.status === 'done' ? { status: 'done', value: answer.value.record } : answer;
  }

  /** One result for each, in the same order; more than `maxBatch` of them go in several calls. */
  async keepPeople(people: readonly PersonToKeep[], signal?: AbortSignal): Promise<readonly KeepResult[]> {
    const { maxBatch } = this.records;
    const results: KeepResult[] = [];
    for (let at = 0; at < people.length; at += maxBatch) {
      results.push(...(await this.keepOnce(people.slice(at, at + maxBatch), signal)));
    }
    return results;
  }

  /** Deletes a person; a connector that cannot answers nothing, which is a failure. */
  async forget(personId: string, signal?: AbortSignal): Promise<ForgetResult> {
    const { connector, scrubber } = this.parts;
    const answer = await this.ask({
      call: (aborted) => connector.forget?.({ personId }, { signal: aborted }),
      check: (given) => checkedForgotten(given, scrubber),
      signal,
      outcome: (result) => (result.status === 'failed' ? outcomeOfError(result.error) : 'done'),
    });
    return answer.status === 'done' ? answer.value : answer;
  }

  private async keepOnce(
    people: readonly PersonToKeep[],
    signal?: AbortSignal,
  ): Promise<readonly KeepResult[]> {
    const { connector, scrubber } = this.parts;
    const answer = await this.ask({
      call: (aborted) => connector.keepPeople?.(people, { signal: aborted }),
      check: (given) => checkedKept(given, people.length, scrubber),
      signal,
      items: () => people.length,
      outcome: outcomeOf,
    });
    if (answer.status === 'done') return answer.value;
    return people.map(() => answer);
  }

  private async ask<T>(question: Question<T>): Promise<CrmAnswer<T>> {
    const { guard, scrubber, note } = this.parts;
    const { items = () => 1, outcome = () => 'done' } = question;
    let began: number | undefined;
    let answer: CrmAnswer<T>;
    try {
      answer = await guard.run(() => {
        began = performance.now();
        return this.put(question);
      });
    } catch (cause) {
      answer = { status: 'failed', error: guard.refusal(cause) ?? failureOf(cause, scrubber, 'connector') };
    }
    const ended = answer.status === 'done' ? outcome(answer.value) : outcomeOfError(answer.error);
    note?.(ended, began, items(answer));
    return answer;
  }

  /** @throws BadAnswer, and whatever the plugin throws */
  private async put<T>({ call, check, signal }: Question<T>): Promise<CrmAnswer<T>> {
    const answer = await this.answerOf(() => withDeadline(call, { ...this.parts.limits, outer: signal }));
    if (answer.status === 'failed') return answer;
    const value = check(answer.value);
    if (value === undefined) throw new BadAnswer();
    return { status: 'done', value };
  }

  /** A failure that the connector declares is an answer as well. */
  private async answerOf(call: () => Promise<unknown>): Promise<CrmAnswer<unknown>> {
    try {
      return { status: 'done', value: await call() };
    } catch (cause) {
      if (!isCrmFailure(cause)) throw cause;
      const error = checkedError(cause.error, this.parts.scrubber);
      if (!error) throw new BadAnswer();
      return { status: 'failed', error };
    }
  }
}
