import { SURVEY_TYPE } from '@parcours/catalog';
import type { CustomerView } from '@parcours/engine';
import type { AnswerEntry, TriggerEntry } from '@parcours/events';
import { ACKNOWLEDGEMENT_LEG, type NewMessage } from '@parcours/messaging';

import { followUpOf, type SurveyFollowUp } from '../answers/answer-follow-up.rules.js';
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

/** Acknowledges the answers of a batch as their surveys say, and hands customers over to the journeys that they lead to. */
export class AnswerDesk {
  readonly handled: HandledAnswer[] = [];

  constructor(
    private readonly work: LaneWork,
    private readonly engine: EngineDesk,
  ) {}

  handle(entry: AnswerEntry, answering: Answering, hops: number): AnswerFollowUp {
    const { answerId, survey } = entry;
    const { content, byKey } = this.work.open;
    const followUp = followUpOf(content.byKey(SURVEY_TYPE, survey)?.document, entry);
    const { message, refusal } = this.acknowledge(entry, answering, followUp);
    const journey = followUp.leadsTo === undefined ? undefined : byKey.get(followUp.leadsTo);
    this.handled.push({ answerId, acknowledgedBy: message?.id, refusal, leadsTo: journey?.itemId });
    return { message, trigger: journey && this.triggerOf(entry, journey.key, hops) };
  }

  private acknowledge(
    { enrollmentId, step, visit }: AnswerEntry,
    { customerId, customer }: Answering,
    { message, given }: SurveyFollowUp,
  ): { readonly message?: NewMessage; readonly refusal?: string } {
    if (!message) return {};
    const { template, policy, channel, touchpoint } = message;
    const decision = this.engine.plan({ template, policy, channel }, customer);
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
        asked: { touchpoint, policy, channel },
        reportsOutcome: false,
        given,
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
