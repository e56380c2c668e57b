import { mapColumns, targetOf, usualTarget } from './column-mapping.rules.js';

describe('where a column goes', () => {
  it.each([
    ['Customer ID', 'externalId'],
    ['external_id', 'externalId'],
    ['E-Mail', 'email'],
    ['Phone number', 'phone'],
    ['Language', 'locale'],
    ['First name', 'traits.first_name'],
    ['a.b', 'traits.a_b'],
    ['traits.a.b', 'traits.a.b'],
    ['consent.email.news', 'consent.email.news'],
    ['__proto__', null],
    ['', null],
  ])('goes by the head %s', (head, target) => {
    expect(usualTarget(head)).toBe(target);
  });

  it('reads channels and topics of consent', () => {
    expect(targetOf('consent.email')).toEqual({ kind: 'consent', channel: 'email', topic: '*' });
    expect(targetOf('consent.sms.club')).toEqual({ kind: 'consent', channel: 'sms', topic: 'club' });
    expect(targetOf('consent.')).toBeUndefined();
  });

  it.each(['traits.', 'traits.a..b', 'traits.__proto__', 'traits.a.constructor', 'age', 'Email'])(
    'cannot be %s',
    (name) => {
      expect(targetOf(name)).toBeUndefined();
    },
  );

  it('says of a mapping everything that is wrong at once, with pointers', () => {
    const { errors } = mapColumns(['a', 'b', 'c'], { a: 'email', b: 'email', c: 'nowhere', d: 'phone' });
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/mapping/c',
      '/mapping/d',
      '/mapping/b',
      '/mapping',
    ]);
  });
});
