import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import type { DataSubject } from '../privacy/data-subject.js';
import { type PersonalData, PersonalDataCatalogue } from '../privacy/personal-data.js';
import { type Ownership, personalRows } from '../privacy/personal-rows.js';
import type { StagedRow } from './customer-import.js';
import { packed, unpacked } from './import-rows.store.js';
import { isCells } from './row-content.rules.js';

const MOST_ADDRESSES = 50;

/** By the id, and by every address: a row may have been refused for want of an id. */
const OF_REJECTIONS: Ownership = {
  where: `(customer_key IN (?)${" OR content LIKE ? ESCAPE '!'".repeat(MOST_ADDRESSES)})`,
  parameters: ({ keys, addresses }) => {
    const patterns = addresses
      .slice(0, MOST_ADDRESSES)
      .map((address) => `%${address.replaceAll(/[!%_]/g, '!$&')}%`);
    return [keys, ...patterns, ...Array<string>(MOST_ADDRESSES - patterns.length).fill('')];
  },
};

const REJECTIONS = personalRows({
  table: 'import_rejections',
  of: OF_REJECTIONS,
  order: ['import_id', 'at_row'],
  erase: 'delete',
});

interface ChunkRow {
  import_id: number;
  lane: number;
  id: number;
  body: string;
}

/** Rows that wait lie a thousand to a row of the table: theirs are taken out of it. */
const CHUNKS: PersonalData = {
  table: 'import_chunks',
  fate: 'deleted',
  export: async function* (sql, subject) {
    for await (const { import_id: importId, body } of chunksOf(sql, subject)) {
      yield unpacked(body)
        .filter(({ externalId }) => subject.keys.includes(externalId))
        .map((row) => present(importId, row));
    }
  },
  erase: async (sql, subject) => {
    let erased = 0;
    for await (const { import_id: importId, lane, id, body } of chunksOf(sql, subject)) {
      const rows = unpacked(body);
      const kept = rows.filter(({ externalId }) => !subject.keys.includes(externalId));
      erased += rows.length - kept.length;
      await sql.run('UPDATE import_chunks SET body = ? WHERE import_id = ? AND lane = ? AND id = ?', [
        packed(kept),
        importId,
        lane,
        id,
      ]);
    }
    return erased;
  },
};

/** Chunks with one of the person's ids in them, one at a time: there may be a million rows. */
async function* chunksOf(sql: Sql, { keys, lanes }: DataSubject): AsyncGenerator<ChunkRow> {
  const places = await sql.select<Omit<ChunkRow, 'body'>>(
    'SELECT import_id, lane, id FROM import_chunks WHERE lane IN (?)',
    [lanes],
  );
  for (const { import_id: importId, lane, id } of places) {
    const [row] = await sql.select<ChunkRow>(
      'SELECT import_id, lane, id, body FROM import_chunks WHERE import_id = ? AND lane = ? AND id = ?',
      [importId, lane, id],
    );
    if (row && keys.some((key) => row.body.includes(JSON.stringify(key)))) yield row;
  }
}

function present(importId: number, { row, content }: StagedRow): JsonObject {
  return { importId: String(importId), row, content: isCells(content) ? [...content] : content };
}

/** Declares what imports hold of people. */
@Injectable()
export class ImportPersonalData implements OnModuleInit {
  constructor(private readonly catalogue: PersonalDataCatalogue) {}

  onModuleInit(): void {
    this.catalogue.register(REJECTIONS, CHUNKS);
  }
}
