import fc from 'fast-check';
import {
  afterReaction,
  channelsInOrder,
  type ChannelStandings,
  COUNTED_REACTIONS,
  type CountedReaction,
  HALF_LIFE_MS,
  mergeStandings,
  preferredChannel,
  REACTION_WORTH,
  scoreAt,
} from './channel-standing.rules.js';

const START = Date.UTC(2026, 5, 1);
const DAY_MS = 86_400_000;

interface Reaction {
  readonly channel: string;
  readonly kind: CountedReaction;
  readonly at: number;
}

const after = (...reactions: Reaction[]) =>
  reactions.reduce<ChannelStandings | undefined>(
    (channels, each) => afterReaction(channels, each),
    undefined,
  );
const reaction = (channel: string, kind: CountedReaction, days = 0): Reaction => ({
  channel,
  kind,
  at: START + days * DAY_MS,
});

const reactions = fc.array(
  fc.record({
    channel: fc.constantFrom('email', 'sms', 'push'),
    kind: fc.constantFrom(...COUNTED_REACTIONS),
    at: fc.integer({ min: START, max: START + 400 * DAY_MS }),
  }),
  { maxLength: 30 },
);

describe('the preferred channel (B7)', () => {
  it('is the one whose reactions are worth most', () => {
    const channels = after(
      reaction('email', 'opened'),
      reaction('email', 'opened'),
      reaction('sms', 'clicked'),
    );
    expect(preferredChannel({}, channels)).toBe('sms');
    expect(channelsInOrder({}, channels)).toEqual(['sms', 'email']);
    expect(channels?.standings['email']).toEqual({
      score: 2,
      at: START,
      counts: { opened: 2 },
      last: 'opened',
    });
  });

  it('forgets: a reaction is worth half after thirty days', () => {
    const channels = after(reaction('email', 'replied'), reaction('sms', 'clicked', 30));
    expect(preferredChannel({}, channels)).toBe('sms');
    expect(scoreAt(channels!.standings['email']!, START + HALF_LIFE_MS)).toBe(2);
  });

  it('is none where nothing but trouble has come', () => {
    const channels = after(reaction('email', 'opened'), reaction('email', 'bounced'));
    expect([preferredChannel({}, channels), channelsInOrder({}, channels)]).toEqual([undefined, []]);
    expect(channelsInOrder({}, undefined)).toEqual([]);
  });

  it('is what the customer says, whatever they do', () => {
    const channels = after(reaction('email', 'clicked'));
    expect(preferredChannel({ preferred_channel: 'sms' }, channels)).toBe('sms');
    expect(channelsInOrder({ preferred_channel: 'sms' }, channels)).toEqual(['sms', 'email']);
    expect(preferredChannel({ preferred_channel: 7 }, channels)).toBe('email');
  });

  it('is what the sum of all reactions says, in whatever order they come', () => {
    fc.assert(
      fc.property(reactions, fc.nat(30), (all, cut) => {
        const now = START + 400 * DAY_MS;
        const expected = new Map<string, number>();
        for (const { channel, kind, at } of all) {
          const worth = REACTION_WORTH[kind] * 2 ** ((at - now) / HALF_LIFE_MS);
          expected.set(channel, (expected.get(channel) ?? 0) + worth);
        }
        const halves = mergeStandings(after(...all.slice(0, cut)), after(...all.slice(cut)));
        for (const channels of [after(...all), after(...[...all].reverse()), halves]) {
          for (const [channel, score] of expected) {
            expect(scoreAt(channels!.standings[channel]!, now)).toBeCloseTo(score, 3);
          }
        }
      }),
    );
  });

  it('has room for so many channels and no more', () => {
    const many = Array.from({ length: 30 }, (_none, at) => reaction(`c${String(at)}`, 'opened'));
    expect(Object.keys(after(...many)?.standings ?? {})).toHaveLength(20);
  });
});
