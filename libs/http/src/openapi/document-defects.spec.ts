import type { OpenAPIObject } from '@nestjs/swagger';

import { HttpErrors } from '../http.errors.js';
import { documentDefects } from './document-defects.js';

const TOLD = { type: 'string', description: 'Its name.', examples: ['Rex'] };
const NAMED = { $ref: '#/components/schemas/Pet' };

const COMPLETE = {
  summary: 'Read a pet',
  description: 'As it is.\n\nNeeds the scope `pets:read`.',
  tags: ['Pets'],
  security: [{ token: ['pets:read'] }],
  'x-scope': 'pets:read',
  'x-problem-codes': [HttpErrors.routeNotFound.entry.code],
  parameters: [
    { name: 'key', in: 'path', description: 'Its key.', schema: { type: 'string', examples: ['rex'] } },
  ],
  responses: { 200: { content: { 'application/json': { schema: { properties: { data: NAMED } } } } } },
};

function document(change: object = {}, schemas: object = {}): OpenAPIObject {
  const operation = { ...COMPLETE, ...change };
  const pet = { description: 'A pet.', type: 'object', properties: { name: TOLD } };
  return JSON.parse(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Pets', version: '1' },
      tags: [{ name: 'Pets', description: 'Animals.' }],
      paths: { '/pets/{key}': { get: operation } },
      components: { schemas: { Pet: pet, ...schemas } },
    }),
  );
}

describe('what a document leaves untold', () => {
  it('is nothing where everything is said', () => {
    expect(documentDefects(document())).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a summary', { summary: undefined }, "give it a summary: @ApiOperation({ summary: '…' })"],
    [
      'a description beyond its scope',
      { description: 'Needs the scope `pets:read`.' },
      "describe it: @ApiOperation({ description: '…' })",
    ],
    ['its group', { tags: [] }, "put it into one group: @Tag('…')"],
    [
      'that the thing may be missing',
      { 'x-problem-codes': [] },
      'say what it answers when there is no such thing: @Refuses(….notFound)',
    ],
    [
      'a problem that there is',
      { 'x-problem-codes': ['http.route-not-found', 'pets.bite'] },
      "the problem 'pets.bite' is in no catalogue",
    ],
    [
      'a parameter',
      { parameters: [{ name: 'key', schema: { type: 'string', examples: ['rex'] } }] },
      "describe the parameter 'key' in its schema",
    ],
    [
      'an example of a parameter',
      { parameters: [{ name: 'key', description: 'Its key.', schema: { type: 'string' } }] },
      "give the parameter 'key' an example in its schema",
    ],
    [
      'the name of a body',
      { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } },
      'name the schema of its body: give it a title that begins with a capital',
    ],
    ['its answer', { responses: {} }, 'declare what it answers: @Answers(200, SCHEMA)'],
    ['what is in its answer', { responses: { 200: {} } }, 'declare what 200 answers: @Answers(200, SCHEMA)'],
    [
      'the name of its answer',
      { responses: { 201: { content: { 'application/json': { schema: { type: 'object' } } } } } },
      'name the schema of 201: give it a title that begins with a capital',
    ],
  ])('names %s', (_what, change, defect) => {
    expect(documentDefects(document(change))).toEqual([`GET /pets/{key}: ${defect}`]);
  });

  it('takes no body, no name and a list without a 404 as they are', () => {
    expect(documentDefects(document({ responses: { 204: {} } }))).toEqual([]);
    const creating = { 'x-problem-codes': [], 'x-creates-missing': true };
    expect(documentDefects(document(creating))).toEqual([]);
    const drawing = { 200: { content: { 'image/svg+xml': { schema: { type: 'string' } } } } };
    expect(documentDefects(document({ responses: drawing }))).toEqual([]);
    const cursor = {
      name: 'cursor',
      description: 'The next page.',
      schema: { type: 'string', examples: ['x'] },
    };
    expect(documentDefects(document({ 'x-problem-codes': [], parameters: [cursor] }))).toEqual([]);
  });

  it('names groups and members of schemas, however deep', () => {
    const Bare = {
      title: 'Bare',
      type: 'object',
      properties: { list: { type: 'array', items: { properties: { age: {} } } } },
    };
    const bare = document({}, { Bare });
    expect(documentDefects({ ...bare, tags: [{ name: 'Pets' }] })).toEqual([
      "tag 'Pets': say what it groups, once, with @Tag('Pets', '…') on a controller",
      'schema Bare: describe /list',
      'schema Bare: give /list an example',
      'schema Bare: describe /list/age',
      'schema Bare: give /list/age an example',
    ]);
  });

  it('takes an example of the whole as one of each member in it', () => {
    const Told = {
      description: 'Told.',
      properties: {
        list: {
          type: 'array',
          description: 'All.',
          items: { properties: { age: { description: 'Years.' } } },
        },
      },
      examples: [{ list: [{ age: 7 }] }],
    };
    expect(documentDefects(document({}, { Told }))).toEqual([]);
  });
});
