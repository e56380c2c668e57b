import { isIP } from 'node:net';

import { EnvironmentReader } from './environment.js';

export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly file: string; readonly synchronous: 'full' | 'normal' | 'off' }
  | { readonly kind: 'mysql'; readonly url: string; readonly poolSize: number };

/** Where requests come in. */
export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  readonly requestsPerMinute: number;
  /** Whose word on the caller's address counts: nobody's, that of so many hops, or of these addresses. */
  readonly trustProxy: false | number | string[];
  /** The address under which customers reach the pages of this installation, without a slash at its end. */
  readonly publicUrl: string | undefined;
}

/** How batches and leases are sized. */
export interface WorkSettings {
  /** Number of lanes, fixed when the database is created; the stored one where it is left out. */
  readonly lanes: number | undefined;
  /** Inbox rows and due enrollments taken in one lane transaction. */
  readonly laneBatch: number;
  /** Lanes that one process works at the same time. */
  readonly laneConcurrency: number;
  /** Messages claimed at once by a delivery. */
  readonly deliveryBatch: number;
  /** How long a lane or a claimed message stays reserved for a process that has gone silent. */
  readonly leaseMs: number;
  /** How long what happened waits before it is exported: longer than a commit takes. */
  readonly exportDelayMs: number;
  /** How often the sweep looks for work whose wake-up was lost. */
  readonly sweepMs: number;
}

/** What this installation calls of its own accord: webhooks, and what plugins fetch. */
export interface OutgoingSettings {
  /** Hosts, addresses and networks that may be called although they are not on the public internet. */
  readonly allow: readonly string[];
  /** Where connectors that speak something else than HTTP find their servers: `private` networks too, or `public` alone. */
  readonly relays: 'private' | 'public';
  /** How long the receiver of a webhook may take to answer. */
  readonly webhookTimeoutMs: number;
  /** How long after the first failed attempt of a webhook the second one follows. */
  readonly webhookRetryMs: number;
}

/** All settings of a process, read once from the environment at boot. Also the injection token. */
export class ParcoursConfig {
  readonly profile: 'embedded' | 'server';
  readonly http: HttpSettings;
  readonly database: DatabaseLocation;
  readonly redisUrl: string | undefined;
  readonly queuePrefix: string;
  readonly work: WorkSettings;
  readonly outgoing: OutgoingSettings;
  readonly workspace: { readonly timezone: string; readonly locale: string };
  readonly adminToken: string | undefined;
  /** Where a generated admin token is written, when none is given and none exists. */
  readonly adminTokenFile: string | undefined;
  /** The first owner, created while there is none. */
  readonly owner: { readonly email: string; readonly password: string } | undefined;
  readonly sessions: { readonly idleMs: number; readonly maxMs: number };
  readonly outsideCalls: {
    /** How long calls that are over are kept, in days; for ever where it is left out. */
    readonly keptDays: number | undefined;
  };
  readonly audit: {
    /** Entries older than that are deleted; none where it is left out. */
    readonly keptDays: number | undefined;
  };
  /** 32 bytes in base64, from which secrets in connector settings are encrypted. */
  readonly secretKey: string | undefined;
  /** What secrets were encrypted with before; they are still read. */
  readonly secretKeysBefore: readonly string[];
  readonly plugins: {
    readonly directories: readonly string[];
    readonly packages: readonly string[];
    /** How long one call into a plugin may take. */
    readonly timeoutMs: number;
  };
  /** Whether this machine may look at /outbox, which shows customers' messages. */
  readonly outboxPage: boolean;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    const read = new EnvironmentReader(environment);
    this.profile = read.oneOf('PARCOURS_PROFILE', ['embedded', 'server'], 'embedded');
    this.http = {
      host: read.text('PARCOURS_HOST', '127.0.0.1'),
      port: read.integer('PARCOURS_PORT', { fallback: 3000, min: 0, max: 65_535 }),
      requestsPerMinute: read.integer('PARCOURS_REQUESTS_PER_MINUTE', {
        fallback: 1_200_000,
        min: 1,
        max: 1_000_000_000,
      }),
      trustProxy: readTrustProxy(read),
      publicUrl: readPublicUrl(read),
    };
    this.database = readDatabase(read, this.profile);
    this.redisUrl = readRedis(read, this.profile);
    this.queuePrefix = read.text('PARCOURS_QUEUE_PREFIX', '{parcours}');
    this.work = readWork(read);
    this.outgoing = readOutgoing(read);
    this.workspace = readWorkspace(read);
    this.adminToken = readAdminToken(read);
    this.adminTokenFile = read.optional('PARCOURS_ADMIN_TOKEN_FILE');
    this.owner = readOwner(read);
    this.sessions = readSessions(read);
    this.outsideCalls = {
      keptDays: read.optionalInteger('PARCOURS_CALL_DAYS', { min: 1, max: 36_500 }),
    };
    this.audit = { keptDays: read.optionalInteger('PARCOURS_AUDIT_DAYS', { min: 1, max: 36_500 }) };
    this.secretKey = readSecretKey(read);
    this.secretKeysBefore = readSecretKeysBefore(read);
    this.plugins = {
      directories: read.list('PARCOURS_PLUGIN_DIRS'),
      packages: read.list('PARCOURS_PLUGIN_PACKAGES'),
      timeoutMs: read.integer('PARCOURS_PLUGIN_TIMEOUT_MS', { fallback: 60_000, min: 100, max: 600_000 }),
    };
    this.outboxPage = read.oneOf('PARCOURS_OUTBOX_PAGE', ['off', 'on'], 'off') === 'on';
    this.logLevel = read.oneOf(
      'PARCOURS_LOG_LEVEL',
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'info',
    );
    read.finish();
  }

  /** Reads this process' own environment: the one place that does. */
  static fromProcess(): ParcoursConfig {
    return new ParcoursConfig(process.env);
  }
}

