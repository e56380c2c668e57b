import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { compileSchema } from '@parcours/http';
import { type Actor, Clock, type ErrorItem } from '@parcours/kernel';

import { CUSTOMER_PATCH_SCHEMA } from '../api/customer.schema.js';
import { type ConsentChange, type ConsentStates, EVERY } from '../consents/consent.js';
import { type ChangedConsents, ConsentHistory } from '../consents/consent-history.store.js';
import { decided } from '../consents/consent.rules.js';
import type { Customer } from '../customers/customer.js';
import { readBody } from '../customers/customer-input.rules.js';
import { CustomerMaker } from '../customers/customer-maker.service.js';
import { CustomerRows } from '../customers/customer-rows.store.js';
import { writeProfile } from '../customers/profile.js';
import { type DeclaredTraits, TraitCatalogue } from '../traits/trait-catalogue.service.js';
import type { CustomerImport, ImportSettings, RejectedRow, StagedRow } from './customer-import.js';
import { type RowConsent, RowReader } from './row-content.rules.js';

export interface ChunkOfRows {
  readonly lane: number;
  readonly rows: readonly StagedRow[];
  readonly settings: ImportSettings;
  readonly isDryRun: boolean;
  readonly by: CustomerImport['by'];
  readonly declared: DeclaredTraits;
}

export interface ChunkCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejections: readonly RejectedRow[];
}

/** A customer of the chunk, as the rows so far make them. */
interface Draft {
  /** As it is stored; a new one where nobody is. */
  readonly before: Customer;
  readonly isNew: boolean;
  now: Customer;
  readonly changes: ConsentChange[];
}

// A row that names a customer and says nothing makes one, too.
const { minProperties: _atLeastOne, ...PATCH_SCHEMA } = CUSTOMER_PATCH_SCHEMA;
const checkBody = compileSchema(PATCH_SCHEMA);

/** Brings the rows of a chunk to its customers: a handful of statements, however many they are. */
@Injectable()
export class ChunkWriter {
  constructor(
    private readonly rows: CustomerRows,
    private readonly maker: CustomerMaker,
    private readonly history: ConsentHistory,
    private readonly catalogue: TraitCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Never inside a transaction. */
  declared(): Promise<DeclaredTraits> {
    return this.catalogue.declared();
  }

  async write(sql: Sql, chunk: ChunkOfRows): Promise<ChunkCounts> {
    const keys = [...new Set(chunk.rows.map(({ externalId }) => externalId))];
    const { known, erased } = await this.rows.lockMany(sql, chunk.lane, keys);
    const drafts = new Map<string, Draft>();
    // Two ids may lead to one customer.
    const byId = new Map<number, Draft>();
    const rejections: RejectedRow[] = [];
    const reader = new RowReader(chunk.settings, chunk.declared.kindOf);
    for (const row of chunk.rows) {
      const { externalId } = row;
      if (chunk.settings.erased === 'reject' && erased.has(externalId)) {
        rejections.push(ofErased(row));
        continue;
      }
      const stored = known.get(externalId);
      const draft =
        drafts.get(externalId) ??
        (stored && byId.get(stored.id)) ??
        this.open(row, chunk.lane, { stored, erasedBefore: erased.get(externalId) ?? null });
      const rejection = this.apply(draft, row, { reader, declared: chunk.declared });
      if (rejection) rejections.push(rejection);
      else {
        drafts.set(externalId, draft);
        byId.set(draft.before.id, draft);
      }
    }
    return { ...(await this.save(sql, [...byId.values()], chunk)), rejections };
  }

  private open(
    { externalId }: StagedRow,
    lane: number,
    { stored, erasedBefore }: { stored: Customer | undefined; erasedBefore: number | null },
  ): Draft {
    const before = stored ?? { ...this.maker.create(externalId, lane), erasedBefore };
    return { before, isNew: !stored, now: before, changes: [] };
  }

  private apply(
    draft: Draft,
    row: StagedRow,
    { reader, declared }: { reader: RowReader; declared: DeclaredTraits },
  ): RejectedRow | undefined {
    const { body, consents, errors: unread } = reader.read(row.content);
    const malformed = [...unread, ...checkBody(body)];
    if (malformed.length > 0) return rejectionOf(row, malformed);
    const { errors, ...state } = readBody(draft.now, body);
    const defects = [...errors, ...declared.defectsOf(state.traits)];
    if (defects.length > 0) return rejectionOf(row, defects);
    draft.now = { ...draft.now, ...state };
    this.decide(draft, consents);
    return undefined;
  }

  /**
   * A file does not tell when somebody decided: it can fill in what nobody has decided yet, and can deny, but never grants
   * what a customer has taken back.
   */
  private decide(draft: Draft, consents: readonly RowConsent[]): void {
    for (const { channel, topic, state } of consents) {
      const { profile } = draft.now;
      const current = stateIn(profile.consents, channel, topic);
      if (current === state || (current !== 'unknown' && state !== 'denied')) continue;
      const entry = { state, at: this.clock.now(), source: 'import' } as const;
      const states = decided(profile.consents, [{ channel, topic, ...entry }]);
      draft.now = { ...draft.now, profile: { ...profile, consents: states } };
      draft.changes.push({ channel, topic, ...entry });
    }
  }

  private async save(sql: Sql, drafts: readonly Draft[], { isDryRun, by }: ChunkOfRows) {
    const added = drafts.filter(({ isNew }) => isNew).map(({ now }) => now);
    const changed = drafts
      .filter(({ isNew, before, now }) => !isNew && !isSame(before, now))
      .map(({ before, now }) => ({ before, after: this.maker.change(before, now) }));
    const counts = {
      created: added.length,
      updated: changed.length,
      unchanged: drafts.length - added.length - changed.length,
    };
    if (isDryRun) return counts;
    await this.rows.writeMany(sql, { added, changed });
    const decisions = drafts.flatMap(({ now, changes }): ChangedConsents[] =>
      changes.length > 0 ? [{ customer: now, changes }] : [],
    );
    await this.history.addMany(sql, decisions, actorOf(by));
    return counts;
  }
}

function stateIn(states: ConsentStates | undefined, channel: string, topic: string) {
  const byTopic = states && Object.hasOwn(states, channel) ? states[channel] : undefined;
  return ownEntry(byTopic, topic)?.state ?? ownEntry(byTopic, EVERY)?.state ?? 'unknown';
}

function ownEntry<T>(of: Readonly<Record<string, T>> | undefined, member: string): T | undefined {
  return of && Object.hasOwn(of, member) ? of[member] : undefined;
}

function isSame(before: Customer, now: Customer): boolean {
  return (
    JSON.stringify(before.traits) === JSON.stringify(now.traits) &&
    writeProfile(before.profile) === writeProfile(now.profile)
  );
}

function rejectionOf({ row, externalId, content }: StagedRow, errors: readonly ErrorItem[]): RejectedRow {
  const { code, detail, pointer } = errors[0] ?? { code: '', detail: '', pointer: '' };
  return { row, code, field: pointer, detail, externalId, content: JSON.stringify(content) };
}

/** Without the row: what was erased must not come back as a refusal. */
function ofErased({ row }: StagedRow): RejectedRow {
  const detail = 'This customer was erased. With erased=take the import makes a new one.';
  return { row, code: 'audience.import-erased', field: 'externalId', detail, externalId: null, content: '' };
}

function actorOf({ kind, id, name }: CustomerImport['by']): Actor {
  return { kind, id, name, address: null, requestId: null };
}
