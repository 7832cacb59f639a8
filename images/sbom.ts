/**
 * Writes the bill of materials of the image (CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/) to standard output:
 * Debian's packages, Node, and the npm packages that are in the image, with the hashes of the lock file. It holds no time
 * and no serial number, so that the same image has the same bill.
 *
 *     node images/sbom.ts /opt/byom
 *
 * Runs inside the build, in the folder with package-lock.json. Argument: the folder whose node_modules are shipped.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One part of the image, in the words of the format. */
interface Component {
  readonly type: 'application' | 'library' | 'operating-system'
  readonly name: string
  readonly version: string
  readonly purl?: string
  readonly licenses?: readonly { readonly expression: string }[]
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
}

interface LockedPackage {
  readonly version: string
  readonly license?: string
  readonly integrity?: string
}

function npmPackages(shipped: string): Component[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  return Object.entries(packages)
    .filter(([place]) => place !== '' && existsSync(join(shipped, place, 'package.json')))
    .map(([place, { version, license, integrity }]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return {
        type: 'library',
        name,
        version,
        purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
        ...(license ? { licenses: [{ expression: license }] } : {}),
        ...(integrity ? { hashes: [hash(integrity)] } : {}),
      }
    })
}

/** The lock's form, `sha512-<base64>`, as the bill's. */
function hash(integrity: string): { alg: string; content: string } {
  const [, bits, content] = /^sha(\d+)-(\S+)/.exec(integrity)!
  return { alg: `SHA-${bits}`, content: Buffer.from(content!, 'base64').toString('hex') }
}

function debianPackages(release: string): Component[] {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the fields of dpkg-query are written so
  const format = '${Package} ${Version} ${Architecture}\n'
  return execFileSync('dpkg-query', ['--show', `--showformat=${format}`], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [name, version, architecture] = line.split(' ') as [string, string, string]
      const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}&distro=debian-${release}`
      return { type: 'library', name, version, purl }
    })
}

const [shipped = '/opt/byom'] = process.argv.slice(2)
const { name, version, license } = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8'))
const release = /^VERSION_ID="?(\d+)/m.exec(readFileSync('/etc/os-release', 'utf8'))![1]!
const node = process.version.slice(1)
const components: Component[] = [
  { type: 'operating-system', name: 'debian', version: release },
  ...debianPackages(release),
  { type: 'application', name: 'node', version: node, purl: `pkg:generic/node@${node}` },
  ...npmPackages(shipped),
]
const bill = {
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    component: {
      type: 'application',
      name,
      version,
      purl: `pkg:npm/${name}@${version}`,
      licenses: [{ expression: license }],
    },
  },
  components,
}
process.stdout.write(`${JSON.stringify(bill, null, 1)}\n`)
