import { formatInstant } from '@parcours/kernel';

import type { AuditEntry } from '../entries/audit-entry.entity.js';

/** An entry as it is answered. */
export function presentEntry(entry: AuditEntry) {
  const { id, at, actorKind, actorId, actorName, action, subjectType, subjectKey } = entry;
  const { changes, details, address, requestId } = entry;
  return {
    id: String(id),
    at: formatInstant(at),
    actor: { kind: actorKind, id: actorId === null ? null : String(actorId), name: actorName },
    action,
    subject: { type: subjectType, key: subjectKey },
    changes: changes ?? [],
    details,
    address,
    requestId,
  };
}

export const CSV_HEADER = [
  'id',
  'at',
  'actorKind',
  'actorId',
  'actor',
  'action',
  'subjectType',
  'subject',
  'address',
  'requestId',
  'changes',
  'details',
];

/** The cells of an entry, in the order of the header. */
export function cellsOf(entry: AuditEntry): string[] {
  return [
    String(entry.id),
    formatInstant(entry.at),
    entry.actorKind,
    entry.actorId === null ? '' : String(entry.actorId),
    entry.actorName,
    entry.action,
    entry.subjectType,
    entry.subjectKey,
    entry.address ?? '',
    entry.requestId ?? '',
    entry.changes ? JSON.stringify(entry.changes) : '',
    entry.details ? JSON.stringify(entry.details) : '',
  ];
}
