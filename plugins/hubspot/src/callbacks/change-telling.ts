import type { ActionCompletion, CustomerReference, JsonObject, RecordKind, SourceEvent } from '@parcours/sdk';

import { textOf, timeOf } from '../json.js';
import type { HubSpotConfig } from '../hubspot-config.js';
import type { Stage } from './stage-book.js';
import type { WebhookChange } from './webhook-change.js';

/** What is known of the record that a webhook tells of. */
export interface Known {
  readonly personId: string | undefined;
  /** As HubSpot has them; empty where the record is gone. */
  readonly properties: JsonObject;
  /** Of a change of the stage. */
  readonly stage: Stage | undefined;
  /** The action that has made it. */
  readonly actionId?: string | undefined;
}

const NAMES: Readonly<Record<RecordKind, string>> = {
  person: 'contact',
  lead: 'lead',
  deal: 'deal',
  ticket: 'ticket',
  task: 'task',
  order: 'order',
  invoice: 'invoice',
};

/** What of each kind is told along with an event, by the name that it gets. */
const TOLD: Readonly<Partial<Record<RecordKind, Readonly<Record<string, string>>>>> = {
  ticket: {
    subject: 'subject',
    hs_ticket_priority: 'priority',
    source_type: 'source',
    hs_ticket_category: 'category',
  },
  deal: {
    dealname: 'name',
    amount: 'amount',
    deal_currency_code: 'currency',
    closed_lost_reason: 'lostReason',
  },
  task: { hs_task_subject: 'subject', hs_task_priority: 'priority' },
  lead: { hs_lead_name: 'subject', hs_lead_label: 'label' },
  order: { hs_order_name: 'name', hs_total_price: 'amount', hs_currency_code: 'currency' },
  invoice: { hs_number: 'number', hs_amount_billed: 'amount', hs_currency: 'currency', hs_due_date: 'dueAt' },
};

/** Which properties an event or a completion needs of a kind of record. */
export function neededOf(
  kind: RecordKind,
  { outcomeProperty, noteProperty, actionIdProperty }: OwnProperties,
): readonly string[] {
  const times = kind === 'ticket' ? ['createdate', 'closed_date'] : [];
  const own = [outcomeProperty, noteProperty, actionIdProperty].flatMap((name) => name ?? []);
  return [...Object.keys(TOLD[kind] ?? {}), ...times, ...own];
}

type OwnProperties = Pick<HubSpotConfig, 'outcomeProperty' | 'noteProperty' | 'actionIdProperty'>;

/** The event that a change is; `undefined` where nobody is concerned. */
export function eventOf(change: WebhookChange, known: Known): SourceEvent | undefined {
  const { kind, objectId, id, at } = change;
  const personId = kind === 'person' ? objectId : known.personId;
  if (personId === undefined) return undefined;
  const customer: CustomerReference = { personId };
  return {
    id,
    name: `${NAMES[kind]}.${verbOf(change, known)}`,
    customer,
    ...(at !== undefined && { at }),
    properties: propertiesOf(change, known),
    ...(endOf(change, known) !== undefined && { hasCompletion: true }),
  };
}

function verbOf({ kind, what }: WebhookChange, { stage }: Known): string {
  if (what === 'created' && kind === 'ticket') return 'opened';
  if (what !== 'changed') return what;
  if (!stage?.isClosed) return 'updated';
  if (kind === 'ticket') return 'resolved';
  if (kind === 'deal') return stage.isWon ? 'won' : 'lost';
  if (kind === 'task') return 'completed';
  if (kind === 'invoice') return stage.isWon ? 'paid' : 'voided';
  return 'closed';
}

function propertiesOf(change: WebhookChange, { properties, stage }: Known): JsonObject {
  const { kind, objectId, property, value, into, merged, isPrivacy } = change;
  const told = Object.entries(TOLD[kind] ?? {}).flatMap(([name, as]) => {
    const said = textOf(properties[name]);
    return said === undefined ? [] : [[as, said] as const];
  });
  return {
    recordId: objectId,
    ...Object.fromEntries(told),
    ...(property !== undefined && { property, value: value ?? '' }),
    ...(stage && { stage: stage.label }),
    ...(into !== undefined && { into, merged: [...(merged ?? [])] }),
    ...(isPrivacy && { reason: 'privacy' }),
    ...(kind === 'ticket' && stage?.isClosed && resolutionOf(change, properties)),
  };
}

/** When it was opened and resolved, and how long that took, in milliseconds. */
function resolutionOf({ at }: WebhookChange, properties: JsonObject): JsonObject {
  const openedAt = timeOf(properties['createdate']);
  const resolvedAt = timeOf(properties['closed_date']) ?? at;
  return {
    ...(openedAt !== undefined && { openedAt: new Date(openedAt).toISOString() }),
    ...(resolvedAt !== undefined && { resolvedAt: new Date(resolvedAt).toISOString() }),
    ...(openedAt !== undefined &&
      resolvedAt !== undefined && { timeToResolutionMs: Math.max(0, resolvedAt - openedAt) }),
  };
}

/** What an action can have made. */
export const HANDED: readonly RecordKind[] = ['task', 'ticket', 'lead'];

/** The end of what an action has made; `undefined` where it goes on, or somebody else has made it. */
export function completionOf(
  change: WebhookChange,
  known: Known,
  { outcomeProperty, noteProperty, actionIdProperty }: OwnProperties,
): ActionCompletion | undefined {
  const ended = endOf(change, known);
  if (ended === undefined) return undefined;
  const { properties, actionId } = known;
  const { objectId, at } = change;
  const read = (name: string | undefined) => (name === undefined ? undefined : textOf(properties[name]));
  const [said, note, marked] = [outcomeProperty, noteProperty, actionIdProperty].map(read);
  // One that bears an id and is not remembered is of an attempt that broke off, or of another installation.
  if (actionId === undefined && marked === undefined) return undefined;
  return {
    ...(actionId !== undefined && { actionId }),
    recordId: objectId,
    outcome: said ?? ended,
    ...(note !== undefined && { note }),
    ...(at !== undefined && { at }),
  };
}

/** How something that an action may have made has ended; `undefined` where it goes on. */
function endOf({ kind, what }: WebhookChange, { stage }: Known): string | undefined {
  if (!HANDED.includes(kind)) return undefined;
  if (what === 'deleted') return 'deleted';
  return stage?.isClosed ? outcomeOf(kind, stage) : undefined;
}

function outcomeOf(kind: RecordKind, { label }: Stage): string {
  if (kind === 'task') return 'completed';
  if (kind === 'ticket') return 'resolved';
  return (
    label
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '') || 'closed'
  );
}
