import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byId, byKey, byLaneAndKey, PersonalDataCatalogue, personalRows } from '@parcours/audience';

/** What this library holds of people: what they did, worked or waiting. */
const ROWS = [
  personalRows({
    table: 'events',
    of: byId('customer_id'),
    order: ['id'],
    json: ['properties', 'context'],
    omit: ['lane'],
    erase: 'delete',
  }),
  personalRows({
    table: 'event_inbox',
    of: byLaneAndKey('customer_key'),
    order: ['id'],
    json: ['body'],
    omit: ['lane'],
    erase: 'delete',
  }),
  personalRows({
    table: 'event_dead_letters',
    of: byKey('customer_key'),
    order: ['id'],
    json: ['body'],
    omit: ['lane'],
    erase: 'delete',
  }),
] as const;

/** Declares what this library holds of people. */
@Injectable()
export class EventPersonalData implements OnModuleInit {
  constructor(private readonly catalogue: PersonalDataCatalogue) {}

  onModuleInit(): void {
    this.catalogue.register(...ROWS);
  }
}
