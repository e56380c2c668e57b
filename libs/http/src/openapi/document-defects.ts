import type { OpenAPIObject } from '@nestjs/swagger';
import { declaredErrors } from '@parcours/kernel';

import { SCOPE_EXTENSION } from '../tokens/scope.decorator.js';
import { CREATES_EXTENSION } from './answers.decorator.js';
import { componentDefects } from './component-defects.js';
import { exampleOf } from './examples.js';
import {
  entriesIn,
  isRecord,
  listIn,
  type Operation,
  operationsOf,
  type PlacedOperation,
  recordIn,
} from './operation.js';
import { PROBLEM_CODES } from './problem-responses.js';

type Schemas = Readonly<Record<string, unknown>>;

/** What a document does not tell: one sentence each, naming the route or schema and what to add to it. */
export function documentDefects(document: OpenAPIObject): string[] {
  const schemas: Schemas = { ...document.components?.schemas };
  return [
    ...operationsOf(document).flatMap((placed) => {
      const label = `${placed.method} ${placed.path}`;
      return operationDefects(placed, schemas).map((defect) => `${label}: ${defect}`);
    }),
    ...(document.tags ?? [])
      .filter(({ description = '' }) => description === '')
      .map(
        ({ name }) => `tag '${name}': say what it groups, once, with @Tag('${name}', '…') on a controller`,
      ),
    ...componentDefects(schemas),
  ];
}

function operationDefects({ method, path, operation }: PlacedOperation, schemas: Schemas): string[] {
  const codes = listIn(operation, PROBLEM_CODES);
  const unknown = codes.filter((code) => !declaredErrors().some((entry) => entry.code === code));
  const isPublic = operation[SCOPE_EXTENSION] === undefined;
  return [
    ...told(textOf(operation, 'summary') !== '', "give it a summary: @ApiOperation({ summary: '…' })"),
    ...told(descriptionOf(operation) !== '', "describe it: @ApiOperation({ description: '…' })"),
    ...told(listIn(operation, 'tags').length === 1, "put it into one group: @Tag('…')"),
    ...told(isPublic || operation['security'] !== undefined, 'declare its scope: @Scope'),
    ...told(
      !path.includes('{') ||
        method === 'PUT' ||
        operation[CREATES_EXTENSION] === true ||
        isList(operation) ||
        codes.some((code) => statusOf(code) === 404),
      'say what it answers when there is no such thing: @Refuses(….notFound)',
    ),
    ...unknown.map((code) => `the problem '${String(code)}' is in no catalogue`),
    ...listIn(operation, 'parameters').flatMap((parameter) => parameterDefects(parameter, schemas)),
    ...bodyDefects(operation),
    ...answerDefects(operation),
  ];
}

function parameterDefects(parameter: unknown, schemas: Schemas): string[] {
  if (!isRecord(parameter)) return [];
  const name = textOf(parameter, 'name');
  const example = parameter['example'] ?? exampleOf(parameter['schema'], schemas);
  return [
    ...told(textOf(parameter, 'description') !== '', `describe the parameter '${name}' in its schema`),
    ...told(example !== undefined, `give the parameter '${name}' an example in its schema`),
  ];
}

function bodyDefects(operation: Operation): string[] {
  if (!isRecord(operation['requestBody'])) return [];
  const contents = Object.values(recordIn(operation['requestBody'], 'content'));
  return contents.flatMap((content) =>
    told(
      isNamed(schemaOf(content)),
      'name the schema of its body: give it a title that begins with a capital',
    ),
  );
}

function answerDefects(operation: Operation): string[] {
  const successes = Object.entries(recordIn(operation, 'responses')).filter(([status]) => /^2/.test(status));
  if (successes.length === 0) return ['declare what it answers: @Answers(200, SCHEMA)'];
  return successes.flatMap(([status, response]) => {
    if (status === '204' || !isRecord(response)) return [];
    const contents = Object.entries(recordIn(response, 'content'));
    if (contents.length === 0) return [`declare what ${status} answers: @Answers(${status}, SCHEMA)`];
    return contents.flatMap(([mediaType, content]) =>
      told(
        !mediaType.endsWith('json') || isNamed(schemaOf(content)),
        `name the schema of ${status}: give it a title that begins with a capital`,
      ),
    );
  });
}

/** A reference, a list of such, or one of such; what stands in an envelope counts. */
function isNamed(schema: unknown): boolean {
  if (!isRecord(schema)) return false;
  if (typeof schema['$ref'] === 'string') return true;
  const properties = schema['properties'];
  if (isRecord(properties) && 'data' in properties) return isNamed(properties['data']);
  if (schema['type'] === 'array') return isNamed(schema['items']);
  const alternatives = entriesIn(schema, ['oneOf', 'allOf']);
  return alternatives.length > 0 && alternatives.every(isNamed);
}

/** What belongs to something unknown is an empty list, and PUT may create. */
function isList(operation: Operation): boolean {
  return listIn(operation, 'parameters').some(
    (parameter) => isRecord(parameter) && parameter['name'] === 'cursor',
  );
}

function schemaOf(content: unknown): unknown {
  return isRecord(content) ? content['schema'] : undefined;
}

/** The sentence on its scope is added to every route; it is no description. */
function descriptionOf(operation: Operation): string {
  return textOf(operation, 'description')
    .replace(/Needs the scope `[^`]*`\.$/, '')
    .trim();
}

function textOf(holder: Record<string, unknown>, member: string): string {
  const value = holder[member];
  return typeof value === 'string' ? value : '';
}

function statusOf(code: unknown): number | undefined {
  return declaredErrors().find((entry) => entry.code === code)?.status;
}

function told(holds: boolean, defect: string): string[] {
  return holds ? [] : [defect];
}
