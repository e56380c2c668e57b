import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Providers' published descriptions are kept beside the project, not in it: a clone may be without them. */
const CONTRACTS = join(import.meta.dirname, '../../../../shared/contracts');

/** Where a file of the contracts is; `undefined` in a clone without them. */
export function contractFile(name: string): string | undefined {
  const path = join(CONTRACTS, name);
  return existsSync(path) ? path : undefined;
}

/** A request and its answer, as `HttpFake` keeps them. */
export interface ContractExchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly answer: { readonly status: number; readonly body?: unknown };
}

interface Json {
  readonly [member: string]: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly $ref?: string;
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly pointer: string;
  readonly operation: Json;
  readonly parameters: readonly Parameter[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** A provider's published description (OpenAPI 3, Swagger 2) that requests and answers are held against. */
export class ProviderContract {
  private readonly ajv = new Ajv2020({
    strict: false,
    logger: false,
    allErrors: true,
    coerceTypes: false,
    validateSchema: false,
  });
  private readonly forms = new Ajv2020({
    strict: false,
    logger: false,
    allErrors: true,
    coerceTypes: 'array',
    validateSchema: false,
  });
  private readonly routes: readonly Route[];

  private constructor(private readonly document: Json) {
    for (const ajv of [this.ajv, this.forms]) {
      addFormats.default(ajv);
      ajv.addSchema(document, 'contract');
    }
    this.routes = routesOf(document);
  }

  /** `undefined` in a clone without the file. */
  static open(name: string): ProviderContract | undefined {
    const path = contractFile(name);
    return path === undefined
      ? undefined
      : new ProviderContract(plain(JSON.parse(readFileSync(path, 'utf8'))) as Json);
  }

  /** Everything in which a request or its answer departs from the description; empty where nothing does. */
  defectsOf({ request, answer }: ContractExchange): readonly string[] {
    const [path = '', search = ''] = request.path.split('?');
    const route = this.routes.find(
      ({ method, pattern }) => method === request.method.toLowerCase() && pattern.test(path),
    );
    if (!route) return [`${request.method} ${path} is not described`];
    const defects = [
      ...this.parameterDefects(route, request, new URLSearchParams(search)),
      ...(answer.status < 400 ? this.bodyDefects(route, request) : []),
      ...this.answerDefects(route, answer),
    ];
    return defects.map((defect) => `${request.method} ${path}: ${defect}`);
  }

  private parameterDefects(
    { parameters }: Route,
    { headers }: ContractExchange['request'],
    query: URLSearchParams,
  ): readonly string[] {
    const missing = parameters
      .map((parameter) => (parameter.$ref ? (this.resolve(parameter.$ref) as Parameter) : parameter))
      .filter(({ required }) => required)
      .filter(({ name, in: place }) => {
        if (place === 'query') return !query.has(name);
        return place === 'header' && headers[name.toLowerCase()] === undefined;
      });
    return missing.map(({ name, in: place }) => `the ${place} parameter ${name} is missing`);
  }

  private bodyDefects({ operation, pointer, parameters }: Route, request: ContractExchange['request']) {
    const type = (request.headers['content-type'] ?? '').split(';')[0] ?? '';
    const body = parameters.findIndex((parameter) => parameter.in === 'body');
    if (body >= 0) return this.schemaDefects(`${pointer}/parameters/${String(body)}/schema`, request, type);
    const described = operation['requestBody'] as Json | undefined;
    if (!described) return request.body === '' ? [] : ['a body is sent where none is described'];
    const at = pointerOf(described, `${pointer}/requestBody`);
    const content = (this.resolve(`#${at}`) as Json)['content'] as Json;
    if (!(type in content)) return [`the content type ${type} is not described`];
    return this.schemaDefects(`${at}/content/${escaped(type)}/schema`, request, type);
  }

  private schemaDefects(
    pointer: string,
    { headers, body }: ContractExchange['request'],
    type: string,
  ): readonly string[] {
    if (this.resolve(`#${pointer}`) === undefined) return [];
    const isForm = type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data';
    const value = isForm ? formOf(body, headers['content-type'] ?? '') : parsed(body);
    return this.check(isForm ? this.forms : this.ajv, pointer, value).map((defect) => `body${defect}`);
  }

  private answerDefects(
    { operation, pointer }: Route,
    { status, body }: ContractExchange['answer'],
  ): readonly string[] {
    const responses = operation['responses'] as Json;
    const range = `${String(status).slice(0, 1)}XX`;
    const name = [String(status), range, range.toLowerCase(), 'default'].find((each) => each in responses);
    // Most descriptions name only what goes well.
    if (name === undefined) return status >= 400 ? [] : [`the status ${String(status)} is not described`];
    const said = responses[name] as Json;
    const at = pointerOf(said, `${pointer}/responses/${name}`);
    const response = this.resolve(`#${at}`) as Json;
    const content = (response['content'] ?? {}) as Json;
    const type = Object.keys(content).find((each) => each.includes('json'));
    const schemaAt = 'schema' in response ? `${at}/schema` : type && `${at}/content/${escaped(type)}/schema`;
    if (schemaAt === undefined || this.resolve(`#${schemaAt}`) === undefined) return [];
    const value =
      typeof body === 'string' ? parsed(body) : (JSON.parse(JSON.stringify(body ?? {})) as unknown);
    return this.check(this.ajv, schemaAt, value).map((defect) => `answer ${String(status)}${defect}`);
  }

  private check(ajv: Ajv2020, pointer: string, value: unknown): readonly string[] {
    const validate = ajv.compile({ $ref: `contract#${encodeURI(pointer)}` });
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = '', params }) => {
      return ` ${instancePath} ${message} ${JSON.stringify(params)}`;
    });
  }

  private resolve(reference: string): unknown {
    const names = reference.replace(/^#\//, '').split('/');
    return names.reduce<unknown>((found, name) => {
      return (found as Json | undefined)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')];
    }, this.document);
  }
}

