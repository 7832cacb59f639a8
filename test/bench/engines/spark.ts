/** Spark on this machine, with Deequ's jar. */
import { access, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'

const version = '2.0.7-spark-3.5'

/** Path of the jar, fetched by Maven once per machine. */
async function deequJar(): Promise<string> {
  const folder = join(tmpdir(), `byom-cache-deequ-${version}`)
  const jar = join(folder, `deequ-${version}.jar`)
  const exists = await access(jar).then(
    () => true,
    () => false,
  )
  if (exists) return jar
  const draft = await mkdtemp(`${folder}-`)
  try {
    await execa({
      timeout: 300_000,
      cwd: draft,
    })`mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact=com.amazon.deequ:deequ:${version} -DoutputDirectory=${draft}`
    await rename(draft, folder).catch(() => access(jar))
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return jar
}

/**
 * Command that runs a Python script on Spark. It is Spark's own launcher, so that the process that is measured is the one
 * that computes.
 */
export async function sparkSubmit(python: string, threads: number): Promise<readonly string[]> {
  const { stdout: home } = await execa`${python} -c ${'import pyspark; print(pyspark.__path__[0])'}`
  const options = {
    'spark.ui.enabled': 'false',
    'spark.log.level': 'ERROR',
    'spark.sql.shuffle.partitions': String(2 * threads),
  }
  return [
    join(home, 'bin', 'spark-submit'),
    ...['--master', `local[${threads}]`, '--driver-memory', '8g', '--jars', await deequJar()],
    ...Object.entries(options).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
  ]
}
