const TIMEOUT_MS = 90_000;

/** The product's REST API for setting up content; the load has connections of its own. */
export class Api {
  constructor({ host, port, token }) {
    this.target = { host, port, path: '/api/v1/events', token };
  }

  get(path) {
    return this.#request('GET', path);
  }

  post(path, body = {}) {
    return this.#request('POST', path, body);
  }

  put(path, body) {
    return this.#request('PUT', path, body);
  }

  /** Sends a stream as it is made, however long that takes. */
  async upload(path, chunks, type) {
    const { host, port, token } = this.target;
    const answer = await fetch(`http://${host}:${port}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: ReadableStream.from(chunks),
      duplex: 'half',
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path} was answered ${answer.status}: ${text.slice(0, 1_000)}`);
    return JSON.parse(text);
  }

  async #request(method, path, body) {
    const { host, port, token } = this.target;
    const answer = await fetch(`http://${host}:${port}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await answer.text();
    if (!answer.ok)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${text.slice(0, 1_000)}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
