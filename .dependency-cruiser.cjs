/** Who may import whom. test/architecture provokes every rule once, so that none can pass by never matching. */

const PURE = ['kernel', 'conditions', 'engine', 'sdk'];
const PLATFORM = ['config', 'database', 'jobs', 'http', 'plugin-host'];
const GROUND = [...PURE, ...PLATFORM];

/** Each library with the libraries that it may import: one entry per arrow's end. */
const ARROWS = {
  kernel: [],
  conditions: ['kernel'],
  engine: ['kernel', 'conditions'],
  sdk: ['kernel'],
  'content-files': ['kernel'],
  config: ['kernel'],
  database: ['kernel', 'config'],
  jobs: ['kernel', 'config', 'database'],
  http: ['kernel', 'config', 'database'],
  client: [],
  'plugin-host': ['kernel', 'config', 'database', 'sdk'],
  people: ['kernel', 'config', 'database', 'http'],
  content: [...GROUND, 'content-files'],
  audit: [...GROUND, 'content'],
  catalog: [...GROUND, 'content'],
  audience: [...GROUND, 'content'],
  webhooks: [...GROUND, 'content'],
  collaboration: [...GROUND, 'content', 'webhooks'],
  events: [...GROUND, 'content', 'catalog', 'audience', 'webhooks'],
  messaging: [...GROUND, 'content', 'catalog', 'audience', 'webhooks', 'events'],
  crm: [...GROUND, 'content', 'audience', 'events', 'messaging'],
  journeys: [...GROUND, 'content', 'catalog', 'audience', 'webhooks', 'events', 'messaging', 'crm'],
  insights: [...GROUND, 'content', 'catalog', 'audience', 'webhooks', 'events', 'messaging', 'journeys'],
};

const SPEC = '\\.spec\\.ts$';
const npm = (names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const INPUT_OUTPUT =
  'fs|fs/promises|net|http|https|http2|tls|dns|dgram|child_process|cluster|worker_threads|os|process';

/** The library testing is kept to specs by a rule of its own. */
const arrowRules = Object.entries(ARROWS).map(([name, allowed]) => ({
  name: `${name}-imports`,
  comment: `libs/${name} may import ${allowed.join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^libs/${name}/` },
  to: { path: '^libs/', pathNot: `^libs/(${[name, ...allowed, 'testing'].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...arrowRules,
    {
      name: 'pure-libs-do-no-io',
      comment:
        'kernel, conditions, engine and sdk know no framework, no driver and no I/O. The kit for testing plugins does: fakes of providers listen on loopback.',
      severity: 'error',
      from: { path: '^libs/(kernel|conditions|engine|sdk)/', pathNot: [SPEC, '^libs/sdk/src/testing/'] },
      to: {
        path: [
          npm([
            '@nestjs',
            'typeorm',
            'bullmq',
            'ioredis',
            'mysql2',
            'better-sqlite3',
            'fastify',
            'pino',
            'nodemailer',
          ]),
          `^(node:)?(${INPUT_OUTPUT})$`,
        ],
        // What a connection looks like may be said; one is made elsewhere.
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'plugins-see-only-the-sdk',
      comment: 'A plugin imports the sdk and npm packages, nothing else of ours.',
      severity: 'error',
      from: { path: '^plugins/([^/]+)/', pathNot: SPEC },
      to: { path: '^(apps|libs|plugins)/', pathNot: '^(libs/sdk|plugins/$1)/' },
    },
    {
      name: 'plugins-are-loaded-by-name',
      comment: 'No app or library imports a plugin; the host finds it by its name at run time.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: '^plugins/' },
    },
    {
      name: 'apps-are-not-imported',
      comment: 'Nothing imports an app; the quickstart may start the mailbox.',
      severity: 'error',
      from: { path: '^((?:apps|libs|plugins)/[^/]+)/' },
      to: { path: '^apps/', pathNot: '^$1/|^apps/mailbox/' },
    },
    {
      name: 'only-the-quickstart-imports-the-mailbox',
      severity: 'error',
      from: { path: '^(apps|libs|plugins)/', pathNot: '^apps/(quickstart|mailbox)/' },
      to: { path: '^apps/mailbox/' },
    },
    {
      name: 'the-command-is-a-client',
      comment:
        'The parcours command does what any client can; its tests of journeys and plugins run the product itself.',
      severity: 'error',
      from: { path: '^apps/cli/', pathNot: SPEC },
      to: { path: '^libs/', pathNot: '^libs/(kernel|content-files|client|journeys|plugin-host|sdk)/' },
    },
    {
      name: 'the-command-starts-without-the-product',
      comment: 'Loading it takes seconds: whatever of the command needs it says `await import()`.',
      severity: 'error',
      from: { path: '^apps/cli/', pathNot: SPEC },
      to: { path: '^libs/(journeys|plugin-host)/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'testing-is-for-specs',
      severity: 'error',
      from: { path: '^(apps|libs|plugins)/', pathNot: ['^libs/testing/', SPEC] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'typeorm-stays-in-storage',
      comment: 'TypeORM is for entities, repositories, modules and libs/database.',
      severity: 'error',
      from: {
        path: '^(apps|libs|plugins)/',
        pathNot: ['^libs/(database|testing)/', '\\.(entity|repository|module)(\\.spec)?\\.ts$'],
      },
      to: { path: npm(['typeorm', '@nestjs/typeorm']) },
    },
    {
      name: 'bullmq-stays-in-jobs',
      severity: 'error',
      from: { path: '^(apps|libs|plugins)/', pathNot: '^libs/jobs/' },
      to: { path: npm(['bullmq', '@nestjs/bullmq']) },
    },
    {
      name: 'only-the-index-is-public',
      comment: 'Another package is reached through its src/index.ts alone.',
      severity: 'error',
      from: { path: '^((?:apps|libs|plugins)/[^/]+)/' },
      to: {
        path: '^(apps|libs|plugins)/[^/]+/',
        pathNot: ['^$1/', '/src/((?:testing|email)/)?(index|main)\\.ts$', '/package\\.json$'],
      },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle of types alone does no harm at load.',
      severity: 'error',
      from: { path: '^(apps|libs|plugins)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'What does not resolve escapes every other rule.',
      severity: 'error',
      from: { path: '^(apps|libs|plugins)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // A bare /dist/ would hide every npm package that ships one, and the bans would never fire.
    // Templates are nobody's code yet.
    exclude: { path: '^((apps|libs|plugins)/[^/]+/dist|apps/cli/templates)/' },
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.mts', '.d.mts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
