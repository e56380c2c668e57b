import type { FakeAnswer, HeardRequest } from '@parcours/sdk/testing';

import { changedPropertyOf, checkReach, type Filter, type Portal, type PortalObject } from './portal.js';
import { PIPELINES, PROPERTIES } from './portal-properties.js';
import { invalid, notFound, Refusal } from './refusals.js';
import { defectOf } from './request-schemas.js';

/** What a route is given. */
interface Asked<B = unknown> {
  readonly portal: Portal;
  readonly query: URLSearchParams;
  readonly body: B;
  /** The parts of the path that vary. */
  readonly at: readonly string[];
}

type Route = readonly [method: string, path: RegExp, answer: (asked: Asked) => FakeAnswer];

interface CreateBody {
  readonly properties: Record<string, string>;
  readonly associations: readonly {
    readonly to: { readonly id: string };
    readonly types: readonly { readonly associationTypeId: number }[];
  }[];
}

interface BatchBody {
  readonly inputs: readonly Input[];
}

interface ReadBody extends BatchBody {
  readonly idProperty?: string;
  readonly properties: readonly string[];
}

interface SearchBody {
  readonly limit?: number;
  readonly after?: string;
  readonly properties?: readonly string[];
  readonly sorts?: readonly string[];
  readonly filterGroups?: readonly { readonly filters: readonly Filter[] }[];
}

const TYPE = '(contacts|tickets|tasks|notes|leads|deals|orders|invoices)';
const objects = (rest = '') => new RegExp(`^/crm/v3/objects/${TYPE}${rest}$`);

/** What each association type is between, and from which side. */
const ASSOCIATIONS: Readonly<Record<number, readonly [string, string]>> = {
  204: ['tasks', 'contacts'],
  202: ['notes', 'contacts'],
  16: ['tickets', 'contacts'],
  578: ['leads', 'contacts'],
  230: ['tasks', 'tickets'],
  228: ['notes', 'tickets'],
};

/** What HubSpot asks of an object of a type before it creates it. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  tasks: ['hs_timestamp'],
  notes: ['hs_timestamp'],
  tickets: ['hs_pipeline_stage'],
  leads: ['hs_lead_name'],
};

const ok = (body: unknown, status = 200): FakeAnswer => ({ status, body });
const iso = (at: number) => new Date(at).toISOString();

function shownAs(type: string, object: PortalObject, names: readonly string[] = []) {
  const shown = ['hs_object_id', 'createdate', changedPropertyOf(type), ...names];
  return {
    id: object.id,
    properties: Object.fromEntries(shown.map((name) => [name, object.properties[name] ?? null])),
    createdAt: iso(object.createdAt),
    updatedAt: iso(object.updatedAt),
    archived: object.archivedAt !== undefined,
    ...(object.archivedAt !== undefined && { archivedAt: iso(object.archivedAt) }),
  };
}

function batchOf(results: readonly unknown[], errors: readonly unknown[] = []): FakeAnswer {
  const time = iso(Date.now());
  const more = errors.length > 0 ? { numErrors: errors.length, errors } : {};
  return ok(
    { status: 'COMPLETE', results, startedAt: time, completedAt: time, ...more },
    errors.length > 0 ? 207 : 200,
  );
}

const missing = (ids: readonly string[]) => ({
  status: 'error',
  category: 'OBJECT_NOT_FOUND',
  message: 'Could not get some objects, they may be deleted or not exist. Check that ids are valid.',
  context: { ids },
  errors: [],
  links: {},
});

function list({ portal, query, at: [type = ''] }: Asked): FakeAnswer {
  const limit = Number(query.get('limit') ?? 10);
  if (limit > 100) throw invalid('limit must be at most 100');
  const after = Number(query.get('after') ?? 0);
  const all = portal.all(type, { archived: query.get('archived') === 'true' });
  const rest = all.filter(({ id }) => Number(id) > after).sort((a, b) => Number(a.id) - Number(b.id));
  const page = rest.slice(0, limit);
  const names = query.get('properties')?.split(',') ?? [];
  const results = page.map((object) => {
    const contacts = object.associations.get('contacts') ?? [];
    if (query.get('associations') !== 'contacts' || contacts.length === 0)
      return shownAs(type, object, names);
    const associations = {
      contacts: { results: contacts.map((id) => ({ id, type: `${type}_to_contact` })) },
    };
    return { ...shownAs(type, object, names), associations };
  });
  const last = page.at(-1);
  return ok({
    results,
    ...(last && rest.length > limit && { paging: { next: { after: last.id, link: '?' } } }),
  });
}

function create({ portal, body, at: [type = ''] }: Asked<CreateBody>): FakeAnswer {
  const lacking = NEEDED[type]?.filter((name) => !body.properties[name]) ?? [];
  if (lacking.length > 0)
    throw invalid(`Error creating. Some required properties were not set: ${lacking.join()}`);
  const links = body.associations.map(({ to, types }) => {
    const [from, toType] = ASSOCIATIONS[types[0]?.associationTypeId ?? 0] ?? [];
    if (from !== type || toType === undefined) throw invalid('invalid association type');
    if (!portal.get(toType, to.id)) throw invalid(`No ${toType} with ID ${to.id} exists`);
    return [toType, to.id] as const;
  });
  if (type === 'leads' && links.length === 0) throw invalid('A lead must be associated with a contact');
  const object = portal.create(type, body.properties);
  for (const link of links) portal.associate([type, object.id], link);
  return ok(shownAs(type, object, Object.keys(body.properties)), 201);
}

interface Input {
  readonly id: string;
  readonly idProperty?: string;
  readonly objectWriteTraceId?: string;
  readonly properties: Record<string, string>;
}

function mustDiffer(inputs: readonly Input[]): void {
  const ids = inputs.map(({ id }) => id.trim().toLowerCase());
  if (new Set(ids).size < ids.length) throw invalid('Duplicate IDs found in batch input');
}

/** With an email address one that is wrong spoils all; with another property each stands for itself. */
function upsert({ portal, body, at: [type = ''] }: Asked<BatchBody>): FakeAnswer {
  const inputs = body.inputs;
  mustDiffer(inputs);
  const by = inputs[0]?.idProperty ?? '';
  if (inputs.some(({ idProperty }) => idProperty !== by))
    throw invalid('idProperty must be the same for all inputs');
  const isUnique = PROPERTIES[type]?.some(({ name, hasUniqueValue }) => name === by && hasUniqueValue);
  if (by !== 'email' && !isUnique) throw invalid(`Property ${by} is not unique`);
  const errors: unknown[] = [];
  const results = inputs.flatMap(({ id, properties, objectWriteTraceId }) => {
    try {
      const found = portal.by(type, by, id);
      const object = found ?? portal.create(type, { [by]: id, ...properties });
      if (found) portal.change(type, found, properties);
      return [{ ...shownUpserted(type, object, by), new: found === undefined, objectWriteTraceId }];
    } catch (cause) {
      if (!(cause instanceof Refusal) || by === 'email') throw cause;
      const context = { objectWriteTraceId: [objectWriteTraceId] };
      errors.push({
        status: 'error',
        category: cause.category,
        message: cause.message,
        context,
        errors: [],
        links: {},
      });
      return [];
    }
  });
  return batchOf(results, errors);
}

