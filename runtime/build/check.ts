/** Loads what was staged the way the image will load it: plugins, the options of their parts, and handler scripts. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBaseline } from '../baseline.ts'
import { describe, MonitorError } from '../errors.ts'
import { readScript } from '../handle/script.ts'
import type { Host } from '../host.ts'
import { readJob } from '../job.ts'
import { packageName } from '../plugin-loader.ts'
import { loadRegistry, type Registry } from '../registry.ts'
import { places, type Staged } from './stage.ts'

/**
 * @param work folder for files of the check
 * @param problems gets everything that would stop a job in the image
 * @returns the plugins with their checksums; undefined when they do not load
 */
export async function check(
  staged: Staged,
  work: string,
  { plugins, defaultLoggers }: Pick<Host, 'plugins' | 'defaultLoggers'>,
  problems: string[],
): Promise<Registry['plugins'] | undefined> {
  if (staged.config === undefined) return undefined
  const here = (place: string) => join(staged.root, place)
  const { handlers = {}, plugins: named, ...rest } = staged.config
  const { preprocessScript: _, postprocessScript: __, ...settings } = handlers
  const script = (key: 'preprocessScript' | 'postprocessScript') => {
    const place = handlers[key]
    return staged.handlers.some((handler) => handler.place === place) ? { [key]: here(place!) } : {}
  }
  const config = {
    ...rest,
    // What the base image brings is not on this machine.
    plugins: (named ?? []).flatMap((name) => {
      const place = packageName.test(name) ? `${places.packages}/node_modules/${name}` : name
      return staged.plugins.some((plugin) => plugin.place === place) ? [here(place)] : []
    }),
    handlers: { ...settings, ...script('preprocessScript'), ...script('postprocessScript') },
  }
  const folder = join(work, 'check')
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'byom.json')
  await writeFile(file, JSON.stringify(config))
  try {
    const job = await readJob({
      BYOM_CONFIG: file,
      BYOM_OPT_ML: folder,
      dataset_source: folder,
      dataset_format: '{"csv": {"header": true}}',
      output_path: folder,
    })
    for (const script of [job.preprocess, job.postprocess])
      if (script) await readScript('handlers', script, job.settings.handlers.realm)
    const baseline = await readBaseline({ featureless: true })
    return (await loadRegistry(job, plugins, baseline, { loggers: defaultLoggers })).plugins
  } catch (error) {
    const texts = error instanceof MonitorError ? error.problems : [describe(error)]
    const asInImage = (text: string) => text.replaceAll(staged.root, '').replaceAll(file, places.config)
    problems.push(...texts.map(asInImage))
    return undefined
  }
}
