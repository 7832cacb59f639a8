/** The files around plugin.ts, the same for every kind. */
import type { Template } from './template.ts'

/** Name of the package that holds the plugin. */
export function packageName(name: string): string {
  return `byom-plugin-${name}`
}

/**
 * Texts by file name.
 * @param version of byom that the package is made for
 */
export function packageFiles(name: string, version: string, template: Template): Record<string, string> {
  return {
    // As npm itself writes it.
    'package.json': `${JSON.stringify(manifest(name, version, template), null, 2)}\n`,
    'tsconfig.json': json(typescript),
    'plugin.ts': template.plugin(name),
    'plugin.test.ts': test,
    'byom.json': json({ plugins: ['./plugin.ts'], ...template.config(name) }),
    'README.md': readme(name, version, template),
  }
}

/** A run over the data of `byom demo`, for a shell in the package's folder. */
export function demoRun(name: string): string {
  return `byom demo --out demo-output
export BYOM_CONFIG=$PWD/byom.json BYOM_OPT_ML=$PWD/demo-output/opt-ml/${name}
export dataset_source=$PWD/demo-output/baseline-dataset dataset_format='{"csv": {"header": true}}'
export output_path=$PWD/demo-output/${name}
byom run`
}

function json(value: object): string {
  // Lists of a few texts on one line, as formatters want them.
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(/\[\s+([^[\]{}]+?)\s+\]/g, (_, items: string) => `[${items.replace(/\s*\n\s*/g, ' ')}]`)}\n`
}

const manifest = (name: string, version: string, { description }: Template) => ({
  name: packageName(name),
  version: '0.1.0',
  description,
  keywords: ['byom-plugin'],
  type: 'module',
  engines: { node: '>=24' },
  exports: { '.': { types: './dist/plugin.d.ts', default: './dist/plugin.js' } },
  files: ['dist', '!dist/*.test.*'],
  scripts: { build: 'tsc', test: 'node --test plugin.test.ts', prepack: 'npm run build' },
  peerDependencies: { byom: `^${version}` },
  devDependencies: { '@types/node': '^26.0.0', typescript: '^7.0.0' },
})

const typescript = {
  compilerOptions: {
    target: 'es2024',
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    skipLibCheck: true,
    rootDir: '.',
    outDir: 'dist',
    types: ['node'],
  },
  include: ['*.ts'],
}

const test = `/** One call checks everything that the host relies on. */
import { test } from 'node:test'
import { testPlugin } from 'byom/conformance'
import plugin from './plugin.ts'

testPlugin(plugin, { test })
`

const readme = (name: string, version: string, { description, result }: Template) => `# ${packageName(name)}

${description} A plugin for byom ${version} or a later version of the same major (before 1.0: minor) number.

\`\`\`sh
npm install               # brings byom, TypeScript and the types of Node
npm test                  # the conformance kit
npm run build             # dist/, which the npm package ships
byom check-plugin plugin.ts
\`\`\`

Try it on the data of byom's demo:

\`\`\`sh
${demoRun(name)}
\`\`\`

Afterwards ${result}

\`byom.json\` is the config of such a run: it names \`./plugin.ts\`, and sets the options. Who installs the published
package writes \`"plugins": ["${packageName(name)}"]\` instead.
`
