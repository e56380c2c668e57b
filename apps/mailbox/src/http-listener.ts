import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { MailStore } from './mail-store.js';
import type { MailboxMessage } from './message.js';

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A mail is a stranger's document: it shows text, styles and its own pictures, and does nothing. */
const MAIL_POLICY = (images: string): string =>
  `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src ${images}; base-uri 'none'; form-action 'none'`;

const ASSETS = new Map([
  ['/', { file: 'index.html', type: 'text/html; charset=utf-8' }],
  ['/mailbox.css', { file: 'mailbox.css', type: 'text/css; charset=utf-8' }],
  ['/mailbox.js', { file: 'mailbox.js', type: 'text/javascript; charset=utf-8' }],
  ['/favicon.svg', { file: 'favicon.svg', type: 'image/svg+xml' }],
]);

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export function createHttpListener(store: MailStore): Server {
  return createServer((request, response) => {
    if (!isLocalName(request)) {
      send(response, {
        status: 403,
        type: 'text/plain',
        body: 'The mailbox answers to local names alone.\n',
      });
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mailbox');
    if (request.method === 'GET' && pathname === '/changes') stream(store, request, response);
    else send(response, route(store, { method: request.method ?? 'GET', pathname, searchParams }));
  });
}

/** A page elsewhere that rebinds its own name to this machine is turned away. */
function isLocalName({ headers, socket }: IncomingMessage): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return ['localhost', '127.0.0.1', '::1', socket.localAddress].includes(name);
}

interface Call {
  readonly method: string;
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
}

function route(store: MailStore, { method, pathname, searchParams }: Call): Answer {
  if (method === 'DELETE' && pathname === '/messages') {
    store.clear();
    return { status: 204 };
  }
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { Allow: 'GET, HEAD, DELETE' } };
  const asset = ASSETS.get(pathname);
  if (asset) return { status: 200, type: asset.type, body: readAsset(asset.file) };
  if (pathname === '/messages') return json(store.all().map(summary).reverse());
  const [, id = '', part, index] =
    /^\/messages\/(\d+)(?:\/(html|raw|attachments)(?:\/(\d+))?)?$/.exec(pathname) ?? [];
  const message = store.find(id);
  if (!message) return json({ detail: 'There is nothing here.' }, 404);
  if (part === 'html') return mailDocument(message, searchParams.has('images'));
  if (part === 'raw') return { status: 200, type: 'text/plain; charset=utf-8', body: message.raw };
  if (part === 'attachments') return download(message, Number(index));
  return json(details(message));
}

function summary({ id, receivedAt, envelope, from, to, subject, text, size }: MailboxMessage): object {
  const preview = text.replace(/\s+/g, ' ').trim().slice(0, 140);
  return { id, receivedAt, envelope, from, to, subject, preview, size };
}

function details(message: MailboxMessage): object {
  const attachments = message.attachments.map(({ name, type, content }) => ({
    name,
    type,
    size: content.length,
  }));
  return { ...message, attachments };
}

function mailDocument({ html }: MailboxMessage, images: boolean): Answer {
  const policy = MAIL_POLICY(images ? 'data: http: https:' : 'data:');
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: html,
    headers: { 'Content-Security-Policy': policy },
  };
}

function download({ attachments }: MailboxMessage, index: number): Answer {
  const found = attachments[index];
  if (!found) return json({ detail: 'There is no such attachment.' }, 404);
  const name = encodeURIComponent(found.name).replaceAll("'", '%27');
  const headers = { 'Content-Disposition': `attachment; filename*=UTF-8''${name}` };
  return { status: 200, type: 'application/octet-stream', body: found.content, headers };
}

function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

function send(response: ServerResponse, { status, type, body = '', headers = {} }: Answer): void {
  response.writeHead(status, {
    'Content-Security-Policy': PAGE_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Content-Length': String(Buffer.byteLength(body)),
    ...(type ? { 'Content-Type': type } : {}),
    ...headers,
  });
  response.end(body);
}

/** Server-sent events: one line after every change; the page then asks for the list. */
function stream(store: MailStore, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('retry: 1000\ndata: hello\n\n');
  request.once(
    'close',
    store.onChange(() => response.write('data: changed\n\n')),
  );
}

function readAsset(file: string): Buffer {
  return readFileSync(new URL(`./page/${file}`, import.meta.url));
}
