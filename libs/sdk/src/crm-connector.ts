import type { JsonObject } from '@parcours/kernel';

import type { ActionConnector, ActionRunner, OpenActionConnector } from './connector-action.js';
import type { FromSchema, JsonSchema } from './json-schema.js';
import type { SendError } from './outgoing-message.js';
import type { CallContext, PluginHostContext } from './plugin-host-context.js';

/** What a CRM keeps records of. */
export type RecordKind = 'person' | 'lead' | 'deal' | 'ticket' | 'task' | 'order' | 'invoice';

/** A field of a kind of record, as the CRM names it. */
export interface CrmField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'date-time' | 'choice';
  /** False where the CRM computes it. */
  readonly isWritable: boolean;
  /** Of a choice. */
  readonly choices?: readonly string[];
}

/** A record as the CRM has it. Values are texts, numbers, booleans or null; dates are ISO 8601. */
export interface CrmRecord {
  readonly kind: RecordKind;
  readonly id: string;
  /** Milliseconds since the Unix epoch. */
  readonly changedAt: number;
  /** It was deleted, or merged into another: its fields say nothing any more. */
  readonly isDeleted?: boolean;
  /** Of a person that was merged: the id of the one that is left. */
  readonly mergedInto?: string;
  /** Of any other kind: the person whom it is about, where the CRM knows one. */
  readonly personId?: string;
  readonly fields: JsonObject;
}

/** What is asked of the changes of one kind of record. */
export interface ChangesRequest {
  readonly kind: RecordKind;
  /** What the last page answered; the very beginning when left out. */
  readonly cursor?: string | undefined;
  /** The most records in one page; 1 or more. A connector may answer fewer. */
  readonly limit: number;
  /** By name; a connector may answer more. */
  readonly fields: readonly string[];
}

/** One page of changes. What is said of a record in a later page is newer than what an earlier one said. */
export interface ChangesPage {
  readonly records: readonly CrmRecord[];
  /**
   * Where the next page begins, for any process and at any time: up to 2,000 characters. What changes later comes after
   * it; a record may come again, none may be passed over, and where nothing changes the pages come to an end.
   */
  readonly cursor: string;
  /** True where nothing more had changed when it was read. */
  readonly isLast: boolean;
  /** How many there are in all, where the CRM says so. */
  readonly total?: number;
}

/** A customer on the way into the CRM. */
export interface PersonToKeep {
  readonly customerId: string;
  /** The CRM's own id, once it is known; otherwise the person is found by `match`. */
  readonly personId?: string | undefined;
  /**
   * The field and the value by which the CRM knows people; nobody is created twice for one value, not by two calls at
   * once either.
   */
  readonly match: { readonly field: string; readonly value: string };
  /** Only what is to be changed; null empties a field. `match` need not be among them. */
  readonly fields: JsonObject;
}

/** What became of one of them. */
export type KeepResult =
  | {
      readonly status: 'kept';
      readonly personId: string;
      readonly isNew: boolean;
      /** As the CRM has it, in milliseconds since the Unix epoch. */
      readonly changedAt?: number;
    }
  /** `personId` is not there any more. */
  | { readonly status: 'gone' }
  | { readonly status: 'failed'; readonly error: SendError };

/** What became of somebody who is to be forgotten. */
export type ForgetResult =
  /** The CRM has nothing of them any more, or had nothing. */
  { readonly status: 'forgotten' } | { readonly status: 'failed'; readonly error: SendError };

