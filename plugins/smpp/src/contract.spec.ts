import { readFileSync } from 'node:fs';

import { contractFile } from '@parcours/testing';

import { decoded, encoded } from './alphabets.js';
import { PDU } from './protocol.js';
import { receiptOf } from './receipt.js';
import { errorOfStatus } from './status-errors.js';
import { placedText } from './text-parts.js';

const FACTS = 'specs/smpp-3.4.json';
const SEGMENTS = 'vectors/sms-segments.json';
const TABLE = 'vectors/GSM0338.TXT';
const [facts, table] = [contractFile(FACTS), contractFile(TABLE)];

interface Vector {
  readonly name: string;
  readonly hex: string;
  readonly decoded: {
    readonly command: string;
    readonly command_status: string;
    readonly sequence_number: number;
    readonly body: Readonly<Record<string, string | number>>;
    readonly tlvs?: readonly { readonly name: string; readonly value_hex: string }[];
    readonly receipt_text?: string;
  };
}
interface Facts {
  readonly pdu_vectors: readonly Vector[];
  readonly command_status: readonly {
    readonly code: string;
    readonly name: string;
    readonly class: string;
  }[];
  readonly delivery_receipt: {
    readonly samples: readonly {
      readonly text: string;
      readonly parsed: { id?: string; stat?: string; err?: string };
    }[];
  };
  readonly udh: {
    readonly vectors: readonly { ref?: number; ref16?: number; total: number; seq: number; hex: string }[];
  };
}

/** As the vectors write it. */
function written(value: unknown): unknown {
  return Buffer.isBuffer(value) ? value.toString('hex') : value;
}

describe('what is known of SMPP 3.4 (D3)', () => {
  if (facts === undefined || table === undefined) {
    it.todo(`its vectors: ${FACTS}, ${SEGMENTS} and ${TABLE} are not beside this clone`);
    return;
  }
  const {
    pdu_vectors: vectors,
    command_status: statuses,
    delivery_receipt: receipts,
    udh,
  } = JSON.parse(readFileSync(facts, 'utf8')) as Facts;

  it('is thirty-five PDUs', () => {
    expect(vectors).toHaveLength(35);
  });

  it.each(vectors.map((each) => [each.name, each] as const))('reads %s', (_, { hex, decoded: expected }) => {
    const pdu = PDU.fromBuffer(Buffer.from(hex, 'hex'));
    if (pdu === false) throw new Error('it is cut off');
    expect(pdu).toMatchObject({
      command: expected.command,
      command_status: Number(expected.command_status),
      sequence_number: expected.sequence_number,
    });
    const { sm_length: _length, short_message_hex: message, ...body } = expected.body;
    for (const [name, value] of Object.entries(body)) expect([name, pdu[name]]).toEqual([name, value]);
    if (message !== undefined) expect(written(pdu['short_message'])).toBe(message);
    for (const { name, value_hex: value } of expected.tlvs ?? []) {
      const known = pdu[name];
      const number = typeof known === 'number' ? known.toString(16).padStart(2, '0') : undefined;
      const text = typeof known === 'string' ? `${Buffer.from(known).toString('hex')}00` : undefined;
      expect([name, number ?? text ?? written(known)]).toEqual([name, value]);
    }
    if (expected.receipt_text === undefined) return;
    const receipt = receiptOf(pdu, Buffer.from(expected.receipt_text, 'latin1'));
    expect(expected.receipt_text).toContain(receipt?.state ?? 'nothing was read');
  });

  it.each(receipts.samples.map((each) => [each.text, each.parsed] as const))(
    'reads the receipt %s',
    (text, parsed) => {
      const receipt = receiptOf({}, Buffer.from(text));
      if (parsed.id !== undefined) expect(receipt?.id).toBe(parsed.id);
      expect(receipt?.state).toBe(parsed.stat ?? 'DELIVRD');
      if (parsed.err !== undefined) expect(receipt?.error).toBe(parsed.err);
    },
  );

  it.each(udh.vectors.map((each) => [each.hex, each] as const))(
    'reads the header %s',
    (hex, { ref, ref16, total, seq }) => {
      const body = Buffer.from(hex, 'hex');
      const place = { reference: ref ?? ref16, total, number: seq };
      expect(placedText(body, { esm_class: 0x40, short_message: body })).toMatchObject({ place });
    },
  );

  it.each(statuses.filter(({ code }) => Number(code) !== 0).map((each) => [each.name, each] as const))(
    'tries again after %s where that may help',
    (name, { code, class: known }) => {
      const { class: kind } = errorOfStatus(Number(code));
      // Another process may hold the only session: that passes.
      const isRetried = /^retry|^rebind|^vendor/.test(known) || name === 'ESME_RALYBND';
      expect(['temporary', 'throttled'].includes(kind)).toBe(isRetried);
    },
  );

  it('is one alphabet, letter by letter', () => {
    const rows = readFileSync(table, 'latin1')
      .split('\n')
      .flatMap((row) => {
        const [, septets, unicode] = /^0x([0-9A-F]{2,4})\s+0x([0-9A-F]{4})/.exec(row) ?? [];
        return septets === undefined || unicode === undefined ? [] : [[septets, unicode] as const];
      });
    expect(rows.length).toBeGreaterThan(130);
    const readings = rows.map(
      ([septets, unicode]) => [septets, unicode, decoded(Buffer.from(septets, 'hex'), 0)] as const,
    );
    // That table has a small c with a cedilla where the standard's own has the capital; an escape stands for no letter.
    const different = readings.filter(
      ([, unicode, read]) => read !== String.fromCodePoint(parseInt(unicode, 16)),
    );
    expect(different.map(([septets]) => septets)).toEqual(['09', '1B']);
    for (const [septets, , read] of readings) {
      if (septets === '1B' || read === undefined) continue;
      const [letter] = encoded(read).letters;
      expect(letter?.toString('hex').toUpperCase()).toBe(septets);
    }
  });
});
