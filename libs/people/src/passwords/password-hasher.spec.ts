import { PasswordHasher } from './password-hasher.js';

// A hundred hashes are two seconds of a machine that has nothing else to do.
describe('hashing passwords (F3)', () => {
  const hasher = new PasswordHasher();

  it('uses argon2id with 19 MiB and two passes, salted', async () => {
    const [a, b] = await Promise.all([hasher.hash('a long password'), hasher.hash('a long password')]);
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(a).not.toBe(b);
  });

  it('knows the right password from a wrong one, composed or not', async () => {
    const known = await hasher.hash('un été à la mer');
    expect(await hasher.verify(known, 'un e\u0301te\u0301 a\u0300 la mer')).toBe(true);
    expect(await hasher.verify(known, 'un été à la mer ')).toBe(false);
    expect(await hasher.verify(known, '')).toBe(false);
  });

  it('refuses every password where there is none, the decoy’s included, after the same work', async () => {
    expect(await hasher.verify(null, 'nobody has this password')).toBe(false);
    const known = await hasher.hash('a long password');
    const timeOf = async (hash: string | null) => {
      const started = process.hrtime.bigint();
      for (let round = 0; round < 10; round++) await hasher.verify(hash, 'another password');
      return Number(process.hrtime.bigint() - started);
    };
    const ratio = (await timeOf(null)) / (await timeOf(known));
    expect(ratio).toBeGreaterThan(0.2);
    expect(ratio).toBeLessThan(5);
  });

  it('turns away what it cannot bear, and goes on afterwards', async () => {
    const known = await hasher.hash('a long password');
    const all = await Promise.allSettled(
      Array.from({ length: 110 }, () => hasher.verify(known, 'a long password')),
    );
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(8);
    expect(refused[0]).toMatchObject({ reason: { code: 'people.sign-ins-busy', retryAfter: 1 } });
    expect(await hasher.verify(known, 'a long password')).toBe(true);
  });
});
