/** A CronJob of Kubernetes, or a Job for one run, with the claim that holds inputs and outputs. Pure. */
import { MonitorError } from '../errors.ts'
import { unixCron } from '../schedule/cron.ts'
import { argumentsOf, domainName, type Task } from './task.ts'

/** Seconds that a start may be late, as the service's may. */
export const lateness = 1200

/** User of the process; any works. */
const user = 10001

/** The documents of the manifest. @throws MonitorError CONFIG_INVALID for a schedule with years */
export function kubernetes(task: Task): object[] {
  checkName(task, 52)
  const metadata = { name: domainName(task), labels: labels(task) }
  const spec = jobSpec(task)
  const job =
    task.cron === undefined
      ? { apiVersion: 'batch/v1', kind: 'Job', metadata, spec }
      : {
          apiVersion: 'batch/v1',
          kind: 'CronJob',
          metadata,
          spec: {
            schedule: unixCron(task.cron),
            timeZone: 'Etc/UTC',
            concurrencyPolicy: 'Forbid',
            startingDeadlineSeconds: lateness,
            jobTemplate: { metadata: { labels: labels(task) }, spec },
          },
        }
  return [claim(task), job]
}

/** @throws MonitorError CONFIG_INVALID for a name that is too long for what the target makes of it */
export function checkName({ name }: Task, longest: number): void {
  if (name.length > longest)
    throw new MonitorError(
      'CONFIG_INVALID',
      `name is ${name}: this target allows ${longest} characters, because it adds the time.`,
    )
}

function labels(task: Task): Record<string, string> {
  return { 'app.kubernetes.io/name': 'byom', 'app.kubernetes.io/instance': domainName(task) }
}

/** Name of the claim. */
export function claimName(task: Task): string {
  return `${domainName(task)}-data`
}

/** The volume claim with a folder for each input and output. */
export function claim(task: Task): object {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: claimName(task), labels: labels(task) },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '30Gi' } } },
  }
}

function jobSpec(task: Task): object {
  return {
    // A second and a third try; a problem of the settings (exit code 2) stays one.
    backoffLimit: 2,
    podFailurePolicy: {
      rules: [
        { action: 'FailJob', onExitCodes: { operator: 'In', values: [2] } },
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
      ],
    },
    activeDeadlineSeconds: task.maxRuntime,
    template: {
      metadata: { labels: labels(task) },
      spec: {
        restartPolicy: 'Never',
        automountServiceAccountToken: false,
        securityContext: podSecurity(),
        containers: [container(task, argumentsOf(task))],
        volumes: volumes(task),
      },
    },
  }
}

/** Security settings of a pod: any user but root, the folders of the claim are its group's. */
export function podSecurity(): object {
  return {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    seccompProfile: { type: 'RuntimeDefault' },
  }
}

/** The container: read-only, without capabilities; its exit message is the pod's termination message. */
export function container(task: Task, args: readonly string[]): object {
  return {
    name: 'monitor',
    image: task.image,
    args,
    env: Object.entries(task.environment).map(([name, value]) => ({ name, value })),
    terminationMessagePath: '/opt/ml/output/message',
    terminationMessagePolicy: 'FallbackToLogsOnError',
    securityContext: {
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    },
    resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '4Gi' } },
    volumeMounts: [
      { name: 'scratch', mountPath: '/tmp', subPath: 'tmp' },
      { name: 'scratch', mountPath: '/opt/ml/output', subPath: 'output' },
      ...task.mounts.map(({ name, target, isOutput }) => ({
        name: 'data',
        mountPath: target,
        subPath: folderOf(name, isOutput),
        ...(isOutput ? {} : { readOnly: true }),
      })),
    ],
  }
}

/** The claim, and a scratch folder that ends with the pod. */
export function volumes(task: Task): object[] {
  return [
    { name: 'data', persistentVolumeClaim: { claimName: claimName(task) } },
    { name: 'scratch', emptyDir: {} },
  ]
}

/** Folder of an input or output in the claim. */
export function folderOf(name: string, isOutput: boolean): string {
  return `${isOutput ? 'outputs' : 'inputs'}/${name}`
}
