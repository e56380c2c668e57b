import { asText, FIGURES, linesOf } from './figures.mjs';
import { inWords, isMet, targetOf } from './targets.mjs';

/** The table on the terminal. */
export function printReport(result) {
  const { machine, runs, seconds, versions } = result;
  const servers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  console.log(
    `\n${machine.cores} cores, ${machine.processor}, ${machine.memoryGb} GB, Node ${machine.node}, ${servers.join(', ')}; ` +
      `${runs === 1 ? 'one run' : `medians of ${runs} runs`}, ${seconds} s`,
  );
  for (const profile of ['server', 'embedded']) {
    if (!result[profile]) continue;
    console.log(`\n${profile}${noiseText(result.noise[profile])}`);
    printTable(rowsOf(result[profile], profile === 'server'));
  }
}

export function rowsOf(profileFigures, hasTargets) {
  return FIGURES.flatMap((figure) => linesOf(profileFigures, figure)).map((line) => {
    const target = hasTargets && line.isHeadline ? targetOf(line.stage, line.figure) : undefined;
    const mark = target && typeof line.value === 'number' ? (isMet(target, line.value) ? '✓' : '✗') : '';
    return {
      label: line.label,
      value: `${asText(line.value)}${line.value === null ? '' : ` ${line.unit}`}`.trim(),
      range:
        line.range && line.range[0] !== line.range[1]
          ? `${asText(line.range[0])} – ${asText(line.range[1])}`
          : '',
      target: target ? inWords(target) : '',
      mark,
    };
  });
}

function noiseText(noise) {
  if (!noise) return '';
  const percent = (share) => `${(share * 100).toFixed(0)} %`;
  return ` (the raw limits moved by ${percent(noise.insertRowsPerS)} and ${percent(noise.smtpMessagesPerS)} between runs)`;
}

function printTable(rows) {
  const head = { label: 'figure', value: 'median', range: 'min – max', target: 'target', mark: '' };
  const width = (name) => Math.max(...[head, ...rows].map((row) => row[name].length));
  const widths = Object.fromEntries(['label', 'value', 'range', 'target'].map((name) => [name, width(name)]));
  for (const row of [head, ...rows]) {
    const cells = [
      row.label.padEnd(widths.label),
      row.value.padStart(widths.value),
      row.range.padStart(widths.range),
      row.target.padStart(widths.target),
      row.mark,
    ];
    console.log(`  ${cells.join('   ').trimEnd()}`);
  }
}
