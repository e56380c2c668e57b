import { Injectable } from '@nestjs/common';
import { IdentityIntake } from '@parcours/audience';
import { treeDefects } from '@parcours/http';
import { Clock, type JsonObject } from '@parcours/kernel';

import { placed, type RejectedItem } from '../api/batch-items.js';
import { EventErrors } from '../events.errors.js';
import { EventReceiver } from '../inbox/event-receiver.service.js';
import { readCall } from './collector-call.js';
import { type CallType, COLLECTOR_LIMITS } from './collector-paths.js';
import { type BatchDefaults, type Collected, collectedEvent } from './collected-event.js';

/** What became of a request of a client library. */
export interface CollectorAnswer {
  readonly success: true;
  readonly rejected?: readonly RejectedItem[];
}

/** A body of `/v1/batch` that has its members. */
export interface BatchBody {
  readonly batch: readonly unknown[];
  readonly context?: JsonObject;
  readonly sentAt?: string;
}

/** Takes the calls of client libraries as events. */
@Injectable()
export class Collector {
  constructor(
    private readonly receiver: EventReceiver,
    private readonly identity: IdentityIntake,
    private readonly clock: Clock,
  ) {}

  /** @throws events.invalid, events.backlog */
  async collect(type: CallType, body: unknown): Promise<CollectorAnswer> {
    const call = readCall(body, type);
    if (!('type' in call)) throw EventErrors.invalid({ count: 1 }, { errors: call });
    await this.keep([collectedEvent(call, {}, this.clock.now())]);
    return { success: true };
  }

  /** Takes the calls that can be taken. @throws events.invalid when none can, events.backlog */
  async collectBatch({ batch, context, sentAt }: BatchBody): Promise<CollectorAnswer> {
    const defaults: BatchDefaults = { context, sentAt };
    const defects = treeDefects({ context }, COLLECTOR_LIMITS.call);
    if (defects.length > 0) throw EventErrors.invalid({ count: batch.length }, { errors: defects });
    const now = this.clock.now();
    const collected: Collected[] = [];
    const rejected: RejectedItem[] = [];
    batch.forEach((item, index) => {
      const call = readCall(item);
      if ('type' in call) collected.push(collectedEvent(call, defaults, now));
      else rejected.push({ index, errors: inBatch(placed(call, index, false)) });
    });
    if (collected.length === 0 && rejected.length > 0) {
      throw EventErrors.invalid(
        { count: batch.length },
        { errors: rejected.flatMap(({ errors }) => errors) },
      );
    }
    await this.keep(collected);
    return { success: true, ...(rejected.length > 0 && { rejected }) };
  }

  /** Links after the events: should the process die in between, the library sends both again. */
  private async keep(collected: readonly Collected[]): Promise<void> {
    await this.receiver.receive(collected.map(({ entry }) => entry));
    const links = new Map(collected.flatMap(({ link }) => (link ? [[JSON.stringify(link), link]] : [])));
    if (links.size > 0) await this.identity.accept([...links.values()]);
  }
}

function inBatch(errors: ReturnType<typeof placed>): ReturnType<typeof placed> {
  return errors.map((error) => ({ ...error, pointer: `/batch${error.pointer}` }));
}
