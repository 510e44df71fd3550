const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const heartbeatMs = 15_000;
/** What was done already, or at once, is not worth a line. */
const noticeableMs = 100;

/**
 * Tells what goes on: on a terminal one live line for each step that is under way, with its elapsed time;
 * in a pipe plain lines, and a sign of life for long steps.
 * @returns `{ step(title, work), line(text), close() }`; `work(say)` may `say` a detail, and its error is the step's
 */
export function createProgress(stream = process.stderr) {
  const active = new Map();
  const live = stream.isTTY && process.env.TERM !== 'dumb';
  let drawn = 0;

  const erase = () => {
    if (drawn > 0) stream.write(`\x1b[${drawn}A\x1b[J`);
    drawn = 0;
  };
  const draw = () => {
    if (!live) return;
    erase();
    const frame = spinner[Math.floor(Date.now() / 100) % spinner.length];
    const width = (stream.columns ?? 80) - 1;
    for (const { title, begun, detail } of active.values()) {
      stream.write(`${`${frame} ${title} ${elapsed(begun)}  ${detail}`.trimEnd().slice(0, width)}\n`);
    }
    drawn = active.size;
  };
  const line = (text) => {
    if (live) erase();
    stream.write(`${text}\n`);
    draw();
  };
  const beat = () => {
    if (live) return draw();
    for (const step of active.values()) {
      if (Date.now() - step.told < heartbeatMs) continue;
      step.told = Date.now();
      line(`  ${step.title}: ${elapsed(step.begun)} so far. ${step.detail}`.trimEnd());
    }
  };
  const timer = setInterval(beat, live ? 100 : 1000);
  timer.unref();

  return {
    line,
    close() {
      clearInterval(timer);
      active.clear();
      if (live) erase();
    },
    async step(title, work) {
      const step = { title, begun: Date.now(), told: Date.now(), detail: '' };
      active.set(step, step);
      try {
        const result = await work((detail) => (step.detail = detail));
        active.delete(step);
        if (Date.now() - step.begun > noticeableMs) line(`${live ? '✔ ' : ''}${title} (${elapsed(step.begun)})`);
        return result;
      } catch (error) {
        active.delete(step);
        line(`${live ? '✖ ' : ''}${title} failed after ${elapsed(step.begun)}`);
        throw error;
      }
    },
  };
}

/** `0.4 s`, `38 s`, `3 min 20 s` since a moment. */
export function elapsed(since) {
  const seconds = (Date.now() - since) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
