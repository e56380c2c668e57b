import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import type { DataSubject } from './data-subject.js';

/** What an erasure makes of rows: `kept` is for those that name nobody but by a pseudonym. */
export type Fate = 'deleted' | 'anonymised' | 'kept';

/**
 * One table with rows about people. Each library declares those that it has; a test walks the live schema and fails over a
 * table with a customer's column that nobody has declared.
 */
export interface PersonalData {
  readonly table: string;
  readonly fate: Fate;
  /** Everything in the table about the person, page by page, for a person's and a program's eyes. */
  export(sql: Sql, subject: DataSubject): AsyncIterable<readonly JsonObject[]>;
  /** Inside a transaction that holds every lane of the person. Answers how many rows were changed or deleted. */
  erase(sql: Sql, subject: DataSubject): Promise<number>;
  /** Addresses that the table knows of the person, in the form that they are compared in. */
  addresses?(sql: Sql, subject: DataSubject): Promise<readonly string[]>;
}

/** Everything that is declared in this process. Register while modules start. */
@Injectable()
export class PersonalDataCatalogue {
  private readonly declared = new Map<string, PersonalData>();

  register(...declarations: readonly PersonalData[]): void {
    for (const each of declarations) {
      if (this.declared.has(each.table)) throw new TypeError(`the table '${each.table}' is declared twice`);
      this.declared.set(each.table, each);
    }
  }

  all(): readonly PersonalData[] {
    return [...this.declared.values()];
  }

  /** One after the other: they share the transaction's connection. Answers the counts by table. */
  async erase(sql: Sql, subject: DataSubject): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    for (const each of this.declared.values()) counts[each.table] = await each.erase(sql, subject);
    return counts;
  }

  async addresses(sql: Sql, subject: DataSubject): Promise<readonly string[]> {
    const found = new Set(subject.addresses);
    for (const each of this.declared.values()) {
      for (const address of (await each.addresses?.(sql, subject)) ?? []) found.add(address);
    }
    return [...found];
  }
}
