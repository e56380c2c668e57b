import { isJsonObject, readPath } from '@parcours/kernel';
import type { JsonObject, JsonValue } from '@parcours/kernel';
import { QuickstartErrors } from './quickstart.errors.js';

type Method = 'GET' | 'PUT' | 'POST' | 'PATCH';

interface Answer {
  readonly status: number;
  readonly body: JsonValue;
}

/** The REST API as the quickstart uses it: the way any client would. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** The thing, or `undefined` where there is none. @throws quickstart.api-refused */
  async find(path: string): Promise<JsonObject | undefined> {
    const { status, body } = await this.send('GET', path);
    if (status === 404) return undefined;
    const thing = readPath(accepted('GET', path, { status, body }), 'data');
    return isJsonObject(thing) ? thing : undefined;
  }

  /** All things of a list that fits one page. @throws quickstart.api-refused */
  async list(path: string): Promise<readonly JsonObject[]> {
    const things = readPath(accepted('GET', path, await this.send('GET', path)), 'data');
    return Array.isArray(things) ? things.filter(isJsonObject) : [];
  }

  /** @throws quickstart.api-refused with the first of the errors that the API tells. */
  async change(method: Exclude<Method, 'GET'>, path: string, body: JsonValue): Promise<JsonValue> {
    return accepted(method, path, await this.send(method, path, body));
  }

  private async send(method: Method, path: string, body?: JsonValue): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as JsonValue) };
  }
}

function accepted(method: Method, path: string, { status, body }: Answer): JsonValue {
  if (status < 300) return body;
  const problem = isJsonObject(body) ? body : {};
  const [first] = Array.isArray(problem['errors']) ? problem['errors'] : [];
  const detail = wordsOf(problem['detail']) || `status ${String(status)}`;
  const inner = isJsonObject(first)
    ? [wordsOf(first['pointer']), wordsOf(first['detail'])].filter((part) => part !== '')
    : [];
  const reason = inner.length === 0 ? detail : `${detail} (${inner.join(': ')})`;
  throw QuickstartErrors.apiRefused({ request: `${method} ${path}`, reason });
}

/** A member of an answer in words; empty where it is absent. */
export function wordsOf(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}
