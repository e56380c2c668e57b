import { join } from 'node:path';

import { RUNTIME_TYPES } from './content-types-runtime.js';
import { startersOf } from './starters.js';

/** One row of the table that drives every content type through its routes. */
export interface TypeUnderTest {
  readonly type: string;
  /** What the document refers to: `type/key` of a row in {@link PARTS}. */
  readonly needs: readonly string[];
  /** Complete, without a key. */
  readonly document: Readonly<Record<string, unknown>>;
  /** What two things cannot share, made of the key of one. */
  readonly own?: (key: string) => Readonly<Record<string, unknown>>;
  /** A merge patch whose result can be published too. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** A simple member of the document by which lists can be filtered. */
  readonly filter?: readonly [string, string];
  /** Patches that are refused as soon as they are sent, each with the pointer of what is wrong. */
  readonly refused: readonly (readonly [object, string])[];
  /** Patches that can be saved, each with the code and pointer of what stops the publication. */
  readonly unpublishable: readonly (readonly [object, string, string])[];
}

const LIFECYCLE = startersOf('phase-sets').find(({ key }) => key === 'lifecycle')?.document ?? {};

/** What some of them need of an installation: a connector that keeps records. */
export const WITH_PLUGINS = {
  environment: { PARCOURS_PLUGIN_DIRS: join(process.cwd(), 'test', 'e2e', 'support', 'plugins') },
};

/** Published once, for others to refer to. */
export const PARTS: Readonly<Record<string, object>> = {
  'phase-sets/lifecycle': LIFECYCLE,
  'touchpoints/letter': { name: 'A letter', kind: 'physical', direction: 'outbound' },
  'personas/anybody': { name: 'Anybody' },
  'brands/house': { name: 'The house', colours: { primary: '#0b6e6e' } },
  'segments/staff': { name: 'Staff', kind: 'dynamic', condition: { trait: 'staff', is: true } },
};

/** The same, of plugins that are there for tests. */
export const PLUGIN_PARTS: Readonly<Record<string, object>> = {
  'connectors/relations': {
    name: 'Relations',
    type: 'relations/relations',
    config: { url: 'http://127.0.0.1:9', token: 'a-long-secret' },
  },
};

const UNKNOWN = 'content.unknown-reference';

