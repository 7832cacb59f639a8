/**
 * The build's last step: the modules that every job loads become one file, `dist/runtime/start.js`, because finding and
 * opening eighty takes as long as starting Node. Each stays importable under its own name, and stays one module: its file
 * passes on what the bundle exports for it.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Folder of the build. */
const dist = resolve(argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url)))
const folder = join(dist, 'runtime')
const bundle = join(folder, 'start.js')
/** Entries of a process and of its threads, which do something when they are loaded. */
const entries = ['main.js', 'worker.js', 'compute-worker.js'].map((name) => join(folder, name))
/** What jobs load besides: the logger, and the analyzer of every job that asks for nothing else. */
const usual = ['loggers', 'data-quality'].map((name) => join(dist, 'plugins', name, 'plugin.js'))

/** Everything that the usual job loads by static imports. */
async function startModules(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entries[0]!, ...usual],
    absWorkingDir: dist,
    bundle: true,
    splitting: true,
    outdir: dist,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    metafile: true,
    write: false,
  })
  const found = new Set<string>()
  const visit = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    for (const { path: target, kind, external } of metafile.inputs[path]!.imports)
      if (kind === 'import-statement' && !external) visit(target)
  }
  for (const path of [entries[0]!, ...usual]) visit(relative(dist, path))
  return [...found]
    .map((path) => join(dist, path))
    .filter((path) => path.endsWith('.js') && !entries.includes(path))
    .sort()
}

const modules = await startModules()
for (const path of modules)
  if (dirname(path) !== folder && (await readFile(path, 'utf8')).includes('import.meta.url'))
    throw new Error(
      `${path} asks where it lies, which would be another folder in the bundle: load it when it is needed.`,
    )
const exported = new Map<string, string[]>()
for (const path of modules) exported.set(path, Object.keys(await import(pathToFileURL(path).href)).sort())
/** Name of an export in the bundle, where names of all modules meet. */
const nameIn = (path: string, name: string) => `m${modules.indexOf(path)}_${name}`

await build({
  stdin: {
    contents: modules
      .map((path) => {
        const names = exported.get(path)!.map((name) => `${name} as ${nameIn(path, name)}`)
        return `export { ${names.join(', ')} } from ${JSON.stringify(path)}\n`
      })
      .join(''),
    resolveDir: folder,
  },
  absWorkingDir: dist,
  bundle: true,
  outfile: bundle,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  plugins: [
    {
      // What is loaded when it is needed stays outside.
      name: 'lazy',
      setup({ onResolve }) {
        onResolve({ filter: /^\./ }, ({ path, importer, kind }) =>
          kind === 'dynamic-import'
            ? { path: `./${relative(folder, join(dirname(importer), path))}`, external: true }
            : undefined,
        )
      },
    },
  ],
})

/** How a module in that folder names the bundle. */
const bundleFrom = (path: string) => {
  const name = relative(dirname(path), bundle)
  return name.startsWith('.') ? name : `./${name}`
}

for (const path of entries) {
  const text = await readFile(path, 'utf8')
  const direct = text.replace(
    /^import \{([^}]*)\} from '(\.[^']*)';$/gm,
    (line, names: string, from: string) => {
      const target = join(dirname(path), from)
      if (!modules.includes(target)) return line
      const renamed = names
        .split(',')
        .map((part) => part.trim().split(' as '))
        .map(([name, local = name]) => `${nameIn(target, name!)} as ${local}`)
      return `import { ${renamed.join(', ')} } from '${bundleFrom(path)}';`
    },
  )
  await writeFile(path, direct)
}
for (const path of modules) {
  const names = exported.get(path)!.map((name) => `${nameIn(path, name)} as ${name}`)
  await writeFile(path, `export { ${names.join(', ')} } from '${bundleFrom(path)}';\n`)
}
