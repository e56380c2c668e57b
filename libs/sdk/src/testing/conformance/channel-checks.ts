import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import type { JsonObject } from '@parcours/kernel';

import type { OpenConnector } from '../../channel-connector.js';
import type { ChannelName, OutgoingMessage, SendResult } from '../../outgoing-message.js';
import {
  Breach,
  type Check,
  Inapplicable,
  isIdempotent,
  must,
  mustEqual,
  mustFail,
  mustStop,
  never,
  type OpenedConnector,
  shown,
  type Trial,
} from './check.js';
import { isKnownChannel, sampleMessage, sampleText } from './sample-messages.js';

const GROWTH_LIMIT_MB = 32;
/** What is kept for a while, or belongs to somebody else in the same process, comes to an end; a leak grows in every one. */
const ROUNDS = 8;
const SWEEPS = 10;
const SWEEP_PAUSE_MS = 20;
const SETTLED_MB = 0.5;

type Sender = Pick<OpenConnector, 'sendBatch' | 'verify'>;

function sends(opened: OpenedConnector): opened is OpenedConnector & Sender {
  return typeof opened.sendBatch === 'function';
}

/** A channel connector under test. */
class Channel {
  private constructor(
    private readonly trial: Trial,
    private readonly channel: ChannelName,
    readonly maxBatch: number,
  ) {}

  static of(trial: Trial): Channel {
    const { connector } = trial;
    if (!('channel' in connector)) throw new Inapplicable('It carries no messages.');
    const { channel, capabilities } = connector;
    must(isKnownChannel(channel), `'${channel}' is no channel of the platform`);
    return new Channel(trial, channel, capabilities.maxBatch);
  }

  message(n: number, changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
    const to = this.trial.subject.address?.(n);
    return sampleMessage(this.channel, n, { ...(to !== undefined && { to }), ...changes });
  }

  messages(count: number): OutgoingMessage[] {
    return Array.from({ length: count }, (_, n) => this.message(n));
  }

  async open(config?: JsonObject): Promise<Sender> {
    const opened = await this.trial.open(config);
    must(sends(opened), 'an open connector has no sendBatch');
    return opened;
  }

  /** One result a message. */
  async send(messages: readonly OutgoingMessage[]): Promise<readonly SendResult[]> {
    const connector = await this.open();
    return checkedResults(await connector.sendBatch(messages, { signal: never() }), messages.length);
  }
}

function checkedResults(results: readonly SendResult[], count: number): readonly SendResult[] {
  const isList: boolean = Array.isArray(results);
  must(isList, `sendBatch answers ${shown(results)}; expected a list`);
  mustEqual(results.length, count, 'the number of results');
  return results;
}

function mustBeSent(results: readonly SendResult[]): void {
  const failed = results.find(({ status }) => status !== 'sent');
  must(failed === undefined, `a message was not sent: ${shown(failed)}`);
}

