/** The Docker Engine of the tests: a running one, else Debian's own, installed and started here and stopped at the end. */
import { spawn } from 'node:child_process'
import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { lives, numberIn, shared } from './lock.ts'

const pidFile = join(shared, 'dockerd.pid')
const users = join(shared, 'users')
/** Set by the global setup: the process whose end is the end of the test run. */
const run = Number(process.env['BYOM_TEST_RUN'] ?? process.pid)

/** Waits at most this long for the engine's first answer, in milliseconds. */
const patience = 90_000

/** True when the engine answers. */
export async function answers(): Promise<boolean> {
  const { exitCode } = await execa({ reject: false, timeout: 20_000 })`docker version`
  return exitCode === 0
}

/** Makes sure that an engine runs. Returns why there is none, or undefined when there is one. */
export async function startEngine(): Promise<string | undefined> {
  if (!(await answers())) {
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      return 'no Docker Engine answers, and only root on Linux can start one'
    try {
      await install()
      await daemon()
    } catch (error) {
      return error instanceof Error ? error.message.slice(0, 2000) : String(error)
    }
  }
  const ours = await numberIn(pidFile)
  if (ours === undefined || !lives(ours)) return undefined
  await mkdir(users, { recursive: true })
  await writeFile(join(users, String(run)), '')
  return undefined
}

/** Installs packages of the machine's own Debian mirrors, waiting for other package managers to end. */
export async function aptInstall(...names: readonly string[]): Promise<void> {
  const apt = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'APT::Acquire::Retries=3']
  const env = { DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'l' }
  await execa({ env })`apt-get ${apt} update`
  await execa({ env })`apt-get ${apt} install --yes ${names}`
}

async function install(): Promise<void> {
  const { exitCode } = await execa({ reject: false })`dockerd --version`
  if (exitCode !== 0) await aptInstall('docker.io')
  const client = await execa({ reject: false })`docker --version`
  // Newer releases of Debian ship the client as a package of its own.
  if (client.exitCode !== 0) await aptInstall('docker-cli')
}

async function daemon(): Promise<void> {
  const log = await open(join(shared, 'dockerd.log'), 'w')
  const started = spawn('dockerd', { detached: true, stdio: ['ignore', log.fd, log.fd] })
  await log.close()
  started.unref()
  await writeFile(pidFile, String(started.pid))
  for (let waited = 0; waited < patience; waited += 250) {
    if (started.exitCode !== null) break
    if (await answers()) return
    await sleep(250)
  }
  const { stdout } = await execa`tail -n 20 ${join(shared, 'dockerd.log')}`
  throw new Error(`dockerd was started and does not answer; the end of its log:\n${stdout}`)
}

/** Ends this test run's use of the engine, and the engine itself when it was started by a test run and nobody uses it. */
export async function leaveEngine(): Promise<void> {
  const pid = await numberIn(pidFile)
  if (pid === undefined) return
  await rm(join(users, String(run)), { force: true })
  for (const user of await readdir(users).catch(() => [])) {
    if (lives(Number(user))) return
    await rm(join(users, user), { force: true })
  }
  if (!lives(pid)) return rm(pidFile, { force: true })
  process.kill(pid, 'SIGTERM')
  for (let waited = 0; waited < 20_000 && lives(pid); waited += 250) await sleep(250)
  await rm(pidFile, { force: true })
}
