import type { OutgoingMessage } from '../outgoing-message.js';
import { mailbox, oneLine, ownReactions, readyEmail, wireAddress } from './index.js';

const sender = { from: { name: 'Belvedere', address: 'news@example.com' }, replyTo: 'hello@example.com' };
const message: OutgoingMessage<'email'> = {
  id: '1',
  customerId: 'c',
  attempt: 1,
  to: 'ada@example.org',
  content: {
    subject: 'Hi\r\nBcc: eve@example.net',
    html: '<h1>Hello</h1><p><a href="https://a.example">there</a></p>',
  },
};
const ready = (changes: Partial<OutgoingMessage<'email'>>) =>
  readyEmail({ ...message, ...changes }, { provider: 'pigeon', sender });

describe('an email made ready for a provider (A7)', () => {
  it('has the sender of the configuration, one line of subject, and a text part that follows from the HTML', () => {
    expect(ready({ headers: { 'List-Unsubscribe': '<https://u.example/1>\r\nX: y' } })).toEqual({
      email: {
        ...sender,
        to: 'ada@example.org',
        subject: 'Hi Bcc: eve@example.net',
        html: message.content.html,
        text: 'Hello\n\nthere [https://a.example]',
        headers: { 'List-Unsubscribe': '<https://u.example/1> X: y' },
      },
    });
  });

  it('has the sender of the brand, and nothing of the configuration with it', () => {
    const found = ready({ from: { name: 'Sœur', address: 'hi@brand.example' }, to: 'ada@bücher.example' });
    expect(found).toMatchObject({
      email: { from: { name: 'Sœur', address: 'hi@brand.example' }, to: 'ada@xn--bcher-kva.example' },
    });
    expect(found).not.toHaveProperty('email.replyTo');
  });

  it.each([
    [{ to: 'ada' }, 'rejected-recipient', 'pigeon.address-invalid'],
    [{ to: 'ada@example.org\r\nBcc: eve@example.net' }, 'rejected-recipient', 'pigeon.address-invalid'],
    [{ from: { address: 'not one' } }, 'permanent', 'pigeon.sender-invalid'],
    [{ headers: { Bcc: 'eve@example.net' } }, 'permanent', 'pigeon.header-refused'],
    [{ headers: { 'X-A: 1\r\nBcc': 'eve@example.net' } }, 'permanent', 'pigeon.header-refused'],
  ])('refuses %j', (changes, kind, code) => {
    expect(ready(changes)).toMatchObject({ error: { class: kind, code } });
  });
});

describe('an address of the wire', () => {
  it.each([
    '',
    '@a.example',
    'a@',
    'a b@c.example',
    'é@c.example',
    'a@b c.example',
    `${'a'.repeat(65)}@b.example`,
  ])('is not %j', (address) => {
    expect(wireAddress(address)).toBeUndefined();
  });

  it('stands in a header with its name quoted', () => {
    expect(mailbox({ name: 'Ada "A", of Paris', address: 'a@b.example' })).toBe(
      '"Ada \\"A\\", of Paris" <a@b.example>',
    );
    expect(mailbox({ address: 'a@b.example' })).toBe('a@b.example');
    expect(oneLine('a\u0000\u2028b ')).toBe('a b');
  });
});

describe('what an account tells', () => {
  it('counts once, and of mail that is none of ours only for its address', () => {
    const kept = ownReactions([
      { kind: 'opened', messageId: '1' },
      { kind: 'opened', messageId: '1' },
      { kind: 'delivered', messageId: '1', id: 'a' },
      { kind: 'delivered', messageId: '1', id: 'a' },
      { kind: 'delivered', address: 'ada@example.org', id: 'b' },
      { kind: 'bounced', bounce: 'soft', address: 'ada@example.org', id: 'c' },
      { kind: 'bounced', bounce: 'hard', address: 'ada@example.org', id: 'd' },
      { kind: 'complained', address: 'ada@example.org', id: 'e' },
    ]);
    expect(kept.map(({ id, kind }) => id ?? kind)).toEqual(['opened', 'opened', 'a', 'd', 'e']);
  });
});
