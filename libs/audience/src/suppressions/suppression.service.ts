import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '@parcours/database';
import { assertMatch, type ListQuery, type Page, selectPage } from '@parcours/http';
import { Clock, IdGenerator } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import { suppressible } from './suppressed-address.rules.js';
import type { Suppression, SuppressionReason } from './suppression.js';
import {
  SUPPRESSION_COLUMNS,
  type SuppressionRow,
  SuppressionStore,
  toSuppression,
} from './suppression.store.js';

export interface NewSuppression {
  readonly channel: string;
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly note?: string | null | undefined;
  readonly expiresAt?: number | null | undefined;
}

export interface SuppressionPatch {
  readonly reason?: SuppressionReason | undefined;
  readonly note?: string | null | undefined;
  readonly expiresAt?: number | null | undefined;
}

/** A line of an import that was not taken. */
export interface RejectedLine {
  readonly line: number;
  readonly text: string;
}

export interface ImportOutcome {
  readonly added: number;
  /** On the list already, or in the import twice. */
  readonly known: number;
  readonly rejected: number;
  /** The first of them. */
  readonly rejectedLines: readonly RejectedLine[];
}

const IMPORT_BATCH = 1_000;
const SHOWN_REJECTIONS = 100;
const SHOWN_TEXT = 100;

/** Keeps the list of addresses that get nothing. */
@Injectable()
export class SuppressionService {
  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionStore,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<Page<Suppression>> {
    const page = await selectPage<SuppressionRow>(this.database.sql, {
      query,
      columns: SUPPRESSION_COLUMNS,
      from: 'suppressions',
    });
    return { ...page, data: page.data.map(toSuppression) };
  }

  /** @throws audience.suppression-not-found */
  async get(id: number): Promise<Suppression> {
    return found(await this.suppressions.find(this.database.sql, id), id);
  }

  /** @throws audience.suppression-exists, audience.invalid-address */
  async add(request: NewSuppression): Promise<Suppression> {
    const address = suppressible(request.channel, request.address);
    if (address === undefined) throw invalidAddress(request.channel);
    const { sql } = this.database;
    const suppression = this.made({ ...request, address });
    try {
      await this.suppressions.add(sql, [suppression], 'fail');
      return suppression;
    } catch (error) {
      const known = isDuplicate(error)
        ? await this.suppressions.findByAddress(sql, request.channel, address)
        : undefined;
      if (!known) throw error;
      throw AudienceErrors.suppressionExists({ id: String(known.id) });
    }
  }

  /** @throws audience.suppression-not-found, http.stale */
  async change(id: number, patch: SuppressionPatch, ifMatch: string | undefined): Promise<Suppression> {
    return this.database.transaction(async ({ sql }) => {
      const stored = await this.suppressions.lock(sql, id);
      assertMatch(ifMatch, stored?.revision);
      const { reason, note, expiresAt, revision, ...rest } = found(stored, id);
      const changed = {
        ...rest,
        reason: patch.reason ?? reason,
        note: patch.note === undefined ? note : patch.note,
        expiresAt: patch.expiresAt === undefined ? expiresAt : patch.expiresAt,
        revision: revision + 1,
      };
      await this.suppressions.save(sql, changed);
      return changed;
    });
  }

  /** @throws audience.suppression-not-found, http.stale */
  async remove(id: number, ifMatch: string | undefined): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      const stored = await this.suppressions.lock(sql, id);
      assertMatch(ifMatch, stored?.revision);
      await this.suppressions.remove(sql, found(stored, id).id);
    });
  }

  /** One address a line, however many: a thousand are in memory at a time. Sent twice it changes nothing more. */
  async import(
    lines: AsyncIterable<string>,
    { channel, reason, expiresAt }: Omit<NewSuppression, 'address' | 'note'>,
  ): Promise<ImportOutcome> {
    const rejectedLines: RejectedLine[] = [];
    const outcome = { added: 0, known: 0, rejected: 0 };
    let batch = new Map<string, Suppression>();
    const write = async () => {
      const added = await this.suppressions.add(this.database.sql, [...batch.values()], 'ignore');
      outcome.added += added;
      outcome.known += batch.size - added;
      batch = new Map();
    };
    let line = 0;
    for await (const text of lines) {
      line += 1;
      if (text.trim() === '') continue;
      const address = suppressible(channel, text);
      if (address === undefined) {
        outcome.rejected += 1;
        if (rejectedLines.length < SHOWN_REJECTIONS)
          rejectedLines.push({ line, text: text.slice(0, SHOWN_TEXT) });
        continue;
      }
      if (batch.has(address)) outcome.known += 1;
      else batch.set(address, this.made({ channel, address, reason, expiresAt }));
      if (batch.size >= IMPORT_BATCH) await write();
    }
    await write();
    return { ...outcome, rejectedLines };
  }

  private made({ channel, address, reason, note = null, expiresAt = null }: NewSuppression): Suppression {
    const createdAt = this.clock.now();
    return { id: this.ids.next(), channel, address, reason, note, revision: 1, createdAt, expiresAt };
  }
}

function found(suppression: Suppression | undefined, id: number): Suppression {
  if (!suppression) throw AudienceErrors.suppressionNotFound({ id: String(id) });
  return suppression;
}

function invalidAddress(channel: string) {
  const detail = `This cannot be an address of the channel '${channel}'.`;
  const errors = [{ pointer: '/address', code: 'audience.contact', detail }];
  return AudienceErrors.invalidAddress({}, { errors });
}
