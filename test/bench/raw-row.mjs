/** A row like those of the event inbox, about 200 bytes long, for the raw limit of inserting. */

export const RAW_COLUMNS = ['lane', 'id', 'kind', 'customer_key', 'body', 'attempts'];
export const ROWS_PER_STATEMENT = 500;

export const rawTable = (bigint) =>
  `CREATE TABLE raw_rows (lane INT NOT NULL, id ${bigint} NOT NULL, kind INT NOT NULL,
     customer_key VARCHAR(255) NOT NULL, body TEXT NOT NULL, attempts INT NOT NULL, PRIMARY KEY (lane, id))`;

const BODY = JSON.stringify({
  name: 'page.viewed',
  occurredAt: 1_767_225_600_000,
  properties: {
    source: 'campaign-tool',
    page: '/pricing',
    session: 's-123456',
    position: 1234,
    note: 'x'.repeat(20),
  },
});

export function rawRows(from) {
  return Array.from({ length: ROWS_PER_STATEMENT }, (_, at) => {
    const id = from + at;
    return [id % 16, id, 0, `customer-${id}`, BODY, 0];
  });
}
