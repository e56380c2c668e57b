import type { Condition, ContentNumbers } from '@parcours/conditions';

import { compileRule, type MembershipRule } from './membership-rule.js';
import { inOrder, MembershipRules } from './membership-rules.js';

const NUMBERS: ContentNumbers = { group: () => 1, journey: () => 2, template: () => 3 };

let made = 0;

function rule(key: string, condition: Condition, within: readonly string[] = []): MembershipRule {
  made += 1;
  const source = {
    id: made,
    versionId: made,
    kind: 'segment',
    key,
    condition,
    customers: undefined,
  } as const;
  return compileRule({ ...source, within, except: [] });
}

const rulesOf = (rules: readonly MembershipRule[]) => new MembershipRules(1, inOrder(rules), NUMBERS);
const keysAt = (rules: MembershipRules, places: readonly number[]) =>
  places.map((place) => rules.ordered[place]?.key);

describe('the rules of segments', () => {
  const plan = rule('plan', { trait: 'plan.name', is: 'pro' });
  const buyers = rule('buyers', { event: 'bought', within: '30d' });
  const both = rule('both', { segment: 'buyers' }, ['plan']);
  const opened = rule('opened', { message: 'hello', is: 'opened' });
  const rules = rulesOf([both, opened, plan, buyers]);

  const asked = (mentioned: Parameters<MembershipRules['mark']>[0]): readonly (string | undefined)[] => {
    const wanted = new Uint8Array(rules.ordered.length);
    const isAny = rules.mark(mentioned, wanted);
    expect(isAny).toBe(wanted.includes(1));
    return keysAt(
      rules,
      rules.ordered.flatMap((_, place) => (wanted[place] === 1 ? [place] : [])),
    );
  };

  it('come after those that they are made of', () => {
    const order = rules.ordered.map(({ key }) => key);
    expect(order.indexOf('both')).toBeGreaterThan(Math.max(order.indexOf('plan'), order.indexOf('buyers')));
  });

  it.each([
    [{ traits: ['plan'] }, ['plan']],
    [{ traits: ['planet'] }, []],
    [{ events: ['bought'] }, ['buyers']],
    [{ events: ['message.opened'] }, ['opened']],
    [{ journeys: ['welcome'] }, []],
    [{ traits: ['plan'], events: ['bought', 'seen'] }, ['plan', 'buyers']],
  ])('are asked only where they mention what changed: %j', (mentioned, expected) => {
    expect([...asked(mentioned)].sort()).toEqual([...expected].sort());
  });

  it('know whom they are part of, and which of them time changes', () => {
    const place = rules.ordered.indexOf(buyers);
    expect(keysAt(rules, rules.reach[place] ?? [])).toEqual(['buyers', 'both']);
    expect(keysAt(rules, rules.timed)).toEqual(['buyers']);
  });

  it('have a new fingerprint when one that they are made of changes, and no other has', () => {
    const changed = rulesOf([both, opened, plan, rule('buyers', { event: 'bought', within: '60d' })]);
    const fingerprints = (of: MembershipRules) =>
      Object.fromEntries(of.ordered.map(({ key }, place) => [key, of.fingerprints[place]]));
    const [before, after] = [fingerprints(rules), fingerprints(changed)];
    const differing = Object.keys(before).filter((key) => before[key] !== after[key]);
    expect(differing.sort()).toEqual(['both', 'buyers']);
  });

  it('in a circle, which no publish lets through, still come to an end', () => {
    const circle = rulesOf([rule('a', { segment: 'b' }), rule('b', { segment: 'a' })]);
    expect(circle.ordered).toHaveLength(2);
    expect(circle.fingerprints.every((fingerprint) => fingerprint.length === 64)).toBe(true);
  });
});
