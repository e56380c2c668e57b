import addFormatsModule from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly 'x-problem-codes'?: readonly string[];
}

interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly body: unknown;
}

// CommonJS: Node puts the function under `default`, Jest's CommonJS mode does not always.
const addFormats = typeof addFormatsModule === 'function' ? addFormatsModule : addFormatsModule.default;

/** Routes that tests have for themselves, and do not document. */
const PROBES = '/api/v1/probe/';

/** What the OpenAPI document promises, held against what is answered. */
export class Contract {
  private readonly routes: (readonly [RegExp, string])[];
  private readonly ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(
    private readonly document: {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    },
  ) {
    addFormats(this.ajv);
    this.ajv.addSchema(document, 'openapi');
    // Fixed parts before variable ones, as the router has it.
    this.routes = Object.keys(document.paths)
      .filter((path) => !path.startsWith(PROBES))
      .sort((a, b) => (a.replaceAll('{', '~') < b.replaceAll('{', '~') ? -1 : 1))
      .map((path) => [new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`), path]);
  }

  /** As `fetch`. @throws Error where the document does not name the answer, or says that it is another */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const { status, url } = response;
    const { method = 'GET' } = init ?? {};
    const contentType = response.headers.get('content-type');
    const body = bodyOf(await response.clone().text(), contentType);
    const breach = this.breachIn({ method, url, status, contentType, body });
    if (breach === undefined) return response;
    throw new Error(`the documentation of ${method} ${url} is wrong: ${breach}`);
  };

  private breachIn({ method, url, status, contentType, body }: Exchange): string | undefined {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const path = this.routes.find(([pattern]) => pattern.test(pathname))?.[1];
    const operation = path === undefined ? undefined : this.document.paths[path]?.[method.toLowerCase()];
    if (path === undefined || operation === undefined) return undefined;
    if (status >= 400) return problemBreach(operation, status, body);
    const response = operation.responses[String(status)];
    if (response === undefined) return `it answers ${String(status)} as well`;
    const mediaType = contentType?.split(';')[0]?.trim() ?? '';
    if (response.content === undefined || status === 304) {
      return body === undefined ? undefined : `${String(status)} has a body`;
    }
    if (!Object.hasOwn(response.content, mediaType)) return `${String(status)} is of type ${mediaType}`;
    // With `fields`, an answer holds no more than was asked for.
    if (!mediaType.endsWith('json') || searchParams.has('fields')) return undefined;
    const parts = [
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      mediaType,
      'schema',
    ];
    return this.schemaBreach(parts.map(pointerPart).join('/'), body);
  }

  private schemaBreach(pointer: string, body: unknown): string | undefined {
    const validate = this.compiled.get(pointer) ?? this.ajv.compile({ $ref: `openapi#/${pointer}` });
    this.compiled.set(pointer, validate);
    return validate(body) ? undefined : this.ajv.errorsText(validate.errors, { dataVar: 'answer' });
  }
}

function bodyOf(text: string, contentType: string | null): unknown {
  if (text === '') return undefined;
  return /\bjson\b/u.test(contentType ?? '') ? JSON.parse(text) : text;
}

function problemBreach(operation: Operation, status: number, body: unknown): string | undefined {
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
  if (operation['x-problem-codes']?.some((known) => known === code)) return undefined;
  return `it answers ${String(status)} ${String(code)} as well: @Refuses(…)`;
}

function pointerPart(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
