import { ParcoursClient } from './index.js';

/** Never called: the compiler is the test, and fails where an error that is expected is none. */
export async function typed(client: ParcoursClient, type: 'touchpoints' | 'personas') {
  const { data, etag } = await client.get('/touchpoints/{key}', { path: { key: 'a' } });
  const kind: 'physical' | 'digital' | 'human' | 'device' | undefined = data.kind;
  const status: 'draft' | 'published' | 'changed' = data.status;
  // @ts-expect-error there is no such member
  const absent: unknown = data.nothing;
  // @ts-expect-error a part of the path is missing
  await client.get('/touchpoints/{key}');
  // @ts-expect-error there is no such path
  await client.get('/touchpoint');
  // @ts-expect-error the key is missing
  await client.post('/touchpoints', { body: { name: 'A' } });
  // @ts-expect-error there is no such kind
  await client.post('/touchpoints', { body: { key: 'a', name: 'A', kind: 'paper' } });
  // @ts-expect-error this field has no such operator
  await client.get('/touchpoints', { query: { filter: { kind: { gt: 'digital' } } } });
  // @ts-expect-error this is no list
  client.list('/touchpoints/{key}', { path: { key: 'a' } });
  const nothing: undefined = (
    await client.delete('/touchpoints/{key}', { path: { key: 'a' }, ifMatch: etag })
  ).data;
  const either = await client.get(`/${type}/{key}`, { path: { key: 'a' } });
  await client.post(`/${type}/{key}/publish`, { path: { key: 'a' }, body: { note: 'x' } });
  const drawing: string = (await client.get('/journey-maps/{key}/sheet.svg', { path: { key: 'a' } })).data;
  const customers: string[] = [];
  for await (const { customerId } of client.list('/enrollments')) customers.push(customerId);
  await client.post('/events', { body: [{ event: 'x', customerId: 'c' }] });
  return { absent, customers, kind, status, nothing, name: either.data.name, drawing };
}

it('a client has a method for each kind of call, and the compiler knows what each takes', () => {
  const client = new ParcoursClient({ url: 'http://parcours.test' });
  expect([client.get, client.post, client.put, client.patch, client.delete, client.list]).toEqual(
    Array.from({ length: 6 }, () => expect.any(Function)),
  );
});
