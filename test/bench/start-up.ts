/**
 * The whole churn baseline beside a Node that does nothing, process start to exit: as the image runs it (the build in
 * `dist`), the same as a Node with another V8 would (which refuses the build's code cache), and from the sources, with and
 * without Node's compile cache, in alternation.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { imageFlags } from './image-flags.ts'
import { markdown, megabytes } from './report.ts'
import { median, type Taken, timed } from './timed.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = join(root, 'dist', 'runtime', 'main.js')
const source = join(root, 'runtime', 'main.ts')

/** Medians of wall and processor time and of peak memory, with their ratios to `node -e 0`, in Markdown. */
export async function startUp(rounds: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'byom-start-up-'))
  const cache = { NODE_COMPILE_CACHE: join(folder, 'cache') }
  const variants: Readonly<Record<string, readonly [args: readonly string[], env?: object]>> = {
    'node -e 0': [['-e', '0']],
    dist: [[...imageFlags, built]],
    'dist, its code cache refused': [['--stack-size=985', ...imageFlags, built]],
    sources: [[source]],
    'sources, compile cache': [[source], cache],
  }
  const job = {
    BYOM_OPT_ML: join(folder, 'opt-ml'),
    dataset_source: join(root, 'test', 'golden', 'churn', 'training-dataset-with-header.csv'),
    dataset_format: '{"csv": {"header": true}}',
    output_path: join(folder, 'reports'),
    NODE_COMPILE_CACHE: undefined,
  }
  try {
    const taken = new Map<string, Taken[]>(Object.keys(variants).map((name) => [name, []]))
    // The first round fills caches, and does not count.
    for (let round = 0; round <= rounds; round++)
      for (const [name, [args, env]] of Object.entries(variants)) {
        const figures = await timed([process.execPath, ...args], { ...job, ...env })
        if (round > 0) taken.get(name)!.push(figures)
      }
    const of = (name: string, figure: 'wall' | 'cpu' | 'peak') =>
      median(taken.get(name)!.map((each) => each[figure]))
    const rows = [...taken.keys()].map((name) => [
      name,
      ...(['wall', 'cpu'] as const).flatMap((figure) => [
        `${(of(name, figure) * 1000).toFixed(0)} ms`,
        (of(name, figure) / of('node -e 0', figure)).toFixed(2),
      ]),
      megabytes(of(name, 'peak')),
    ])
    return `the churn baseline, medians of ${rounds}\n\n${markdown(['process', 'wall', '×', 'processor', '×', 'peak memory'], rows)}`
  } finally {
    await rm(folder, { recursive: true })
  }
}
