import { profiles } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

describe.each(profiles)('POST /journeys/:key/trigger on $name', (profile) => {
  let platform: Platform;
  let journey: JourneyUnderTest;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    await platform.publish('message-templates', 'offer', {
      name: 'Offer',
      channels: {
        email: {
          subject: 'Offer {{context.offer.name}}',
          html: '<p>Until {{context.offer.until}}, {{customer.id}}</p>',
        },
      },
    });
    journey = await aJourney(platform).publish({
      entry: { triggers: [{ type: 'api' }], reentry: { mode: 'always' } },
      start: 'write',
      steps: {
        write: { type: 'message', template: 'offer', next: 'end' },
        end: { type: 'exit', reason: 'completed' },
      },
    });
  });
  afterAll(() => platform.stop());

  const trigger = (body: unknown, headers?: Record<string, string>, key = journey.key) =>
    platform.call('POST', `/journeys/${key}/trigger`, body, headers);

  it('lets one customer in, whose context and traits reach the template', async () => {
    const { status, body } = await trigger({
      customerId: 'g-1',
      context: { offer: { name: 'Spring', until: '1 May' } },
      traits: { email: 'g-1@example.com' },
    });
    expect({ status, data: body.data }).toEqual({
      status: 202,
      data: [{ customerId: 'g-1', status: 'accepted' }],
    });
    await journey.message('g-1', (message) => message.status === 'sent');
    const mail = platform.smtp.mails.find(({ to }) => to.includes('g-1@example.com'));
    expect(mail?.subject).toBe('Offer Spring');
    expect(mail?.html).toContain('Until 1 May, g-1');
  });

  it('answers for each of many, in their order, and takes the good ones', async () => {
    const { status, body } = await trigger([
      { customerId: 'g-2' },
      { context: {} },
      { customerId: 'g-3', context: 'spring' },
      { customerId: 'g-4' },
    ]);
    expect(status).toBe(202);
    expect(body.data).toEqual([
      { customerId: 'g-2', status: 'accepted' },
      {
        customerId: null,
        status: 'rejected',
        errors: [expect.objectContaining({ pointer: '/1/customerId' })],
      },
      {
        customerId: 'g-3',
        status: 'rejected',
        errors: [expect.objectContaining({ pointer: '/2/context' })],
      },
      { customerId: 'g-4', status: 'accepted' },
    ]);
    expect((await journey.ended('g-4')).endReason).toBe('completed');
    await settled(platform, 'g-3');
    expect(await journey.enrollments('g-3')).toEqual([]);
  });

  it('takes up to 1,000, as a list or as { customers }', async () => {
    const customers = Array.from({ length: 1_000 }, (_, at) => ({ customerId: `thousand-${at}` }));
    const { status, body } = await trigger({ customers });
    expect({ status, accepted: body.data.length }).toEqual({ status: 202, accepted: 1_000 });
    const tooMany = await trigger([...customers, { customerId: 'one-more' }]);
    expect({ status: tooMany.status, code: tooMany.body.code }).toEqual({
      status: 400,
      code: 'events.wrong-count',
    });
    expect((await journey.ended('thousand-999')).endReason).toBe('completed');
  });

  it('happens once for an Idempotency-Key', async () => {
    const key = { 'idempotency-key': unique('key') };
    const answers = [await trigger({ customerId: 'g-5' }, key), await trigger({ customerId: 'g-5' }, key)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    await settled(platform, 'g-5');
    expect(await journey.enrollments('g-5')).toHaveLength(1);
  });

  it('happens once for a message id', async () => {
    await trigger([
      { customerId: 'g-6', messageId: 'm-1' },
      { customerId: 'g-6', messageId: 'm-1' },
    ]);
    await trigger({ customerId: 'g-6', messageId: 'm-1' });
    await settled(platform, 'g-6');
    expect(await journey.enrollments('g-6')).toHaveLength(1);
  });

  it('is 404 for a journey that is not published', async () => {
    const draft = unique('draft');
    await platform.data('PUT', `/journey-templates/${draft}`, { name: 'Draft', definition: {} });
    for (const key of ['nowhere', draft]) {
      const { status, body } = await trigger({ customerId: 'g-7' }, undefined, key);
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'journeys.not-published' });
    }
    expect((await platform.call('GET', '/customers/g-7')).status).toBe(404);
  });

  it('is 422 for a journey that has no api trigger', async () => {
    const closed = await aJourney(platform).publish({
      start: 'end',
      steps: { end: { type: 'exit', reason: 'completed' } },
    });
    const { status, body } = await trigger({ customerId: 'g-8' }, undefined, closed.key);
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'journeys.no-api-trigger' });
  });
});
