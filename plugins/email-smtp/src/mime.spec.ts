import PostalMime from 'postal-mime';
import { encodeBody } from './mime-body.js';
import { mailboxHeader, textHeader } from './mime-header.js';
import { MailComposer, RefusedHeader } from './mime-message.js';

const composer = new MailComposer({
  name: 'Zoë & Søn',
  address: 'news@example.com',
  replyTo: 'help@example.com',
});
const mail = {
  id: 'm-1',
  to: 'a@example.org',
  subject: 'Hello',
  html: '<p>Hello</p>',
  text: 'Hello',
  sentAt: Date.UTC(2026, 2, 2, 8),
};
const long = 'word '.repeat(60);

const lines = (raw: string) => raw.split('\r\n');
const headerOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n'));

describe('MailComposer', () => {
  it.each([
    ['plain', 'Hello', '<p>Hello</p>', 'Hello'],
    ['accents', 'Votre été à Zürich — déjà ?', '<p>Ça & là = très bien</p>', 'Ça & là = très bien, naïve'],
    ['emoji and families', '🎉👩‍👩‍👧 party '.repeat(12), '<p>👩‍👩‍👧</p>', '🎉'],
    ['right to left', 'שלום עולם مرحبا بالعالم', '<p dir="rtl">שלום مرحبا</p>', 'שלום مرحبا'],
    ['long lines', long, `<p>${long}${'x'.repeat(3_000)}</p>`, `${long}é${'='.repeat(500)}`],
    ['what looks encoded', '=?UTF-8?B?aGFjaw==?=', '=3D=E9 =', '=C3=A9'],
    ['dots and From', 'From here', 'x\r\n.\r\n..y\r\nFrom z', '.\n.\nFrom me'],
    ['spaces at line ends', 'a', 'a \r\nb\t\r\n', 'x  \ny\t'],
    ['the boundary', '--=_parcours_alternative', '--=_parcours_alternative--', '--=_parcours_alternative'],
  ])('survives the way through a parser: %s', async (_name, subject, html, text) => {
    const raw = composer.compose({ ...mail, subject, html, text });
    const parsed = await PostalMime.parse(raw);
    const normal = (value: string | undefined) => value?.replace(/\r\n/g, '\n').replace(/\n+$/, '');
    expect(parsed.subject).toBe(subject.trim());
    expect(normal(parsed.html)).toBe(normal(html));
    expect(normal(parsed.text)).toBe(normal(text));
    expect(parsed.from).toMatchObject({ name: 'Zoë & Søn', address: 'news@example.com' });
    expect(Math.max(...lines(raw).map(({ length }) => length))).toBeLessThanOrEqual(78);
    expect(raw).toMatch(/^[\r\n\t\x20-\x7e]*$/);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('writes the headers that a receiver needs', async () => {
    const parsed = await PostalMime.parse(
      composer.compose({
        ...mail,
        headers: { 'List-Unsubscribe': '<https://example.com/u/1>', 'X-Campaign': 'été' },
      }),
    );
    const header = (key: string) => parsed.headers.find((one) => one.key === key)?.value;
    expect(parsed.messageId).toBe('<m-1@example.com>');
    expect(parsed.date).toBe('2026-03-02T08:00:00.000Z');
    expect(parsed.to).toMatchObject([{ address: 'a@example.org' }]);
    expect(parsed.replyTo).toMatchObject([{ address: 'help@example.com' }]);
    expect(header('x-parcours-message')).toBe('m-1');
    expect(header('list-unsubscribe')).toBe('<https://example.com/u/1>');
    expect(header('mime-version')).toBe('1.0');
  });

  it('lets no line break begin a header, wherever it hides', () => {
    const evil = 'x\r\nBcc: victim@example.com\r\n\r\nbody\u2028Bcc: b\u0000';
    const raw = new MailComposer({ name: evil, address: 'a@example.com' }).compose({
      ...mail,
      id: evil,
      subject: evil,
      headers: { 'X-Note': evil },
    });
    expect(headerOf(raw)).not.toMatch(/^bcc:/im);
    expect(
      headerOf(raw)
        .split('\r\n')
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.split(':')[0]),
    ).toEqual([
      'From',
      'To',
      'Subject',
      'Date',
      'Message-ID',
      'X-Parcours-Message',
      'X-Note',
      'MIME-Version',
      'Content-Type',
    ]);
  });

  it.each(['Bcc', 'bcc', 'From', 'content-type', 'X-A\r\nBcc', 'X A', '', 'é'])(
    'refuses the header name %j',
    (name) => {
      expect(() => composer.compose({ ...mail, headers: { [name]: 'x' } })).toThrow(RefusedHeader);
    },
  );

  it('carries the same Message-ID for the same message and another for another', () => {
    expect(composer.messageId('7/é')).toBe('<7%2f%c3%a9@example.com>');
    expect(composer.messageId('1')).not.toBe(composer.messageId('2'));
  });
});

describe('encodeBody', () => {
  it('takes quoted-printable for mostly Latin text and base64 for other scripts', () => {
    expect(encodeBody('déjà vu, a rather long sentence').encoding).toBe('quoted-printable');
    expect(encodeBody('Привет, мир').encoding).toBe('base64');
  });

  it('folds at 76 characters without cutting an encoded byte', () => {
    for (let shift = 0; shift < 4; shift++) {
      const { text } = encodeBody(`${'a'.repeat(70 + shift)}é${'b'.repeat(400)}`);
      for (const line of text.split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(76);
        expect(line).toMatch(/^(?:[^=]|=[0-9A-F]{2})*=?$/);
      }
    }
  });
});

describe('headers', () => {
  it('folds plain text between words only', () => {
    const header = textHeader('Subject', long);
    expect(header.replace(/\r\n /g, ' ').trim()).toBe(`Subject: ${long.trim()}`);
    expect(header.split('\r\n').every((line) => line.length <= 76)).toBe(true);
    expect(textHeader('Subject', '')).toBe('Subject: \r\n');
  });

  it('quotes a name that has signs of its own', () => {
    expect(mailboxHeader('From', { name: 'Doe, "J" \\', address: 'j@example.com' })).toBe(
      'From: "Doe, \\"J\\" \\\\" <j@example.com>\r\n',
    );
    expect(mailboxHeader('To', { name: ' \r\n', address: 'j@example.com' })).toBe('To: j@example.com\r\n');
  });
});
