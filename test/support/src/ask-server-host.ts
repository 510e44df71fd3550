/** Asks the Jest run's server host (`server-host.mjs`) for something; the first to ask for a server waits for its start. */
export async function askServerHost(
  what: 'database' | 'durable-database' | 'folder' | 'kafka' | 'namespace' | 'port' | 'time-skipping',
): Promise<Record<string, string>> {
  const host = process.env['STEPWAY_TEST_SERVERS'];
  if (!host)
    throw new Error('No test servers: this spec belongs to a Jest project with a globalSetup (see jest.config.js)');
  const response = await fetch(`${host}/${what}`, { method: 'POST' });
  if (!response.ok) throw new Error(`The test servers answered for ${what}: ${await response.text()}`);
  return (await response.json()) as Record<string, string>;
}

/** One text of an answer. */
export function text(answer: Record<string, string>, name: string): string {
  const value = answer[name];
  if (value === undefined) throw new Error(`The test servers did not say ${name}`);
  return value;
}
