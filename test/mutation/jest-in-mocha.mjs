// The words of Jest for Mocha: Stryker's Mocha runner loads the specs once and then switches from one change to the
// next in the same process (milliseconds each), where Jest loads every module again for every change (seconds each).
import { expect } from 'expect';
import { bind } from 'jest-each';
import Mocha from 'mocha';

Mocha.interfaces.jest = (suite) => {
  Mocha.interfaces.bdd(suite);
  suite.on(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, (context) => {
    Object.assign(context, { expect, beforeAll: context.before, afterAll: context.after });
    context.it.each = bind(context.it);
    context.describe.each = bind(context.describe, false);
  });
  suite.afterAll('what tests reach is judged by the tests', judgeByTests);
};

/** A rule that runs in a test and also while the specs are loaded would need a new process for each change to it. */
function judgeByTests() {
  const { static: whileLoading = {}, perTest = {} } = globalThis.__stryker__?.mutantCoverage ?? {};
  for (const reached of Object.values(perTest)) for (const id of Object.keys(reached)) delete whileLoading[id];
}
