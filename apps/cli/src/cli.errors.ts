import { defineErrors, errorOf } from '@parcours/kernel';

/** What can keep the command from its work; each detail is the line that a person reads. */
export const CliErrors = defineErrors('cli', {
  noUrl: errorOf<Record<string, never>>({
    code: 'cli.no-url',
    status: 400,
    title: 'No address',
    detail: () =>
      'Where is the installation? Say so with --url, PARCOURS_URL or url: in .parcours/config.yaml.',
  }),
  badUrl: errorOf<{ url: string }>({
    code: 'cli.bad-url',
    status: 400,
    title: 'No web address',
    detail: ({ url }) => `'${url}' is no web address, such as https://parcours.example.com.`,
  }),
  noToken: errorOf<Record<string, never>>({
    code: 'cli.no-token',
    status: 400,
    title: 'No token',
    detail: () => 'An API token is needed: PARCOURS_TOKEN, --token or token: in .parcours/config.yaml.',
  }),
  noFolder: errorOf<{ folder: string }>({
    code: 'cli.no-folder',
    status: 404,
    title: 'No such folder',
    detail: ({ folder }) => `There is no folder ${folder}. parcours pull makes it.`,
  }),
  noJourney: errorOf<{ key: string }>({
    code: 'cli.no-journey',
    status: 404,
    title: 'No such journey',
    detail: ({ key }) => `There is no journey-templates/${key}.yaml in the folder.`,
  }),
  badConfig: errorOf<{ place: string; reason: string }>({
    code: 'cli.bad-config',
    status: 400,
    title: 'Configuration not understood',
    detail: ({ place, reason }) => `${place} ${reason}`,
  }),
  badMemory: errorOf<{ file: string }>({
    code: 'cli.bad-memory',
    status: 409,
    title: 'File damaged',
    detail: ({ file }) => `${file} does not hold what it should. Delete it and pull again.`,
  }),
  folderUnknown: errorOf<Record<string, never>>({
    code: 'cli.folder-unknown',
    status: 409,
    title: 'Nothing to prune by',
    detail: () =>
      '--prune deletes what the folder lacks of the types that it speaks for, and it has the schema of none. Run parcours pull first.',
  }),
  notConfirmed: errorOf<Record<string, never>>({
    code: 'cli.not-confirmed',
    status: 409,
    title: 'Nobody to ask',
    detail: () => 'There is no terminal to ask at. Add --yes to carry the plan out.',
  }),
  noFile: errorOf<{ file: string; reason: string }>({
    code: 'cli.no-file',
    status: 404,
    title: 'No such file',
    detail: ({ file, reason }) => `${file} cannot be read: ${reason}.`,
  }),
  badMap: errorOf<{ map: string }>({
    code: 'cli.bad-map',
    status: 400,
    title: 'Column not mapped',
    detail: ({ map }) => `'${map}' does not say where a column goes. Write --map 'Column=target'.`,
  }),
  badPluginName: errorOf<{ name: string }>({
    code: 'cli.bad-plugin-name',
    status: 400,
    title: 'No name for a plugin',
    detail: ({ name }) =>
      `'${name}' is no name for a plugin: up to 50 lower case letters, digits and hyphens, a letter first.`,
  }),
  folderExists: errorOf<{ folder: string }>({
    code: 'cli.folder-exists',
    status: 409,
    title: 'Folder exists',
    detail: ({ folder }) => `${folder} is there already, and stays as it is. Choose another name.`,
  }),
  pluginNotLoadable: errorOf<{ folder: string; reason: string }>({
    code: 'cli.plugin-not-loadable',
    status: 422,
    title: 'Plugin cannot be loaded',
    detail: ({ folder, reason }) => `There is no plugin in ${folder}: ${reason}`,
  }),
  noConformance: errorOf<{ file: string }>({
    code: 'cli.no-conformance',
    status: 404,
    title: 'Nothing to hold it against',
    detail: ({ file }) => `${file} does not start a provider. parcours plugin new shows how it is written.`,
  }),
  notUnderstood: errorOf<{ what: string }>({
    code: 'cli.not-understood',
    status: 502,
    title: 'Answer not understood',
    detail: ({ what }) => `The installation answered ${what}. Is it of another version?`,
  }),
});
