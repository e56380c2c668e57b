import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { profiles } from '@parcours/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { parse } from 'yaml';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const STARTER = fileURLToPath(
  new URL('../../libs/catalog/quickstart/journey-templates.welcome.yaml', import.meta.url),
);

describe.each(profiles)('GET /schemas/journey-definition on $name', (profile) => {
  let platform: Platform;
  let schema: Record<string, unknown>;
  let check: ValidateFunction;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    const answer = await platform.call('GET', '/schemas/journey-definition');
    expect(answer.headers.get('content-type')).toContain('application/schema+json');
    schema = answer.body;
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
    formats.default.default(ajv);
    // Compiling checks the schema against the meta-schema of its draft, and that every reference leads somewhere.
    check = ajv.compile(schema);
  });
  afterAll(() => platform.stop());

  it('is a schema of draft 2020-12 whose own examples pass', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    const examples = schema['examples'] as unknown[];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      expect({ passes: check(example), errors: check.errors }).toEqual({ passes: true, errors: null });
  });

  it('accepts the definition of the starter', async () => {
    const { definition } = parse(await readFile(STARTER, 'utf8'));
    expect({ passes: check(definition), errors: check.errors }).toEqual({ passes: true, errors: null });
  });

  it('refuses a step of a type that there is not, and a member that there is not', async () => {
    const { definition } = parse(await readFile(STARTER, 'utf8'));
    expect(
      check({ ...definition, steps: { ...definition.steps, odd: { type: 'dance', next: 'active' } } }),
    ).toBe(false);
    expect(check({ ...definition, colour: 'red' })).toBe(false);
  });
});
