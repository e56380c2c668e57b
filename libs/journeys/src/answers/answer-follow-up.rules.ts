import type { SurveyDocument } from '@parcours/catalog';
import type { MessageGift, MessageRequest } from '@parcours/engine';

/** What a customer has answered to a survey. */
export interface SurveyAnswer {
  readonly survey: string;
  readonly score: number;
  readonly comment?: string | undefined;
}

/** What a survey has to say to an answer. */
export interface SurveyFollowUp {
  /** The message that acknowledges it; left out where it asks for none. */
  readonly message?: Pick<MessageRequest, 'template' | 'policy' | 'channel' | 'touchpoint'>;
  /** What the template of that message is given. */
  readonly given: MessageGift;
  /** The key of the journey that the customer is led to. */
  readonly leadsTo?: string;
}

const DEFAULT_POLICY = 'default';

/** Finds what the survey says to a score; nothing where it is not published any more. */
export function followUpOf(
  document: SurveyDocument | undefined,
  { survey, score, comment }: SurveyAnswer,
): SurveyFollowUp {
  const rule = document?.acknowledge?.find(({ when }) => isWithin(score, when));
  const way = document?.leadsTo?.find(({ when }) => isWithin(score, when));
  const touchpoint = rule?.touchpoint ?? document?.touchpoint;
  return {
    ...(rule && {
      message: {
        template: rule.template,
        policy: rule.policy ?? DEFAULT_POLICY,
        channel: 'policy',
        ...(touchpoint !== undefined && { touchpoint }),
      },
    }),
    given: { answer: { survey, score, ...(comment !== undefined && { comment }) } },
    ...(way && { leadsTo: way.journey }),
  };
}

function isWithin(score: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return score >= from && score <= to;
}
