import type { SuppressionReason } from '@parcours/audience';
import type { EventEntry } from '@parcours/events';
import type { JsonObject } from '@parcours/kernel';

import { keywordOf } from './keyword.rules.js';
import {
  type ReactingCustomer,
  type Reaction,
  REACTION_KINDS,
  type ReactionKind,
  type ReactionRow,
  type ReactionTarget,
  type ReactionTimes,
} from './reaction.js';

/** Clicks on every link of a message within so long are a machine's. */
export const SCAN_MS = 5_000;

/** A reaction with the message that it is about, or whose it is at least. */
export interface FoundReaction {
  readonly row: ReactionRow;
  readonly target?: ReactionTarget | undefined;
  readonly customer?: ReactingCustomer | undefined;
  /** Everybody who has the address that it came from. */
  readonly owners?: readonly ReactingCustomer[] | undefined;
}

/** An address that is to get nothing any more. */
export interface SuppressedAddress {
  readonly channel: string;
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly note?: string;
  /** Until when, in milliseconds since the epoch; for ever when left out. */
  readonly expiresAt?: number;
}

/** What follows from reactions. */
export interface ReactionOutcome {
  readonly events: readonly EventEntry[];
  /** By kind: the messages to which one came first, and when. */
  readonly times: ReadonlyMap<ReactionKind, ReadonlyMap<number, number>>;
  readonly suppressed: readonly SuppressedAddress[];
  /** Messages that bounced without their address being gone. */
  readonly softBounced: readonly ReactionTarget[];
}

/** Of these at most one event a message: the first. */
const ONCE: ReadonlySet<ReactionKind> = new Set([
  'delivered',
  'opened',
  'bounced',
  'complained',
  'unsubscribed',
]);

/** Marks clicks that have followed every link of their message at once: readers do not, scanners do. */
export function withoutScans(rows: readonly ReactionRow[]): ReactionRow[] {
  const visits = new Map<number, { places: Set<number>; of: number; first: number; last: number }>();
  for (const { messageId, reaction } of rows) {
    if (messageId === undefined || !reaction.place || reaction.automated) continue;
    const [place, of] = reaction.place;
    const { at } = reaction;
    const visit = visits.get(messageId) ?? { places: new Set(), of, first: at, last: at };
    visit.places.add(place);
    visit.first = Math.min(visit.first, at);
    visit.last = Math.max(visit.last, at);
    visits.set(messageId, visit);
  }
  return rows.map((row) => {
    const visit = row.messageId === undefined ? undefined : visits.get(row.messageId);
    const isScan =
      visit !== undefined &&
      visit.of > 1 &&
      visit.places.size >= visit.of &&
      visit.last - visit.first <= SCAN_MS;
    if (!isScan || !row.reaction.place) return row;
    return { ...row, reaction: { ...row.reaction, automated: row.reaction.automated ?? 'every-link' } };
  });
}

function keywordIn({ kind, channel, text }: Reaction): ReturnType<typeof keywordOf> {
  return kind === 'replied' && channel !== 'email' ? keywordOf(text) : undefined;
}

/** Whether somebody says what is to come to the address that they write from, whoever has it. */
export function isForAddress(reaction: Reaction): boolean {
  const asks = keywordIn(reaction)?.asks;
  return asks === 'stop' || asks === 'start';
}

/** Says what reactions come to, in their order. Whoever comes twice, or too late to say anything new, says nothing. */
export function outcomeOf(found: readonly FoundReaction[], now: number): ReactionOutcome {
  const desk = new ReactionDesk(now);
  for (const each of found) desk.take(each);
  return desk;
}

class ReactionDesk implements ReactionOutcome {
  readonly events: EventEntry[] = [];
  readonly times = new Map<ReactionKind, Map<number, number>>();
  readonly suppressed: SuppressedAddress[] = [];
  readonly softBounced: ReactionTarget[] = [];
  private readonly known = new Map<number, Record<ReactionKind, number | null>>();

  constructor(private readonly now: number) {}

  take({ row, target, customer, owners = [] }: FoundReaction): void {
    const { reaction } = row;
    this.suppress(reaction, target);
    const who = target ?? customer;
    if (!who) return;
    const keyword = keywordIn(reaction);
    if (keyword) {
      const name = `message.${keyword.asks}-requested`;
      const more = { keyword: keyword.word };
      this.tell(name, { row, who, target, more });
      if (!isForAddress(reaction)) return;
      for (const other of owners) {
        if (other.customerId === who.customerId) continue;
        const channel = reaction.channel ?? target?.channel;
        this.tell(name, {
          row: { ...row, reaction: { ...reaction, channel } },
          who: other,
          target: undefined,
          more,
        });
      }
    } else if (reaction.automated) this.takeAutomated(row, who, target);
    else if (!target) this.tell(`message.${reaction.kind}`, { row, who, target });
    else this.takeReal(row, target);
  }

