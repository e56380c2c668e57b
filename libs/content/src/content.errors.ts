import { defineErrors, errorOf } from '@parcours/kernel';

const nothing = errorOf<Record<string, never>>;

export const ContentErrors = defineErrors('content', {
  notFound: errorOf<{ singular: string; key: string }>({
    code: 'content.not-found',
    status: 404,
    title: 'Content not found',
    detail: ({ singular, key }) => `There is no ${singular} '${key}'.`,
  }),
  versionNotFound: errorOf<{ singular: string; key: string; number: number }>({
    code: 'content.version-not-found',
    status: 404,
    title: 'Version not found',
    detail: ({ singular, key, number }) => `The ${singular} '${key}' has no version ${String(number)}.`,
  }),
  keyTaken: errorOf<{ singular: string; key: string }>({
    code: 'content.key-taken',
    status: 409,
    title: 'Key taken',
    detail: ({ singular, key }) => `There is a ${singular} '${key}' already.`,
  }),
  changedMeanwhile: errorOf<{ singular: string; key: string }>({
    code: 'content.changed-meanwhile',
    status: 409,
    title: 'Changed meanwhile',
    detail: ({ singular, key }) =>
      `The ${singular} '${key}' was changed by somebody else at the same moment. Try again.`,
    retryable: true,
  }),
  notPublishable: errorOf<{ singular: string; key: string; errors: number }>({
    code: 'content.not-publishable',
    status: 422,
    title: 'Not publishable',
    detail: ({ singular, key, errors }) =>
      `The ${singular} '${key}' has ${String(errors)} error${errors === 1 ? '' : 's'} that stop${errors === 1 ? 's' : ''} it from being published; see errors.`,
  }),
  archived: errorOf<{ singular: string; key: string }>({
    code: 'content.archived',
    status: 409,
    title: 'Archived',
    detail: ({ singular, key }) => `The ${singular} '${key}' is archived. Take it out of the archive first.`,
  }),
  notScheduled: errorOf<{ key: string }>({
    code: 'content.not-scheduled',
    status: 404,
    title: 'Nothing scheduled',
    detail: ({ key }) => `No publish of '${key}' is planned, and none has failed.`,
  }),
  releaseNotFound: errorOf<{ id: string }>({
    code: 'content.release-not-found',
    status: 404,
    title: 'Release not found',
    detail: ({ id }) => `There is no release ${id}.`,
  }),
  releaseState: errorOf<{ id: string; status: string }>({
    code: 'content.release-state',
    status: 409,
    title: 'Not possible in this state',
    detail: ({ id, status }) => `The release ${id} is ${status}.`,
  }),
  releaseNotPublishable: errorOf<{ id: string; errors: number }>({
    code: 'content.release-not-publishable',
    status: 422,
    title: 'Release not publishable',
    detail: ({ id, errors }) =>
      `The release ${id} has ${String(errors)} error${errors === 1 ? '' : 's'}; nothing of it was published.`,
  }),
  releaseSuperseded: errorOf<{ id: string }>({
    code: 'content.release-superseded',
    status: 409,
    title: 'Release superseded',
    detail: ({ id }) => `Members of the release ${id} have changed since it was published; see errors.`,
  }),
  inUse: errorOf<{ singular: string; key: string }>({
    code: 'content.in-use',
    status: 409,
    title: 'In use',
    detail: ({ singular, key }) => `Something else refers to the ${singular} '${key}'; see errors.`,
  }),
  fieldsNotReady: errorOf<{ type: string }>({
    code: 'content.fields-not-ready',
    status: 503,
    title: 'Custom fields are being read',
    detail: ({ type }) =>
      `The custom fields of ${type} have changed, and its things are being read anew. Try again in a moment.`,
    retryable: true,
  }),
  importRefused: errorOf<{ errors: number }>({
    code: 'content.import-refused',
    status: 422,
    title: 'Import refused',
    detail: ({ errors }) =>
      `The import has ${String(errors)} error${errors === 1 ? '' : 's'}; nothing of it was written. See errors.`,
  }),
  importConflict: errorOf<{ conflicts: number }>({
    code: 'content.import-conflict',
    status: 409,
    title: 'Changed on both sides',
    detail: ({ conflicts }) =>
      `${conflicts === 1 ? 'One thing has' : `${String(conflicts)} things have`} changed on both sides; nothing was written. See errors.`,
  }),
  importOutdated: nothing({
    code: 'content.import-outdated',
    status: 409,
    title: 'Plan outdated',
    detail: () => 'The content has changed since the plan was made; nothing was written. Make a new plan.',
  }),
  malformedArchive: nothing({
    code: 'content.malformed-archive',
    status: 400,
    title: 'Malformed archive',
    detail: () => 'The body is not a tar archive, or is cut short.',
  }),
  referenceLost: errorOf<{ singular: string; key: string; target: string }>({
    code: 'content.reference-lost',
    status: 409,
    title: 'Reference lost meanwhile',
    detail: ({ singular, key, target }) =>
      `The ${singular} '${key}' refers to the ${target}, which was taken out of use at the same moment.`,
  }),
});

/** Codes of findings that this library makes; they appear in `validate` and in a refused publish. */
export const CONTENT_FINDINGS = {
  'content.unknown-reference': 'Something that does not exist is referred to.',
  'content.reference-not-published': 'Something that is not published is referred to.',
  'content.too-large': 'An imported document is larger than 1 MiB.',
  'content.duplicate-thing': 'An import has the same thing twice.',
  'content.unknown-type': 'An import has things of a content type that does not exist.',
  'content.secret-missing': 'No value is given for a secret that an import names, and none is stored.',
  'content.secret-by-value': 'An import has the value of a secret in place of its name.',
  'content.secret-misplaced': 'An import names a secret where there is none.',
  'content.circular-reference': 'References lead back to where they start, where the type forbids it.',
  'content.field-schema': 'The schema of a custom field has something that means nothing beside its type.',
  'content.field-option': 'A custom field is localised, searchable or filterable, and its values cannot be.',
  'content.field-default': 'The default of a custom field is a value that it does not take.',
  'content.field-taken': 'Another custom field of the type has the same member.',
  'content.field-moved': 'A published custom field has another type or member than before.',
  'content.field-misfit': 'Things hold values that the custom field does not take (a warning).',
  'content.field-missing': 'Things have no value of a custom field that is required (a warning).',
} as const;