export const CONTENT_TYPES: readonly TypeUnderTest[] = [
  {
    type: 'phase-sets',
    needs: [],
    document: {
      name: { en: 'Two' },
      phases: [
        { key: 'one', name: 'One' },
        { key: 'two', name: 'Two' },
      ],
    },
    patch: { phases: [{ key: 'one', name: { en: 'One', fr: 'Un' }, colour: '#0b6e6e' }] },
    refused: [
      [{ phases: [{ key: 'One', name: 'x' }] }, '/phases/0/key'],
      [{ phases: [{ key: 'one', name: 'x', colour: 'teal' }] }, '/phases/0/colour'],
    ],
    unpublishable: [
      [{ phases: [] }, 'schema.size', '/phases'],
      [
        {
          phases: [
            { key: 'a', name: 'A' },
            { key: 'a', name: 'B' },
          ],
        },
        'catalog.duplicate-phase',
        '/phases/1/key',
      ],
      [{ phases: [{ key: 'a', name: { xq: 'A' } }] }, 'catalog.unknown-locale', '/phases/0/name/xq'],
    ],
  },
  {
    type: 'touchpoints',
    needs: ['phase-sets/lifecycle'],
    document: {
      name: { en: 'Newsletter', fr: 'Lettre' },
      kind: 'digital',
      channel: 'email',
      direction: 'outbound',
      phaseSet: 'lifecycle',
      phase: 'retention',
      department: 'Marketing',
      devices: ['phone'],
      value: 'Saves time.',
      data: [
        { event: 'email.opened', schema: { type: 'object', properties: { message: { type: 'string' } } } },
      ],
    },
    patch: { phase: 'advocacy', department: null },
    filter: ['phase', 'advocacy'],
    refused: [
      [{ kind: 'divine' }, '/kind'],
      [{ data: [{ evnt: 'x' }] }, '/data/0/evnt'],
    ],
    unpublishable: [
      [{ phase: 'retenton' }, 'catalog.unknown-phase', '/phase'],
      [{ phaseSet: 'lifecycl' }, UNKNOWN, '/phaseSet'],
      [{ templates: ['none'] }, UNKNOWN, '/templates/0'],
      [{ policy: 'none' }, UNKNOWN, '/policy'],
      [
        { data: [{ event: 'a.b', schema: { type: 'strin' } }] },
        'catalog.event-schema',
        '/data/0/schema/type',
      ],
      [
        { data: [{ event: 'a.b', schema: { properties: { x: { $ref: 'https://example.com/x' } } } }] },
        'catalog.event-schema',
        '/data/0/schema/properties/x/$ref',
      ],
      [{ data: [{ event: 'a.b' }, { event: 'a.b' }] }, 'catalog.duplicate-entry', '/data/1/event'],
    ],
  },
  {
    type: 'personas',
    needs: [],
    document: {
      name: 'Nadia',
      attributes: {
        ageRange: { from: 30, to: 45 },
        householdIncome: { from: 30000, to: 60000, currency: 'EUR' },
        maritalStatus: 'married',
        gender: 'female',
        location: { countries: ['FR'], setting: 'urban' },
      },
      other: { children: 2, hobbies: ['climbing'] },
      membership: { all: [{ trait: 'children', gte: 1 }] },
    },
    patch: { goals: [{ en: 'Save time', fr: 'Gagner du temps' }], photoUrl: 'https://example.com/n.jpg' },
    refused: [
      [{ attributes: { ageRange: { from: -1 } } }, '/attributes/ageRange/from'],
      [{ photoUrl: 'http://example.com/n.jpg' }, '/photoUrl'],
      [{ attributes: { gendre: 'x' } }, '/attributes/gendre'],
    ],
    unpublishable: [
      [
        { membership: { all: null, trait: 'age', gtee: 1 } },
        'conditions.unknown-operator',
        '/membership/gtee',
      ],
      [
        { membership: { all: null, not: { property: 'x', is: 1 } } },
        'conditions.no-such-subject',
        '/membership/not/property',
      ],
      [{ attributes: { ageRange: { from: 45, to: 30 } } }, 'catalog.empty-range', '/attributes/ageRange/to'],
      [
        { attributes: { householdIncome: { currency: 'EUX' } } },
        'catalog.unknown-currency',
        '/attributes/householdIncome/currency',
      ],
      [
        { attributes: { location: { countries: ['FR', 'QQ'] } } },
        'catalog.unknown-country',
        '/attributes/location/countries/1',
      ],
    ],
  },
  {
    type: 'segments',
    needs: ['segments/staff'],
    document: { name: 'Pro', kind: 'dynamic', condition: { trait: 'plan', is: 'pro' }, except: ['staff'] },
    patch: { condition: { trait: 'plan', in: ['pro', 'team'] } },
    filter: ['kind', 'dynamic'],
    refused: [
      [{ kind: 'magic' }, '/kind'],
      [{ customers: [' c-1'] }, '/customers/0'],
    ],
    unpublishable: [
      [
        { condition: { trait: null, context: 'x', is: 1 } },
        'conditions.no-such-subject',
        '/condition/context',
      ],
      [{ condition: null }, 'audience.segment-kind', '/condition'],
      [{ customers: ['c-1'] }, 'audience.segment-kind', '/customers'],
      [{ within: ['nobody'] }, UNKNOWN, '/within/0'],
    ],
  },
  {
    type: 'journey-maps',
    needs: ['phase-sets/lifecycle', 'touchpoints/letter', 'personas/anybody'],
    document: {
      name: { en: 'A letter', fr: 'Une lettre' },
      kind: 'current',
      persona: 'anybody',
      phaseSet: 'lifecycle',
      phases: [
        { phase: 'awareness', moments: [{ touchpoint: 'letter', actions: ['Opens it'], emotion: 1 }] },
      ],
    },
    patch: { kind: 'future' },
    filter: ['kind', 'future'],
    refused: [
      [
        { phases: [{ phase: 'awareness', moments: [{ touchpoint: 'letter', emotion: 3 }] }] },
        '/phases/0/moments/0/emotion',
      ],
      [
        {
          phases: [
            { phase: 'x', moments: [{ touchpoint: 'x', friction: [{ key: 'a', text: 'b', severity: 6 }] }] },
          ],
        },
        '/phases/0/moments/0/friction/0/severity',
      ],
    ],
    unpublishable: [
      [{ phases: [{ phase: 'awarenes' }] }, 'catalog.unknown-phase', '/phases/0/phase'],
      [
        { phases: [{ phase: 'awareness' }, { phase: 'awareness' }] },
        'catalog.duplicate-phase',
        '/phases/1/phase',
      ],
      [{ persona: 'nobody' }, UNKNOWN, '/persona'],
      [{ journeyTemplates: ['none'] }, UNKNOWN, '/journeyTemplates/0'],
      [
        { phases: [{ phase: 'awareness', moments: [{ touchpoint: 'leter' }] }] },
        UNKNOWN,
        '/phases/0/moments/0/touchpoint',
      ],
    ],
  },
  {
    type: 'brands',
    needs: [],
    document: { name: 'House', colours: { primary: '#0b6e6e' }, locales: ['en', 'fr'], defaultLocale: 'en' },
    patch: { colours: { text: '#1d2433' } },
    refused: [
      [{ colours: { primary: 'red' } }, '/colours/primary'],
      [{ logo: { url: 'javascript:alert(1)', alt: 'x' } }, '/logo/url'],
    ],
    unpublishable: [
      [{ locales: ['en', 'xq'] }, 'catalog.unknown-locale', '/locales/1'],
      [{ defaultLocale: 'de' }, 'catalog.unknown-locale', '/defaultLocale'],
    ],
  },
  {
    type: 'surveys',
    needs: ['touchpoints/letter', 'brands/house'],
    document: {
      name: 'After the letter',
      kind: 'nps',
      question: { en: 'Would you recommend us?', fr: 'Nous recommanderiez-vous ?' },
      followUps: [
        { when: { from: 0, to: 6 }, question: { en: 'What went wrong?', fr: 'Que s’est-il passé ?' } },
      ],
      touchpoint: 'letter',
      brand: 'house',
    },
    patch: { expiresAfter: '30d' },
    filter: ['kind', 'nps'],
    refused: [
      [{ kind: 'stars' }, '/kind'],
      [{ expiresAfter: 'soon' }, '/expiresAfter'],
    ],
    unpublishable: [
      [{ kind: 'csat-5' }, 'catalog.misplaced-member', '/followUps/0/when'],
      [
        {
          followUps: [
            { when: { from: 0, to: 6 }, question: 'a' },
            { when: { from: 6, to: 8 }, question: 'b' },
          ],
        },
        'catalog.duplicate-entry',
        '/followUps/1/when',
      ],
      [
        { followUps: [{ when: { from: 3, to: 1 }, question: 'a' }] },
        'catalog.empty-range',
        '/followUps/0/when/to',
      ],
    ],
  },
  {
    type: 'kpis',
    needs: ['touchpoints/letter', 'phase-sets/lifecycle'],
    document: {
      name: 'Answers',
      unit: 'percent',
      better: 'higher',
      formula: {
        ratio: { of: { customers: { event: 'letter.answered' } }, to: { count: { event: 'letter.sent' } } },
      },
      touchpoint: 'letter',
      phase: 'retention',
    },
    patch: { target: 12, within: '7d' },
    filter: ['target', '12'],
    refused: [
      [{ unit: 'bananas' }, '/unit'],
      [{ formula: { ratio: { of: { cnt: { event: 'x' } } } } }, '/formula'],
    ],
    unpublishable: [
      [{ unit: 'currency' }, 'catalog.incomplete', '/currency'],
      [{ currency: 'EUR' }, 'catalog.misplaced-member', '/currency'],
      [{ unit: 'duration' }, 'catalog.misplaced-member', '/unit'],
      [
        { formula: { ratio: { to: { count: { where: { trait: 'x', iss: 1 } } } } } },
        'conditions.unknown-operator',
        '/formula/ratio/to/count/where/iss',
      ],
      [{ phase: 'retenton' }, 'catalog.unknown-phase', '/phase'],
    ],
  },
  {
    type: 'offers',
    needs: ['touchpoints/letter', 'brands/house', 'phase-sets/lifecycle'],
    document: {
      name: 'Ten per cent',
      kind: 'percent-off',
      percent: 10,
      headline: { en: '10% off', fr: '10 % de remise' },
      eligibility: { trait: 'orders', is: 0 },
      touchpoints: ['letter'],
      brand: 'house',
      validFrom: '2026-03-01T00:00:00Z',
    },
    patch: { validUntil: '2026-04-01T00:00:00+02:00', code: 'TEN' },
    filter: ['code', 'TEN'],
    refused: [
      [{ percent: 101 }, '/percent'],
      [{ validUntil: 'tomorrow' }, '/validUntil'],
    ],
    unpublishable: [
      [{ kind: 'gift' }, 'catalog.incomplete', '/gives'],
      [{ amount: 5 }, 'catalog.misplaced-member', '/amount'],
      [{ validUntil: '2026-02-01T00:00:00Z' }, 'catalog.empty-range', '/validUntil'],
      [
        { eligibility: { trait: null, property: 'x', is: 1 } },
        'conditions.no-such-subject',
        '/eligibility/property',
      ],
      [{ brand: 'hause' }, UNKNOWN, '/brand'],
    ],
  },
  ...RUNTIME_TYPES,
];
