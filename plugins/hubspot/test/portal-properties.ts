/** A property as the properties API describes it. */
export interface PropertyOfPortal {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'bool' | 'date' | 'datetime' | 'enumeration';
  readonly fieldType: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly hasUniqueValue: boolean;
  readonly calculated: boolean;
  readonly modificationMetadata: { readonly readOnlyValue: boolean };
}

type More = Partial<Pick<PropertyOfPortal, 'hasUniqueValue' | 'calculated' | 'fieldType'>> & {
  readonly options?: readonly string[];
  readonly readOnly?: boolean;
};

function property(
  name: string,
  type: PropertyOfPortal['type'] = 'string',
  more: More = {},
): PropertyOfPortal {
  const {
    options = [],
    hasUniqueValue = false,
    calculated = false,
    fieldType = 'text',
    readOnly = false,
  } = more;
  return {
    name,
    label: name.replaceAll('_', ' '),
    type,
    fieldType,
    options: options.map((value) => ({ value, label: value })),
    hasUniqueValue,
    calculated,
    modificationMetadata: { readOnlyValue: readOnly },
  };
}

const own = (changed: string): readonly PropertyOfPortal[] => [
  property('hs_object_id', 'number', { readOnly: true }),
  property('createdate', 'datetime', { readOnly: true }),
  property(changed, 'datetime', { readOnly: true }),
  property('hubspot_owner_id'),
  property('parcours_action_id', 'string', { hasUniqueValue: true }),
];

const CHANGED = 'hs_lastmodifieddate';

/** What the portal knows of each type of object. */
export const PROPERTIES: Readonly<Record<string, readonly PropertyOfPortal[]>> = {
  contacts: [
    ...own('lastmodifieddate'),
    property('email'),
    property('firstname'),
    property('lastname'),
    property('phone'),
    property('note_of_sync'),
    property('customer_key', 'string', { hasUniqueValue: true }),
    property('score', 'number'),
    property('is_member', 'bool', { fieldType: 'booleancheckbox', options: ['true', 'false'] }),
    property('birthday', 'date'),
    property('lifecyclestage', 'enumeration', { fieldType: 'radio', options: ['lead', 'customer'] }),
    property('interests', 'enumeration', { fieldType: 'checkbox', options: ['a', 'b'] }),
    property('hs_merged_object_ids', 'string', { readOnly: true }),
    property('num_deals', 'number', { calculated: true }),
  ],
  tickets: [
    ...own(CHANGED),
    property('subject'),
    property('content'),
    property('hs_pipeline'),
    property('hs_pipeline_stage'),
    property('hs_ticket_priority', 'enumeration', { options: ['LOW', 'MEDIUM', 'HIGH'] }),
    property('hs_ticket_category', 'enumeration', { options: ['BILLING'] }),
    property('source_type', 'enumeration', { options: ['CHAT', 'EMAIL', 'FORM', 'PHONE'] }),
    property('closed_date', 'datetime'),
    property('outcome'),
    property('outcome_note'),
  ],
  tasks: [
    ...own(CHANGED),
    property('hs_timestamp', 'datetime'),
    property('hs_task_subject'),
    property('hs_task_body'),
    property('hs_task_status', 'enumeration', { options: ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'] }),
    property('hs_task_priority', 'enumeration', { options: ['NONE', 'LOW', 'MEDIUM', 'HIGH'] }),
    property('hs_task_type', 'enumeration', { options: ['TODO', 'CALL', 'EMAIL'] }),
    property('outcome'),
    property('outcome_note'),
  ],
  notes: [...own(CHANGED), property('hs_timestamp', 'datetime'), property('hs_note_body')],
  leads: [
    ...own(CHANGED),
    property('hs_lead_name'),
    property('hs_lead_type', 'enumeration', { options: ['NEW BUSINESS'] }),
    property('hs_lead_label', 'enumeration', { options: ['HOT', 'WARM', 'COLD'] }),
    property('hs_pipeline_stage'),
    property('outcome'),
    property('outcome_note'),
  ],
  deals: [
    ...own(CHANGED),
    property('dealname'),
    property('dealstage'),
    property('amount', 'number'),
    property('deal_currency_code'),
    property('closed_lost_reason'),
  ],
  orders: [
    ...own(CHANGED),
    property('hs_order_name'),
    property('hs_total_price', 'number'),
    property('hs_currency_code'),
    property('hs_pipeline_stage'),
  ],
  invoices: [
    ...own(CHANGED),
    property('hs_number'),
    property('hs_amount_billed', 'number'),
    property('hs_currency'),
    property('hs_due_date', 'datetime'),
    property('hs_invoice_status'),
  ],
};

/** The stages of the portal's pipelines. */
export const PIPELINES: Readonly<Record<string, unknown>> = {
  tickets: [
    {
      id: '0',
      label: 'Support',
      stages: [
        { id: '1', label: 'New', metadata: { ticketState: 'OPEN', isClosed: 'false' } },
        { id: '4', label: 'Closed', metadata: { ticketState: 'CLOSED', isClosed: 'true' } },
      ],
    },
  ],
  deals: [
    {
      id: 'default',
      label: 'Sales',
      stages: [
        { id: 'qualifiedtobuy', label: 'Qualified', metadata: { isClosed: 'false', probability: '0.4' } },
        { id: 'closedwon', label: 'Won', metadata: { isClosed: 'true', probability: '1.0' } },
        { id: 'closedlost', label: 'Lost', metadata: { isClosed: 'true', probability: '0.0' } },
      ],
    },
  ],
  leads: [
    {
      id: 'lead-pipeline-id',
      label: 'Leads',
      stages: [
        { id: 'new-stage-id', label: 'New', metadata: {} },
        { id: 'unqualified-stage-id', label: 'Not qualified!', metadata: { isClosed: 'true' } },
      ],
    },
  ],
  orders: [
    {
      id: 'orders',
      label: 'Orders',
      stages: [{ id: 'shipped', label: 'Shipped', metadata: { isClosed: 'true' } }],
    },
  ],
};
