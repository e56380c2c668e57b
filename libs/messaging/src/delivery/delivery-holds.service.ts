import { Injectable } from '@nestjs/common';
import type { ContentSnapshot } from '@parcours/content';

import { PauseGate } from '../pauses/pause-gate.service.js';
import { SenderDomainGate } from '../sender-domains/sender-domain-gate.service.js';
import type { Prepared } from './prepared-message.js';
import { SuppressionGate } from './suppression-gate.service.js';
import { TimingGate } from './timing-gate.service.js';

/** Everything that keeps a message from going out at the moment at which it would. */
@Injectable()
export class DeliveryHolds {
  constructor(
    private readonly timing: TimingGate,
    private readonly pauses: PauseGate,
    private readonly suppressions: SuppressionGate,
    private readonly domains: SenderDomainGate,
  ) {}

  /** What counts comes last: only of messages that nothing else holds. */
  async hold(all: readonly Prepared[], content: ContentSnapshot): Promise<readonly Prepared[]> {
    const timely = await this.pauses.hold(this.timing.hold(all, content), content);
    return this.domains.hold(await this.suppressions.hold(timely), content);
  }
}
