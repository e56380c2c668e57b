import { ParcoursConfig } from '@parcours/config';
import { dataSourceOptions } from '@parcours/database';
import { profiles } from '@parcours/testing';
import type { ReceivedMail, SmtpAnswer } from '@parcours/testing';
import { DataSource } from 'typeorm';
import { aJourney, unique } from './support/journeys.js';
import type { JourneyUnderTest, MessageSeen } from './support/journeys.js';
import { smtpConnector, startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

/** By the beginning of the recipient's name. */
function answerFor(recipient: string, before: number): SmtpAnswer {
  if (recipient.startsWith('unknown')) return '550 5.1.1 no such mailbox';
  if (recipient.startsWith('busy')) return before === 0 ? '451 4.3.0 come back later' : undefined;
  if (recipient.startsWith('cut')) return before === 0 ? 'drop-after-data' : undefined;
  return undefined;
}

describe.each(profiles)('a message on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, { smtp: { answers: answerFor } });
  });
  afterAll(() => platform.stop());

  /** One message with this email, and then the end. */
  async function journeyWith(email: object, definition: object = {}): Promise<JourneyUnderTest> {
    const template = unique('template');
    await platform.publish('message-templates', template, { name: template, channels: { email } });
    return aJourney(platform).publish({
      start: 'write',
      steps: {
        write: { type: 'message', template, next: 'end' },
        end: { type: 'exit', reason: 'completed' },
      },
      ...definition,
    });
  }

  async function mailTo(address: string): Promise<ReceivedMail> {
    const mails = platform.smtp.mails.filter(({ to }) => to.includes(address));
    expect(mails).toHaveLength(1);
    return mails[0]!;
  }

  async function sent(journey: JourneyUnderTest, customer: string): Promise<MessageSeen> {
    return journey.message(customer, ({ status }) => status === 'sent');
  }

  describe('in its text', () => {
    it('speaks the customer’s language, or the nearest that there is', async () => {
      const journey = await journeyWith({
        subject: { en: 'Welcome, {{customer.first_name}}', fr: 'Bienvenue, {{customer.first_name}}' },
        html: {
          en: '<p>Glad you are here, {{number 1}}.</p>',
          fr: '<p>Heureux de vous voir, {{number 1}}.</p>',
        },
      });
      const readers = {
        ...{ fr: 'fr', canadian: 'fr-CA', posix: 'fr_FR.UTF-8', german: 'de' },
        ...{ odd: 'constructor', word: 'français', none: undefined },
      };
      for (const [name, locale] of Object.entries(readers)) {
        const traits = { email: `l-${name}@example.com`, first_name: name, ...(locale && { locale }) };
        await journey.enter(`l-${name}`, { traits });
      }
      const texts = [];
      for (const name of Object.keys(readers)) {
        await sent(journey, `l-${name}`);
        const { subject, html } = await mailTo(`l-${name}@example.com`);
        texts.push([subject, /Glad|Heureux/.exec(html)?.[0]]);
      }
      expect(texts).toEqual([
        ['Bienvenue, fr', 'Heureux'],
        ['Bienvenue, canadian', 'Heureux'],
        ['Bienvenue, posix', 'Heureux'],
        ['Welcome, german', 'Glad'],
        ['Welcome, odd', 'Glad'],
        ['Welcome, word', 'Glad'],
        ['Welcome, none', 'Glad'],
      ]);
    });

    it('is filled with the customer, the event that let in, the journey and the step', async () => {
      const journey = await journeyWith({
        subject: '{{customer.first_name}} / {{event.order.id}}',
        html: '<p>{{journey.key}} {{step.key}} {{customer.id}}</p>',
      });
      await journey.enter('filled', {
        traits: { email: 'filled@example.com', first_name: 'Ada' },
        properties: { order: { id: 4711 } },
      });
      await sent(journey, 'filled');
      const { subject, html } = await mailTo('filled@example.com');
      expect(subject).toBe('Ada / 4711');
      expect(html).toContain(`<p>${journey.key} write filled</p>`);
    });

    it('has a plain part made from the HTML, with its links, when the template has none', async () => {
      const journey = await journeyWith({
        subject: 'Plain',
        html: '<html><body><h1>Hello</h1><p>Read <a href="https://example.com/guide">the guide</a>.</p></body></html>',
      });
      await journey.enter('plain', { traits: { email: 'plain@example.com' } });
      await sent(journey, 'plain');
      const { text } = await mailTo('plain@example.com');
      expect(text).toMatch(/hello/i);
      expect(text).toContain('https://example.com/guide');
      expect(text).not.toContain('<');
    });

    it('has the plain part of the template when there is one, in the same language', async () => {
      const journey = await journeyWith({
        subject: 'Own',
        html: '<p>HTML</p>',
        text: { en: 'Own words for {{customer.id}}', fr: 'Propres mots pour {{customer.id}}' },
      });
      await journey.enter('own', { traits: { email: 'own@example.com', locale: 'fr' } });
      await sent(journey, 'own');
      expect((await mailTo('own@example.com')).text.trim()).toBe('Propres mots pour own');
    });

    it('puts the preheader in front of the text that is seen', async () => {
      const journey = await journeyWith({
        subject: 'Preheader',
        preheader: 'Three minutes, {{customer.id}}',
        html: '<html><body><p>Body</p></body></html>',
      });
      await journey.enter('pre', { traits: { email: 'pre@example.com' } });
      await sent(journey, 'pre');
      const { html } = await mailTo('pre@example.com');
      expect(html.indexOf('Three minutes, pre')).toBeGreaterThan(html.indexOf('<body'));
      expect(html.indexOf('Three minutes, pre')).toBeLessThan(html.indexOf('<p>Body</p>'));
    });

    it('carries emoji and right-to-left script, and escapes what customers wrote', async () => {
      const journey = await journeyWith({
        subject: '🎉 {{customer.first_name}}',
        html: '<p dir="rtl">{{customer.first_name}}</p><p>{{customer.motto}}</p>',
      });
      await journey.enter('rtl', {
        traits: { email: 'rtl@example.com', first_name: 'נועה 👩🏽‍🚀', motto: '<b>&"' },
      });
      await sent(journey, 'rtl');
      const { subject, html } = await mailTo('rtl@example.com');
      expect(subject).toBe('🎉 נועה 👩🏽‍🚀');
      expect(html).toContain('<p dir="rtl">נועה 👩🏽‍🚀</p>');
      expect(html).toContain('&lt;b&gt;&amp;&quot;');
    });

    it('cannot be given a second header by a line break in a trait', async () => {
      const journey = await journeyWith({ subject: 'Hi {{customer.first_name}}', html: '<p>Hi</p>' });
      const first_name = 'Eve\r\nBcc: victim@example.com';
      await journey.enter('header', { traits: { email: 'header@example.com', first_name } });
      const { status } = await journey.message('header', (message) => /sent|failed/.test(message.status));
      const mails = platform.smtp.mails.filter(({ to }) => to.includes('header@example.com'));
      expect({ status, bcc: mails.map(({ headers }) => headers['bcc']) }).toEqual({
        status: 'sent',
        bcc: [undefined],
      });
    });
  });

  describe('that cannot be made', () => {
    it('fails with the reason, and the journey goes on', async () => {
      const journey = await journeyWith({ subject: 'Hi {{customer.first_name}}', html: '<p>Hi</p>' });
      await journey.enter('nameless', { traits: { email: 'nameless@example.com' } });
      expect((await journey.ended('nameless')).endReason).toBe('completed');
      const { failure, attempts } = await journey.message('nameless', ({ status }) => status === 'failed');
      expect({ code: failure?.code, attempts }).toEqual({ code: 'templates.variable-missing', attempts: 1 });
      expect(failure?.detail).toContain('customer.first_name');
    });

    it('holds nobody else up', async () => {
      const journey = await journeyWith({ subject: 'Hi {{customer.first_name}}', html: '<p>Hi</p>' });
      const event = (customerId: string, traits: object) => ({ event: journey.event, customerId, traits });
      await platform.data('POST', '/events', [
        event('mixed-1', { email: 'mixed-1@example.com' }),
        event('mixed-2', { email: 'mixed-2@example.com', first_name: 'Ada' }),
      ]);
      await sent(journey, 'mixed-2');
      const { status } = await journey.message('mixed-1', ({ finishedAt }) => finishedAt !== null);
      expect(status).toBe('failed');
    });
  });

  describe('that the provider does not take', () => {
    // The next try is seconds away: both begin before either is looked at.
    let journey: JourneyUnderTest;
    beforeAll(async () => {
      journey = await journeyWith({ subject: 'Provider', html: '<p>Provider</p>' });
      for (const name of ['busy', 'cut', 'unknown']) {
        await journey.enter(name, { traits: { email: `${name}@example.com` } });
      }
    });

    it('is tried again after a refusal for now, and then is no possible duplicate', async () => {
      const waiting = await journey.message(
        'busy',
        ({ attempts, status }) => attempts === 1 && status === 'queued',
      );
      expect(waiting.failure?.code).toBe('smtp.refused-for-now');
      const { attempts, maybeDuplicate, failure } = await sent(journey, 'busy');
      expect({ attempts, maybeDuplicate, failure }).toEqual({
        attempts: 2,
        maybeDuplicate: false,
        failure: null,
      });
      expect((await mailTo('busy@example.com')).subject).toBe('Provider');
    });

    it('fails at once when there is no such mailbox', async () => {
      const { failure, attempts, address } = await journey.message(
        'unknown',
        ({ status }) => status === 'failed',
      );
      expect({ code: failure?.code, attempts, address }).toEqual({
        code: 'smtp.recipient-refused',
        attempts: 1,
        address: 'unknown@example.com',
      });
    });

    it('is marked a possible duplicate when the connection broke before the answer', async () => {
      const { attempts, maybeDuplicate } = await sent(journey, 'cut');
      expect({ attempts, maybeDuplicate }).toEqual({ attempts: 2, maybeDuplicate: true });
      const mails = platform.smtp.mails.filter(({ to }) => to.includes('cut@example.com'));
      const ids = new Set(mails.map(({ headers }) => headers['message-id']));
      expect({ mails: mails.length, ids: ids.size }).toEqual({ mails: 2, ids: 1 });
    });
  });

  it('is skipped with the reason when the customer has no address', async () => {
    const journey = await journeyWith({ subject: 'None', html: '<p>None</p>' });
    await journey.enter('addressless');
    const { id } = await journey.ended('addressless');
    const [record] = await journey.history(id);
    expect(record).toMatchObject({
      code: 'skipped',
      detail: { reason: 'no-address', why: { channel: 'email' } },
    });
    expect(record?.words).toBe(
      'No message was sent (no-address), and it went on to end. The customer has no address for email.',
    );
    expect(await journey.messages('addressless')).toEqual([]);
  });

  describe('and its connector', () => {
    const PASSWORD = 'correct-horse-battery-staple';

    it('keep the password out of answers and off the disk, and use it', async () => {
      const key = unique('secretive');
      const connector = smtpConnector(platform.smtp.port, { user: 'parcours', password: PASSWORD });
      const answers = [
        await platform.call('PUT', `/connectors/${key}`, connector),
        await platform.call('GET', `/connectors/${key}`),
        await platform.call('POST', `/connectors/${key}/validate`, {}),
        await platform.call('POST', `/connectors/${key}/publish`, {}),
        await platform.call('GET', `/connectors/${key}/versions`),
        await platform.call('GET', `/connectors/${key}/versions/1`),
        await platform.call('GET', '/connectors?limit=100'),
        await platform.call('PATCH', `/connectors/${key}`, { name: 'Renamed' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 200, 200, 200]);
      expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(PASSWORD);
      expect(
        await wholeDatabase(platform, ['content_items', 'content_versions', 'idempotency_keys']),
      ).toContain(key);
      expect(await wholeDatabase(platform)).not.toContain(PASSWORD);
    });

    it('are told what is wrong with the settings, and where', async () => {
      const key = unique('wrong');
      const document = smtpConnector(70_000, { from: { address: 'nobody' }, poolsize: 3 });
      await platform.call('PUT', `/connectors/${key}`, document);
      const { status, body } = await platform.call('POST', `/connectors/${key}/publish`, {});
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'content.not-publishable' });
      const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer).sort();
      expect(pointers).toEqual(['/config/from/address', '/config/poolsize', '/config/port']);
      expect(JSON.stringify(body)).not.toContain('70000');
    });
  });
});

/** Every row of the tables that can hold a connector's settings, as one text. */
async function wholeDatabase(
  { environment }: Platform,
  tables = ['content_items', 'content_versions', 'idempotency_keys', 'settings', 'event_inbox', 'messages'],
): Promise<string> {
  const { database } = new ParcoursConfig(environment);
  const source = await new DataSource(await dataSourceOptions(database)).initialize();
  try {
    const rows = await Promise.all(tables.map((table) => source.query(`SELECT * FROM ${table}`)));
    return JSON.stringify(rows);
  } finally {
    await source.destroy();
  }
}
