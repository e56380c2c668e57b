import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const withoutCode = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```$/gm, '');

/** The anchors that headings have on the usual hosts. */
function anchorsOf(markdown: string): string[] {
  return [...withoutCode(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(documents)('%s', (file) => {
  const markdown = read(file);

  it('links to files and headings that are there', () => {
    const links = [...withoutCode(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    const broken = links.filter((target) => {
      if (/^[a-z]+:/.test(target)) return false;
      const [path = '', anchor] = target.split('#');
      const other = path === '' ? file : relative(root, join(root, dirname(file), path));
      if (!existsSync(join(root, other))) return true;
      return anchor !== undefined && !anchorsOf(read(other)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names npm commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...markdown.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('names programs and scripts that there are', () => {
    const named = [...markdown.matchAll(/node (?:--\S+ )*((?:apps|scripts)\/\S+?\.m?js)/g)].map(
      ([, path]) => path!,
    );
    const sources = named.map((path) => path.replace(/\/dist\/(.+)\.js$/, '/src/$1.ts'));
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the how-tos', () => {
  it('that have commands are run by a test', () => {
    const files = readdirSync(join(root, 'test/docs'), { encoding: 'utf8' });
    const specs = files
      .filter((name) => name.endsWith('.spec.ts'))
      .map((name) => read(`test/docs/${name}`))
      .join('\n');
    const isRun = (page: string) =>
      specs.includes(`describeHowTo('${page}'`) || files.includes(`${page}.spec.ts`);
    const pages = readdirSync(join(root, 'docs/how-to'), { encoding: 'utf8' })
      .filter((name) => /^```sh$/m.test(read(`docs/how-to/${name}`)))
      .map((name) => name.replace(/\.md$/, ''));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((page) => !isRun(page))).toEqual([]);
  });
});

describe('the README', () => {
  it('has every package on its map', () => {
    const map = read('README.md');
    const packages = ['apps', 'libs', 'plugins'].flatMap((group) =>
      readdirSync(join(root, group)).map((name) => `${group}/${name}`),
    );
    const found = packages.filter((path) => existsSync(join(root, path, 'package.json')));
    expect(found.filter((path) => !new RegExp(`^${path} `, 'm').test(map))).toEqual([]);
  });
});

describe('the page about the configuration', () => {
  const page = read('docs/reference/configuration.md');
  const sources = readdirSync(join(root, 'libs/config/src'), { encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => read(`libs/config/src/${name}`))
    .join('\n');
  const rows = new Map(
    [...page.matchAll(/^\| `(PARCOURS_[A-Z_]+)`\s*\|(.*)$/gm)].map(([, name, cells]) => [name!, cells!]),
  );

  it('has every variable that is read, and no other', () => {
    const names = new Set(
      [...sources.matchAll(/read\.\w+\(\s*'(PARCOURS_[A-Z_]+)'/g)].map(([, name]) => name),
    );
    expect([...rows.keys()].sort()).toEqual([...names].sort());
  });

  it('has the defaults and limits of every number', () => {
    const numbers = [
      ...sources.matchAll(
        /read\.integer\(\s*'(\w+)', \{\s*fallback: ([\d_]+),\s*min: ([\d_]+),\s*max: ([\d_]+)/g,
      ),
    ];
    expect(numbers.length).toBeGreaterThan(6);
    const plain = (text: string | undefined) => String(Number(text?.replaceAll('_', '')));
    const wrong = numbers.filter(([, name, fallback, min, max]) => {
      const [first = '', second = ''] = (rows.get(name!) ?? '').split('|').map((cell) => cell.trim());
      return first !== plain(fallback) || second !== `${plain(min)} to ${plain(max)}`;
    });
    expect(wrong.map(([, name]) => name)).toEqual([]);
  });

  it('has the default of every text', () => {
    const texts = [...sources.matchAll(/read\.(?:text|oneOf)\(\s*'(\w+)',[^;]*?'([^']+)',?\s*\)/g)];
    expect(texts.length).toBeGreaterThan(4);
    const wrong = texts.filter(([, name, fallback]) => !(rows.get(name!) ?? '').includes(`\`${fallback!}\``));
    expect(wrong.map(([, name]) => name)).toEqual([]);
  });
});

describe('the page about the journey definition', () => {
  it('is what the schema of the built engine says', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/generate-reference.mjs'), '--check'],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('the page about the plugin SDK', () => {
  it('is what the docstrings say, and every name that is exported has one', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/generate-sdk-reference.mjs'), '--check'],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('the page about the command', () => {
  it('is what the built command says of itself', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/generate-cli-reference.mjs'), '--check'],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
