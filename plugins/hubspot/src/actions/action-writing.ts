import { ASSOCIATION } from '../object-types.js';
import { propertiesOf } from '../record-values.js';
import { textOf, timeOf } from '../json.js';
import type { HubSpotConfig } from '../hubspot-config.js';
import { asHtml, asText, type Story } from './action-body.js';
import type { ActionName } from './action-inputs.js';

const HOUR_MS = 3_600_000;

/** What is needed to write down an action. */
export interface Writing extends Story {
  readonly personId: string;
  readonly ownerId: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A record that is to be created. */
export interface Draft {
  /** The type of object, as in addresses. */
  readonly path: 'tasks' | 'tickets' | 'leads' | 'notes';
  /** Where the mark of the action stands. */
  readonly textProperty: string;
  readonly properties: Record<string, string>;
  readonly associations: readonly (readonly [typeId: number, id: string])[];
}

type Draftsman = (writing: Writing, config: Pick<HubSpotConfig, 'ticketPipeline' | 'ticketStage'>) => Draft;

export const DRAFTS: Readonly<Record<ActionName, Draftsman>> = {
  'create-task': (writing) => {
    const { input, personId, ownerId } = writing;
    const ticketId = textOf(input['ticketId']);
    return {
      path: 'tasks',
      textProperty: 'hs_task_body',
      properties: propertiesOf({
        hs_timestamp: new Date(dueAt(writing)).toISOString(),
        hs_task_subject: input['subject'],
        hs_task_body: asHtml(writing),
        hs_task_status: 'NOT_STARTED',
        hs_task_type: (textOf(input['type']) ?? 'todo').toUpperCase(),
        hs_task_priority: textOf(input['priority'])?.toUpperCase(),
        hubspot_owner_id: ownerId,
      }),
      associations: [
        [ASSOCIATION.taskToContact, personId],
        ...(ticketId === undefined ? [] : [[ASSOCIATION.taskToTicket, ticketId] as const]),
      ],
    };
  },
  'create-ticket': (writing, { ticketPipeline, ticketStage }) => ({
    path: 'tickets',
    textProperty: 'content',
    properties: propertiesOf({
      subject: writing.input['subject'],
      content: asText(writing),
      hs_pipeline: textOf(writing.input['pipeline']) ?? ticketPipeline,
      hs_pipeline_stage: textOf(writing.input['stage']) ?? ticketStage,
      hs_ticket_priority: textOf(writing.input['priority'])?.toUpperCase(),
      hubspot_owner_id: writing.ownerId,
    }),
    associations: [[ASSOCIATION.ticketToContact, writing.personId]],
  }),
  'create-lead': ({ input, personId, ownerId }) => ({
    path: 'leads',
    textProperty: 'hs_lead_name',
    properties: propertiesOf({
      hs_lead_name: input['subject'],
      hs_lead_label: textOf(input['label'])?.toUpperCase(),
      hs_lead_type: input['type'],
      hubspot_owner_id: ownerId,
    }),
    associations: [[ASSOCIATION.leadToContact, personId]],
  }),
  'add-note': (writing) => {
    const { input, personId, ownerId, now } = writing;
    const ticketId = textOf(input['ticketId']);
    return {
      path: 'notes',
      textProperty: 'hs_note_body',
      properties: propertiesOf({
        hs_timestamp: new Date(now).toISOString(),
        hs_note_body: asHtml(writing),
        hubspot_owner_id: ownerId,
      }),
      associations: [
        [ASSOCIATION.noteToContact, personId],
        ...(ticketId === undefined ? [] : [[ASSOCIATION.noteToTicket, ticketId] as const]),
      ],
    };
  },
};

function dueAt({ input, now }: Writing): number {
  const hours = input['dueInHours'];
  return timeOf(input['dueAt']) ?? (typeof hours === 'number' ? now + hours * HOUR_MS : now);
}
