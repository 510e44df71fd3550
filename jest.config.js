const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@stepway/source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
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

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [`${source}.spec.ts`, `${source}.spec.tsx`],
      testPathIgnorePatterns: ['/node_modules/', needsServers],
    },
    { ...shared, displayName: 'integration', testMatch: [source + needsServers] },
    ...['architecture', 'replay', 'e2e', 'faults'].map((name) => ({
      ...shared,
      displayName: name,
      testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
    })),
  ],
};
