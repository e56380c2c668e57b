/** An answer of the API, or none: `status` 0 stands for a connection that failed or broke. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A campaign tool's view of the API. The address changes when the API starts anew. */
export class ApiClient {
  url = '';

  constructor(private readonly token: string) {}

  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.send(method, path, body === undefined ? undefined : JSON.stringify(body), 'application/json');
  }

  /** As `call`, for a body that is not JSON. */
  async send(method: string, path: string, text: string | undefined, type: string): Promise<Answer> {
    try {
      const response = await fetch(`${this.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(text === undefined ? {} : { 'content-type': type }),
        },
        ...(text === undefined ? {} : { body: text }),
        signal: AbortSignal.timeout(20_000),
      });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } catch {
      return { status: 0, body: undefined };
    }
  }

  async publish(collection: string, key: string, document: unknown): Promise<void> {
    for (const [method, path, body] of [
      ['PUT', `/${collection}/${key}`, document],
      ['POST', `/${collection}/${key}/publish`, {}],
    ] as const) {
      const { status, body: answer } = await this.call(method, path, body);
      if (status >= 300 || status === 0) {
        throw new Error(`${method} ${path} was answered ${String(status)}: ${JSON.stringify(answer)}`);
      }
    }
  }
}
