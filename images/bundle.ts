/**
 * The build's last step: the modules that every job loads become one script, `dist/runtime/start.cjs`, because finding and
 * opening eighty takes as long as starting Node. `start.js` beside it runs the script with V8's code cache and exports what
 * is in it. Each module stays importable under its own name, and stays one module: its file passes on what the bundle exports
 * for it. The code cache is made at the end (code-cache.ts).
 */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { makeCodeCache } from './code-cache.ts'

/** Folder of the build. */
const dist = resolve(argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url)))
const folder = join(dist, 'runtime')
const bundle = join(folder, 'start.js')
const script = join(folder, 'start.cjs')
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
/** Names that a module exports, without those whose values change: the bundle's exports are those of its start. */
async function namesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8')
  const changing = new Set([...text.matchAll(/^export (?:let|var) (\w+)/gm)].map(([, name]) => name))
  const names = Object.keys(await import(pathToFileURL(path).href))
  return names.filter((name) => !changing.has(name)).sort()
}

const exported = new Map<string, string[]>()
for (const path of modules) exported.set(path, await namesOf(path))
/** Name of an export in the bundle, where names of all modules meet. */
const nameIn = (path: string, name: string) => `m${modules.indexOf(path)}_${name}`
const namesIn = (path: string) => exported.get(path)!.map((name) => nameIn(path, name))

await build({
  stdin: {
    // One object: as exports of a module each name would come with a function that gets it.
    contents: `${modules
      .map((path) => {
        const names = exported.get(path)!.map((name) => `${name} as ${nameIn(path, name)}`)
        return `import { ${names.join(', ')} } from ${JSON.stringify(path)}\n`
      })
      .join('')}provide({ ${modules.flatMap(namesIn).join(', ')} })`,
    resolveDir: folder,
  },
  absWorkingDir: dist,
  bundle: true,
  outfile: script,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  packages: 'external',
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: '(function (provide, require, load, bundleUrl) {' },
  footer: { js: '})' },
  plugins: [
    {
      // What is loaded when it is needed stays outside, but for the plugins of every job.
      name: 'lazy',
      setup({ onResolve }) {
        onResolve({ filter: /^\./ }, ({ path, importer, kind }) => {
          const target = join(dirname(importer), path)
          return kind === 'dynamic-import' && !modules.includes(target)
            ? { path: `./${relative(folder, target)}`, external: true }
            : undefined
        })
      },
    },
  ],
})

// A script may not import by itself: it asks who runs it.
await writeFile(script, (await readFile(script, 'latin1')).replaceAll(/\bimport\(/g, 'load('), 'latin1')

// Node's own modules are asked for one by one: as imports they would come with a list of all their exports.
await writeFile(
  bundle,
  `const { readFileSync } = process.getBuiltinModule('node:fs')
const { Script } = process.getBuiltinModule('node:vm')
const { createRequire } = process.getBuiltinModule('node:module')

const path = new URL('start.cjs', import.meta.url)
let cachedData
try {
  cachedData = readFileSync(new URL('start.cache', path))
} catch {}
// A cache of another V8 is refused, and the script compiled.
export const script = new Script(readFileSync(path, 'latin1'), {
  filename: process.getBuiltinModule('node:url').fileURLToPath(path),
  cachedData,
})
let bundle
const provide = (exported) => { bundle = exported }
const load = (specifier) => import(specifier)
script.runInThisContext()(provide, createRequire(import.meta.url), load, import.meta.url)
export default bundle
`,
)

/** How a module in that folder names the bundle. */
const bundleFrom = (path: string) => {
  const name = relative(dirname(path), bundle)
  return name.startsWith('.') ? name : `./${name}`
}

/** An import of one of Node's own modules, without the list of all its exports. */
function asked(_: string, names: string, module: string): string {
  return `const {${names.replaceAll(' as ', ': ')}} = process.getBuiltinModule('${module}');`
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
        .map(([name, local = name]) => `${nameIn(target, name!)}: ${local}`)
      return `const { ${renamed.join(', ')} } = bundle;`
    },
  )
  const [start = ''] = /^#!.*\n/.exec(direct) ?? []
  await writeFile(
    path,
    `${start}import bundle from '${bundleFrom(path)}';\n${direct.slice(start.length)}`.replace(
      /^import \{([^}]*)\} from '(node:[^']*)';$/gm,
      asked,
    ),
  )
}
for (const path of modules) {
  const names = exported.get(path)!.map((name) => `${nameIn(path, name)} as ${name}`)
  await writeFile(
    path,
    `import bundle from '${bundleFrom(path)}';\nconst { ${namesIn(path).join(', ')} } = bundle;\nexport { ${names.join(', ')} };\n`,
  )
}

await makeCodeCache(dist)
