/** A role that every installation has; its scopes follow from those that the routes ask for. */
export interface BuiltInRole {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly scopes: readonly string[];
}

/** Who may do what. */
const ADMINISTRATION = ['users', 'roles', 'tokens', 'audit'];

/** What ties the installation to other systems: settings that can leak or break things, beside what is written. */
const TECHNICAL = [
  'connectors',
  'webhooks',
  'custom-fields',
  'plugins',
  'configuration',
  'webhook-deliveries',
  'secrets',
];

/** What happens to customers, as against what is meant to happen to them. */
const RUNTIME = [
  'customers',
  'consents',
  'suppressions',
  'notes',
  'events',
  'enrollments',
  'messages',
  'dead-letters',
  'journeys',
];

/** What other systems know of customers, and tell. */
const TOLD = ['events', 'customers', 'consents', 'suppressions', 'notes'];

interface Rule {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly has: (area: string, action: string) => boolean;
}

const isIn = (areas: readonly string[], area: string) => areas.includes(area);
const isContent = (area: string) => ![ADMINISTRATION, TECHNICAL, RUNTIME].some((areas) => isIn(areas, area));
const isReadable = (area: string) => !isIn(ADMINISTRATION, area);
/** Journey templates share their area with what is done to live journeys. */
const isWritten = (area: string, action: string) =>
  (isContent(area) || area === 'journeys') && (action === 'write' || action === 'comment');

const RULES: readonly Rule[] = [
  {
    key: 'editor',
    name: 'Editor',
    description:
      'Reads everything but administration; writes content and gathers it in releases; publishes nothing.',
    has: (area, action) => (action === 'read' && isReadable(area)) || isWritten(area, action),
  },
  {
    key: 'publisher',
    name: 'Publisher',
    description: 'What an editor does, publishes it, and looks after running journeys.',
    has: (area, action) =>
      (action === 'read' && isReadable(area)) ||
      isWritten(area, action) ||
      ((isContent(area) || area === 'journeys') && action === 'publish') ||
      action === 'operate',
  },
  {
    key: 'developer',
    name: 'Developer',
    description:
      'Reads everything but administration; sets up connectors, webhooks and custom fields; sends events, triggers journeys, replays dead letters.',
    has: (area, action) =>
      (action === 'read' && isReadable(area)) ||
      isIn(TECHNICAL, area) ||
      (isIn(['events', 'dead-letters'], area) && action === 'write') ||
      action === 'trigger',
  },
  {
    key: 'analyst',
    name: 'Analyst',
    description: 'Reads everything but administration; changes nothing.',
    has: (area, action) => action === 'read' && isReadable(area),
  },
  {
    key: 'integration',
    name: 'Integration',
    description:
      'For API tokens of other systems: sends events, keeps customers, triggers journeys, reads what came of it.',
    has: (area, action) =>
      action === 'trigger' ||
      (isIn(TOLD, area) && (action === 'write' || action === 'read')) ||
      (isIn(['enrollments', 'messages'], area) && action === 'read'),
  },
];

export const BUILT_IN_KEYS: readonly string[] = ['owner', 'admin', ...RULES.map(({ key }) => key)];

/** The built-in roles of an installation whose routes ask for these scopes (wildcards among them are passed over). */
export function builtInRoles(known: readonly string[]): BuiltInRole[] {
  const single = known.filter((scope) => !scope.endsWith('*'));
  const areas = [...new Set(single.map((scope) => scope.split(':')[0] ?? ''))].sort();
  return [
    {
      key: 'owner',
      name: 'Owner',
      description: 'Everything, now and in future. There is always one.',
      scopes: ['*'],
    },
    {
      key: 'admin',
      name: 'Administrator',
      description: 'Everything that there is, but cannot make or unmake an owner.',
      scopes: areas.map((area) => `${area}:*`),
    },
    ...RULES.map(({ has, ...role }) => ({
      ...role,
      scopes: single
        .filter((scope) => {
          const [area = '', action = ''] = scope.split(':');
          return has(area, action);
        })
        .sort(),
    })),
  ];
}
