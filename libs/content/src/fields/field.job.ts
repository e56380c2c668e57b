import { declareJob } from '@parcours/jobs';

/** Reads the things of a content type anew by its custom fields; its key is the name of the type. */
export const CONTENT_FIELDS_JOB = declareJob('content-fields');
