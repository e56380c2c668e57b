import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';

import { AudienceErrors } from '../audience.errors.js';
import { SEGMENT_TYPE } from '../segments/segment.type.js';

/** SQL that confines `customers c` to some of them. */
export interface CustomerConfinement {
  readonly join: string;
  readonly where: string;
  readonly parameters: readonly (string | number | readonly string[])[];
}

/** Who is in a segment, for statements about customers. */
@Injectable()
export class SegmentMembers {
  constructor(private readonly content: PublishedContent) {}

  /**
   * Those on the list of a static segment; those who are in a dynamic one as far as that is worked out.
   * @throws audience.segment-not-published
   */
  async of(key: string): Promise<CustomerConfinement> {
    const snapshot = await this.content.snapshot();
    const segment = snapshot.all(SEGMENT_TYPE).find((each) => each.key === key);
    if (!segment) throw AudienceErrors.segmentNotPublished({ key });
    const { kind, customers = [] } = segment.document;
    if (kind !== 'static') {
      const where = 'c.id IN (SELECT m.customer_id FROM segment_members m WHERE m.segment_id = ?)';
      return { join: '', where, parameters: [segment.itemId] };
    }
    if (customers.length === 0) return { join: '', where: '1 = 0', parameters: [] };
    // An id that was merged leads to who took it in.
    const where = `c.id IN (SELECT COALESCE(s.merged_into, s.id) FROM customers s WHERE s.external_id IN (?))`;
    return { join: '', where, parameters: [customers] };
  }
}
