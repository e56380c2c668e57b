import {
  type CallbackRequest,
  type CallbackResult,
  type CallContext,
  type ConnectorCallbacks,
  isCrmFailure,
  jsonIn,
  type JsonObject,
  jsonObjectOf,
  type PluginHostContext,
  type RecordKind,
} from '@parcours/sdk';

import { peopleOf } from '../associations.js';
import type { HubSpotApi } from '../hubspot-api.js';
import type { HubSpotConfig } from '../hubspot-config.js';
import { textOf } from '../json.js';
import { MadeRecords } from '../made-records.js';
import { OBJECT_TYPES } from '../object-types.js';
import { readByKey } from '../record-finder.js';
import { completionOf, eventOf, HANDED, type Known, neededOf } from './change-telling.js';
import { verdictOn } from './signature.js';
import { StageBook } from './stage-book.js';
import { changeOf, itemsOf, type WebhookChange } from './webhook-change.js';

/** HubSpot sends up to 100 items at once. */
const READ_AT_ONCE = 100;
const TOLD_BY = { person: 'the webhook itself' } as const;

/** Reads the webhooks of HubSpot. They name a record and no more: whom it is about and what it is are looked up. */
export class HubSpotCallbacks implements ConnectorCallbacks {
  private readonly stages: StageBook;

  private readonly made: MadeRecords;

  constructor(
    private readonly config: HubSpotConfig,
    private readonly api: HubSpotApi,
    private readonly host: Pick<PluginHostContext, 'clock' | 'logger' | 'store'>,
  ) {
    this.stages = new StageBook(api, host.clock);
    this.made = new MadeRecords(host.store);
  }

  async parse(request: CallbackRequest, { signal }: CallContext): Promise<CallbackResult> {
    const secret = this.config.webhookSecret ?? this.config.oauth?.clientSecret;
    if (secret === undefined) return { status: 'bad-signature' };
    const verdict = verdictOn(request, { secret, oldSignatures: this.config.oldSignatures });
    if (!verdict.isGenuine) return { status: 'bad-signature' };
    const items = itemsOf(jsonIn(Buffer.from(request.rawBody).toString('utf8')));
    if (!items) return { status: 'malformed', detail: 'The body is no list of changes.' };
    const changes = items.filter((item) => this.isOurs(item)).flatMap((item) => changeOf(item) ?? []);
    try {
      const told = await this.tell(changes, signal);
      const { signedAt, signature } = verdict;
      return {
        status: 'accepted',
        ...told,
        ...(signedAt !== undefined && { signedAt }),
        ...(signature !== undefined && { id: signature }),
      };
    } catch (cause) {
      if (!isCrmFailure(cause)) throw cause;
      this.host.logger.warn('What a webhook means could not be looked up.', { code: cause.error.code });
      return { status: 'unavailable', detail: cause.error.detail };
    }
  }

  private isOurs({ portalId }: JsonObject): boolean {
    const { portalId: own } = this.config;
    return own === undefined || textOf(portalId) === String(own);
  }

  private async tell(changes: readonly WebhookChange[], signal: AbortSignal) {
    const known = await this.known(changes, signal);
    const all = changes.map((change) => ({ change, known: known.get(change) ?? NOTHING }));
    return {
      events: all.flatMap(({ change, known: of }) => eventOf(change, of) ?? []),
      completions: all.flatMap(({ change, known: of }) => completionOf(change, of, this.config) ?? []),
    };
  }

  private async known(changes: readonly WebhookChange[], signal: AbortSignal) {
    const known = new Map<WebhookChange, Known>();
    const kinds = new Set(changes.map(({ kind }) => kind).filter((kind) => !(kind in TOLD_BY)));
    for (const kind of kinds) {
      const some = changes.filter((change) => change.kind === kind && change.what !== 'merged');
      const there = some.filter(({ what }) => what !== 'deleted').map(({ objectId }) => objectId);
      const { people, properties } = await this.lookUp(kind, [...new Set(there)], signal);
      for (const change of some) {
        known.set(change, {
          personId: people.get(change.objectId),
          properties: properties.get(change.objectId) ?? {},
          stage: await this.stageOf(change, signal),
          actionId: HANDED.includes(kind) ? await this.made.actionOf(kind, change.objectId) : undefined,
        });
      }
    }
    return known;
  }

  private async stageOf({ kind, property, value }: WebhookChange, signal: AbortSignal) {
    if (property === undefined || property !== OBJECT_TYPES[kind].stageProperty) return undefined;
    return this.stages.stage(kind, value ?? '', signal);
  }

  /** Two calls for up to a hundred records of a kind. */
  private async lookUp(kind: RecordKind, ids: readonly string[], signal: AbortSignal) {
    const { path } = OBJECT_TYPES[kind];
    const people = new Map<string, string>();
    const properties = new Map<string, JsonObject>();
    const needed = neededOf(kind, this.config);
    for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
      const some = ids.slice(at, at + READ_AT_ONCE);
      for (const [id, person] of await peopleOf(this.api, { path, ids: some }, signal))
        people.set(id, person);
      for (const object of await readByKey(this.api, { path, ids: some, properties: needed }, signal)) {
        const id = textOf(object['id']);
        if (id !== undefined) properties.set(id, jsonObjectOf(object['properties']));
      }
    }
    return { people, properties };
  }
}

const NOTHING: Known = { personId: undefined, properties: {}, stage: undefined };
