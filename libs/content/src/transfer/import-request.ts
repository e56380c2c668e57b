import type { ContentThing, FileDefect, ThingState } from '@parcours/content-files';
import type { Finding, JsonObject } from '@parcours/kernel';

import type { DocumentChange } from '../history/document-diff.js';
import type { ContentItem } from '../items/content-item.entity.js';

/** What a folder remembers of the installation that it was last brought in line with. */
export interface ImportBase {
  /** The installation's id, as its export tells it. */
  readonly instance: string;
  /** The hash of each thing's draft as it was then, by `type/key`. */
  readonly hashes: Readonly<Record<string, string>>;
}

export interface ImportRequest {
  readonly things: readonly ContentThing[];
  /** The types that the import speaks for: of these, what it does not have can be pruned. */
  readonly types: readonly string[];
  readonly base?: ImportBase | undefined;
  /** Values by the names that documents have for them. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What could not be read. */
  readonly defects: readonly FileDefect[];
  /** Of things that no type is known for. */
  readonly refused: readonly ThingFinding[];
}

export interface ImportOptions {
  readonly publish: boolean;
  readonly prune: boolean;
  /** Ours wins wherever both sides have changed. */
  readonly force: boolean;
}

/** `kept`: changed, or deleted, there alone; nothing is done about it. */
export type ImportAction = 'create' | 'update' | 'unchanged' | 'delete' | 'kept' | 'conflict';

export type ImportEffect = 'save' | 'publish' | 'archive' | 'unarchive' | 'delete';

/** What an import makes of one thing. */
export interface PlannedThing {
  readonly type: string;
  readonly key: string;
  readonly action: ImportAction;
  /** Why it is kept or a conflict. */
  readonly reason: string | null;
  readonly effects: readonly ImportEffect[];
  /** It is meant to be in use as it is, and stays a draft because the import does not publish. */
  readonly isWithheld: boolean;
  readonly changes: readonly DocumentChange[];
  readonly existing: ContentItem | undefined;
  /** Undefined for one that is deleted. */
  readonly incoming: IncomingThing | undefined;
}

/** A thing with its documents as they are kept: secrets sealed. */
export interface IncomingThing {
  readonly state: ThingState;
  readonly draft: JsonObject;
  readonly published?: JsonObject;
}

/** A finding, and of which thing. */
export interface ThingFinding extends Finding {
  readonly type: string;
  readonly key: string;
  readonly side: 'draft' | 'published';
}

export interface ImportPlan {
  readonly instance: string;
  readonly things: readonly PlannedThing[];
  readonly findings: readonly ThingFinding[];
  readonly defects: readonly FileDefect[];
  /** Names of secrets whose values were given, and of those that keep the value stored. */
  readonly secrets: { readonly given: readonly string[]; readonly kept: readonly string[] };
  /** Equal for equal plans: an import that names it is refused when the plan has changed meanwhile. */
  readonly digest: string;
}
