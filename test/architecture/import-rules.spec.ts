import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const config = join(root, '.dependency-cruiser.cjs');
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

interface Report {
  readonly modules: readonly { readonly dependencies: readonly { module: string; resolved: string }[] }[];
  readonly summary: { readonly violations: readonly Violation[] };
}

interface Provocation {
  readonly rule: string;
  readonly from: string;
  readonly imports: string;
}

const PROVOCATIONS: readonly Provocation[] = [
  { rule: 'kernel-imports', from: 'libs/kernel/src/bad.ts', imports: '@parcours/sdk' },
  { rule: 'conditions-imports', from: 'libs/conditions/src/bad.ts', imports: '@parcours/engine' },
  { rule: 'engine-imports', from: 'libs/engine/src/bad.ts', imports: '@parcours/sdk' },
  { rule: 'sdk-imports', from: 'libs/sdk/src/bad.ts', imports: '@parcours/engine' },
  { rule: 'content-files-imports', from: 'libs/content-files/src/bad.ts', imports: '@parcours/http' },
  { rule: 'client-imports', from: 'libs/client/src/bad.ts', imports: '@parcours/kernel' },
  { rule: 'config-imports', from: 'libs/config/src/bad.ts', imports: '@parcours/database' },
  { rule: 'database-imports', from: 'libs/database/src/bad.ts', imports: '@parcours/jobs' },
  { rule: 'jobs-imports', from: 'libs/jobs/src/bad.ts', imports: '@parcours/http' },
  { rule: 'http-imports', from: 'libs/http/src/bad.ts', imports: '@parcours/content' },
  { rule: 'plugin-host-imports', from: 'libs/plugin-host/src/bad.ts', imports: '@parcours/jobs' },
  { rule: 'people-imports', from: 'libs/people/src/bad.ts', imports: '@parcours/content' },
  { rule: 'content-imports', from: 'libs/content/src/bad.ts', imports: '@parcours/catalog' },
  { rule: 'audit-imports', from: 'libs/audit/src/bad.ts', imports: '@parcours/people' },
  { rule: 'catalog-imports', from: 'libs/catalog/src/bad.ts', imports: '@parcours/audience' },
  { rule: 'audience-imports', from: 'libs/audience/src/bad.ts', imports: '@parcours/catalog' },
  { rule: 'webhooks-imports', from: 'libs/webhooks/src/bad.ts', imports: '@parcours/catalog' },
  { rule: 'collaboration-imports', from: 'libs/collaboration/src/bad.ts', imports: '@parcours/catalog' },
  { rule: 'events-imports', from: 'libs/events/src/bad.ts', imports: '@parcours/messaging' },
  { rule: 'messaging-imports', from: 'libs/messaging/src/bad.ts', imports: '@parcours/journeys' },
  { rule: 'crm-imports', from: 'libs/crm/src/bad.ts', imports: '@parcours/journeys' },
  { rule: 'journeys-imports', from: 'libs/journeys/src/bad.ts', imports: '@parcours/insights' },
  { rule: 'insights-imports', from: 'libs/insights/src/bad.ts', imports: '@parcours/future' },
  { rule: 'pure-libs-do-no-io', from: 'libs/kernel/src/reads.ts', imports: 'node:fs' },
  { rule: 'pure-libs-do-no-io', from: 'libs/conditions/src/asks.ts', imports: 'node:fs/promises' },
  { rule: 'pure-libs-do-no-io', from: 'libs/engine/src/injects.ts', imports: '@nestjs/common' },
  { rule: 'plugins-see-only-the-sdk', from: 'plugins/email-smtp/src/bad.ts', imports: '@parcours/kernel' },
  {
    rule: 'plugins-are-loaded-by-name',
    from: 'libs/plugin-host/src/loads.ts',
    imports: '@parcours/email-smtp',
  },
  { rule: 'apps-are-not-imported', from: 'apps/worker/src/bad.ts', imports: '@parcours/api' },
  {
    rule: 'only-the-quickstart-imports-the-mailbox',
    from: 'apps/api/src/mail.ts',
    imports: '@parcours/mailbox',
  },
  { rule: 'the-command-is-a-client', from: 'apps/cli/src/bad.ts', imports: '@parcours/content' },
  {
    rule: 'the-command-starts-without-the-product',
    from: 'apps/cli/src/slow.ts',
    imports: '@parcours/journeys',
  },
  { rule: 'testing-is-for-specs', from: 'libs/events/src/cheats.ts', imports: '@parcours/testing' },
  { rule: 'typeorm-stays-in-storage', from: 'libs/events/src/bad.service.ts', imports: 'typeorm' },
  { rule: 'bullmq-stays-in-jobs', from: 'libs/events/src/bad.job.ts', imports: 'bullmq' },
  {
    rule: 'only-the-index-is-public',
    from: 'libs/events/src/deep.ts',
    imports: '../../content/src/inner.js',
  },
  { rule: 'no-cycles', from: 'libs/http/src/one.ts', imports: './two.js' },
  { rule: 'resolvable', from: 'libs/http/src/lost.ts', imports: 'no-such-package' },
];

