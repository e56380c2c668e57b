import type { JsonObject } from '@parcours/kernel';
import type {
  MessageDecision,
  MessageGift,
  MessageRequest,
  OutsideCall,
  StepRecord,
} from '../run/passage.js';
import type { EntryRefusal } from '../run/entry.js';
import type { CustomerView, EnrollmentState } from '../run/state.js';
import type { ReactionKind } from '../steps/message-reaction.js';

/** Something that is brought to the customer of a simulation; `at` is in milliseconds since the epoch. */
export type Stimulus =
  | {
      readonly type: 'event';
      readonly at: number;
      readonly event: string;
      readonly properties: JsonObject;
      /** Merged into the traits before the event is looked at. */
      readonly traits?: JsonObject;
    }
  | { readonly type: 'trigger'; readonly at: number; readonly context: JsonObject }
  /** How the message of a step ends, where the step waits for it; `sent` when it goes out unless told otherwise. */
  | {
      readonly type: 'outcome';
      readonly at: number;
      readonly step: string;
      readonly outcome: 'sent' | 'failed';
    }
  /** What the customer does with the message that a step has sent, or what becomes of it. */
  | { readonly type: 'reaction'; readonly at: number; readonly step: string; readonly is: ReactionKind }
  /** What the customer answers to a step that asks: the event of the page that its message leads to. */
  | { readonly type: 'answer'; readonly at: number; readonly step: string; readonly properties: JsonObject };

/** What happens in a simulation, in order. `enrollment` counts passages from 0. */
export type Happening = { readonly at: number } & (
  | {
      readonly type: 'event';
      readonly event: string;
      readonly properties: JsonObject;
      readonly emitted: boolean;
    }
  | { readonly type: 'enters'; readonly enrollment: number; readonly heldOut: boolean }
  | { readonly type: 'refused'; readonly code: EntryRefusal; readonly detail: JsonObject | undefined }
  | { readonly type: 'step'; readonly enrollment: number; readonly record: StepRecord }
  | {
      readonly type: 'sends';
      readonly enrollment: number;
      readonly request: MessageRequest;
      readonly decision: Extract<MessageDecision, { send: true }>;
      /** What the step gives the template. */
      readonly given: MessageGift | undefined;
      /** The customer and what the enrollment carries, as a template reads them. */
      readonly customer: CustomerView;
      readonly context: JsonObject;
      /** The survey whose answer it acknowledges, where it is no message of the step's own. */
      readonly acknowledges?: string;
    }
  /** What would have acknowledged an answer is not sent. */
  | {
      readonly type: 'unacknowledged';
      readonly enrollment: number;
      readonly step: string;
      readonly visit: number;
      readonly survey: string;
      readonly template: string;
      readonly code: string;
      readonly detail: JsonObject | undefined;
    }
  | {
      readonly type: 'calls';
      readonly enrollment: number;
      readonly step: string;
      readonly visit: number;
      readonly call: OutsideCall;
    }
  | {
      readonly type: 'goal';
      readonly enrollment: number;
      readonly goal: string;
      readonly value: number | null;
    }
  | { readonly type: 'journey'; readonly journey: string; readonly way: 'enter' | 'leave' }
  /** `goal` where a goal has ended it. */
  | { readonly type: 'ends'; readonly enrollment: number; readonly reason: string; readonly goal?: string }
);

/** What came of a simulation. */
export interface Simulation {
  readonly happenings: readonly Happening[];
  readonly enrollments: readonly EnrollmentState[];
  readonly customer: CustomerView;
  /** When it stopped: at its end, or when nothing more could happen. */
  readonly now: number;
  /** False where it went on and on and was stopped. */
  readonly isWhole: boolean;
}
