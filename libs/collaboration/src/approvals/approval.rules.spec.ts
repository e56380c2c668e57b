import type { Person } from '../person.js';
import { type Approval, type Decision, draftHash, standingOf } from './approval.rules.js';

const person = (id: number, kind: Person['kind'] = 'user'): Person => ({
  kind,
  id,
  name: `${kind} ${String(id)}`,
});
const decided = (by: Person, decision: Decision = 'approve'): Approval => ({
  decision,
  note: null,
  by,
  at: 0,
});
const AUTHOR = person(1);

describe('a draft', () => {
  it('may be published when enough others have approved it', () => {
    const by = (...people: Person[]) =>
      standingOf(
        people.map((one) => decided(one)),
        { lastAuthor: AUTHOR, required: 2 },
      );
    expect(by()).toEqual({ approvals: 0, rejectedBy: [], isApproved: false });
    expect(by(person(2))).toMatchObject({ approvals: 1, isApproved: false });
    expect(by(person(2), AUTHOR)).toMatchObject({ approvals: 1, isApproved: false });
    expect(by(person(2), person(3))).toMatchObject({ approvals: 2, isApproved: true });
  });

  it('has other eyes in a token than in a user of the same number', () => {
    expect(standingOf([decided(person(1, 'token'))], { lastAuthor: AUTHOR, required: 1 }).isApproved).toBe(
      true,
    );
  });

  it('is held up by a rejection, whoever approves', () => {
    const decisions = [decided(person(2)), decided(person(3)), decided(person(4), 'reject')];
    expect(standingOf(decisions, { lastAuthor: AUTHOR, required: 1 })).toEqual({
      approvals: 2,
      rejectedBy: [person(4)],
      isApproved: false,
    });
  });

  it('needs nobody where no rule says so', () => {
    expect(standingOf([decided(person(4), 'reject')], { lastAuthor: AUTHOR, required: 0 }).isApproved).toBe(
      true,
    );
  });

  it('whose last author nobody knows is approved by anybody', () => {
    expect(standingOf([decided(AUTHOR)], { lastAuthor: undefined, required: 1 }).isApproved).toBe(true);
  });

  it('is the same in another order of members, and another with another text', () => {
    expect(draftHash({ a: 1, b: [1, 2] })).toBe(draftHash({ b: [1, 2], a: 1 }));
    expect(draftHash({ a: 1, b: [1, 2] })).not.toBe(draftHash({ a: 1, b: [2, 1] }));
  });
});