/** Here HubSpot shows no property that is empty. */
function shownUpserted(type: string, object: PortalObject, by: string) {
  const shown = shownAs(type, object, [by]);
  return {
    ...shown,
    properties: Object.fromEntries(Object.entries(shown.properties).filter(([, value]) => value !== null)),
  };
}

function update({ portal, body, at: [type = ''] }: Asked<BatchBody>): FakeAnswer {
  const inputs = body.inputs;
  mustDiffer(inputs);
  const gone = inputs.filter(({ id }) => !portal.get(type, id)).map(({ id }) => id);
  const results = inputs.flatMap(({ id, properties, objectWriteTraceId }) => {
    const object = portal.get(type, id);
    if (!object) return [];
    portal.change(type, object, properties);
    return [{ ...shownAs(type, object), objectWriteTraceId }];
  });
  return batchOf(results, gone.length > 0 ? [missing(gone)] : []);
}

function read({ portal, body, at: [type = ''] }: Asked<ReadBody>): FakeAnswer {
  const by = body.idProperty;
  const asked = body.inputs.map(({ id }) => {
    return { id, object: by === undefined ? portal.get(type, id) : portal.by(type, by, id) };
  });
  const results = asked.flatMap(({ object }) => (object ? [shownAs(type, object, body.properties)] : []));
  const gone = asked.filter(({ object }) => !object).map(({ id }) => id);
  return batchOf(results, gone.length > 0 ? [missing(gone)] : []);
}

function search({ portal, body, at: [type = ''] }: Asked<SearchBody>): FakeAnswer {
  const { limit = 10, after = '0', properties = [], sorts = [], filterGroups = [] } = body;
  checkReach(Number(after), limit);
  const groups = filterGroups.map(({ filters }) => filters);
  for (const { propertyName } of groups.flat()) {
    if (!PROPERTIES[type]?.some(({ name }) => name === propertyName)) {
      throw invalid(`There was a problem with the request: ${propertyName} is no property`);
    }
  }
  const [sorted] = sorts;
  const sort = sorted === undefined ? undefined : (JSON.parse(sorted) as { propertyName: string });
  const found = portal.search(type, groups, sort?.propertyName);
  const results = found
    .slice(Number(after), Number(after) + limit)
    .map((each) => shownAs(type, each, properties));
  const next = Number(after) + limit;
  return ok({
    total: found.length,
    results,
    ...(next < found.length && { paging: { next: { after: String(next) } } }),
  });
}

