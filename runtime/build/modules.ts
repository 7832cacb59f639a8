/** What a module of the user's consists of: its own files, and the packages that these import. */
import { builtinModules } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { describe } from '../errors.ts'

/** The files of a module. */
export interface ModuleFiles {
  /** Absolute paths, the module first. */
  readonly files: readonly string[]
  /** Names of npm packages, without those of Node and of the runtime. */
  readonly packages: readonly string[]
  /** True when every file that imports or exports does so as an ES module. */
  readonly isEsm: boolean
}

/**
 * Follows the imports of a module through the files that belong to it.
 * @param module absolute path of a JavaScript or TypeScript file
 * @throws Error with a line for each import that leads nowhere
 */
export async function moduleFiles(module: string): Promise<ModuleFiles> {
  const { build } = await import('esbuild')
  const folder = dirname(module)
  const { metafile } = await build({
    entryPoints: [module],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    tsconfigRaw: {},
    logLevel: 'silent',
  }).catch((error: { errors?: { text: string; location?: { file: string; line: number } | null }[] }) => {
    const lines = (error.errors ?? []).map(
      ({ text, location }) => `${location ? `${location.file}, line ${location.line}: ` : ''}${text}`,
    )
    throw new Error(lines.length > 0 ? lines.join('; ') : describe(error), { cause: error })
  })
  const files = Object.keys(metafile.inputs).map((path) => join(folder, path))
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports)
  const packages = imports.filter(({ external }) => external).map(({ path }) => packageOf(path))
  return {
    files: [module, ...files.filter((path) => path !== module).sort()],
    packages: [...new Set(packages.filter((name) => name !== undefined))].sort(),
    isEsm: Object.values(metafile.inputs).every(({ format }) => format !== 'cjs'),
  }
}

/** The package that an import names; undefined for Node's own modules and the runtime. */
function packageOf(specifier: string): string | undefined {
  const [first, second] = specifier.split('/')
  if (first === undefined || specifier.startsWith('node:') || builtinModules.includes(specifier))
    return undefined
  const name = first.startsWith('@') ? `${first}/${second}` : first
  return name === 'byom' || specifier.startsWith('.') || specifier.startsWith('/') ? undefined : name
}

/** The deepest folder that holds all of the files. */
export function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0]!)
  while (files.some((file) => relative(folder, file).startsWith(`..${sep}`))) folder = dirname(folder)
  return folder
}
