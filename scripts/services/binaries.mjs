/** Finds the programs that the tests need, and installs them from the distribution's packages where that is permitted. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

// /usr/sbin holds mariadbd and is often missing from a user's PATH.
const EXTRA_FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];

// The -core packages come without a service, so that no system MariaDB is started.
const MARIADB = {
  names: ['mariadbd', 'mariadb-install-db', 'my_print_defaults'],
  packages: ['mariadb-server-core', 'mariadb-client-core'],
};
const REDIS = { names: ['redis-server'], packages: ['redis-server'] };
const CHROMIUM = {
  names: ['chromium'],
  packages: ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'],
};

const OWN_SERVERS = `or name servers of your own:
  PARCOURS_TEST_DATABASE_URL=mysql://user:password@127.0.0.1:3306/database   (the user must be able to CREATE DATABASE)
  PARCOURS_TEST_REDIS_URL=redis://127.0.0.1:6379`;
const OWN_CHROMIUM = 'or name a browser of your own:  PARCOURS_CHROMIUM=/path/to/chromium';

/** @returns {Promise<string | undefined>} the full path of a program */
export async function findBinary(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...EXTRA_FOLDERS];
  for (const folder of folders) {
    const file = join(folder, name);
    if (await isExecutable(file)) return file;
  }
  return undefined;
}

/** @returns {Promise<Record<string, string>>} the full path of each server program asked for, by its name */
export async function ensureBinaries({ mariadb = true, redis = true } = {}) {
  return ensure([...(mariadb ? [MARIADB] : []), ...(redis ? [REDIS] : [])], OWN_SERVERS);
}

/** @returns {Promise<string>} the full path of Chromium */
export async function ensureChromium() {
  const own = process.env.PARCOURS_CHROMIUM;
  if (own) {
    if (await isExecutable(own)) return own;
    throw new Error(`PARCOURS_CHROMIUM does not name a program that can be run: ${own}`);
  }
  return (await ensure([CHROMIUM], OWN_CHROMIUM)).chromium;
}

async function ensure(wanted, alternative) {
  let found = await locate(wanted);
  const missing = wanted.filter(({ names }) => names.some((name) => !found[name]));
  if (missing.length > 0) {
    await install(missing, alternative);
    found = await locate(wanted);
  }
  const absent = wanted.flatMap(({ names }) => names.filter((name) => !found[name]));
  if (absent.length > 0) throw new Error(`still missing after the installation: ${absent.join(', ')}`);
  return found;
}

async function locate(wanted) {
  const names = wanted.flatMap((one) => one.names);
  const paths = await Promise.all(names.map((name) => findBinary(name)));
  return Object.fromEntries(names.map((name, at) => [name, paths[at]]).filter(([, path]) => path));
}

async function install(missing, alternative) {
  const packages = missing.flatMap((one) => one.packages);
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const aptGet = await findBinary('apt-get');
  if (!aptGet || process.getuid?.() !== 0) {
    const names = missing.flatMap((one) => one.names.slice(0, 1)).join(', ');
    const how = aptGet ? `run  sudo sh -c '${command}'` : 'install it with your package manager';
    throw new Error(`missing ${names}: ${how}\n${alternative}`);
  }
  console.log(`installing ${packages.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  try {
    await run(aptGet, [...lock, 'update'], { env, maxBuffer: 2 ** 26 });
    await run(aptGet, [...lock, 'install', '-y', '--no-install-recommends', ...packages], {
      env,
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    const lastLines = String(error.stderr ?? '')
      .trim()
      .split('\n')
      .slice(-8)
      .join('\n');
    throw new Error(`could not install ${packages.join(', ')}: ${command}\n${lastLines}\n${alternative}`, {
      cause: error,
    });
  }
}

async function isExecutable(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
