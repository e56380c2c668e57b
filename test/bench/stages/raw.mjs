/** What the machine can do without the product. */
import { createTransport } from 'nodemailer';
import { nowMs } from '../monotonic-clock.mjs';

const MESSAGES = 20_000;
const WARM_UP_MESSAGES = 2_000;
const CONNECTIONS = 20;
const IN_FLIGHT = 500;
const CONTENT = [
  'From: Bench <bench@bench.example>',
  'Subject: Welcome, Alice',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  `<p>${'You asked us to show you what your team can do with it. '.repeat(40)}</p>`,
  '',
].join('\r\n');

/** @param {import('../stack.mjs').Stack} stack */
export async function measureRaw(stack) {
  return {
    insertRowsPerS: await stack.database.rawInsertRowsPerS(),
    smtpMessagesPerS: await rawSmtpMessagesPerS(stack.sink),
  };
}

/** Nodemailer's pool with messages that were composed beforehand. */
async function rawSmtpMessagesPerS(sink) {
  await sink.reset();
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port: sink.port,
    secure: false,
    ignoreTLS: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
  });
  try {
    await sendAll(transport, 0, WARM_UP_MESSAGES);
    const startedAt = nowMs();
    await sendAll(transport, WARM_UP_MESSAGES, WARM_UP_MESSAGES + MESSAGES);
    const elapsedMs = nowMs() - startedAt;
    await assertAllArrived(sink);
    return (MESSAGES * 1000) / elapsedMs;
  } finally {
    transport.close();
  }
}

async function sendAll(transport, from, to) {
  let next = from;
  const work = async () => {
    while (next < to) {
      const number = next++;
      const recipient = `customer-${number}@bench.example`;
      const raw = `To: ${recipient}\r\nX-Parcours-Message: raw-${number}\r\n${CONTENT}`;
      await transport.sendMail({ envelope: { from: 'bench@bench.example', to: recipient }, raw });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
}

async function assertAllArrived(sink) {
  const { messages, duplicates } = await sink.report();
  const expected = WARM_UP_MESSAGES + MESSAGES;
  if (messages !== expected || duplicates > 0) {
    throw new Error(`the mail server counted ${messages} of ${expected} messages, ${duplicates} twice`);
  }
}
