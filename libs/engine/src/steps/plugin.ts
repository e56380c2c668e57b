import type { Finding, JsonObject } from '@parcours/kernel';
import { STEP_KEY } from '../definition/schema-parts.js';
import { checkValue, compileValue } from '../definition/values.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import { awaitCall, callFailed, CONTEXT_NAME } from './calls.js';
import { SAVE_OUTPUT_PATTERN } from './http-answer.js';
import type { CompiledStep, Sentence, StepType, Way } from './step-type.js';
import { defineStepType, waysOf } from './step-type.js';

/** Has a plugin decide the way, and can keep a part of what it answers. */
export interface PluginStep {
  /** `plugin.name`, at most {@link LONGEST_STEP_TYPE} characters. */
  readonly type: `${string}.${string}`;
  /** What the plugin is told; values may be read: `{{customer.first_name}}`. */
  readonly config?: JsonObject;
  /** What of the output is kept, such as `output.id`, as which member of the context. */
  readonly save?: string;
  readonly as?: string;
  /** Steps by the way that the plugin answers; any other way is `next`. */
  readonly ways?: Readonly<Record<string, string>>;
  /** The way out when every attempt has failed; default `next`. */
  readonly on?: { readonly failed?: string };
  readonly next: string;
}

/** What is known of a plugin's type of step while the plugin is loaded. */
export interface OfferedStep {
  /** `plugin.name`. */
  readonly type: string;
  readonly title: Sentence;
  readonly description: string;
  /** JSON Schema of `config`. */
  readonly config: JsonObject;
  readonly ways: readonly string[];
  /** Sentences by way. */
  readonly explain: Readonly<Record<string, Sentence>>;
}

/** Records keep the type in so many characters. */
export const LONGEST_STEP_TYPE = 40;

const PLUGIN_TYPE: JsonObject = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$',
  maxLength: LONGEST_STEP_TYPE,
};

/** True for the name of a type of step that only a plugin can have. */
export function isPluginStepType(type: string): boolean {
  return type.length <= LONGEST_STEP_TYPE && /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(type);
}

/** The time of one attempt, as of an action. */
const ATTEMPT_MS = 60_000;

/** A step of any plugin, as far as it can be known without the plugin. */
export const pluginStep = defineStepType<PluginStep>({
  type: 'plugin',
  title: 'Step of a plugin',
  description:
    'Has a plugin decide the way. Its type is plugin.name; GET /api/v1/schemas/journey-definition lists those of the plugins that are loaded.',
  required: ['next'],
  properties: {
    type: { ...PLUGIN_TYPE, description: 'The plugin and its type of step.', examples: ['crm.credit'] },
    config: {
      type: 'object',
      description: 'What the plugin is told. Values such as {{customer.first_name}} are read.',
      examples: [{ amount: '{{event.amount}}' }],
    },
    save: {
      type: 'string',
      pattern: SAVE_OUTPUT_PATTERN,
      maxLength: 500,
      description: 'What is kept of what the plugin answers: output, or a path in it.',
      examples: ['output.limit'],
    },
    as: { ...CONTEXT_NAME, description: 'What it is called in the context: context.limit.' },
    ways: {
      type: 'object',
      description: 'Steps by the way that the plugin answers; any other way is next.',
      maxProperties: 50,
      propertyNames: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,49}$' },
      additionalProperties: STEP_KEY,
      examples: [{ refused: 'sorry' }],
    },
    on: {
      type: 'object',
      description: 'The way out when every attempt has failed; default next.',
      additionalProperties: false,
      properties: { failed: STEP_KEY },
    },
    next: STEP_KEY,
  },
  rules: { dependentRequired: { save: ['as'], as: ['save'] } },
  examples: [
    {
      type: 'crm.credit',
      config: { amount: '{{event.amount}}' },
      save: 'output.limit',
      as: 'limit',
      ways: { refused: 'sorry' },
      on: { failed: 'later' },
      next: 'welcome',
    },
  ],
  rests: false,
  explain: {
    answered: {
      en: 'The plugin answered {way}, and it went on to {next}.',
      fr: 'L’extension a répondu {way} : passage à {next}.',
    },
    failed: {
      en: 'The plugin could not do it ({reason}), and it went on to {next}.',
      fr: 'L’extension n’a pas pu le faire ({reason}) : passage à {next}.',
    },
    'held-out': {
      en: 'Nothing was done, as the customer is in the control group, and it went on to {next}.',
      fr: 'Rien n’a été fait, car le client est dans le groupe témoin : passage à {next}.',
    },
  },
  ways: waysOfPlugin,
  check: ({ config }, at): Finding[] => checkValue(config, `${at}/config`),
  compile: compilePlugin,
  picture: (step, context) => drawPlugin(step, context, step.type),
});

