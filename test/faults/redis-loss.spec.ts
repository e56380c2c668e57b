import { startPrivateServices } from '@parcours/testing';
import type { Services } from '@parcours/testing';
import { Redis } from 'ioredis';
import { audit, ONE_WAIT } from './support/audit.js';
import { publishOneWait, publishTwoMails } from './support/content.js';
import { Installation } from './support/installation.js';
import { Ledger } from './support/ledger.js';
import { arrivalsReach, comeToRest, startedReach } from './support/progress.js';

const CUSTOMERS = 10_000;
const FLUSHES = 10;

describe('a Redis that loses everything', () => {
  let services: Services;
  let installation: Installation;
  beforeAll(async () => {
    services = await startPrivateServices({ mariadb: false });
  });
  beforeEach(async () => {
    installation = await Installation.start('server', {
      servers: { redisUrl: services.redisUrl },
      settings: { PARCOURS_LEASE_MS: '15000' },
    });
    await installation.startWorker();
  });
  afterEach(() => installation.dispose());
  afterAll(() => services.stop());

  it('costs no customer and no message when it is emptied ten times in the middle of 10,000 enrollments', async () => {
    await publishTwoMails(installation);
    const ledger = new Ledger(installation.client);
    const redis = new Redis(services.redisUrl ?? '');
    for (let flush = 1; flush <= FLUSHES; flush++) {
      await ledger.send(CUSTOMERS / FLUSHES);
      await arrivalsReach(installation, ((2 * CUSTOMERS) / FLUSHES) * (flush - 0.9));
      await redis.flushall();
    }
    redis.disconnect();
    await comeToRest(installation, CUSTOMERS);
    expect(await audit(installation, ledger)).toMatchObject({ breaches: [], doubled: 0, marked: 0 });
  });

  it('forgets wake-ups of customers who wait, and they go on all the same', async () => {
    await publishOneWait(installation, '2s');
    const ledger = new Ledger(installation.client);
    await ledger.send(300);
    await startedReach(installation, 300);
    const redis = new Redis(services.redisUrl ?? '');
    await redis.flushall();
    redis.disconnect();
    await comeToRest(installation, 300);
    expect(await audit(installation, ledger, ONE_WAIT)).toMatchObject({
      breaches: [],
      doubled: 0,
      marked: 0,
    });
  });

  it('may be gone altogether: events are taken in and worked, and the wake-ups are back when it is', async () => {
    await publishTwoMails(installation);
    const ledger = new Ledger(installation.client);
    await ledger.send(500);
    await arrivalsReach(installation, 100);
    await services.killRedis();
    await ledger.send(500);
    await comeToRest(installation, 1_000);
    await services.startRedis();
    await ledger.send(500);
    await comeToRest(installation, 1_500);
    expect([...ledger.refusals]).toEqual([]);
    expect(await audit(installation, ledger)).toMatchObject({ breaches: [], doubled: 0, marked: 0 });
  });
});
