/**
 * `npm run complete-lock`, after each change of a dependency. A registry that lacks the packages of other platforms makes npm
 * leave them out of package-lock.json, and npm 11's `npm ci` then refuses the file. This adds the missing optional
 * packages as entries without an address: npm skips them where they do not apply.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OPERATING_SYSTEMS = [
  'darwin',
  'win32',
  'linux',
  'freebsd',
  'android',
  'openharmony',
  'sunos',
  'aix',
  'openbsd',
  'netbsd',
];
const PROCESSORS = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
];

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;

for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(path, name)) continue;
    lock.packages[`node_modules/${name}`] = stub(name, version);
    added += 1;
  }
}
const sorted = Object.entries(lock.packages).sort(([left], [right]) => (left < right ? -1 : 1));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`completed package-lock.json with ${added} optional packages of other platforms`);

/** Looks where Node would: beside the package that asks, then upwards. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder}${folder ? '/' : ''}node_modules/${name}`]) return true;
    if (!folder.includes('node_modules/')) return Boolean(lock.packages[`node_modules/${name}`]);
    if (!folder.includes('/node_modules/')) folder = '';
  }
}

/** The name tells the platform: `@swc/core-linux-arm64-gnu`, `@oxc/binding-win32-x64-msvc`. */
function stub(name, range) {
  const words = name.replaceAll('@', '').split(/[-/.]/);
  const os = words.filter((word) => OPERATING_SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  const libc = words.includes('musl')
    ? { libc: ['musl'] }
    : os.includes('linux') && words.includes('gnu')
      ? { libc: ['glibc'] }
      : {};
  const platform = { ...(cpu.length > 0 ? { cpu } : {}), ...(os.length > 0 ? { os } : {}), ...libc };
  return { version: range.replace(/^[\^~]/, ''), optional: true, ...platform };
}
