import { jsonObjectOf } from '@parcours/sdk';

import { recordsOf } from '../associations.js';
import type { HubSpotApi } from '../hubspot-api.js';
import { HubSpotRefusal } from '../hubspot-errors.js';
import { textOf } from '../json.js';
import type { PropertyBook } from '../property-book.js';
import { readByKey } from '../record-finder.js';
import { markOf } from './action-body.js';
import type { Draft } from './action-writing.js';

/** So many records of a person are looked through for the mark of an action. */
const LOOKED_THROUGH = 1_000;
const READ_AT_ONCE = 100;
/** Statuses by which a value that has to be unique is refused. */
const TAKEN = [400, 409];

/** One record to be made, once. */
export interface Making {
  /** Of the action. */
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly personId: string;
  readonly draft: Draft;
}

/**
 * Creates records once. HubSpot takes no idempotency key. With a property of unique values that holds the id of the
 * action, HubSpot itself refuses a second one. Without it, a later attempt first looks through the records of the person
 * for the mark of the action; only a first attempt that comes to its end after that look makes a second one.
 */
export class RecordMaker {
  constructor(
    private readonly api: HubSpotApi,
    private readonly properties: PropertyBook,
    /** The property for ids of actions. */
    private readonly idProperty: string | undefined,
  ) {}

  /** Answers its id, and whether it is new. @throws CrmFailure */
  async make(making: Making, signal: AbortSignal): Promise<{ readonly id: string; readonly isNew: boolean }> {
    const key = await this.keyOf(making.draft.path, signal);
    const earlier = making.attempt > 1 ? await this.earlier(making, key, signal) : undefined;
    if (earlier !== undefined) return { id: earlier, isNew: false };
    try {
      return { id: await this.create(making, key, signal), isNew: true };
    } catch (cause) {
      if (key === undefined || !(cause instanceof HubSpotRefusal) || !TAKEN.includes(cause.status))
        throw cause;
      const taken = await this.byKey(making, key, signal);
      if (taken === undefined) throw cause;
      return { id: taken, isNew: false };
    }
  }

  /** The property for ids, where this type of object has it with unique values. */
  private async keyOf(path: string, signal: AbortSignal): Promise<string | undefined> {
    if (this.idProperty === undefined) return undefined;
    const properties = await this.properties.of(path, signal);
    return properties.get(this.idProperty)?.isUnique === true ? this.idProperty : undefined;
  }

  private async create({ id, draft }: Making, key: string | undefined, signal: AbortSignal): Promise<string> {
    const made = await this.api.call({
      method: 'POST',
      path: `/crm/v3/objects/${draft.path}`,
      body: {
        properties: { ...draft.properties, ...(key !== undefined && { [key]: id }) },
        associations: draft.associations.map(([associationTypeId, to]) => ({
          to: { id: to },
          types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }],
        })),
      },
      signal,
    });
    return textOf(made['id']) ?? '';
  }

  private earlier(making: Making, key: string | undefined, signal: AbortSignal): Promise<string | undefined> {
    return key === undefined ? this.byMark(making, signal) : this.byKey(making, key, signal);
  }

  private async byKey({ id, draft }: Making, key: string, signal: AbortSignal): Promise<string | undefined> {
    const asked = { path: draft.path, idProperty: key, ids: [id], properties: [key] };
    const [found] = await readByKey(this.api, asked, signal);
    return textOf(found?.['id']);
  }

  /** The search would not know yet what was made a moment ago: the person's own records do. */
  private async byMark({ id, personId, draft }: Making, signal: AbortSignal): Promise<string | undefined> {
    const { path, textProperty, properties } = draft;
    const sought = path === 'leads' ? (properties[textProperty] ?? '') : markOf(id);
    const all = await recordsOf(this.api, { personId, path, most: LOOKED_THROUGH }, signal);
    const ids = [...all].reverse();
    for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
      const asked = { path, ids: ids.slice(at, at + READ_AT_ONCE), properties: [textProperty] };
      const found = (await readByKey(this.api, asked, signal)).find((object) => {
        const text = textOf(jsonObjectOf(object['properties'])[textProperty]) ?? '';
        return path === 'leads' ? text === sought : endsWithMark(text, sought);
      });
      if (found) return textOf(found['id']);
    }
    return undefined;
  }
}

/** `a-1` is not `a-12`. */
function endsWithMark(text: string, mark: string): boolean {
  const at = text.lastIndexOf(mark);
  return at >= 0 && !/^[\w-]/.test(text.slice(at + mark.length));
}
