import type { WriteStream } from 'node:tty';

type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

const CODES: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** What the quickstart writes. Colours only on a terminal that has them and whose owner wants them (NO_COLOR). */
export class Screen {
  private readonly isColoured: boolean;

  constructor(
    private readonly out: NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'hasColors'>>,
  ) {
    this.isColoured = out.isTTY === true && out.hasColors?.() === true;
  }

  line(text = ''): void {
    this.out.write(`${text}\n`);
  }

  heading(text: string): void {
    this.line();
    this.line(this.style('bold', text));
  }

  style(style: Style, text: string): string {
    return this.isColoured ? `\u001b[${String(CODES[style])}m${text}\u001b[0m` : text;
  }
}