export const CHANNEL_CHECKS: readonly Check[] = [
  {
    title: 'one message arrives once, as it was handed over',
    async run(trial) {
      const channel = Channel.of(trial);
      const message = channel.message(1);
      mustBeSent(await channel.send([message]));
      const received = trial.fake.received();
      mustEqual(received.length, 1, 'the number of messages that the provider has taken');
      mustEqual(received[0]?.to, message.to, 'where it went');
      must(
        received[0]?.content.includes(sampleText(1)) === true,
        `the provider has read ${shown(received[0]?.content)}; expected ${sampleText(1)} in it`,
      );
    },
  },
  {
    title: 'a whole batch arrives, with one result a message in the same order',
    async run(trial) {
      const channel = Channel.of(trial);
      const messages = channel.messages(Math.min(channel.maxBatch, 100));
      mustBeSent(await channel.send(messages));
      const addresses = trial.fake.received().map(({ to }) => to);
      mustEqual([...addresses].sort(), messages.map(({ to }) => to).sort(), 'where they went');
    },
  },
  {
    title: 'messages of one customer leave in their order',
    async run(trial) {
      const channel = Channel.of(trial);
      const customerId = 'one';
      const messages = channel
        .messages(Math.min(channel.maxBatch, 5))
        .map((each) => ({ ...each, to: channel.message(0).to, customerId }));
      mustBeSent(await channel.send(messages));
      const said = trial.fake.received().map(({ content }) => content);
      const places = messages.map((_, n) => said.findIndex((each) => each.includes(sampleText(n))));
      mustEqual(
        places,
        messages.map((_, n) => n),
        'the order in which they came',
      );
    },
  },
  {
    title: 'an address that is refused costs its own message alone',
    async run(trial) {
      const channel = Channel.of(trial);
      const { refusedAddress } = trial.fake;
      if (refusedAddress === undefined) throw new Inapplicable('The provider refuses no address at once.');
      const refused = channel.message(1, { to: refusedAddress });
      const batch = [channel.message(0), refused, channel.message(2)].slice(0, Math.max(channel.maxBatch, 1));
      const results = await channel.send(batch);
      if (batch.length === 1) return;
      mustBeSent(results.filter((_, at) => at !== 1));
      mustFail(results[1], ['rejected-recipient', 'permanent']);
    },
  },
  {
    title: 'a provider that asks for a slower pace is believed',
    async run(trial) {
      const channel = Channel.of(trial);
      trial.fake.behave('throttle');
      const [result] = await channel.send([channel.message(1)]);
      const error = mustFail(result, ['throttled', 'temporary']);
      must(
        error.class === 'throttled' || error.retryAfterMs === undefined,
        'a temporary failure says how long to wait: it is throttled',
      );
      mustEqual(trial.fake.received().length, 0, 'the number of messages that the provider has taken');
    },
  },
  {
    title: 'a provider that is down is an outage, and its messages are tried again',
    async run(trial) {
      const channel = Channel.of(trial);
      const connector = await channel.open();
      trial.fake.behave('outage');
      const [result] = checkedResults(
        await connector.sendBatch([channel.message(1)], { signal: never() }),
        1,
      );
      const error = mustFail(result, ['temporary']);
      must(error.outage === true, 'the failure does not say that it is an outage');
      trial.fake.behave('normal');
      mustBeSent(await connector.sendBatch([channel.message(1, { attempt: 2 })], { signal: never() }));
    },
  },
  {
    title: 'a call that is given up comes to an end',
    async run(trial) {
      const channel = Channel.of(trial);
      const connector = await channel.open();
      trial.fake.behave('hang');
      await mustStop((signal) => connector.sendBatch([channel.message(1)], { signal }));
    },
  },
  {
    title: 'wrong credentials wait for a person',
    async run(trial) {
      const channel = Channel.of(trial);
      const { wrongConfig } = trial.fake;
      if (wrongConfig === undefined) throw new Inapplicable('The provider asks for no credentials.');
      const connector = await channel.open(wrongConfig);
      const results = await connector.sendBatch([channel.message(1)], { signal: never() });
      mustFail(checkedResults(results, 1)[0], ['misconfigured']);
      if (!connector.verify) return;
      const report = await connector.verify({ signal: never() });
      mustEqual(report.status, 'down', 'the health with wrong credentials');
    },
  },
  {
    title: 'right credentials are told from a provider that is out of reach',
    async run(trial) {
      const channel = Channel.of(trial);
      const connector = await channel.open();
      if (!connector.verify) throw new Inapplicable('It cannot be tried without sending.');
      mustEqual((await connector.verify({ signal: never() })).status, 'up', 'the health');
      mustEqual(trial.fake.received().length, 0, 'the number of messages that a try has sent');
      trial.fake.behave('outage');
      mustEqual(
        (await connector.verify({ signal: never() })).status,
        'down',
        'the health of one that is down',
      );
    },
  },
  {
    title: 'a message that is sent again carries the same key',
    async run(trial) {
      const channel = Channel.of(trial);
      if (!isIdempotent(trial.connector)) {
        throw new Inapplicable('The provider drops no second message.');
      }
      const message = channel.message(1);
      const connector = await channel.open();
      mustBeSent(await connector.sendBatch([message], { signal: never() }));
      mustBeSent(await connector.sendBatch([{ ...message, attempt: 2 }], { signal: never() }));
      const keys = trial.fake.received().map(({ idempotencyKey }) => idempotencyKey);
      must(
        keys.every((key) => key !== undefined && key === keys[0]),
        `the keys are ${shown(keys)}; expected one and the same`,
      );
    },
  },
  {
    title: 'thousands of messages leave no memory behind',
    async run(trial) {
      const channel = Channel.of(trial);
      const connector = await channel.open();
      const size = Math.min(channel.maxBatch, 500);
      const batch = channel.messages(size);
      const send = async () => {
        mustBeSent(await connector.sendBatch(batch, { signal: never() }));
      };
      await send();
      const growths: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const before = await heapMb();
        for (let sent = 0; sent < trial.many; sent += size) await send();
        const growth = (await heapMb()) - before;
        if (growth < GROWTH_LIMIT_MB) return;
        growths.push(growth.toFixed(0));
      }
      throw new Breach(`the heap has grown by ${growths.join(', then ')} MB`);
    },
  },
];

/**
 * What is still in use, in megabytes. One sweep lets go of what the next can free (connections that close, what waits for
 * the end of something else), so it is swept until that helps no more.
 */
async function heapMb(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc') as () => void;
  let least = Infinity;
  for (let turn = 0; turn < SWEEPS; turn++) {
    sweep();
    await pause(SWEEP_PAUSE_MS);
    const used = process.memoryUsage().heapUsed / 1_048_576;
    if (used > least - SETTLED_MB) return Math.min(used, least);
    least = used;
  }
  return least;
}
