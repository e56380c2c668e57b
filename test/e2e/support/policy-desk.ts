import { aJourney, unique } from './journeys.js';
import type { JourneyUnderTest } from './journeys.js';
import type { Platform } from './platform.js';

export const CHANNELS = [{ channel: 'email', connector: 'mailbox' }];

export const HOUR = 3_600_000;

/** `HH:MM` in UTC, so many hours from now. */
export const clock = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString().slice(11, 16);

/** Hours that are quiet now. */
export const NOW_QUIET = () => ({ from: clock(-2), to: clock(2), timezone: 'UTC' });

/** Policies, and journeys of one message that goes by them. */
export function policyDesk(platformOf: () => Platform) {
  async function policy(rules: object): Promise<string> {
    const key = unique('policy');
    await platformOf().publish('channel-policies', key, { name: key, channels: CHANNELS, ...rules });
    return key;
  }

  const mailBy = (policyKey: string, template = 'hello') =>
    aJourney(platformOf()).publish({
      start: 'mail',
      steps: {
        mail: {
          type: 'message',
          template,
          policy: policyKey,
          on: { sent: 'got', failed: 'lost', skipped: 'kept' },
          next: 'got',
        },
        got: { type: 'exit', reason: 'got' },
        lost: { type: 'exit', reason: 'lost' },
        kept: { type: 'exit', reason: 'kept' },
      },
    });

  const enter = (journey: JourneyUnderTest, id: string, traits: object = {}) =>
    journey.enter(id, { traits: { email: `${id}@example.com`, ...traits } });

  /** How the customer's passage ended, and why the message was skipped. */
  async function outcome(journey: JourneyUnderTest, id: string) {
    const { endReason, id: enrollment } = await journey.ended(id);
    const [first] = await journey.history(enrollment);
    return { endReason, ...(first?.code === 'skipped' && { why: first.detail }) };
  }

  const SKIPPED_BY = (reason: string, why: object = {}) => ({
    endReason: 'kept',
    why: expect.objectContaining({ reason, why: expect.objectContaining(why) }),
  });

  return { policy, mailBy, enter, outcome, SKIPPED_BY };
}
