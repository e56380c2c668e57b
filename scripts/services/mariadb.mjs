import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from './processes.mjs';

const run = promisify(execFile);

/** Starts MariaDB on a data folder, which it makes at the first start. @returns {Promise<number>} its process id */
export async function startMariadb({ binaries, dir, socket, port, password, durable }) {
  const data = join(dir, 'data');
  const user = userInfo().username;
  const initFile = join(dir, 'init.sql');
  // --no-defaults comes first, or /etc/mysql leaks in; mariadbd refuses to run as root without --user.
  const common = ['--no-defaults', `--user=${user}`, `--datadir=${data}`];
  if (!existsSync(join(data, 'mysql'))) {
    await mkdir(data, { recursive: true });
    await run(binaries['mariadb-install-db'], [
      ...common,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
    ]);
  }
  await writeFile(initFile, initSql(password), { mode: 0o600 });
  return startServer({
    name: 'MariaDB',
    command: binaries.mariadbd,
    args: [...common, ...serverOptions({ dir, socket, port, durable, initFile })],
    port,
    logFile: join(dir, 'mariadb.log'),
  });
}

/** Runs before the port opens, at every start: an open port means that the account is there. */
function initSql(password) {
  return [
    'CREATE DATABASE IF NOT EXISTS parcours CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;',
    `CREATE USER IF NOT EXISTS 'parcours'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    "GRANT ALL ON *.* TO 'parcours'@'127.0.0.1';",
    '',
  ].join('\n');
}

function serverOptions({ dir, socket, port, durable, initFile }) {
  return [
    `--socket=${socket}`,
    `--pid-file=${join(dir, 'mariadb.pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    `--init-file=${initFile}`,
    `--tmpdir=${dir}`,
    '--default-time-zone=+00:00',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION',
    '--transaction-isolation=READ-COMMITTED',
    // Who measures measures with the data in memory, as a server of that size is run.
    `--innodb-buffer-pool-size=${durable ? '1G' : '256M'}`,
    // 2 costs no fsync and still survives a SIGKILL of the server, which the fault tests give it; 0 would lose commits.
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 2}`,
    ...(durable ? [] : ['--skip-innodb-doublewrite']),
    '--max-connections=300',
    '--max-allowed-packet=64M',
    '--skip-log-bin',
    '--performance-schema=OFF',
  ];
}
