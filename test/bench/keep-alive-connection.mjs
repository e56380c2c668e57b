import { connect } from 'node:net';

/**
 * One HTTP/1.1 connection with one request under way at a time. It does little more than copy bytes, because it shares
 * the machine with what it measures.
 */
export class KeepAliveConnection {
  #socket;
  #head;
  #host;
  #received = '';
  #waiting;

  constructor({ host, port, path, token }) {
    this.#host = `host: ${host}:${port}\r\n`;
    this.#head =
      `POST ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\nauthorization: Bearer ${token}\r\n` +
      'content-type: application/json\r\ncontent-length: ';
    this.#socket = connect(port, host);
    this.#socket.setNoDelay(true);
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text) => this.#take(text));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error('the connection was closed')));
  }

  opened() {
    return new Promise((resolve, reject) => {
      this.#socket.once('connect', resolve);
      this.#socket.once('error', reject);
    });
  }

  /** @param {string} body ASCII only @returns {Promise<{ status: number, body: string }>} */
  post(body) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`${this.#head}${body.length}\r\n\r\n${body}`, 'latin1');
    });
  }

  /** @param {string} path @returns {Promise<{ status: number, body: string }>} */
  get(path) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(
        `GET ${path} HTTP/1.1\r\n${this.#host}user-agent: Mozilla/5.0 (bench)\r\n\r\n`,
        'latin1',
      );
    });
  }

  close() {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(text) {
    this.#received = this.#received === '' ? text : this.#received + text;
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.slice(0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const answer = {
      status: Number(head.slice(9, 12)),
      body: this.#received.slice(end + 4, end + 4 + length),
    };
    this.#received = this.#received.slice(end + 4 + length);
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve(answer);
  }

  #fail(error) {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}
