/** A CronWorkflow of Argo, or a Workflow for one run. Pure. */
import { MonitorError } from '../errors.ts'
import { unixCron } from '../schedule/cron.ts'
import { checkName, claim, container, lateness, podSecurity, volumes } from './kubernetes.ts'
import { argumentsOf, domainName, type Task } from './task.ts'

/** The documents of the manifest. @throws MonitorError CONFIG_INVALID for a schedule with years */
export function argo(task: Task): object[] {
  checkName(task, 52)
  checkTexts(task)
  const apiVersion = 'argoproj.io/v1alpha1'
  const metadata = { name: domainName(task) }
  const workflow =
    task.cron === undefined
      ? { apiVersion, kind: 'Workflow', metadata, spec: workflowSpec(task, argumentsOf(task)) }
      : {
          apiVersion,
          kind: 'CronWorkflow',
          metadata,
          spec: {
            schedules: [unixCron(task.cron)],
            timezone: 'Etc/UTC',
            concurrencyPolicy: 'Forbid',
            startingDeadlineSeconds: lateness,
            workflowSpec: workflowSpec(task, argumentsOf(task, '{{workflow.scheduledTime}}')),
          },
        }
  return [claim(task), workflow]
}

/** Argo has no way to write its own braces. */
function checkTexts({ environment }: Task): void {
  const names = Object.keys(environment).filter((name) => environment[name]!.includes('{{'))
  if (names.length > 0)
    throw new MonitorError(
      'CONFIG_INVALID',
      names.map(
        (name) => `${name} of the request holds {{, which Argo takes for a template: write it otherwise.`,
      ),
    )
}

function workflowSpec(task: Task, args: readonly string[]): object {
  return {
    entrypoint: 'monitor',
    activeDeadlineSeconds: task.maxRuntime,
    automountServiceAccountToken: true,
    securityContext: podSecurity(),
    volumes: volumes(task),
    templates: [
      {
        name: 'monitor',
        // Exit code 2 is a problem of the settings, which stays one.
        retryStrategy: { limit: '2', retryPolicy: 'Always', expression: 'asInt(lastRetry.exitCode) != 2' },
        container: container(task, args),
      },
    ],
  }
}
