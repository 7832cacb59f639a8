/** Where a JavaScript handler's code is evaluated, inside the jail. A convenience, not the wall: escapes from it end at the jail. */
import { createRequire } from 'node:module'
import { Script } from 'node:vm'

/** Evaluates code; strings and numbers are the only values that cross. */
export interface Realm {
  /**
   * @param milliseconds after which a run is interrupted
   * @throws what the code throws; {@link isTimeout} tells an interruption
   */
  run(code: string, file: string, milliseconds: number): unknown
  /** Defines a global with a text. */
  set(name: string, text: string): void
}

/** The realms by the name that the config uses. */
export const realms: Readonly<Record<'vm2' | 'node', () => Promise<Realm>>> = {
  vm2: vm2Realm,
  node: nodeRealm,
}

/** True for the error of a run that was interrupted. */
export function isTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

/** A global object of its own, without Node's modules. */
async function vm2Realm(): Promise<Realm> {
  const { VM, VMScript } = await import('vm2')
  // Libraries in a bundle may define async functions; that none is waited for is the driver's business.
  const vm = new VM({ allowAsync: true, eval: false, wasm: false })
  const compiled = new Map<string, InstanceType<typeof VMScript>>()
  return {
    run(code, file, milliseconds) {
      const script = compiled.get(code) ?? new VMScript(code, { filename: file })
      // The driver's own calls, which are few and come with every batch.
      if (code.length < 100) compiled.set(code, script)
      vm.timeout = milliseconds
      return vm.run(script)
    },
    set: (name, text) => void vm.setGlobal(name, text),
  }
}

/** Node's own globals, with require and process: for scripts that need Node's modules. The jail alone confines it. */
async function nodeRealm(): Promise<Realm> {
  const globals = globalThis as Record<string, unknown>
  globals['require'] = createRequire('/')
  return {
    run: (code, file, milliseconds) =>
      new Script(code, { filename: file }).runInThisContext({ timeout: milliseconds }),
    set(name, text) {
      globals[name] = text
    },
  }
}