function readPublicUrl(read: EnvironmentReader): string | undefined {
  const text = read.optional('PARCOURS_PUBLIC_URL');
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isUsable =
    url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
  if (!isUsable) {
    read.complain('PARCOURS_PUBLIC_URL', 'must be https://host, or http://host, with a path at most');
    return undefined;
  }
  return url.href.replace(/\/+$/, '');
}

const SQLITE = 'sqlite:';

function readDatabase(read: EnvironmentReader, profile: string): DatabaseLocation {
  const fallback = profile === 'embedded' ? `${SQLITE}.parcours/parcours.sqlite` : '';
  const url = read.text('PARCOURS_DATABASE_URL', fallback);
  const synchronous = read.oneOf('PARCOURS_SQLITE_SYNCHRONOUS', ['full', 'normal', 'off'], 'full');
  const poolSize = read.integer('PARCOURS_DATABASE_POOL', { fallback: 10, min: 2, max: 500 });
  if (profile === 'server') {
    if (!/^(mysql|mariadb):\/\//.test(url)) {
      read.complain('PARCOURS_DATABASE_URL', 'must be mysql://user:password@host:port/database');
    }
    return { kind: 'mysql', url: url.replace(/^mariadb:/, 'mysql:'), poolSize };
  }
  if (!url.startsWith(SQLITE)) read.complain('PARCOURS_DATABASE_URL', 'must be sqlite:FILE when embedded');
  return { kind: 'sqlite', file: url.slice(SQLITE.length), synchronous };
}

function readRedis(read: EnvironmentReader, profile: string): string | undefined {
  if (profile === 'embedded') return undefined;
  const url = read.optional('PARCOURS_REDIS_URL');
  if (url === undefined || !/^rediss?:\/\//.test(url)) {
    read.complain('PARCOURS_REDIS_URL', 'must be redis://host:port');
  }
  return url;
}

function readWork(read: EnvironmentReader): WorkSettings {
  return {
    lanes: read.optionalInteger('PARCOURS_LANES', { min: 1, max: 4096 }),
    laneBatch: read.integer('PARCOURS_LANE_BATCH', { fallback: 900, min: 1, max: 5000 }),
    laneConcurrency: read.integer('PARCOURS_LANE_CONCURRENCY', { fallback: 2, min: 1, max: 64 }),
    deliveryBatch: read.integer('PARCOURS_DELIVERY_BATCH', { fallback: 500, min: 1, max: 5000 }),
    leaseMs: read.integer('PARCOURS_LEASE_MS', { fallback: 15_000, min: 500, max: 600_000 }),
    exportDelayMs: read.integer('PARCOURS_EXPORT_DELAY_MS', { fallback: 60_000, min: 0, max: 3_600_000 }),
    sweepMs: read.integer('PARCOURS_SWEEP_MS', { fallback: 5_000, min: 100, max: 600_000 }),
  };
}

