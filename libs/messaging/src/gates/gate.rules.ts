import type { MessageFailure } from '../outbox/message.js';
import { type GateState, type Grant, NEW_GATE, type Outage } from './gate-state.js';
import type { DayQuota, GateTerms } from './gate-terms.js';
import { noteUsed, usedWindows } from './window.rules.js';

/** Failed batches in a row after which a connector is left alone. */
const FAILURES_TO_OPEN = 3;
/** Failures further apart than this are not in a row. */
const ROW_MS = 60_000;
const FIRST_OPEN_MS = 5_000;
const LONGEST_OPEN_MS = 60_000;
/** Messages that try whether a connector is back. */
const PROBE_MESSAGES = 10;
/** Where it can't be known when there is room: look again. */
const LOOK_AGAIN_MS = 250;
const LONGEST_THROTTLE_MS = 86_400_000;

/** Marketing leaves a tenth of every limit to what is urgent. */
const RESERVED = 0.1;

/** What a worker asks of the gate. */
export interface Ask {
  readonly now: number;
  readonly wanted: number;
  readonly isUrgent: boolean;
}

export interface Admission {
  readonly granted: number;
  /** When to ask again; only where nothing is granted. */
  readonly nextAt?: number;
  readonly isProbe: boolean;
}

/** What became of what was granted. */
export interface Report {
  readonly grantId: number;
  readonly now: number;
  /** How many messages were handed to the provider, well or not. */
  readonly used: number;
  /** `down`: the provider as a whole was out of reach or refuses the settings. `unknown`: nothing was tried. */
  readonly health: 'up' | 'down' | 'unknown';
  /** The provider asks for a pause, in milliseconds. */
  readonly pauseMs?: number | undefined;
  readonly error?: MessageFailure | undefined;
}

/** What of a limit marketing leaves to what is urgent. */
export function reservedOf(limit: number): number {
  return limit < 2 ? 0 : Math.ceil(limit * RESERVED);
}

/** How many messages may go to the provider now. Whoever makes use of it notes it by `handedOut`. */
export function admit(known: GateState, terms: GateTerms, { now: clock, wanted, isUrgent }: Ask): Admission {
  const now = Math.max(clock, known.seenAt);
  const state = asOf(known, terms, now);
  const { throttledUntil = 0, outage } = state;
  const closed = (nextAt: number): Admission => ({ granted: 0, nextAt, isProbe: false });
  if (throttledUntil > now) return closed(throttledUntil);
  const isOpen = outage?.openUntil !== undefined;
  if (isOpen && (outage.openUntil ?? 0) > now) return closed(outage.openUntil ?? now);
  if (isOpen && (outage.probeUntil ?? 0) > now) return closed(now + LOOK_AGAIN_MS);
  const rooms = roomsOf(state, terms, now).map(({ limit, used, freeAt }) => ({
    room: limit - used - (isUrgent ? 0 : reservedOf(limit)),
    freeAt: freeAt ?? now + LOOK_AGAIN_MS,
  }));
  const full = rooms.filter(({ room }) => room <= 0);
  if (full.length > 0) return closed(Math.max(...full.map(({ freeAt }) => freeAt)));
  const most = Math.min(wanted, ...rooms.map(({ room }) => room), isOpen ? PROBE_MESSAGES : wanted);
  return terms.limits.concurrency === undefined || hasPlace(state, terms.limits.concurrency, isUrgent)
    ? { granted: most, isProbe: isOpen }
    : closed(now + LOOK_AGAIN_MS);
}

function hasPlace({ out }: GateState, concurrency: number, isUrgent: boolean): boolean {
  return out.length < concurrency - (isUrgent || concurrency < 2 ? 0 : 1);
}

interface Room {
  readonly limit: number;
  readonly used: number;
  readonly freeAt: number | undefined;
}

function roomsOf(state: GateState, { limits, quota }: GateTerms, now: number): readonly Room[] {
  const windows = usedWindows(limits, state, now);
  if (!quota) return windows;
  return [...windows, { limit: quota.messages, used: sentOn(state, quota), freeAt: quota.endsAt }];
}

/** Handed over on the day, or on one that has begun for others already; or out with workers. */
export function sentOn({ day, out }: GateState, { date }: DayQuota): number {
  return (day && day.date >= date ? day.sent : 0) + out.reduce((sum, { count }) => sum + count, 0);
}

