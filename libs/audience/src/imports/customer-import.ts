import { declareJob } from '@parcours/jobs';
import type { Actor, JsonObject } from '@parcours/kernel';

/** Works the chunks of an import in one lane; the key is `<import id>-<lane>`. */
export const IMPORT_JOB = declareJob('import');

/** `receiving`: the upload is under way. `running`: everything is on disk and is being worked. */
export const IMPORT_STATES = ['receiving', 'running', 'done', 'failed', 'cancelled'] as const;

export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_FORMATS = ['csv', 'ndjson'] as const;

export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** How the rows of an import are to be read. */
export interface ImportSettings {
  readonly format: ImportFormat;
  /** What an empty cell says: nothing, or that there is nothing. */
  readonly empty: 'keep' | 'null';
  /** What becomes of rows about people who were erased and are not customers again. */
  readonly erased: 'reject' | 'take';
  /** The encoding that was found or given. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** The heads of the columns of a CSV file, as they stand there. */
  readonly columns?: readonly string[];
  /** Column or member → target, for all of `columns`, or as it was given. */
  readonly mapping?: Readonly<Record<string, string | null>>;
}

/** How far an import is, in rows. */
export interface ImportCounts {
  readonly received: number;
  /** Rows about a customer whom an earlier row is about, too: the later one wins. */
  readonly repeated: number;
  readonly created: number;
  readonly updated: number;
  /** Rows that say what is known. */
  readonly unchanged: number;
  readonly rejected: number;
}

/** A file of customers that was uploaded. */
export interface CustomerImport extends ImportCounts {
  readonly id: number;
  readonly state: ImportState;
  readonly isDryRun: boolean;
  readonly settings: ImportSettings;
  readonly by: Readonly<Pick<Actor, 'kind' | 'id' | 'name'>>;
  readonly bytes: number;
  /** Why it failed. */
  readonly failure: string | null;
  readonly createdAt: number;
  /** When it was last seen to be alive. */
  readonly touchedAt: number;
  /** When the upload was complete and on disk. */
  readonly storedAt: number | null;
  readonly finishedAt: number | null;
}

/** The cells of a CSV row, or an NDJSON object. */
export type RowContent = readonly string[] | JsonObject;

/** A row as it waits to be worked: its number in the file, whom it is about, what it says. */
export interface StagedRow {
  readonly row: number;
  readonly externalId: string;
  readonly content: RowContent;
}

/** A row that was not taken. */
export interface RejectedRow {
  readonly row: number;
  /** Stable code, such as `audience.contact`. */
  readonly code: string;
  /** The column, the member, or a JSON pointer. */
  readonly field: string;
  readonly detail: string;
  readonly externalId: string | null;
  /** The row itself; empty where it must not be kept. */
  readonly content: string;
}
