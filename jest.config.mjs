/**
 * Node runs the tree as native ESM; Jest runs it as CommonJS, because its own ESM mode fails on Node 20 as soon as a
 * CommonJS package requires an ESM one. That is why node_modules is transformed too, and why test/smoke starts the
 * built programs with plain Node.
 */
const jsc = {
  target: 'es2022',
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  keepClassNames: true,
};
const swc = { jsc, module: { type: 'commonjs' }, sourceMaps: 'inline', swcrc: false };
const javascript = { ...swc, jsc: { ...jsc, parser: { syntax: 'ecmascript' } } };

const common = {
  rootDir: import.meta.dirname,
  // Not the temporary folder: npm test leaves nothing there, and a warm cache saves most of the start.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testEnvironment: 'node',
  // The name is customExportConditions: with any other, Jest quietly tests dist.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.ts$': ['@swc/jest', swc], '^.+\\.m?js$': ['@swc/jest', javascript] },
  transformIgnorePatterns: [],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/(apps|libs|plugins)/[^/]+/dist/'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js', '$1'] },
};

const under = (...folders) => folders.map((folder) => `<rootDir>/test/${folder}/**/*.spec.ts`);

export default {
  // No test is about speed: one that takes this long hangs, on the busiest machine.
  testTimeout: 180_000,
  // Each file loads the product anew, and not all of it is let go: a worker that has grown so large starts afresh.
  workerIdleMemoryLimit: '1200MB',
  projects: [
    {
      ...common,
      displayName: 'unit',
      roots: ['<rootDir>/libs', '<rootDir>/plugins', '<rootDir>/apps'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...common,
      displayName: 'integration',
      roots: ['<rootDir>/test'],
      testMatch: under('e2e', 'smoke', 'architecture', 'docs', 'pages', 'model', 'plugins'),
    },
    {
      ...common,
      displayName: 'faults',
      roots: ['<rootDir>/test'],
      testMatch: under('faults'),
    },
  ],
};
