import { parseOptions } from './options.js';

describe('the options of the quickstart', () => {
  it('have defaults that need no thought', () => {
    expect(parseOptions([])).toEqual({
      port: 3000,
      mailboxPort: undefined,
      dataDir: '.parcours',
      plugins: undefined,
      once: false,
      help: false,
    });
  });

  it('can all be given', () => {
    const args = [
      '--port',
      '3100',
      '--mailbox-port=8025',
      '--data-dir',
      '/tmp/x',
      '--plugins',
      '/tmp/y',
      '--once',
    ];
    expect(parseOptions(args)).toEqual({
      port: 3100,
      mailboxPort: 8025,
      dataDir: '/tmp/x',
      plugins: '/tmp/y',
      once: true,
      help: false,
    });
  });

  it.each([
    [['--prot', '3100'], "Unknown option '--prot'. See npm run quickstart -- --help."],
    [['--port', 'http'], '--port takes a number from 0 to 65535. See npm run quickstart -- --help.'],
    [['--port', '65536'], '--port takes a number from 0 to 65535. See npm run quickstart -- --help.'],
    [['--mailbox-port', '-1'], /^Option '--mailbox-port.* See npm run quickstart -- --help\.$/],
  ])('are refused in one line: %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(
      typeof message === 'string' ? expect.objectContaining({ message }) : message,
    );
  });
});
