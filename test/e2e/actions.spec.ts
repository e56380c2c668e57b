import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';
import { aJourney, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { type HeardCall, Loopback, type LoopbackAnswer } from './support/loopback.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');

/** By what the task is called. */
function answerTo({ body }: HeardCall): LoopbackAnswer {
  const { input } = JSON.parse(body) as { input: { subject: string } };
  if (input.subject.startsWith('refuse')) return { status: 400, body: {} };
  return { status: 201, body: { id: `t-${input.subject}` } };
}

describe.each(profiles)('an action of a plugin on $name (C6)', (profile) => {
  let platform: Platform;
  let other: Loopback;
  beforeAll(async () => {
    other = await Loopback.start(answerTo);
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
    });
    await platform.publish('connectors', 'desk', {
      name: 'Desk',
      type: 'crm',
      config: { url: other.url, token: 'a-secret-token' },
    });
  });
  afterAll(async () => {
    await platform.stop();
    await other.stop();
  });

  function definitionWith(step: object): object {
    return {
      start: 'task',
      steps: {
        task: { type: 'action', connector: 'desk', action: 'create-task', next: 'end', ...step },
        end: { type: 'exit', reason: 'completed' },
      },
    };
  }

  async function journeyThat(step: object, more: object = {}): Promise<JourneyUnderTest> {
    const { start, steps } = definitionWith(step) as { start: string; steps: object };
    return aJourney(platform).publish({ start, steps: { ...steps, ...more } });
  }

  /** The task of a subject as the other system has heard of it. */
  function task(subject: string): Promise<HeardCall> {
    return waitFor(async () => other.calls.find(({ body }) => body.includes(`"${subject}"`)));
  }

  it('is done with what is read of the customer, and a part of what it answers is kept', async () => {
    const subject = unique('call');
    const journey = await journeyThat({
      input: { subject: '{{event.subject}}', due: '{{event.due}}' },
      save: 'output.id',
      as: 'task',
    });
    await journey.enter('ada', { properties: { subject, due: 3 } });
    const ended = await journey.ended('ada');
    expect(ended.context).toMatchObject({ task: `t-${subject}` });
    const { headers, body } = await task(subject);
    expect(headers).toMatchObject({ authorization: 'Bearer a-secret-token' });
    expect(headers['idempotency-key']).toMatch(/^\d+$/);
    expect(JSON.parse(body)).toEqual({
      customerId: 'ada',
      attempt: 1,
      input: { subject, due: 3, priority: 'low' },
    });
    expect(await journey.history(ended.id)).toMatchObject([
      { code: 'done', words: 'The action create-task was done, and it went on to end.' },
      {},
    ]);
  });

  it('finds in the store of its connector what it has kept', async () => {
    const journey = await journeyThat({
      input: { subject: unique('kept') },
      save: 'output.isFirst',
      as: 'isFirst',
    });
    await journey.enter('once');
    expect((await journey.ended('once')).context).toMatchObject({ isFirst: true });
  });

  it('waits for the event by which it is finished, and no longer than it is told', async () => {
    const finished = unique('task.completed');
    const subject = unique('wait');
    const waiting = (after: string) =>
      journeyThat(
        { input: { subject }, wait: finished, timeout: { after, next: 'late' } },
        { late: { type: 'exit', reason: 'late' } },
      );
    const journey = await waiting('9d');
    await journey.enter('quick');
    await journey.passage('quick', ({ waitsFor }) => waitsFor?.events.includes(finished) === true);
    await task(subject);
    await journey.tell('quick', finished);
    const ended = await journey.ended('quick');
    expect(ended.endReason).toBe('completed');
    expect(await journey.trail(ended.id)).toEqual(['task:event', 'end:ended']);
    const hasty = await waiting('1s');
    await hasty.enter('slow');
    expect((await hasty.ended('slow')).endReason).toBe('late');
  });

  it('takes the way of failures, and tells no secret', async () => {
    const journey = await journeyThat(
      { input: { subject: 'refuse' }, on: { failed: 'without' } },
      { without: { type: 'exit', reason: 'without' } },
    );
    await journey.enter('refused');
    const ended = await journey.ended('refused');
    expect(ended.endReason).toBe('without');
    const [record] = await journey.history(ended.id);
    expect(record).toMatchObject({ code: 'failed', detail: { reason: 'crm.refused' } });
    expect(JSON.stringify(record)).not.toContain('a-secret-token');
  });

  it('fails for good where what was read is no input of the action', async () => {
    const journey = await journeyThat({ input: { subject: '{{event.none}}' } });
    await journey.enter('nothing');
    const ended = await journey.ended('nothing');
    const [record] = await journey.history(ended.id);
    expect(record).toMatchObject({ code: 'failed', detail: { reason: 'plugins.input-invalid' } });
  });

  it.each([
    ['connector', { connector: 'desc', input: { subject: 'x' } }, '/definition/steps/task/connector'],
    ['action', { action: 'create-tasks', input: { subject: 'x' } }, '/definition/steps/task/action'],
    ['input', { input: { subject: 'x', due: 'soon' } }, '/definition/steps/task/input/due'],
  ])('is not published with an unknown or unfit %s', async (_what, step, pointer) => {
    const key = unique('unfit');
    const document = {
      name: key,
      definition: { entry: { triggers: [{ type: 'api' }] }, ...definitionWith(step) },
    };
    await platform.data('PUT', `/journey-templates/${key}`, document);
    const { status, body } = await platform.call('POST', `/journey-templates/${key}/publish`, {});
    expect(status).toBe(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });
});
