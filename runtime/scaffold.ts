/** `byom init`: writes the package of a new plugin or handler, which passes every check as it is. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, MonitorError } from './errors.ts'
import type { BuiltIn } from './plugin-loader.ts'
import { analyzer } from './scaffold/analyzer.ts'
import { handlerDemoRun, handlerFiles, handlerPackageName, handlerResult } from './scaffold/handler.ts'
import { logger } from './scaffold/logger.ts'
import { demoRun, packageFiles, packageName } from './scaffold/package.ts'
import { publisher } from './scaffold/publisher.ts'
import { sampler } from './scaffold/sampler.ts'

/** By the word that `byom init` takes. */
const templates = { analyzer, sampler, logger, publisher } as const

/** A kind of plugin that `byom init` knows. */
export type ScaffoldKind = keyof typeof templates

/** The kinds of plugins, in the order of the help. */
export const scaffoldKinds = Object.keys(templates) as readonly ScaffoldKind[]

/** npm takes 214 characters; nobody needs half of them. */
const longestName = 80

/** What the command line hands in. */
export interface Scaffold {
  /** One of {@link scaffoldKinds}, or `handler`. */
  readonly kind: string
  /** Name of the plugin and its part, or of the handler; the package is byom-plugin-NAME, or byom-handler-NAME. */
  readonly name: string
  /** Folder that the package's folder is made in. */
  readonly out: string
  /** Version of byom. */
  readonly version: string
}

/**
 * Writes the package's folder. Never overwrites anything.
 * @returns text that says what to do next
 * @throws MonitorError CONFIG_INVALID for an unknown kind, a name that cannot be used, and a folder that exists or cannot be made
 */
export async function scaffold(
  { kind, name, out, version }: Scaffold,
  builtIn: Readonly<Record<string, BuiltIn>>,
): Promise<string> {
  const made = packageOf(kind, name, version)
  if (made === undefined)
    throw new MonitorError(
      'CONFIG_INVALID',
      `KIND is ${JSON.stringify(kind)}: it must be one of ${[...scaffoldKinds, 'handler'].join(', ')}.`,
    )
  const problem = nameProblem(name) ?? (isKind(kind) ? await takenBy(kind, name, builtIn) : undefined)
  if (problem) throw new MonitorError('CONFIG_INVALID', problem)
  const folder = resolve(out, made.folder)
  try {
    await mkdir(resolve(out), { recursive: true })
    await mkdir(folder)
    for (const [file, text] of Object.entries(made.files))
      await writeFile(join(folder, file), text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new MonitorError(
        'CONFIG_INVALID',
        `${folder} exists already, and nothing is overwritten: choose another name or --out folder.`,
      )
    throw new MonitorError('CONFIG_INVALID', `${folder} cannot be written: ${describe(error)}.`)
  }
  return nextSteps(folder, made)
}

/** What is written, and what a person does with it. */
interface Made {
  readonly folder: string
  readonly files: Readonly<Record<string, string>>
  readonly check: string
  readonly demo: string
  readonly result: string
}

function packageOf(kind: string, name: string, version: string): Made | undefined {
  if (kind === 'handler')
    return {
      folder: handlerPackageName(name),
      files: handlerFiles(name, version),
      check: 'byom try-handler preprocess.ts records.jsonl',
      demo: handlerDemoRun(name),
      result: handlerResult,
    }
  if (!isKind(kind)) return undefined
  return {
    folder: packageName(name),
    files: packageFiles(name, version, templates[kind]),
    check: 'byom check-plugin plugin.ts',
    demo: demoRun(name),
    result: templates[kind].result,
  }
}

function isKind(kind: string): kind is ScaffoldKind {
  return Object.hasOwn(templates, kind)
}

function nameProblem(name: string): string | undefined {
  if (name.startsWith('byom-plugin-'))
    return `NAME is ${name}: leave out byom-plugin-, which becomes part of the package's name anyway.`
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `NAME is ${JSON.stringify(name)}: it must be lower-case words joined by hyphens, like word-count.`
  if (name.length > longestName)
    return `NAME has ${name.length} characters; ${longestName} are the most that fit everywhere.`
  return undefined
}

/** A run finds parts by name, so one that byom has itself could never be used. */
async function takenBy(
  kind: ScaffoldKind,
  name: string,
  builtIn: Readonly<Record<string, BuiltIn>>,
): Promise<string | undefined> {
  const parts = `${kind}s` as const
  for (const plugin of Object.values(builtIn)) {
    if (!plugin.parts.includes(parts)) continue
    const own = (await plugin.load()).default[parts] ?? []
    if (own.some((part) => part.name === name))
      return `NAME is ${name}: byom has ${kind === 'analyzer' ? 'an' : 'a'} ${kind} of that name; choose another.`
  }
  return undefined
}

function nextSteps(folder: string, { check, demo, result }: Made): string {
  return `${folder} is written. Next:

cd ${/^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}
npm install
npm test
${check}

Over the data of the demo:

${demo}

Afterwards ${result}
`
}
