import type { Plugin } from '@parcours/sdk';
import { checkConformance, conformanceChecks, defineConformance } from '@parcours/sdk/testing';

// eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest runs the tree as CommonJS
const PLUGIN = (require('../e2e/support/plugins/bank/index.js') as { default: Plugin }).default;
const { conditionTests = {}, templateHelpers = {} } = PLUGIN;
const ONLY: Plugin = {
  ...PLUGIN,
  conditionTests: { 'good-standing': conditionTests['good-standing']! },
  templateHelpers: { points: templateHelpers['points']! },
};

const CASES = [
  { config: {}, values: { 'trait.account.owed': 0 }, holds: true },
  { config: { most: 5 }, values: { 'trait.account.owed': 6 }, holds: false },
];

describe('the conformance kit (A7)', () => {
  const subjects = defineConformance(
    { conditionTest: 'good-standing', cases: CASES },
    { templateHelper: 'points' },
  );
  it.each(conformanceChecks(ONLY, subjects))('passes a sound plugin: $title', ({ run }) => run());

  it('wants every test and helper to be looked at', () => {
    expect(() => conformanceChecks(ONLY, [])).toThrow('nothing is said of good-standing, points');
  });

  it.each([
    ['throws-up', 'it answers as its cases say', /no idea/],
    ['later', 'it answers as its cases say', /Promise/],
  ])('finds what is wrong with the test %s', async (name, title, detail) => {
    const plugin = { ...ONLY, conditionTests: { [name]: conditionTests[name]! }, templateHelpers: {} };
    const { results } = await checkConformance(plugin, [{ conditionTest: name, cases: CASES }]);
    expect(results).toContainEqual(
      expect.objectContaining({
        title: `${name}: ${title}`,
        status: 'failed',
        detail: expect.stringMatching(detail),
      }),
    );
  });

  it('finds a test that changes what it is given, and one whose cases all hold', async () => {
    const grasping = {
      ...conditionTests['good-standing']!,
      holds: ({ values }: { values: Record<string, unknown> }) => {
        values['trait.account.owed'] = 1;
        return true;
      },
    };
    const plugin = { ...ONLY, conditionTests: { grasping }, templateHelpers: {} } as unknown as Plugin;
    const { results } = await checkConformance(plugin, [
      { conditionTest: 'grasping', cases: CASES.slice(0, 1) },
    ]);
    const failed = results.filter(({ status }) => status === 'failed').map(({ title }) => title);
    expect(failed).toEqual([
      'grasping: it answers as its cases say',
      'grasping: it answers the same again, and changes nothing',
    ]);
  });

  it.each(['throws-up', 'rubbish'])('finds what is wrong with the helper %s', async (name) => {
    const plugin = { ...ONLY, conditionTests: {}, templateHelpers: { [name]: templateHelpers[name]! } };
    const { passed } = await checkConformance(plugin, [{ templateHelper: name }]);
    expect(passed).toBe(false);
  });
});
