import { defineErrors, errorOf } from '@parcours/kernel';

/** Where in a template's source something stands; both count from 1. */
export interface TemplatePosition {
  readonly line: number;
  readonly column: number;
  /** Which other source it is, where it is not the template's own: `the partial 'footer'`. */
  readonly of?: string | undefined;
}

type At = { readonly at: TemplatePosition };

const where = ({ line, column, of }: TemplatePosition) =>
  `Line ${String(line)}, column ${String(column)}${of === undefined ? '' : ` of ${of}`}: `;

const broken = <P extends At>(name: string, title: string, detail: (params: P) => string) =>
  errorOf<P>({
    code: `templates.${name}`,
    status: 422,
    title,
    detail: (params) => where(params.at) + detail(params),
  });

export const TemplateErrors = defineErrors('templates', {
  notText: errorOf<{ received: string }>({
    code: 'templates.not-text',
    status: 400,
    title: 'Template source is not text',
    detail: ({ received }) => `A template's source is a string, not ${received}.`,
  }),
  sourceTooLong: errorOf<{ length: number; limit: number }>({
    code: 'templates.source-too-long',
    status: 422,
    title: 'Template source is too long',
    detail: ({ length, limit }) =>
      `The source has ${String(length)} characters; ${String(limit)} are allowed.`,
  }),
  tooManyTags: errorOf<{ count: number; limit: number }>({
    code: 'templates.too-many-tags',
    status: 422,
    title: 'Template has too many tags',
    detail: ({ count, limit }) => `The source has ${String(count)} tags '{{'; ${String(limit)} are allowed.`,
  }),
  tooDeep: broken<At & { limit: number }>(
    'too-deep',
    'Template is nested too deeply',
    ({ limit }) => `blocks and expressions may be nested ${String(limit)} levels deep.`,
  ),
  syntax: broken<At & { reason: string }>('syntax', 'Template cannot be read', ({ reason }) => reason),
  unknownHelper: broken<At & { name: string; known: string }>(
    'unknown-helper',
    'Unknown helper',
    ({ name, known }) => `there is no helper '${name}'; there are ${known}.`,
  ),
  helperArguments: broken<At & { name: string; reason: string }>(
    'helper-arguments',
    'Helper called with wrong arguments',
    ({ name, reason }) => `'${name}' ${reason}.`,
  ),
  forbiddenName: broken<At & { name: string }>(
    'forbidden-name',
    'Name is not allowed',
    ({ name }) => `'${name}' may not be read by a template.`,
  ),
  forbiddenTag: broken<At & { tag: string; suggestion: string }>(
    'forbidden-tag',
    'Tag is not allowed',
    ({ tag, suggestion }) => `${tag} may not be used; ${suggestion}.`,
  ),
  variableMissing: broken<At & { path: string }>(
    'variable-missing',
    'Variable has no value',
    ({ path }) =>
      `'${path}' has no value; use {{#if ${path}}} or {{default ${path} "…"}} where it may be absent.`,
  ),
  unknownPartial: broken<At & { name: string; known: string }>(
    'unknown-partial',
    'Unknown partial',
    ({ name, known }) =>
      `there is no partial '${name}'; ${known === '' ? 'the brand has none for this channel' : `there are ${known}`}.`,
  ),
  circularPartial: broken<At & { name: string }>(
    'circular-partial',
    'Partial contains itself',
    ({ name }) => `the partial '${name}' leads back to itself.`,
  ),
  tooManyPartials: broken<At & { limit: number }>(
    'too-many-partials',
    'Template is made of too many partials',
    ({ limit }) => `partials may be inserted ${String(limit)} times, those inside of others counted.`,
  ),
  unknownLayout: errorOf<{ name: string; known: string }>({
    code: 'templates.unknown-layout',
    status: 422,
    title: 'Unknown layout',
    detail: ({ name, known }) =>
      `There is no layout '${name}'; ${known === '' ? 'the brand has none for this channel' : `there are ${known}`}.`,
  }),
  unknownChannel: errorOf<{ channel: string }>({
    code: 'templates.unknown-channel',
    status: 422,
    title: 'Template says nothing on the channel',
    detail: ({ channel }) => `The template says nothing on the channel '${channel}'.`,
  }),
  unreadable: errorOf<{ reason: string }>({
    code: 'templates.mjml',
    status: 422,
    title: 'MJML cannot be read',
    detail: ({ reason }) => reason,
  }),
  notJson: errorOf<{ reason: string }>({
    code: 'templates.not-json',
    status: 422,
    title: 'Rendered text is not JSON',
    detail: ({ reason }) => `The rendered body is not JSON: ${reason}.`,
  }),
  notPrintable: broken<At & { path: string; kind: string }>(
    'not-printable',
    'Value cannot be printed',
    ({ path, kind }) => `'${path}' is ${kind}; print one of its members, or use {{#each}}.`,
  ),
  notIterable: broken<At & { path: string }>(
    'not-iterable',
    'Value cannot be repeated',
    ({ path }) => `{{#each}} needs a list or an object, and '${path}' is neither.`,
  ),
  tooManySteps: errorOf<{ limit: number }>({
    code: 'templates.too-many-steps',
    status: 422,
    title: 'Template takes too many steps',
    detail: ({ limit }) => `Rendering was stopped after ${String(limit)} steps.`,
  }),
  outputTooLong: errorOf<{ limit: number }>({
    code: 'templates.output-too-long',
    status: 422,
    title: 'Rendered text is too long',
    detail: ({ limit }) => `Rendering was stopped at ${String(limit)} characters.`,
  }),
});
