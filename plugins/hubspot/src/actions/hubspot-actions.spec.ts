import type { ActionRequest, HandOver, JsonObject } from '@parcours/sdk';
import { testHost } from '@parcours/sdk/testing';

import { call, Desk, request } from '../../test/desk.js';
import type { FakeHubSpot } from '../../test/fake-hubspot.js';

const NOW = Date.UTC(2026, 5, 1, 12);
const SPEECH = { at: NOW - 3_600_000, direction: 'inbound', channel: 'email' } as const;
const HAND_OVER: HandOver = {
  at: NOW,
  language: 'fr',
  traits: { plan: 'pro' },
  journey: {
    key: 'onboarding',
    name: 'Onboarding',
    step: 'call',
    enteredAt: NOW - 86_400_000,
    context: {},
    path: [],
  },
  conversation: [{ ...SPEECH, text: '<b>Where</b> is it?' }],
};
const KEY = { actionIdProperty: 'parcours_action_id' };
const ACTIONS = ['create-task', 'create-ticket', 'create-lead', 'add-note'] as const;
const PATHS = {
  'create-task': 'tasks',
  'create-ticket': 'tickets',
  'create-lead': 'leads',
  'add-note': 'notes',
};

describe('what is handed to users of HubSpot (A7, E2)', () => {
  const desk = new Desk();
  let fake: FakeHubSpot;
  let personId: string;
  beforeEach(async () => {
    fake = await desk.fake();
    personId = fake.put({ kind: 'person', fields: { email: 'zoe@example.com' } });
  });
  afterEach(() => desk.clear());

  async function act(asked: ActionRequest, config: Parameters<Desk['open']>[1] = {}) {
    const crm = await desk.open(fake, config, testHost({ now: NOW }));
    const result = await crm.act?.(asked, call);
    if (!result) throw new Error('it does nothing');
    return result;
  }

  const only = (type: string) => {
    const all = fake.portal.all(type);
    expect(all).toHaveLength(1);
    return all[0]!;
  };

  it('is a task with all that the journey knows, for its owner, in time', async () => {
    const result = await act(
      request(
        'create-task',
        {
          subject: 'Call <Zoë>',
          email: 'Zoe@example.com',
          body: 'Ask & listen\nthen write',
          owner: 'Zoe@CRM.example',
          dueInHours: 4,
          priority: 'high',
          type: 'call',
        },
        { handOver: HAND_OVER },
      ),
      { portalId: 62515 },
    );
    const { id, properties, associations } = only('tasks');
    const url = `https://app.hubspot.com/contacts/62515/record/0-27/${id}`;
    expect(result).toEqual({ status: 'done', output: { recordId: id, personId, isNew: true, url } });
    expect(associations.get('contacts')).toEqual([personId]);
    expect(properties).toMatchObject({
      hs_task_subject: 'Call <Zoë>',
      hs_task_status: 'NOT_STARTED',
      hs_task_type: 'CALL',
      hs_task_priority: 'HIGH',
      hubspot_owner_id: '77',
      hs_timestamp: '2026-06-01T16:00:00.000Z',
      hs_task_body: [
        '<p>Ask &amp; listen<br>then write</p>',
        '<p>About the customer<br>- Language: fr<br>- plan: pro</p>',
        '<p>Journey: Onboarding (call), since 2026-05-31 12:00</p>',
        '<p>Conversation<br>- 2026-06-01 11:00 Customer (email): &lt;b&gt;Where&lt;/b&gt; is it?</p>',
        '<p>Parcours a-1</p>',
      ].join(''),
    });
  });

  it('is a ticket in the pipeline of the connector or of the journey, and what belongs to it', async () => {
    const ticket = { subject: 'Late', personId, body: 'It is late.' };
    const made = await act(request('create-ticket', ticket), { ticketStage: '9' });
    const { id, properties } = only('tickets');
    expect(properties).toMatchObject({
      subject: 'Late',
      hs_pipeline: '0',
      hs_pipeline_stage: '9',
      content: 'It is late.\n\nParcours a-1',
    });
    expect(made).toMatchObject({ output: { recordId: id } });
    await act(request('add-note', { personId, body: 'More', ticketId: id }, { id: 'a-2' }));
    await act(request('create-task', { subject: 'Do', personId, ticketId: id }, { id: 'a-3' }));
    const linked = fake.portal.get('tickets', id)?.associations;
    expect([linked?.get('notes'), linked?.get('tasks')]).toEqual([[only('notes').id], [only('tasks').id]]);
  });

  it('is a lead with a note on the lead and on the contact', async () => {
    const lead = { subject: 'House', personId, body: 'Wants a house', label: 'hot', type: 'NEW BUSINESS' };
    await act(request('create-lead', lead));
    const { id, properties } = only('leads');
    expect(properties).toMatchObject({
      hs_lead_name: 'House',
      hs_lead_label: 'HOT',
      hs_lead_type: 'NEW BUSINESS',
    });
    const note = only('notes');
    expect(note.associations.get('leads')).toEqual([id]);
    expect(note.associations.get('contacts')).toEqual([personId]);
  });

  it('is told in the language of the portal, and goes to an owner by id', async () => {
    const ask = request('create-ticket', { subject: 'Late', personId, owner: '78' }, { handOver: HAND_OVER });
    await act(ask, { language: 'fr' });
    expect(only('tickets').properties).toMatchObject({
      hubspot_owner_id: '78',
      content: expect.stringMatching(
        /^À propos du client\n- Langue: fr[^]*Client \(email\): <b>Where[^]*\n\nParcours a-1$/,
      ),
    });
  });

  it('keeps the latest of a conversation that is too long, and the mark', async () => {
    const words = (n: number) => `number ${String(n)} ${'<'.repeat(900)}`;
    const conversation = Array.from({ length: 200 }, (_, n) => ({ ...SPEECH, text: words(n) }));
    const events = [{ at: NOW, name: 'much', properties: { much: 'x'.repeat(9_000) } }];
    await act(request('add-note', { personId }, { handOver: { at: NOW, conversation, events } }));
    const body = only('notes').properties['hs_note_body'] ?? '';
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('number 199 ');
    expect(body).not.toContain('number 0 ');
    expect(body.endsWith('<p>Parcours a-1</p>')).toBe(true);
  });

  describe.each([{}, KEY])('over retries with %j', (config) => {
    it.each(ACTIONS)('is made once: %s', async (action) => {
      const input: JsonObject = { subject: 'House', personId, body: 'Say' };
      const first = await act(request(action, input), config);
      const again = await act(request(action, input, { attempt: 2 }), config);
      expect(first).toMatchObject({ output: { isNew: true } });
      expect(again).toMatchObject({ output: { isNew: false, recordId: only(PATHS[action]).id } });
      const other = { ...input, subject: 'Another house' };
      expect(await act(request(action, other, { id: 'a-12', attempt: 2 }), config)).toMatchObject({
        output: { isNew: true },
      });
      expect(await act(request(action, input, { id: 'a-1', attempt: 3 }), config)).toMatchObject({
        output: { isNew: false },
      });
      expect(fake.portal.all(PATHS[action])).toHaveLength(2);
    });

    it('is found though no answer came and the search does not know it yet', async () => {
      fake.portal.freezeSearch();
      const ask = request('create-task', { subject: 'Call', personId });
      await act(ask, config);
      expect(await act({ ...ask, attempt: 2 }, config)).toMatchObject({ output: { isNew: false } });
    });
  });

  it('is refused a second time by HubSpot itself where a property keeps the id', async () => {
    const ask = request('create-ticket', { subject: 'Late', personId });
    const both = await Promise.all([act(ask, KEY), act(ask, KEY)]);
    const { id } = only('tickets');
    expect(both).toMatchObject([{ output: { recordId: id } }, { output: { recordId: id } }]);
    expect(fake.received()).toMatchObject([{ to: personId, idempotencyKey: 'a-1' }]);
  });

  it('makes a contact of who is unknown, once', async () => {
    const ask = request('add-note', { email: 'new@example.com', firstName: 'New', body: 'Hello' });
    const both = await Promise.all([act(ask), act({ ...ask, id: 'a-2' })]);
    const people = fake.records('person').filter(({ fields }) => fields['email'] === 'new@example.com');
    expect(people).toMatchObject([{ fields: { firstname: 'New' } }]);
    expect(both).toMatchObject([
      { output: { personId: people[0]?.id } },
      { output: { personId: people[0]?.id } },
    ]);
  });

  it.each<[string, string, JsonObject, string]>([
    ['nobody is named', 'add-note', { body: 'x' }, 'hubspot.person-unknown'],
    [
      'the owner is nobody',
      'create-task',
      { subject: 'x', email: 'zoe@example.com', owner: 'a@b.example' },
      'hubspot.owner-unknown',
    ],
    ['the address is none', 'add-note', { email: 'no address' }, 'hubspot.invalid'],
    ['the contact is gone', 'add-note', { personId: '424242' }, 'hubspot.invalid'],
    ['there is no such action', 'dance', {}, 'hubspot.action-unknown'],
  ])('is given up where %s', async (_, action, input, code) => {
    expect(await act(request(action, input))).toMatchObject({
      status: 'failed',
      error: { class: 'permanent', code },
    });
    expect(fake.received()).toEqual([]);
  });
});
