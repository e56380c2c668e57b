import type { JsonObject } from '@parcours/kernel';

import type { MessageDecision, MessageGift, MessageRequest } from '../run/passage.js';

/** What follows from an answer to a survey, beside what the journey makes of it. */
export interface AnswerFollowUp {
  /** The message that acknowledges it, and what the channel policy says to it. */
  readonly message?: {
    readonly request: Omit<MessageRequest, 'step' | 'visit'>;
    readonly decision: MessageDecision;
    readonly given: MessageGift;
  };
  /** The key of a journey that the customer is led to. */
  readonly journey?: string;
}

/** An answer to a survey. */
export interface GivenAnswer {
  readonly survey: string;
  readonly score: number;
  readonly comment?: string;
}

/** The properties of an answer to a survey; the schema of timelines has seen to their types. */
export function answerOf(survey: string, { score, comment }: JsonObject): GivenAnswer {
  return {
    survey,
    score: typeof score === 'number' ? score : NaN,
    ...(typeof comment === 'string' && { comment }),
  };
}
