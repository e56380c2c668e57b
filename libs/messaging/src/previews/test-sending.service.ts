import { Injectable } from '@nestjs/common';
import { suppressible, SuppressionStore } from '@parcours/audience';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { ActionTrail, HttpErrors } from '@parcours/http';
import { type Actor, Clock, IdGenerator } from '@parcours/kernel';
import { PluginHost } from '@parcours/plugin-host';
import type { ChannelName, MessageContent, SendResult } from '@parcours/sdk';

import type { Channel } from '../channels/channel.js';
import { channelOf } from '../channels/channels.js';
import { Connections } from '../connectors/connections.service.js';
import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import { MessagingErrors } from '../messaging.errors.js';
import { MESSAGE_TEMPLATE_TYPE } from '../templates/message-template.type.js';
import { type PreviewOrder, TemplatePreviews } from './template-preview.service.js';

export interface TestOrder extends PreviewOrder {
  readonly channel: ChannelName;
  readonly to: string;
  /** The key of a connector of the channel. */
  readonly connector: string;
}

export interface TestSent {
  readonly id: string;
  readonly to: string;
  readonly result: SendResult;
}

function whoIs({ kind, id }: Actor): string {
  return `${kind} ${String(id)}`;
}

const PER_MINUTE = 20;
const MINUTE_MS = 60_000;

/** Who has sent tests lately, and that it is written down. */
@Injectable()
export class TestLedger {
  private readonly lately = new Map<string, readonly number[]>();

  constructor(
    private readonly database: Database,
    private readonly trail: ActionTrail,
    private readonly suppressions: SuppressionStore,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** Where it went is not written down. @throws messages.too-many-tests */
  async enter(key: string, { channel, connector }: TestOrder, by: Actor): Promise<string> {
    const now = this.clock.now();
    const recent = (this.lately.get(whoIs(by)) ?? []).filter((at) => at > now - MINUTE_MS);
    const [first] = recent;
    if (first !== undefined && recent.length >= PER_MINUTE) {
      const retryAfter = Math.ceil((first + MINUTE_MS - now) / 1_000);
      throw MessagingErrors.tooManyTests({ limit: PER_MINUTE }, { retryAfter });
    }
    this.lately.set(whoIs(by), [...recent, now]);
    await this.database.transaction(({ sql }) =>
      this.trail.record(sql, {
        action: 'templates.test-sent',
        subject: { type: MESSAGE_TEMPLATE_TYPE.name, key },
        details: { channel, connector },
        by,
      }),
    );
    return `test-${String(this.ids.next())}`;
  }

  /** @throws messages.test-address-suppressed */
  async assertMayReceive(channel: string, address: string): Promise<void> {
    const compared = suppressible(channel, address) ?? address;
    const asked = { channel, addresses: [compared], now: this.clock.now() };
    const held = await this.suppressions.holding(this.database.sql, asked);
    if (held.size > 0) throw MessagingErrors.testAddressSuppressed({ channel });
  }
}

/** Sends a template to an address of one's own: it is marked, belongs to no customer, and counts for nothing. */
@Injectable()
export class TestSending {
  constructor(
    private readonly previews: TemplatePreviews,
    private readonly connections: Connections,
    private readonly plugins: PluginHost,
    private readonly content: PublishedContent,
    private readonly ledger: TestLedger,
  ) {}

  /**
   * @throws what a preview does, the errors of rendering, messages.too-many-tests, messages.test-address-suppressed,
   * messages.connector-unfit
   */
  async send(key: string, order: TestOrder, by: Actor): Promise<TestSent> {
    const channel = channelOf(order.channel);
    const to = channel?.asAddress(order.to);
    if (!channel || to === undefined) {
      const detail = `Must be an address of the channel ${order.channel}.`;
      throw HttpErrors.invalidRequest(
        { part: 'body', defects: 1 },
        { errors: [{ pointer: '/to', code: 'schema.format', detail }] },
      );
    }
    const connectorId = await this.connectorFor(order);
    await this.ledger.assertMayReceive(order.channel, to);
    const { channels } = await this.previews.write(key, order);
    const [written] = channels;
    if (!written?.untracked) {
      const { code = 'messages.render-failed', detail: reason = '' } = written?.failure ?? {};
      throw MessagingErrors.testNotWritten({ code, reason });
    }
    const id = await this.ledger.enter(key, order, by);
    const [result] = await this.connections.send(
      connectorId,
      [
        {
          ...{ id, customerId: id, attempt: 1, to },
          content: asTest(written.untracked, channel),
          ...(written.from && { from: written.from }),
          ...(order.channel === 'email' && { headers: { 'X-Parcours-Test': key } }),
        },
      ],
      'urgent',
    );
    if (!result) throw new TypeError('the connector gave no result');
    return { id, to, result };
  }

  private async connectorFor({ connector, channel }: TestOrder): Promise<number> {
    const snapshot = await this.content.snapshot();
    const published = snapshot.byKey(CONNECTOR_TYPE, connector);
    const type = this.plugins.connectorTypes().find((each) => each.type === published?.document.type);
    if (!published || type?.channel !== channel) throw MessagingErrors.connectorUnfit({ connector, channel });
    return published.itemId;
  }
}

const MARK = '[Test] ';

/** The first line that a reader sees says that it is a test; what a program reads stays as it is. */
function asTest(content: MessageContent, { name }: Channel): MessageContent {
  if (name === 'webhook') return content;
  if ('html' in content) return { ...content, subject: MARK + (content.subject ?? '') };
  if ('body' in content)
    return 'contentType' in content ? content : { ...content, body: MARK + content.body };
  return { ...content, text: MARK + content.text };
}
