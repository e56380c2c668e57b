import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { declareQuery } from '../validation/request-parts.decorator.js';
import { DEFAULT_LIMIT, MAX_LIMIT, parseListQuery } from './list-query.js';
import { type ListSpec, operatorsOf } from './list-spec.js';

/** The query string of a list, as a `ListQuery`; also its documentation. */
export function ListParams(spec: ListSpec): ParameterDecorator {
  const take = createParamDecorator((_nothing: unknown, context: ExecutionContext) =>
    parseListQuery(context.switchToHttp().getRequest<FastifyRequest>().query, spec),
  );
  return (target, method, index) => {
    if (method === undefined) return;
    take()(target, method, index);
    declareQuery(target, method);
    const descriptor = Object.getOwnPropertyDescriptor(target, method) ?? {};
    for (const document of documentation(spec)) ApiQuery(document)(target, method, descriptor);
  };
}

/**
 * The query string of a list whose fields are not all known before it is asked: as it came, to be read with
 * `parseListQuery`; documented by the fields that are known.
 */
export function OpenListParams(spec: ListSpec): ParameterDecorator {
  const take = createParamDecorator(
    (_nothing: unknown, context: ExecutionContext): unknown =>
      context.switchToHttp().getRequest<FastifyRequest>().query,
  );
  return (target, method, index) => {
    if (method === undefined) return;
    take()(target, method, index);
    declareQuery(target, method);
    const descriptor = Object.getOwnPropertyDescriptor(target, method) ?? {};
    for (const document of documentation(spec)) ApiQuery(document)(target, method, descriptor);
  };
}

type Documentation = Parameters<typeof ApiQuery>[0];

function documentation(spec: ListSpec): Documentation[] {
  const fields = Object.entries(spec.fields);
  const sortable = fields.filter(([, field]) => !field.unsortable).map(([name]) => name);
  const filters = fields.map(([name, field]) => `\`${name}\`: ${operatorsOf(field).join(' ')}`);
  const optional = { required: false } as const;
  const text = { type: 'string' };
  return [
    {
      ...optional,
      name: 'filter',
      style: 'deepObject',
      explode: true,
      description: `\`filter[field][operator]=value\`. ${filters.join('; ')}.`,
      schema: { type: 'object', additionalProperties: { type: 'object', additionalProperties: text } },
    },
    {
      ...optional,
      name: 'sort',
      schema: { ...text, default: spec.defaultSort },
      description: `Comma-separated, \`-\` for descending: ${sortable.join(', ')}.`,
    },
    ...Object.entries(spec.parameters ?? {}).map(([name, { description, pattern, maxLength }]) => ({
      ...optional,
      name,
      schema: { ...text, maxLength, ...(pattern !== undefined && { pattern }) },
      description,
    })),
    { ...optional, name: 'fields', schema: text, description: 'Comma-separated members to answer.' },
    ...(spec.includes
      ? [
          {
            ...optional,
            name: 'include',
            schema: text,
            description: `Comma-separated: ${spec.includes.join(', ')}.`,
          },
        ]
      : []),
    {
      ...optional,
      name: 'limit',
      schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
    },
    { ...optional, name: 'cursor', schema: text, description: '`page.next` of the page before.' },
    {
      ...optional,
      name: 'count',
      schema: { type: 'boolean' },
      description: '`true` answers `page.total` too.',
    },
  ];
}
