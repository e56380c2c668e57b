import { Redis } from 'ioredis';
import { uniqueName } from './database.js';
import { testRedisUrl } from './test-server-urls.js';

export interface TestQueuePrefix {
  readonly prefix: string;
  readonly redisUrl: string;
  /** Removes every key below the prefix. */
  clear(): Promise<void>;
}

/** A queue prefix that nobody else uses; braced, so that a Redis cluster keeps its keys together. */
export function createQueuePrefix(redisUrl = testRedisUrl()): TestQueuePrefix {
  const prefix = `{${uniqueName()}}`;
  return { prefix, redisUrl, clear: () => removeKeys(redisUrl, prefix) };
}

async function removeKeys(redisUrl: string, prefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  try {
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'MATCH', `${prefix}*`, 'COUNT', 1000);
      if (keys.length > 0) await redis.unlink(...keys);
      cursor = next;
    } while (cursor !== '0');
  } finally {
    redis.disconnect();
  }
}
