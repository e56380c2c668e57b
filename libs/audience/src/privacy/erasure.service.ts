import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type Actor, IdGenerator } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import { CustomerMaker } from '../customers/customer-maker.service.js';
import type { DataSubject } from './data-subject.js';
import { DataSubjects } from './data-subjects.service.js';
import { type Erasure, ErasureStore } from './erasure.store.js';
import { PersonalDataCatalogue } from './personal-data.js';
import { TombstoneStore } from './tombstone.store.js';

/** Writes that somebody was erased, and what keeps them so. */
@Injectable()
export class ErasureBook {
  constructor(
    private readonly erasures: ErasureStore,
    private readonly tombstones: TombstoneStore,
    private readonly maker: CustomerMaker,
    private readonly ids: IdGenerator,
  ) {}

  async record(
    sql: Sql,
    { keys, now, externalId, pseudonyms }: DataSubject,
    { counts, by: { kind, id, name } }: Pick<Erasure, 'counts' | 'by'>,
  ): Promise<Erasure> {
    const subject = pseudonyms[keys.indexOf(externalId)] ?? '';
    const by = { kind, id, name };
    const erasure = { id: this.ids.next(), subject, counts, by, erasedAt: now, dropped: 0 };
    await this.erasures.add(sql, erasure);
    const stones = keys.map((key) => ({ lane: this.maker.laneOf(key), externalId: key }));
    await this.tombstones.put(sql, stones, { erasureId: erasure.id, erasedAt: now });
    return erasure;
  }

  async of(sql: Sql, { externalId, keys, pseudonyms }: DataSubject): Promise<Erasure[]> {
    return this.erasures.of(sql, pseudonyms[keys.indexOf(externalId)] ?? '');
  }
}

/** Takes a person out of the data. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly subjects: DataSubjects,
    private readonly personalData: PersonalDataCatalogue,
    private readonly book: ErasureBook,
  ) {}

  /**
   * Deletes or anonymises everything about a person, in one transaction that holds their lanes: no batch brings back what
   * is gone, and a process that dies in between has erased nothing. Asked again, it answers the erasure that there was.
   * @throws audience.customer-not-found where nothing is held and nothing was erased
   */
  async erase(externalId: string, by: Actor): Promise<Erasure> {
    return this.database.transaction(async ({ sql }) => {
      const locked = await this.subjects.lock(externalId, sql);
      const subject = { ...locked, addresses: await this.personalData.addresses(sql, locked) };
      const counts = await this.personalData.erase(sql, subject);
      if (subject.ids.length === 0 && Object.values(counts).every((count) => count === 0)) {
        const [last] = await this.book.of(sql, subject);
        if (!last) throw AudienceErrors.customerNotFound({});
        return last;
      }
      return this.book.record(sql, subject, { counts, by });
    });
  }

  /** The erasures of an id; empty where there was none. */
  async of(externalId: string): Promise<Erasure[]> {
    return this.book.of(this.database.sql, await this.subjects.find(externalId));
  }
}