function readOutgoing(read: EnvironmentReader): OutgoingSettings {
  const allow = read.list('PARCOURS_OUTGOING_ALLOW');
  if (!allow.every(isHostOrNetwork)) {
    read.complain(
      'PARCOURS_OUTGOING_ALLOW',
      'must be host names, IP addresses or networks such as 10.0.0.0/8',
    );
  }
  return {
    allow,
    relays: read.oneOf('PARCOURS_OUTGOING_RELAYS', ['private', 'public'], 'private'),
    webhookTimeoutMs: read.integer('PARCOURS_WEBHOOK_TIMEOUT_MS', {
      fallback: 15_000,
      min: 100,
      max: 60_000,
    }),
    webhookRetryMs: read.integer('PARCOURS_WEBHOOK_RETRY_MS', { fallback: 5_000, min: 10, max: 600_000 }),
  };
}

function isHostOrNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  if (prefix === undefined) return isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text);
  const bits = isIP(address) === 4 ? 32 : 128;
  return rest.length === 0 && isIP(address) !== 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}

function readWorkspace(read: EnvironmentReader): { timezone: string; locale: string } {
  const timezone = read.text('PARCOURS_TIMEZONE', 'UTC');
  if (!isTimeZone(timezone)) read.complain('PARCOURS_TIMEZONE', 'must be an IANA zone such as Europe/Paris');
  return { timezone, locale: read.text('PARCOURS_LOCALE', 'en') };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function readAdminToken(read: EnvironmentReader): string | undefined {
  const token = read.optional('PARCOURS_ADMIN_TOKEN');
  if (token !== undefined && !/^prc_[A-Za-z0-9_-]{32,}$/.test(token)) {
    read.complain('PARCOURS_ADMIN_TOKEN', 'must be prc_ and 32 or more letters and digits');
  }
  return token;
}

const HOUR_MS = 3_600_000;

function readSessions(read: EnvironmentReader): { idleMs: number; maxMs: number } {
  const idle = read.integer('PARCOURS_SESSION_IDLE_HOURS', { fallback: 12, min: 1, max: 8_760 });
  const longest = read.integer('PARCOURS_SESSION_MAX_HOURS', { fallback: 168, min: 1, max: 8_760 });
  return { idleMs: idle * HOUR_MS, maxMs: longest * HOUR_MS };
}

function readOwner(read: EnvironmentReader): { email: string; password: string } | undefined {
  const email = read.optional('PARCOURS_OWNER_EMAIL');
  const password = read.optional('PARCOURS_OWNER_PASSWORD');
  if (email === undefined && password === undefined) return undefined;
  if (email === undefined || !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email) || email.length > 254) {
    read.complain('PARCOURS_OWNER_EMAIL', 'must be an e-mail address, beside PARCOURS_OWNER_PASSWORD');
  }
  if (password === undefined) {
    read.complain('PARCOURS_OWNER_PASSWORD', 'must be given beside PARCOURS_OWNER_EMAIL');
  }
  return { email: email ?? '', password: password ?? '' };
}

const MAX_HOPS = 10;

/** Not `true`: then anybody could call themselves from anywhere. */
function readTrustProxy(read: EnvironmentReader): number | string[] | false {
  const parts = read.list('PARCOURS_TRUST_PROXY');
  const [first = ''] = parts;
  if (parts.length === 0) return false;
  const hops = /^\d+$/.test(first) && parts.length === 1 ? Number(first) : 0;
  if (hops >= 1 && hops <= MAX_HOPS) return hops;
  if (!parts.every(isNetwork)) {
    const rule = `must be a number of proxies from 1 to ${String(MAX_HOPS)}, or their addresses such as 10.0.0.0/8,::1`;
    read.complain('PARCOURS_TRUST_PROXY', rule);
  }
  return [...parts];
}

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const SECRET_KEY_FORM = 'must be 32 bytes in base64 (openssl rand -base64 32)';

function isSecretKey(text: string): boolean {
  return Buffer.from(text, 'base64').length === 32;
}

function readSecretKey(read: EnvironmentReader): string | undefined {
  const key = read.optional('PARCOURS_SECRET_KEY');
  if (key !== undefined && !isSecretKey(key)) read.complain('PARCOURS_SECRET_KEY', SECRET_KEY_FORM);
  return key;
}

function readSecretKeysBefore(read: EnvironmentReader): readonly string[] {
  const keys = read.list('PARCOURS_SECRET_KEYS_BEFORE');
  if (!keys.every(isSecretKey)) read.complain('PARCOURS_SECRET_KEYS_BEFORE', `each ${SECRET_KEY_FORM}`);
  return keys;
}
