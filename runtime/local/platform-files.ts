/** The two files that the service puts below /opt/ml/config. Pure. */
import type { LocalJob } from './request.ts'

/** Text of processingjobconfig.json, with every key that the service writes. */
export function processingJobConfig(job: LocalJob): string {
  const { request } = job
  const cluster = request.ProcessingResources?.ClusterConfig
  const network = request.NetworkConfig
  return text({
    ProcessingJobArn: `arn:aws:sagemaker:local:000000000000:processing-job/${job.name}`,
    ProcessingJobName: job.name,
    Environment: job.environment,
    AppSpecification: {
      ImageUri: job.image,
      ContainerEntrypoint: job.entrypoint ?? null,
      ContainerArguments: job.arguments ?? null,
    },
    ProcessingInputs: (request.ProcessingInputs ?? []).map(({ InputName, AppManaged, S3Input }) => ({
      InputName,
      AppManaged: AppManaged ?? false,
      S3Input: S3Input && {
        LocalPath: S3Input.LocalPath,
        S3Uri: S3Input.S3Uri,
        S3DataDistributionType: S3Input.S3DataDistributionType ?? 'FullyReplicated',
        S3DataType: S3Input.S3DataType ?? 'S3Prefix',
        S3InputMode: S3Input.S3InputMode ?? 'File',
        S3CompressionType: S3Input.S3CompressionType ?? 'None',
        S3DownloadMode: S3Input.S3DownloadMode ?? 'StartOfJob',
      },
      DatasetDefinitionInput: null,
    })),
    ProcessingOutputConfig: {
      Outputs: (request.ProcessingOutputConfig?.Outputs ?? []).map(
        ({ OutputName, AppManaged, S3Output }) => ({
          OutputName,
          AppManaged: AppManaged ?? false,
          S3Output: S3Output && {
            LocalPath: S3Output.LocalPath,
            S3Uri: S3Output.S3Uri,
            S3UploadMode: S3Output.S3UploadMode ?? 'EndOfJob',
          },
          FeatureStoreOutput: null,
        }),
      ),
      KmsKeyId: null,
    },
    ProcessingResources: {
      ClusterConfig: {
        InstanceCount: job.hosts.length,
        InstanceType: cluster?.InstanceType ?? instanceType,
        VolumeSizeInGB: cluster?.VolumeSizeInGB ?? 30,
        VolumeKmsKeyId: null,
      },
    },
    NetworkConfig: {
      VpcConfig: network?.VpcConfig ?? null,
      EnableNetworkIsolation: job.isolated,
      EnableInterContainerTrafficEncryption: network?.EnableInterContainerTrafficEncryption ?? false,
    },
    RoleArn: request.RoleArn ?? '<no_role>',
    StoppingCondition: { MaxRuntimeInSeconds: job.maxRuntime },
  })
}

const instanceType = 'local'

/** Text of resourceconfig.json for one host. */
export function resourceConfig(job: LocalJob, host: string): string {
  const type = job.request.ProcessingResources?.ClusterConfig.InstanceType ?? instanceType
  return text({
    current_host: host,
    current_instance_type: type,
    current_group_name: 'homogeneousCluster',
    hosts: job.hosts,
    instance_groups: [{ instance_group_name: 'homogeneousCluster', instance_type: type, hosts: job.hosts }],
    network_interface_name: 'eth0',
  })
}

function text(value: object): string {
  return JSON.stringify(value)
}
