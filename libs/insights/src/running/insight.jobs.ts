import { declareJob } from '@parcours/jobs';

/** Works one export; the key is the number of its connector, or `all` for whichever are due. */
export const INSIGHT_EXPORT_JOB = declareJob('insight-export');

export const ALL_EXPORTS = 'all';
