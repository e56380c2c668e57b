import { suppressible } from '@parcours/audience';
import type { ContentSnapshot } from '@parcours/content';
import { isHeldOut, sendingsOf } from '@parcours/engine';
import type { JsonObject, Language } from '@parcours/kernel';
import { describeRefusal, type PlanDecision, planMessage } from '@parcours/messaging';

import { say, type Sentence } from './explain-words.js';
import type { Situation } from './situation.js';

/** Whether a message step would send to the customer now. */
export interface MessageOutlook {
  readonly step: string;
  readonly template: string;
  readonly policy: string;
  readonly touchpoint: string | null;
  readonly channel: string | null;
  readonly sends: boolean;
  /** `send`, or why it would be skipped. */
  readonly code: string;
  readonly detail: JsonObject;
  readonly words: string;
}

/** An address on a channel, in the form that suppressions are compared in. */
export interface ComparedAddress {
  readonly channel: string;
  readonly address: string;
}

/** Where a message goes, in that form. */
export function comparedAddress({ channel, address }: ComparedAddress): ComparedAddress {
  return { channel, address: suppressible(channel, address) ?? address };
}

/** Why an address is suppressed; undefined where it is not. */
export type SuppressionLookup = (address: ComparedAddress) => string | undefined;

interface PlannedStep {
  readonly step: string;
  readonly template: string;
  readonly policy: string;
  readonly touchpoint: string | null;
  readonly plan: PlanDecision;
}

/** What the policy says now of each message step of the journey, with the rules that decide when it is reached. */
export function plannedMessages(situation: Situation, content: ContentSnapshot): PlannedStep[] {
  const { journey, customer, now, timezone, contacts } = situation;
  if (!journey) return [];
  const moment = { now, timezone, contacts };
  return sendingsOf(journey.definition).flatMap(({ step, templates, policy, channel, touchpoint = null }) =>
    templates.map(({ key: template }): PlannedStep => {
      const plan = planMessage(content, { template, policy, channel, mayEscalate: true }, customer, moment);
      return { step, template, policy, touchpoint, plan };
    }),
  );
}

/** The addresses that would be written to. */
export function addressesOf(planned: readonly PlannedStep[]): ComparedAddress[] {
  return planned.flatMap(({ plan }) => (plan.send ? [comparedAddress(plan.plan)] : []));
}

const SENDS: Sentence = {
  en: '{step} would send {template} by {channel}.',
  fr: '{step} enverrait {template} par {channel}.',
};
const HOLDS: Sentence = {
  en: '{step} would send {template} by {channel} later. {why}',
  fr: '{step} enverrait {template} par {channel} plus tard. {why}',
};
const SKIPS: Sentence = {
  en: '{step} would not send {template}. {why}',
  fr: '{step} n’enverrait pas {template}. {why}',
};

/** The same in words, with what is found out later than the policy decides: the holdout before it, suppression after it. */
export function outlookOf(
  planned: readonly PlannedStep[],
  { journey, journeyKey, customer }: Situation,
  { suppressed, language }: { suppressed: SuppressionLookup; language: Language },
): MessageOutlook[] {
  const isOut = journey !== undefined && isHeldOut({ journey: journey.compiled, journeyKey, customer });
  return planned.map(({ plan, ...told }) => {
    const { channel, code, detail } = isOut
      ? { channel: null, code: 'holdout', detail: {} }
      : decided(plan, suppressed);
    const sends = code === 'send';
    const waits = plan.send && plan.held ? plan.held.code : undefined;
    const why = sends && waits === undefined ? '' : describeRefusal(waits ?? code, detail, language);
    const words = say(sends ? (waits === undefined ? SENDS : HOLDS) : SKIPS, language, {
      ...told,
      channel,
      why,
    });
    return { ...told, channel, sends, code, detail, words };
  });
}

function decided(
  plan: PlanDecision,
  suppressed: SuppressionLookup,
): { channel: string | null; code: string; detail: JsonObject } {
  if (!plan.send) return { channel: null, code: plan.code, detail: plan.detail };
  const { channel, held } = plan;
  const detail = held ? { ...plan.detail, held: held.code, ...held.detail } : plan.detail;
  const reason = suppressed(comparedAddress(plan.plan));
  return reason === undefined
    ? { channel, code: 'send', detail }
    : { channel, code: 'address-suppressed', detail: { ...detail, reason } };
}
