import type { JsonObject } from '@parcours/kernel';

/** A sample customer, and how the welcome journey should treat them. */
export interface Sample {
  /** The customer's id, before the number of the run. */
  readonly id: string;
  readonly name: string;
  readonly story: string;
  readonly traits: JsonObject;
  readonly isTrial: boolean;
  /** What they do once the journey waits for their first report. */
  readonly then?: { readonly event: string; readonly properties: JsonObject };
  readonly fate: Fate;
}

export interface Fate {
  /** Templates of the messages that leave, in order. */
  readonly sent: readonly string[];
  /** The enrollment's end reason; absent for a customer who does not enter. */
  readonly ends?: string;
}

const FIRST_REPORT = { event: 'feature.used', properties: { feature: 'report' } };

export const SAMPLES: readonly Sample[] = [
  {
    id: 'amelie',
    name: 'Amélie Martin',
    story: 'reads French; makes her first report in time',
    traits: {
      first_name: 'Amélie',
      company: 'Atelier Nord',
      locale: 'fr',
      timezone: 'Europe/Paris',
      plan: 'starter',
      email: 'amelie.martin@example.org',
    },
    isTrial: true,
    then: FIRST_REPORT,
    fate: { sent: ['welcome', 'thank-you'], ends: 'active' },
  },
  {
    id: 'chloe',
    name: 'Chloé Dubois',
    story: 'reads French, tries the pro plan; makes her first report in time',
    traits: {
      first_name: 'Chloé',
      company: 'Studio Mistral',
      locale: 'fr-CA',
      timezone: 'America/Montreal',
      plan: 'pro',
      email: 'chloe.dubois@example.org',
    },
    isTrial: true,
    then: FIRST_REPORT,
    fate: { sent: ['welcome', 'pro-guide'], ends: 'active' },
  },
  {
    id: 'ben',
    name: 'Ben Carter',
    story: 'reads English; never makes a report',
    traits: {
      first_name: 'Ben',
      locale: 'en',
      timezone: 'America/New_York',
      plan: 'starter',
      email: 'ben.carter@example.org',
    },
    isTrial: true,
    fate: { sent: ['welcome', 'first-report-tips', 'trial-ending'], ends: 'stalled' },
  },
  {
    id: 'david',
    name: 'David Okafor',
    story: 'reads English; cancels while the journey waits for him',
    traits: {
      first_name: 'David',
      locale: 'en-GB',
      timezone: 'Europe/London',
      plan: 'pro',
      email: 'david.okafor@example.org',
    },
    isTrial: true,
    then: { event: 'subscription.cancelled', properties: { reason: 'too-busy' } },
    fate: { sent: ['welcome'], ends: 'exit-rule' },
  },
  {
    id: 'eva',
    name: 'Eva Lindqvist',
    story: 'reads English; gave no email address',
    traits: { first_name: 'Eva', locale: 'en', timezone: 'Europe/Stockholm', plan: 'starter' },
    isTrial: true,
    then: FIRST_REPORT,
    fate: { sent: [], ends: 'active' },
  },
  {
    id: 'hugo',
    name: 'Hugo Petit',
    story: 'reads French; bought at once, without a trial',
    traits: {
      first_name: 'Hugo',
      locale: 'fr',
      timezone: 'Europe/Brussels',
      plan: 'pro',
      email: 'hugo.petit@example.org',
    },
    isTrial: false,
    fate: { sent: [] },
  },
];

/** One run's sample: ids and addresses carry the number of the run, so that runs never meet. */
export function sampleOfRun(sample: Sample, run: number): Sample {
  const { email } = sample.traits;
  const address = typeof email === 'string' ? { email: email.replace('@', `+${String(run)}@`) } : {};
  return { ...sample, id: `${sample.id}-${String(run)}`, traits: { ...sample.traits, ...address } };
}

const TRIAL_MS = 14 * 86_400_000;

/** The event that sets the journey off; `now` is in milliseconds since the epoch. */
export function signUp({ id, traits, isTrial }: Sample, now: number): JsonObject {
  const ends = new Date(now + TRIAL_MS).toISOString().slice(0, 10);
  return {
    event: 'account.created',
    messageId: `quickstart-${id}-sign-up`,
    customerId: id,
    traits,
    properties: { source: 'quickstart', trial: isTrial, ...(isTrial ? { trial_ends_on: ends } : {}) },
  };
}
