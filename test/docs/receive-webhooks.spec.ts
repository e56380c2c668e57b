import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOG_TYPES } from '@parcours/catalog';
import { profiles } from '@parcours/testing';
import { WEBHOOK_TYPE, WebhookDeliveryModule, WebhooksApiModule, WebhooksModule } from '@parcours/webhooks';

import { ADMIN_TOKEN, type RunningApi, startApi } from '../e2e/support/running-api.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MARK = '--- end of block ---';

describe('the page on how to receive webhooks', () => {
  let api: RunningApi;
  let folder: string;
  let page: string;

  beforeAll(async () => {
    api = await startApi(profiles[0]!, {
      types: [...CATALOG_TYPES, WEBHOOK_TYPE],
      modules: [WebhooksModule, WebhooksApiModule, WebhookDeliveryModule],
      environment: {
        PARCOURS_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
        PARCOURS_OUTGOING_ALLOW: '127.0.0.1',
      },
    });
    // In the repository, so that the receiver finds its library.
    folder = await mkdtemp(join(root, 'node_modules/.cache/parcours-webhooks-'));
    await writeFile(join(folder, 'admin-token'), ADMIN_TOKEN);
    page = (await readFile(join(root, 'docs/how-to/receive-webhooks.md'), 'utf8'))
      .replaceAll('http://127.0.0.1:3000', api.url)
      .replaceAll('127.0.0.1:4000', `127.0.0.1:${String(await freePort())}`)
      .replaceAll('/tmp/', `${folder}/`)
      .replaceAll('.parcours/', `${folder}/`);
  });

  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says what comes of every command, and its receiver gets each event once', async () => {
    const [, script = ''] = /^```js\n([\s\S]*?)^```$/m.exec(page) ?? [];
    const port = /http:\/\/127\.0\.0\.1:(\d+)\/hook/.exec(page)?.[1];
    const receiver = join(folder, 'receiver.mjs');
    await writeFile(receiver, script.replace('listen(4000', `listen(${port!}`));
    const [, ...parts] = page.split(/^```sh\n/m);
    const blocks = parts.map((part) => ({
      script: part.split(/^```$/m)[0] ?? '',
      expected: [...part.matchAll(/<!-- expect: (.+?) -->/g)].map(([, text]) => text!),
    }));
    const scripts = blocks.map(({ script: text }) => `${text}\necho '${MARK}'\n`);
    // The receiver needs the secret, which the third block makes, and the fourth one needs the receiver.
    const start =
      `node ${receiver} ${folder}/secret.json & RECEIVER=$!\ntrap 'kill $RECEIVER' EXIT\n` +
      `until (echo > /dev/tcp/127.0.0.1/${port!}) 2> /dev/null; do sleep 0.1; done\n`;
    const output = await bash([...scripts.slice(0, 3), start, ...scripts.slice(3)].join(''));
    const outputs = output.split(`${MARK}\n`);
    expect(blocks.map(({ expected }) => expected.length)).toEqual([0, 1, 2, 2, 1, 1]);
    blocks.forEach(({ expected }, at) => {
      for (const text of expected) expect(outputs[at]).toMatch(new RegExp(text));
    });
    expect(output.match(/^content\.published busy-parent$/gm)).toHaveLength(1);
    expect(output.match(/^webhook\.test It works\.$/gm)).toHaveLength(1);
  }, 60_000);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function bash(script: string): Promise<string> {
  const child = spawn('bash', ['-s'], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  child.stdin.end(script);
  await once(child, 'close');
  return output;
}
