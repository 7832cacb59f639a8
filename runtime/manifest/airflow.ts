/** A DAG of Apache Airflow 2 or 3 with the Docker provider. Pure. */
import { unixCron } from '../schedule/cron.ts'
import { argumentsOf, type Task } from './task.ts'

/** Python text. @throws MonitorError CONFIG_INVALID for a schedule with years */
export function airflow(task: Task): string {
  const { cron, name, image, environment, mounts, isolated, maxRuntime } = task
  const at = cron && "{{ data_interval_end.strftime('%Y-%m-%dT%H:%M:%SZ') }}"
  return `"""Monitoring schedule ${name}."""

from datetime import datetime, timedelta, timezone

from airflow.providers.docker.operators.docker import DockerOperator
from docker.types import Mount

try:
    from airflow.sdk import DAG
except ImportError:
    from airflow import DAG

with DAG(
    dag_id=${python(name)},
    schedule=${cron ? python(unixCron(cron)) : 'None'},
    start_date=datetime(2020, 1, 1, tzinfo=timezone.utc),
    # Missed times are not made up for; True makes up for all since start_date.
    catchup=False,
    max_active_runs=1,
    tags=["byom"],
) as dag:
    DockerOperator(
        task_id="monitor",
        image=${python(image)},
        command=${list(argumentsOf(task, at).map(python), 8)},
        environment=${dictionary(Object.fromEntries(Object.entries(environment).map(([key, text]) => [key, raw(text)])), 8)},
        mounts=${list(
          mounts.map(
            ({ name: mount, path, target, isOutput }) =>
              `Mount(source=${python(path ?? `/srv/byom/${name}/${mount}`)}, target=${python(target)}, type="bind", read_only=${isOutput ? 'False' : 'True'})`,
          ),
          8,
        )},
        mount_tmp_dir=False,
        network_mode=${isolated ? '"none"' : 'None'},
        auto_remove="success",
        retries=2,
        retry_delay=timedelta(minutes=1),
        execution_timeout=timedelta(seconds=${maxRuntime}),
    )
`
}

/** A text in which the template language finds nothing of its own. */
function raw(text: string): string {
  return text.replaceAll(/\{(?=[{%#])/g, "{{ '{' }}")
}

/** A Python text: JSON's escapes are Python's. */
function python(text: string): string {
  return JSON.stringify(text)
}

function list(items: readonly string[], indent: number): string {
  return items.length === 0
    ? '[]'
    : `[\n${items.map((item) => `${' '.repeat(indent + 4)}${item},\n`).join('')}${' '.repeat(indent)}]`
}

function dictionary(value: Readonly<Record<string, string>>, indent: number): string {
  const items = Object.entries(value).map(
    ([key, text]) => `${' '.repeat(indent + 4)}${python(key)}: ${python(text)},\n`,
  )
  return `{\n${items.join('')}${' '.repeat(indent)}}`
}
