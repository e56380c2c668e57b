import { Readable } from 'node:stream';

import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiParam, ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { HttpErrors } from '../http.errors.js';
import { documentRoute } from '../openapi/document-route.js';
import { Refuses } from '../openapi/refuses.decorator.js';
import { assertNoDefects, compileCoercingSchema, validated } from './compile-schema.js';
import { nulAt } from './nul-characters.js';
import type { JsonSchema } from './json-schema.js';

const BODY_REFUSALS = Refuses(
  HttpErrors.invalidRequest,
  HttpErrors.malformedJson,
  HttpErrors.bodyTooLarge,
  HttpErrors.unsupportedMediaType,
);

const QUERY_DECLARED = 'parcours:query-declared';

/** The query string of this route is checked elsewhere, or taken as it comes. */
export const AnyQuery = () => SetMetadata(QUERY_DECLARED, true);

export function declaresQuery(handler: object): boolean {
  return Reflect.getMetadata(QUERY_DECLARED, handler) === true;
}

/** Marks the route whose parameter carries a decorator. */
export function declareQuery(target: object, method: string | symbol): void {
  Reflect.defineMetadata(QUERY_DECLARED, true, methodOf(target, method));
}

/** The body, checked by the schema, which also is its documentation. `enforced` replaces it for the check alone. */
export function JsonBody(schema: JsonSchema, enforced: JsonSchema = schema): ParameterDecorator {
  const validate = validated<unknown>(enforced);
  const take = createParamDecorator((_nothing: unknown, context: ExecutionContext) =>
    validate(requestOf(context).body ?? absentBody(schema)),
  );
  return (target, method, index) => {
    if (method === undefined) return;
    take()(target, method, index);
    documentRoute(target, method, DocumentedBody(schema));
  };
}

/**
 * As {@link JsonBody}, on a route that takes a stream too (see `LargeBody`), which is handed on as it comes. The route
 * documents both by itself.
 */
export function JsonOrStream(schema: JsonSchema): ParameterDecorator {
  const validate = validated<unknown>(schema);
  const take = createParamDecorator((_nothing: unknown, context: ExecutionContext) => {
    const { body } = requestOf(context);
    return body instanceof Readable ? body : validate(body);
  });
  return (target, method, index) => {
    if (method === undefined) return;
    take()(target, method, index);
    documentRoute(target, method, BODY_REFUSALS);
  };
}

/** Documents a JSON body that the route reads by itself; `JsonBody` does it for those that it checks. */
export function DocumentedBody(schema: JsonSchema): MethodDecorator {
  return applyDecorators(
    ApiBody({ schema, required: Array.isArray(schema['required']) || schema['type'] !== 'object' }),
    BODY_REFUSALS,
  );
}

/** A call without a body is one with no members, where the schema asks for none. */
function absentBody(schema: JsonSchema): unknown {
  return schema['type'] === 'object' ? {} : undefined;
}

/** The query string as an object that the schema describes; unknown parameters are refused. */
export function QueryParams(schema: JsonSchema): ParameterDecorator {
  const closed = { additionalProperties: false, ...schema, type: 'object' };
  const check = compileCoercingSchema(closed);
  const take = createParamDecorator((_nothing: unknown, context: ExecutionContext) => {
    const query: unknown = Object.assign({}, requestOf(context).query);
    assertNoDefects(check(query), 'query string');
    return query;
  });
  return (target, method, index) => {
    if (method === undefined) return;
    take()(target, method, index);
    declareQuery(target, method);
    const members = Object.entries(membersOf(schema)).map(([name, member]) =>
      ApiQuery({ name, required: isRequired(schema, name), schema: member, ...descriptionOf(member) }),
    );
    documentRoute(target, method, ...members, Refuses(HttpErrors.invalidRequest));
  };
}

/** One part of the path, checked and converted by the schema; any text when none is given. */
export function PathParam(name: string, schema: JsonSchema = { type: 'string' }): ParameterDecorator {
  const check = compileCoercingSchema({ type: 'object', properties: { [name]: schema } });
  const take = createParamDecorator((_nothing: unknown, context: ExecutionContext) => {
    const parts: object = Object.assign({}, requestOf(context).params);
    assertNoDefects(check(parts), 'path');
    const value: unknown = Reflect.get(parts, name);
    if (typeof value === 'string' && value.includes('\0')) assertNoDefects([nulAt([name])], 'path');
    return value;
  });
  return (target, method, index) => {
    if (method === undefined) return;
    take()(target, method, index);
    const parameter = ApiParam({ name, schema, ...descriptionOf(schema) });
    const { invalidRequest, malformedRequest, uriTooLong } = HttpErrors;
    documentRoute(target, method, parameter, Refuses(invalidRequest, malformedRequest, uriTooLong));
  };
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

function membersOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const members = schema['properties'];
  return typeof members === 'object' && members !== null ? (members as Record<string, JsonSchema>) : {};
}

function isRequired(schema: JsonSchema, name: string): boolean {
  return Array.isArray(schema['required']) && schema['required'].includes(name);
}

function descriptionOf(schema: JsonSchema): { description?: string } {
  return typeof schema['description'] === 'string' ? { description: schema['description'] } : {};
}

function methodOf(target: object, method: string | symbol): object {
  return Reflect.get(target, method) as object;
}
