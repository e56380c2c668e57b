import { Injectable, Logger } from '@nestjs/common';
import { Database, isDuplicate } from '@parcours/database';
import { Clock, describeError, ParcoursError } from '@parcours/kernel';
import type { CallbackRequest, CallbackResult } from '@parcours/sdk';

import { Connections, type ReceivedCallback } from '../connectors/connections.service.js';
import { MessagingErrors } from '../messaging.errors.js';
import { ReactionInbox } from '../reactions/reaction-inbox.store.js';
import { ReactionIntake } from '../reactions/reaction-intake.service.js';
import { CallbackListeners } from './callback-listeners.js';
import { reactionsIn } from './callback-reactions.rules.js';
import { CallbackReceipts } from './callback-receipts.store.js';

type Accepted = Extract<CallbackResult, { status: 'accepted' }>;

const DAY_MS = 86_400_000;

/** As Standard Webhooks has it: older or newer signatures may be somebody's who has overheard one. */
const SIGNED_WITHIN_MS = 300_000;
/** Providers give up sending again long before. */
const KEPT_MS = 7 * DAY_MS;

/** Keeps what callbacks tell, once each. */
@Injectable()
export class CallbackInbox {
  constructor(
    private readonly database: Database,
    private readonly receipts: CallbackReceipts,
    private readonly inbox: ReactionInbox,
    private readonly intake: ReactionIntake,
    private readonly listeners: CallbackListeners,
  ) {}

  /** Resolves when it is on disk. */
  async keep(
    received: ReceivedCallback & { connector: string; result: Accepted },
    now: number,
  ): Promise<void> {
    const { connectorId, result } = received;
    const { rows } = this.inbox.rowsOf(reactionsIn(received, now));
    const { id: callback } = result;
    let followUps: readonly (() => void)[] = [];
    try {
      await this.database.transaction(async ({ sql }) => {
        const expiresAt = now + KEPT_MS;
        const isNew =
          callback === undefined || (await this.receipts.note(sql, { connectorId, callback, expiresAt }));
        if (!isNew) return;
        await this.inbox.insert(sql, rows);
        followUps = await this.listeners.keep(sql, received, now);
      });
    } catch (error) {
      // Two of them at the same moment: the other one is kept.
      if (!isDuplicate(error)) throw error;
    }
    this.intake.wake(rows.length);
    for (const followUp of followUps) followUp();
  }
}

/** Takes what providers send of their own accord. */
@Injectable()
export class CallbackService {
  private readonly logger = new Logger(CallbackService.name);
  private readonly refused = new Map<string, number>();

  constructor(
    private readonly connections: Connections,
    private readonly inbox: CallbackInbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers what the provider is to read.
   * @throws messages.callback-unknown, messages.callback-refused, messages.callback-malformed,
   * messages.callback-unavailable
   */
  async receive(
    connector: string,
    request: CallbackRequest,
  ): Promise<NonNullable<Accepted['respond']> | undefined> {
    const received = await this.read(connector, request);
    if (!received) throw MessagingErrors.callbackUnknown({});
    const { result } = received;
    if (result.status === 'malformed') {
      throw MessagingErrors.callbackMalformed({ reason: result.detail ?? 'it is nothing that it knows.' });
    }
    if (result.status === 'unavailable') {
      this.logger.warn(
        `a callback of ${connector} is to be sent again: ${result.detail ?? 'no reason given'}`,
      );
      throw MessagingErrors.callbackUnavailable({});
    }
    const now = this.clock.now();
    if (result.status === 'bad-signature' || isOutdated(result, now)) throw this.refusal(connector);
    await this.inbox.keep({ ...received, connector, result }, now).catch((error: unknown) => {
      this.logger.error(`a callback of ${connector} could not be kept: ${describeError(error)}`);
      throw MessagingErrors.callbackUnavailable({});
    });
    return result.respond;
  }

  private async read(connector: string, request: CallbackRequest): Promise<ReceivedCallback | undefined> {
    try {
      return await this.connections.receive(connector, request);
    } catch (error) {
      const reason = error instanceof ParcoursError ? error.code : describeError(error);
      this.logger.error(`a callback of ${connector} could not be read: ${reason}`);
      throw MessagingErrors.callbackUnavailable({});
    }
  }

  /** Somebody tries their luck, or a secret has changed: the first is told, and every hundredth. */
  private refusal(connector: string): ParcoursError {
    const count = (this.refused.get(connector) ?? 0) + 1;
    this.refused.set(connector, count);
    if (count % 100 === 1) {
      this.logger.warn(`${String(count)} callbacks of ${connector} were refused for their signature`);
    }
    return MessagingErrors.callbackRefused({});
  }
}

function isOutdated({ signedAt }: Accepted, now: number): boolean {
  return signedAt !== undefined && Math.abs(now - signedAt) > SIGNED_WITHIN_MS;
}
