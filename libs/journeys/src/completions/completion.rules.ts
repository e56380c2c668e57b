import { createHash } from 'node:crypto';

import { traitDefects } from '@parcours/audience';
import { type EventEntry, NOTE_EVENT, noteProperties } from '@parcours/events';
import { canonicalJson, type JsonObject } from '@parcours/kernel';

import { systemOf } from '../outside/outside-call.rules.js';
import {
  COMPLETED_EVENT,
  type CompletedCall,
  type Completion,
  CORRECTED_EVENT,
  type NewCompletion,
} from './completion.js';

/**
 * The calls that a completion is about, of those that it may be about: by our id that very one. Of a record every call
 * that is waited for, as several journeys may wait for one ticket; else the last one, so that nothing told is lost.
 */
export function callsOf(
  { callId, recordId, target }: NewCompletion,
  calls: readonly CompletedCall[],
): readonly CompletedCall[] {
  if (callId !== undefined) return calls.filter((call) => call.id === callId && call.target === target);
  const ofRecord = calls.filter((call) => call.recordId === recordId && call.target === target);
  const awaited = ofRecord.filter((call) => call.isAwaited && call.completedAt === null);
  if (awaited.length > 0) return awaited;
  const last = ofRecord.reduce<CompletedCall | undefined>(
    (found, call) => (found && found.id > call.id ? found : call),
    undefined,
  );
  return last ? [last] : [];
}

/** When it was done: not before it was asked for, and not later than now. */
export function completedAt({ at }: Completion, { createdAt }: CompletedCall, now: number): number {
  return Math.max(createdAt, Math.min(at ?? now, now));
}

/**
 * What happened to the customer, for their lane: the note first, so that whoever hears of the completion can ask for it.
 * One who tells the same twice tells it once; what is told of something that was completed before has a name of its own
 * and moves nobody.
 */
export function entriesOf(
  completion: Completion,
  call: CompletedCall,
  { customerKey, now }: { readonly customerKey: string; readonly now: number },
): EventEntry[] {
  const occurredAt = completedAt(completion, call, now);
  const digest = digestOf(completion);
  const common = { kind: 'event', customerKey, occurredAt } as const;
  const name = call.completedAt === null ? (call.awaits ?? COMPLETED_EVENT) : CORRECTED_EVENT;
  const { traits } = completion;
  const event: EventEntry = {
    ...common,
    name,
    messageId: `completed-${String(call.id)}-${digest}`,
    properties: propertiesOf(completion, call, occurredAt),
    traits: traits && traitDefects(traits).length === 0 ? traits : undefined,
  };
  const text = completion.note?.trim() ?? '';
  if (text === '') return [event];
  const { system } = systemOf(call);
  const author = completion.by ?? call.owner ?? undefined;
  const note: EventEntry = {
    ...common,
    name: NOTE_EVENT,
    messageId: `note-${String(call.id)}-${digest}`,
    properties: noteProperties({ text, kind: 'rep-note', author, source: system }),
    traits: undefined,
    origin: { layer: 'anecdotal' },
  };
  return [note, event];
}

/** What the event tells: what came of it, and which call of which journey it was about. */
function propertiesOf(
  { outcome, note, by, properties }: Completion,
  { id, journey, step, visit, enrollmentId, recordId, owner, createdAt }: CompletedCall,
  occurredAt: number,
): JsonObject {
  const known = { journey, note, by: by ?? owner, recordId, owner };
  return {
    ...properties,
    ...Object.fromEntries(
      Object.entries(known).flatMap(([name, value]) =>
        value === undefined || value === null ? [] : [[name, value]],
      ),
    ),
    outcome,
    tookMs: occurredAt - createdAt,
    call: String(id),
    step,
    visit,
    enrollment: String(enrollmentId),
  };
}

function digestOf({ outcome, note, at, properties, traits }: Completion): string {
  const told = canonicalJson({ outcome, note, at, properties, traits });
  return createHash('sha256').update(told).digest('base64url').slice(0, 22);
}
