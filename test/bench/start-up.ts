/**
 * The whole churn baseline beside a Node that does nothing, process start to exit: `node test/bench/start-up.ts [rounds]`.
 *
 * Once as the image runs it (the build in `dist`, made anew) and once from the sources, in alternation. Medians of wall and
 * processor time, and their ratio to `node -e 0`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, type Taken, timed } from './timed.ts'

const rounds = Number(process.argv[2] ?? 11)
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'byom-start-up-'))
const job = {
  BYOM_OPT_ML: join(folder, 'opt-ml'),
  dataset_source: join(root, 'test', 'golden', 'churn', 'training-dataset-with-header.csv'),
  dataset_format: '{"csv": {"header": true}}',
  output_path: join(folder, 'reports'),
}

const variants = {
  'node -e 0': ['-e', '0'],
  'churn baseline, dist': [join(root, 'dist', 'runtime', 'main.js')],
  'churn baseline, sources': [join(root, 'runtime', 'main.ts')],
}

try {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const taken = new Map<string, Taken[]>(Object.keys(variants).map((name) => [name, []]))
  // The first round fills caches, and does not count.
  for (let round = -1; round < rounds; round++)
    for (const [name, args] of Object.entries(variants)) {
      const figures = await timed([process.execPath, ...args], job)
      if (round >= 0) taken.get(name)!.push(figures)
    }
  const of = (name: string, figure: 'wall' | 'cpu' | 'peak') =>
    median(taken.get(name)!.map((each) => each[figure]))
  process.stdout.write(
    `medians of ${rounds} rounds\n\n| process | wall | × | processor | × | peak memory |\n|---|---|---|---|---|---|\n`,
  )
  for (const name of taken.keys()) {
    const cells = (['wall', 'cpu'] as const).flatMap((figure) => [
      `${(of(name, figure) * 1000).toFixed(0)} ms`,
      (of(name, figure) / of('node -e 0', figure)).toFixed(2),
    ])
    process.stdout.write(`| ${[name, ...cells, `${(of(name, 'peak') / 1e6).toFixed(0)} MB`].join(' | ')} |\n`)
  }
} finally {
  await rm(folder, { recursive: true })
}