  private takeReal(row: ReactionRow, target: ReactionTarget): void {
    const { kind } = row.reaction;
    const times = this.timesOf(target);
    if (saysNothing(kind, times)) return;
    const at = this.timeOf(row.reaction, target);
    this.note(kind, target, at);
    const once = ONCE.has(kind) ? onceId(target, kind) : undefined;
    this.tell(`message.${kind}`, { row, who: target, target, once });
    // Whoever follows a link has the message before their eyes, whether or not its pictures are shown.
    if (kind === 'clicked' && times.opened === null) {
      this.note('opened', target, at);
      const opened = { ...row, reaction: { kind: 'opened', at: row.reaction.at } as const };
      this.tell('message.opened', {
        row: opened,
        who: target,
        target,
        once: onceId(target, 'opened'),
        more: { by: 'click' },
      });
    }
    if (kind === 'bounced' && row.reaction.bounce === 'soft') this.softBounced.push(target);
  }

  /** Kept in the history under a name of its own: journeys and conditions do not take it for the reader. */
  private takeAutomated(row: ReactionRow, who: ReactingCustomer, target: ReactionTarget | undefined): void {
    const { kind, automated = null, place } = row.reaction;
    const name = `${kind}-automatically`;
    const once =
      target && kind !== 'replied' ? onceId(target, place ? `${name}-${String(place[0])}` : name) : undefined;
    this.tell(`message.${name}`, {
      row,
      who,
      target,
      once,
      more: { isAutomated: true, reason: automated },
    });
  }

  private tell(
    name: string,
    {
      row,
      who,
      target,
      once,
      more,
    }: {
      row: ReactionRow;
      who: ReactingCustomer;
      target: ReactionTarget | undefined;
      once?: string | undefined;
      more?: JsonObject;
    },
  ): void {
    const { reaction } = row;
    const { link, bounce, code, detail, text, subject, source } = reaction;
    const channel = target?.channel ?? reaction.channel;
    const own = source === undefined ? `reaction-${String(row.id)}` : sourceId(reaction, source);
    this.events.push({
      kind: 'event',
      customerKey: who.customerKey,
      name,
      messageId: once ?? own,
      occurredAt: this.timeOf(reaction, target),
      properties: {
        ...(target && {
          message: String(target.messageId),
          enrollment: String(target.enrollmentId),
          journey: target.journey,
          step: target.step,
          visit: target.visit,
          template: target.template,
        }),
        ...(channel !== undefined && { channel }),
        ...known({ link, bounce, code, detail, text, subject }),
        ...more,
      },
      traits: undefined,
      origin: { channel, touchpoint: target?.touchpoint ?? undefined },
    });
  }

  /** A hard bounce and a complaint end what is sent to an address, whether or not the message is known any more. */
  private suppress({ kind, bounce, address, channel }: Reaction, target: ReactionTarget | undefined): void {
    const reason =
      kind === 'complained' ? 'complained' : kind === 'bounced' && bounce === 'hard' ? 'bounced' : undefined;
    const place = { channel: target?.channel ?? channel, address: target?.address ?? address };
    if (reason === undefined || place.channel === undefined || place.address === undefined) return;
    this.suppressed.push({ channel: place.channel, address: place.address, reason });
  }

  private note(kind: ReactionKind, target: ReactionTarget, at: number): void {
    const times = this.timesOf(target);
    if (times[kind] !== null) return;
    times[kind] = at;
    const ofKind = this.times.get(kind) ?? new Map<number, number>();
    this.times.set(kind, ofKind.set(target.messageId, at));
  }

  private timesOf({ messageId, times }: ReactionTarget): Record<ReactionKind, number | null> {
    const known = this.known.get(messageId) ?? { ...times };
    this.known.set(messageId, known);
    return known;
  }

  /** Clocks of providers go wrong: nothing happens to a message before it was made, or later than now. */
  private timeOf({ at }: Reaction, target: ReactionTarget | undefined): number {
    const isPossible = at <= this.now && at >= (target?.createdAt ?? 0);
    return isPossible ? at : this.now;
  }
}

/**
 * What is known of a message only grows: a second report of what happens once says nothing, and neither does one that it
 * was delivered after it has come back.
 */
function saysNothing(kind: ReactionKind, times: ReactionTimes): boolean {
  if (!ONCE.has(kind)) return false;
  return times[kind] !== null || (kind === 'delivered' && times.bounced !== null);
}

function onceId({ messageId }: ReactionTarget, what: string): string {
  return `message-${String(messageId)}-${what}`;
}

/** Message ids of events have 100 characters. */
function sourceId({ connectorId = 0 }: Reaction, source: string): string {
  return `callback-${String(connectorId)}-${source}`.slice(0, 100);
}

function known(members: Readonly<Record<string, string | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Every event that a reaction can become. */
export const REACTION_EVENTS: ReadonlySet<string> = new Set(REACTION_KINDS.map((kind) => `message.${kind}`));
