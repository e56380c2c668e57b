import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byId, type PersonalData, PersonalDataCatalogue, personalRows } from '@parcours/audience';

import { callStatus } from './outside-call.js';

const NOBODY = 0;

const declared = personalRows({
  table: 'outside_calls',
  of: byId('customer_id'),
  order: ['id'],
  json: ['request', 'failure'],
  omit: ['lane'],
  erase: { set: { customer_id: NOBODY, request: null, failure: null, record_id: null } },
});

/**
 * That a system was called stays, so that what was counted stays true; what it was told goes. What waits is withdrawn.
 * The row of a call that is being made this moment goes altogether, so that its end finds nothing to be written to.
 */
const OUTSIDE_CALLS: PersonalData = {
  ...declared,
  erase: async (sql, subject) => {
    const { ids, now } = subject;
    if (ids.length === 0) return 0;
    const calling = await sql.run('DELETE FROM outside_calls WHERE customer_id IN (?) AND status = ?', [
      ids,
      callStatus('calling'),
    ]);
    await sql.run(
      'UPDATE outside_calls SET status = ?, queue_at = NULL, finished_at = ? WHERE customer_id IN (?) AND status = ?',
      [callStatus('withdrawn'), now, ids, callStatus('queued')],
    );
    return calling + (await declared.erase(sql, subject));
  },
};

/** Declares what calls hold of people. */
@Injectable()
export class OutsideCallPersonalData implements OnModuleInit {
  constructor(private readonly catalogue: PersonalDataCatalogue) {}

  onModuleInit(): void {
    this.catalogue.register(OUTSIDE_CALLS);
  }
}
