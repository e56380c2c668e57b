import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { PROBLEM_TYPE } from '../problems/problem.js';
import { SCOPE_EXTENSION } from '../tokens/scope.decorator.js';
import { WRITE_KEY_AUTH } from '../tokens/write-key.js';
import type { JsonSchema } from '../validation/json-schema.js';

const INTRODUCTION = `Everything that Parcours can do. JSON in and out. Errors are
[problem+json](https://www.rfc-editor.org/rfc/rfc9457) with a stable \`code\`. Lists take
\`filter[field][operator]=value\`, \`sort\`, \`fields\`, \`limit\`, \`cursor\` and \`count=true\`. Every thing has an
\`ETag\`; give it back in \`If-Match\` to change only what you have seen. A POST with an \`Idempotency-Key\` happens once.`;

const PROBLEM_SCHEMA: JsonSchema = {
  title: 'Problem',
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri', examples: ['urn:parcours:problem:http.invalid-request'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Stable; listed in docs/reference/errors.md.' },
    instance: { type: 'string', description: 'The request; also in the header x-request-id.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer to what is wrong.' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
};

type Operation = Record<string, unknown>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The OpenAPI 3.1 document of all routes. */
export function openApiDocument(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Parcours')
    .setDescription(INTRODUCTION)
    .setVersion(version)
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token: prc_…' }, 'token')
    .addBasicAuth(
      { type: 'http', scheme: 'basic', description: 'An API token as user name, no password.' },
      WRITE_KEY_AUTH,
    )
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
  };
  for (const operation of operationsOf(document)) describeAccess(operation);
  return document;
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.values(document.paths).flatMap((path) =>
    METHODS.flatMap((method) => {
      const operation: unknown = Reflect.get(path, method);
      return isOperation(operation) ? [operation] : [];
    }),
  );
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null;
}

/** Says which scope a route needs, and which problems any route can answer. */
function describeAccess(operation: Operation): void {
  const scope = operation[SCOPE_EXTENSION];
  const told = typeof operation['description'] === 'string' ? operation['description'] : '';
  const responses = isOperation(operation['responses']) ? operation['responses'] : {};
  if (typeof scope === 'string') {
    operation['description'] = `${told}\n\nNeeds the scope \`${scope}\`.`.trim();
    responses['401'] ??= problem('No token, or one that is unknown, revoked or expired.');
    responses['403'] ??= problem(`The token lacks the scope ${scope}.`);
  }
  if (operation['requestBody'] !== undefined || operation['parameters'] !== undefined) {
    responses['400'] ??= problem('Something in the request is wrong; `errors` says what and where.');
  }
  responses['default'] ??= problem('Any other problem.');
  operation['responses'] = responses;
}

function problem(description: string): JsonSchema {
  return { description, content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } };
}
