import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { Sweeps } from '@parcours/jobs';
import { profiles, waitFor } from '@parcours/testing';

import { FAR, member, problemOf, ReleaseDesk, soon } from './support/releases.js';
import type { RunningApi } from './support/running-api.js';

describe.each(profiles)('releases that are planned or taken back on $name', (profile) => {
  let desk: ReleaseDesk;
  let api: RunningApi;

  beforeAll(async () => {
    desk = await ReleaseDesk.open(profile);
    api = desk.api;
  });

  afterAll(async () => {
    await api.close();
  });

  describe('planned', () => {
    const settled = (release: string) =>
      waitFor(
        async () => {
          const found = await desk.read(release);
          return found.scheduledAt === null ? found : undefined;
        },
        { describe: `the planned ${release}` },
      );

    it('are found by the sweep when their wake-up was lost', async () => {
      const place = await desk.aPlace();
      const release = await desk.aRelease(member(place));
      await api.call('POST', `${release}/publish`, { body: { at: FAR } });
      await api.app
        .get(Database)
        .sql.run('UPDATE content_releases SET scheduled_at = ? WHERE id = ?', [
          Date.now(),
          Number(release.split('/')[1]),
        ]);
      expect(await settled(release)).toMatchObject({ status: 'published' });
    });

    it('are cancelled', async () => {
      const release = await desk.aRelease(member(await desk.aPlace()));
      const planned = await api.call('POST', `${release}/publish`, { body: { at: FAR } });
      expect(planned.body.data).toMatchObject({ status: 'scheduled', scheduledAt: FAR });
      const cancelled = await api.call('DELETE', `${release}/schedule`);
      expect(cancelled.body.data).toMatchObject({ status: 'open', scheduledAt: null, revision: 3 });
    });

    it('and refused when their time came, tell why', async () => {
      const route = await desk.aRouteTo(await desk.aPlace());
      const release = await desk.aRelease(member(route));
      await api.call('POST', `${release}/publish`, { body: { at: soon(2_000) } });
      expect(await settled(release)).toMatchObject({
        status: 'open',
        publishedAt: null,
        scheduleFailure: {
          code: 'content.release-not-publishable',
          errors: [{ pointer: '/items/0/touchpoint', code: 'content.reference-not-published' }],
        },
      });
      expect(await desk.versionsOf(route)).toEqual([null]);
    });
  });

  describe('rolled back', () => {
    it('bring each member to what was published of it before, and leave the drafts', async () => {
      const [kept, fresh, out] = [
        await desk.aPublishedPlace(),
        await desk.aPlace(),
        await desk.aPublishedPlace(),
      ];
      await api.call('PATCH', kept, { body: { phase: 'two' } });
      const release = await desk.aRelease(member(kept), member(fresh), member(out, 'unpublish'));
      await api.call('POST', `${release}/publish`);
      expect(await desk.versionsOf(kept, fresh, out)).toEqual([2, 1, null]);
      const answer = await api.call('POST', `${release}/rollback`);
      expect(answer).toMatchObject({ status: 200, body: { data: { status: 'rolled-back' } } });
      expect(await desk.versionsOf(kept, fresh, out)).toEqual([1, null, 1]);
      expect(await desk.read(kept)).toMatchObject({ status: 'changed', phase: 'two' });
      expect(await desk.read(fresh)).toMatchObject({ status: 'draft' });
      expect(await desk.read(out)).toMatchObject({ status: 'published' });
      const snapshot = await api.app.get(PublishedContent).snapshot();
      expect(snapshot.find('touchpoints', kept.split('/')[1] ?? '')?.document).not.toHaveProperty('phase');
      expect(snapshot.find('touchpoints', fresh.split('/')[1] ?? '')).toBeUndefined();
    });

    it('restore what refers to what', async () => {
      const [old, fresh] = [await desk.aPublishedPlace(), await desk.aPlace()];
      const route = await desk.aRouteTo(old);
      await api.call('POST', `${route}/publish`);
      await api.call('PATCH', route, { body: { touchpoint: fresh.split('/')[1] } });
      const release = await desk.aRelease(member(old, 'unpublish'), member(fresh), member(route));
      await api.call('POST', `${release}/publish`);
      await api.call('POST', `${release}/rollback`);
      expect(await desk.versionsOf(old, fresh, route)).toEqual([1, null, 1]);
      const usages = await desk.read(`${old}/usages?filter[side][eq]=published`);
      expect(usages).toMatchObject([{ key: route.split('/')[1] }]);
    });

    it('are refused with the reasons when a member has changed since, and nothing is taken back', async () => {
      const [stays, again, gone] = [await desk.aPlace(), await desk.aPlace(), await desk.aPlace()];
      const release = await desk.aRelease(member(stays), member(again), member(gone));
      await api.call('POST', `${release}/publish`);
      await api.call('PATCH', again, { body: { phase: 'late' } });
      await api.call('POST', `${again}/publish`);
      await api.call('DELETE', gone);
      const answer = await api.call('POST', `${release}/rollback`);
      expect(problemOf(answer)).toEqual({
        status: 409,
        code: 'content.release-superseded',
        errors: [
          ['/items/1', 'content.release-superseded'],
          ['/items/2', 'content.release-superseded'],
        ],
      });
      expect(answer.body.errors[0].detail).toBe(`${again} was published as version 2 since.`);
      expect(await desk.versionsOf(stays, again)).toEqual([1, 2]);
    });

    it('are refused when something published since uses a member', async () => {
      const place = await desk.aPlace();
      const release = await desk.aRelease(member(place));
      await api.call('POST', `${release}/publish`);
      const route = await desk.aRouteTo(place);
      await api.call('POST', `${route}/publish`);
      const answer = await api.call('POST', `${release}/rollback`);
      expect(problemOf(answer)).toMatchObject({ status: 409, code: 'content.in-use' });
      expect(await desk.versionsOf(place)).toEqual([1]);
      expect(await desk.read(release)).toMatchObject({ status: 'published' });
    });

    it('are refused when what a member referred to before is gone', async () => {
      const [old, fresh] = [await desk.aPublishedPlace(), await desk.aPublishedPlace()];
      const route = await desk.aRouteTo(old);
      await api.call('POST', `${route}/publish`);
      await api.call('PATCH', route, { body: { touchpoint: fresh.split('/')[1] } });
      const release = await desk.aRelease(member(route));
      await api.call('POST', `${release}/publish`);
      await api.call('POST', `${old}/unpublish`);
      const answer = await api.call('POST', `${release}/rollback`);
      expect(problemOf(answer)).toMatchObject({ status: 409, code: 'content.reference-lost' });
      expect(await desk.versionsOf(route)).toEqual([2]);
    });

    it('are refused when they were not published', async () => {
      const release = await desk.aRelease(member(await desk.aPlace()));
      expect(problemOf(await api.call('POST', `${release}/rollback`))).toMatchObject({
        status: 409,
        code: 'content.release-state',
      });
    });
  });

  it('are published at their time by their wake-up, where no sweep looks', async () => {
    await api.app.get(Sweeps).stop();
    const place = await desk.aPlace();
    const at = soon(2_000);
    const { body } = await api.call('POST', 'releases', {
      body: { name: 'Later', items: [member(place)], at },
    });
    expect(body.data).toMatchObject({ status: 'scheduled', scheduledAt: at });
    const published = await waitFor(
      async () => {
        const found = await desk.read(`releases/${String(body.data.id)}`);
        return found.scheduledAt === null ? found : undefined;
      },
      { timeoutMs: 30_000, describe: 'the planned release' },
    );
    expect(published).toMatchObject({ status: 'published', scheduleFailure: null });
    expect(Date.parse(published.publishedAt)).toBeGreaterThanOrEqual(Date.parse(at));
    expect(await desk.versionsOf(place)).toEqual([1]);
  });
});
