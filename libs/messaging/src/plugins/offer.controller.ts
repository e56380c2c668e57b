import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, Scope, Tag } from '@parcours/http';
import { PluginHost } from '@parcours/plugin-host';

import { HELPER_GUIDE } from '../templates/helper-guide.js';
import { CONDITION_TEST_SCHEMA, TEMPLATE_HELPER_SCHEMA } from './offer.schema.js';

@Tag('Plugins')
@Controller()
export class OfferController {
  constructor(private readonly host: PluginHost) {}

  @Get('condition-tests')
  @Scope('plugins:read')
  @ApiOperation({
    summary: 'List tests of plugins',
    description:
      'What conditions can ask beside what is built in, and the schema of `with`. All on one page.',
  })
  @Answers(200, CONDITION_TEST_SCHEMA, 'list')
  tests() {
    return onePage(
      this.host.conditionTests.all().map(({ name, words, description, config }) => ({
        ...{ name, plugin: pluginOf(name), words, description, configSchema: config },
      })),
    );
  }

  @Get('template-helpers')
  @Scope('plugins:read')
  @ApiOperation({
    summary: 'List template helpers',
    description: 'What templates can call: what is built in, then what plugins add. All on one page.',
  })
  @Answers(200, TEMPLATE_HELPER_SCHEMA, 'list')
  helpers() {
    const builtIn = HELPER_GUIDE.map(({ name, usage, summary }) => ({ name, plugin: null, usage, summary }));
    const added = this.host.templateHelpers.all().map(({ name, values, named = [], summary }) => ({
      ...{ name, plugin: pluginOf(name), summary },
      usage: `{{${[name, ...placesOf(values), ...named.map((each) => `${each}=…`)].join(' ')}}}`,
    }));
    return onePage([...builtIn, ...added]);
  }
}

/** `value`, or `value1 value2 …` where more are needed. */
function placesOf({ least, most }: { readonly least: number; readonly most: number }): readonly string[] {
  if (most === 1) return ['value'];
  const places = Array.from({ length: least }, (_, at) => `value${String(at + 1)}`);
  return most > least ? [...places, '…'] : places;
}

function pluginOf(name: string): string {
  return name.split('.')[0] ?? '';
}

function onePage<T>(data: readonly T[]) {
  return { data, page: { next: null, limit: data.length } };
}