function readAssociations({ portal, body, at: [type = '', to = ''] }: Asked<BatchBody>): FakeAnswer {
  const results = body.inputs.flatMap(({ id }) => {
    const linked = portal.get(type, id)?.associations.get(to) ?? [];
    if (linked.length === 0) return [];
    const associationTypes = [{ typeId: 1, category: 'HUBSPOT_DEFINED' }];
    return [{ from: { id }, to: linked.map((toObjectId) => ({ toObjectId, associationTypes })) }];
  });
  return batchOf(results);
}

function listAssociations({ portal, query, at: [type = '', id = '', to = ''] }: Asked): FakeAnswer {
  const object = portal.get(type, id);
  if (!object) throw notFound();
  const after = Number(query.get('after') ?? 0);
  const limit = Number(query.get('limit') ?? 500);
  const linked = object.associations.get(to) ?? [];
  const associationTypes = [{ typeId: 1, category: 'HUBSPOT_DEFINED' }];
  const results = linked.slice(after, after + limit).map((toObjectId) => ({ toObjectId, associationTypes }));
  const next = after + limit;
  return ok({ results, ...(next < linked.length && { paging: { next: { after: String(next) } } }) });
}

function associate({ portal, at: [type = '', id = '', to = '', toId = ''] }: Asked): FakeAnswer {
  if (!portal.get(type, id) || !portal.get(to, toId)) throw notFound();
  portal.associate([type, id], [to, toId]);
  const associationSpec = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 };
  return batchOf([{ from: { id }, to: { id: toId }, associationSpec }]);
}

function purge({ portal, body }: Asked<{ readonly objectId: string }>): FakeAnswer {
  if (!portal.get('contacts', body.objectId)) throw notFound();
  portal.forget(body.objectId);
  return { status: 204 };
}

const checked =
  <B>(schema: Parameters<typeof defectOf>[0], answer: (asked: Asked<B>) => FakeAnswer) =>
  (asked: Asked): FakeAnswer => {
    const defect = defectOf(schema, asked.body);
    if (defect !== undefined) throw invalid(defect);
    return answer({ ...asked, body: asked.body as B });
  };

const ROUTES: readonly Route[] = [
  ['GET', objects(), list],
  ['POST', objects(), checked('create', create)],
  ['POST', objects('/search'), checked('search', search)],
  ['POST', objects('/batch/read'), checked('read', read)],
  ['POST', objects('/batch/upsert'), checked('upsert', upsert)],
  ['POST', objects('/batch/update'), checked('update', update)],
  ['POST', /^\/crm\/v3\/objects\/contacts\/gdpr-delete$/, checked('purge', purge)],
  [
    'POST',
    new RegExp(`^/crm/v4/associations/${TYPE}/${TYPE}/batch/read$`),
    checked('associations', readAssociations),
  ],
  ['GET', new RegExp(`^/crm/v4/objects/${TYPE}/(\\d+)/associations/${TYPE}$`), listAssociations],
  ['PUT', new RegExp(`^/crm/v4/objects/${TYPE}/(\\d+)/associations/default/${TYPE}/(\\d+)$`), associate],
  [
    'GET',
    new RegExp(`^/crm/v3/properties/${TYPE}$`),
    ({ at: [type = ''] }) => ok({ results: PROPERTIES[type] }),
  ],
  [
    'GET',
    new RegExp(`^/crm/v3/pipelines/${TYPE}$`),
    ({ at: [type = ''] }) => ok({ results: PIPELINES[type] ?? [] }),
  ],
  [
    'GET',
    /^\/crm\/v3\/owners$/,
    ({ query }) =>
      ok({
        results: query.get('email') === 'zoe@crm.example' ? [{ id: '77', email: 'zoe@crm.example' }] : [],
      }),
  ],
];

/** What the API answers to whoever may ask. */
export function answerOf(portal: Portal, { method, path, body }: HeardRequest): FakeAnswer {
  const { pathname, searchParams: query } = new URL(path, 'http://fake');
  const route = ROUTES.find(([verb, pattern]) => verb === method && pattern.test(pathname));
  if (!route)
    return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>Not found</html>' };
  try {
    const at = route[1].exec(pathname)?.slice(1) ?? [];
    return route[2]({ portal, query, at, body: body === '' ? undefined : (JSON.parse(body) as unknown) });
  } catch (cause) {
    if (cause instanceof Refusal) return cause.answer;
    throw cause;
  }
}
