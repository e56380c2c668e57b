import { SURVEY_TYPE, type SurveyDocument } from '@parcours/catalog';
import type { CustomerView } from '@parcours/engine';
import type { AnswerEntry, TriggerEntry } from '@parcours/events';
import { ACKNOWLEDGEMENT_LEG, type NewMessage } from '@parcours/messaging';

import type { HandledAnswer } from '../answers/answer.js';
import type { EngineDesk } from './engine-desk.js';
import type { LaneWork } from './lane-work.js';

/** A customer of the batch, by their number, and as the engine sees them. */
interface Answering {
  readonly customerId: number;
  readonly customer: CustomerView;
}

/** What follows from an answer. */
export interface AnswerFollowUp {
  readonly message: NewMessage | undefined;
  readonly trigger: (TriggerEntry & { readonly hops: number }) | undefined;
}

const DEFAULT_POLICY = 'default';

/** Acknowledges the answers of a batch as their surveys say, and hands customers over to the journeys that they lead to. */
export class AnswerDesk {
  readonly handled: HandledAnswer[] = [];

  constructor(
    private readonly work: LaneWork,
    private readonly engine: EngineDesk,
  ) {}

  handle(entry: AnswerEntry, answering: Answering, hops: number): AnswerFollowUp {
    const { answerId, survey, score } = entry;
    const document = this.work.open.content.byKey(SURVEY_TYPE, survey)?.document;
    const { message, refusal } = this.acknowledge(entry, answering, document);
    const leadsTo = document?.leadsTo?.find(({ when }) => isWithin(score, when));
    const journey = leadsTo && this.work.open.byKey.get(leadsTo.journey);
    this.handled.push({ answerId, acknowledgedBy: message?.id, refusal, leadsTo: journey?.itemId });
    return { message, trigger: journey && this.triggerOf(entry, journey.key, hops) };
  }

  private acknowledge(
    { survey, score, comment, enrollmentId, step, visit }: AnswerEntry,
    { customerId, customer }: Answering,
    document: SurveyDocument | undefined,
  ): { readonly message?: NewMessage; readonly refusal?: string } {
    const rule = document?.acknowledge?.find(({ when }) => isWithin(score, when));
    if (!rule) return {};
    const { template, policy = DEFAULT_POLICY } = rule;
    const touchpoint = rule.touchpoint ?? document?.touchpoint;
    const decision = this.engine.plan({ template, policy, channel: 'policy' }, customer);
    if (!decision.send) return { refusal: decision.code };
    const { lane, now: createdAt } = this.work;
    return {
      message: {
        lane,
        customerId,
        enrollmentId,
        step,
        visit,
        ...decision.plan,
        asked: { touchpoint, policy, channel: 'policy' },
        reportsOutcome: false,
        given: { answer: { survey, score, ...(comment !== undefined && { comment }) } },
        createdAt,
        leg: ACKNOWLEDGEMENT_LEG,
      },
    };
  }

  private triggerOf(
    { customerKey, answerId, journey: from, survey, score, comment, step }: AnswerEntry,
    journey: string,
    hops: number,
  ) {
    const said = { survey, score, ...(comment !== undefined && { comment }) };
    return {
      kind: 'trigger',
      customerKey,
      journey,
      from,
      // Whatever happens, an answer leads there once.
      messageId: `answer-${String(answerId)}`,
      occurredAt: this.work.now,
      context: { answer: { id: String(answerId), ...said, journey: from, step } },
      traits: undefined,
      hops: hops + 1,
    } as const;
  }
}

function isWithin(score: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return score >= from && score <= to;
}
