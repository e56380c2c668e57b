import {
  type ActionRequest,
  type ActionResult,
  type CallContext,
  type ChangesPage,
  type ChangesRequest,
  type CrmField,
  type CrmRecord,
  type ForgetResult,
  type HealthReport,
  isCrmFailure,
  type KeepResult,
  type OpenCrm,
  type PersonToKeep,
  type PluginHostContext,
  type RecordKind,
  sendErrorOfCrm,
  withoutEssays,
} from '@parcours/sdk';

import { SalesforceApi } from './salesforce-api.js';
import { SalesforceChanges } from './salesforce-changes.js';
import type { SalesforceConfig } from './salesforce-config.js';
import { SalesforceHandOff } from './salesforce-hand-off.js';
import { fieldsIn, objectOf } from './salesforce-objects.js';
import { SalesforcePeople } from './salesforce-people.js';
import { forgetPerson } from './person-forgetting.js';
import { recordOf } from './salesforce-record.js';
import { fieldName, quoted } from './soql.js';

/** One organisation of Salesforce. */
export class SalesforceCrm implements OpenCrm {
  private readonly api: SalesforceApi;
  private readonly reader: SalesforceChanges;
  private readonly people: SalesforcePeople;
  private readonly handOff: SalesforceHandOff;

  constructor(
    private readonly config: SalesforceConfig,
    host: PluginHostContext,
  ) {
    this.api = new SalesforceApi(config, host);
    this.reader = new SalesforceChanges(this.api, config);
    this.people = new SalesforcePeople(this.api, config, host);
    this.handOff = new SalesforceHandOff(this.api, config, host);
  }

  async fields(kind: RecordKind, call: CallContext): Promise<readonly CrmField[]> {
    const { name } = objectOf(kind, this.config);
    return fieldsIn((await this.api.call({ path: `/sobjects/${name}/describe` }, call)).body);
  }

  changes(request: ChangesRequest, call: CallContext): Promise<ChangesPage> {
    return this.reader.read(request, call);
  }

  keepPeople(people: readonly PersonToKeep[], call: CallContext): Promise<readonly KeepResult[]> {
    return this.people.keep(people, call);
  }

  forget({ personId }: { readonly personId: string }, call: CallContext): Promise<ForgetResult> {
    return forgetPerson(this.api, personId, call);
  }

  async find(
    { kind, field, value }: { readonly kind: RecordKind; readonly field: string; readonly value: string },
    call: CallContext,
  ): Promise<CrmRecord | undefined> {
    const object = objectOf(kind, this.config);
    const where = `${fieldName(field)} = ${quoted(value)}`;
    const soql = `SELECT FIELDS(ALL) FROM ${object.name} WHERE ${where} ORDER BY SystemModstamp DESC LIMIT 1`;
    try {
      const [row] = (await this.api.query(soql, call)).records;
      return row && recordOf(withoutEssays(row), kind, { config: this.config, object });
    } catch (cause) {
      if (isCrmFailure(cause) && cause.error.code === 'salesforce.malformed-id') return undefined;
      throw cause;
    }
  }

  act(request: ActionRequest, call: CallContext): Promise<ActionResult> {
    return this.handOff.act(request, call);
  }

  /** Reads the description of the people: that needs the token, the version and the right to see them. */
  async verify(call: CallContext): Promise<HealthReport> {
    try {
      await this.fields('person', call);
      return { status: 'up' };
    } catch (cause) {
      return { status: 'down', detail: sendErrorOfCrm(cause).detail };
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