/** A CRM with one configuration, holding its connections, until it is closed. */
export interface OpenCrm extends Partial<ActionRunner>, Omit<OpenActionConnector, 'act'> {
  /**
   * What a mapping may name.
   * @throws CrmFailure where the CRM does not say
   */
  fields(kind: RecordKind, call: CallContext): Promise<readonly CrmField[]>;
  /**
   * Reads changes since a cursor.
   * @throws CrmFailure where there is no page
   */
  changes(request: ChangesRequest, call: CallContext): Promise<ChangesPage>;
  /**
   * Creates or changes people. Answers one result for each, in the same order; a failure is a result, not an exception.
   */
  keepPeople(people: readonly PersonToKeep[], call: CallContext): Promise<readonly KeepResult[]>;
  /**
   * Deletes a person whose customer was erased, for good as far as the CRM can; present where `records.forgets` says so.
   * Somebody who is not there is forgotten: it may be asked again. A failure is a result, not an exception.
   * @example
   * async forget({ personId }, { signal }) {
   *   const { status } = await http.fetch(`${url}/people/${personId}`, { method: 'DELETE', signal });
   *   if (status < 300 || status === 404) return { status: 'forgotten' };
   *   …
   * }
   */
  forget?(person: { readonly personId: string }, call: CallContext): Promise<ForgetResult>;
  /**
   * The record that is there now; `undefined` where there is none.
   * @throws CrmFailure where the CRM does not say
   */
  find(
    request: { readonly kind: RecordKind; readonly field: string; readonly value: string },
    call: CallContext,
  ): Promise<CrmRecord | undefined>;
}

const FAILURE = 'CrmFailure';

/** Why a CRM did not give what it was asked for; the class of the error says whether to ask again. */
export class CrmFailure extends Error {
  override readonly name = FAILURE;

  constructor(
    readonly error: SendError,
    options?: ErrorOptions,
  ) {
    super(error.detail, options);
  }
}

/** True for a failure of a CRM, whichever copy of the SDK made it. */
export function isCrmFailure(cause: unknown): cause is CrmFailure {
  return cause instanceof Error && cause.name === FAILURE && 'error' in cause;
}

/**
 * The error of a failure of a CRM, for results. Anything else is thrown again.
 * @example
 * try {
 *   return { status: 'done', output: await createTask(request, call) };
 * } catch (cause) {
 *   return { status: 'failed', error: sendErrorOfCrm(cause) };
 * }
 */
export function sendErrorOfCrm(cause: unknown): SendError {
  if (!isCrmFailure(cause)) throw cause;
  return cause.error;
}

/** An action connector that also keeps people in step with a CRM. `C` is the type of its checked configuration. */
export interface CrmConnector<C = unknown> extends Omit<ActionConnector<C>, 'open' | 'actions'> {
  /** What it can do for a journey, by name; left out where it only keeps records. */
  readonly actions?: ActionConnector['actions'];
  readonly records: {
    /** Of which it reads changes. */
    readonly kinds: readonly RecordKind[];
    /** The most people in one call of `keepPeople`; 1 or more. */
    readonly maxBatch: number;
    /** The field of a person by which the CRM matches when nothing else is said, such as `email`. */
    readonly match: string;
    /** Whether it can `forget` people; it cannot when left out. */
    readonly forgets?: boolean;
  };
  open(config: C, host: PluginHostContext): Promise<OpenCrm> | OpenCrm;
}

/** A CRM connector whose schema is written out, so that the type of its configuration follows from it. */
export interface CrmConnectorDefinition<S extends JsonSchema> extends CrmConnector<FromSchema<S>> {
  readonly config: S;
}

/**
 * Declares a CRM connector; `open` receives a configuration typed by the schema.
 * @example
 * const crm = defineCrmConnector({
 *   summary: 'Keeps people in step with the CRM and hands tasks to its users.',
 *   config: { type: 'object', required: ['token'], properties: { token: { type: 'string', 'x-secret': true } } },
 *   capabilities: { concurrency: 4, idempotency: false },
 *   records: { kinds: ['person', 'ticket'], maxBatch: 100, match: 'email' },
 *   actions: { 'create-task': { summary: 'A task for a person.', input: { type: 'object' } } },
 *   open: ({ token }, host) => openCrm(token, host.http),
 * });
 */
export function defineCrmConnector<const S extends JsonSchema>(
  connector: CrmConnectorDefinition<S>,
): CrmConnectorDefinition<S> {
  return connector;
}
