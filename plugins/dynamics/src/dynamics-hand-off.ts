import {
  type ActionRequest,
  type ActionResult,
  type CallContext,
  CrmFailure,
  dueAt,
  handOffText,
  type JsonObject,
  type JsonValue,
  type PluginHostContext,
  sendErrorOfCrm,
} from '@parcours/sdk';

import type { ActionInput } from './dynamics-actions.js';
import { type DynamicsApi, rowsIn } from './dynamics-api.js';
import type { DynamicsConfig } from './dynamics-config.js';
import { failure } from './dynamics-errors.js';
import { duplicateDetection, isTaken } from './dynamics-people.js';
import { type DynamicsTable, tableOf } from './dynamics-tables.js';
import { equals, guidOf, isGuid, writableName } from './odata.js';

/** The columns hold so much by themselves; makers of an environment can make them longer. */
const TASK_LENGTH = 2_000;
const NOTE_LENGTH = 100_000;

const PRIORITIES = { low: 0, normal: 1, high: 2 } as const;
/** Of a case: high, normal, low. */
const CASE_PRIORITIES = { high: 1, normal: 2, low: 3 } as const;

/** A row to be created once. */
interface Draft {
  /** In addresses, and in the address of the row that a user opens. */
  readonly table: Pick<DynamicsTable, 'name' | 'set'>;
  readonly values: JsonObject;
}

/** Creates tasks, cases, leads and notes for users of Dynamics 365. */
export class DynamicsHandOff {
  constructor(
    private readonly api: DynamicsApi,
    private readonly config: DynamicsConfig,
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
    const isLead = request.action === 'create-lead';
    const personId = input.personId ?? (isLead ? undefined : await this.personOf(input, call));
    const { table, values } = this.draftOf(request, input, personId);
    const recordId = guidOf(`action\n${request.id}`);
    await this.create({ table, values: { ...values, ...more(input) } }, recordId, call);
    const url = `${this.config.environmentUrl}/main.aspx?pagetype=entityrecord&etn=${table.name}&id=${recordId}`;
    return { recordId, url, personId: personId ?? null };
  }

  /** The id follows from the action: where the row is there already, an earlier try has made it. */
  private async create({ table, values }: Draft, id: string, call: CallContext): Promise<void> {
    const headers = { 'if-none-match': '*', ...duplicateDetection(this.config) };
    const path = `/${table.set}(${id})`;
    const result = await this.api.attempt({ method: 'PATCH', path, headers, body: values }, call);
    if ('error' in result && !isTaken(result)) throw new CrmFailure(result.error);
  }

  /** Whom an address finds; nobody where it finds none or several, which is for the user to see to. */
  private async personOf({ email }: ActionInput, call: CallContext): Promise<string | undefined> {
    if (email === undefined || email === '') return undefined;
    const { set, id } = tableOf('person', this.config);
    const filter = encodeURIComponent(`${equals('emailaddress1', email)} and merged ne true`);
    const { body } = await this.api.call({ path: `/${set}?$select=${id}&$filter=${filter}&$top=2` }, call);
    const [first, second] = rowsIn(body).map((row) => row[id]);
    return isGuid(first) && second === undefined ? first : undefined;
  }

  private draftOf(request: ActionRequest, input: ActionInput, personId: string | undefined): Draft {
    const { subject } = input;
    const { handOver } = request;
    const layout = { language: this.config.language, reference: referenceOf(request) };
    const story = { description: input.description, handOver };
    const description = (maxLength: number) => handOffText(story, { ...layout, maxLength });
    switch (request.action) {
      case 'create-task': {
        const values = {
          subject,
          description: description(TASK_LENGTH),
          ...taskOf(input, handOver?.at ?? this.host.clock.now()),
        };
        const regarding = this.regarding(input, { personId, lookup: 'regardingobjectid', suffix: '_task' });
        return {
          table: tableOf('task', this.config),
          values: { ...values, ...regarding, ...ownerOf(input) },
        };
      }
      case 'create-case':
        return {
          table: tableOf('ticket', this.config),
          values: {
            title: subject,
            description: description(TASK_LENGTH),
            ...this.caseOf(input, personId),
            ...ownerOf(input),
          },
        };
      case 'create-lead':
        return {
          table: tableOf('lead', this.config),
          values: { description: description(TASK_LENGTH), ...leadOf(input, personId), ...ownerOf(input) },
        };
      case 'add-note': {
        const regarding = this.regarding(input, { personId, lookup: 'objectid', suffix: '' });
        const values = { subject, notetext: description(NOTE_LENGTH) };
        return { table: { name: 'annotation', set: 'annotations' }, values: { ...values, ...regarding } };
      }
      default:
        throw failure('permanent', 'unknown-action', `There is no action '${request.action}'.`);
    }
  }

  /** Which lookup it is depends on the table that it leads to: `regardingobjectid_contact_task`. */
  private regarding(
    { aboutId, aboutKind = 'ticket' }: ActionInput,
    { personId, lookup, suffix }: { personId: string | undefined; lookup: string; suffix: string },
  ): JsonObject {
    const kind = aboutId === undefined ? 'person' : aboutKind;
    const id = aboutId ?? personId;
    if (id === undefined) return {};
    const { name, set } = tableOf(kind, this.config);
    return { [`${lookup}_${name}${suffix}@odata.bind`]: `/${set}(${id})` };
  }

  /** A case is always somebody's. */
  private caseOf({ priority }: ActionInput, personId: string | undefined): JsonObject {
    if (personId === undefined || this.config.personTable !== 'contact') {
      throw failure(
        'permanent',
        'no-customer',
        'A case needs a contact: give personId, or an email that finds one.',
      );
    }
    return {
      'customerid_contact@odata.bind': `/contacts(${personId})`,
      ...(priority !== undefined && { prioritycode: CASE_PRIORITIES[priority] }),
    };
  }
}

function taskOf({ due, priority }: ActionInput, from: number): JsonObject {
  return {
    ...(due !== undefined && { scheduledend: timeOf(due, from) }),
    ...(priority !== undefined && { prioritycode: PRIORITIES[priority] }),
  };
}

function leadOf(input: ActionInput, personId: string | undefined): JsonObject {
  const values = {
    subject: input.subject,
    firstname: input.firstName,
    lastname: input.lastName,
    companyname: input.company,
    emailaddress1: input.email,
    telephone1: input.phone,
    jobtitle: input.title,
    'parentcontactid@odata.bind': personId === undefined ? undefined : `/contacts(${personId})`,
  };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function ownerOf({ ownerId, teamId }: ActionInput): JsonObject {
  if (ownerId !== undefined) return { 'ownerid@odata.bind': `/systemusers(${ownerId})` };
  return teamId === undefined ? {} : { 'ownerid@odata.bind': `/teams(${teamId})` };
}

function more({ fields = {} }: ActionInput): JsonObject {
  const own = Object.entries(fields).map(
    ([name, value]) => [writableName(name), value as JsonValue] as const,
  );
  return Object.fromEntries(own);
}

function referenceOf({ id, customerId }: ActionRequest): string {
  return `Parcours action ${id}, customer ${customerId}`;
}

/** In UTC; what is no time is left to Dynamics to refuse. */
function timeOf(due: string, from: number): string {
  const at = dueAt(due, from);
  return at === undefined ? due : new Date(at).toISOString();
}
