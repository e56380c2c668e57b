import { setTimeout as delay } from 'node:timers/promises';

import { nowMs } from '../monotonic-clock.mjs';
import { percentile } from '../statistics.mjs';

const ROWS_PER_STATEMENT = 1_000;
const CALLS = 100;
const WARM_UP_CALLS = 10;
const KINDS = ['physical', 'digital', 'human', 'device'];
const WORDS = ['guichet', 'été', 'conseil', 'facture', 'boutique', 'retour', 'service', 'fidélité'];
/** One thing in this many has the department and the word that are searched for as rare ones. */
const RARE_EVERY = 10_000;
const REGIONS = ['north', 'south', 'east', 'west'];
const FIELDS = { region: { type: 'string', enum: REGIONS }, rank: { type: 'integer' } };
const BETWEEN_LOOKS_MS = 100;

/**
 * The API over content of which there is much: lists, single reads, publishes, one call after the other. The documents
 * are written to the database as an older version of the product would have left them, and read by a fresh process.
 */
export async function measureLists(stack, { items }) {
  for (let from = 0; from < items; from += ROWS_PER_STATEMENT) {
    const count = Math.min(ROWS_PER_STATEMENT, items - from);
    await stack.database.insertContent(Array.from({ length: count }, (_, at) => itemOf(from + at)));
  }
  await stack.restartProduct();
  const get = (path) => () => stack.api.get(`/touchpoints${path}`);
  const key = (at) => `bench-place-${(at * 7919) % items}`;
  return {
    items,
    filterSortP95Ms: await p95(get('?filter[kind][eq]=digital&sort=-updatedAt&limit=50')),
    rareFilterP95Ms: await p95(get('?filter[department][eq]=rare&sort=-updatedAt&limit=50')),
    searchP95Ms: await p95(get('?search=ete%20boutique&limit=50')),
    rareSearchP95Ms: await p95(get('?search=introuvable&limit=50')),
    countP95Ms: await p95(get('?filter[kind][eq]=digital&count=true&limit=50')),
    readP95Ms: await p95((at) => stack.api.get(`/touchpoints/${key(at)}`)),
    publishP95Ms: await p95((at) => stack.api.post(`/touchpoints/${key(at)}/publish`)),
    ...(await measureFields(stack.api, get)),
  };
}

/** Custom fields that are published over things that hold values of them already: the things are read anew first. */
async function measureFields(api, get) {
  const startedAt = nowMs();
  for (const [member, schema] of Object.entries(FIELDS)) {
    const field = { name: member, appliesTo: 'touchpoints', member, schema, filterable: true };
    await api.put(`/custom-fields/bench-${member}`, field);
    await api.post(`/custom-fields/bench-${member}/publish`);
  }
  const read = get('?filter[custom.region][eq]=north&limit=50');
  for (let isReady = false; !isReady; await delay(BETWEEN_LOOKS_MS)) {
    isReady = await read().then(
      () => true,
      (error) => {
        if (!error.message.includes('content.fields-not-ready')) throw error;
        return false;
      },
    );
  }
  return {
    fieldsReadS: (nowMs() - startedAt) / 1_000,
    fieldFilterP95Ms: await p95(read),
    fieldSortP95Ms: await p95(get('?sort=-custom.rank&limit=50')),
  };
}

async function p95(call) {
  const times = [];
  for (let at = 0; at < WARM_UP_CALLS + CALLS; at++) {
    const startedAt = nowMs();
    await call(at);
    if (at >= WARM_UP_CALLS) times.push(nowMs() - startedAt);
  }
  return percentile(times, 0.95);
}

/** A touchpoint of about 700 bytes, as a row of `content_items`. */
function itemOf(at) {
  const isRare = at % RARE_EVERY === RARE_EVERY - 1;
  const words = WORDS.filter((_, position) => (at >> position) % 2 === 0).join(' ');
  const name = { en: `Place ${at}`, fr: `Lieu ${at}` };
  const key = `bench-place-${at}`;
  const draft = {
    key,
    name,
    kind: KINDS[at % KINDS.length],
    direction: 'both',
    department: isRare ? 'rare' : 'care',
    description: { en: `Where customers come for help. `.repeat(8), fr: `${words} `.repeat(4) },
    custom: { region: REGIONS[(at >> 3) % REGIONS.length], rank: (at * 31) % 1_000 },
    value: { en: 'An answer', fr: isRare ? 'Introuvable ailleurs' : 'Une réponse' },
  };
  return { id: at + 1, type: 'touchpoints', key, name: name.en, draft: JSON.stringify(draft), at };
}
