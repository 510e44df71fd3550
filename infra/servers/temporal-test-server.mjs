import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../cache.mjs';
import { root } from '../paths.mjs';
import { runTool } from './fetching.mjs';

const version = '1.38.0';
const program = 'temporal-test-server';

/**
 * Fetches Temporal's time-skipping test server with Maven, once (38 MB).
 * @returns the path of a program that the SDK's test environment starts and ends by itself
 */
export async function fetchTemporalTestServer(options) {
  const home = await cached(`${program}-${version}`, program, async (draft) => {
    await runTool(
      [
        'mvn',
        '-B',
        '-ntp',
        '-f',
        join(root, 'infra/temporal-test-server/pom.xml'),
        'dependency:copy-dependencies',
      ].concat('-DincludeScope=runtime', `-DoutputDirectory=${join(draft, 'lib')}`),
      options,
    );
    writeFileSync(join(draft, program), wrapper);
    chmodSync(join(draft, program), 0o755);
  });
  return join(home, program);
}

/** `exec`, for the SDK ends it by its pid. */
const wrapper = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp "$(dirname "$0")/lib/*" \\
  io.temporal.testserver.TestServer "$@"
`;
