import { createHash } from 'node:crypto';

import type { ActionCompletion, CustomerReference, JsonObject, SourceEvent } from '@parcours/sdk';

import type { HelpdeskConfig } from './helpdesk-config.js';
import { valueAt } from './json-pointers.js';
import { emailOf, phoneOf, plainOf, textOf, timeOf } from './ticket-values.js';

export type What = 'opened' | 'updated' | 'resolved';

/** What a webhook says of one ticket. */
export interface TicketNews {
  readonly event?: SourceEvent;
  readonly completion?: ActionCompletion;
}

/** The pointer at which the id of a ticket is missing. */
export class NoTicket extends Error {}

/**
 * Reads one ticket; `undefined` where it is nothing that a journey cares for.
 * @throws NoTicket where there is none
 */
export function newsOf(item: unknown, config: HelpdeskConfig): TicketNews | undefined {
  const { ticket } = config;
  const what = whatOf(item, config);
  if (what === undefined) return undefined;
  const read = (pointer: string | undefined) => (pointer === undefined ? undefined : valueAt(item, pointer));
  const id = textOf(read(ticket.id));
  if (id === undefined) throw new NoTicket(`There is no id of a ticket at ${ticket.id}.`);
  const openedAt = timeOf(read(ticket.openedAt));
  const updatedAt = timeOf(read(ticket.updatedAt));
  const resolvedAt = what === 'resolved' ? (timeOf(read(ticket.resolvedAt)) ?? updatedAt) : undefined;
  const at = { opened: openedAt, updated: updatedAt, resolved: resolvedAt }[what] ?? updatedAt;
  const customer = customerOf(read, ticket);
  const own = textOf(read(config.eventIdAt));
  const event: SourceEvent | undefined = customer && {
    id: own === undefined ? idOf({ id, what, at, item }) : digestOf([id, what, own]),
    name: `ticket.${what}`,
    customer,
    ...(at !== undefined && { at }),
    properties: {
      ...moreOf(item, config),
      ...textsOf({
        ticketId: id,
        status: read(ticket.status),
        subject: read(ticket.subject),
        priority: read(ticket.priority),
        source: read(ticket.source),
      }),
      ...timesOf({ openedAt, resolvedAt }),
    },
    ...(what === 'resolved' && config.create && { hasCompletion: true }),
  };
  return {
    ...(event && { event }),
    ...(what === 'resolved' && { completion: completionOf(id, { at, read, ticket }) }),
  };
}

type Read = (pointer: string | undefined) => unknown;
type Pointers = HelpdeskConfig['ticket'];

/** By what the help desk says has happened, otherwise by the status. */
function whatOf(item: unknown, { event, statuses, ticket }: HelpdeskConfig): What | undefined {
  const status = wordOf(valueAt(item, ticket.status));
  const said = event && wordOf(valueAt(item, event.at));
  if (event && said !== undefined) {
    if (includes(event.ignored, said)) return undefined;
    for (const what of ['opened', 'resolved', 'updated'] as const)
      if (includes(event[what], said)) return what;
  }
  if (includes(statuses.resolved, status)) return 'resolved';
  return includes(statuses.opened, status) ? 'opened' : 'updated';
}

function wordOf(value: unknown): string | undefined {
  return textOf(value)?.toLowerCase();
}

function includes(words: readonly string[] | undefined, word: string | undefined): boolean {
  return word !== undefined && words !== undefined && words.some((each) => each.toLowerCase() === word);
}

function customerOf(read: Read, ticket: Pointers): CustomerReference | undefined {
  const customerId = textOf(read(ticket.customerId));
  if (customerId !== undefined) return { customerId };
  const email = emailOf(read(ticket.email));
  if (email !== undefined) return { email };
  const phone = phoneOf(read(ticket.phone));
  return phone === undefined ? undefined : { phone };
}

function completionOf(
  recordId: string,
  { at, read, ticket }: { at: number | undefined; read: Read; ticket: Pointers },
): ActionCompletion {
  const note = textOf(read(ticket.note));
  return {
    recordId,
    outcome: (textOf(read(ticket.outcome)) ?? 'resolved').slice(0, 200),
    ...(note !== undefined && { note: note.slice(0, 10_000) }),
    ...(at !== undefined && { at }),
  };
}

/** When it was opened and resolved, and how long that took, in milliseconds. */
function timesOf({
  openedAt,
  resolvedAt,
}: {
  openedAt: number | undefined;
  resolvedAt: number | undefined;
}): JsonObject {
  return {
    ...(openedAt !== undefined && { openedAt: new Date(openedAt).toISOString() }),
    ...(resolvedAt !== undefined && { resolvedAt: new Date(resolvedAt).toISOString() }),
    ...(openedAt !== undefined &&
      resolvedAt !== undefined && { timeToResolutionMs: Math.max(0, resolvedAt - openedAt) }),
  };
}

function textsOf(values: Readonly<Record<string, unknown>>): JsonObject {
  const texts = Object.entries(values).flatMap(([name, value]) => {
    const text = textOf(value);
    return text === undefined ? [] : [[name, text.slice(0, 2_000)] as const];
  });
  return Object.fromEntries(texts);
}

function moreOf(item: unknown, { properties = {} }: HelpdeskConfig): JsonObject {
  const more = Object.entries(properties).flatMap(([name, pointer]) => {
    const value = plainOf(valueAt(item, pointer));
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(more);
}

/** A ticket is opened once; of anything else the time tells one from the next, or all that was said. */
function idOf({
  id,
  what,
  at,
  item,
}: {
  id: string;
  what: What;
  at: number | undefined;
  item: unknown;
}): string {
  if (what === 'opened') return digestOf([id, what]);
  return digestOf([id, what, at === undefined ? JSON.stringify(item) : String(at)]);
}

function digestOf(parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  return `ticket-${digest}`;
}