function routesOf(document: Json): readonly Route[] {
  const servers = (document['servers'] ?? []) as readonly { url: string }[];
  const base = typeof document['basePath'] === 'string' ? document['basePath'] : pathOf(servers[0]?.url);
  const paths = Object.entries(document['paths'] as Record<string, Json>);
  const routes = paths.flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method): Route => {
      const operation = item[method] as Json;
      return {
        method,
        pattern: patternOf(base.replace(/\/$/, ''), path),
        pointer: `/paths/${escaped(path)}/${method}`,
        operation,
        parameters: (operation['parameters'] ?? []) as readonly Parameter[],
      };
    }),
  );
  // A path without variables is meant before one with.
  return routes.sort((a, b) => a.pointer.split('{').length - b.pointer.split('{').length);
}

function pathOf(server = ''): string {
  return server.replace(/^https?:\/\/[^/]*/, '');
}

/** A fake on loopback may stand at the root of its server or below. */
function patternOf(base: string, path: string): RegExp {
  const literal = (text: string): string =>
    text
      .split(/\{[^}]*\}/)
      .map((part) => part.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&'))
      .join('[^/]+');
  return new RegExp(`^(?:${literal(base)})?${literal(path)}$`);
}

/** Where something stands that may be a reference. */
function pointerOf({ $ref }: Json, otherwise: string): string {
  return typeof $ref === 'string' ? $ref.slice(1) : otherwise;
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function formOf(body: string, contentType: string): unknown {
  const entries = contentType.startsWith('multipart/')
    ? multipart(body, contentType)
    : [...new URLSearchParams(body)];
  const form: Record<string, string | string[]> = {};
  for (const [name, value] of entries) {
    const known = form[name];
    form[name] = known === undefined ? value : [known, value].flat();
  }
  return form;
}

function multipart(body: string, contentType: string): readonly (readonly [string, string])[] {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1] ?? '';
  return body.split(`--${boundary}`).flatMap((part) => {
    const name = /name="([^"]*)"/.exec(part)?.[1];
    const at = part.indexOf('\r\n\r\n');
    return name === undefined || at < 0 ? [] : [[name, part.slice(at + 4).replace(/\r\n$/, '')] as const];
  });
}

/** As JSON Schema has it: OpenAPI 3.0 says `nullable` where it means a type, and bounds are exclusive by a flag. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = value as Json;
  const members = Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, plain(member)]));
  const bounds = {
    ...(typeof exclusiveMinimum === 'boolean' ? {} : exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...(typeof exclusiveMaximum === 'boolean' ? {} : exclusiveMaximum !== undefined && { exclusiveMaximum }),
  };
  if (nullable !== true) return { ...members, ...bounds };
  return { anyOf: [{ ...members, ...bounds }, { type: 'null' }] };
}
