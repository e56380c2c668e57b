import { profiles, waitFor } from '@parcours/testing';

import { HandOverDesk } from './support/hand-over-desk.js';
import { settled, unique } from './support/journeys.js';
import type { Platform } from './support/platform.js';
import { eventsOf } from './support/readers.js';

describe.each(profiles)('a customer who is handed to a person (A7, E2) on $name', (profile) => {
  let desk: HandOverDesk;
  let platform: Platform;
  beforeAll(async () => {
    desk = await HandOverDesk.start(profile);
    ({ platform } = desk);
  });
  afterAll(() => desk.stop());

  const namesOf = async (id: string) => (await eventsOf(platform, id, '')).map(({ name }) => name);

  describe('what is told of them', () => {
    it('is what was said, what happened, where they are, and the traits that the step names', async () => {
      await platform.publish('event-definitions', 'chat-written', {
        name: 'Chat',
        event: 'chat.written',
        layer: 'anecdotal',
        says: { direction: 'inbound', text: 'words' },
      });
      const journey = await desk.journeyWith(
        {
          mail: { type: 'message', template: 'hello', on: { sent: 'task' }, next: 'end' },
          task: desk.task({ handOver: { traits: ['plan', 'invoices.open'] } }),
        },
        { start: 'mail' },
      );
      const [id, subject] = [unique('told'), unique('told')];
      await platform.data('POST', '/events', {
        event: 'order.returned',
        customerId: id,
        properties: { order: 7 },
      });
      await platform.data('POST', '/events', {
        event: 'chat.written',
        customerId: id,
        properties: { words: 'Hi?' },
      });
      await settled(platform, id);
      await platform.data('POST', `/customers/${id}/notes`, {
        text: 'Rang twice.',
        kind: 'rep-note',
        author: 'Grace',
      });
      const traits = {
        email: `${id}@example.com`,
        locale: 'fr',
        plan: 'pro',
        secret: 'x',
        invoices: { open: 2 },
      };
      await journey.enter(id, { traits, properties: { subject } });
      const { handOver, input } = await desk.asked(subject);
      expect(input).toEqual({ subject, priority: 'low' });
      expect(handOver).toMatchObject({
        language: 'fr',
        traits: { plan: 'pro', 'invoices.open': 2 },
        journey: {
          key: journey.key,
          name: journey.key,
          step: 'task',
          context: { event: { properties: { subject } } },
          path: [{ step: 'mail', words: { en: expect.any(String), fr: expect.any(String) } }],
        },
      });
      expect(JSON.stringify(handOver)).not.toContain('secret');
      expect(handOver.conversation).toEqual([
        expect.objectContaining({ direction: 'inbound', text: 'Hi?' }),
        expect.objectContaining({ direction: 'internal', text: 'Rang twice.', by: 'Grace' }),
        expect.objectContaining({ direction: 'outbound', channel: 'email', subject: expect.any(String) }),
      ]);
      const happened = handOver.events.map(({ name }: { name: string }) => name);
      expect(happened).toEqual(expect.arrayContaining(['order.returned', journey.event]));
      expect(happened).not.toContain('chat.written');
      expect(handOver.events[0]).toMatchObject({ properties: { order: 7 } });
    });

    it('is nothing where the action does not ask for it', async () => {
      const journey = await desk.journeyWith({ task: desk.task({ action: 'create-task' }) });
      const [, subject] = await desk.entered(journey);
      expect(await desk.asked(subject)).not.toHaveProperty('handOver');
    });
  });

  describe('what comes back', () => {
    it('moves them on by its outcome, and brings the note, traits and time', async () => {
      const journey = await desk.journeyWith();
      const [id, subject] = await desk.entered(journey);
      await desk.recorded(subject);
      const told = { recordId: `t-${subject}`, outcome: 'lost', note: 'No budget.', by: 'Grace' };
      expect(await desk.tell([{ ...told, traits: { budget: 0 }, properties: { seats: 3 } }])).toBe(200);
      const ended = await journey.ended(id);
      expect(ended).toMatchObject({
        endReason: 'lost',
        context: {
          task: `t-${subject}`,
          talk: { outcome: 'lost', note: 'No budget.', by: 'Grace', seats: 3 },
        },
      });
      const [record] = await journey.history(ended.id, 'fr');
      expect(record).toMatchObject({
        code: 'outcome',
        words: 'task.completed est arrivé avec le résultat lost : passage à lost.',
      });
      const [note] = await platform.data('GET', `/customers/${id}/notes`);
      expect(note).toMatchObject({ text: 'No budget.', kind: 'rep-note', author: 'Grace', source: 'desk' });
      const { traits } = await platform.data('GET', `/customers/${id}`);
      expect(traits).toMatchObject({ budget: 0 });
      const [call] = await platform.data('GET', `/outside-calls?filter[recordId][eq]=t-${subject}`);
      expect(call).toMatchObject({ outcome: 'lost', completedAt: expect.any(String) });
      const event = (await eventsOf(platform, id, '')).find(({ name }) => name === 'task.completed');
      expect(event?.details.properties).toMatchObject({ call: call.id, tookMs: expect.any(Number) });
      const [entry] = await platform.data('GET', `/customers/${id}/timeline?filter[kind][eq]=call`);
      expect(entry).toMatchObject({ details: { outcome: 'lost', completedAt: expect.any(String) } });
    });

    it('moves them once, however often it is told, and keeps what is told differently', async () => {
      const journey = await desk.journeyWith();
      const [id, subject] = await desk.entered(journey);
      await desk.recorded(subject);
      const told = { recordId: `t-${subject}`, outcome: 'later', note: 'After Easter.' };
      await desk.tell([told, told]);
      await journey.standsAt(id, 'later');
      await desk.tell([told]);
      await desk.tell([{ ...told, outcome: 'lost', note: 'Never.' }]);
      await waitFor(async () => (await namesOf(id)).includes('action.corrected'));
      await settled(platform, id);
      const names = await namesOf(id);
      expect(names.filter((name) => name === 'task.completed')).toHaveLength(1);
      expect(names.filter((name) => name === 'action.corrected')).toHaveLength(1);
      const notes = await platform.data('GET', `/customers/${id}/notes`);
      expect(notes.map(({ text }: { text: string }) => text).sort()).toEqual(['After Easter.', 'Never.']);
      expect((await journey.standsAt(id, 'later')).state).toBe('active');
    });

    it.each(['recordId', 'actionId'])(
      'is not lost where it overtakes the answer of the action (%s)',
      async (by) => {
        const journey = await desk.journeyWith();
        const [id, subject] = [unique('overtaken'), unique('overtaken')];
        let release = () => {};
        desk.held.set(subject, new Promise((resolve) => (release = resolve)));
        await journey.enter(id, { properties: { subject } });
        const { key } = await desk.asked(subject);
        await desk.tell([{ [by]: by === 'recordId' ? `t-${subject}` : key, outcome: 'lost' }]);
        if (by === 'actionId') await waitFor(async () => (await namesOf(id)).includes('task.completed'));
        expect((await journey.standsAt(id, 'task')).state).toBe('active');
        release();
        const ended = await journey.ended(id);
        expect(ended).toMatchObject({
          endReason: 'lost',
          context: { task: `t-${subject}`, talk: { outcome: 'lost' } },
        });
      },
    );

    it('moves nobody who has left, and is told all the same', async () => {
      const leave = unique('leave');
      const journey = await desk.journeyWith({}, { exit: [{ event: leave }] });
      const [id, subject] = await desk.entered(journey);
      await desk.recorded(subject);
      await journey.tell(id, leave);
      const ended = await journey.ended(id);
      await desk.tell([{ recordId: `t-${subject}`, outcome: 'lost', note: 'Too late.' }]);
      await waitFor(async () => (await namesOf(id)).includes('task.completed'));
      expect(await journey.trail(ended.id)).toEqual(['task:exit-rule']);
    });

    it('is of the customer and the connector that it names, and of nobody else', async () => {
      const journey = await desk.journeyWith();
      const other = await desk.journeyWith();
      const [id, subject] = await desk.entered(journey);
      const otherSubject = unique('subject');
      await other.enter(id, { properties: { subject: otherSubject } });
      await desk.recorded(subject);
      const { id: otherCall } = await desk.recorded(otherSubject);
      expect(await desk.tell([{ recordId: `t-${subject}`, outcome: 'lost' }], 'desk', 'wrong')).toBe(401);
      expect(await desk.tell([{ outcome: 'lost' }])).toBe(400);
      const unknown = { recordId: 't-nothing', outcome: 'lost' };
      expect(await desk.tell([unknown, { actionId: '12', outcome: 'lost' }])).toBe(200);
      await desk.tell([{ recordId: `t-${subject}`, outcome: 'lost' }], 'other-desk');
      await desk.tell([{ actionId: otherCall, outcome: 'lost' }], 'other-desk');
      await desk.tell([{ actionId: otherCall, outcome: 'later' }]);
      await other.standsAt(id, 'later');
      await settled(platform, id);
      await journey.standsAt(id, 'task');
      expect(await namesOf(id)).toEqual(expect.not.arrayContaining(['action.corrected']));
    });

    it('comes to nothing where the customer was erased', async () => {
      const journey = await desk.journeyWith();
      const [id, subject] = await desk.entered(journey);
      const { id: call } = await desk.recorded(subject);
      await platform.data('POST', `/customers/${id}/erase`, {});
      await waitFor(async () => (await platform.call('GET', `/customers/${id}`)).status === 404);
      await platform.data('POST', `/outside-calls/${call}/complete`, { outcome: 'lost', note: 'Of nobody.' });
      expect(await platform.data('GET', `/outside-calls/${call}`)).toMatchObject({
        ...{ customerId: null, recordId: null, outcome: 'lost' },
      });
      expect((await platform.call('GET', `/customers/${id}`)).status).toBe(404);
    });
  });

  describe('by the API', () => {
    it('comes from systems without a connector, to whoever waits for it', async () => {
      const journey = await desk.journeyWith({
        task: {
          type: 'http',
          url: `${desk.heard.url}/plain`,
          body: { input: { subject: '{{event.subject}}' } },
          next: 'wait',
        },
        wait: {
          type: 'wait-for',
          any: [{ event: 'action.completed', where: { property: 'step', is: 'task' }, next: 'lost' }],
          timeout: { after: '9d', next: 'later' },
        },
      });
      const [id, subject] = await desk.entered(journey);
      const { key } = await desk.asked(subject);
      await journey.standsAt(id, 'wait');
      const call = await platform.data('POST', `/outside-calls/${key}/complete`, {
        outcome: 'done',
        by: 'Grace',
        at: '2020-01-01T00:00:00Z',
      });
      expect(call).toMatchObject({ outcome: 'done', completedAt: call.createdAt });
      expect((await journey.ended(id)).endReason).toBe('lost');
    });

    it('refuses what names no call, and what says nothing', async () => {
      const complete = (call: string, body: object) =>
        platform.call('POST', `/outside-calls/${call}/complete`, body);
      const unknown = await complete('12', { outcome: 'done' });
      expect([unknown.status, unknown.body.code]).toEqual([404, 'journeys.outside-call-not-found']);
      const empty = await complete('12', { note: 'Done' });
      expect([empty.status, empty.body.errors[0].pointer]).toEqual([400, '/outcome']);
    });
  });

  describe('in time', () => {
    it('goes to somebody else where nobody has done it, whose completion counts', async () => {
      const journey = await desk.journeyWith({
        task: desk.task({ timeout: { after: '1s', next: 'overdue' } }),
        overdue: {
          type: 'emit',
          event: 'task.overdue',
          properties: { task: '{{context.task}}' },
          next: 'escalate',
        },
        escalate: {
          type: 'action',
          connector: 'desk',
          action: 'escalate',
          input: { task: '{{context.task}}' },
          wait: 'task.completed',
          ways: { lost: 'lost' },
          next: 'end',
        },
      });
      const [id, subject] = await desk.entered(journey);
      const record = `t-${subject}`;
      expect(await desk.asked(record)).toMatchObject({ handOver: { journey: { step: 'escalate' } } });
      await journey.passage(id, ({ step, waitsFor }) => step === 'escalate' && waitsFor?.answer === false);
      await desk.tell([{ recordId: record, outcome: 'lost' }]);
      const ended = await journey.ended(id);
      expect(await journey.trail(ended.id)).toEqual([
        'task:timeout',
        'overdue:emitted',
        'escalate:outcome',
        'lost:ended',
      ]);
      expect((await namesOf(id)).filter((name) => name === 'task.completed')).toHaveLength(1);
    });
  });

  it('is tried without asking anybody, by a simulation and by tests of the journey', async () => {
    const journey = await desk.journeyWith({ task: desk.task({ timeout: { after: '2d', next: 'later' } }) });
    const simulate = (timeline: readonly object[]) =>
      platform.data('POST', `/journey-templates/${journey.key}/simulate`, {
        timeline: [{ at: '+0m', event: journey.event, properties: { subject: 'x' } }, ...timeline],
        until: '+5d',
      });
    const done = await simulate([{ at: '+1d', event: 'task.completed', properties: { outcome: 'lost' } }]);
    expect(done.enrollments).toMatchObject([{ state: 'ended', endReason: 'lost' }]);
    expect((await simulate([])).enrollments).toMatchObject([{ state: 'active', step: 'later' }]);
    expect(desk.heard.calls.some(({ body }) => body.includes('"subject":"x"'))).toBe(false);
  });
});