/** The type of step that a loaded plugin offers: as any plugin's, with its own schema and words. */
export function offeredStep(offered: OfferedStep): StepType {
  const { type, title, description, config, ways, explain } = offered;
  const { properties, examples: _, ...schema } = pluginStep.schema;
  const hasTold = Array.isArray(config['required']) && config['required'].length > 0;
  return {
    ...pluginStep,
    type,
    schema: {
      ...schema,
      title: title.en,
      description,
      required: ['type', 'next', ...(hasTold ? ['config'] : [])],
      properties: {
        ...(properties as JsonObject),
        type: { const: type },
        // With an identifier of its own, its references are looked up inside.
        config: { $id: `urn:parcours:schema:step:${type}`, ...config },
        ways: {
          type: 'object',
          description: 'Steps by the way that the plugin answers; any other way is next.',
          additionalProperties: false,
          properties: Object.fromEntries(ways.map((way) => [way, STEP_KEY])),
        },
      },
    },
    explain: {
      ...pluginStep.explain,
      ...Object.fromEntries(Object.entries(explain).map(([way, words]) => [`answered.${way}`, words])),
    },
    picture: (step, context) => {
      const drawn = pluginStep.picture(step, context);
      return drawn && { ...drawn, title: say(context, title.en, title.fr) };
    },
  };
}

function waysOfPlugin({ next, on = {}, ways = {} }: PluginStep): Way[] {
  const named = Object.entries(ways).map(([way, step]) => [`/ways/${way}`, step] as const);
  return waysOf({ '/next': next, ...Object.fromEntries(named), '/on/failed': on.failed });
}

function compilePlugin({ type, ways = {}, save, as, on = {}, next, ...step }: PluginStep): CompiledStep {
  const members = Object.entries(step.config ?? {}).map(
    ([name, value]) => [name, compileValue(value)] as const,
  );
  return {
    enter: (visit) => {
      if (visit.isHeldOut) return { move: 'go', next, code: 'held-out', detail: { next } };
      const config: JsonObject = {};
      for (const [name, read] of members) {
        const value = read(visit);
        if (value !== undefined) config[name] = value;
      }
      const { event } = visit.scope();
      visit.emit({
        type: 'call',
        step: visit.step,
        visit: visit.visit,
        call: {
          kind: 'step',
          type,
          config,
          traits: visit.customer.traits,
          ...(event && { event: { ...event } }),
          context: visit.context,
          ...(save === undefined ? {} : { save }),
          timeoutMs: ATTEMPT_MS,
        },
      });
      return awaitCall(visit);
    },
    signal: (visit, signal) => {
      if (signal.type !== 'call') return undefined;
      const { end } = signal;
      if (!end.succeeded) return callFailed(end, on.failed ?? next);
      if (as !== undefined && end.value !== undefined) visit.setContext(as, end.value);
      const { way } = end;
      const to = way !== undefined && Object.hasOwn(ways, way) ? (ways[way] ?? next) : next;
      return { move: 'go', next: to, code: 'answered', detail: { way: way ?? null, next: to } };
    },
  };
}

function drawPlugin(
  { ways = {}, as, on = {}, next }: PluginStep,
  context: PictureContext,
  title: string,
): StepPicture {
  const isForked = Object.keys(ways).length > 0 || on.failed !== undefined;
  return {
    icon: 'action',
    kind: say(context, 'Plugin', 'Extension'),
    title,
    details: as === undefined ? [] : [say(context, `keeps ${as}`, `retient ${as}`)],
    ways: [
      ...Object.entries(ways).map(([label, step]) => ({ next: step, label })),
      { next, label: isForked ? say(context, 'otherwise', 'sinon') : undefined },
      ...(on.failed === undefined ? [] : [{ next: on.failed, label: say(context, 'failed', 'échec') }]),
    ],
  };
}
