import {
  type ActionRequest,
  type ActionResult,
  type CallContext,
  type ChangesPage,
  type ChangesRequest,
  type ConnectorCallbacks,
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
} from '@parcours/sdk';

import { HubSpotActions } from './actions/hubspot-actions.js';
import { HubSpotCallbacks } from './callbacks/hubspot-callbacks.js';
import { ChangeFeed } from './changes/change-feed.js';
import { RecordReader } from './changes/record-reader.js';
import { HubSpotApi } from './hubspot-api.js';
import type { HubSpotConfig } from './hubspot-config.js';
import { untilMidnight } from './hubspot-errors.js';
import { MadeRecords } from './made-records.js';
import { OBJECT_TYPES } from './object-types.js';
import { forgetPerson } from './people/person-forgetting.js';
import { PeopleKeeper } from './people/people-keeper.js';
import { PropertyBook } from './property-book.js';
import { RecordFinder, type Wanted } from './record-finder.js';

/** One portal of HubSpot. */
export class HubSpotConnector implements OpenCrm {
  readonly callbacks: ConnectorCallbacks;
  private readonly api: HubSpotApi;
  private readonly properties: PropertyBook;
  private readonly actions: HubSpotActions;
  private readonly feed: ChangeFeed;

  /** @throws RangeError where the time zone is unknown */
  constructor(config: HubSpotConfig, { clock, http, logger, store }: PluginHostContext) {
    untilMidnight(clock.now(), config.timeZone);
    const api = new HubSpotApi(config, { http, clock });
    const properties = new PropertyBook(api, clock);
    this.api = api;
    this.properties = properties;
    this.feed = new ChangeFeed({ api, reader: new RecordReader(api, properties), config, clock });
    this.actions = new HubSpotActions({ api, properties, config, clock, made: new MadeRecords(store) });
    this.callbacks = new HubSpotCallbacks(config, api, { clock, logger, store });
  }

  async fields(kind: RecordKind, { signal }: CallContext): Promise<readonly CrmField[]> {
    const known = await this.properties.of(OBJECT_TYPES[kind].path, signal);
    return [...known.values()].map(({ isUnique: _, ...field }) => field);
  }

  changes(request: ChangesRequest, { signal }: CallContext): Promise<ChangesPage> {
    return this.feed.page(request, signal);
  }

  keepPeople(people: readonly PersonToKeep[], { signal }: CallContext): Promise<readonly KeepResult[]> {
    return new PeopleKeeper(this.api).keep(people, signal);
  }

  forget({ personId }: { readonly personId: string }, { signal }: CallContext): Promise<ForgetResult> {
    return forgetPerson(this.api, personId, signal);
  }

  find(wanted: Wanted, { signal }: CallContext): Promise<CrmRecord | undefined> {
    return new RecordFinder(this.api, this.properties).find(wanted, signal);
  }

  act(request: ActionRequest, { signal }: CallContext): Promise<ActionResult> {
    return this.actions.act(request, signal);
  }

  async verify({ signal }: CallContext): Promise<HealthReport> {
    try {
      await this.api.call({ method: 'GET', path: '/crm/v3/objects/contacts?limit=1', signal });
      return { status: 'up' };
    } catch (cause) {
      return { status: 'down', detail: sendErrorOfCrm(cause).detail };
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
