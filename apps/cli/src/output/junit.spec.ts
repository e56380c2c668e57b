import { junitXml } from './junit.js';

const passed = { name: 'a', passed: true, failures: [], transcript: ['+0m enters'], seconds: 0.25 };
const failed = {
  name: 'says "no" & <leaves>\u0000\ud800',
  passed: false,
  failures: [{ pointer: '/expect/0', message: "Expected sends 'x'." }],
  transcript: ['+0m hears a.b'],
  seconds: 0.5,
};
const locate = (journey: string, pointer: string) => `${journey}.yaml${pointer}`;

describe('junitXml (F5)', () => {
  it('has a suite a journey and a case a test, with the counts', () => {
    const xml = junitXml([{ journey: 'welcome', tests: [passed, failed] }], locate);
    expect(xml).toContain('<testsuites name="parcours" tests="2" failures="1" errors="0" time="0.750">');
    expect(xml).toContain(
      '<testsuite name="welcome" tests="2" failures="1" errors="0" time="0.750" skipped="0">',
    );
    expect(xml).toContain('<testcase classname="welcome" name="a" time="0.250"/>');
    expect(xml).toContain(
      'welcome.yaml/tests/1/expect/0 Expected sends &apos;x&apos;.\nWhat happened:\n+0m hears a.b',
    );
  });

  it('lets nothing through that XML could not hold', () => {
    const xml = junitXml([{ journey: 'w', tests: [failed] }], locate);
    expect(xml).toContain('name="says &quot;no&quot; &amp; &lt;leaves&gt;??"');
  });

  it('is whole without a test', () => {
    expect(junitXml([], locate)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<testsuites name="parcours" tests="0" failures="0" errors="0" time="0.000">\n</testsuites>\n',
    );
  });
});
