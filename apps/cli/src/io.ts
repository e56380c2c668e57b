/** What the command touches of the process that it runs in. */
export interface Io {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where relative folders start. */
  readonly workingFolder: string;
  readonly out: Output;
  readonly err: Output;
  /** Asks a question that is answered with yes or no; undefined where nobody can be asked. */
  readonly ask?: ((question: string) => Promise<boolean>) | undefined;
  /** Aborted by Ctrl-C. Who calls it has to end by themselves from then on; a second Ctrl-C ends the process. */
  readonly interruption?: (() => AbortSignal) | undefined;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}
