import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { idOf, isJsonObject, type JsonObject, timeOfId } from '@parcours/kernel';
import type { ChannelName, ChannelSenders, MessageContent } from '@parcours/sdk';

import { channelOf } from '../channels/channels.js';
import { MESSAGE_STATUSES, type MessageFailure } from '../outbox/message.js';
import { type MessageView, MessageViews } from '../outbox/message-view.store.js';
import { MessageWords, type RewrittenMessage } from '../outbox/message-words.service.js';
import { MessageLinks } from '../preferences/message-links.service.js';
import { describeRefusal } from '../policies/refusal-words.js';

/** A message, or one that a step did not even try to send. */
export interface OutboxEntry {
  /** Of the message; none where there was none. */
  readonly id: string | undefined;
  /** In milliseconds since the epoch. */
  readonly at: number;
  readonly customer: string;
  readonly journey: string;
  readonly step: string;
  readonly channel: string | undefined;
  readonly template: string | undefined;
  readonly status: string;
  /** Why it was not sent, or not yet. */
  readonly reason: string | undefined;
  /** Its subject, or how it begins. */
  readonly headline: string | undefined;
}

/** A message with what it says. */
export interface OutboxMessage {
  readonly entry: OutboxEntry;
  readonly to: string | undefined;
  readonly connector: string | undefined;
  readonly attempts: number;
  readonly from: ChannelSenders[ChannelName] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: MessageContent | undefined;
  /** Why it cannot be written any more, or never could. */
  readonly unwritten: string | undefined;
}

interface SkippedRow {
  readonly customer_key: string;
  readonly journey: string | null;
  readonly enrollment_id: number;
  readonly step: string;
  readonly at: number;
  readonly detail: string | null;
}

const SHOWN = 50;

/** What went out lately, and what did not, with the words that the customer gets. */
@Injectable()
export class OutboxEntries {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageViews,
    private readonly words: MessageWords,
    private readonly links: MessageLinks,
  ) {}

  /** The latest first. */
  async latest(): Promise<readonly OutboxEntry[]> {
    const messages = await this.messages.latest(SHOWN);
    const written = await this.words.write(messages.map(spokenOf));
    const sent = messages.map((message, at) => {
      const content = written[at]?.content;
      return entryOf(message, content && headlineOf(message.channel, content));
    });
    return [...sent, ...(await this.skipped())].sort((a, b) => b.at - a.at).slice(0, SHOWN);
  }

  async find(id: string): Promise<OutboxMessage | undefined> {
    const message = await this.messages.find(idOf(id));
    if (!message) return undefined;
    const [written] = await this.words.write([spokenOf(message)]);
    const content = written?.content;
    return {
      entry: entryOf(message, content && headlineOf(message.channel, content)),
      to: message.address ?? undefined,
      connector: message.connector ?? undefined,
      attempts: message.attempts,
      from: written?.from,
      headers: { ...(written && this.headersOf(message, written)) },
      content,
      unwritten: written?.failure,
    };
  }

  private headersOf({ customer_id: customerId, channel }: MessageView, { template }: RewrittenMessage) {
    const { category, topic } = template;
    return this.links.of(customerId, { category, topic, channel }).headers;
  }

  /** Of the last enrollments alone: nothing finds steps by what became of them. */
  private async skipped(): Promise<OutboxEntry[]> {
    const rows = await this.database.sql.select<SkippedRow>(
      `SELECT c.external_id AS customer_key, j.item_key AS journey, s.enrollment_id, s.step, s.at, s.detail
       FROM (SELECT id, customer_id, journey_id FROM enrollments ORDER BY id DESC LIMIT 200) e
       JOIN enrollment_steps s ON s.enrollment_id = e.id AND s.code = 'skipped'
       JOIN customers c ON c.id = e.customer_id
       LEFT JOIN content_items j ON j.id = e.journey_id
       ORDER BY s.enrollment_id DESC LIMIT ${String(SHOWN)}`,
    );
    return rows.map((row) => {
      const detail = row.detail === null ? {} : (JSON.parse(row.detail) as JsonObject);
      const why = isJsonObject(detail['why']) ? detail['why'] : {};
      const { channel, template } = why;
      const reason = textOf(detail['reason']) ?? 'skipped';
      return {
        id: undefined,
        at: row.at,
        customer: row.customer_key,
        journey: row.journey ?? '',
        step: row.step,
        channel: textOf(channel),
        template: textOf(template),
        status: 'skipped',
        reason: describeRefusal(reason, why, 'en'),
        headline: undefined,
      };
    });
  }
}

function spokenOf(message: MessageView) {
  return {
    customerId: message.customer_id,
    enrollmentId: message.enrollment_id,
    step: message.step,
    channel: message.channel,
    templateVersionId: message.template_version_id,
  };
}

function entryOf(message: MessageView, headline: string | undefined): OutboxEntry {
  const failure = message.failure === null ? undefined : (JSON.parse(message.failure) as MessageFailure);
  return {
    id: String(message.id),
    at: timeOfId(message.id),
    customer: message.customer_key,
    journey: message.journey ?? '',
    step: message.step,
    channel: message.channel,
    template: message.template ?? undefined,
    status: MESSAGE_STATUSES[message.status] ?? 'queued',
    reason: failure && `${failure.detail} (${failure.code})`,
    headline,
  };
}

const LONGEST = 120;

function headlineOf(channel: string, content: MessageContent): string | undefined {
  const words = channelOf(channel)?.words(content);
  const line = (words?.subject ?? words?.text ?? '').replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line.slice(0, LONGEST);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
