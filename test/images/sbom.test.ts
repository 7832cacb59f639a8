import { describe, expect, test } from 'vitest'
import { docker, runtimeImage } from '../docker.ts'
import { askPython, installPython, isMissing } from '../plugins/publishers/python.ts'

interface Bill {
  readonly bomFormat: string
  readonly specVersion: string
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } }
  readonly components: readonly {
    readonly name: string
    readonly version: string
    readonly purl?: string
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
  }[]
}

const built = await runtimeImage()
const cyclonedx = await installPython('cyclonedx-python-lib[json-validation]>=11,<12')

describe.skipIf(!built)('the bill of materials', async () => {
  const inside = async (program: string, ...args: string[]) => {
    const { exit, stdout, all } = await docker('run', '--rm', `--entrypoint=${program}`, built!, ...args)
    if (exit !== 0) throw new Error(all)
    return stdout
  }
  const bill: Bill = built ? JSON.parse(await inside('cat', '/opt/byom/sbom.cdx.json')) : undefined
  const of = (kind: string) => bill.components.filter(({ purl }) => purl?.startsWith(`pkg:${kind}/`))
  const named = (parts: Bill['components']) => parts.map(({ name, version }) => `${name} ${version}`).sort()

  test('is of this image', async () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
    const version = await inside('byom', '--version')
    expect(bill.metadata.component).toMatchObject({ name: 'byom', version })
    expect(named(of('generic'))).toEqual([`node ${(await inside('node', '--version')).slice(1)}`])
  })

  test('lists every npm package that lies in the image, with the hash of the lock file', async () => {
    const script = `
      const { globSync, readFileSync } = require('node:fs')
      const found = globSync('/opt/byom/**/node_modules/{*,@*/*}/package.json')
        .map((path) => JSON.parse(readFileSync(path, 'utf8')))
        .map(({ name, version }) => name + ' ' + version)
      console.log(JSON.stringify(found.sort()))`
    const present = JSON.parse(await inside('node', '-e', script))
    expect(present.length).toBeGreaterThan(20)
    expect(named(of('npm'))).toEqual(present)
    const unhashed = of('npm').filter(({ hashes }) => !/^[0-9a-f]{128}$/.test(hashes?.[0]?.content ?? ''))
    expect(named(unhashed)).toEqual([])
  })

  test.skipIf(isMissing(cyclonedx))("fits the format's own schema, strictly", async () => {
    const program = `
import json, sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(sys.stdin.read())
print(json.dumps(None if error is None else str(error)[:2000]))`
    const ask = (value: unknown) => askPython(cyclonedx, program, JSON.stringify(value))
    expect(await ask(bill)).toBe(null)
    expect(await ask({ ...bill, components: [{ ...bill.components[0], type: 'thing' }] })).toContain(
      "'thing'",
    )
  })

  test('lists every Debian package', async () => {
    const status = await inside('cat', '/var/lib/dpkg/status')
    const present = [...status.matchAll(/^Package: (.*)\n(?:.+\n)*?Version: (.*)/gm)]
    expect(named(of('deb'))).toEqual(present.map(([, name, version]) => `${name} ${version}`).sort())
    expect(of('deb').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['tini', 'python3', 'util-linux']),
    )
  })
})
