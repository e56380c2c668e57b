import type { OperationEntry } from '@parcours/events';
import { declareJob } from '@parcours/jobs';

/** Works one lane of an operation; the key is `<operation id>-<lane>`. */
export const OPERATION_JOB = declareJob('operation');

export const WAITS_FOR = ['time', 'events', 'message', 'call', 'intake'] as const;

/** Which active enrollments of a journey an operation is about; all of them where it is empty. */
export interface EnrollmentFilter {
  readonly steps?: readonly string[];
  readonly versions?: readonly number[];
  readonly waitsFor?: (typeof WAITS_FOR)[number];
  /** Times are milliseconds since the epoch. */
  readonly waitingBefore?: number;
  readonly enteredBefore?: number;
  /** Their rows, so that nothing names anybody who is erased later. */
  readonly customers?: readonly number[];
  readonly failed?: boolean;
}

/** What is done with each enrollment. */
export type OperationBody =
  | {
      readonly action: OperationEntry['action'];
      readonly filter: EnrollmentFilter;
      readonly step?: string;
      readonly endReason?: OperationEntry['endReason'];
    }
  | { readonly action: 'migrate'; readonly versionId: number }
  | { readonly action: 'resume'; readonly pausedAt: number };

export type OperationAction = OperationBody['action'];

export const OPERATION_ACTIONS = ['exit', 'move', 'skip', 'retry', 'migrate', 'resume'] as const;

/** Something that somebody asked to be done with enrollments of one journey. */
export interface Operation {
  readonly id: number;
  readonly journeyId: number;
  readonly body: OperationBody;
  /** In words. */
  readonly reason: string;
  /** The name of who asked. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export function operationKey(id: number, lane: number): string {
  return `${String(id)}-${String(lane)}`;
}

export function parseOperationKey(key: string): { id: number; lane: number } {
  const [id = 0, lane = 0] = key.split('-').map(Number);
  return { id, lane };
}

/** Whether whom it chooses is chosen for where they stand: then nobody who has moved on since is meant. */
export function isByStanding({ steps, waitsFor, waitingBefore, failed }: EnrollmentFilter): boolean {
  return [steps, waitsFor, waitingBefore, failed].some((part) => part !== undefined);
}
