import { Injectable } from '@nestjs/common';
import type { AskingVisit } from '@parcours/audience';
import { Database } from '@parcours/database';
import type { StepQuestion } from '@parcours/engine';
import type { Language } from '@parcours/kernel';
import { LinkVisits, type Visit } from '@parcours/messaging';

import { type EnrollmentView, EnrollmentViews } from '../enrollments/enrollment-view.store.js';
import { RunningJourneys } from '../templates/running-journeys.service.js';
import { AnswerStore, type GivenAnswer } from './answer.store.js';

/** Somebody who holds the link of a question, and how things stand with it. */
export interface AskedVisit<Q extends StepQuestion = StepQuestion> extends Visit {
  readonly asked: AskingVisit;
  readonly enrollment: EnrollmentView;
  readonly question: Q;
  /** The enrollment still waits at the visit that asks. */
  readonly isOpen: boolean;
  readonly answer: GivenAnswer | undefined;
}

/** Reads the links of questions. */
@Injectable()
export class AskedVisits {
  constructor(
    private readonly visits: LinkVisits,
    private readonly enrollments: EnrollmentViews,
    private readonly journeys: RunningJourneys,
    private readonly answers: AnswerStore,
    private readonly database: Database,
  ) {}

  /** `undefined` for a link that was not made here for such a question, or whose customer or enrollment is gone. */
  async read<T extends StepQuestion['type']>(
    token: string,
    type: T,
    language: Language | undefined,
  ): Promise<AskedVisit<Extract<StepQuestion, { type: T }>> | undefined> {
    const visit = await this.visits.read(token, language);
    const asked = visit?.link.asked;
    if (!visit || !asked || visit.link.purpose !== type) return undefined;
    const enrollment = await this.enrollments.find(asked.enrollmentId);
    if (enrollment?.customer_id !== visit.customer.id) return undefined;
    const { sql } = this.database;
    const pinned = await this.journeys.pinned(sql, [enrollment.version_id]);
    const question = pinned.get(enrollment.version_id)?.compiled.steps.get(asked.step)?.run.question;
    if (!question || !isOfType(question, type)) return undefined;
    const isOpen =
      enrollment.is_active === 1 && enrollment.step === asked.step && enrollment.visit === asked.visit;
    const answer = await this.answers.find(sql, asked.enrollmentId, asked.visit);
    return { ...visit, asked, enrollment, question, isOpen, answer };
  }
}

function isOfType<T extends StepQuestion['type']>(
  question: StepQuestion,
  type: T,
): question is Extract<StepQuestion, { type: T }> {
  return question.type === type;
}
