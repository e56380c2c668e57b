import { Injectable } from '@nestjs/common';
import {
  type ContentChange,
  ContentTypeRegistry,
  diffDocuments,
  diffShown,
  type DocumentChange,
} from '@parcours/content';
import type { Sql } from '@parcours/database';
import type { ActionRecorder, RecordedAction } from '@parcours/http';
import { type Actor, Clock, IdGenerator, type JsonObject } from '@parcours/kernel';

import type { AuditEntry } from './audit-entry.entity.js';
import { insertEntries } from './audit-log.repository.js';

interface Happening {
  readonly action: string;
  readonly subject: { readonly type: string; readonly key: string };
  readonly changes: readonly DocumentChange[];
  readonly details: JsonObject | null;
  readonly by: Actor;
  readonly at: number;
}

/** Writes down what is done, in the transaction that does it: neither happens without the other. */
@Injectable()
export class AuditRecorder implements ActionRecorder {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async record(sql: Sql, actions: readonly RecordedAction[]): Promise<void> {
    const at = this.clock.now();
    const entries = actions.map(({ action, subject, before, after, details, by }) => {
      const changes = diffDocuments(before ?? {}, after ?? {});
      return this.entry({ action, subject, changes, details: details ?? null, by, at });
    });
    await insertEntries(sql, entries);
  }

  async recordContent(sql: Sql, changes: readonly ContentChange[]): Promise<void> {
    const entries = changes.map((change) => {
      const { type, key, by, at } = change;
      const action = `content.${change.action}`;
      const details = detailsOf(change);
      return this.entry({
        action,
        subject: { type, key },
        changes: this.shownChanges(change),
        details,
        by,
        at,
      });
    });
    await insertEntries(sql, entries);
  }

  /** As people see the documents: of a secret no more than that it changed. */
  private shownChanges({ type, before, after }: ContentChange): readonly DocumentChange[] {
    const present = (document: JsonObject) => this.types.shown(type, document);
    if (before && after) return diffShown(before, after, present);
    return diffDocuments(before ? present(before) : {}, after ? present(after) : {});
  }

  private entry({ action, subject, changes, details, by, at }: Happening): AuditEntry {
    return {
      id: this.ids.next(),
      at,
      actorKind: by.kind,
      actorId: by.id,
      actorName: by.name,
      action,
      subjectType: subject.type,
      subjectKey: subject.key,
      changes: changes.length === 0 ? null : changes,
      details,
      address: by.address,
      requestId: by.requestId,
    };
  }
}

function detailsOf({ version, note, release }: ContentChange): JsonObject | null {
  if (version === null && note === null && release === null) return null;
  return { version, ...(note !== null && { note }), ...(release !== null && { release }) };
}
