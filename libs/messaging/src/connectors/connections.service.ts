import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';
import { Clock, describeError, type JsonObject, ParcoursError } from '@parcours/kernel';
import {
  type CallUrgency,
  type ConnectorHandle,
  type CrmAnswer,
  type CrmCalls,
  type ExportCalls,
  PluginHost,
} from '@parcours/plugin-host';
import type {
  ActionRequest,
  ActionResult,
  CallbackRequest,
  CallbackResult,
  HandOverPart,
  OutgoingMessage,
  SendError,
  SendResult,
} from '@parcours/sdk';

import { CallbackInbox } from '../callbacks/callback-inbox.service.js';
import { PluginSwitches } from '../plugins/plugin-switches.service.js';
import { CONNECTOR_TYPE } from './connector.type.js';

interface Connection {
  readonly versionId: number;
  readonly handle: Promise<ConnectorHandle>;
}

/** What a connector made of a callback. */
export interface ReceivedCallback {
  /** The key of the connector. */
  readonly connector: string;
  readonly connectorId: number;
  readonly channel: string | undefined;
  readonly result: CallbackResult;
}

/** The records behind a connector. */
export interface OpenRecords {
  readonly connectorId: number;
  readonly calls: CrmCalls;
}

const NO_RECORDS = {
  status: 'failed',
  error: { class: 'misconfigured', code: 'plugin.no-records', detail: 'The connector keeps no records.' },
} as const;

const NO_EXPORTS = {
  status: 'failed',
  error: { class: 'misconfigured', code: 'plugin.no-exports', detail: 'The connector exports nothing.' },
} as const;

/** Open connectors, each with the settings that are published now. */
@Injectable()
export class Connections {
  private readonly connections = new Map<number, Connection>();

  constructor(
    private readonly content: PublishedContent,
    private readonly plugins: PluginHost,
    private readonly switches: PluginSwitches,
    private readonly callbacks: CallbackInbox,
    private readonly clock: Clock,
  ) {}

  /** One result per message, in the same order; whatever happens is a result. */
  async send(
    connectorId: number,
    messages: readonly OutgoingMessage[],
    urgency: CallUrgency,
  ): Promise<readonly SendResult[]> {
    try {
      const handle = await this.open(connectorId);
      return await handle.sendBatch(messages, { urgency });
    } catch (error) {
      const result = unavailable(error);
      return messages.map(() => result);
    }
  }

  /** Does an action of the connector of a key; whatever happens is a result. */
  async act(connector: string, request: ActionRequest, stop?: AbortSignal): Promise<ActionResult> {
    try {
      const snapshot = await this.content.snapshot();
      const published = snapshot.byKey(CONNECTOR_TYPE, connector);
      const handle = await this.open(published?.itemId ?? 0);
      return await handle.act(request, stop);
    } catch (error) {
      return unavailable(error);
    }
  }

  /** What an action of the connector of a key is to be told of the customer; nothing where it is not known. */
  async handOverOf(connector: string, action: string): Promise<readonly HandOverPart[]> {
    const snapshot = await this.content.snapshot();
    const type = snapshot.byKey(CONNECTOR_TYPE, connector)?.document.type;
    const known = this.plugins.connectorTypes().find((each) => each.type === type);
    return (known && Object.hasOwn(known.actions, action) && known.actions[action]?.handOver) || [];
  }

  /**
   * Lets the connector of a key read what its provider has sent; `undefined` where there is none, or it expects
   * nothing. Whatever keeps it from being opened is thrown.
   */
  async receive(connector: string, request: CallbackRequest): Promise<ReceivedCallback | undefined> {
    const snapshot = await this.content.snapshot();
    const published = snapshot.byKey(CONNECTOR_TYPE, connector);
    if (!published) return undefined;
    const { itemId: connectorId } = published;
    const handle = await this.open(connectorId);
    const result = await handle.receive(request);
    return result && { connector, connectorId, channel: handle.channel, result };
  }

