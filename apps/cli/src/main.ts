import { roles, type LevelNames, type Role } from '@stepway/pathway';
import { createSignInCode, programmesDir, readProgrammes } from '@stepway/platform';
import { keepReport, readModels, type ReadModelName } from '@stepway/read-models';
import { fileKinds, isWell, type FileKind } from '@stepway/contracts';
import { Argument, Command, Option } from 'commander';
import { instant, levelName, moment, oneOrMore, positive, readModelNames, versionOf, whole } from './arguments.ts';
import { checkProgramme, checkReport, checkResult } from './commands/check-programme.ts';
import { asCsv, weeklyScreens } from './commands/export-weekly-screens.ts';
import { preview, previewInWords } from './commands/preview.ts';
import { migrate, migratedInWords, type MigrateOptions } from './commands/migrate.ts';
import { rebuildReadModels, rebuildSentence } from './commands/rebuild.ts';
import { recover } from './commands/recover.ts';
import { simulate, type SimulateOptions } from './commands/simulate.ts';
import { publishedReplay, replay, type ReplayOptions } from './commands/replay.ts';
import { replayInWords } from './commands/replay-words.ts';
import { traffic } from './commands/traffic.ts';
import { fileSentence, resultAsCsv, sendFile } from './commands/send-file.ts';
import { credentialsInWords, giveKafkaCredentials, setPartners } from './commands/partners.ts';
import { setSenders } from './commands/senders.ts';
import { loadStaff } from './commands/staff.ts';
import { verify, verifyReport } from './commands/verify.ts';
import { importCtn0094 } from './ctn0094/import.ts';
import { simulatedClinic } from './demonstration/simulated-clinic.ts';
import { withProgress } from './progress.ts';
import { mustBeLocal, signPartnerToken, signToken } from './sign-token.ts';
import { reportInWords } from './simulate/report-in-words.ts';
import { withStack } from './stack.ts';

/** Data goes to standard output, everything else to standard error. */
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const report = (json: boolean, result: object, sentence: string) =>
  json ? print(JSON.stringify(result)) : say(sentence);

const role = new Option('--role <role>', 'who acts').choices(roles).default('coordinator' satisfies Role);
const program = new Command('stepway')
  .description('Operate Stepway: import, look, verify, repair. Finds the running stack through .stepway/.')
  .option('--json', 'results for machines, on standard output', false);
const json = () => program.opts<{ json: boolean }>().json;
/** One value: alone for people and pipes, under its name for machines. */
const give = (name: string, value: string) => print(json() ? JSON.stringify({ [name]: value }) : value);

program
  .command('token')
  .description('a bearer token for development')
  .addOption(role)
  .addOption(
    new Option('--partner <id>', 'of an integration partner, for five minutes').conflicts([
      'role',
      'hours',
      'site',
      'subject',
    ]),
  )
  .option('--scope <scope...>', 'what a partner’s token is for', ['system/*.rs', 'stepway/stream'])
  .option('--hours <hours>', 'how long it holds', positive, 12)
  .option('--site <id...>', 'only with the people of these sites')
  .option('--subject <id>', 'who it is, as a registered sender; default: demo-<role>')
  .action(
    (options: { role: Role; hours: number; site?: string[]; subject?: string; partner?: string; scope: string[] }) =>
      withStack(async ({ configuration, keys }) => {
        const { issuer } = configuration;
        const { partner, scope } = options;
        if (partner === undefined) return give('token', await signToken(keys, { issuer, ...options }));
        mustBeLocal(configuration);
        return give('token', await signPartnerToken(keys, { issuer, partner, scope }));
      }),
  );

program
  .command('sign-in')
  .description('a single-use link that signs a browser in')
  .addOption(role)
  .action((options: { role: Role }) =>
    withStack(async ({ configuration, pool }) => {
      const code = await createSignInCode(pool, { actorId: `demo-${options.role}`, role: options.role });
      give('address', `http://127.0.0.1:${configuration.httpPort}/sign-in?code=${code}`);
    }),
  );

program
  .command('staff')
  .description('who works here')
  .command('load <file>')
  .description(
    'adds people, teams and who is on call of a JSON file to the directory; who is there already stays as they are',
  )
  .action((file: string) =>
    withStack(async (stack) => {
      const result = await loadStaff(stack, file);
      report(json(), result, `${result.added} people were added to the directory; ${result.known} were there.`);
    }),
  );

program
  .command('senders')
  .description('who may send from outside')
  .command('set <file>')
  .description('registers the senders of a JSON file, or changes them; the others stay as they are')
  .option('--only-new', 'those who are registered already stay as they are too', false)
  .action((file: string, options: { onlyNew: boolean }) =>
    withStack(async (stack) => {
      const count = await setSenders(stack, file, options);
      report(json(), { senders: count }, `${count} may send now as the file says.`);
    }),
  );

