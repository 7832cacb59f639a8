/** A CloudFormation template: an EventBridge schedule starts a state machine that runs the processing job. Pure. */
import { MonitorError } from '../errors.ts'
import { argumentsOf, type Mount, type Task } from './task.ts'

/** Characters that the service allows in one argument of a container. */
const longestArgument = 256

/** The template. @throws MonitorError CONFIG_INVALID for paths of this machine, and for texts that the service refuses */
export function stepFunctions(task: Task): object {
  check(task)
  const timed = task.cron !== undefined
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Monitoring schedule ${task.name}`,
    Parameters: {
      ProcessingRoleArn: {
        Type: 'String',
        Description: 'Role of the processing job: reads the inputs, writes the outputs',
      },
    },
    Resources: {
      StateMachineRole: role('states.amazonaws.com', [
        {
          Effect: 'Allow',
          Action: [
            'sagemaker:AddTags',
            'sagemaker:CreateProcessingJob',
            'sagemaker:DescribeProcessingJob',
            'sagemaker:StopProcessingJob',
          ],
          Resource: {
            'Fn::Sub': `arn:\${AWS::Partition}:sagemaker:\${AWS::Region}:\${AWS::AccountId}:processing-job/*`,
          },
        },
        {
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: { Ref: 'ProcessingRoleArn' },
          Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
        },
        {
          Effect: 'Allow',
          Action: ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
          Resource: {
            'Fn::Sub': `arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/StepFunctionsGetEventsForSageMakerProcessingJobsRule`,
          },
        },
      ]),
      StateMachine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: { 'Fn::GetAtt': ['StateMachineRole', 'Arn'] },
          Definition: definition(task),
          DefinitionSubstitutions: { ProcessingRoleArn: { Ref: 'ProcessingRoleArn' } },
        },
      },
      ...(timed
        ? {
            SchedulerRole: role('scheduler.amazonaws.com', [
              { Effect: 'Allow', Action: 'states:StartExecution', Resource: { Ref: 'StateMachine' } },
            ]),
            Schedule: {
              Type: 'AWS::Scheduler::Schedule',
              Properties: {
                Name: task.name,
                ScheduleExpression: task.expression,
                ScheduleExpressionTimezone: 'UTC',
                FlexibleTimeWindow: { Mode: 'OFF' },
                Target: {
                  Arn: { Ref: 'StateMachine' },
                  RoleArn: { 'Fn::GetAtt': ['SchedulerRole', 'Arn'] },
                  Input: '{"scheduledTime": "<aws.scheduler.scheduled-time>"}',
                },
              },
            },
          }
        : {}),
    },
  }
}

function check({ mounts, schedule, name, cron }: Task): void {
  const problems = mounts
    .filter(({ path }) => path !== undefined)
    .map(({ name: mount, uri }) => `request: "${mount}" is ${uri}, and the service needs an s3:// URI.`)
  if (schedule.length > longestArgument)
    problems.push(
      `the schedule is ${schedule.length} characters long as an argument, and the service takes ${longestArgument}: choose shorter names.`,
    )
  if (cron && name.length > 64) problems.push(`name is ${name}, longer than 64 characters.`)
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
}

function role(service: string, statements: readonly object[]): object {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
      },
      Policies: [{ PolicyName: 'run', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    },
  }
}

/** The state machine, in JSONata: the scheduled time of the input goes into name, arguments and output folder. */
function definition(task: Task): object {
  return {
    Comment: `Monitoring schedule ${task.name}`,
    QueryLanguage: 'JSONata',
    StartAt: 'Monitor',
    States: {
      Monitor: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sagemaker:createProcessingJob.sync',
        TimeoutSeconds: task.maxRuntime + 1800,
        Arguments: job(task),
        Retry: [
          {
            ErrorEquals: ['SageMaker.AmazonSageMakerException'],
            IntervalSeconds: 60,
            MaxAttempts: 2,
            BackoffRate: 2,
          },
        ],
        End: true,
      },
    },
  }
}

/** The scheduled time in JSONata; a run that somebody starts without one is of the moment. */
const time = '($exists($states.input.scheduledTime) ? $states.input.scheduledTime : $now())'

function job(task: Task): object {
  const { request, name, image, environment, isolated, maxRuntime, mounts } = task
  const cluster = request.ProcessingResources?.ClusterConfig
  const inputs = request.ProcessingInputs ?? []
  return {
    ProcessingJobName: `{% '${name.slice(0, 40)}-' & $replace($substring(${time}, 0, 16), /[^0-9]/, '') & '-' & $substring($uuid(), 0, 8) %}`,
    AppSpecification: {
      ImageUri: image,
      ContainerArguments: argumentsOf(task, `{% ${time} %}`).filter((each) => each !== '--dated'),
    },
    Environment: environment,
    ...(inputs.length > 0
      ? {
          ProcessingInputs: inputs.map(({ InputName, S3Input }) => ({
            InputName,
            S3Input: {
              S3Uri: S3Input?.S3Uri,
              LocalPath: S3Input?.LocalPath,
              S3DataType: S3Input?.S3DataType ?? 'S3Prefix',
              S3InputMode: S3Input?.S3InputMode ?? 'File',
            },
          })),
        }
      : {}),
    ProcessingOutputConfig: {
      Outputs: mounts.filter(({ isOutput }) => isOutput).map((mount) => output(mount, task)),
    },
    ProcessingResources: {
      ClusterConfig: {
        InstanceCount: 1,
        InstanceType: cluster?.InstanceType ?? 'ml.m5.xlarge',
        VolumeSizeInGB: cluster?.VolumeSizeInGB ?? 30,
      },
    },
    NetworkConfig: { EnableNetworkIsolation: isolated },
    StoppingCondition: { MaxRuntimeInSeconds: maxRuntime },
    RoleArn: `\${ProcessingRoleArn}`,
  }
}

/** Reports go to `<output>/[<endpoint>/]<schedule>/yyyy/mm/dd/hh` of the scheduled time. */
function output({ name, uri, target }: Mount, { schedule, name: scheduleName }: Task): object {
  const { endpoint } = JSON.parse(schedule) as { endpoint?: string }
  const folder = [uri.replace(/\/+$/, ''), ...(endpoint ? [endpoint] : []), scheduleName].join('/')
  const text = folder.replaceAll("'", "\\'")
  return {
    OutputName: name,
    S3Output: {
      S3Uri: `{% '${text}/' & $replace($substring(${time}, 0, 13), /[-T]/, '/') %}`,
      LocalPath: target,
      S3UploadMode: 'EndOfJob',
    },
  }
}
