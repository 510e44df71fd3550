import { Listr, ListrLogger, PRESET_TIMER as timer, ProcessOutput } from 'listr2';

const pipeIntervalMs = 2_000;

/**
 * Long work with progress on standard error: a live line with elapsed time on a terminal, plain lines in a pipe.
 * `say` may be called as often as one likes.
 */
export async function withProgress<T>(title: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T> {
  const live = process.stderr.isTTY;
  const processOutput = new ProcessOutput(process.stderr, process.stderr);
  const results: T[] = [];
  let saidAt = 0;
  const tasks = new Listr(
    [
      {
        title,
        task: async (_, task) => {
          const say = (detail: string) => {
            if (!live && Date.now() - saidAt < pipeIntervalMs) return;
            saidAt = Date.now();
            task.output = detail;
          };
          results.push(await work(say));
        },
      },
    ],
    live
      ? { renderer: 'default', rendererOptions: { logger: new ListrLogger({ processOutput }), timer } }
      : { renderer: 'simple', rendererOptions: { logger: new ListrLogger({ processOutput }), timer } },
  );
  await tasks.run();
  const [result] = results;
  if (result === undefined) throw new Error(`${title} gave no result`);
  return result;
}
