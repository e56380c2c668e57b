import { oneLine, wireAddress } from './email-address.js';

describe('oneLine', () => {
  it('keeps tabs and drops other control characters', () => {
    expect(oneLine(' a\u0007b\tc\r\n\r\nd ')).toBe('ab\tc d');
  });
});

describe('wireAddress', () => {
  it.each([
    ['a@example.com', 'a@example.com'],
    ["o'neil+x@sub.example.com", "o'neil+x@sub.example.com"],
    ['a@bücher.example', 'a@xn--bcher-kva.example'],
    ['root@localhost', 'root@localhost'],
  ])('takes %s', (address, wire) => {
    expect(wireAddress(address)).toBe(wire);
  });

  it.each([
    'a@example.com\r\nBcc: b@example.com',
    'a\n@example.com',
    'a@exam\rple.com',
    'a b@example.com',
    'a@b@example.com',
    'a@',
    '@example.com',
    'a',
    '',
    'a@example..com',
    '<a@example.com>',
    'a@example.com>',
    'a,b@example.com',
    'é@example.com',
    'a@example.com,b@example.com',
    'a@[127.0.0.1]',
    '"a b"@example.com',
  ])('refuses %j', (address) => {
    expect(wireAddress(address)).toBeUndefined();
  });
});
