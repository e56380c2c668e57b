import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type SmtpSink, startSmtpSink } from '@parcours/testing';

import { describeHowTo } from './support/how-to.js';

const PUBLIC_URL = 'https://mail.example';
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };

let sink: SmtpSink | undefined;
let reader: Server | undefined;

describeHowTo('react-to-opens-and-clicks', {
  environment: { PARCOURS_PUBLIC_URL: PUBLIC_URL },
  prepare: async ({ url }) => {
    const smtp = await startSmtpSink();
    sink = smtp;
    // Somebody who opens the last mail and follows its link; answers where that led.
    const server = createServer((_request, response) => {
      const { html = '' } = smtp.mails.at(-1) ?? {};
      const [picture = '', link = ''] = [/src="([^"]+\.gif)"/, /href="([^"]+)"/].map(
        (part) => part.exec(html)?.[1] ?? '',
      );
      const here = (address: string) => address.replace(PUBLIC_URL, url);
      void fetch(here(picture), { headers: BROWSER })
        .then(() => fetch(here(link), { headers: BROWSER, redirect: 'manual' }))
        .then(({ headers }) => response.end(headers.get('location')))
        .catch((error: unknown) => response.end(String(error)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    reader = server;
    const { port } = server.address() as AddressInfo;
    return {
      '"port": 1025': `"port": ${String(smtp.port)}`,
      'http://127.0.0.1:8026': `http://127.0.0.1:${String(port)}`,
    };
  },
  cleanUp: async () => {
    reader?.close();
    await sink?.close();
  },
});
