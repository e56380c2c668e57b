import { Refused } from './fake-environment.js';
import { type FakeColumn, TABLES } from './fake-tables.js';

const PATH =
  /^EntityDefinitions\(LogicalName='([a-z]+)'\)\/Attributes(?:\/Microsoft\.Dynamics\.CRM\.(\w+)AttributeMetadata)?$/;

/** The metadata of the columns of a table. @throws Refused where there is none */
export function metadataOf(path: string): unknown {
  const [, name = '', type] = PATH.exec(path) ?? [];
  const table = TABLES[name];
  if (!table) throw new Refused(404, '0x80060888', 'Could not find an entity with that name.');
  const columns = Object.entries(table.columns).filter(
    ([, column]) => type === undefined || column.type === type,
  );
  return { value: columns.map(([column, about]) => attributeOf(column, about)) };
}

function attributeOf(name: string, { type, isDay, isReadOnly, choices }: FakeColumn): unknown {
  return {
    LogicalName: name,
    AttributeType: type,
    AttributeOf: null,
    DisplayName: { UserLocalizedLabel: { Label: `The ${name}`, LanguageCode: 1033 } },
    IsValidForCreate: !isReadOnly,
    IsValidForUpdate: !isReadOnly,
    IsValidForRead: true,
    ...(type === 'DateTime' && { Format: isDay ? 'DateOnly' : 'DateAndTime' }),
    ...(choices && { OptionSet: { Options: choices.map((Value) => ({ Value })) } }),
  };
}
