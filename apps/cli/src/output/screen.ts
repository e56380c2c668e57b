import type { Io } from '../io.js';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

const CODES: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };
const PROGRESS_MS = 100;
/** How often a log is told how far something is. */
const LINE_MS = 10_000;

/** What the command writes. Colours and progress on a terminal alone, and no colours with NO_COLOR. */
export class Screen {
  private readonly isColoured: boolean;
  private lastProgress = 0;
  private lastLine = Date.now();
  private isProgressing = false;

  constructor(
    private readonly io: Io,
    /** Reports are JSON: nothing else goes to the output. */
    private readonly isJson: boolean,
  ) {
    this.isColoured = io.out.isTTY === true && (io.environment['NO_COLOR'] ?? '') === '';
  }

  /** The report: as text, or as JSON when that is asked for. */
  report(json: unknown, lines: () => readonly string[]): void {
    this.clearProgress();
    if (this.isJson) this.io.out.write(`${JSON.stringify(json, null, 2)}\n`);
    else for (const line of lines()) this.io.out.write(`${line}\n`);
  }

  /** Beside the report: questions, remarks, errors. */
  remark(line: string): void {
    this.clearProgress();
    this.io.err.write(`${line}\n`);
  }

  style(style: Style, text: string): string {
    return this.isColoured ? `\u001b[${String(CODES[style])}m${text}\u001b[0m` : text;
  }

  /** How far something is that takes a while. */
  progress(what: string, done?: number, of?: number): void {
    if (this.io.err.isTTY !== true) return;
    const now = Date.now();
    if (now - this.lastProgress < PROGRESS_MS && done !== of) return;
    this.lastProgress = now;
    this.isProgressing = true;
    const count = done === undefined || of === undefined ? '' : ` ${numberOf(done)} of ${numberOf(of)}`;
    this.io.err.write(`\r\u001b[K${what}${count} …`);
  }

  /** How far something is that takes minutes: a line that renews itself on a terminal, now and then a line elsewhere. */
  pace(line: string): void {
    const now = Date.now();
    const isTerminal = this.io.err.isTTY === true;
    if (isTerminal ? now - this.lastProgress < PROGRESS_MS : now - this.lastLine < LINE_MS) return;
    this.lastProgress = now;
    this.lastLine = now;
    this.isProgressing = isTerminal;
    this.io.err.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  }

  clearProgress(): void {
    if (this.isProgressing) this.io.err.write('\r\u001b[K');
    this.isProgressing = false;
    this.lastProgress = 0;
  }
}

/** `2,000`. */
export function numberOf(value: number): string {
  return value.toLocaleString('en');
}

/** `1 thing`, `2 things`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberOf(count)} ${count === 1 ? singular : plural}`;
}