/** What the rules allow, beside what they forbid. */
const ALLOWED: readonly Omit<Provocation, 'rule'>[] = [
  { from: 'libs/engine/src/good.ts', imports: '@parcours/conditions' },
  { from: 'libs/kernel/src/hash.ts', imports: 'node:crypto' },
  { from: 'libs/events/src/good.repository.ts', imports: 'typeorm' },
  { from: 'libs/events/src/good.spec.ts', imports: '@parcours/testing' },
  { from: 'libs/jobs/src/good.ts', imports: 'bullmq' },
  { from: 'libs/insights/src/good.ts', imports: '@parcours/journeys' },
  { from: 'plugins/email-smtp/src/good.ts', imports: '@parcours/sdk' },
  { from: 'apps/quickstart/src/good.ts', imports: '@parcours/mailbox' },
];

const PACKAGES = [
  ...'kernel conditions engine sdk config database jobs http plugin-host content catalog audience people audit webhooks'.split(
    ' ',
  ),
  ...'collaboration events messaging journeys insights future testing'.split(' '),
].map((name) => ({ name, folder: `libs/${name}` }));
PACKAGES.push({ name: 'email-smtp', folder: 'plugins/email-smtp' });
for (const name of ['api', 'worker', 'mailbox', 'quickstart'])
  PACKAGES.push({ name, folder: `apps/${name}` });

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function plantTree(tree: string): void {
  write(join(tree, 'package.json'), JSON.stringify({ name: 'tree', type: 'module', workspaces: ['*/*'] }));
  write(join(tree, 'tsconfig.json'), JSON.stringify({ compilerOptions: { module: 'nodenext' } }));
  const exported = { '.': { source: './src/index.ts', default: './dist/index.js' } };
  mkdirSync(join(tree, 'node_modules/@parcours'), { recursive: true });
  for (const { name, folder } of PACKAGES) {
    const manifest = { name: `@parcours/${name}`, type: 'module', exports: exported };
    write(join(tree, folder, 'package.json'), JSON.stringify(manifest));
    write(join(tree, folder, 'src/index.ts'), 'export const here = 1;\n');
    symlinkSync(join(tree, folder), join(tree, 'node_modules/@parcours', name));
  }
  for (const name of ['typeorm', 'bullmq', '@nestjs/common']) {
    write(join(tree, 'node_modules', name, 'package.json'), JSON.stringify({ name, main: 'dist/index.js' }));
    write(join(tree, 'node_modules', name, 'dist/index.js'), 'exports.here = 1;\n');
  }
  write(join(tree, 'libs/content/src/inner.ts'), 'export const inner = 1;\n');
  write(join(tree, 'libs/http/src/two.ts'), "export * from './one.js';\n");
  for (const { from, imports } of [...PROVOCATIONS, ...ALLOWED])
    write(join(tree, from), `import '${imports}';\n`);
}

function cruise(folder: string): Report {
  const args = [depcruise, 'apps', 'libs', 'plugins', '--config', config, '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

describe('the import rules', () => {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'import-rules-')));
  let violations: readonly Violation[] = [];

  beforeAll(() => {
    plantTree(tree);
    violations = cruise(tree).summary.violations;
  });
  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  it.each(PROVOCATIONS)('$rule refuses $imports in $from', ({ rule, from }) => {
    expect(violations.filter((one) => one.from === from).map((one) => one.rule.name)).toContain(rule);
  });

  it.each(ALLOWED)('$imports is welcome in $from', ({ from }) => {
    expect(violations.filter((one) => one.from === from)).toEqual([]);
  });

  it('has a provocation for every rule', () => {
    const { forbidden } = createRequire(join(root, 'package.json'))(config) as {
      forbidden: { name: string }[];
    };
    expect(new Set(PROVOCATIONS.map(({ rule }) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  describe('on the tree itself', () => {
    let report: Report;
    beforeAll(() => {
      report = cruise(root);
    });

    it('find nothing to refuse', () => {
      const { violations: found } = report.summary;
      expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    });

    it('see every package of ours as its source, not as a package of npm', () => {
      const ours = report.modules
        .flatMap(({ dependencies }) => dependencies)
        .filter((one) => one.module.startsWith('@parcours/'));
      expect(ours.length).toBeGreaterThan(10);
      expect(ours.filter(({ resolved }) => !/^(apps|libs|plugins)\/[^/]+\/src\//.test(resolved))).toEqual([]);
    });
  });
});
