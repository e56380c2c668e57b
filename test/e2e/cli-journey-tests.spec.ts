import { CommandDesk } from './support/command.js';

const CONNECTOR = 'name: Mailbox\ntype: email-smtp\nconfig: {}\n';
const POLICY = 'name: Default\nchannels: [{ channel: email, connector: mailbox }]\n';
const TEMPLATE = 'name: Hello\nchannels: { email: { subject: Hello, html: <p>Hello</p> } }\n';
const JOURNEY = `name: Welcome
definition:
  entry: { triggers: [{ type: event, event: account.created }] }
  start: hello
  steps:
    hello: { type: message, template: hello, on: { skipped: end }, next: rest }
    rest: { type: wait, for: 3d, next: end }
    end: { type: exit, reason: completed }
tests:
  - name: is greeted & let go
    timeline: [{ at: +0m, event: account.created }]
    expect:
      - { at: +0m, sends: hello, channel: email }
      - { exits: completed, at: +3d }
`;
const WRONG = `  - name: is let go within a day
    timeline: [{ at: +0m, event: account.created }]
    expect:
      - { exits: completed, before: +1d }
`;

// The first run compiles the product.
describe('parcours test (F5)', () => {
  let desk: CommandDesk;

  beforeEach(async () => {
    desk = await CommandDesk.open({});
    await desk.write('connectors/mailbox.yaml', CONNECTOR);
    await desk.write('channel-policies/default.yaml', POLICY);
    await desk.write('message-templates/hello.yaml', TEMPLATE);
    await desk.write('journey-templates/welcome.yaml', JOURNEY);
  });

  afterEach(() => desk.close());

  it('runs the tests of a folder without an installation', async () => {
    expect(await desk.run('test')).toEqual({
      code: 0,
      out: '✓ welcome  is greeted & let go\n1 test passed.\n',
      err: '',
    });
  });

  it('tells of one that fails what was expected, where that stands, and what happened', async () => {
    await desk.write('journey-templates/welcome.yaml', JOURNEY + WRONG);
    const { code, out } = await desk.run('test');
    expect(code).toBe(2);
    expect(out).toBe(
      [
        '✓ welcome  is greeted & let go',
        '✗ welcome  is let go within a day',
        '    journey-templates/welcome.yaml:18:9',
        '    - expected exits completed before +1d',
        '    + it happened +3d',
        '    What happened:',
        '      +0m hears account.created',
        '      +0m is let in',
        '      +0m sends hello (email)',
        '      +0m passes hello (queued)',
        '      +3d passes rest (elapsed)',
        '      +3d passes end (ended)',
        '      +3d exits completed',
        '1 test passed, 1 failed.',
        '',
      ].join('\n'),
    );
  });

  it('goes by the templates and policies of the folder', async () => {
    await desk.remove('connectors/mailbox.yaml');
    const { code, out } = await desk.run('test');
    expect(code).toBe(2);
    expect(out).toContain('+0m passes hello (skipped)');
  });

  it('writes JUnit XML, and JSON', async () => {
    await desk.write('journey-templates/welcome.yaml', JOURNEY + WRONG);
    const { out } = await desk.run('test', '--junit', 'results/junit.xml', '--json');
    const xml = await desk.read('results/junit.xml');
    expect(xml).toContain('<testsuites name="parcours" tests="2" failures="1" errors="0"');
    expect(xml).toMatch(/<testcase classname="welcome" name="is greeted &amp; let go" time="\d+\.\d{3}"\/>/);
    expect(xml).toContain('journey-templates/welcome.yaml:18:9 Expected exits completed before +1d');
    const { failed, journeys } = JSON.parse(out);
    expect([failed, journeys[0].tests.map(({ passed }: { passed: boolean }) => passed)]).toEqual([
      1,
      [true, false],
    ]);
  });

  it('runs those of one journey, and knows when there is none', async () => {
    await desk.write('journey-templates/other.yaml', JOURNEY.replace('at: +3d', 'at: +9d'));
    expect((await desk.run('test', '--journey', 'welcome')).code).toBe(0);
    expect((await desk.run('test', '--journey', 'other')).code).toBe(2);
    expect(await desk.run('test', '--journey', 'nowhere')).toMatchObject({
      code: 1,
      err: 'parcours: There is no journey-templates/nowhere.yaml in the folder.\n',
    });
  });

  it('runs no test on files with errors, and says where they are', async () => {
    await desk.write('journey-templates/welcome.yaml', JOURNEY.replace('next: rest', 'next: nowhere'));
    await desk.write('channel-policies/default.yaml', 'name: Default\nchannels: 7\n');
    const { code, out } = await desk.run('test');
    expect(code).toBe(4);
    expect(out).toMatch(/^channel-policies\/default\.yaml:2:1\d* error /m);
    expect(out).toMatch(/^journey-templates\/welcome\.yaml:6:\d+ error .*nowhere/m);
    expect(out).toMatch(/No test was run\.\n$/);
  });

  it('leaves out what is archived, and needs a folder', async () => {
    await desk.write('journey-templates/welcome.yaml', `$state: archived\n${JOURNEY}`);
    expect(await desk.run('test')).toMatchObject({ code: 0, out: 'No tests.\n' });
    expect((await desk.run('test', 'nowhere')).code).toBe(1);
  });
});
