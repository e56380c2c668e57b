import type { JsonObject, JsonValue } from '@parcours/kernel';

import type { CallbackRequest } from '../../callbacks.js';
import type { RecordKind } from '../../crm-connector.js';
import type { InsightStream } from '../../insight-exporter.js';

/** What the provider has taken of one message. */
export interface ReceivedMessage {
  readonly to: string;
  /** Everything that could be read of it: subject, text, HTML as one text. */
  readonly content: string;
  /** The key by which the provider drops a second one, where it takes one. */
  readonly idempotencyKey?: string;
}

/**
 * How a fake provider answers from now on.
 * `normal`: takes what is right. `throttle`: asks for a slower pace, as the provider does. `outage`: breaks off every
 * connection, or answers as the provider does when it is down. `hang`: takes the request and never answers.
 */
export type FakeBehaviour = 'normal' | 'throttle' | 'outage' | 'hang';

/** A provider on loopback that refuses what the real one would refuse. */
export interface FakeProvider {
  /** Settings that reach it, secrets included. */
  readonly config: JsonObject;
  /** The same with a credential that it refuses; left out where the provider asks for none. */
  readonly wrongConfig?: JsonObject;
  /** An address that it refuses for good; left out where it cannot tell. */
  readonly refusedAddress?: string;
  /** Messages or actions that it has taken, in their order. */
  received(): readonly ReceivedMessage[];
  /**
   * What it sends to `/hooks/<connector>`, one of each sort, signed as it signs; left out where it sends nothing. Asked
   * for after the connector was opened with `config`.
   */
  callbacks?(): readonly CallbackRequest[];
  behave(behaviour: FakeBehaviour): void;
  stop(): Promise<void>;
}

/** A record as people of the CRM put it in or change it. */
export interface RecordOfFake {
  readonly kind: RecordKind;
  /** Of one that is there, to change it; a new one when left out. */
  readonly id?: string;
  /** Of any other kind than a person: whom it is about. */
  readonly personId?: string;
  /** By the CRM's own names; of one that is there those which change. */
  readonly fields: JsonObject;
  /** When, in milliseconds since the Unix epoch; now, never before an earlier change, when left out. */
  readonly at?: number;
}

/** A CRM on loopback that keeps records. */
export interface FakeCrm extends FakeProvider {
  /** Puts a record in or changes it, on the other side; answers its id. */
  put(record: RecordOfFake): string;
  /** Deletes a record, on the other side. */
  remove(kind: RecordKind, id: string): void;
  /** What is there now. */
  records(kind: RecordKind): readonly { readonly id: string; readonly fields: JsonObject }[];
}

/** A warehouse on loopback that keeps the rows of exports. */
export interface FakeWarehouse extends FakeProvider {
  /** What is there now of a stream: the ids that the rows came with, more than once where a row is there more than once. */
  rows(stream: InsightStream): readonly { readonly id: string }[];
}

/** What the checks put into a CRM. */
export interface CrmSample {
  /** Fields of the n-th person: the one that people are matched by, and `note`. */
  person(n: number): JsonObject;
  /** A text of a person that may be written. */
  readonly note: string;
  /** Fields of the n-th record of another kind; none when left out. */
  record?(kind: RecordKind, n: number): JsonObject;
  /** False where the CRM cannot tell that a record was deleted. */
  readonly tellsDeletions?: boolean;
}

/** A connector of a plugin that is held against its contract, and the provider that it speaks to. */
export interface ConformanceSubject {
  /** Its name among the connectors of the plugin. */
  readonly connector: string;
  /** Starts a fake of the provider on loopback; one a check. For exporters it is a {@link FakeWarehouse}. */
  start(): Promise<FakeProvider>;
  /** An address that the provider takes, the n-th; one of the channel's own form when left out. */
  address?(n: number): string;
  /** For connectors with actions: an input for each. */
  readonly inputs?: Readonly<Record<string, JsonObject>>;
  /** False where the provider signs no bodies, and sends a password alone. */
  readonly signsBodies?: boolean;
  /** For connectors that keep records; `start` then starts a {@link FakeCrm}. */
  readonly crm?: CrmSample;
}

/** A type of step of a plugin that is held against its contract. */
export interface StepSubject {
  /** Its name among the types of steps of the plugin. */
  readonly stepType: string;
  /** Starts what it speaks to; `config` is what a journey says. One a check. */
  start(): Promise<Pick<FakeProvider, 'config' | 'behave' | 'stop'>>;
  /** Who passes the step. */
  readonly customer?: { readonly id: string; readonly traits: JsonObject };
}

/** A test for conditions of a plugin that is held against its contract. */
export interface ConditionTestSubject {
  /** Its name among the tests of the plugin. */
  readonly conditionTest: string;
  /** Questions with their answers; one at least that holds, and one that does not. */
  readonly cases: readonly {
    readonly config: JsonObject;
    /** By the names of its reads. */
    readonly values: Readonly<Record<string, JsonValue>>;
    readonly holds: boolean;
  }[];
}

/** A helper for templates of a plugin, held against its own examples. */
export interface TemplateHelperSubject {
  /** Its name among the helpers of the plugin. */
  readonly templateHelper: string;
}

/** What is held against its contract. */
export type AnySubject = ConformanceSubject | StepSubject | ConditionTestSubject | TemplateHelperSubject;

/**
 * Declares what a plugin is held against: the default export of `conformance.js` beside its `package.json`.
 * @example
 * export default defineConformance({
 *   connector: 'pager',
 *   start: () => FakePager.start(),
 * });
 */
export function defineConformance(...subjects: readonly AnySubject[]): readonly AnySubject[] {
  return subjects;
}
