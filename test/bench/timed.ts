/** Whole processes on the clock: wall time, processor time and peak memory, as the kernel counts them. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** What one process took. */
export interface Taken {
  /** Seconds from start to exit. */
  readonly wall: number
  /** Seconds of processor time, of the process and all its children. */
  readonly cpu: number
  /** Bytes of its largest resident set. */
  readonly peak: number
  /** What it wrote to standard output. */
  readonly output: string
}

/** `wait4` gives the figures of this child alone; Node has none of children. */
const launcher = `
import json, os, sys, time
start = time.perf_counter()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - start
figures = dict(wall=wall, cpu=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss * 1024, exit=os.waitstatus_to_exitcode(status))
sys.stderr.write("\\n" + json.dumps(figures))
`

/**
 * Runs a command to its end.
 * @param command absolute path of the program, and its arguments
 * @throws Error with the end of what it wrote, when it does not exit with 0
 */
export async function timed(
  command: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Taken> {
  const { stdout, stderr } = await execute('python3', ['-c', launcher, ...command], {
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  })
  const at = stderr.lastIndexOf('\n')
  const { exit, ...figures } = JSON.parse(stderr.slice(at + 1))
  if (exit !== 0)
    throw new Error(
      `${command.join(' ').slice(0, 300)} ended with ${exit}: ${`${stdout}${stderr.slice(0, at)}`.slice(-2000)}`,
    )
  return { ...figures, output: stdout }
}

/** The middle of a list; of an even one the lower. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1]!
}
