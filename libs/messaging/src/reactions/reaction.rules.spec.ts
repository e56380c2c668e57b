import type { Reaction, ReactionRow, ReactionTarget } from './reaction.js';
import { outcomeOf, withoutScans } from './reaction.rules.js';

const START = Date.UTC(2026, 5, 1);
const NOW = START + 86_400_000;
const nothing = {
  delivered: null,
  opened: null,
  clicked: null,
  replied: null,
  bounced: null,
  complained: null,
  unsubscribed: null,
};
const target: ReactionTarget = {
  messageId: 7,
  customerId: 1,
  customerKey: 'ada',
  enrollmentId: 9,
  journey: 'welcome',
  step: 'hello',
  visit: 1,
  template: 'hello',
  channel: 'sms',
  touchpoint: null,
  connectorId: 3,
  address: '+33612345678',
  createdAt: START,
  times: nothing,
};

let ids = 0;
const row = (kind: Reaction['kind'], more: Partial<Reaction> = {}): ReactionRow => {
  ids += 1;
  return { id: ids, messageId: 7, attempts: 0, reaction: { kind, at: START + ids, ...more } };
};
const take = (rows: ReactionRow[], of: ReactionTarget = target) =>
  outcomeOf(
    rows.map((each) => ({ row: each, target: of })),
    NOW,
  );
const namesOf = (rows: ReactionRow[], of?: ReactionTarget) => take(rows, of).events.map(({ name }) => name);

describe('what follows from reactions', () => {
  it('is told once a message, but every click and every reply', () => {
    const kinds = ['delivered', 'opened', 'bounced', 'complained', 'unsubscribed'] as const;
    for (const kind of kinds) expect(namesOf([row(kind), row(kind)])).toEqual([`message.${kind}`]);
    expect(namesOf([row('opened'), row('clicked'), row('clicked')])).toEqual([
      'message.opened',
      'message.clicked',
      'message.clicked',
    ]);
    expect(namesOf([row('replied', { text: 'a' }), row('replied', { text: 'b' })])).toHaveLength(2);
    const known = { ...target, times: { ...nothing, opened: START } };
    expect(namesOf([row('opened')], known)).toEqual([]);
  });

  it('only goes forward: a message that has come back was not delivered', () => {
    const [bounced, delivered] = [row('bounced', { bounce: 'hard' }), row('delivered')];
    expect(namesOf([bounced, delivered])).toEqual(['message.bounced']);
    expect(namesOf([delivered, bounced])).toEqual(['message.delivered', 'message.bounced']);
    expect(namesOf([row('clicked'), row('delivered'), row('opened')])).toEqual([
      'message.clicked',
      'message.opened',
      'message.delivered',
    ]);
  });

  it('suppresses addresses that are gone or complain, not those that are full', () => {
    const outcome = take([row('bounced', { bounce: 'soft', code: '4.2.2' })]);
    expect([outcome.suppressed, outcome.softBounced]).toEqual([[], [target]]);
    const gone = { channel: 'sms', address: '+33612345678' };
    expect(take([row('bounced', { bounce: 'hard' })]).suppressed).toEqual([{ ...gone, reason: 'bounced' }]);
    expect(take([row('complained')]).suppressed).toEqual([{ ...gone, reason: 'complained' }]);
  });

  it('believes no clock that says what cannot be', () => {
    const [early, late] = [row('opened', { at: START - 1 }), row('clicked', { at: NOW + 1 })];
    expect(take([early, late]).events.map(({ occurredAt }) => occurredAt)).toEqual([NOW, NOW]);
  });

  it.each([
    ['STOP', 'stop'],
    [' stop. ', 'stop'],
    ['Arrêt!', 'stop'],
    ['ARRET', 'stop'],
    ['Désabonner', 'stop'],
    ['STOP ALL', 'stop'],
    ['Start', 'start'],
    ['aide ?', 'help'],
    ['INFO', 'help'],
  ])('hears what %j asks', (text, asks) => {
    const { events, times } = take([row('replied', { text, channel: 'sms' })]);
    expect(events.map(({ name }) => name)).toEqual([`message.${asks}-requested`]);
    expect(times.size).toBe(0);
  });

  it.each(['stop it please', 'I will not stop', '1', 'oui', '', 'non stop', 'information'])(
    'hears no keyword in %j',
    (text) => {
      expect(namesOf([row('replied', { text, channel: 'sms' })])).toEqual(['message.replied']);
    },
  );
});

describe('clicks on every link at once', () => {
  const click = (place: number, of: number, at: number) => row('clicked', { place: [place, of], at });
  const reasons = (rows: ReactionRow[]) => withoutScans(rows).map(({ reaction }) => reaction.automated);

  it('are a machine’s', () => {
    expect(reasons([click(0, 3, START), click(1, 3, START + 900), click(2, 3, START + 5_000)])).toEqual(
      Array(3).fill('every-link'),
    );
  });

  it.each([
    ['some links', [click(0, 3, START), click(1, 3, START)]],
    ['one link again and again', [click(0, 2, START), click(0, 2, START + 1)]],
    ['one after the other', [click(0, 2, START), click(1, 2, START + 5_001)]],
    ['the only link', [click(0, 1, START)]],
  ])('are a reader’s: %s', (_what, rows) => {
    expect(reasons(rows)).toEqual(rows.map(() => undefined));
  });
});
