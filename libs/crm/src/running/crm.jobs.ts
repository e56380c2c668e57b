import { declareJob } from '@parcours/jobs';

/** Works one sync; the key is its number, or `all` for whichever are due. */
export const CRM_SYNC_JOB = declareJob('crm-sync');

export const ALL_SYNCS = 'all';
