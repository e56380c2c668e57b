import { Injectable } from '@nestjs/common';
import { PublishedContent, touchRevision } from '@parcours/content';
import { Database } from '@parcours/database';
import { ActionTrail, type ListQuery, type Page } from '@parcours/http';
import { JobRunner } from '@parcours/jobs';
import { type Actor, Clock, IdGenerator, type JsonObject } from '@parcours/kernel';

import { brandOf } from '../brands/brand-of.rules.js';
import { MessagingErrors } from '../messaging.errors.js';
import { MESSAGE_TEMPLATE_TYPE } from '../templates/message-template.type.js';
import { MESSAGE_PAUSE_JOB, type MessagePause, type PauseSubject } from './message-pause.js';
import { isAbout } from './message-pause.rules.js';
import { MessagePauseStore, type PauseView } from './message-pause.store.js';

export type NewPause = Pick<MessagePause, 'subject' | 'reason' | 'afterwards' | 'olderThanMs' | 'untilAt'>;

/** When something happens, and what it is called. */
@Injectable()
export class PauseStamp {
  constructor(
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly trail: ActionTrail,
  ) {}

  next(): { id: number; at: number } {
    return { id: this.ids.next(), at: this.clock.now() };
  }

  async record(sql: Parameters<ActionTrail['record']>[0], action: string, pause: MessagePause, by: Actor) {
    const { id, subject, reason } = pause;
    const details: JsonObject = { ...subject, reason };
    await this.trail.record(sql, {
      action: `messages.${action}`,
      subject: { type: 'pauses', key: String(id) },
      details,
      by,
    });
  }

  wakeAt(id: number, at: number): void {
    this.jobs.wakeAt(MESSAGE_PAUSE_JOB, String(id), at);
  }
}

/** Pauses of messages, for those who start and end them. Every delivery knows with its next batch. */
@Injectable()
export class MessagePauses {
  constructor(
    private readonly database: Database,
    private readonly pauses: MessagePauseStore,
    private readonly content: PublishedContent,
    private readonly stamp: PauseStamp,
  ) {}

  async start(made: NewPause, by: Actor): Promise<PauseView> {
    const { id, at } = this.stamp.next();
    const pause = { ...made, id, createdBy: by.name, createdAt: at, endedBy: null, endedAt: null };
    await this.database.transaction(async ({ sql }) => {
      await this.pauses.add(sql, pause);
      await touchRevision(sql);
      await this.stamp.record(sql, 'paused', pause, by);
    });
    if (pause.untilAt !== null) this.stamp.wakeAt(id, pause.untilAt);
    return this.get(id);
  }

  /** One that has ended stays as it is. @throws messages.pause-not-found */
  async end(id: number, by: Actor): Promise<PauseView> {
    const pause = await this.get(id);
    const { at } = this.stamp.next();
    await this.database.transaction(async ({ sql }) => {
      if (!(await this.pauses.end(sql, id, { by: by.name, at }))) return;
      await touchRevision(sql);
      await this.stamp.record(sql, 'resumed', pause, by);
    });
    this.stamp.wakeAt(id, at);
    return this.get(id);
  }

  /** How many messages that wait now it would hold. */
  async count(subject: PauseSubject): Promise<number> {
    const waiting = await this.pauses.waiting(this.database.sql);
    const ids = waiting.map(({ templateVersionId }) => templateVersionId);
    const templates = await this.content.versions(MESSAGE_TEMPLATE_TYPE, ids);
    const published = await this.content.snapshot();
    return waiting
      .filter(({ templateVersionId, ...message }) => {
        const { category = 'marketing', brand: own } = templates.get(templateVersionId)?.document ?? {};
        const brand = brandOf(published, { brand: message.brand ?? own })?.key;
        return isAbout(subject, { ...message, category, brand });
      })
      .reduce((sum, { count }) => sum + count, 0);
  }

  async list(query: ListQuery): Promise<Page<PauseView>> {
    return this.pauses.list(this.database.sql, query);
  }

  /** @throws messages.pause-not-found */
  async get(id: number): Promise<PauseView> {
    const found = await this.pauses.find(this.database.sql, id);
    if (!found) throw MessagingErrors.pauseNotFound({ id: String(id) });
    return found;
  }
}