const files = program.command('csv').description('people who come into care (roster) and drug tests (screens) in bulk');
for (const [name, description, dry] of [
  ['check', 'what would happen to each line; nothing is stored', true],
  ['send', 'sends each line; the same file twice changes nothing', false],
] as const)
  files
    .command(name)
    .description(`${description}; exit code 0 only if nothing is left to look at`)
    .addArgument(new Argument('<kind>', 'what the file holds').choices(fileKinds))
    .argument('<file>', 'columns as in docs/connect.md')
    .addOption(role)
    .action(async (kind: FileKind, file: string, options: { role: Role }) => {
      const result = await sendFile({ kind, file, dry, ...options });
      if (json()) print(JSON.stringify(result));
      else process.stdout.write(resultAsCsv(result));
      say(fileSentence(result));
      if (!result.lines.every(isWell)) process.exitCode = 1;
    });

const partners = program.command('partners').description('who outside is told what a consent allows');
partners
  .command('set <file>')
  .description('registers the partners of a JSON file, or changes them; the others stay as they are')
  .option('--only-new', 'those who are registered already stay as they are too', false)
  .action((file: string, options: { onlyNew: boolean }) =>
    withStack(async (stack) => {
      const count = await setPartners(stack, file, options);
      report(json(), { partners: count }, `${count} are told now what the file and the consents say.`);
    }),
  );

partners
  .command('kafka <partner>')
  .description('gives a partner a password for Kafka, said once; the one before holds no longer')
  .action((partnerId: string) =>
    withStack(async (stack) => {
      const credentials = await giveKafkaCredentials(stack, partnerId);
      print(json() ? JSON.stringify(credentials) : credentialsInWords(credentials));
      say(`${partnerId} reads by these, until this is asked for again. They are kept nowhere: hand them over now.`);
    }),
  );

const imports = program.command('import').description('history from elsewhere, through the same rules');
imports
  .command('simulated-clinic')
  .description('invented people beside those of the trial: a year of care, and a morning with something to do')
  .action(() =>
    withStack(async (stack) => {
      const result = await withProgress('Invented people are simulated', () =>
        simulatedClinic(stack, new Date().toISOString()),
      );
      const { people, journeys, events } = result;
      report(json(), result, `${people} invented people: ${journeys} journeys with ${events} care events.`);
    }),
  );
imports
  .command('ctn0094 <folder>')
  .description('the public trial data CTN-0094: 1,068 real, de-identified people')
  .option('--disorder', 'for proofs: facts shuffled within each week, every tenth sent twice', false)
  .option('--as-of <moment>', 'for proofs: the import’s present, an instant in UTC; default: now', instant)
  .action((folder: string, { disorder, asOf }: { disorder: boolean; asOf?: string }) =>
    withStack(async (stack) => {
      const now = asOf ?? new Date().toISOString();
      const result = await withProgress('People of the trial become journeys', (detail) =>
        importCtn0094(stack, { folder, now, disorder, say: detail }),
      );
      const { people, known, journeys, events } = result;
      report(json(), result, `${people} people: ${journeys} journeys with ${events} care events; ${known} were here.`);
    }),
  );

program
  .command('recover')
  .description('give every open journey its workflow, from the log; also after Temporal lost its data')
  .action(() =>
    withStack(async (stack) => {
      const result = await recover(stack);
      const { open, started, ended } = result;
      report(json(), result, `${open} open journeys: ${started} workflows started, ${ended} ended.`);
    }),
  );

program
  .command('export')
  .description('data for elsewhere, on standard output')
  .command('weekly-screens')
  .description('CSV (with --json: JSON): who, and one symbol for each week of the screening plan')
  .action(() =>
    withStack(async (stack) => {
      const rows = await weeklyScreens(stack);
      if (json()) print(JSON.stringify(rows.map(([who, weekly_pattern]) => ({ who, weekly_pattern }))));
      else process.stdout.write(asCsv(rows));
    }),
  );

program
  .command('rebuild')
  .description('build read models again from the log; put in place if nothing differs')
  .argument('[read model...]', `of ${Object.keys(readModels).join(', ')}; default: all`, readModelNames, [])
  .option('--accept-differences', 'also where rows differ from the live ones', false)
  .action((models: readonly ReadModelName[], { acceptDifferences }: { acceptDifferences: boolean }) =>
    withStack(async (stack) => {
      const result = await rebuildReadModels(stack, { acceptDifferences, ...(models.length > 0 && { models }) });
      report(json(), result, rebuildSentence(result));
      if (!result.swapped) process.exitCode = 1;
    }),
  );

