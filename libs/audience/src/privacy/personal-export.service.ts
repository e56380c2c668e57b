import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { formatInstant } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import type { DataSubject } from './data-subject.js';
import { DataSubjects } from './data-subjects.service.js';
import { PersonalDataCatalogue } from './personal-data.js';

/** Hands out everything that is held on a person. */
@Injectable()
export class PersonalExport {
  constructor(
    private readonly database: Database,
    private readonly subjects: DataSubjects,
    private readonly personalData: PersonalDataCatalogue,
  ) {}

  /**
   * The text of one JSON document, piece by piece: a member for each table that can hold something of the person, so that
   * an empty one says that there is nothing. @throws audience.customer-not-found
   */
  async of(externalId: string): Promise<AsyncIterable<string>> {
    const found = await this.subjects.find(externalId);
    if (found.ids.length === 0) throw AudienceErrors.customerNotFound({});
    const addresses = await this.personalData.addresses(this.database.sql, found);
    return this.write({ ...found, addresses });
  }

  private async *write(subject: DataSubject): AsyncGenerator<string> {
    const { externalId, keys, now } = subject;
    const head = { id: externalId, ids: keys, exportedAt: formatInstant(now) };
    yield `{"data":${JSON.stringify(head).slice(0, -1)},"tables":{`;
    let isFirst = true;
    for (const each of this.personalData.all()) {
      yield `${isFirst ? '' : ','}${JSON.stringify(each.table)}:[`;
      isFirst = false;
      let separator = '';
      for await (const rows of each.export(this.database.sql, subject)) {
        if (rows.length === 0) continue;
        yield separator + rows.map((row) => JSON.stringify(row)).join(',');
        separator = ',';
      }
      yield ']';
    }
    yield '}}}';
  }
}
