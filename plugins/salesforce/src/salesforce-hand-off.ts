import {
  type ActionRequest,
  type ActionResult,
  type CallContext,
  CrmFailure,
  dueAt,
  handOffText,
  isCrmFailure,
  type JsonObject,
  jsonObjectOf,
  type JsonValue,
  type PluginHostContext,
  sendErrorOfCrm,
} from '@parcours/sdk';

import type { ActionInput } from './salesforce-actions.js';
import type { SalesforceApi } from './salesforce-api.js';
import type { SalesforceConfig } from './salesforce-config.js';
import { afterRace, failure } from './salesforce-errors.js';
import { duplicateRule } from './salesforce-people.js';
import { fieldName, quoted } from './soql.js';

const DESCRIPTION_LENGTH = 32_000;
/** An action that is done again was begun at most so many days ago. */
const SEARCHED_DAYS = 7;

/** A record to be created once. */
interface Draft {
  readonly object: 'Task' | 'Case' | 'Lead';
  /** By which it is found again; texts that a query can compare. */
  readonly marks: Readonly<Record<string, string>>;
  readonly values: JsonObject;
}

/** Creates tasks, cases and leads for users of Salesforce. */
export class SalesforceHandOff {
  constructor(
    private readonly api: SalesforceApi,
    private readonly config: SalesforceConfig,
    private readonly host: PluginHostContext,
  ) {}

