import { createHmac } from 'node:crypto';

import { HttpFake } from '@parcours/sdk/testing';

const TOKEN = 'a-token-for-tests';
const SIGNING_SECRET = 'a-secret-for-tests';
const FIELDS = ['email', 'first_name', 'note', 'status'].map((name) => ({
  name,
  label: name,
  type: 'text',
  isWritable: true,
}));

/** The CRM as your plugin knows it, on this machine: refuse here what the real one refuses. */
export async function startFakeCrm() {
  // By id, in the order of their last changes.
  const rows = new Map();
  const tasks = new Map();
  let place = 0;

  const put = ({ kind, id = `${kind}-${rows.size + 1}`, at = Date.now(), fields, ...more }) => {
    const before = rows.get(id);
    const updatedAt = new Date(at).toISOString();
    rows.delete(id);
    place += 1;
    rows.set(id, { ...before, ...more, kind, id, place, updatedAt, fields: { ...before?.fields, ...fields } });
    return id;
  };
  const records = (kind) => [...rows.values()].filter((row) => row.kind === kind && !row.deleted);
  const search = (kind, { field, value }) => records(kind).filter(({ fields }) => fields[field] === value);

  const changes = (kind, { cursor, limit }) => {
    const left = [...rows.values()].filter((row) => row.kind === kind && row.place > Number(cursor));
    const page = left.slice(0, Number(limit));
    const next = String(page.at(-1)?.place ?? cursor);
    return { rows: page, next, isLast: page.length === left.length };
  };

  const keep = ({ id, match, fields }) => {
    const unknown = Object.keys(fields).find((name) => !FIELDS.some((field) => field.name === name));
    if (unknown) return { refused: `There is no field ${unknown}.` };
    const [known] = id ? records('person').filter((row) => row.id === id) : search('person', match);
    if (id && !known) return { gone: true };
    const all = known ? fields : { [match.field]: match.value, ...fields };
    const kept = rows.get(put({ kind: 'person', ...(known && { id: known.id }), fields: all }));
    return { id: kept.id, created: !known, updatedAt: kept.updatedAt };
  };

  const forget = (id) => {
    const known = rows.has(id) && !rows.get(id).deleted;
    if (known) rows.set(id, { ...rows.get(put({ kind: 'person', id, deleted: true })), fields: {} });
    return { status: known ? 204 : 404 };
  };

  const createTask = (content, idempotencyKey) => {
    const id = tasks.get(idempotencyKey)?.id ?? `task-${tasks.size + 1}`;
    tasks.set(idempotencyKey, { id, to: JSON.parse(content).email, content, idempotencyKey });
    return { id };
  };

  const http = await HttpFake.start({
    answer: ({ method, path, headers, body }) => {
      if (headers.authorization !== `Bearer ${TOKEN}`) return { status: 401 };
      const { pathname, searchParams } = new URL(path, 'http://crm');
      const [, what, kind] = pathname.split('/');
      const query = Object.fromEntries(searchParams);
      switch (`${method} ${what}`) {
        case 'GET fields':
          return { status: 200, body: FIELDS };
        case 'GET changes':
          return { status: 200, body: changes(kind, query) };
        case 'GET search':
          return { status: 200, body: search(kind, query) };
        case 'POST people':
          return { status: 200, body: JSON.parse(body).map(keep) };
        case 'DELETE people':
          return forget(kind);
        case 'POST tasks':
          return { status: 201, body: createTask(body, headers['idempotency-key']) };
        default:
          return { status: 404 };
      }
    },
  });

  const callback = (sent) => {
    const rawBody = Buffer.from(JSON.stringify(sent));
    const signature = createHmac('sha256', SIGNING_SECRET).update(rawBody).digest('hex');
    const url = 'https://parcours.example.com/hooks/__name__';
    return { method: 'POST', url, headers: { 'x-signature': signature }, query: {}, rawBody };
  };

  const config = { url: http.url, token: TOKEN, signingSecret: SIGNING_SECRET };
  return {
    config,
    wrongConfig: { ...config, token: 'another-token' },
    put,
    records,
    remove: (kind, id) => put({ kind, id, deleted: true }),
    received: () => [...tasks.values()],
    callbacks: () => [callback({ id: 'call-1', tasks: [{ id: 'task-1', outcome: 'reached', note: 'Happy.' }] })],
    behave: (behaviour) => http.behave(behaviour),
    stop: () => http.stop(),
  };
}
