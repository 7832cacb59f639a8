/** A compose file: `docker compose run --rm monitor` is one run; a timer of the machine starts it. Pure. */
import { argumentsOf, type Task } from './task.ts'

/** The document. */
export function compose(task: Task): object {
  const { image, environment, mounts, isolated, name } = task
  return {
    services: {
      monitor: {
        image: literal(image),
        command: argumentsOf(task).map(literal),
        environment: Object.fromEntries(
          Object.entries(environment).map(([key, value]) => [key, literal(value)]),
        ),
        volumes: mounts.map(({ name: mount, path, target, isOutput }) => ({
          type: 'bind',
          source: literal(path ?? `./${name}/${mount}`),
          target: literal(target),
          ...(isOutput ? {} : { read_only: true }),
        })),
        ...(isolated ? { network_mode: 'none' } : {}),
        read_only: true,
        tmpfs: ['/tmp', '/opt/ml/output'],
        security_opt: ['no-new-privileges:true'],
        restart: 'no',
        stop_grace_period: '2m',
      },
    },
  }
}

/** A text in which a dollar sign is one. */
function literal(text: string): string {
  return text.replaceAll('$', '$$$$')
}
