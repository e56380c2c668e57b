import type { ContentSnapshot } from '@parcours/content';
import { explainRecord, type Happening, sinceStart, type StepTypes } from '@parcours/engine';
import { formatInstant, type JsonObject, type Language } from '@parcours/kernel';
import { brandOf, giftData, helpData, MESSAGE_TEMPLATE_TYPE, previewMessage } from '@parcours/messaging';

import type { PlayedSimulation } from './journey-simulation.service.js';

export interface Telling {
  readonly journey: string;
  readonly language: Language;
  readonly defaultLocale: string;
  readonly timezone: string;
  readonly stepTypes: StepTypes;
}

/** What happened in a simulation, for people and programs: each thing with its time, messages with their text. */
export async function presentSimulation({ simulation, content, start }: PlayedSimulation, telling: Telling) {
  const { happenings, enrollments, customer, now, isWhole } = simulation;
  return {
    startedAt: formatInstant(start),
    endedAt: formatInstant(Number.isFinite(now) ? now : start),
    complete: isWhole,
    happenings: await Promise.all(
      happenings.map(async (happening) => ({
        at: formatInstant(happening.at),
        after: sinceStart(happening.at, start),
        ...(await presentHappening(happening, content, telling)),
      })),
    ),
    enrollments: enrollments.map(({ status, step, dueAt, endReason, progress }) => ({
      state: status,
      step,
      dueAt: dueAt === null ? null : formatInstant(dueAt),
      endReason,
      goals: progress.goals ?? [],
      heldOut: progress.isHeldOut ?? false,
    })),
    traits: customer.traits,
  };
}

async function presentHappening(
  happening: Happening,
  content: ContentSnapshot,
  telling: Telling,
): Promise<object> {
  switch (happening.type) {
    case 'step': {
      const { enrollment, record } = happening;
      const { visit, step, code, detail = null } = record;
      return {
        type: 'step',
        enrollment,
        visit,
        step,
        code,
        detail,
        words: explainRecord(record, telling.language, telling.stepTypes),
      };
    }
    case 'sends': {
      const { enrollment, request, decision, acknowledges } = happening;
      const { step, visit, template } = request;
      const { channel, detail = null } = decision;
      return {
        type: 'sends',
        enrollment,
        step,
        visit,
        template,
        channel,
        detail,
        content: await written(happening, content, telling),
        ...(acknowledges !== undefined && { acknowledges }),
      };
    }
    default: {
      const { at: _, ...rest } = happening;
      return rest;
    }
  }
}

/** Pages of a customer who may not exist. */
const NOWHERE = { preferences: '#preferences', unsubscribe: '#unsubscribe' };

/** The message as the customer would receive it; null on a channel without a text of ours. */
async function written(
  { request, decision, given, customer, context }: Extract<Happening, { type: 'sends' }>,
  content: ContentSnapshot,
  { journey, defaultLocale, timezone }: Telling,
): Promise<JsonObject | null> {
  const template = content.byKey(MESSAGE_TEMPLATE_TYPE, request.template);
  const { channel } = decision;
  if (!template || !Object.hasOwn(template.document.channels, channel)) return null;
  const { id: customerId, traits, locale = defaultLocale } = customer;
  const url = (option?: string) => (option === undefined ? '#survey' : `#choice-${option}`);
  const gift = giftData(given, { content, locale, defaultLocale, url });
  const help = helpData(decision.detail, { locale, defaultLocale });
  const facts = {
    ...{ customerId, traits, context, journey, step: request.step },
    given: { ...gift, ...help },
    links: NOWHERE,
  };
  const zone = customer.timezone ?? timezone;
  const brand = brandOf(content, template.document);
  return { ...(await previewMessage({ template, channel, brand }, facts, { locale, defaultLocale, zone })) };
}
