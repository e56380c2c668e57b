import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { HttpErrors } from '../http.errors.js';
import { documentRoute } from '../openapi/document-route.js';
import { Refuses } from '../openapi/refuses.decorator.js';
import { declareQuery } from '../validation/request-parts.decorator.js';
import { filterSchema } from './filter-schema.js';
import { DEFAULT_LIMIT, MAX_LIMIT, parseListQuery } from './list-query.js';
import { type ListSpec, operatorsOf } from './list-spec.js';

/** The query string of a list, as a `ListQuery`; also its documentation. */
export function ListParams(spec: ListSpec): ParameterDecorator {
  return listParameter(spec, (query) => parseListQuery(query, spec));
}

/**
 * As {@link ListParams}, where what the list has is known when it is asked alone: the parameter is a function that reads
 * the query string by a spec.
 */
export function OpenListParams(spec: ListSpec): ParameterDecorator {
  return listParameter(spec, (query) => (actual: ListSpec) => parseListQuery(query, actual));
}

/** As it came, for a list that says itself what of it can be read; documented by the fields that are known. */
export function RawListParams(spec: ListSpec): ParameterDecorator {
  return listParameter(spec, (query) => query);
}

function listParameter(spec: ListSpec, read: (query: unknown) => unknown): ParameterDecorator {
  const take = createParamDecorator((_nothing: unknown, context: ExecutionContext) =>
    read(context.switchToHttp().getRequest<FastifyRequest>().query),
  );
  return (target, method, index) => {
    if (method === undefined) return;
    take()(target, method, index);
    declareQuery(target, method);
    const parameters = documentation(spec).map((parameter) => ApiQuery({ ...parameter, required: false }));
    documentRoute(target, method, ...parameters, Refuses(HttpErrors.invalidRequest, HttpErrors.badCursor));
  };
}

type Documentation = Extract<Parameters<typeof ApiQuery>[0], { schema: unknown }>;

function documentation(spec: ListSpec): Documentation[] {
  const fields = Object.entries(spec.fields);
  const filters = fields.map(([name, field]) => `\`${name}\`: ${operatorsOf(field).join(' ')}`);
  const sortable = fields.filter(([, field]) => !field.unsortable).map(([name]) => name);
  const members = spec.members ?? Object.keys(spec.fields);
  return [
    {
      name: 'filter',
      style: 'deepObject',
      explode: true,
      description: [
        `\`filter[field][operator]=value\`; \`in\` and \`nin\` take commas between values. ${filters.join('; ')}.`,
        spec.description,
      ]
        .join(' ')
        .trim(),
      schema: filterSchema(spec),
    },
    commaSeparated('sort', {
      description: `\`-\` in front for descending; \`${spec.defaultSort}\` when left out.`,
      values: sortable.flatMap((name) => [name, `-${name}`]),
      example: spec.defaultSort.split(','),
    }),
    ...Object.entries(spec.parameters ?? {}).map(([name, { description, pattern, maxLength, example }]) => ({
      name,
      schema: {
        type: 'string',
        maxLength,
        ...(pattern !== undefined && { pattern }),
        ...(example !== undefined && { examples: [example] }),
      },
      description,
    })),
    ...(members.length === 0
      ? []
      : [
          commaSeparated('fields', {
            description: 'The members to answer; all when left out.',
            values: members,
            example: members.slice(0, 2),
          }),
        ]),
    ...(spec.includes === undefined
      ? []
      : [
          commaSeparated('include', {
            description: 'What to answer beside them.',
            values: spec.includes,
            example: spec.includes.slice(0, 1),
          }),
        ]),
    {
      name: 'limit',
      schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
      description: 'How many a page holds at most.',
    },
    {
      name: 'cursor',
      schema: { type: 'string', examples: ['eyJmIjoiNnQiLCJwIjpbMV19'] },
      description: '`page.next` of the page before.',
    },
    {
      name: 'count',
      schema: { type: 'boolean', default: false },
      description: '`true` answers `page.total` too.',
    },
  ];
}

interface Names {
  readonly description: string;
  readonly values: readonly string[];
  readonly example: readonly string[];
}

function commaSeparated(name: string, { description, values, example }: Names): Documentation {
  return {
    name,
    style: 'form',
    explode: false,
    description: `${description} Commas between them.`,
    schema: { type: 'array', items: { type: 'string', enum: [...values] }, examples: [example] },
  };
}
