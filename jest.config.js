const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@stepway/source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.stepway/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
      },
    ],
  },
};
const source = '<rootDir>/{apps,libs,workflows}/**/src/**/*';
const needsServers = '.int.spec.ts';
const infraNeedsServers = '<rootDir>/infra/**/*.int.spec.mjs';
const withServers = {
  ...shared,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  testTimeout: 60_000, // real servers may have to start first; Jest has no such setting for one project
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        `${source}.spec.ts`,
        `${source}.spec.tsx`,
        '<rootDir>/infra/**/*.spec.mjs',
        '<rootDir>/test/bench/**/*.spec.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', '[.]int[.]spec[.]'],
    },
    {
      ...withServers,
      displayName: 'integration',
      testMatch: [source + needsServers, `<rootDir>/test/support/src/**/*${needsServers}`, infraNeedsServers],
    },
    ...Object.entries({ architecture: shared, replay: shared, e2e: withServers, faults: withServers }).map(
      ([displayName, settings]) => ({
        ...settings,
        displayName,
        testMatch: [`<rootDir>/test/${displayName}/**/*.spec.ts`],
      }),
    ),
  ],
};
