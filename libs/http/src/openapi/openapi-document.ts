import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { SCOPE_EXTENSION } from '../tokens/scope.decorator.js';
import { WRITE_KEY_AUTH } from '../tokens/write-key.js';
import { describeEtags } from './etag-notes.js';
import { exampleOf } from './examples.js';
import { NamedSchemas } from './named-schemas.js';
import { isRecord, type Operation, operationsOf } from './operation.js';
import { PROBLEM_SCHEMA, ProblemResponses } from './problem-responses.js';
import { takeTagDescription } from './tag.decorator.js';

const INTRODUCTION = `Everything that Parcours can do. JSON in and out. Errors are
[problem+json](https://www.rfc-editor.org/rfc/rfc9457) with a stable \`code\`. Lists take
\`filter[field][operator]=value\`, \`sort\`, \`fields\`, \`limit\`, \`cursor\` and \`count=true\`. Every thing has an
\`ETag\`; give it back in \`If-Match\` to change only what you have seen. A POST with an \`Idempotency-Key\` happens once.`;

// An installation belongs to whoever runs it: no address would be true of all of them.
const CONTACT = { name: 'Whoever runs this installation' };

/** The OpenAPI 3.1 document of all routes. */
export function openApiDocument(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Parcours')
    .setDescription(INTRODUCTION)
    .setVersion(version)
    .setOpenAPIVersion('3.1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'This installation.')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        description: 'An API token (prc_…), or the access token of a session (prs_…).',
      },
      'token',
    )
    .addBasicAuth(
      { type: 'http', scheme: 'basic', description: 'An API token as user name, no password.' },
      WRITE_KEY_AUTH,
    )
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return finished({ ...document, info: { ...document.info, contact: CONTACT } });
}

/** What the decorators have left in the operations, put where OpenAPI has its place. */
export function finished(document: OpenAPIObject): OpenAPIObject {
  const operations = operationsOf(document);
  const problems = new ProblemResponses();
  const tags = new Map<string, string | undefined>();
  for (const { operation } of operations) {
    describeScope(operation);
    problems.describe(operation);
    collectTags(operation, tags);
  }
  describeEtags(operations);
  const responses = problems.components;
  const schemas = namedSchemasIn([...operations.map(({ operation }) => operation), responses]);
  return {
    ...document,
    tags: [...tags].sort(byName).map(([name, description = '']) => ({ name, description })),
    components: { ...document.components, responses, schemas: withExamples(schemas) },
  };
}

/** Says which scope a route needs. */
function describeScope(operation: Operation): void {
  const scope = operation[SCOPE_EXTENSION];
  if (typeof scope !== 'string') return;
  const told = typeof operation['description'] === 'string' ? operation['description'] : '';
  operation['description'] = `${told}\n\nNeeds the scope \`${scope}\`.`.trim();
}

function collectTags(operation: Operation, tags: Map<string, string | undefined>): void {
  const description = takeTagDescription(operation);
  const names: unknown = operation['tags'];
  if (!Array.isArray(names)) return;
  for (const name of names) {
    if (typeof name === 'string') tags.set(name, tags.get(name) ?? description);
  }
}

/** Each named schema once; everything else points at it. */
function namedSchemasIn(parts: readonly object[]): NamedSchemas['components'] {
  const schemas = new NamedSchemas();
  schemas.referTo(PROBLEM_SCHEMA);
  for (const part of parts) replaceSchemas(part, schemas);
  return schemas.components;
}

/** Everywhere that an operation has a schema: parameters, bodies, answers. */
function replaceSchemas(part: unknown, schemas: NamedSchemas): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [member, inner] of Object.entries(part)) {
    if (member === 'schema') Reflect.set(part, member, schemas.referTo(inner));
    else if (member !== 'example' && member !== 'examples') replaceSchemas(inner, schemas);
  }
}

/** An example of each whole thing, where it has none of its own. */
function withExamples(schemas: NamedSchemas['components']): NamedSchemas['components'] {
  const exemplified = Object.entries(schemas).map(([name, schema]) => {
    const example =
      isRecord(schema['properties']) && !schema['examples'] ? exampleOf(schema, schemas) : undefined;
    return [name, example === undefined ? schema : { ...schema, examples: [example] }] as const;
  });
  return Object.fromEntries(exemplified);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  // As people look names up: an abbreviation in capitals stands among the other words.
  return a.localeCompare(b, 'en');
}
