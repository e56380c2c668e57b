import { EMAIL_SCHEMA, emailKeyOf, emailOf } from './email.rules.js';

const pattern = new RegExp(EMAIL_SCHEMA.pattern, 'u');

describe('e-mail addresses (F3)', () => {
  it.each(['ada@example.com', 'a.b+c@sub.example.fr', 'élise@exämple.de', "o'neil@example.org"])(
    'may be %s',
    (email) => {
      expect(pattern.test(email)).toBe(true);
    },
  );

  it.each([
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'a b@example.com',
    'a@b@example.com',
    'a\u0000@example.com',
    'Ada <ada@example.com>',
    'ada@example.com.',
  ])('may not be %j', (email) => {
    expect(pattern.test(email)).toBe(false);
  });

  it('are the same in capitals and in wide letters', () => {
    expect(emailKeyOf('ＡＤＡ@Example.COM')).toBe('ada@example.com');
  });

  it('are refused where their plain form grows beyond all bounds', () => {
    const ligatures = `${'ﷺ'.repeat(100)}@example.com`;
    expect(() => emailOf(ligatures)).toThrow(expect.objectContaining({ code: 'http.invalid-request' }));
  });
});
