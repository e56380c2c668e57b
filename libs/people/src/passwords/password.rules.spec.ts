import { normalisePassword, passwordDefects } from './password.rules.js';

const ADA = { email: 'Ada.Lovelace@Example.com', name: 'Ada Lovelace' };

const codesOf = (password: string) => passwordDefects(password, ADA).map(({ code }) => code);

describe('a password (F3)', () => {
  it.each([
    'correct horse battery',
    'Tr0ub4dor&3-and-more',
    'un été à la campagne',
    'ぱすわーどはながいほうがいい',
    'xK9#mQ2$vL7!',
    'sunshine on leith',
    'my monkey rides a bicycle',
    '739201846253',
  ])('may be %j', (password) => {
    expect(codesOf(password)).toEqual([]);
  });

  it.each(['', 'short', 'xK9#mQ2$vL7', '👩‍💻👩‍💻'])('of too few characters is refused: %j', (password) => {
    expect(codesOf(password)).toEqual(['people.password-too-short']);
  });

  it.each([
    'password1234',
    'Password2024!',
    'P@ssw0rd2024!!',
    'passwordpassword',
    'iloveyou1234',
    'welcomeparcours',
    'letmeinplease1',
    '123456789012',
    '210987654321',
    'abcdefghijkl',
    'qwertyuiop[]',
    'azertyuiop12',
    '1q2w3e4r5t6y',
    'aaaaaaaaaaaa',
    'abababababab',
    'abc123abc123',
    'motdepasse2026',
    'parcours-2026',
    'Sunshine!!!!!!',
  ])('that is among the first to be tried is refused: %j', (password) => {
    expect(codesOf(password)).toEqual(['people.password-common']);
  });

  it.each([
    'ada.lovelace@example.com',
    'ADA.LOVELACE@EXAMPLE.COM',
    'adalovelace1815',
    'Lovelace Ada, no: Ada Lovelace'.slice(18),
    'example123456',
  ])('made of its holder is refused: %j', (password) => {
    expect(codesOf(password)).toEqual(['people.password-personal']);
  });

  it('names where it stood', () => {
    expect(passwordDefects('short', ADA, '/newPassword')).toEqual([
      expect.objectContaining({ pointer: '/newPassword' }),
    ]);
  });

  it('is the same however its characters are composed', () => {
    expect(normalisePassword('e\u0301te\u0301 ﬁn')).toBe('été fin');
  });
});
