/** A field of an object, as an organisation describes it. */
export interface FakeField {
  readonly type:
    | 'id'
    | 'string'
    | 'textarea'
    | 'email'
    | 'boolean'
    | 'double'
    | 'date'
    | 'datetime'
    | 'picklist'
    | 'reference';
  readonly length?: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly isExternalId?: boolean;
  readonly choices?: readonly string[];
  /** Of a reference: the objects that it may lead to. */
  readonly to?: readonly string[];
  readonly default?: unknown;
}

export interface FakeObject {
  readonly prefix: string;
  readonly fields: Readonly<Record<string, FakeField>>;
}

const text = (length = 255, more: Partial<FakeField> = {}): FakeField => ({
  type: 'string',
  length,
  ...more,
});
const to = (...names: string[]): FakeField => ({ type: 'reference', to: names });
const picklist = (...choices: string[]): FakeField => ({ type: 'picklist', choices, default: choices[0] });
const external: FakeField = { type: 'string', length: 64, isExternalId: true };
const description: FakeField = { type: 'textarea', length: 32_000 };

const SYSTEM: Readonly<Record<string, FakeField>> = {
  Id: { type: 'id', isReadOnly: true },
  IsDeleted: { type: 'boolean', isReadOnly: true },
  CreatedDate: { type: 'datetime', isReadOnly: true },
  SystemModstamp: { type: 'datetime', isReadOnly: true },
};

const MERGEABLE = { MasterRecordId: { ...to('Contact', 'Lead'), isReadOnly: true } };

/** A part of the standard objects, with fields of the organisation's own. */
export const OBJECTS: Readonly<Record<string, FakeObject>> = {
  User: { prefix: '005', fields: { ...SYSTEM, Name: text() } },
  Account: { prefix: '001', fields: { ...SYSTEM, Name: text(255, { isRequired: true }) } },
  Contact: {
    prefix: '003',
    fields: {
      ...SYSTEM,
      ...MERGEABLE,
      FirstName: text(40),
      LastName: text(80, { isRequired: true }),
      Email: { type: 'email', length: 80 },
      Phone: text(40),
      Birthdate: { type: 'date' },
      HasOptedOutOfEmail: { type: 'boolean', default: false },
      Points__c: { type: 'double' },
      Interests__c: { type: 'string', length: 255 },
      Level__c: { type: 'picklist', choices: ['bronze', 'silver', 'gold'] },
      Parcours_Id__c: external,
      AccountId: to('Account'),
      OwnerId: to('User'),
    },
  },
  Lead: {
    prefix: '00Q',
    fields: {
      ...SYSTEM,
      ...MERGEABLE,
      FirstName: text(40),
      LastName: text(80, { isRequired: true }),
      Company: text(255, { isRequired: true }),
      Email: { type: 'email', length: 80 },
      Phone: text(40),
      Title: text(128),
      Status: picklist('Open - Not Contacted', 'Working - Contacted', 'Closed - Converted'),
      LeadSource: text(),
      Description: description,
      Parcours_Action__c: external,
      ConvertedContactId: { ...to('Contact'), isReadOnly: true },
      OwnerId: to('User'),
    },
  },
  Opportunity: {
    prefix: '006',
    fields: {
      ...SYSTEM,
      Name: text(120, { isRequired: true }),
      StageName: {
        type: 'picklist',
        choices: ['Prospecting', 'Closed Won', 'Closed Lost'],
        isRequired: true,
      },
      CloseDate: { type: 'date', isRequired: true },
      Amount: { type: 'double' },
      ContactId: to('Contact'),
      OwnerId: to('User'),
    },
  },
  Case: {
    prefix: '500',
    fields: {
      ...SYSTEM,
      Subject: text(),
      Description: description,
      Status: picklist('New', 'Working', 'Closed'),
      Priority: picklist('Medium', 'High', 'Low'),
      Origin: text(),
      Type: text(),
      SuppliedEmail: { type: 'email', length: 80 },
      ClosedDate: { type: 'datetime', isReadOnly: true },
      Parcours_Action__c: external,
      ContactId: to('Contact'),
      OwnerId: to('User'),
    },
  },
  Task: {
    prefix: '00T',
    fields: {
      ...SYSTEM,
      Subject: text(),
      Description: description,
      Status: picklist('Not Started', 'In Progress', 'Completed'),
      Priority: picklist('Normal', 'High', 'Low'),
      ActivityDate: { type: 'date' },
      Parcours_Action__c: external,
      WhoId: to('Contact', 'Lead'),
      WhatId: to('Account', 'Opportunity', 'Case', 'Order'),
      OwnerId: to('User'),
    },
  },
  Order: {
    prefix: '801',
    fields: {
      ...SYSTEM,
      Status: { type: 'picklist', choices: ['Draft', 'Activated'], isRequired: true },
      EffectiveDate: { type: 'date', isRequired: true },
      TotalAmount: { type: 'double', isReadOnly: true },
      BillToContactId: to('Contact'),
      AccountId: to('Account'),
    },
  },
  Invoice__c: {
    prefix: 'a0I',
    fields: {
      ...SYSTEM,
      Name: text(80),
      Due__c: { type: 'date' },
      Amount__c: { type: 'double' },
      Contact__c: to('Contact'),
    },
  },
};

export function objectNamed(name: string): FakeObject {
  const object = OBJECTS[name];
  if (!object) throw new Error(`there is no object '${name}'`);
  return object;
}

const JSON_TYPES: Readonly<Record<FakeField['type'], object>> = {
  id: { type: 'string' },
  string: { type: ['string', 'null'] },
  textarea: { type: ['string', 'null'] },
  email: { type: ['string', 'null'] },
  boolean: { type: 'boolean' },
  double: { type: ['number', 'null'] },
  date: { type: ['string', 'null'], pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
  datetime: { type: ['string', 'null'], pattern: '^\\d{4}-\\d\\d-\\d\\dT' },
  picklist: { type: ['string', 'null'] },
  reference: { type: ['string', 'null'] },
};

/** What the parser takes for a record of an object, before any rule looks at it. */
export function schemaOf({ fields }: FakeObject): object {
  const properties: Record<string, object> = {};
  for (const [name, { type }] of Object.entries(fields)) properties[name] = JSON_TYPES[type];
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...properties,
      id: { type: 'string' },
      attributes: { type: 'object', required: ['type'], properties: { type: { type: 'string' } } },
    },
  };
}
