import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { OFFERED_TESTS, type OfferedRead, type OfferedTest } from '@parcours/conditions';
import { isJsonObject, type JsonObject, type JsonValue, type Language } from '@parcours/kernel';
import {
  HelperFailure,
  type KnownConditionTest,
  type KnownTemplateHelper,
  PluginHost,
} from '@parcours/plugin-host';

import { offerHelper } from '../templates/offered-helpers.js';
import { Markup } from '../templates/template-values.js';
import { UnfitArgument, type ValueHelper } from '../templates/value-helper.js';

/** Makes the tests and helpers of plugins known to conditions and templates, in every process, before any work begins. */
@Injectable()
export class PluginOffers implements OnModuleInit, OnModuleDestroy {
  private takeBacks: readonly (() => void)[] = [];

  constructor(private readonly host: PluginHost) {}

  async onModuleInit(): Promise<void> {
    await this.host.load();
    this.takeBacks = [
      ...this.host.conditionTests.all().map((test) => OFFERED_TESTS.offer(test.name, offeredTest(test))),
      ...this.host.templateHelpers.all().map((helper) => offerHelper(helper.name, valueHelper(helper))),
    ];
  }

  onModuleDestroy(): void {
    for (const takeBack of this.takeBacks) takeBack();
  }
}

function offeredTest(test: KnownConditionTest): OfferedTest {
  return {
    check: (config) => test.check(config),
    reads: (config) =>
      test.reads(config).flatMap((name): OfferedRead[] => {
        const [of = '', ...path] = name.split('.');
        return of === 'trait' || of === 'property' || of === 'context' ? [{ of, path: path.join('.') }] : [];
      }),
    holds: (config, values) => test.holds(config, values),
    words: (config, language) => inWords(test, config, language),
  };
}

/** With what it was told, where that is anything. */
function inWords({ words }: KnownConditionTest, config: JsonObject, language: Language): string {
  const told = Object.entries(config).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return told.length === 0 ? words[language] : `${words[language]} (${told.join(', ')})`;
}

function valueHelper(helper: KnownTemplateHelper): ValueHelper {
  const { name, values, named = [] } = helper;
  return {
    ...values,
    named,
    optional: 'none',
    run: (given, others, { locale, zone }) => {
      const call = { values: given.map(plain), named: plainMembers(others), locale, zone };
      try {
        return helper.write(call);
      } catch (cause) {
        if (cause instanceof HelperFailure) throw new UnfitArgument(cause.message);
        throw new UnfitArgument(`failed: ${name}`);
      }
    },
  };
}

function plainMembers(named: Readonly<Record<string, unknown>>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name, plain(value)]));
}

/** Of what another helper has written, its text. */
function plain(value: unknown): JsonValue {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plain);
  return isJsonObject(value) ? value : null;
}
