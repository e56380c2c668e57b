import { isPrivateHost } from './private-host.rules.js';

describe('a host', () => {
  it.each([
    'localhost',
    'a.localhost',
    'intranet',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.9',
    '169.254.169.254',
  ])('that is private: %s', (host) => {
    expect(isPrivateHost(host)).toBe(true);
  });

  it.each(['[::1]', '[fd00::1]', '[fe80::1]', '[::ffff:127.0.0.1]', 'LOCALHOST', 'localhost.'])(
    'that is private in another form: %s',
    (host) => {
      expect(isPrivateHost(host)).toBe(true);
    },
  );

  it.each(['example.com', '93.184.216.34', '172.32.0.1', '[2606:4700::1]'])('that is public: %s', (host) => {
    expect(isPrivateHost(host)).toBe(false);
  });
});
