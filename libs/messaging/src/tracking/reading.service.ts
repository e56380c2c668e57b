import { Injectable, Logger } from '@nestjs/common';
import { Clock, describeError } from '@parcours/kernel';

import type { NewReaction } from '../reactions/reaction.js';
import { SCAN_MS } from '../reactions/reaction.rules.js';
import { ReactionIntake } from '../reactions/reaction-intake.service.js';
import { automatedBy, openedBy, type ReaderRequest } from './automated-reader.rules.js';
import type { TrackedLink, TrackedOpening } from './tracking-tokens.service.js';

const DAY_MS = 86_400_000;

/** Older links still lead where they did, and nothing is kept of who follows them. */
export const TRACKED_FOR_MS = 365 * DAY_MS;

/** While a message is so young, clicks on its links are looked at together: scanners follow all of them at once. */
const YOUNG_MS = 600_000;

/** A reader is not kept waiting for a database that does not answer. */
const LONGEST_WAIT_MS = 1_000;
const REPORT_EVERY_MS = 10_000;

/** Keeps what readers do with messages. They come first: where nothing can be kept they get what they came for. */
@Injectable()
export class Readings {
  private readonly logger = new Logger(Readings.name);
  private unreported = 0;
  private reportedAt = 0;
  /** Reactions that could not be kept since the process began. */
  lost = 0;

  constructor(
    private readonly intake: ReactionIntake,
    private readonly clock: Clock,
  ) {}

  /** Resolves when it is on disk, or lost. */
  async clicked({ messageId, sentAt, place, url }: TrackedLink, request: ReaderRequest): Promise<void> {
    const at = this.clock.now();
    if (at - sentAt > TRACKED_FOR_MS) return;
    const automated = automatedBy(request);
    const isLookedAt = automated === undefined && place[1] > 1 && at - sentAt < YOUNG_MS;
    await this.keep({
      messageId,
      reaction: { kind: 'clicked', at, link: url, place, automated },
      dueAt: isLookedAt ? at + SCAN_MS : undefined,
    });
  }

  /** As `clicked`. */
  async opened({ messageId, sentAt, countsProxies }: TrackedOpening, request: ReaderRequest): Promise<void> {
    const at = this.clock.now();
    if (at - sentAt > TRACKED_FOR_MS) return;
    await this.keep({
      messageId,
      reaction: { kind: 'opened', at, automated: openedBy(request, { countsProxies }) },
    });
  }

  private async keep(reaction: NewReaction): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const kept = this.intake.accept([reaction]).then(
      () => undefined,
      (error: unknown) => {
        this.lose(describeError(error));
      },
    );
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_WAIT_MS);
    });
    await Promise.race([kept, waited]);
    clearTimeout(timer);
  }

  private lose(reason: string): void {
    this.lost += 1;
    this.unreported += 1;
    const now = this.clock.now();
    if (now - this.reportedAt < REPORT_EVERY_MS) return;
    this.logger.error(`${String(this.unreported)} opens and clicks could not be kept: ${reason}`);
    this.reportedAt = now;
    this.unreported = 0;
  }
}
