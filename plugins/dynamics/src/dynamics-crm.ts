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
  type KeepResult,
  type OpenCrm,
  type PersonToKeep,
  type PluginHostContext,
  type RecordKind,
  sendErrorOfCrm,
  withoutEssays,
} from '@parcours/sdk';

import { DynamicsApi, rowsIn } from './dynamics-api.js';
import { DynamicsChanges } from './dynamics-changes.js';
import type { DynamicsConfig } from './dynamics-config.js';
import { DynamicsFields } from './dynamics-fields.js';
import { DynamicsHandOff } from './dynamics-hand-off.js';
import { DynamicsPeople } from './dynamics-people.js';
import { LOOKUP_NAMES, recordOf, tableOf } from './dynamics-tables.js';
import { equals, isGuid } from './odata.js';

/** One environment of Dynamics 365. */
export class DynamicsCrm implements OpenCrm {
  private readonly api: DynamicsApi;
  private readonly columns: DynamicsFields;
  private readonly reader: DynamicsChanges;
  private readonly people: DynamicsPeople;
  private readonly handOff: DynamicsHandOff;

  constructor(
    private readonly config: DynamicsConfig,
    host: PluginHostContext,
  ) {
    this.api = new DynamicsApi(config, host);
    this.columns = new DynamicsFields(this.api, config);
    this.reader = new DynamicsChanges(this.api, config, host);
    this.people = new DynamicsPeople(this.api, config, host);
    this.handOff = new DynamicsHandOff(this.api, config, host);
  }

  fields(kind: RecordKind, call: CallContext): Promise<readonly CrmField[]> {
    return this.columns.of(kind, call);
  }

  changes(request: ChangesRequest, call: CallContext): Promise<ChangesPage> {
    return this.reader.read(request, call);
  }

  keepPeople(people: readonly PersonToKeep[], call: CallContext): Promise<readonly KeepResult[]> {
    return this.people.keep(people, call);
  }

  async forget({ personId }: { readonly personId: string }, call: CallContext): Promise<ForgetResult> {
    if (!isGuid(personId)) return { status: 'forgotten' };
    const { set } = tableOf('person', this.config);
    try {
      const answer = await this.api.attempt({ method: 'DELETE', path: `/${set}(${personId})` }, call);
      const isThere = 'error' in answer && answer.error.code !== 'dynamics.not-found';
      return isThere ? { status: 'failed', error: answer.error } : { status: 'forgotten' };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfCrm(cause) };
    }
  }

  async find(
    { kind, field, value }: { readonly kind: RecordKind; readonly field: string; readonly value: string },
    call: CallContext,
  ): Promise<CrmRecord | undefined> {
    const { set, canMerge } = tableOf(kind, this.config);
    const filter = encodeURIComponent(`${equals(field, value)}${canMerge ? ' and merged ne true' : ''}`);
    const path = `/${set}?$filter=${filter}&$orderby=modifiedon%20desc&$top=1`;
    const { body } = await this.api.call({ path, headers: { prefer: LOOKUP_NAMES } }, call);
    const [row] = rowsIn(body);
    return row && recordOf(withoutEssays(row), kind, this.config);
  }

  act(request: ActionRequest, call: CallContext): Promise<ActionResult> {
    return this.handOff.act(request, call);
  }

  /** Reads one person: that needs the token, the environment and the right to see people. */
  async verify(call: CallContext): Promise<HealthReport> {
    const { set, id } = tableOf('person', this.config);
    try {
      rowsIn((await this.api.call({ path: `/${set}?$select=${id}&$top=1` }, call)).body);
      return { status: 'up' };
    } catch (cause) {
      return { status: 'down', detail: sendErrorOfCrm(cause).detail };
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
