import type { RecordKind } from '@parcours/sdk';

/** How HubSpot names a kind of record. */
export interface ObjectType {
  /** In addresses. */
  readonly path: string;
  /** In webhooks and in addresses of the web. */
  readonly typeId: string;
  /** When it was last changed. */
  readonly changedProperty: string;
  /** In which stage it is, where it goes through a pipeline. */
  readonly stageProperty?: string;
}

const CHANGED = 'hs_lastmodifieddate';

export const OBJECT_TYPES: Readonly<Record<RecordKind, ObjectType>> = {
  person: { path: 'contacts', typeId: '0-1', changedProperty: 'lastmodifieddate' },
  lead: { path: 'leads', typeId: '0-136', changedProperty: CHANGED, stageProperty: 'hs_pipeline_stage' },
  deal: { path: 'deals', typeId: '0-3', changedProperty: CHANGED, stageProperty: 'dealstage' },
  ticket: { path: 'tickets', typeId: '0-5', changedProperty: CHANGED, stageProperty: 'hs_pipeline_stage' },
  task: { path: 'tasks', typeId: '0-27', changedProperty: CHANGED, stageProperty: 'hs_task_status' },
  order: { path: 'orders', typeId: '0-123', changedProperty: CHANGED, stageProperty: 'hs_pipeline_stage' },
  invoice: { path: 'invoices', typeId: '0-53', changedProperty: CHANGED, stageProperty: 'hs_invoice_status' },
};

export const RECORD_KINDS = Object.keys(OBJECT_TYPES) as readonly RecordKind[];

/** Of a contact that others were merged into: their ids, separated by semicolons. */
export const MERGED_PROPERTY = 'hs_merged_object_ids';

/** What HubSpot defines between an activity or a record and others (crm/associations/v4). */
export const ASSOCIATION = {
  taskToContact: 204,
  noteToContact: 202,
  ticketToContact: 16,
  leadToContact: 578,
  taskToTicket: 230,
  noteToTicket: 228,
} as const;
