/** The history of a schedule, as ListMonitoringExecutions answers it, or as a table for a person. Pure. */
import { type MonitoringType, timeText } from './file.ts'
import type { Execution, ExecutionStatus, Memory } from './history.ts'

/** What the list is of. */
export interface Listed {
  readonly name: string
  readonly endpoint: string | undefined
  readonly type: MonitoringType
}

/** Which executions are shown. */
export interface ListFilter {
  readonly status?: ExecutionStatus
  /** At most so many, the latest. */
  readonly most: number
}

/** The chosen executions, latest first. */
export function chosen(executions: readonly Execution[], { status, most }: ListFilter): Execution[] {
  return executions
    .filter((each) => status === undefined || each.status === status)
    .toReversed()
    .slice(0, most)
}

/** The answer of ListMonitoringExecutions; times as the AWS command line prints them. */
export function listAnswer(executions: readonly Execution[], { name, endpoint, type }: Listed): object {
  return {
    MonitoringExecutionSummaries: executions.map((each) => ({
      MonitoringScheduleName: name,
      ScheduledTime: timeText(each.scheduledTime),
      CreationTime: new Date(each.creationTime).toISOString(),
      LastModifiedTime: new Date(each.lastModifiedTime).toISOString(),
      MonitoringExecutionStatus: each.status,
      ...(each.jobName === undefined
        ? {}
        : { ProcessingJobArn: `arn:aws:sagemaker:local:000000000000:processing-job/${each.jobName}` }),
      ...(endpoint === undefined ? {} : { EndpointName: endpoint }),
      ...(each.failureReason === undefined ? {} : { FailureReason: each.failureReason }),
      MonitoringType: type,
    })),
  }
}

/** Messages of containers must not steer the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ')
}

/** Lines for a person. */
export function listTable(executions: readonly Execution[], { gaps }: Memory): string {
  const rows = executions.map((each) => [
    timeText(each.scheduledTime),
    each.status,
    each.startTime === undefined ? '' : `${Math.round((each.lastModifiedTime - each.startTime) / 1000)} s`,
    oneLine(each.failureReason ?? each.exitMessage ?? ''),
  ])
  const head = ['scheduled', 'status', 'took', 'message']
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd()
  const missed = gaps.map(
    ({ first, last, count }) =>
      `not made up for: ${count} scheduled times from ${timeText(first)} to ${timeText(last)}`,
  )
  return `${[head, ...rows].map(line).concat(missed).join('\n')}\n`
}
