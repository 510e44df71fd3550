const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const source = '^(apps|libs|workflows)/';
const spec = '([.]spec[.]tsx?$|/src/(specs|testing)/)';
const siblings = 'event-log|inbox|partners|read-models|messaging|privacy|platform';

/** The arrows of the house: pathway ← contracts ← the other libs ← apps. Each rule is proved in test/architecture. */
export default {
  forbidden: [
    rule('no-circular', {}, { circular: true }),
    rule('not-resolvable', {}, { couldNotResolve: true }), // deep paths, apps
    rule(
      'by-name-only',
      { path: '^([^/]+/[^/]+)/src/' },
      { path: source, pathNot: '^$1/', dependencyTypes: ['local'] },
    ),
    rule('libs-not-to-apps', { path: '^(libs|workflows)/' }, { path: '^apps/' }),
    rule('pathway-is-pure', { path: '^libs/pathway/src/', pathNot: spec }, { pathNot: '^libs/pathway/' }),
    rule(
      'contracts-know-pathway-only',
      { path: '^libs/contracts/' },
      { path: '^(libs/(?!contracts/|pathway/)|workflows/)' },
    ),
    rule(
      'clinical-codes-are-pure', // no I/O; tables, a schema library, a parser of HL7 v2, and the words of the pathway
      { path: '^libs/clinical-codes/src/', pathNot: '([.]spec[.]ts$|/src/curation/|/specs/)' },
      { pathNot: '^(libs/(clinical-codes|pathway|contracts)/|node_modules/(zod|@medplum/core)/)' },
    ),
    rule(
      'client-stands-alone', // partners use it: the contracts, and nothing of the house
      { path: '^libs/client/' },
      { path: '^(libs/(?!client/|contracts/|pathway/)|workflows/)' },
    ),
    rule(
      'siblings-do-not-know-each-other',
      { path: `^libs/(${siblings})/` },
      { path: '^(libs|workflows)/', pathNot: '^libs/($1|contracts|pathway)/' },
    ),
    rule(
      'workflows-are-replayable', // no Node, no zod, nothing but names and types
      { path: '^workflows/[^/]+/src/', pathNot: spec },
      { pathNot: '^(workflows/|libs/(contracts/src/names[.]ts|pathway/)|node_modules/@temporalio/(workflow|common)/)' },
    ),
    rule('only-the-worker-runs-workflows', { path: '^(libs|apps/(?!worker/))' }, { path: '^workflows/' }),
    rule('dashboard-knows-contracts-only', { path: '^apps/dashboard/' }, { path: '^(libs/(?!contracts/)|workflows/)' }),
    rule('nest-lives-in-apps', { path: '^(libs|workflows)/' }, { path: '(^|/)node_modules/(@nestjs|nestjs-[^/]+)/' }),
    rule('programs-without-tests', { path: source, pathNot: spec }, { path: '^test/' }),
    rule('programs-without-infra', { path: source }, { path: '^infra/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist(-types)?/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@stepway/source', 'import', 'default'],
    },
  },
};
