/** What the command ends with, for scripts. */
export const ExitCode = {
  /** Done, or nothing to do. */
  Ok: 0,
  /** It could not be done, or not all of it: a wrong option, no connection, a refusal, rows that were rejected. */
  Failed: 1,
  /** `plan --exit-code`: there is something to do. `test`: a test has failed. */
  Changes: 2,
  /** Something has changed on both sides. */
  Conflicts: 3,
  /** The files have errors. */
  Findings: 4,
  /** Ctrl-C. */
  Interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
