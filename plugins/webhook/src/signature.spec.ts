import { readFileSync } from 'node:fs';

import { contractFile } from '@parcours/testing';

import { signatureOf } from './signature.js';

const FILE = 'vectors/webhook-signatures.json';

interface Vector {
  readonly secret: string;
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
  readonly expected: string;
}

describe('the signature of a webhook (A7)', () => {
  const path = contractFile(FILE);
  if (path === undefined) {
    it.todo(`is that of the specification: ${FILE} is not beside this clone`);
    return;
  }
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    standard_webhooks: { vectors: readonly Vector[] };
  };

  it.each(file.standard_webhooks.vectors)('is that of the specification: $id', (vector) => {
    const { secret, id, timestamp, body, expected } = vector;
    expect(signatureOf({ id, timestamp: Number(timestamp), body }, [secret])).toBe(expected);
    const other = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    expect(signatureOf({ id, timestamp: Number(timestamp), body }, [other, secret]).split(' ')[1]).toBe(
      expected,
    );
  });
});
