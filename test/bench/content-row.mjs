/** The columns of `content_items` that a row has from the first version of the table on. */
export const CONTENT_COLUMNS = [
  'id',
  'type',
  'item_key',
  'name',
  'draft',
  'revision',
  'last_number',
  'created_at',
  'updated_at',
];

export function contentRow({ id, type, key, name, draft, at }) {
  return [id, type, key, name, draft, 1, 0, at, at];
}
