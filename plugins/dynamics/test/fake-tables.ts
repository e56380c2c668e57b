/** A column of a table. */
export interface FakeColumn {
  readonly type:
    | 'Uniqueidentifier'
    | 'String'
    | 'Memo'
    | 'Integer'
    | 'Money'
    | 'Boolean'
    | 'DateTime'
    | 'Picklist'
    | 'State'
    | 'Lookup';
  readonly length?: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly isDay?: boolean;
  readonly choices?: readonly number[];
  /** Of a lookup: the tables that it may lead to. */
  readonly to?: readonly string[];
  readonly default?: unknown;
}

export interface FakeTable {
  readonly set: string;
  readonly id: string;
  readonly columns: Readonly<Record<string, FakeColumn>>;
  readonly isTracked: boolean;
  /** Columns of alternate keys. */
  readonly keys: readonly string[];
  /** What stands after a navigation property: `regardingobjectid_contact_task`. */
  readonly suffix: string;
}

const text = (length: number, more: Partial<FakeColumn> = {}): FakeColumn => ({
  type: 'String',
  length,
  ...more,
});
const choice = (...choices: number[]): FakeColumn => ({ type: 'Picklist', choices });
const to = (...tables: string[]): FakeColumn => ({ type: 'Lookup', to: tables });
const memo = (length: number): FakeColumn => ({ type: 'Memo', length });

const CUSTOMER = to('contact', 'account');
const OWNER = to('systemuser', 'team');
const EVERY = ['contact', 'account', 'lead', 'opportunity', 'incident', 'salesorder', 'invoice'];

function table(
  name: string,
  columns: Readonly<Record<string, FakeColumn>>,
  more: Partial<FakeTable> = {},
): FakeTable {
  const { id = `${name}id` } = more;
  const states =
    name === 'annotation' ? {} : { statecode: { type: 'State', choices: [0, 1, 2], default: 0 } as const };
  return {
    set: `${name}s`,
    id,
    isTracked: true,
    keys: [],
    suffix: '',
    ...more,
    columns: {
      [id]: { type: 'Uniqueidentifier' },
      createdon: { type: 'DateTime', isReadOnly: true },
      modifiedon: { type: 'DateTime', isReadOnly: true },
      ...states,
      ...columns,
      ownerid: OWNER,
    },
  };
}

const PERSON: Readonly<Record<string, FakeColumn>> = {
  firstname: text(50),
  lastname: text(50),
  fullname: text(160, { isReadOnly: true }),
  emailaddress1: text(100),
  telephone1: text(50),
  mobilephone: text(64),
  jobtitle: text(100),
  description: memo(2_000),
  donotbulkemail: { type: 'Boolean', default: false },
  merged: { type: 'Boolean', isReadOnly: true, default: false },
  masterid: { ...to('contact', 'lead'), isReadOnly: true },
};

/** A part of the tables of Dynamics 365, with columns of the environment's own. */
export const TABLES: Readonly<Record<string, FakeTable>> = {
  account: table('account', { name: text(160, { isRequired: true }) }),
  systemuser: table('systemuser', { fullname: text(200) }),
  team: table('team', { name: text(160) }),
  contact: table(
    'contact',
    {
      ...PERSON,
      birthdate: { type: 'DateTime', isDay: true },
      preferredcontactmethodcode: choice(1, 2, 3, 4, 5),
      parcours_id: text(100),
      parcours_points: { type: 'Integer' },
      parentcustomerid: CUSTOMER,
    },
    { keys: ['parcours_id'] },
  ),
  lead: table('lead', {
    ...PERSON,
    subject: text(300),
    companyname: text(100),
    parentcontactid: to('contact'),
    customerid: CUSTOMER,
  }),
  opportunity: table(
    'opportunity',
    {
      name: text(300, { isRequired: true }),
      estimatedvalue: { type: 'Money' },
      parentcontactid: to('contact'),
      customerid: CUSTOMER,
    },
    { set: 'opportunities' },
  ),
  incident: table('incident', {
    title: text(200, { isRequired: true }),
    description: memo(2_000),
    prioritycode: choice(1, 2, 3),
    customerid: { ...CUSTOMER, isRequired: true },
    primarycontactid: to('contact'),
  }),
  task: table(
    'task',
    {
      subject: text(200, { isRequired: true }),
      description: memo(2_000),
      scheduledend: { type: 'DateTime' },
      prioritycode: choice(0, 1, 2),
      regardingobjectid: to(...EVERY),
    },
    { id: 'activityid', suffix: '_task' },
  ),
  annotation: table('annotation', {
    subject: text(500),
    notetext: memo(100_000),
    objectid: to(...EVERY),
  }),
  salesorder: table(
    'salesorder',
    { name: text(300), totalamount: { type: 'Money' }, customerid: CUSTOMER },
    { isTracked: false },
  ),
  invoice: table(
    'invoice',
    { name: text(300), duedate: { type: 'DateTime', isDay: true }, customerid: CUSTOMER },
    { isTracked: false },
  ),
};

export function tableNamed(name: string): FakeTable {
  const found = TABLES[name];
  if (!found) throw new Error(`there is no table '${name}'`);
  return found;
}

/** The name of the table of a set in addresses. */
export function tableOfSet(set: string): string | undefined {
  return Object.keys(TABLES).find((name) => TABLES[name]?.set === set);
}

const JSON_TYPES: Readonly<Record<FakeColumn['type'], object>> = {
  Uniqueidentifier: { type: 'string', pattern: '^[0-9a-fA-F-]{36}$' },
  String: { type: ['string', 'null'] },
  Memo: { type: ['string', 'null'] },
  Integer: { type: ['integer', 'null'] },
  Money: { type: ['number', 'null'] },
  Boolean: { type: ['boolean', 'null'] },
  DateTime: {
    type: ['string', 'null'],
    pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d))?$',
  },
  Picklist: { type: ['integer', 'null'] },
  State: { type: ['integer', 'null'] },
  Lookup: {},
};

/** The navigation properties by which a lookup is written: one for each table where there are several. */
export function bindingsOf(
  name: string,
): Readonly<Record<string, { readonly column: string; readonly to: string }>> {
  const { columns, suffix } = tableNamed(name);
  const bindings: Record<string, { column: string; to: string }> = {};
  for (const [column, { type, to: tables = [] }] of Object.entries(columns)) {
    if (type !== 'Lookup') continue;
    const isSingle = tables.length === 1 || column === 'ownerid';
    for (const each of tables) {
      const property = isSingle ? column : `${column}_${each}${column === 'regardingobjectid' ? suffix : ''}`;
      bindings[`${property}@odata.bind`] = { column, to: column === 'ownerid' ? '' : each };
    }
  }
  return bindings;
}

/** What the parser takes for a row of a table, before any rule looks at it. */
export function schemaOf(name: string): object {
  const properties: Record<string, object> = {};
  for (const [column, { type }] of Object.entries(tableNamed(name).columns)) {
    if (type !== 'Lookup') properties[column] = JSON_TYPES[type];
  }
  for (const binding of Object.keys(bindingsOf(name))) {
    properties[binding] = { type: 'string', pattern: '^/[a-z]+\\([0-9a-fA-F-]{36}\\)$' };
  }
  return { type: 'object', additionalProperties: false, properties };
}
