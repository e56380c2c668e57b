import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';
import { describeError, ParcoursError } from '@parcours/kernel';
import { type CallUrgency, type ConnectorHandle, PluginHost } from '@parcours/plugin-host';
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

import { PluginSwitches } from '../plugins/plugin-switches.service.js';
import { CONNECTOR_TYPE } from './connector.type.js';

interface Connection {
  readonly versionId: number;
  readonly handle: Promise<ConnectorHandle>;
}

/** What a connector made of a callback. */
export interface ReceivedCallback {
  readonly connectorId: number;
  readonly channel: string | undefined;
  readonly result: CallbackResult;
}

/** Open connectors, each with the settings that are published now. */
@Injectable()
export class Connections {
  private readonly connections = new Map<number, Connection>();

  constructor(
    private readonly content: PublishedContent,
    private readonly plugins: PluginHost,
    private readonly switches: PluginSwitches,
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
    return result && { connectorId, channel: handle.channel, result };
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
    const handle = this.plugins.open(document.type, document.config, key);
    this.connections.set(connectorId, { versionId, handle });
    // One that failed to open is tried again by the next batch.
    handle.catch(() => this.connections.delete(connectorId));
    if (known) void known.handle.then((old) => this.plugins.close(old)).catch(() => undefined);
    return handle;
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
