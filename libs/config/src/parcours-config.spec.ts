import { ParcoursConfig } from './parcours-config.js';

const SECRET = 's3cret-value';

function complaintsOf(environment: Record<string, string>): string {
  try {
    new ParcoursConfig(environment);
    return '';
  } catch (error) {
    expect(error).toMatchObject({ code: 'config.invalid' });
    return error instanceof Error ? error.message : '';
  }
}

describe('the configuration', () => {
  it('of nothing is an embedded installation that listens on this machine alone', () => {
    const config = new ParcoursConfig({});
    expect(config).toMatchObject({
      profile: 'embedded',
      http: { host: '127.0.0.1', port: 3000 },
      database: { kind: 'sqlite', file: '.parcours/parcours.sqlite', synchronous: 'full' },
      redisUrl: undefined,
      adminToken: undefined,
      secretKey: undefined,
      workspace: { timezone: 'UTC', locale: 'en' },
    });
  });

  it('of the server profile names a database and a Redis', () => {
    const config = new ParcoursConfig({
      PARCOURS_PROFILE: 'server',
      PARCOURS_DATABASE_URL: 'mariadb://u:p@h:3306/d',
      PARCOURS_REDIS_URL: 'rediss://h:6379',
    });
    expect(config.database).toEqual({ kind: 'mysql', url: 'mysql://u:p@h:3306/d', poolSize: 10 });
    expect(config.redisUrl).toBe('rediss://h:6379');
  });

  it('takes a public address without the slash at its end', () => {
    const { http } = new ParcoursConfig({ PARCOURS_PUBLIC_URL: 'https://mail.example.com/me/' });
    expect(http.publicUrl).toBe('https://mail.example.com/me');
  });

  it('takes white space and empty values for no value', () => {
    expect(new ParcoursConfig({ PARCOURS_PORT: ' ', PARCOURS_LOCALE: ' fr ' })).toMatchObject({
      http: { port: 3000 },
      workspace: { locale: 'fr' },
    });
  });

  it('reads lists', () => {
    const { plugins } = new ParcoursConfig({
      PARCOURS_PLUGIN_DIRS: ' /a, ,/b',
      PARCOURS_PLUGIN_PACKAGES: 'x',
    });
    expect(plugins).toEqual({ directories: ['/a', '/b'], packages: ['x'], timeoutMs: 60_000 });
  });

  it('believes nobody about where a call comes from, unless told whom', () => {
    const trusted = (text: string) => new ParcoursConfig({ PARCOURS_TRUST_PROXY: text }).http.trustProxy;
    expect(['', '2', '10.0.0.0/8, ::1'].map(trusted)).toEqual([false, 2, ['10.0.0.0/8', '::1']]);
  });

  it('ends a session after half a day of rest and after a week, unless told otherwise', () => {
    const hour = 3_600_000;
    expect(new ParcoursConfig({}).sessions).toEqual({ idleMs: 12 * hour, maxMs: 168 * hour });
    expect(new ParcoursConfig({ PARCOURS_SESSION_IDLE_HOURS: '1' }).sessions.idleMs).toBe(hour);
  });

  const server = {
    PARCOURS_PROFILE: 'server',
    PARCOURS_DATABASE_URL: 'mysql://h/d',
    PARCOURS_REDIS_URL: 'redis://h',
  };

  it.each<[string, Record<string, string>, string]>([
    ['a proxy that everybody is', { PARCOURS_TRUST_PROXY: 'true' }, 'PARCOURS_TRUST_PROXY'],
    ['a proxy at no address', { PARCOURS_TRUST_PROXY: '10.0.0.0/33' }, 'PARCOURS_TRUST_PROXY'],
    ['an owner without a password', { PARCOURS_OWNER_EMAIL: 'a@example.com' }, 'PARCOURS_OWNER_PASSWORD'],
    ['a password without an owner', { PARCOURS_OWNER_PASSWORD: 'x' }, 'PARCOURS_OWNER_EMAIL'],
    ['an unknown profile', { PARCOURS_PROFILE: SECRET }, 'PARCOURS_PROFILE must be one of embedded, server'],
    [
      'a port that is none',
      { PARCOURS_PORT: SECRET },
      'PARCOURS_PORT must be a whole number from 0 to 65535',
    ],
    ['a port too high', { PARCOURS_PORT: '65536' }, 'PARCOURS_PORT must be'],
    ['half a port', { PARCOURS_PORT: '80.5' }, 'PARCOURS_PORT must be'],
    ['a public address that is none', { PARCOURS_PUBLIC_URL: SECRET }, 'PARCOURS_PUBLIC_URL must be https:'],
    [
      'a public address of files',
      { PARCOURS_PUBLIC_URL: `file:///${SECRET}` },
      'PARCOURS_PUBLIC_URL must be https:',
    ],
    [
      'a public address with a query',
      { PARCOURS_PUBLIC_URL: `https://h/?a=${SECRET}` },
      'PARCOURS_PUBLIC_URL must be https:',
    ],
    ['no limit of requests', { PARCOURS_REQUESTS_PER_MINUTE: '0' }, 'PARCOURS_REQUESTS_PER_MINUTE must be'],
    [
      'a file without sqlite:',
      { PARCOURS_DATABASE_URL: `/${SECRET}` },
      'PARCOURS_DATABASE_URL must be sqlite:FILE',
    ],
    [
      'a server on SQLite',
      { ...server, PARCOURS_DATABASE_URL: `sqlite:${SECRET}` },
      'PARCOURS_DATABASE_URL must be mysql:',
    ],
    ['a server without Redis', { ...server, PARCOURS_REDIS_URL: '' }, 'PARCOURS_REDIS_URL must be redis:'],
    [
      'another queue',
      { ...server, PARCOURS_REDIS_URL: `amqp://${SECRET}` },
      'PARCOURS_REDIS_URL must be redis:',
    ],
    [
      'an unknown durability',
      { PARCOURS_SQLITE_SYNCHRONOUS: SECRET },
      'PARCOURS_SQLITE_SYNCHRONOUS must be one of',
    ],
    ['a pool of one', { PARCOURS_DATABASE_POOL: '1' }, 'PARCOURS_DATABASE_POOL must be'],
    ['no lanes', { PARCOURS_LANES: '0' }, 'PARCOURS_LANES must be'],
    ['lanes that are no number', { PARCOURS_LANES: SECRET }, 'PARCOURS_LANES must be'],
    ['a batch of none', { PARCOURS_LANE_BATCH: '0' }, 'PARCOURS_LANE_BATCH must be'],
    ['no lane at a time', { PARCOURS_LANE_CONCURRENCY: '0' }, 'PARCOURS_LANE_CONCURRENCY must be'],
    ['a delivery of none', { PARCOURS_DELIVERY_BATCH: '-1' }, 'PARCOURS_DELIVERY_BATCH must be'],
    ['a lease too short', { PARCOURS_LEASE_MS: '499' }, 'PARCOURS_LEASE_MS must be'],
    ['a sweep too often', { PARCOURS_SWEEP_MS: '99' }, 'PARCOURS_SWEEP_MS must be'],
    ['an unknown zone', { PARCOURS_TIMEZONE: SECRET }, 'PARCOURS_TIMEZONE must be an IANA zone'],
    [
      'a token without its prefix',
      { PARCOURS_ADMIN_TOKEN: SECRET.repeat(4) },
      'PARCOURS_ADMIN_TOKEN must be prc_',
    ],
    ['a short token', { PARCOURS_ADMIN_TOKEN: `prc_${SECRET}` }, 'PARCOURS_ADMIN_TOKEN must be prc_'],
    ['a short key', { PARCOURS_SECRET_KEY: SECRET }, 'PARCOURS_SECRET_KEY must be 32 bytes in base64'],
    ['an unknown level', { PARCOURS_LOG_LEVEL: SECRET }, 'PARCOURS_LOG_LEVEL must be one of'],
  ])(
    'complains of %s, by the name of the variable and never by its value',
    (_what, environment, complaint) => {
      const complaints = complaintsOf(environment);
      expect(complaints).toContain(complaint);
      expect(complaints).not.toContain(SECRET);
    },
  );

  it('complains of everything at once', () => {
    const complaints = complaintsOf({ PARCOURS_PORT: 'x', PARCOURS_LANES: 'y', PARCOURS_TIMEZONE: 'z' });
    expect(complaints.match(/PARCOURS_\w+/g)).toEqual([
      'PARCOURS_PORT',
      'PARCOURS_LANES',
      'PARCOURS_TIMEZONE',
    ]);
  });
});
