import { profiles } from '@parcours/testing';

import { CollaborationDesk, type Colleague, problemOf } from './support/collaboration-desk.js';

describe.each(profiles)('comments on $name', (profile) => {
  let desk: CollaborationDesk;
  let ada: Colleague;
  let ben: Colleague;

  beforeAll(async () => {
    desk = await CollaborationDesk.open(profile);
    const scopes = ['touchpoints:read', 'touchpoints:comment'];
    ada = await desk.aColleague(scopes);
    ben = await desk.aColleague(scopes);
  });

  afterAll(() => desk.close());

  const comment = (path: string, body: object, by = ada) => desk.data('POST', `${path}/comments`, body, by);

  it('are written, read, and told to webhooks, with who wrote them', async () => {
    const path = await desk.aDraft();
    const answer = await ada.call('POST', `${path}/comments`, {
      body: { text: 'Too long.', pointer: '/name' },
    });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toEqual({
      id: expect.stringMatching(/^\d+$/),
      thread: answer.body.data.id,
      pointer: '/name',
      text: 'Too long.',
      author: { kind: 'token', id: expect.stringMatching(/^\d+$/), name: ada.name },
      createdAt: expect.stringMatching(/Z$/),
      editedAt: null,
      resolved: false,
      resolvedAt: null,
      resolvedBy: null,
      revision: 1,
    });
    const address = `${path}/comments/${String(answer.body.data.id)}`;
    expect(answer.headers.get('location')).toBe(`/api/v1/${address}`);
    expect((await desk.api.call('GET', address)).body).toEqual(answer.body);
    const [told] = await desk.waitForTold(path, 'comment.created');
    expect(told.data).toMatchObject({
      comment: answer.body.data.id,
      pointer: '/name',
      text: 'Too long.',
      by: { kind: 'token', name: ada.name },
    });
  });

  it('have replies, which go to the thread of what they reply to', async () => {
    const path = await desk.aDraft();
    const first = await comment(path, { text: 'One', pointer: '/name' });
    const second = await comment(path, { text: 'Two', replyTo: first.id }, ben);
    const third = await comment(path, { text: 'Three', replyTo: second.id });
    expect([second, third].map(({ thread, pointer }) => [thread, pointer])).toEqual([
      [first.id, '/name'],
      [first.id, '/name'],
    ]);
    await comment(path, { text: 'Another' });
    const thread = await desk.data('GET', `${path}/comments?filter[thread][eq]=${String(first.id)}`);
    expect(thread.map(({ text }: { text: string }) => text)).toEqual(['One', 'Two', 'Three']);
    const whole = await desk.api.call('GET', `${path}/comments?count=true&limit=2&fields=text,author`);
    expect(whole.body.page).toMatchObject({ total: 4, limit: 2 });
    expect(Object.keys(whole.body.data[0]).sort()).toEqual(['author', 'text']);
  });

  it('are settled, and opened again, by anybody who may comment', async () => {
    const path = await desk.aDraft();
    const { id } = await comment(path, { text: 'Fix this' });
    const address = `${path}/comments/${String(id)}`;
    expect(await desk.data('PATCH', address, { resolved: true }, ben)).toMatchObject({
      resolved: true,
      resolvedAt: expect.stringMatching(/Z$/),
      resolvedBy: ben.name,
      revision: 2,
      editedAt: null,
    });
    expect(await desk.data('GET', `${path}/comments?filter[resolved][eq]=false`)).toEqual([]);
    expect(await desk.data('PATCH', address, { resolved: true }, ada)).toMatchObject({
      resolvedBy: ben.name,
      revision: 2,
    });
    expect(await desk.data('PATCH', address, { resolved: false }, ada)).toMatchObject({
      resolved: false,
      resolvedAt: null,
      resolvedBy: null,
    });
    const reply = await comment(path, { text: 'Done', replyTo: id });
    const refused = await ada.call('PATCH', `${path}/comments/${String(reply.id)}`, {
      body: { resolved: true },
    });
    expect(problemOf(refused)).toMatchObject({ status: 400, pointers: ['/resolved'] });
  });

  it('are changed by their author alone, and from the view of today', async () => {
    const path = await desk.aDraft();
    const { id } = await comment(path, { text: 'Old' });
    const address = `${path}/comments/${String(id)}`;
    const admin = await desk.api.call('PATCH', address, { body: { text: 'Mine' } });
    expect(problemOf(admin)).toMatchObject({ status: 403, code: 'collaboration.not-your-comment' });
    const headers = { 'if-match': '"1"' };
    expect(await ada.call('PATCH', address, { body: { text: 'New' }, headers })).toMatchObject({
      status: 200,
      body: { data: { text: 'New', editedAt: expect.stringMatching(/Z$/), revision: 2 } },
    });
    expect((await ada.call('PATCH', address, { body: { text: 'Newer' }, headers })).status).toBe(412);
    expect((await ada.call('DELETE', address, { headers })).status).toBe(412);
  });

  it('are deleted by their author or by whoever has everything of the type, leaving a gap where others replied', async () => {
    const path = await desk.aDraft();
    const { id } = await comment(path, { text: 'Nonsense' });
    await comment(path, { text: 'Really?', replyTo: id }, ben);
    const address = `${path}/comments/${String(id)}`;
    expect(problemOf(await ben.call('DELETE', address))).toMatchObject({ status: 403 });
    expect((await ada.call('DELETE', address)).status).toBe(204);
    const left = await desk.data('GET', `${path}/comments`);
    expect(left.map(({ text }: { text: string | null }) => text)).toEqual([null, 'Really?']);
    expect((await ada.call('PATCH', address, { body: { text: 'Sense' } })).status).toBe(403);
    const moderator = await desk.aColleague(['touchpoints:*']);
    expect((await moderator.call('DELETE', `${path}/comments/${String(left[1].id)}`)).status).toBe(204);
    expect(await desk.data('GET', `${path}/comments`)).toHaveLength(1);
  });

  it('need the scope to comment, or to read', async () => {
    const path = await desk.aDraft();
    const reader = await desk.aColleague(['touchpoints:read']);
    const refused = await reader.call('POST', `${path}/comments`, { body: { text: 'x' } });
    expect(problemOf(refused)).toMatchObject({ status: 403, code: 'http.missing-scope' });
    expect((await reader.call('GET', `${path}/comments`)).status).toBe(200);
    const stranger = await desk.aColleague(['personas:*']);
    expect((await stranger.call('GET', `${path}/comments`)).status).toBe(403);
  });

  it.each([
    [{}, '/text'],
    [{ text: '' }, '/text'],
    [{ text: '  \n ' }, '/text'],
    [{ text: 'x'.repeat(10_001) }, '/text'],
    [{ text: 'x', pointer: 'name' }, '/pointer'],
    [{ text: 'x', pointer: '/a~2' }, '/pointer'],
    [{ text: 'x', replyTo: '17' }, '/replyTo'],
    [{ text: 'x', mood: 'bad' }, '/mood'],
  ])('refuse %j', async (body, pointer) => {
    const path = await desk.aDraft();
    const answer = await ada.call('POST', `${path}/comments`, { body });
    expect(problemOf(answer)).toMatchObject({ status: 400, pointers: [pointer] });
    expect(await desk.data('GET', `${path}/comments`)).toEqual([]);
  });

  it('are found with their own thing alone, and go with it', async () => {
    const [path, other] = [await desk.aDraft(), await desk.aDraft()];
    const { id } = await comment(path, { text: 'Here' });
    const elsewhere = await ada.call('GET', `${other}/comments/${String(id)}`);
    expect(problemOf(elsewhere)).toMatchObject({ status: 404, code: 'collaboration.comment-not-found' });
    expect((await ada.call('GET', 'touchpoints/none/comments')).status).toBe(404);
    await desk.data('DELETE', path);
    await desk.data('PUT', path, { name: 'Another', kind: 'physical', direction: 'outbound' });
    expect(await desk.data('GET', `${path}/comments`)).toEqual([]);
  });

  it('are made once for one Idempotency-Key', async () => {
    const path = await desk.aDraft();
    const call = { body: { text: 'Once' }, headers: { 'idempotency-key': path } };
    const [first, second] = [
      await ada.call('POST', `${path}/comments`, call),
      await ada.call('POST', `${path}/comments`, call),
    ];
    expect(second.body).toEqual(first.body);
    expect(await desk.data('GET', `${path}/comments`)).toHaveLength(1);
  });

  it('are there for every type', async () => {
    await desk.data('PUT', 'personas/ada', { name: 'Ada' });
    await desk.data('POST', 'personas/ada/comments', { text: 'Who is she?' });
    expect(await desk.data('GET', 'personas/ada/comments')).toHaveLength(1);
  });
});
