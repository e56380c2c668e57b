import type { OpenAPIObject } from '@nestjs/swagger';

import { exampleOf } from './examples.js';
import { finished } from './openapi-document.js';
import { declareVetoes } from './vetoes.js';

const PET = { title: 'Pet', type: 'object', properties: { name: { type: 'string', examples: ['Rex'] } } };
const problem = (code: string, status: number) => ({ [`x-problem:${code}`]: { code, status, title: 'Bad' } });
const answer = { 200: { description: 'Done.', content: { 'application/json': { schema: PET } } } };

function documentOf(paths: object): OpenAPIObject {
  return JSON.parse(JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths }));
}

describe('the finished document', () => {
  it('has the problems of a route by status and by code, each answer once', () => {
    const { paths, components } = finished(
      documentOf({
        '/a': { get: { responses: {}, ...problem('pets.bite', 409), ...problem('pets.bark', 409) } },
        '/b': { get: { responses: {}, ...problem('pets.bark', 409), ...problem('pets.bite', 409) } },
      }),
    );
    const together = { $ref: '#/components/responses/pets.bark_or_pets.bite' };
    expect(paths['/a']?.get?.responses['409']).toEqual(together);
    expect(paths['/b']?.get?.responses['409']).toEqual(together);
    expect(paths['/a']?.get).toMatchObject({
      'x-problem-codes': expect.arrayContaining(['http.internal', 'pets.bark', 'pets.bite']),
    });
    expect(components?.responses?.['pets.bark_or_pets.bite']).toMatchObject({
      description: expect.stringContaining('- `pets.bark`: Bad\n- `pets.bite`: Bad'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
    expect(Object.keys(paths['/a']?.get ?? {}).filter((member) => member.startsWith('x-problem:'))).toEqual(
      [],
    );
  });

  it('has the problems with which listeners may stop what a route does', () => {
    declareVetoes('pets.adopted', {
      entry: { code: 'pets.asleep', status: 409, title: 'Asleep', retryable: true },
    });
    const { paths } = finished(
      documentOf({
        '/a': { post: { 'x-vetoed': 'pets.adopted', responses: {}, ...problem('pets.bite', 409) } },
        '/b': { post: { 'x-vetoed': 'pets.fed', responses: {} } },
      }),
    );
    expect(paths['/a']?.post).toMatchObject({
      'x-problem-codes': expect.arrayContaining(['pets.asleep', 'pets.bite']),
      responses: { 409: { $ref: '#/components/responses/pets.asleep_or_pets.bite' } },
    });
    expect(paths['/b']?.post?.responses).not.toHaveProperty('409');
    expect([paths['/a']?.post, paths['/b']?.post].map((route) => 'x-vetoed' in (route ?? {}))).toEqual([
      false,
      false,
    ]);
  });

  it('says of what can be changed, and read at the same address, that it has an ETag', () => {
    const ifMatch = { name: 'If-Match', in: 'header', schema: { type: 'string' } };
    const { paths } = finished(
      documentOf({
        '/pets/{key}': { get: { responses: answer }, put: { parameters: [ifMatch], responses: answer } },
        '/pets': { get: { responses: answer } },
        '/drawing': { get: { 'x-etag': true, responses: answer } },
        '/pets/{key}/vaccination': {
          put: { 'x-etag': false, parameters: [ifMatch], responses: answer },
        },
      }),
    );
    const etagOf = (path: string, method: 'get' | 'put') => {
      const response: object = paths[path]?.[method]?.responses['200'] ?? {};
      return 'headers' in response;
    };
    expect([etagOf('/pets/{key}', 'get'), etagOf('/pets/{key}', 'put'), etagOf('/drawing', 'get')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(etagOf('/pets', 'get')).toBe(false);
    expect(etagOf('/pets/{key}/vaccination', 'put')).toBe(false);
    expect(paths['/pets/{key}/vaccination']?.put).not.toHaveProperty('x-etag');
    expect(paths['/pets/{key}']?.get).toMatchObject({
      parameters: [expect.objectContaining({ name: 'If-None-Match' })],
      responses: { 304: expect.anything() },
    });
    expect(paths['/drawing']?.get).not.toHaveProperty('x-etag');
  });

  it('describes each group once, whichever of its controllers does it', () => {
    const { tags } = finished(
      documentOf({
        '/b': { get: { tags: ['Pets'], responses: {} } },
        '/a': { get: { tags: ['Pets'], 'x-tag-description': 'Animals.', responses: {} } },
      }),
    );
    expect(tags).toEqual([{ name: 'Pets', description: 'Animals.' }]);
  });

  it('has an example of each whole thing', () => {
    const { components } = finished(documentOf({ '/pets': { get: { responses: answer } } }));
    expect(components?.schemas?.['Pet']).toMatchObject({ examples: [{ name: 'Rex' }] });
  });
});

describe('an example', () => {
  const schemas = {
    Pet: PET,
    Chain: { properties: { next: { $ref: '#/components/schemas/Chain' } } },
  };

  it.each<[string, unknown, unknown]>([
    ['its own', { type: 'integer', examples: [3, 4] }, 3],
    ['null, where that is its own', { type: ['string', 'null'], examples: [null] }, null],
    ['the first value there is', { enum: ['a', 'b'] }, 'a'],
    ['what it always is', { const: 'ok' }, 'ok'],
    ['what it is when left out', { type: 'integer', default: 50 }, 50],
    ['that of a named schema', { $ref: '#/components/schemas/Pet' }, { name: 'Rex' }],
    ['that of its parts', { allOf: [PET, { properties: { age: { const: 1 } } }] }, { name: 'Rex', age: 1 }],
    ['the first alternative', { oneOf: [{ const: 1 }, { const: 2 }] }, 1],
    ['a list of one', { type: 'array', items: PET }, [{ name: 'Rex' }]],
    ['a time', { type: 'string', format: 'date-time' }, '2026-03-02T08:00:00.000Z'],
    ['nothing, where nothing is said', { type: 'string' }, undefined],
    ['nothing, where it would hold itself', { $ref: '#/components/schemas/Chain' }, undefined],
  ])('is %s', (_what, schema, example) => {
    expect(exampleOf(schema, schemas)).toEqual(example);
  });
});
