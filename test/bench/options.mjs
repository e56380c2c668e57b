import { parseArgs } from 'node:util';

export const STAGES = [
  'raw',
  'render',
  'channels',
  'host-overhead',
  'ingest',
  'journey',
  'full',
  'policies',
  'smtp',
  'latency',
  'clicks',
  'waiting',
  'migration',
  'segments',
  'triggers',
  'import',
  'crm',
  'folder',
  'lists',
  'timeline',
  'engine',
  'due',
  'overtaking',
];
const PROFILES = ['server', 'embedded'];

export const USAGE = `npm run bench -- [options]
  --profile server|embedded   one profile (default: both)
  --only STAGE,…              some of ${STAGES.join(', ')}
  --runs N                    runs whose medians are published (default 3)
  --quick                     one run with 10,000 customers
  --customers N,…             sizes of the journey runs (default 10000,100000)
  --waiting N                 customers that wait (default 100000)
  --things N                  things in a folder that is pushed and pulled (default 2000)
  --items N                   pieces of content in lists (default 100000)
  --due N                     customers that wait while the next batch is looked for (default 1000000)
  --backlog N                 messages of marketing that others overtake (default 100000)
  --fill N                    customers that one new segment is held against (default: those that there are)
  --rows N                    rows of the file that is imported (default 1000000)
  --workers N                 worker processes of the server profile (default 1)
  --json FILE                 writes the figures
  --write-docs                puts the figures into docs/reference/performance.md
  --keep                      leaves the database file of the embedded profile behind
  --env NAME=VALUE            a variable for the product; may be repeated
  --cpu-profile DIR           writes CPU profiles of the product's processes
  --no-build                  runs what was built before`;

/** What the run is to do, from the command line. @throws an Error with a line for the user */
export function parseOptions(args) {
  const { values } = parseArgs({ args, strict: true, options: DECLARED });
  const isQuick = values.quick ?? false;
  const profiles = values.profile === undefined ? PROFILES : list(values.profile, PROFILES, '--profile');
  return {
    profiles,
    stages: values.only === undefined ? STAGES : list(values.only, STAGES, '--only'),
    runs: number(values.runs ?? (isQuick ? '1' : '3'), '--runs', 20),
    customers: (values.customers ?? (isQuick ? '10000' : '10000,100000'))
      .split(',')
      .map((text) => number(text, '--customers', 1_000_000)),
    waiting: number(values.waiting ?? (isQuick ? '10000' : '100000'), '--waiting', 2_000_000),
    things: number(values.things ?? '2000', '--things', 10_000),
    items: number(values.items ?? (isQuick ? '10000' : '100000'), '--items', 1_000_000),
    rows: number(values.rows ?? (isQuick ? '50000' : '1000000'), '--rows', 10_000_000),
    due: number(values.due ?? (isQuick ? '50000' : '1000000'), '--due', 10_000_000),
    backlog: number(values.backlog ?? (isQuick ? '20000' : '100000'), '--backlog', 1_000_000),
    fill: values.fill === undefined ? undefined : number(values.fill, '--fill', 10_000_000),
    workers: number(values.workers ?? '1', '--workers', 16),
    jsonFile: values.json,
    writeDocs: values['write-docs'] ?? false,
    keep: values.keep ?? false,
    env: Object.fromEntries((values.env ?? []).map(assignment)),
    cpuProfileDir: values['cpu-profile'],
    build: !values['no-build'],
    help: values.help ?? false,
  };
}

const DECLARED = {
  profile: { type: 'string' },
  only: { type: 'string' },
  runs: { type: 'string' },
  quick: { type: 'boolean' },
  customers: { type: 'string' },
  waiting: { type: 'string' },
  things: { type: 'string' },
  items: { type: 'string' },
  rows: { type: 'string' },
  fill: { type: 'string' },
  due: { type: 'string' },
  backlog: { type: 'string' },
  workers: { type: 'string' },
  json: { type: 'string' },
  'write-docs': { type: 'boolean' },
  keep: { type: 'boolean' },
  env: { type: 'string', multiple: true },
  'cpu-profile': { type: 'string' },
  'no-build': { type: 'boolean' },
  help: { type: 'boolean' },
};

function list(text, known, option) {
  const names = text.split(',');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`${option}: not known: ${unknown.join(', ')}; known: ${known.join(', ')}`);
  return known.filter((name) => names.includes(name));
}

function number(text, option, max) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new Error(`${option} must be a whole number from 1 to ${max.toLocaleString('en')}`);
  }
  return value;
}

function assignment(text) {
  const at = text.indexOf('=');
  if (at < 1) throw new Error('--env must be NAME=VALUE');
  return [text.slice(0, at), text.slice(at + 1)];
}
