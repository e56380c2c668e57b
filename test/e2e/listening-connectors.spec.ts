import { profiles, waitFor } from '@parcours/testing';

import { FakeSmsc } from '../../plugins/smpp/test/fake-smsc.js';
import { aJourney, settled, unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';
import { eventsOf, eventsReach } from './support/readers.js';

describe.each(profiles)(
  'connectors that listen on a connection of their own (A7, D3) on $name',
  (profile) => {
    let platform: Platform;
    let smsc: FakeSmsc;
    const login = { systemId: 'belvedere', password: 'pass-of-smpp' };

    beforeAll(async () => {
      smsc = await FakeSmsc.start();
      platform = await startPlatform(profile, { environment: { PARCOURS_SWEEP_MS: '500' } });
      await publishConnector('operator', smsc);
      const channels = [{ channel: 'sms', connector: 'operator' }];
      await platform.publish('channel-policies', 'texts', { name: 'Texts', channels });
      await platform.publish('message-templates', 'text', {
        name: 'Text',
        channels: { sms: { text: 'Good morning, {{customer.first_name}}' } },
      });
    });
    afterAll(async () => {
      await platform.stop();
      await smsc.stop();
    });

    function publishConnector(key: string, { config: { host, port } }: FakeSmsc): Promise<void> {
      const config = { host, port, ...login, from: 'BELVEDERE' };
      return platform.publish('connectors', key, { name: key, type: 'smpp', config });
    }

    /** A journey that waits for what becomes of its text. */
    async function written(id: string, phone: string) {
      const journey = await aJourney(platform).publish({
        start: 'hello',
        steps: {
          hello: { type: 'message', template: 'text', policy: 'texts', next: 'rest' },
          rest: {
            type: 'wait-for',
            any: [{ message: 'hello', is: 'delivered', next: 'end' }],
            timeout: { after: '9d', next: 'end' },
          },
          end: { type: 'exit', reason: 'completed' },
        },
      });
      await journey.enter(id, { traits: { phone, first_name: 'Ada' } });
      return { journey, message: await journey.message(id, ({ status }) => status === 'sent') };
    }

    const receipt = (id: string, to: string, stat = 'DELIVRD') => ({
      source_addr: to,
      source_addr_ton: 1,
      destination_addr: 'BELVEDERE',
      esm_class: 0x04,
      short_message: Buffer.from(
        `id:${id} sub:001 dlvrd:001 submit date:2601010000 done date:2601010001 stat:${stat} err:000`,
      ),
    });

    it('are open before there is anything to send, again when they were lost, and closed when they are archived', async () => {
      const other = await FakeSmsc.start();
      await publishConnector('spare', other);
      await waitFor(() => other.bound.length === 1, { describe: 'a first session' });
      other.breakOff();
      await waitFor(() => other.heard.length === 2 && other.bound.length === 1, {
        describe: 'a second session',
      });
      await platform.data('POST', '/connectors/spare/archive');
      await waitFor(() => other.bound.length === 0, { describe: 'the end of the session' });
      expect(other.heard).toEqual(['bind_transceiver', 'bind_transceiver', 'unbind']);
      await other.stop();
    });

    it('answer a receipt when it is kept, which moves the journey once', async () => {
      const id = unique('ada');
      const { journey, message } = await written(id, '+33612345611');
      expect(smsc.received()).toEqual([{ to: '+33612345611', content: 'Good morning, Ada' }]);
      const told = receipt(message.providerId ?? 'none', '33612345611');
      expect(await Promise.all([smsc.deliver(told), smsc.deliver(told)])).toEqual([0, 0]);
      const { id: enrollment } = await journey.ended(id);
      expect(await journey.trail(enrollment)).toEqual(['hello:queued', 'rest:delivered', 'end:ended']);
      expect(await smsc.deliver(told)).toBe(0);
      await settled(platform, id);
      expect((await eventsOf(platform, id)).map(({ name }) => name)).toEqual(['message.delivered']);
    });

    it('take what somebody writes back, in parts too', async () => {
      const id = unique('bo');
      await platform.data('PUT', `/customers/${id}`, { traits: { phone: '+33612345622' } });
      const from = {
        source_addr: '33612345622',
        source_addr_ton: 1,
        destination_addr: 'BELVEDERE',
        esm_class: 0x40,
      };
      const part = (header: number[], text: string) => ({
        ...from,
        short_message: Buffer.concat([Buffer.from(header), Buffer.from(text)]),
      });
      const answers = [part([5, 0, 3, 9, 2, 2], 'in the garden'), part([5, 0, 3, 9, 2, 1], 'We met ')];
      expect(await Promise.all(answers.map((each) => smsc.deliver(each)))).toEqual([0, 0]);
      const [reply] = await eventsReach(platform, id, { name: 'message.replied' });
      expect(reply?.details.properties).toEqual({ channel: 'sms', text: 'We met in the garden' });
    });
  },
);
