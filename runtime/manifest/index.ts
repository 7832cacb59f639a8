/** `byom schedule manifest`: a schedule as the file of another scheduler. */
import { MonitorError } from '../errors.ts'
import type { MonitoringSchedule } from '../schedule/file.ts'
import { airflow } from './airflow.ts'
import { argo } from './argo.ts'
import { compose } from './compose.ts'
import { githubActions } from './github-actions.ts'
import { folderOf, kubernetes } from './kubernetes.ts'
import { stepFunctions } from './step-functions.ts'
import { readTask, type Task } from './task.ts'

type Yaml = (value: object) => string

interface Target {
  /** How the file is used, as lines of comment. */
  readonly use: (task: Task) => readonly string[]
  readonly text: (task: Task, yaml: Yaml) => string
}

const documents = (make: (task: Task) => object[]) => (task: Task, yaml: Yaml) =>
  make(task).map(yaml).join('---\n')

const inClaim = ({ mounts }: Task) =>
  mounts.map(
    ({ name, uri, isOutput }) =>
      `  ${folderOf(name, isOutput)} ${isOutput ? 'reports, by schedule and hour' : `what ${uri} holds`}`,
  )

/** The schedulers that manifests are written for. */
export const targets: Readonly<Record<string, Target>> = {
  kubernetes: {
    use: (task) => ['kubectl apply -f FILE. The claim holds:', ...inClaim(task)],
    text: documents(kubernetes),
  },
  airflow: {
    use: ({ mounts, name }) => [
      'Put it into the DAG folder; needs apache-airflow-providers-docker. Paths are of the machine with the Docker engine.',
      ...(mounts.some(({ path }) => path === undefined)
        ? [
            `What the request has in S3 is looked for below /srv/byom/${name}/: change the sources, or copy it there.`,
          ]
        : []),
    ],
    text: airflow,
  },
  argo: {
    use: (task) => ['kubectl apply -f FILE. The claim holds:', ...inClaim(task)],
    text: documents(argo),
  },
  'step-functions': {
    use: () => ['aws cloudformation deploy --capabilities CAPABILITY_IAM --template-file FILE …'],
    text: (task, yaml) => yaml(stepFunctions(task)),
  },
  'github-actions': {
    use: ({ mounts }) => [
      'Put it into .github/workflows.',
      ...(mounts.some(({ isOutput, path }) => !isOutput && path === undefined)
        ? [
            'Before the first step that fetches from S3 add one that signs in (aws-actions/configure-aws-credentials).',
          ]
        : []),
    ],
    text: (task, yaml) => yaml(githubActions(task)),
  },
  'docker-compose': {
    use: ({ expression }) => [
      'One run: docker compose -f FILE run --rm monitor',
      `Compose has no timer: let cron or a systemd timer start that line at ${expression} (UTC).`,
    ],
    text: (task, yaml) => yaml(compose(task)),
  },
}

/**
 * Text of the manifest, with a comment that says how it is used.
 * @param target a name of {@link targets}
 * @param base folder that relative paths of the request belong to
 * @throws MonitorError CONFIG_INVALID
 */
export async function manifestText(
  target: string,
  schedule: MonitoringSchedule,
  request: unknown,
  base: string,
): Promise<string> {
  if (!Object.hasOwn(targets, target))
    throw new MonitorError(
      'CONFIG_INVALID',
      `there are no manifests for ${target}: choose one of ${Object.keys(targets).join(', ')}.`,
    )
  const { use, text } = targets[target]!
  const task = readTask(schedule, request, base)
  const head = [`Schedule ${schedule.name}, written by byom schedule manifest ${target}.`, ...use(task)]
  return `${head.map((line) => `# ${line}\n`).join('')}${text(task, await load())}`
}

async function load(): Promise<Yaml> {
  try {
    const { stringify } = await import('yaml')
    // Many readers still take no, on and off for booleans: they are quoted.
    return (value) => stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })
  } catch (error) {
    throw new MonitorError(
      'CONFIG_INVALID',
      'byom schedule manifest needs the package yaml, which byom does not bring along: npm install yaml.',
      { cause: error },
    )
  }
}
