/** A workflow of GitHub Actions: inputs from the checkout or from S3, reports as an artifact. Pure. */
import { unixCron } from '../schedule/cron.ts'
import { argumentsOf, type Mount, type Task } from './task.ts'

/** Longest job of a hosted runner, in minutes. */
const longest = 360

/** The document. @throws MonitorError CONFIG_INVALID for a schedule with years */
export function githubActions(task: Task): object {
  const { name, cron, maxRuntime, mounts } = task
  const fetched = mounts.filter(({ isOutput, path }) => !isOutput && path === undefined)
  return {
    name,
    on: {
      ...(cron ? { schedule: [{ cron: unixCron(cron) }] } : {}),
      workflow_dispatch: {
        inputs: {
          at: {
            description: 'Scheduled time, such as 2020-02-20T05:00:00Z (default: the latest)',
            type: 'string',
          },
        },
      },
    },
    permissions: { contents: 'read' },
    concurrency: { group: name, 'cancel-in-progress': false },
    jobs: {
      monitor: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': Math.min(longest, Math.ceil(maxRuntime / 60)),
        steps: [
          { uses: 'actions/checkout@v4' },
          ...fetched.map((mount) => ({
            name: `Fetch ${mount.name}`,
            run: `aws s3 sync --only-show-errors ${quoted(mount.uri)} ${quoted(folderOf(mount))}`,
          })),
          { name: 'Monitor', env: { AT: `\${{ inputs.at }}`, SCHEDULE: task.schedule }, run: script(task) },
          {
            uses: 'actions/upload-artifact@v4',
            if: 'always()',
            with: {
              name: 'reports',
              path: `${mounts
                .filter(({ isOutput }) => isOutput)
                .map(folderOf)
                .join('\n')}\n`,
            },
          },
        ],
      },
    },
  }
}

/** Folder on the runner: a path of the checkout, or one that the inputs were fetched to. */
function folderOf({ name, uri, path, isOutput }: Mount): string {
  if (isOutput) return `byom/outputs/${name}`
  if (path === undefined) return `byom/inputs/${name}`
  return uri.replace(/^file:\/\//i, '')
}

function script(task: Task): string {
  const { environment, mounts, isolated, image } = task
  const parts = [
    'docker run --rm',
    ...(isolated ? ['--network none'] : []),
    ...mounts.map((mount) => {
      const folder = folderOf(mount)
      const source = folder.startsWith('/') ? quoted(folder) : `"$PWD"/${quoted(folder)}`
      return `--volume ${source}:${quoted(mount.target)}${mount.isOutput ? '' : ':ro'}`
    }),
    ...Object.entries(environment).map(([key, value]) => `--env ${quoted(`${key}=${value}`)}`),
    quoted(image),
    // The schedule's text comes from the step's environment.
    `${argumentsOf({ schedule: '"$SCHEDULE"' }).join(' ')} \${AT:+--at "$AT"}`,
  ]
  const outputs = mounts.filter(({ isOutput }) => isOutput).map((mount) => quoted(folderOf(mount)))
  const text = `${outputs.length > 0 ? `mkdir -p ${outputs.join(' ')}\n` : ''}${parts.join(' \\\n  ')}\n`
  // What would begin an expression is the value of one.
  return text.replaceAll('${{', `\${{ '\${{' }}`)
}

/** A word of the shell. */
function quoted(text: string): string {
  return /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
