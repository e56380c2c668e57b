import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { Actor, JsonObject } from '@parcours/kernel';

/** Something that somebody did and that others must be able to look up later. Secrets are in none of its parts. */
export interface RecordedAction {
  /** `area.what-happened`: `user.created`. */
  readonly action: string;
  /** What it was done to: the plural of its addresses, and its key or id there. */
  readonly subject: { readonly type: string; readonly key: string };
  /** How the subject is shown before and after; null or absent where there was, or is, none. */
  readonly before?: JsonObject | null;
  readonly after?: JsonObject | null;
  readonly details?: JsonObject;
  readonly by: Actor;
}

export interface ActionRecorder {
  /** Inside the transaction of what was done. */
  record(sql: Sql, actions: readonly RecordedAction[]): Promise<void>;
}

/** Where libraries tell what was done, beside changes of content; the audit log writes it down. */
@Injectable()
export class ActionTrail {
  private readonly recorders: ActionRecorder[] = [];

  subscribe(recorder: ActionRecorder): void {
    this.recorders.push(recorder);
  }

  async record(sql: Sql, ...actions: readonly RecordedAction[]): Promise<void> {
    for (const recorder of this.recorders) await recorder.record(sql, actions);
  }
}
