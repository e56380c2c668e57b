import { profiles, waitFor } from '@parcours/testing';

import { CollaborationDesk, type Colleague, problemOf } from './support/collaboration-desk.js';

describe.each(profiles)('approval by others on $name', (profile) => {
  let desk: CollaborationDesk;
  let author: Colleague;
  let ada: Colleague;
  let ben: Colleague;

  beforeAll(async () => {
    desk = await CollaborationDesk.open(profile);
    [author, ada, ben] = [await desk.aColleague(), await desk.aColleague(), await desk.aColleague()];
  });

  beforeEach(async () => {
    await rule(1);
  });

  afterAll(() => desk.close());

  const rule = (required: number) => desk.data('PUT', 'approval-rules/touchpoints', { required });
  const decide = (path: string, by: Colleague, decision = 'approve', note?: string) =>
    by.call('POST', `${path}/approvals`, { body: { decision, ...(note !== undefined && { note }) } });
  const publish = (path: string, by: Colleague = author, body: object = {}) =>
    by.call('POST', `${path}/publish`, { body });
  const change = (path: string, name: string, by = author) => desk.data('PATCH', path, { name }, by);
  const soon = () => new Date(Date.now() + 3_000).toISOString();

  it('is asked for by a rule for each type', async () => {
    expect(await rule(2)).toEqual({ type: 'touchpoints', required: 2 });
    const read = await desk.api.call('GET', 'approval-rules/touchpoints');
    expect([read.body.data, read.headers.get('etag')]).toEqual([
      { type: 'touchpoints', required: 2 },
      '"required-2"',
    ]);
    expect(await desk.data('GET', 'approval-rules')).toEqual([
      { type: 'touchpoints', required: 2 },
      { type: 'personas', required: 0 },
      { type: 'webhooks', required: 0 },
    ]);
    const stale = { body: { required: 3 }, headers: { 'if-match': '"required-1"' } };
    expect((await desk.api.call('PUT', 'approval-rules/touchpoints', stale)).status).toBe(412);
    expect((await desk.api.call('DELETE', 'approval-rules/touchpoints')).status).toBe(204);
    expect(await desk.data('GET', 'approval-rules/touchpoints')).toMatchObject({ required: 0 });
    expect((await publish(await desk.aDraft(author))).status).toBe(200);
  });

  it.each([
    ['touchpoints', { required: 0 }, 400],
    ['touchpoints', { required: 4 }, 400],
    ['touchpoints', { required: 1.5 }, 400],
    ['touchpoints', {}, 400],
    ['touchpints', { required: 1 }, 404],
  ])('has no rule for %s of %j', async (type, body, status) => {
    expect((await desk.api.call('PUT', `approval-rules/${type}`, { body })).status).toBe(status);
  });

  it('has rules that only those change who may manage them', async () => {
    const editor = await desk.aColleague(['touchpoints:*', 'approval-rules:read']);
    expect((await editor.call('GET', 'approval-rules/touchpoints')).status).toBe(200);
    expect((await editor.call('DELETE', 'approval-rules/touchpoints')).status).toBe(403);
  });

  it('is needed before a draft is published, and the author’s own does not count', async () => {
    const path = await desk.aDraft(author);
    expect(problemOf(await publish(path))).toMatchObject({
      status: 409,
      code: 'collaboration.approval-required',
    });
    expect(await desk.data('GET', path)).toMatchObject({ status: 'draft', version: null, revision: 1 });
    expect(problemOf(await decide(path, author))).toMatchObject({
      status: 409,
      code: 'collaboration.own-draft',
    });
    expect((await decide(path, ada)).body.data).toEqual({
      required: 1,
      approvals: 1,
      approved: true,
      lastAuthor: { kind: 'token', id: expect.any(String), name: author.name },
      decisions: [
        {
          decision: 'approve',
          note: null,
          by: { kind: 'token', id: expect.any(String), name: ada.name },
          at: expect.stringMatching(/Z$/),
        },
      ],
      request: null,
    });
    expect((await publish(path)).body.data).toMatchObject({ status: 'published', version: 1 });
  });

  it('is needed by as many as the rule says, each counted once', async () => {
    await rule(2);
    const path = await desk.aDraft(author);
    await decide(path, ada);
    await decide(path, ada);
    const refused = await publish(path, ada);
    expect(refused.body).toMatchObject({ status: 409, detail: expect.stringContaining('1 of the 2') });
    await decide(path, ben);
    expect((await publish(path, ada)).status).toBe(200);
  });

  it('falls when the draft changes', async () => {
    const path = await desk.aDraft(author);
    await decide(path, ada);
    await change(path, 'Something else');
    expect(await desk.data('GET', `${path}/approval`)).toMatchObject({
      approvals: 0,
      approved: false,
      decisions: [],
    });
    expect((await publish(path)).status).toBe(409);
  });

  it('of somebody who then changes the draft is no longer that of another', async () => {
    const path = await desk.aDraft(author);
    await decide(path, ada);
    await change(path, 'Something else', ada);
    await change(path, 'A letter', ada);
    expect(await desk.data('GET', `${path}/approval`)).toMatchObject({
      approvals: 0,
      approved: false,
      lastAuthor: { name: ada.name },
    });
    expect((await decide(path, author)).body.data).toMatchObject({ approvals: 1, approved: true });
  });

  it('is of the draft that was seen', async () => {
    const path = await desk.aDraft(author);
    const { headers } = await desk.api.call('GET', path);
    await change(path, 'Not what you think');
    const stale = await ada.call('POST', `${path}/approvals`, {
      body: { decision: 'approve' },
      headers: { 'if-match': String(headers.get('etag')) },
    });
    expect(stale.status).toBe(412);
    expect((await publish(path)).status).toBe(409);
  });

  it('never lets a change slip in beside it', async () => {
    for (let round = 0; round < 6; round++) {
      const path = await desk.aDraft(author);
      await Promise.all([decide(path, ada), change(path, `Changed ${String(round)}`)]);
      const { approved, decisions } = await desk.data('GET', `${path}/approval`);
      const published = await publish(path);
      expect(published.status).toBe(approved ? 200 : 409);
      expect(decisions).toHaveLength(approved ? 1 : 0);
    }
  });

  it('can be refused, which stands in the way until whoever refused approves', async () => {
    const path = await desk.aDraft(author);
    await decide(path, ada);
    expect((await decide(path, ben, 'reject', 'The French text is wrong.')).body.data).toMatchObject({
      approvals: 1,
      approved: false,
    });
    const refused = await publish(path);
    expect(refused.body).toMatchObject({
      code: 'collaboration.rejected',
      detail: expect.stringContaining(ben.name),
    });
    await decide(path, ben);
    expect((await publish(path)).status).toBe(200);
  });

  it('is asked for, listed, and told to webhooks', async () => {
    const path = await desk.aDraft(author);
    const asked = await author.call('POST', `${path}/approval-requests`, { body: { note: 'For spring' } });
    expect(asked.status).toBe(201);
    expect(asked.body.data).toEqual({
      id: expect.stringMatching(/^\d+$/),
      status: 'open',
      note: 'For spring',
      by: { kind: 'token', id: expect.any(String), name: author.name },
      createdAt: expect.stringMatching(/Z$/),
    });
    const again = await ada.call('POST', `${path}/approval-requests`, { body: {} });
    expect(problemOf(again)).toMatchObject({ status: 409, code: 'collaboration.already-requested' });
    const key = path.split('/')[1] ?? '';
    const listed = (status: string) =>
      desk.data('GET', `approval-requests?filter[status][eq]=${status}&filter[key][eq]=${key}`);
    expect(await listed('open')).toEqual([
      { ...asked.body.data, type: 'touchpoints', key, name: 'A letter' },
    ]);
    await decide(path, ben, 'reject');
    expect(await listed('rejected')).toHaveLength(1);
    await decide(path, ben);
    expect(await listed('approved')).toHaveLength(1);
    await publish(path);
    expect(await listed('outdated')).toHaveLength(1);
    const [requested] = await desk.waitForTold(path, 'approval.requested');
    expect(requested.data).toMatchObject({ request: asked.body.data.id, note: 'For spring', required: 1 });
    const decided = await desk.waitForTold(path, 'approval.decided', 2);
    expect(decided.map(({ data }) => [data.decision, data.approved, data.by.name]).sort()).toEqual([
      ['approve', true, ben.name],
      ['reject', false, ben.name],
    ]);
  });

  it('is not asked for or given where there is nothing to approve', async () => {
    const path = await desk.aDraft(author);
    await decide(path, ada);
    await publish(path);
    for (const [by, route, body] of [
      [ben, 'approvals', { decision: 'approve' }],
      [author, 'approval-requests', {}],
    ] as const) {
      expect(problemOf(await by.call('POST', `${path}/${route}`, { body }))).toMatchObject({
        status: 409,
        code: 'collaboration.nothing-to-approve',
      });
    }
    expect((await decide('touchpoints/none', ada)).status).toBe(404);
    expect(problemOf(await decide(path, ada, 'aprove'))).toMatchObject({
      status: 400,
      pointers: ['/decision'],
    });
  });

  it('is needed to plan a publish, and still there when its time comes', async () => {
    const path = await desk.aDraft(author);
    expect(problemOf(await publish(path, author, { at: soon() }))).toMatchObject({
      status: 409,
      code: 'collaboration.approval-required',
    });
    await decide(path, ada);
    await publish(path, author, { at: soon() });
    await waitFor(async () => (await desk.data('GET', path)).version === 1);
  });

  it('that falls before its time comes stops a planned publish, which says why', async () => {
    const path = await desk.aDraft(author);
    await decide(path, ada);
    await publish(path, author, { at: soon() });
    await change(path, 'Slipped in');
    const failed = await waitFor(async () => {
      const thing = await desk.data('GET', path);
      return thing.scheduleFailure !== null && thing;
    });
    expect(failed).toMatchObject({
      version: null,
      scheduledAt: null,
      scheduleFailure: { code: 'collaboration.approval-required' },
    });
  });

  it('is needed for every member of a release, planned or not', async () => {
    const paths = [await desk.aDraft(author), await desk.aDraft(author)];
    const items = paths.map((path) => ({ type: 'touchpoints', key: path.split('/')[1], action: 'publish' }));
    const { id } = await desk.data('POST', 'releases', { name: 'Spring', items }, author);
    await decide(paths[0]!, ada);
    const refused = await author.call('POST', `releases/${String(id)}/publish`);
    expect(problemOf(refused)).toMatchObject({ status: 409, code: 'collaboration.approval-required' });
    expect((await desk.data('GET', paths[0]!)).version).toBeNull();
    await author.call('POST', `releases/${String(id)}/publish`, { body: { at: soon() } });
    const failed = await waitFor(async () => {
      const release = await desk.data('GET', `releases/${String(id)}`);
      return release.scheduleFailure !== null && release;
    });
    expect(failed).toMatchObject({
      status: 'open',
      scheduleFailure: { code: 'collaboration.approval-required' },
    });
    await decide(paths[1]!, ada);
    expect((await author.call('POST', `releases/${String(id)}/publish`)).status).toBe(200);
  });

  it('is not needed to take something out of use, or to roll a release back to what was in use', async () => {
    await desk.data('DELETE', 'approval-rules/touchpoints');
    const path = await desk.aDraft(author);
    await publish(path);
    await change(path, 'Second');
    const items = [{ type: 'touchpoints', key: path.split('/')[1], action: 'publish' }];
    const { id } = await desk.data('POST', 'releases', { name: 'Spring', items });
    await desk.data('POST', `releases/${String(id)}/publish`);
    await rule(1);
    expect((await desk.api.call('POST', `releases/${String(id)}/rollback`)).status).toBe(200);
    expect(await desk.data('GET', path)).toMatchObject({ version: 1 });
    expect((await publish(path)).status).toBe(409);
    expect((await author.call('POST', `${path}/unpublish`)).status).toBe(200);
    expect((await author.call('POST', `${path}/archive`)).status).toBe(200);
  });

  it('of what was restored or cloned is that of whoever did it', async () => {
    const path = await desk.aDraft(author);
    await decide(path, ada);
    await publish(path);
    await change(path, 'Second');
    await desk.data('POST', `${path}/versions/1/restore`, undefined, ada);
    expect((await desk.data('GET', `${path}/approval`)).lastAuthor.name).toBe(ada.name);
    const key = desk.next('copy');
    await desk.data('POST', `${path}/clone`, { key }, ben);
    expect(problemOf(await decide(`touchpoints/${key}`, ben))).toMatchObject({
      code: 'collaboration.own-draft',
    });
    expect((await publish(`touchpoints/${key}`, ben)).status).toBe(409);
  });

  it('leaves other types alone', async () => {
    await desk.data('PUT', 'personas/free', { name: 'Free' }, author);
    expect((await author.call('POST', 'personas/free/publish')).status).toBe(200);
  });

  it('needs the scope to publish', async () => {
    const path = await desk.aDraft(author);
    const editor = await desk.aColleague(['touchpoints:read', 'touchpoints:write', 'touchpoints:comment']);
    expect((await decide(path, editor)).status).toBe(403);
    expect((await editor.call('POST', `${path}/approval-requests`, { body: {} })).status).toBe(201);
  });
});
