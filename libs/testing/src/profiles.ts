import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from './database.js';
import { createQueuePrefix } from './queue-prefix.js';
import { testDatabaseUrl, testRedisUrl } from './test-server-urls.js';

export interface ProfileSetup {
  readonly name: ProfileName;
  /** What an app of this profile reads at boot: an empty database and a queue prefix of its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** Removes the database and the queue; the apps must have stopped. */
  dispose(): Promise<void>;
}

export type ProfileName = 'embedded' | 'server';

export interface Profile {
  readonly name: ProfileName;
  prepare(servers?: ProfileServers): Promise<ProfileSetup>;
}

/** Servers other than those of the test run; only the server profile has any. */
export interface ProfileServers {
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
}

/** For `describe.each(profiles)('… on $name', ({ prepare }) => …)`. */
export const profiles: readonly Profile[] = [
  { name: 'embedded', prepare: prepareEmbedded },
  { name: 'server', prepare: prepareServer },
];

async function prepareEmbedded(): Promise<ProfileSetup> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-embedded-'));
  return {
    name: 'embedded',
    environment: {
      PARCOURS_PROFILE: 'embedded',
      PARCOURS_DATABASE_URL: `sqlite:${join(folder, 'p.sqlite')}`,
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

async function prepareServer(servers: ProfileServers = {}): Promise<ProfileSetup> {
  const database = await createDatabase(servers.databaseUrl ?? testDatabaseUrl());
  const queue = createQueuePrefix(servers.redisUrl ?? testRedisUrl());
  return {
    name: 'server',
    environment: {
      PARCOURS_PROFILE: 'server',
      PARCOURS_DATABASE_URL: database.url,
      PARCOURS_REDIS_URL: queue.redisUrl,
      PARCOURS_QUEUE_PREFIX: queue.prefix,
    },
    dispose: async () => {
      await Promise.all([database.drop(), queue.clear()]);
    },
  };
}
