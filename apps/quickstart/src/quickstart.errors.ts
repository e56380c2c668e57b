import { defineErrors, errorOf } from '@parcours/kernel';

/** What can keep the quickstart from running; each detail is the one line that a person reads. */
export const QuickstartErrors = defineErrors('quickstart', {
  invalidOption: errorOf<{ reason: string }>({
    code: 'quickstart.invalid-option',
    status: 400,
    title: 'Invalid option',
    detail: ({ reason }) => `${reason} See npm run quickstart -- --help.`,
  }),
  portTaken: errorOf<{ port: number; option: string }>({
    code: 'quickstart.port-taken',
    status: 409,
    title: 'Port taken',
    detail: ({ port, option }) =>
      `port ${String(port)} is taken. Choose another, such as ${option} ${String(port + 1)}.`,
  }),
  folderUnusable: errorOf<{ folder: string; reason: string }>({
    code: 'quickstart.folder-unusable',
    status: 409,
    title: 'Folder cannot be used',
    detail: ({ folder, reason }) =>
      `${folder} cannot be used: ${reason}. Choose another folder with --data-dir.`,
  }),
  folderInUse: errorOf<{ folder: string; url: string }>({
    code: 'quickstart.folder-in-use',
    status: 409,
    title: 'Folder in use',
    detail: ({ folder, url }) =>
      `a quickstart on ${url} already uses ${folder}. Stop it, or choose another folder with --data-dir.`,
  }),
  fileDamaged: errorOf<{ file: string }>({
    code: 'quickstart.file-damaged',
    status: 409,
    title: 'File damaged',
    detail: ({ file }) => `${file} does not hold what it should. Delete it and start again.`,
  }),
  notBuilt: errorOf<{ file: string }>({
    code: 'quickstart.not-built',
    status: 409,
    title: 'Not built',
    detail: ({ file }) => `${file} is missing. Run npm run build.`,
  }),
  apiEnded: errorOf<{ how: string; log: string; lastLine: string }>({
    code: 'quickstart.api-ended',
    status: 503,
    title: 'API ended',
    detail: ({ how, log, lastLine }) => `the API ended ${how}: ${lastLine} (all of it: ${log})`,
  }),
  apiSilent: errorOf<{ seconds: number; log: string }>({
    code: 'quickstart.api-silent',
    status: 503,
    title: 'API not ready',
    detail: ({ seconds, log }) => `the API was not ready after ${String(seconds)} seconds. See ${log}.`,
  }),
  apiRefused: errorOf<{ request: string; reason: string }>({
    code: 'quickstart.api-refused',
    status: 422,
    title: 'Refused by the API',
    detail: ({ request, reason }) => `${request} was refused: ${reason}`,
  }),
  notInTime: errorOf<{ what: string; seconds: number }>({
    code: 'quickstart.not-in-time',
    status: 504,
    title: 'Not in time',
    detail: ({ what, seconds }) => `${what} did not happen within ${String(seconds)} seconds.`,
  }),
  interrupted: errorOf<Record<string, never>>({
    code: 'quickstart.interrupted',
    status: 499,
    title: 'Interrupted',
    detail: () => 'it was stopped before the sample customers were through.',
  }),
  otherFate: errorOf<{ what: string }>({
    code: 'quickstart.other-fate',
    status: 422,
    title: 'A customer fared otherwise',
    detail: ({ what }) => what,
  }),
});
