import {
  type ActionRequest,
  type ActionResult,
  type JsonObject,
  type PluginHostContext,
  type RecordKind,
  sendErrorOfCrm,
} from '@parcours/sdk';

import type { HubSpotApi } from '../hubspot-api.js';
import type { HubSpotConfig } from '../hubspot-config.js';
import type { MadeRecords } from '../made-records.js';
import { OBJECT_TYPES } from '../object-types.js';
import type { PropertyBook } from '../property-book.js';
import { hasWords } from './action-body.js';
import { type ActionName, isActionName } from './action-inputs.js';
import { type Draft, DRAFTS, type Writing } from './action-writing.js';
import { PersonDesk } from './person-desk.js';
import { RecordMaker } from './record-maker.js';

const KIND_MADE: Readonly<Partial<Record<Draft['path'], RecordKind>>> = {
  tasks: 'task',
  tickets: 'ticket',
  leads: 'lead',
};

/** What actions stand on. */
export interface ActionGround {
  readonly api: HubSpotApi;
  readonly properties: PropertyBook;
  readonly config: HubSpotConfig;
  readonly clock: PluginHostContext['clock'];
  readonly made: MadeRecords;
}

/** Hands tasks, tickets, leads and notes to the users of HubSpot. */
export class HubSpotActions {
  private readonly desk: PersonDesk;
  private readonly maker: RecordMaker;

  constructor(private readonly ground: ActionGround) {
    this.desk = new PersonDesk(ground.api);
    this.maker = new RecordMaker(ground.api, ground.properties, ground.config.actionIdProperty);
  }

  async act(request: ActionRequest, signal: AbortSignal): Promise<ActionResult> {
    const { action } = request;
    if (!isActionName(action)) {
      const detail = `There is no action ${action}.`;
      return { status: 'failed', error: { class: 'permanent', code: 'hubspot.action-unknown', detail } };
    }
    try {
      return { status: 'done', output: await this.done(action, request, signal) };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfCrm(cause) };
    }
  }

  private async done(
    action: ActionName,
    { id, attempt, input, handOver }: ActionRequest,
    signal: AbortSignal,
  ) {
    const personId = await this.desk.personOf(input, signal);
    const ownerId = await this.desk.ownerOf(input, signal);
    const { config, clock } = this.ground;
    const { language } = config;
    const writing: Writing = { id, input, handOver, language, personId, ownerId, now: clock.now() };
    const draft = DRAFTS[action](writing, config);
    const { id: recordId, isNew } = await this.maker.make({ id, attempt, personId, draft }, signal);
    const kind = KIND_MADE[draft.path];
    if (kind) await this.ground.made.remember(kind, recordId, id);
    if (action === 'create-lead') await this.noteOn(recordId, { writing, attempt, signal });
    return this.output(draft.path, { recordId, personId, isNew });
  }

  /** A lead has no text of its own: what is known of it is a note on it and on the contact. */
  private async noteOn(
    leadId: string,
    { writing, attempt, signal }: { writing: Writing; attempt: number; signal: AbortSignal },
  ): Promise<void> {
    const { input, id, personId } = writing;
    if (!hasWords(writing)) return;
    const draft = DRAFTS['add-note'](
      { ...writing, input: { ...input, ticketId: undefined } },
      this.ground.config,
    );
    const { id: noteId } = await this.maker.make({ id, attempt, personId, draft }, signal);
    await this.ground.api.call({
      method: 'PUT',
      path: `/crm/v4/objects/notes/${noteId}/associations/default/leads/${leadId}`,
      signal,
    });
  }

  private output(
    path: Draft['path'],
    made: { recordId: string; personId: string; isNew: boolean },
  ): JsonObject {
    const { portalId } = this.ground.config;
    const typeId =
      path === 'notes' ? '0-46' : Object.values(OBJECT_TYPES).find((type) => type.path === path)?.typeId;
    if (portalId === undefined || typeId === undefined) return { ...made };
    const url = `https://app.hubspot.com/contacts/${String(portalId)}/record/${typeId}/${made.recordId}`;
    return { ...made, url };
  }
}