program
  .command('verify')
  .description('check the invariants of the running stack; exit code 0 only if all hold')
  .option('--ledger <file>', 'JSON lines of what a sender of commands wrote down itself')
  .option('--settle <seconds>', 'how long the stack may take to come to rest first', positive, 30)
  .action((options: { ledger?: string; settle: number }) =>
    withStack(async (stack) => {
      const { ledger, settle } = options;
      const findings = await verify(stack, { settleMs: settle * 1_000, ...(ledger !== undefined && { ledger }) });
      // For the page of the system, where people see when it was last checked.
      await keepReport(stack.pool, 'verify', findings);
      print(json() ? JSON.stringify(findings) : verifyReport(findings));
      if (findings.some(({ breaches }) => breaches.length > 0)) process.exitCode = 1;
    }),
  );

program
  .command('simulate')
  .description('an invented cohort lives through the rules in memory; nothing is stored, no server is needed')
  .option('--patients <number>', 'how many people', oneOrMore, 1_000)
  .option('--days <number>', 'how long each is followed', whole, 365)
  .option('--seed <number>', 'the same seed gives the same lives', whole, 7)
  .option('--programme <programme>', 'id, id@version, or a file that is not published yet', 'standard-four')
  .option('--out <file>', 'the events, one JSON value a line')
  .action(async (options: SimulateOptions) => {
    const result = await simulate(options);
    print(json() ? JSON.stringify(result) : reportInWords(result));
  });

program
  .command('replay')
  .description(
    'who would have been treated otherwise by another programme, and why: the real log, in memory; nothing changes',
  )
  .requiredOption('--programme <programme>', 'id, id@version, or a file that is not published yet')
  .option('--from <moment>', 'from when it holds; what was before stays as it was', moment)
  .option('--to <moment>', 'until when; default: now', moment)
  .option('--map <old=new>', 'where a level is called otherwise; may be given several times', levelName, {})
  .option('--publish', 'keep the counts of it for the page of the programme', false)
  .action(({ map, publish, ...options }: Omit<ReplayOptions, 'levels'> & { map: LevelNames; publish: boolean }) =>
    withStack(async (stack) => {
      const result = await replay(stack, { ...options, levels: map });
      if (publish) {
        const { id, version } = result.programme;
        await keepReport(stack.pool, `replay ${id} ${version}`, publishedReplay(result));
      }
      print(json() ? JSON.stringify(result) : replayInWords(result));
    }),
  );

const programmes = program.command('programmes').description('programmes as data');

programmes
  .command('check <file...>')
  .description('whether the file of a programme is sound; exit code 0 only if each is')
  .action((files: string[]) => {
    const known = () => readProgrammes(programmesDir(process.env)).all;
    const checked = files.map((file) => checkProgramme(file, known));
    if (json()) print(JSON.stringify(checked.map(checkResult)));
    else for (const file of checked) print(checkReport(file));
    if (checked.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
  });

programmes
  .command('preview <programme> <commands>')
  .description('a test patient’s commands (a JSON file, as the API takes them) lived through a programme, in memory')
  .action((programme: string, file: string) => {
    const journey = preview(programme, file);
    print(json() ? JSON.stringify(journey.preview) : previewInWords(journey));
  });

programmes
  .command('publish')
  .description('publish what ships; each start does it, and ends where a file is not what was published')
  .action(() =>
    withStack(async ({ programmes: { all, publishShipped } }) => {
      await publishShipped();
      const names = all.map(({ id, version }) => `${id} v${version}`);
      report(json(), { programmes: names }, `Published: ${names.join(', ')}.`);
    }),
  );

programmes
  .command('migrate')
  .description('move everyone on a version to another; ended midway and run again, it goes on')
  .requiredOption('--from <version>', 'as in standard-four@1', versionOf)
  .requiredOption('--to <version>', 'as in standard-four@2', versionOf)
  .option('--map <old=new>', 'where a level is called otherwise; may be given several times', levelName, {})
  .option('--reason <words>', 'why, as it stands sealed in each journey')
  .option('--dry', 'only say what would change for each', false)
  .action(async ({ map, ...options }: Omit<MigrateOptions, 'levels'> & { map: LevelNames }) => {
    const result = await migrate({ ...options, levels: map });
    print(json() ? JSON.stringify(result) : migratedInWords(result));
    if (result.journeys.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
  });

program
  .command('traffic')
  .description('a simulated clinic that sends commands through the API, until Ctrl-C')
  .option('--rate <commands>', 'commands a minute', positive, 20)
  .action(async ({ rate }: { rate: number }) => {
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    await traffic({ rate, signal: stop.signal });
  });

program.parseAsync().catch((error: unknown) => {
  say(error instanceof Error ? error.message : 'It failed for a reason that has no words.');
  process.exitCode = 1;
});
