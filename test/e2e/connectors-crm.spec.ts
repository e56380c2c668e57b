import type { CallbackRequest } from '@parcours/sdk';
import { profiles, waitFor } from '@parcours/testing';

import { FakeHelpdesk, TICKET, webhook as deskWebhook } from '../../plugins/helpdesk/test/fake-helpdesk.js';
import { FakeHubSpot, item, webhook } from '../../plugins/hubspot/test/fake-hubspot.js';
import { aJourney, type JourneyUnderTest, settled, unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';
import { eventsOf, READER_URL } from './support/readers.js';

const ENDS = { won: { type: 'exit', reason: 'won' }, lost: { type: 'exit', reason: 'lost' } };

describe.each(profiles)(
  'CRM and help desk of the product, from a journey to people and back, on $name',
  (profile) => {
    let platform: Platform;
    let hubspot: FakeHubSpot;
    let helpdesk: FakeHelpdesk;

    beforeAll(async () => {
      [hubspot, helpdesk] = await Promise.all([FakeHubSpot.start(), FakeHelpdesk.start()]);
      platform = await startPlatform(profile, {
        environment: { PARCOURS_PUBLIC_URL: READER_URL, PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
      });
      await connect('crm', 'hubspot', crmConfig());
      await connect('desk', 'helpdesk', helpdesk.config);
      await platform.publish('crm-syncs', 'crm', {
        ...{
          name: 'CRM',
          connector: 'crm',
          match: { trait: 'email' },
          every: '1d',
          send: {},
          conflict: 'parcours',
        },
        fields: [
          { trait: 'email', field: 'email', direction: 'both' },
          { trait: 'first_name', field: 'firstname', direction: 'both' },
        ],
      });
      await ran(null);
    });
    afterAll(async () => {
      await platform.stop();
      await Promise.all([hubspot.stop(), helpdesk.stop()]);
    });

    const crmConfig = () => ({ ...hubspot.config, outcomeProperty: 'outcome', noteProperty: 'outcome_note' });

    function connect(key: string, type: string, config: object): Promise<void> {
      return platform.publish('connectors', key, { name: key, type, config });
    }

    /** What a provider posts, as it has signed it; answers the status. */
    async function post(
      { method, url, headers, rawBody }: CallbackRequest,
      connector: string,
    ): Promise<number> {
      const { search } = new URL(url);
      const address = `${platform.origin}/hooks/${connector}${search}`;
      return (await fetch(address, { method, headers, body: Buffer.from(rawBody) })).status;
    }

    /** Hands over and waits for what comes of it. */
    function handingOver(step: object): Promise<JourneyUnderTest> {
      const hand = { type: 'action', as: 'made', save: 'output.recordId', outcomeAs: 'talk', ...step };
      const steps = { hand: { ...hand, ways: { lost: 'lost' }, next: 'won' }, ...ENDS };
      return aJourney(platform).publish({ start: 'hand', steps });
    }

    const namesOf = async (id: string) => (await eventsOf(platform, id, '')).map(({ name }) => name);

    /** The number of the record, once its id is kept. */
    async function recordOf(journey: JourneyUnderTest, id: string): Promise<string> {
      const filter = `filter[journey][eq]=${journey.key}&filter[customerId][eq]=${id}`;
      return waitFor(async () => {
        const [call] = await platform.data('GET', `/outside-calls?${filter}`);
        return call?.status === 'succeeded' && (call.recordId as string);
      });
    }

    const syncStatus = () => platform.data('GET', '/crm-syncs/crm/status');

    /** Once a whole run has ended after that one. */
    async function ran(before: string | null): Promise<void> {
      await waitFor(async () => {
        const { lastRunAt, state } = await syncStatus();
        return lastRunAt !== null && lastRunAt !== before && state === 'waiting';
      });
    }

    async function run(): Promise<Readonly<Record<'sent' | 'changed' | 'conflicts', number>>> {
      const { lastRunAt } = await syncStatus();
      await platform.data('POST', '/crm-syncs/crm/run');
      await ran(lastRunAt);
      return (await syncStatus()).counts;
    }

    const contact = (email: string) =>
      hubspot.records('person').find(({ fields }) => fields['email'] === email)?.fields;

    describe('HubSpot is handed a task (A7, E2)', () => {
      const create = {
        connector: 'crm',
        action: 'create-task',
        input: { subject: 'Call {{customer.first_name}}', email: '{{customer.email}}' },
        wait: 'task.completed',
      };

      /** HubSpot’s user has done it. */
      function done(recordId: string, outcome: string, secret?: string): Promise<number> {
        const [task] = hubspot.portal.all('tasks').filter(({ id }) => id === recordId);
        const fields = { hs_task_status: 'COMPLETED', outcome, outcome_note: `It is ${outcome}.` };
        hubspot.put({ kind: 'task', id: String(task?.id), fields });
        const change = { propertyName: 'hs_task_status', propertyValue: 'COMPLETED', occurredAt: Date.now() };
        const told = [item('object.propertyChange', recordId, { objectTypeId: '0-27', ...change })];
        const url = `${READER_URL}/hooks/crm`;
        return post(webhook(told, { url, ...(secret !== undefined && { secret }) }), 'crm');
      }

      it('with what was said, goes on by its outcome, and by nothing that is told afterwards', async () => {
        const journey = await handingOver(create);
        const id = unique('lead');
        const email = `${id}@example.com`;
        await platform.data('PUT', `/customers/${id}`, { traits: { email, first_name: 'Zoë' } });
        // HubSpot knows whose task it is before it is there: what it tells is an event of the customer as well.
        await run();
        await platform.data('POST', `/customers/${id}/notes`, {
          text: 'Rang twice.',
          kind: 'rep-note',
          author: 'Grace',
        });
        await journey.enter(id);
        const recordId = await recordOf(journey, id);
        const task = hubspot.portal.get('tasks', recordId);
        expect(task?.properties).toMatchObject({
          hs_task_subject: 'Call Zoë',
          hs_task_status: 'NOT_STARTED',
        });
        expect(task?.properties['hs_task_body']).toContain('Rang twice.');
        expect(await done(recordId, 'lost', 'another-client-secret')).toBe(401);
        expect(await done(recordId, 'lost')).toBe(200);
        const ended = await journey.ended(id);
        expect(ended).toMatchObject({
          endReason: 'lost',
          context: { made: recordId, talk: { outcome: 'lost', note: 'It is lost.' } },
        });
        expect(await journey.trail(ended.id)).toEqual(['hand:outcome', 'lost:ended']);
        await waitFor(async () => (await platform.data('GET', `/customers/${id}/notes`)).length === 2);
        expect(await done(recordId, 'won')).toBe(200);
        await waitFor(async () => (await namesOf(id)).includes('action.corrected'));
        await settled(platform, id);
        expect(await journey.enrollments(id)).toMatchObject([{ endReason: 'lost' }]);
        expect(hubspot.portal.all('tasks').filter((each) => each.id === recordId)).toHaveLength(1);
      });

      it('once, however long its token was not taken, and says so meanwhile', async () => {
        await connect('crm', 'hubspot', { ...crmConfig(), token: hubspot.wrongConfig.token });
        const journey = await handingOver(create);
        const id = unique('lead');
        await journey.enter(id, { traits: { email: `${id}@example.com`, first_name: id } });
        const failure = await waitFor(async () => {
          const [call] = await platform.data('GET', `/outside-calls?filter[journey][eq]=${journey.key}`);
          return call?.failure;
        });
        expect(failure).toMatchObject({ code: 'hubspot.not-authorised' });
        expect(await platform.data('POST', '/connectors/crm/test')).toMatchObject({ status: 'down' });
        expect((await journey.standsAt(id, 'hand')).state).toBe('active');
        await connect('crm', 'hubspot', crmConfig());
        const recordId = await recordOf(journey, id);
        const subjects = hubspot.portal.all('tasks').map(({ properties }) => properties['hs_task_subject']);
        expect(subjects.filter((subject) => subject === `Call ${id}`)).toHaveLength(1);
        expect(await done(recordId, 'won')).toBe(200);
        expect((await journey.ended(id)).endReason).toBe('won');
      });
    });

    it('The help desk gets a ticket, and its resolution goes on with the journey (E2, D9)', async () => {
      const journey = await handingOver({
        connector: 'desk',
        action: 'create-ticket',
        input: {
          subject: 'Order is late',
          email: '{{customer.email}}',
          body: 'Please look.',
          priority: 'high',
        },
        wait: 'ticket.resolved',
      });
      const id = unique('asks');
      const email = `${id}@example.com`;
      await journey.enter(id, { traits: { email } });
      const recordId = await recordOf(journey, id);
      expect(helpdesk.received().filter(({ to }) => to === email)).toHaveLength(1);
      const told = (resolution: string) => {
        const requester = { email };
        const more = {
          resolution,
          resolution_note: `It is ${resolution}.`,
          solved_at: new Date().toISOString(),
        };
        return { ticket: { ...TICKET, id: Number(recordId), status: 'solved', requester, ...more } };
      };
      const resolved = deskWebhook(told('lost'));
      expect(await post(deskWebhook(told('lost'), { secret: 'another-secret' }), 'desk')).toBe(401);
      expect([await post(resolved, 'desk'), await post(resolved, 'desk')]).toEqual([200, 200]);
      const ended = await journey.ended(id);
      expect(ended).toMatchObject({
        endReason: 'lost',
        context: { made: recordId, talk: { outcome: 'lost', note: 'It is lost.' } },
      });
      expect(await post(deskWebhook(told('won')), 'desk')).toBe(200);
      await waitFor(async () => (await namesOf(id)).includes('action.corrected'));
      await settled(platform, id);
      expect(await journey.enrollments(id)).toMatchObject([{ endReason: 'lost' }]);
    });

    it('HubSpot and customers are kept in step, without an echo (D9)', async () => {
      const theirs = `${unique('theirs')}@example.com`;
      const personId = hubspot.put({ kind: 'person', fields: { email: theirs, firstname: 'Theirs' } });
      const ours = unique('ours');
      await platform.data('PUT', `/customers/${ours}`, {
        traits: { email: `${ours}@example.com`, first_name: 'Ours' },
      });
      const first = await run();
      const customer = `crm:${personId}`;
      const nameOf = async (id: string) =>
        (await platform.call('GET', `/customers/${id}`)).body?.data?.traits?.first_name as unknown;
      await waitFor(async () => (await nameOf(customer)) === 'Theirs');
      expect(contact(`${ours}@example.com`)).toMatchObject({ firstname: 'Ours' });
      await platform.data('PATCH', `/customers/${customer}`, { traits: { first_name: 'Changed here' } });
      const second = await run();
      expect(contact(theirs)).toMatchObject({ firstname: 'Changed here' });
      expect(second).toMatchObject({
        sent: first.sent + 1,
        changed: first.changed,
        conflicts: first.conflicts,
      });
      const writes = () =>
        hubspot.http.heard.filter(({ path }) => /contacts\/batch\/(update|upsert)/.test(path)).length;
      const before = writes();
      // What was written comes back as a change of theirs, and is none.
      expect(await run()).toMatchObject({
        sent: second.sent,
        changed: second.changed,
        conflicts: second.conflicts,
      });
      expect(writes()).toBe(before);
      hubspot.put({ kind: 'person', id: personId, fields: { firstname: 'Changed there' } });
      expect(await run()).toMatchObject({ sent: second.sent, changed: second.changed + 1 });
      await waitFor(async () => (await nameOf(customer)) === 'Changed there');
      expect(writes()).toBe(before);
    });
  },
);