  async act(request: ActionRequest, call: CallContext): Promise<ActionResult> {
    try {
      return { status: 'done', output: await this.make(request, call) };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfCrm(cause) };
    }
  }

  private async make(request: ActionRequest, call: CallContext): Promise<JsonValue> {
    // Has been held against the schema of the action.
    const input = request.input as ActionInput;
    const personId =
      request.action === 'create-lead' ? undefined : (input.personId ?? (await this.personOf(input, call)));
    const draft = this.draftOf(request, input, personId);
    const made = request.attempt > 1 ? await this.foundAgain(draft, request, call) : undefined;
    const { id, instanceUrl } = made ?? (await this.create(draft, request, call));
    return { recordId: id, url: `${instanceUrl}/${id}`, personId: personId ?? null };
  }

  /** Whom an address finds; nobody where it finds none or several, which is for the user to see to. */
  private async personOf({ email }: ActionInput, call: CallContext): Promise<string | undefined> {
    if (email === undefined || email === '') return undefined;
    const soql = `SELECT Id FROM ${this.config.personObject} WHERE Email = ${quoted(email)} LIMIT 2`;
    const { records } = await this.api.query(soql, call);
    const [first, second] = records.map((row) => row['Id']);
    return typeof first === 'string' && second === undefined ? first : undefined;
  }

  private draftOf(request: ActionRequest, input: ActionInput, personId: string | undefined): Draft {
    const { subject = '', ownerId, fields = {} } = input;
    const own = Object.entries(fields).map(([name, value]) => [fieldName(name), value as JsonValue] as const);
    const more: JsonObject = {
      Description: this.storyOf(request, input),
      ...(ownerId !== undefined && { OwnerId: ownerId }),
      ...Object.fromEntries(own),
    };
    switch (request.action) {
      case 'create-task':
        return {
          object: 'Task',
          marks: { Subject: subject },
          values: { ...this.taskOf(request, input, personId), ...more },
        };
      case 'add-note': {
        const done = { Status: this.config.completedStatus };
        return {
          object: 'Task',
          marks: { Subject: subject },
          values: { ...this.taskOf(request, input, personId), ...done, ...more },
        };
      }
      case 'create-case':
        return {
          object: 'Case',
          marks: { Subject: subject },
          values: { ...this.caseOf(input, personId), ...more },
        };
      case 'create-lead':
        return {
          object: 'Lead',
          marks: { LastName: input.lastName ?? '', Company: input.company ?? '' },
          values: { ...leadOf(input), ...more },
        };
      default:
        throw failure('permanent', 'unknown-action', `There is no action '${request.action}'.`);
    }
  }

  private storyOf(request: ActionRequest, { description }: ActionInput): string {
    const { language } = this.config;
    const layout = { language, reference: referenceOf(request), maxLength: DESCRIPTION_LENGTH };
    return handOffText({ description, handOver: request.handOver }, layout);
  }

  private taskOf(
    { handOver }: ActionRequest,
    { due, ...input }: ActionInput,
    personId: string | undefined,
  ): JsonObject {
    const from = handOver?.at ?? this.host.clock.now();
    return given({
      Subject: input.subject,
      WhoId: personId,
      WhatId: input.aboutId,
      ActivityDate: due === undefined ? undefined : dateOf(due, from),
      Priority: input.priority,
      Status: input.status,
    });
  }

  private caseOf(input: ActionInput, personId: string | undefined): JsonObject {
    const isContact = this.config.personObject === 'Contact';
    return given({
      Subject: input.subject,
      ContactId: isContact ? personId : undefined,
      SuppliedEmail: input.email,
      Priority: input.priority,
      Origin: input.origin,
      Type: input.type,
    });
  }

  /** What an earlier try has made. */
  private async foundAgain(
    draft: Draft,
    { id }: ActionRequest,
    call: CallContext,
  ): Promise<Made | undefined> {
    const external = this.externalIdOf(draft);
    if (external !== undefined) {
      const soql = `SELECT Id FROM ${draft.object} WHERE ${external} = ${quoted(id)} LIMIT 1`;
      return this.madeOf(soql, call, () => true);
    }
    const marks = Object.entries(draft.marks).map(([name, value]) => `${name} = ${quoted(value)}`);
    const soql =
      `SELECT Id, Description FROM ${draft.object} WHERE ${marks.join(' AND ')} ` +
      `AND CreatedDate = LAST_N_DAYS:${SEARCHED_DAYS} ORDER BY CreatedDate DESC LIMIT 200`;
    return this.madeOf(
      soql,
      call,
      ({ Description: text }) => typeof text === 'string' && text.includes(markerOf(id)),
    );
  }

  private async madeOf(
    soql: string,
    call: CallContext,
    isMeant: (row: Readonly<Record<string, unknown>>) => boolean,
  ): Promise<Made | undefined> {
    const { body, instanceUrl } = await this.api.call({ path: `/query?q=${encodeURIComponent(soql)}` }, call);
    const { records } = jsonObjectOf(body);
    const found = Array.isArray(records) ? records.map(jsonObjectOf).find(isMeant) : undefined;
    return typeof found?.['Id'] === 'string' ? { id: found['Id'], instanceUrl } : undefined;
  }

  private async create(draft: Draft, { id }: ActionRequest, call: CallContext): Promise<Made> {
    const { object, values } = draft;
    const external = this.externalIdOf(draft);
    const headers = {
      ...duplicateRule(this.config),
      // The assignment rules would give it to somebody else.
      ...('OwnerId' in values && { 'sforce-auto-assign': 'FALSE' }),
    };
    const path = `/sobjects/${object}`;
    const { body, instanceUrl } = await this.api
      .call(
        external === undefined
          ? { method: 'POST', path, body: values, headers }
          : { method: 'PATCH', path: `${path}/${external}/${encodeURIComponent(id)}`, body: values, headers },
        call,
      )
      .catch((cause: unknown) => {
        throw isCrmFailure(cause) ? new CrmFailure(afterRace(cause.error, external), { cause }) : cause;
      });
    const { id: recordId } = jsonObjectOf(body);
    if (typeof recordId === 'string') return { id: recordId, instanceUrl };
    throw failure('temporary', 'unreadable-answer', 'The answer does not say under which id it was created.');
  }

  private externalIdOf({ object }: Draft): string | undefined {
    const { task, case: ticket, lead } = this.config.externalIds ?? {};
    return { Task: task, Case: ticket, Lead: lead }[object];
  }
}

interface Made {
  readonly id: string;
  readonly instanceUrl: string;
}

function leadOf(input: ActionInput): JsonObject {
  return given({
    FirstName: input.firstName,
    LastName: input.lastName,
    Company: input.company,
    Email: input.email,
    Phone: input.phone,
    Title: input.title,
    LeadSource: input.source,
  });
}

function markerOf(actionId: string): string {
  return `Parcours action ${actionId},`;
}

function referenceOf({ id, customerId }: ActionRequest): string {
  return `${markerOf(id)} customer ${customerId}`;
}

/** In UTC; what is no time is left to Salesforce to refuse. */
function dateOf(due: string, from: number): string {
  const at = dueAt(due, from);
  return at === undefined ? due : new Date(at).toISOString().slice(0, 10);
}

function given(values: Readonly<Record<string, string | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}
