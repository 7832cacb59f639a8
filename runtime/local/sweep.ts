/** Removes what a process that died without a chance to clean up has left in the engine. */
import type Docker from 'dockerode'
import { ownerLabel } from './run.ts'

/**
 * @param isGone true for an owner label whose process on this machine has ended
 * @returns how many containers were removed
 */
export async function sweep(engine: Docker, isGone: (owner: string) => boolean): Promise<number> {
  const filters = { label: [ownerLabel] }
  const gone = ({ Labels }: { Labels?: Readonly<Record<string, string>> | null }) => {
    const owner = Labels?.[ownerLabel]
    return owner !== undefined && isGone(owner)
  }
  const containers = (await engine.listContainers({ all: true, filters })).filter(gone)
  for (const { Id } of containers)
    await engine
      .getContainer(Id)
      .remove({ force: true, v: true })
      .catch(() => {})
  const { Volumes } = await engine.listVolumes({ filters: JSON.stringify(filters) as never })
  for (const volume of (Volumes ?? []).filter(gone))
    await engine
      .getVolume(volume.Name)
      .remove()
      .catch(() => {})
  for (const network of (await engine.listNetworks({ filters })).filter(gone))
    await engine
      .getNetwork(network.Id)
      .remove()
      .catch(() => {})
  return containers.length
}