  /** The records behind the connector of a key; whatever keeps it from being opened is an answer. */
  async crm(connector: string): Promise<CrmAnswer<OpenRecords>> {
    try {
      const snapshot = await this.content.snapshot();
      const connectorId = snapshot.byKey(CONNECTOR_TYPE, connector)?.itemId ?? 0;
      const { crm: calls } = await this.open(connectorId);
      return calls ? { status: 'done', value: { connectorId, calls } } : NO_RECORDS;
    } catch (error) {
      return unavailable(error);
    }
  }

  /** The warehouse behind a connector; whatever keeps it from being opened is an answer. */
  async exporter(connectorId: number): Promise<CrmAnswer<ExportCalls>> {
    try {
      const { exporter } = await this.open(connectorId);
      return exporter ? { status: 'done', value: exporter } : NO_EXPORTS;
    } catch (error) {
      return unavailable(error);
    }
  }

  /**
   * Opens what hears its provider over a connection of its own, with the settings that are published now, and closes what
   * is not to be used any more. @throws what keeps one of them from being opened, after the others
   */
  async listen(): Promise<void> {
    const snapshot = await this.content.snapshot();
    const listening = new Set(
      this.plugins.connectorTypes().flatMap(({ type, capabilities }) => (capabilities.listens ? [type] : [])),
    );
    const published = snapshot.all(CONNECTOR_TYPE).filter(({ document }) => listening.has(document.type));
    const wanted = published.map(async ({ itemId, document }) => {
      if (await this.switches.refusal(document.type)) this.letGo(itemId);
      else await this.open(itemId);
    });
    for (const id of this.connections.keys()) {
      if (!snapshot.all(CONNECTOR_TYPE).some(({ itemId }) => itemId === id)) this.letGo(id);
    }
    const failed = (await Promise.allSettled(wanted)).find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private letGo(connectorId: number): void {
    const known = this.connections.get(connectorId);
    this.connections.delete(connectorId);
    void known?.handle.then((old) => this.plugins.close(old)).catch(() => undefined);
  }

  private async open(connectorId: number): Promise<ConnectorHandle> {
    const snapshot = await this.content.snapshot();
    const published = snapshot.all(CONNECTOR_TYPE).find(({ itemId }) => itemId === connectorId);
    if (!published) throw new TypeError('the connector is not published');
    const { versionId, key, document } = published;
    const off = await this.switches.refusal(document.type);
    if (off) throw new Refused(off);
    const known = this.connections.get(connectorId);
    if (known?.versionId === versionId) return known.handle;
    const handle = this.opened(document, { key, connectorId });
    this.connections.set(connectorId, { versionId, handle });
    // One that failed to open is tried again by the next batch.
    handle.catch(() => this.connections.delete(connectorId));
    if (known) void known.handle.then((old) => this.plugins.close(old)).catch(() => undefined);
    return handle;
  }

  private async opened(
    { type, config }: { type: string; config: JsonObject },
    { key, connectorId }: { key: string; connectorId: number },
  ): Promise<ConnectorHandle> {
    const handle = await this.plugins.open(type, config, key);
    const { channel } = handle;
    try {
      await handle.listen((result) =>
        this.callbacks.keep({ connector: key, connectorId, channel, result }, this.clock.now()),
      );
      return handle;
    } catch (error) {
      await this.plugins.close(handle);
      throw error;
    }
  }
}

/** The connector is not to be used. */
class Refused extends Error {
  constructor(readonly error: SendError) {
    super(error.detail);
  }
}

/** A connector that can't be opened waits for a person to mend it; its messages wait with it. */
function unavailable(error: unknown): Extract<SendResult, { status: 'failed' }> {
  if (error instanceof Refused) return { status: 'failed', error: error.error };
  const code = error instanceof ParcoursError ? error.code : 'messages.connector-unavailable';
  return { status: 'failed', error: { class: 'misconfigured', code, detail: describeError(error) } };
}
