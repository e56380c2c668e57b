import { isJsonObject, type JsonObject, type JsonValue } from '@parcours/kernel';

/** A JSON Schema, of which the order of members is read. */
export type OrderSchema = Readonly<Record<string, unknown>>;

/** The same document with its members in the order in which the schema has them; those that it does not name follow. */
export function inSchemaOrder(document: JsonObject, schema: OrderSchema): JsonObject {
  const ordered = orderValue(document, schema);
  return isJsonObject(ordered) ? ordered : document;
}

function orderValue(value: JsonValue, schema: OrderSchema): JsonValue {
  if (Array.isArray(value)) {
    const items = schemaIn(schema['items']);
    return items ? value.map((item) => orderValue(item, items)) : value;
  }
  if (!isJsonObject(value)) return value;
  const known = schemaIn(schema['properties']) ?? {};
  const rest = schemaIn(schema['additionalProperties']);
  const names = Object.keys(value);
  const ordered = [
    ...Object.keys(known).filter((name) => names.includes(name)),
    ...names.filter((name) => !Object.hasOwn(known, name)),
  ];
  return Object.fromEntries(
    ordered.flatMap((name) => {
      const member = value[name];
      if (member === undefined) return [];
      const inner = schemaIn(known[name]) ?? rest;
      return [[name, inner ? orderValue(member, inner) : member]];
    }),
  );
}

function schemaIn(value: unknown): OrderSchema | undefined {
  return isJsonObject(value) ? value : undefined;
}
