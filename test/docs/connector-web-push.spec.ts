import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const page = readFileSync('docs/connectors/web-push.md', 'utf8');
const blocks = [...page.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code = '']) => code);
const blockWith = (text: string): string => blocks.find((code) => code.includes(text)) ?? '';

/** The service worker of the page, in a browser that does nothing but listen. */
function worker() {
  const listeners = new Map<string, (event: object) => void>();
  const shown: unknown[] = [];
  const opened: string[] = [];
  runInNewContext(blockWith('showNotification'), {
    self: {
      addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      registration: { showNotification: (...all: unknown[]) => shown.push(all) },
    },
    clients: { openWindow: (url: string) => opened.push(url) },
  });
  const fire = (name: string, event: object) =>
    listeners.get(name)?.({ waitUntil: () => undefined, ...event });
  return { fire, shown, opened };
}

describe('the page of web push (A7)', () => {
  it('makes a pair of keys that the settings take', () => {
    const code = blockWith('createECDH');
    const written = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    expect(written).toMatch(/publicKey: 'B[\w-]{86}'/);
    expect(written).toMatch(/privateKey: '[\w-]{43}'/);
  });

  it('has a service worker that shows what comes, and opens it', () => {
    const { fire, shown, opened } = worker();
    const told = { parcours_message: '7', title: 'Hello', body: 'It waits.', url: 'https://a.example/' };
    fire('push', { data: { json: () => told } });
    const options = { body: 'It waits.', image: undefined, tag: '7', data: { url: told.url } };
    expect(shown).toEqual([['Hello', options]]);
    let isClosed = false;
    const notification = { data: { url: told.url }, close: () => (isClosed = true) };
    fire('notificationclick', { notification });
    expect([isClosed, opened]).toEqual([true, [told.url]]);
  });
});
