import { type CallContext, type CrmField, jsonObjectOf, type RecordKind } from '@parcours/sdk';

import { type DynamicsApi, rowsIn } from './dynamics-api.js';
import type { DynamicsConfig } from './dynamics-config.js';
import { tableOf } from './dynamics-tables.js';
import { quoted } from './odata.js';

type Row = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, CrmField['type']>> = {
  String: 'text',
  Memo: 'text',
  Uniqueidentifier: 'text',
  Lookup: 'text',
  Customer: 'text',
  Owner: 'text',
  Integer: 'number',
  BigInt: 'number',
  Decimal: 'number',
  Double: 'number',
  Money: 'number',
  Boolean: 'boolean',
  DateTime: 'date-time',
  Picklist: 'choice',
  State: 'choice',
  Status: 'choice',
};
const LOOKUPS = ['Lookup', 'Customer', 'Owner'];
const COLUMNS =
  'LogicalName,AttributeType,AttributeOf,DisplayName,IsValidForCreate,IsValidForUpdate,IsValidForRead';
const CAST = 'Microsoft.Dynamics.CRM';

/** The columns of a table, from its metadata. */
export class DynamicsFields {
  constructor(
    private readonly api: DynamicsApi,
    private readonly config: DynamicsConfig,
  ) {}

  async of(kind: RecordKind, call: CallContext): Promise<readonly CrmField[]> {
    const { name } = tableOf(kind, this.config);
    const attributes = `/EntityDefinitions(LogicalName=${quoted(name)})/Attributes`;
    const read = async (path: string): Promise<readonly Row[]> =>
      rowsIn((await this.api.call({ path: `${attributes}${path}` }, call)).body);
    const [all, dates, ...choices] = await Promise.all([
      read(`?$select=${COLUMNS}`),
      read(`/${CAST}.DateTimeAttributeMetadata?$select=LogicalName,Format`),
      ...['Picklist', 'State', 'Status'].map((type) =>
        read(`/${CAST}.${type}AttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Options)`),
      ),
    ]);
    const days = new Set(
      dates.filter(({ Format }) => Format === 'DateOnly').map(({ LogicalName }) => LogicalName),
    );
    const options = new Map(choices.flat().map((row) => [row['LogicalName'], optionsIn(row)]));
    return all.flatMap((row) => fieldOf(row, { isDay: days.has(row['LogicalName']), options }));
  }
}

function fieldOf(
  row: Row,
  { isDay, options }: { readonly isDay: boolean; readonly options: ReadonlyMap<unknown, readonly string[]> },
): CrmField[] {
  const { LogicalName: name, AttributeType: said, AttributeOf: part, IsValidForRead: isReadable } = row;
  if (
    typeof name !== 'string' ||
    typeof said !== 'string' ||
    typeof part === 'string' ||
    isReadable === false
  )
    return [];
  const type = TYPES[said];
  if (!type) return [];
  const isLookup = LOOKUPS.includes(said);
  const choices = options.get(name);
  return [
    {
      name: isLookup ? `_${name}_value` : name,
      label: labelIn(row['DisplayName']) ?? name,
      type: isDay ? 'date' : type,
      // A lookup is written under another name, with the table that it leads to.
      isWritable: !isLookup && (row['IsValidForUpdate'] === true || row['IsValidForCreate'] === true),
      ...(choices && type === 'choice' && { choices }),
    },
  ];
}

/** `DisplayName: { UserLocalizedLabel: { Label } }`. */
function labelIn(name: unknown): string | undefined {
  const { Label: label } = jsonObjectOf(jsonObjectOf(name)['UserLocalizedLabel']);
  return typeof label === 'string' && label !== '' ? label : undefined;
}

/** Choices are numbers; so they are written and read. */
function optionsIn(row: Row): readonly string[] {
  const { Options: options } = jsonObjectOf(row['OptionSet']);
  if (!Array.isArray(options)) return [];
  return options.flatMap((option) => {
    const { Value: value } = jsonObjectOf(option);
    return typeof value === 'number' ? String(value) : [];
  });
}
