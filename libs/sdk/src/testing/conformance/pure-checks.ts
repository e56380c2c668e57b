import type { JsonValue } from '@parcours/kernel';

import type { ConditionTest } from '../../condition-test.js';
import type { TemplateHelper } from '../../template-helper.js';
import { must, mustEqual, shown, withDefaults } from './check.js';
import type { ConditionTestSubject } from './conformance-subject.js';

/** One thing that the contract says of what is pure: `T` is what is looked at. */
interface PureCheck<T> {
  readonly title: string;
  run(looked: T): Promise<void>;
}

interface TestTrial {
  readonly test: ConditionTest;
  readonly subject: ConditionTestSubject;
}

/** A check whose work is done at once. */
function atOnce<T>(title: string, look: (looked: T) => void): PureCheck<T> {
  return {
    title,
    // An async function, so that what it finds rejects.
    // eslint-disable-next-line @typescript-eslint/require-await
    run: async (looked) => {
      look(looked);
    },
  };
}

const READ = /^(trait|property|context)(\.[^.]+){1,10}$/u;

export const CONDITION_TEST_CHECKS: readonly PureCheck<TestTrial>[] = [
  atOnce('it is in words, in both languages', ({ test: { words } }) => {
    must(words.en !== '' && words.fr !== '', 'the words are missing in a language');
  }),
  atOnce('it answers as its cases say', ({ test, subject: { cases } }) => {
    const answers = new Set(cases.map(({ holds }) => holds));
    must(answers.size === 2, 'there is no case that holds, or none that does not');
    for (const { config, values, holds } of cases) {
      mustEqual(ask(test, config, values), holds, `the answer to ${shown({ config, values })}`);
    }
  }),
  atOnce('it says what it looks at, and looks at nothing else', ({ test, subject: { cases } }) => {
    for (const { config, values } of cases) {
      const reads = test.reads(withDefaults(test.config, config));
      const odd = reads.find((name) => !READ.test(name));
      must(odd === undefined, `'${String(odd)}' is no value such as trait.plan`);
      const beside = Object.keys(values).find((name) => !reads.some((read) => read === name));
      must(beside === undefined, `a case has '${String(beside)}', which it does not read`);
    }
  }),
  atOnce('it has an answer where nothing is known', ({ test, subject: { cases } }) => {
    for (const { config } of cases) {
      const answer = ask(test, config, {});
      must(typeof answer === 'boolean', `it answers ${shown(answer)}; expected true or false`);
    }
  }),
  atOnce('it answers the same again, and changes nothing', ({ test, subject: { cases } }) => {
    for (const { config, values } of cases) {
      const [own, seen] = [frozen(config), frozen(values)];
      mustEqual(ask(test, own, seen), ask(test, own, seen), 'the second answer');
    }
  }),
];

export const TEMPLATE_HELPER_CHECKS: readonly PureCheck<TemplateHelper>[] = [
  atOnce('it writes what its examples say', (helper) => {
    must(helper.examples.length > 0, 'it has no example');
    for (const example of helper.examples) {
      mustEqual(write(helper, example), example.output, `what it writes for ${shown(example.values)}`);
    }
  }),
  atOnce(
    'its examples call it as it is to be called',
    ({ examples, values: { least, most }, named = [] }) => {
      for (const { values, named: given = {} } of examples) {
        must(
          values.length >= least && values.length <= most,
          `an example gives ${String(values.length)} values`,
        );
        const odd = Object.keys(given).find((name) => !named.includes(name));
        must(odd === undefined, `an example gives '${String(odd)}', which it does not take`);
      }
    },
  ),
  atOnce('it writes the same again, and changes nothing', (helper) => {
    for (const example of helper.examples) {
      const own = frozen(example);
      mustEqual(write(helper, own), write(helper, own), 'what it writes the second time');
    }
  }),
];

function ask(
  test: ConditionTest,
  config: ConditionTestSubject['cases'][number]['config'],
  values: Readonly<Record<string, JsonValue>>,
): unknown {
  return test.holds({ config: frozen(withDefaults(test.config, config)), values });
}

function write(
  helper: TemplateHelper,
  { values, named = {}, locale = 'en' }: TemplateHelper['examples'][number],
): unknown {
  return helper.write({ values, named, locale, zone: 'UTC' });
}

/** A copy that nobody can change. */
function frozen<T>(value: T): T {
  const copy = structuredClone(value);
  freeze(copy);
  return copy;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member);
}