/** Notes that messages are out with a worker. */
export function handedOut(
  known: GateState,
  terms: GateTerms,
  { now: clock, isProbe, ...grant }: Grant & { readonly now: number; readonly isProbe: boolean },
): GateState {
  const now = Math.max(clock, known.seenAt);
  const state = asOf(known, terms, now);
  const { outage } = state;
  return {
    ...state,
    seenAt: now,
    out: [...state.out, grant],
    outage: outage && isProbe ? { ...outage, probeUntil: grant.until } : outage,
  };
}

/** Keeps a grant while its worker is at it. */
export function prolonged(state: GateState, id: number, until: number): GateState {
  const { outage } = state;
  const isProbe = state.out.some((grant) => grant.id === id && grant.until === outage?.probeUntil);
  return {
    ...state,
    out: state.out.map((grant) => (grant.id === id ? { ...grant, until } : grant)),
    outage: outage && isProbe ? { ...outage, probeUntil: until } : outage,
  };
}

/** Notes what became of a grant. Room is used up from the moment at which the provider is done with it. */
export function settled(known: GateState, terms: GateTerms, report: Report): GateState {
  const now = Math.max(report.now, known.seenAt);
  const before = asOf(known, terms, now);
  const grant = before.out.find(({ id }) => id === report.grantId);
  const state = { ...before, out: before.out.filter((each) => each !== grant) };
  const used = grant ? noted(state, terms, { count: report.used, at: now }) : state;
  const { pauseMs, error } = report;
  return {
    ...used,
    seenAt: now,
    throttledUntil: pauseMs === undefined ? used.throttledUntil : laterOf(used, now, pauseMs),
    outage: outageAfter(used.outage, report, { now, versionId: terms.versionId }),
    lastError: error ? { ...error, at: now } : used.lastError,
  };
}

function laterOf({ throttledUntil = 0 }: GateState, now: number, pauseMs: number): number {
  return Math.max(throttledUntil, now + Math.min(pauseMs, LONGEST_THROTTLE_MS));
}

function outageAfter(
  outage: Outage | undefined,
  { health }: Report,
  { now, versionId }: { now: number; versionId: number | undefined },
): Outage | undefined {
  if (health === 'up') return undefined;
  if (health === 'unknown') return outage && { ...outage, probeUntil: undefined };
  const isInRow = outage && (outage.openUntil !== undefined || now - outage.lastAt <= ROW_MS);
  const { failures, rounds, openUntil = 0 } = isInRow ? outage : { failures: 0, rounds: 0 };
  const next = { versionId, failures: failures + 1, lastAt: now, rounds };
  if (next.failures < FAILURES_TO_OPEN) return next;
  // Batches that were on their way when it was shut say nothing new.
  if (openUntil > now) return { ...next, openUntil };
  const openMs = Math.min(LONGEST_OPEN_MS, FIRST_OPEN_MS * 2 ** Math.min(rounds, 10));
  return { ...next, openUntil: now + openMs, rounds: rounds + 1 };
}

/**
 * What a worker that is gone had taken counts as handed over at the end of its time; and what was found out about other
 * settings is forgotten.
 */
export function asOf(state: GateState, terms: GateTerms, now: number): GateState {
  const expired = state.out.filter(({ until }) => until <= now);
  const outage = state.outage?.versionId === terms.versionId ? state.outage : undefined;
  const kept: GateState = { ...state, outage, out: state.out.filter(({ until }) => until > now) };
  return expired.reduce((each, { count, until: at }) => noted(each, terms, { count, at }), kept);
}

function noted(
  state: GateState,
  { limits, quota }: GateTerms,
  use: { count: number; at: number },
): GateState {
  const used = noteUsed(state, limits, use);
  if (!quota) return { ...state, used, day: undefined };
  // Where a batch that began yesterday ends, or a clock is behind, the day that has begun goes on.
  const { date, sent } =
    state.day && state.day.date >= quota.date ? state.day : { date: quota.date, sent: 0 };
  return { ...state, used, day: { date, sent: sent + use.count } };
}

/** As it is stored. */
export function parseGate(text: string | undefined): GateState {
  return text === undefined ? NEW_GATE : (JSON.parse(text) as GateState);
}
