import { profiles } from '@parcours/testing';

import { unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';

const DEFINITION = {
  entry: { triggers: [{ type: 'event', event: 'account.created' }] },
  exit: [{ event: 'account.closed' }],
  start: 'hello',
  steps: {
    hello: { type: 'message', template: 'hello', touchpoint: 'marketing-email', next: 'plan' },
    plan: { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'end' }], else: 'settle' },
    settle: { type: 'wait', for: '2d', next: 'end' },
    end: { type: 'exit', reason: 'completed' },
  },
};

describe.each(profiles)('the drawing of a journey on $name', (profile) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  async function aDraft(definition: object = DEFINITION): Promise<string> {
    const key = unique('drawn');
    const name = { en: 'A journey', fr: 'Un parcours' };
    await platform.data('PUT', `/journey-templates/${key}`, { name, definition });
    return key;
  }

  const draw = (key: string, query = '', headers: Record<string, string> = {}) =>
    platform.call('GET', `/journey-templates/${key}/diagram.svg${query}`, undefined, headers);

  it('is an SVG of the draft, in which nothing can run', async () => {
    const { status, headers, body } = await draw(await aDraft());
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(body).toMatch(/^<svg [^]*<\/svg>\n$/u);
    expect([...body.matchAll(/data-step="([^"]+)"/gu)].map(([, step]) => step)).toEqual([
      'hello',
      'plan',
      'settle',
      'end',
    ]);
    expect(body).toContain('Draft · 4 steps');
  });

  it('names templates and touchpoints as people do', async () => {
    const { body } = await draw(await aDraft());
    expect(body).toContain('>Hello</text>');
    expect(body).toContain('>Marketing email</text>');
  });

  it('speaks French', async () => {
    const { body } = await draw(await aDraft(), '?locale=fr');
    for (const words of ['Un parcours', 'Brouillon · 4 étapes', 'plan est pro', 'sinon', '2 jours']) {
      expect(body).toContain(words);
    }
  });

  it('comes in the colours that are asked for', async () => {
    const key = await aDraft();
    expect((await draw(key)).body).toContain('prefers-color-scheme');
    const [light, dark] = [await draw(key, '?theme=light'), await draw(key, '?theme=dark')];
    expect(light.body).not.toContain('prefers-color-scheme');
    expect(light.body).not.toBe(dark.body);
  });

  it('answers 304 to whoever has it, until the journey changes', async () => {
    const key = await aDraft();
    const first = await draw(key);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/u);
    expect((await draw(key, '', { 'if-none-match': tag })).status).toBe(304);
    expect((await draw(key, '?locale=fr', { 'if-none-match': tag })).status).toBe(200);
    await platform.data('PATCH', `/journey-templates/${key}`, {
      definition: { steps: { settle: { for: '3d' } } },
    });
    const changed = await draw(key, '', { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect(changed.body).toContain('3 days');
  });

  it('changes its tag when a template gets another name', async () => {
    const key = await aDraft();
    const before = await draw(key);
    await platform.publish('message-templates', 'hello', {
      name: 'Good morning',
      channels: { email: { subject: 'Hello', html: '<p>Hello</p>' } },
    });
    const after = await draw(key);
    await platform.publish('message-templates', 'hello', {
      name: 'Hello',
      channels: { email: { subject: 'Hello', html: '<p>Hello</p>' } },
    });
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(after.body).toContain('>Good morning</text>');
  });

  it('is of the published version, or of any by its number', async () => {
    const key = await aDraft();
    await platform.data('POST', `/journey-templates/${key}/publish`, {});
    await platform.data('PATCH', `/journey-templates/${key}`, {
      definition: { steps: { settle: { for: '9d' } } },
    });
    const published = await draw(key, '?version=published');
    expect(published.body).toContain('Version 1 · 4 steps');
    expect(published.body).toContain('2 days');
    expect((await draw(key, '?version=1')).body).toBe(published.body);
    expect((await draw(key, '?version=draft')).body).toContain('9 days');
  });

  it('draws what it can of a draft that could not be published', async () => {
    const steps = { hello: { type: 'mesage', next: 'gone' }, end: { type: 'exit' } };
    const { status, body } = await draw(await aDraft({ ...DEFINITION, steps }));
    expect(status).toBe(200);
    expect(body).toContain('class="box broken"');
    expect(body).toContain('There is no step of type');
  });

  it('keeps a hostile name inside its text', async () => {
    const key = unique('drawn');
    const evil = '"><script>alert(1)</script>';
    const steps = { a: { type: 'wait-for', any: [{ event: evil }], next: 'a' } };
    await platform.data('PUT', `/journey-templates/${key}`, {
      name: evil,
      definition: { start: 'a', steps },
    });
    const { body } = await draw(key);
    expect(body).toContain('&lt;script&gt;');
    expect(body).not.toContain('<script');
  });

  it('refuses a draft that nobody could read', async () => {
    const steps = Object.fromEntries(
      Array.from({ length: 1_500 }, (_, index) => [`s${String(index)}`, { type: 'exit' }]),
    );
    const { status, body } = await draw(await aDraft({ ...DEFINITION, steps }));
    expect([status, body.code]).toEqual([422, 'engine.diagram-too-large']);
  });

  it.each([
    ['an unknown journey', 'nowhere', '', 404, 'content.not-found'],
    ['a version that was never published', undefined, '?version=7', 404, 'content.version-not-found'],
    ['what is not published', undefined, '?version=published', 404, 'journeys.not-published'],
    ['a version that is none', undefined, '?version=latest', 400, 'http.invalid-request'],
    ['a language it does not speak', undefined, '?locale=de', 400, 'http.invalid-request'],
    ['colours it does not have', undefined, '?theme=pink', 400, 'http.invalid-request'],
    ['an unknown parameter', undefined, '?size=2', 400, 'http.invalid-request'],
  ])('says so when asked for %s', async (_, key, query, status, code) => {
    const answer = await draw(key ?? (await aDraft()), query);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is a list in words as well', async () => {
    const key = await aDraft();
    const { status, headers, body } = await platform.call(
      'GET',
      `/journey-templates/${key}/diagram.txt?locale=fr`,
    );
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(body.split('\n')).toEqual([
      'Événement : account.created. → hello',
      'hello (Message) : Hello, Marketing email. → plan',
      'plan (Embranchement) : Selon plan. plan est pro → end; sinon → settle',
      'settle (Attente) : 2 jours. → end',
      'end (Sortie) : completed.',
      'Sort aussitôt, à toute étape : account.closed',
      '',
    ]);
  });
});
