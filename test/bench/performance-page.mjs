import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rowsOf } from './report.mjs';

const page = fileURLToPath(new URL('../../docs/reference/performance.md', import.meta.url));
const START = '<!-- measured: written by npm run bench -- --write-docs -->';
const END = '<!-- end of measured -->';

/** Replaces the measured part of docs/reference/performance.md. */
export async function writePage(result) {
  const text = await readFile(page, 'utf8');
  const from = text.indexOf(START);
  const to = text.indexOf(END);
  if (from < 0 || to < from)
    throw new Error(`docs/reference/performance.md has lost the marks ${START} and ${END}`);
  await writeFile(page, `${text.slice(0, from)}${START}\n\n${measured(result)}\n${text.slice(to)}`);
}

function measured({ startedAt, runs, machine, versions, noise, ...result }) {
  const servers = Object.entries({ node: machine.node.slice(1), ...versions })
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  const head =
    `Measured on ${startedAt.slice(0, 10)}: ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, ${servers}; ` +
    `${runs === 1 ? 'one run' : `medians of ${runs} runs`}.\n`;
  const parts = ['server', 'embedded']
    .filter((profile) => result[profile])
    .map(
      (profile) =>
        `### ${profile}\n\n${noiseLine(noise[profile])}${table(rowsOf(result[profile], profile === 'server'))}\n`,
    );
  return [head, ...parts].join('\n');
}

function noiseLine(noise) {
  if (!noise) return '';
  const percent = (share) => `${(share * 100).toFixed(0)} %`;
  return (
    `Between the runs the raw limits moved by ${percent(noise.insertRowsPerS)} (inserts) and ` +
    `${percent(noise.smtpMessagesPerS)} (SMTP): smaller differences mean nothing.\n\n`
  );
}

function table(rows) {
  const cells = rows.map(({ label, value, range, target, mark }) => [
    label,
    value,
    range,
    `${target} ${mark}`.trim(),
  ]);
  const head = ['figure', 'median', 'min – max', 'target'];
  const widths = head.map((name, at) => Math.max(name.length, 4, ...cells.map((row) => row[at].length)));
  const line = (row) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...cells.map(line)].join('\n');
}
