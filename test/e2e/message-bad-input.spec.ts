import { profiles } from '@parcours/testing';

import { aJourney, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const LIST = Array.from({ length: 200 }, (_, at) => at);
const EVERYTHING = {
  list: LIST,
  first_name: 'Ada\r\nBcc: eve@example.com',
  rtl: '\u202Eمرحبا',
  emoji: '👩‍👩‍👧 🎉',
};

/** How a message to such an address ends: `passed` over, `lost`, or sent, and then to whom. */
const ADDRESSES: readonly (readonly [string, string])[] = [
  ['plain@example.com', 'plain@example.com'],
  ['UPPER@EXAMPLE.COM', 'UPPER@EXAMPLE.COM'],
  ["o'hara+tag@sub.example.co", "o'hara+tag@sub.example.co"],
  ['!#$%&*/=?^_`{|}~-@example.com', '!#$%&*/=?^_`{|}~-@example.com'],
  ['idn@bücher.example', 'idn@bücher.example'],
  ['用户@例え.jp', 'lost'],
  ['\u202Erlo@example.com', 'lost'],
  ['dot@example.com.', 'lost'],
  ['under@-example-.com', 'lost'],
  ['"quoted local"@example.com', 'passed'],
  ['"a\\"b"@example.com', 'passed'],
  ['comment(here)@example.com', 'passed'],
  ['Name <angle@example.com>', 'passed'],
  ['literal@[127.0.0.1]', 'passed'],
  ['ipv6@[IPv6:::1]', 'passed'],
  ['two@example.com,three@example.com', 'passed'],
  ['two@example.com; three@example.com', 'passed'],
  ['two@example.com three@example.com', 'passed'],
  ['group: a@example.com, b@example.com;', 'passed'],
  ['line@example.com\r\nRCPT TO:<eve@example.com>', 'passed'],
  ['line@example.com\nBcc: eve@example.com', 'passed'],
  ['control\u0001@example.com', 'lost'],
  ['a@b@example.com', 'passed'],
  ['@relay.example:user@example.com', 'passed'],
  ['localhost@localhost', 'passed'],
  [`${'l'.repeat(65)}@example.com`, 'passed'],
  [`d@${'d'.repeat(64)}.example`, 'lost'],
  [`long@${'a.'.repeat(130)}example`, 'passed'],
  ['', 'passed'],
];

describe.each(profiles)('messages with bad input on $name (B4)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  async function journeyWith(email: object): Promise<JourneyUnderTest> {
    const template = unique('template');
    await platform.publish('message-templates', template, { name: template, channels: { email } });
    return aJourney(platform).publish({
      start: 'tell',
      steps: {
        tell: {
          ...{ type: 'message', template, next: 'got' },
          on: { sent: 'got', failed: 'lost', skipped: 'passed' },
        },
        got: { type: 'exit', reason: 'got' },
        lost: { type: 'exit', reason: 'lost' },
        passed: { type: 'exit', reason: 'passed' },
      },
    });
  }

  const EACH = '{{#each @root.customer.list}}';
  const endless = `${EACH.repeat(4)}x${'{{/each}}'.repeat(4)}`;

  it.each([
    ['goes round for ever', endless, 'templates.too-many-steps'],
    ['prints 100 MB', `${EACH}${EACH}${'x'.repeat(20_000)}{{/each}}{{/each}}`, 'templates.output-too-long'],
    ['reads what is not there', '<p>{{customer.nothing}}</p>', 'templates.variable-missing'],
    ['prints a list', '<p>{{customer.list}}</p>', 'templates.not-printable'],
    ['links to a script', '{{link customer.first_name "x"}}', 'templates.helper-arguments'],
  ])('fail with their reason where a template %s, and the journey goes on', async (_name, html, code) => {
    const journey = await journeyWith({ subject: 'S', html, text: 'T' });
    const id = unique('reader');
    await journey.enter(id, { traits: { ...EVERYTHING, email: `${id}@example.com` } });
    expect((await journey.ended(id)).endReason).toBe('lost');
    const { status, failure, attempts } = await journey.message(id, () => true);
    expect({ status, code: failure?.code, attempts }).toEqual({ status: 'failed', code, attempts: 1 });
  });

  it.each([
    '{{constructor}}',
    '{{customer.__proto__.x}}',
    '{{lookup customer "constructor"}}',
    '{{{customer.name}}}',
  ])('are not even published where a template reads %s', async (html) => {
    const key = unique('template');
    await platform.data('PUT', `/message-templates/${key}`, {
      name: key,
      channels: { email: { subject: 'S', html } },
    });
    const { status, body } = await platform.call('POST', `/message-templates/${key}/publish`, {});
    expect([status, body.errors[0].pointer]).toEqual([422, '/channels/email/html']);
  });

  it('keep emojis, other scripts and what looks like headers in the subject', async () => {
    const journey = await journeyWith({
      subject: '{{customer.emoji}} {{customer.rtl}} {{customer.first_name}}',
      html: '<p>{{customer.rtl}}</p>',
    });
    await journey.enter('scripts', { traits: { ...EVERYTHING, email: 'scripts@example.com' } });
    expect((await journey.ended('scripts')).endReason).toBe('got');
    const mail = platform.smtp.mails.find(({ to }) => to.includes('scripts@example.com'))!;
    expect(mail.subject).toBe('👩‍👩‍👧 🎉 \u202Eمرحبا Ada Bcc: eve@example.com');
    expect(mail.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(mail.to).toEqual(['scripts@example.com']);
  });

  it('go to one recipient or to nobody, whatever stands for an address', async () => {
    const journey = await journeyWith({ subject: 'Hell', html: '<p>Hell</p>' });
    for (const [at, [email]] of ADDRESSES.entries()) {
      await journey.enter(`hell-${at}`, { traits: { email } });
    }
    const ends: [string, string][] = [];
    for (const [at, [email, expected]] of ADDRESSES.entries()) {
      const { endReason } = await journey.ended(`hell-${at}`);
      ends.push([email, endReason === 'got' ? expected : (endReason ?? '')]);
    }
    expect(ends).toEqual(ADDRESSES);
    const reached = platform.smtp.mails.filter(({ subject }) => subject === 'Hell').map(({ to }) => to);
    const wanted = ADDRESSES.flatMap(([, expected]) => (expected.includes('@') ? [[expected]] : []));
    expect(reached.sort()).toEqual(wanted.sort());
  });
});
