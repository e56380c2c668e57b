import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql, SqlValue } from '@parcours/database';

import type { ConsentProof } from '../consents/consent.js';
import type { DataSubject } from './data-subject.js';
import { type PersonalData, PersonalDataCatalogue } from './personal-data.js';
import { byId, byPseudonym, type Ownership, personalRows } from './personal-rows.js';
import { Pseudonyms } from './pseudonyms.service.js';
import { suppressionPersonalData } from './suppression-personal-data.js';

const eitherId = (one: string, other: string): Ownership => ({
  where: `(${one} IN (?) OR ${other} IN (?))`,
  parameters: ({ ids }) => [ids, ids],
});

const eitherKey = (one: string, other: string): Ownership => ({
  where: `(${one} IN (?) OR ${other} IN (?))`,
  parameters: ({ keys }) => [keys, keys],
});

/** What this library holds of people. */
const ROWS = [
  personalRows({
    table: 'customers',
    of: byId('id'),
    order: ['id'],
    json: ['traits', 'profile'],
    // Copies of traits, to be found by.
    omit: ['lane', 'email', 'phone', /^trait_\d+$/],
    erase: 'delete',
  }),
  personalRows({
    table: 'customer_addresses',
    of: byId('customer_id'),
    order: ['address', 'customer_id'],
    omit: ['lane'],
    erase: 'delete',
  }),
  personalRows({
    table: 'customer_tags',
    of: byId('customer_id'),
    order: ['tag', 'customer_id'],
    omit: ['lane'],
    erase: 'delete',
  }),
  personalRows({
    table: 'customer_merges',
    of: eitherId('winner_id', 'loser_id'),
    order: ['id'],
    json: ['loser', 'moved', 'actor'],
    erase: 'delete',
  }),
  personalRows({
    table: 'identity_links',
    of: eitherKey('from_key', 'into_key'),
    order: ['id'],
    erase: 'delete',
  }),
  personalRows({
    table: 'segment_members',
    of: byId('customer_id'),
    order: ['segment_id', 'customer_id'],
    omit: ['lane'],
    erase: 'delete',
  }),
  personalRows({
    table: 'segment_due',
    of: byId('customer_id'),
    order: ['id'],
    omit: ['lane'],
    erase: 'delete',
  }),
  personalRows({ table: 'consent_proofs', of: byPseudonym('subject'), order: ['id'], erase: 'keep' }),
  personalRows({
    table: 'erasures',
    of: byPseudonym('subject'),
    order: ['id'],
    json: ['table_counts', 'actor'],
    erase: 'keep',
  }),
  personalRows({
    table: 'customer_tombstones',
    of: byPseudonym('subject'),
    order: ['subject'],
    omit: ['lane'],
    erase: 'keep',
  }),
] as const;

interface ConsentRow {
  id: number;
  customer_id: number;
  channel: string;
  topic: string;
  state: number;
  source: string;
  proof: string | null;
  decided_at: number;
}

/**
 * Who wrote to somebody must be able to show that they were allowed to (GDPR, articles 7(1) and 17(3)(e)): what was
 * decided, when and after which words stays under a pseudonym; where from, by what device and by whom goes.
 */
function consentPersonalData(pseudonyms: Pseudonyms): PersonalData {
  const declared = personalRows({
    table: 'consent_changes',
    of: byId('customer_id'),
    order: ['id'],
    json: ['proof', 'actor'],
    omit: ['lane'],
    erase: 'delete',
  });
  return {
    ...declared,
    fate: 'anonymised',
    erase: async (sql, subject) => {
      await keepProofs(sql, subject, pseudonyms.ofCustomer(subject.externalId));
      return declared.erase(sql, subject);
    },
  };
}

async function keepProofs(sql: Sql, { ids }: DataSubject, pseudonym: string): Promise<void> {
  if (ids.length === 0) return;
  const rows = await sql.select<ConsentRow>(
    `SELECT id, customer_id, channel, topic, state, source, proof, decided_at FROM consent_changes
     WHERE customer_id IN (?)`,
    [ids],
  );
  if (rows.length === 0) return;
  await sql.insert({
    table: 'consent_proofs',
    columns: ['id', 'subject', 'channel', 'topic', 'state', 'source', 'shown_text', 'decided_at'],
    rows: rows.map((row): SqlValue[] => [
      row.id,
      pseudonym,
      row.channel,
      row.topic,
      row.state,
      row.source,
      shownText(row.proof),
      row.decided_at,
    ]),
    onDuplicate: 'ignore',
  });
}

function shownText(proof: string | null): string | null {
  return proof === null ? null : ((JSON.parse(proof) as ConsentProof).text ?? null);
}

/** Declares what this library holds of people. */
@Injectable()
export class AudiencePersonalData implements OnModuleInit {
  constructor(
    private readonly catalogue: PersonalDataCatalogue,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  onModuleInit(): void {
    this.catalogue.register(
      ...ROWS,
      consentPersonalData(this.pseudonyms),
      suppressionPersonalData(this.pseudonyms),
    );
  }
}
