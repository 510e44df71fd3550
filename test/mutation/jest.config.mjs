import base from '../../jest.config.js';

/** The unit specs of the pathway alone: what mutation testing runs against each change to a rule. */
const { displayName: _name, ...unit } = base.projects.find(({ displayName }) => displayName === 'unit');

export default {
  ...unit,
  rootDir: '../..',
  testMatch: ['<rootDir>/libs/pathway/src/**/*.spec.ts'],
  // Thousands of journeys for each change would take days; what only they would notice is listed in docs/mutation.md.
  testPathIgnorePatterns: ['/properties/', 'properties.spec.ts'],
};
