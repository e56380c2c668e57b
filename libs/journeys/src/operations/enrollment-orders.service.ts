import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import type { Waiting } from '@parcours/engine';
import type { OperationEntry } from '@parcours/events';
import { type Actor, idOf } from '@parcours/kernel';

import { type EnrollmentView, EnrollmentViews } from '../enrollments/enrollment-view.store.js';
import { JourneyErrors } from '../journeys.errors.js';
import { JourneyPauseStore } from '../pauses/journey-pause.store.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { OperationService } from './operation.service.js';
import type { OperationView } from './operation.store.js';

export interface EnrollmentOrder {
  readonly action: OperationEntry['action'];
  /** Of `move`. */
  readonly step?: string;
  readonly reason: string;
  readonly by: Actor;
}

/** What is asked of one enrollment, refused at once where it can be seen that it will not do it. */
@Injectable()
export class EnrollmentOrders {
  constructor(
    private readonly database: Database,
    private readonly enrollments: EnrollmentViews,
    private readonly content: PublishedContent,
    private readonly pauses: JourneyPauseStore,
    private readonly operations: OperationService,
  ) {}

  /**
   * @throws journeys.enrollment-not-found, journeys.enrollment-ended, journeys.paused, journeys.step-unknown,
   * journeys.nothing-to-skip
   */
  async order(id: string, { action, step, reason, by }: EnrollmentOrder): Promise<OperationView> {
    const enrollment = await this.enrollments.find(idOf(id));
    if (!enrollment) throw JourneyErrors.enrollmentNotFound({ id });
    if (action !== 'retry' && enrollment.is_active !== 1) throw JourneyErrors.enrollmentEnded({ id });
    if (action !== 'exit') await this.assertNotPaused(enrollment);
    if (action === 'move') await this.assertStep(enrollment.version_id, step ?? '');
    if (action === 'skip') assertSkippable(enrollment);
    const journey = { id: enrollment.journey_id, key: enrollment.journey ?? '' };
    const body = { action, filter: {}, ...(step !== undefined && { step }) };
    const visit = action === 'skip' ? { visit: enrollment.visit } : {};
    return this.operations.startOne(
      { journey, body, reason, by },
      { enrollmentId: enrollment.id, customerKey: enrollment.customer_key, ...visit },
    );
  }

  private async assertNotPaused({ journey_id: id, journey }: EnrollmentView): Promise<void> {
    if (await this.pauses.find(this.database.sql, id)) throw JourneyErrors.paused({ key: journey ?? '' });
  }

  private async assertStep(versionId: number, step: string): Promise<void> {
    const versions = await this.content.versions(JOURNEY_TEMPLATE_TYPE, [versionId]);
    const steps = Object.keys(versions.get(versionId)?.document.definition['steps'] ?? {});
    if (!steps.includes(step)) throw JourneyErrors.stepUnknown({ step, steps: steps.join(', ') });
  }
}

function assertSkippable({ id, waiting }: EnrollmentView): void {
  const wait = waiting === null ? undefined : (JSON.parse(waiting) as Waiting);
  if (!wait || wait.for === 'message') throw JourneyErrors.nothingToSkip({ id: String(id) });
}
