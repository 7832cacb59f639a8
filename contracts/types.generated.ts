// Generated from the schemas in this folder by `npm run contracts`. Do not edit.

/**
 * analysis.json of bias and attribution jobs, in the layout of SageMaker Clarify; the next run's baseline_constraints.
 */
export interface AnalysisReport {
version: string
post_training_bias_metrics?: BiasStage
pre_training_bias_metrics?: BiasStage
explanations?: {
/**
 * By label.
 */
kernel_shap?: {
[k: string]: Attributions
}
}
}
export interface BiasStage {
label: string
label_value_or_threshold: string
/**
 * By facet: one entry per group.
 */
facets: {
[k: string]: BiasGroup[]
}
}
export interface BiasGroup {
value_or_threshold: string
metrics: BiasMetric[]
}
export interface BiasMetric {
name: string
description: string
/**
 * A number, the text Infinity or -Infinity, or null with an error.
 */
value: (number | string | null)
error?: string
standard_error?: number
}
export interface Attributions {
/**
 * By feature.
 */
global_shap_values: {
[k: string]: number
}
/**
 * What the model says of the background; absent where attributions were captured.
 */
expected_value?: number
}

export type BiasMethods = ({
methods?: (string | string[] | null)
} | null)
export type ShapConfig = ({
/**
 * Rows that stand for absent features; absent: the means or most frequent values of the data.
 */
baseline?: (unknown[] | string | null)
num_samples?: (number | null)
agg_method?: ("mean_abs" | "median" | "mean_sq" | null)
use_logit?: (boolean | null)
seed?: (number | null)
save_local_shap_values?: (boolean | null)
} | null)

/**
 * analysis_config.json of bias and attribution jobs, in the layout of SageMaker Clarify. Keys that this schema does not name are accepted.
 */
export interface AnalysisConfig {
version?: (string | number)
/**
 * text/csv, application/jsonlines, application/json or application/x-parquet; absent: captures, or what dataset_format says.
 */
dataset_type?: string
/**
 * Names of the columns of data without a header, the label among them where the data has it.
 */
headers?: (string[] | null)
/**
 * JMESPath of the list of features in a JSON record.
 */
features?: (string | null)
/**
 * Name or index of the label's column, or JMESPath in a JSON record.
 */
label?: (string | number | null)
/**
 * The same for the prediction.
 */
predicted_label?: (string | number | null)
/**
 * Columns of the dataset that the model is not given, by name or index.
 */
excluded_columns?: ((string | number)[] | null)
/**
 * The column that identifies a row; the model is not given it.
 */
joinsource_name_or_index?: (string | number | null)
/**
 * Values that are positive outcomes, or the number above which one is.
 */
label_values_or_threshold?: ((string | number | boolean)[] | null)
facet?: (FacetConfig[] | {
name_or_index?: (string | number)
} | null)
group_variable?: (string | number | null)
probability_threshold?: (number | null)
methods?: ({
pre_training_bias?: BiasMethods
post_training_bias?: BiasMethods
shap?: ShapConfig
} | null)
predictor?: ({
label?: (string | number | null)
probability?: (string | number | null)
label_headers?: (string[] | null)
content_type?: (string | null)
accept_type?: (string | null)
content_template?: (string | null)
record_template?: (string | null)
} | null)
}
export interface FacetConfig {
name_or_index: (string | number)
/**
 * Values of the disadvantaged group, or the number above which rows belong to it; absent: every value in turn.
 */
value_or_threshold?: ((string | number | boolean)[] | null)
}

export type CapturePayload = ({
observedContentType?: (string | null)
mode?: (string | null)
data: string
/**
 * CSV, JSON or BASE64; absent or null: decided by observedContentType.
 */
encoding?: (string | null)
} | null)

/**
 * One captured inference, one line of a capture file; also one line of a merged file, which carries groundTruthData.
 */
export interface CaptureRecord {
captureData: {
endpointInput?: CapturePayload
endpointOutput?: CapturePayload
batchTransformOutput?: CapturePayload
}
groundTruthData?: CapturePayload
eventMetadata?: ({
eventId?: (string | null)
inferenceId?: (string | null)
inferenceTime?: (string | null)
customAttributes?: (string[] | null)
} | null)
eventVersion?: (string | null)
}

/**
 * byom.json: every setting that is not part of the job contract. BYOM_CONFIG names the file; default <root>/processing/input/config/byom.json, then /etc/byom/byom.json. All keys are optional.
 */
export interface Config {
$schema?: string
/**
 * Plugins beside the built-in ones: npm packages (byom-plugin-x, @scope/byom-plugin-x), files, folders, or patterns of folders; relative to this file. Default: /opt/byom/plugins/*.
 */
plugins?: string[]
input?: {
/**
 * What a window without any record means: a completed run with item_count 0, or a failed one.
 */
emptyWindow?: ("complete" | "fail")
/**
 * Columns beyond this many are refused and counted; it bounds the memory that a dataset with random keys can take.
 */
maxFeatures?: number
/**
 * A line (or a CSV record) longer than this is rejected and counted.
 */
maxLineBytes?: number
}
/**
 * Values taken out of payloads. When given, JSON payloads yield exactly these features, in this order.
 */
features?: FeatureDeclaration[]
handlers?: HandlersConfig
compatibility?: {
/**
 * deequ counts equal values of a sketch once, as the reference engine does: for comparing with its verdicts only.
 */
distances?: ("exact" | "deequ")
}
plan?: {
/**
 * Target size of a unit of work, in bytes of captures; one of JSON holds half as many, of CSV a quarter, of Parquet an eighth. Those of wide tables are larger: for each of up to 1,024 columns 1.5 / 1,024 of the size, up to 4 / 1,024 where there would be more than 32 units. Part of the plan: changing it may change the last digits of a result.
 */
unitBytes?: number
/**
 * false: a CSV file is one unit, however large. A large one is cut where a record seems to start; should that turn out to be inside a quoted value, the run reads everything again without such cuts.
 */
cutCsv?: boolean
}
/**
 * Worker threads; 0 runs on the main thread; default: one per core, none for small inputs. Never changes a result.
 */
workers?: number
/**
 * Options per analyzer, by name; false switches one off.
 */
analyzers?: {
[k: string]: {

} | false
}
sampler?: PluginUse
/**
 * Where log entries go. Default: pretty at a terminal, json otherwise.
 */
loggers?: PluginUse1[]
/**
 * Where the results go beside the report files. cloudwatch is added when publish_cloudwatch_metrics is Enabled.
 */
publishers?: PublisherUse[]
segments?: SegmentsConfig
/**
 * An analyzer of a plugin that is not built in, and that does not return from a call within this time, fails; the run starts anew without it.
 */
analyzerTimeoutSeconds?: number
}
export interface FeatureDeclaration {
/**
 * Name of the feature in every report.
 */
name: string
/**
 * Which payload the path is applied to; record means a JSON dataset's own record, or the whole capture record.
 */
from?: ("input" | "output" | "record")
/**
 * JMESPath expression that yields the value; absent: the whole payload, for kinds other than scalar.
 */
path?: string
/**
 * scalar: one number or short text. text: free text. bytes: an image or another file, BASE64 where it stands in JSON. vector: a list of numbers (an embedding).
 */
kind?: ("scalar" | "text" | "bytes" | "vector")
/**
 * Media type of bytes, e.g. image/jpeg; absent: the payload's content type.
 */
mediaType?: string
}
/**
 * How preprocess and postprocess scripts run.
 */
export interface HandlersConfig {
/**
 * Script of jobs whose environment has no record_preprocessor_script; relative to this file.
 */
preprocessScript?: string
/**
 * Script of jobs whose environment has no post_analytics_processor_script; relative to this file.
 */
postprocessScript?: string
/**
 * What a record means that the preprocess handler fails on: the end of the run, or one record less.
 */
onError?: ("fail" | "skip")
/**
 * Largest share of the records that may be left out for errors of the handler; more fail the run.
 */
errorBudget?: number
/**
 * Time for one record. A handler that cannot be interrupted is ended after three times as long.
 */
recordTimeoutSeconds?: number
/**
 * Time for loading the script with everything that it imports.
 */
startTimeoutSeconds?: number
/**
 * Memory of a handler's process, in MiB, beside what the interpreter itself takes.
 */
memoryMegabytes?: number
/**
 * Interpreter of Python scripts, 3.9 or later: a path, or a name on the PATH.
 */
python?: string
/**
 * Folders with packages that Python scripts may import, e.g. /opt/venv/lib/python3.13/site-packages; none by default.
 */
pythonPath?: string[]
/**
 * node gives JavaScript handlers Node's own globals and modules instead of a realm of their own; the jail is the same.
 */
javascriptRealm?: ("vm2" | "node")
/**
 * Lines that scripts may log in a run; further ones are counted.
 */
maxLogLines?: number
/**
 * true: handlers run without the jail, with every right that this container has. For machines that offer no jail, and scripts that you trust.
 */
unconfined?: boolean
postprocess?: PostprocessConfig
}
export interface PostprocessConfig {
/**
 * Whether the job fails when the postprocess handler does; the reports are complete in any case.
 */
onError?: ("fail" | "warn")
timeoutSeconds?: number
}
/**
 * Which rows are analyzed; default: all.
 */
export interface PluginUse {
name: string
options?: {

}
}
export interface PluginUse1 {
name: string
options?: {

}
}
export interface PublisherUse {
name: string
options?: {

}
/**
 * true: the job fails when this publisher does.
 */
required?: boolean
/**
 * After this the publisher is stopped.
 */
timeoutSeconds?: number
}
/**
 * Runs every analyzer per group of rows too, and reports each group.
 */
export interface SegmentsConfig {
/**
 * What names a row's group: a column, a JMESPath expression over the capture record (eventMetadata.customAttributes[0]), or a folder of the file's path, counted from the file's own, which is 1 (5 is the variant in <endpoint>/<variant>/yyyy/mm/dd/hh/file).
 */
by: {
column?: string
path?: string
folder?: number
}
/**
 * Most groups that are reported by name; the rows of further ones are gathered in the group "(other)".
 */
max?: number
}

/**
 * constraint_violations.json. value, threshold and p_value repeat the description for machines.
 */
export interface ConstraintViolations {
/**
 * Of bias and attribution jobs alone.
 */
version?: string
violations: Violation[]
}
export interface Violation {
/**
 * Absent where something else than a feature was compared: metric_name, facet or label name it then.
 */
feature_name?: string
metric_name?: string
facet?: string
facet_value?: string
label?: string
constraint_check_type: string
description: string
value?: number
threshold?: number
p_value?: number
/**
 * The group of rows that it was found in; absent: the whole.
 */
segment?: string
}

export type Switch = ("Enabled" | "Disabled")

/**
 * constraints.json, suggested by a baseline run or given to a monitoring run. Read in every spelling that is in use; written in the one the SDK reads.
 */
export interface Constraints {
version?: number
regression_constraints?: MetricConstraints
binary_classification_constraints?: MetricConstraints
multiclass_classification_constraints?: MetricConstraints
features: FeatureConstraints[]
monitoring_config?: MonitoringConfig
custom?: {
/**
 * By "name@version" of the analyzer.
 */
analyzers?: {

}
/**
 * The same report per segment.
 */
segments?: {
name: string
version?: number
features: FeatureConstraints[]
monitoring_config?: MonitoringConfig
}[]
}
}
/**
 * Of model quality jobs alone, by metric.
 */
export interface MetricConstraints {
[k: string]: MetricConstraint
}
export interface MetricConstraint {
threshold: number
comparison_operator: ("LessThanThreshold" | "GreaterThanThreshold")
}
export interface FeatureConstraints {
name: string
inferred_type?: ("Integral" | "Fractional" | "String" | "Unknown")
completeness?: number
num_constraints?: {
is_non_negative?: boolean
monitoring_config_overrides?: MonitoringConfig
monitoringConfigOverrides?: MonitoringConfig
}
string_constraints?: {
domains?: string[]
monitoring_config_overrides?: MonitoringConfig
monitoringConfigOverrides?: MonitoringConfig
}
monitoringConfigOverrides?: MonitoringConfig
monitoring_config_overrides?: MonitoringConfig
/**
 * By analyzer name: constraints beyond the standard ones.
 */
custom?: {

}
}
export interface MonitoringConfig {
evaluate_constraints?: Switch
emit_metrics?: Switch
datatype_check_threshold?: number
domain_content_threshold?: number
distribution_constraints?: DistributionConstraints
}
export interface DistributionConstraints {
perform_comparison?: Switch
comparison_threshold?: number
comparison_method?: ("Simple" | "Robust" | "linf_simple" | "linf_robust")
categorical_comparison_threshold?: number
categorical_drift_method?: ("LInfinity" | "ChiSquared")
}

/**
 * The request that starts a processing job, as the AWS API takes it; also what DescribeProcessingJob answers. S3 URIs may be file:// URIs or plain paths.
 */
export interface CreateProcessingJob {
ProcessingJobName?: (string | null)
AppSpecification: {
ImageUri: string
ContainerEntrypoint?: (string[] | null)
ContainerArguments?: (string[] | null)
}
Environment?: ({
[k: string]: string
} | null)
ProcessingInputs?: (ProcessingInput[] | null)
ProcessingOutputConfig?: ({
Outputs: ProcessingOutput[]
KmsKeyId?: (string | null)
} | null)
ProcessingResources?: ({
ClusterConfig: {
InstanceCount?: (number | null)
InstanceType?: (string | null)
VolumeSizeInGB?: (number | null)
VolumeKmsKeyId?: (string | null)
}
} | null)
NetworkConfig?: ({
EnableNetworkIsolation?: (boolean | null)
EnableInterContainerTrafficEncryption?: (boolean | null)
VpcConfig?: ({

} | null)
} | null)
StoppingCondition?: ({
MaxRuntimeInSeconds?: (number | null)
} | null)
RoleArn?: (string | null)
Tags?: (unknown[] | null)
ExperimentConfig?: ({

} | null)
ProcessingJobArn?: (string | null)
ProcessingJobStatus?: (string | null)
ExitMessage?: (string | null)
FailureReason?: (string | null)
CreationTime?: unknown
ProcessingStartTime?: unknown
ProcessingEndTime?: unknown
LastModifiedTime?: unknown
MonitoringScheduleArn?: (string | null)
AutoMLJobArn?: (string | null)
TrainingJobArn?: (string | null)
ResponseMetadata?: ({

} | null)
}
export interface ProcessingInput {
InputName: string
AppManaged?: (boolean | null)
S3Input?: ({
S3Uri: string
LocalPath: string
S3DataType?: ("S3Prefix" | "ManifestFile" | null)
S3InputMode?: ("File" | "Pipe" | "FastFile" | null)
S3DataDistributionType?: ("FullyReplicated" | "ShardedByS3Key" | null)
S3CompressionType?: ("None" | "Gzip" | null)
S3DownloadMode?: (string | null)
} | null)
DatasetDefinition?: ({

} | null)
DatasetDefinitionInput?: ({

} | null)
}
export interface ProcessingOutput {
OutputName: string
AppManaged?: (boolean | null)
S3Output?: ({
S3Uri: string
LocalPath: string
S3UploadMode?: ("EndOfJob" | "Continuous" | null)
} | null)
FeatureStoreOutput?: ({

} | null)
}

export type Flag = (boolean | ("true" | "false" | "True" | "False"))

/**
 * The dataset_format variable after its keys were lower-cased: exactly one format. Flags may be booleans or the texts true and false; line and lines mean the same.
 */
export interface DatasetFormat {
csv?: {
header?: Flag
output_columns_position?: ("START" | "END" | "start" | "end")
}
json?: {
lines?: Flag
line?: Flag
}
parquet?: {

}
sagemakercapturejson?: {
captureindexnames?: string[]
output_columns_position?: ("START" | "END" | "start" | "end")
}
}

/**
 * Variables that the job's scheduler sets; every value is text. Read from the process environment first, from Environment in processingjobconfig.json second. Unknown variables are the user's and pass through.
 */
export interface Environment {
/**
 * Folder (or file) that holds the dataset or the captures.
 */
dataset_source?: string
/**
 * JSON text of dataset_format.schema.json.
 */
dataset_format?: string
/**
 * Folder that receives the report files.
 */
output_path?: string
/**
 * Enabled or Disabled; absent means Disabled.
 */
publish_cloudwatch_metrics?: string
/**
 * Path of the baseline's constraints.json.
 */
baseline_constraints?: string
/**
 * Path of the baseline's statistics.json.
 */
baseline_statistics?: string
record_preprocessor_script?: string
post_analytics_processor_script?: string
/**
 * ISO-8601 start of the window, inclusive.
 */
start_time?: string
/**
 * ISO-8601 end of the window, exclusive.
 */
end_time?: string
/**
 * ISO-8601 time stamp of the emitted metrics; absent: end_time, else the time the job started.
 */
metric_time?: string
sagemaker_endpoint_name?: string
sagemaker_monitoring_schedule_name?: string
sagemaker_endpoint_datacapture_prefix?: string
/**
 * MODEL_QUALITY; absent: data quality, or what analysis_config.json asks for.
 */
analysis_type?: string
problem_type?: string
inference_attribute?: string
probability_attribute?: string
probability_threshold_attribute?: string
ground_truth_attribute?: string
/**
 * Folder with labels; alone a merge job, else they are merged before the analysis.
 */
ground_truth_source?: string
/**
 * LInfinity or ChiSquared; written into the suggested constraints.
 */
categorical_drift_method?: string
/**
 * Comma-separated names or zero-based indexes of columns to leave out.
 */
exclude_features_attribute?: string
monitoring_input_type?: string
positive_label?: string
[k: string]: string | undefined
}

/**
 * One line of the metric file that the platform uploads: Value or StatisticValues, never both, finite numbers only.
 */
export interface MetricLine {
MetricName: string
Timestamp: string
Dimensions: {
Name: string
Value: string
}[]
Value?: number
StatisticValues?: {
SampleCount: number
Sum: number
Minimum: number
Maximum: number
}
Unit?: string
}

export type PlanUnit = PlanSlice[]

/**
 * What a run reads, cut into units. Depends on the input and the settings only, never on how many workers there are.
 */
export interface Plan {
version: 1
/**
 * SHA-256 (hex) of the rest of the plan; states of other plans are refused.
 */
id: string
schema: PlanSchema
files: PlanFile[]
units: PlanUnit[]
}
/**
 * Columns by position as the first records show them; inputs holds all of them when the dataset is not a capture. JSON names are added as they appear.
 */
export interface PlanSchema {
outputs: string[]
inputs: string[]
/**
 * Names of the baseline's features by position, for preprocess handlers whose keys are positions; absent without a handler.
 */
positions?: string[]
}
export interface PlanFile {
/**
 * Relative to dataset_source, with forward slashes.
 */
path: string
bytes: number
}
/**
 * A run of bytes of one file; a record belongs to the slice that holds its first byte.
 */
export interface PlanSlice {
file: number
start: number
end: number
}

/**
 * /opt/ml/config/processingjobconfig.json as the platform writes it. Only what the runtime reads is typed; unknown keys are ignored.
 */
export interface ProcessingJobConfig {
ProcessingJobArn?: (string | null)
ProcessingJobName?: (string | null)
Environment?: ({
[k: string]: string | null
} | null)
ProcessingInputs?: (PlatformInput[] | null)
}
export interface PlatformInput {
S3Input?: ({
LocalPath?: (string | null)
S3Uri?: (string | null)
} | null)
}

/**
 * /opt/ml/config/resourceconfig.json: the hosts of this job. Unknown keys are ignored.
 */
export interface ResourceConfig {
current_host: string
/**
 * @minItems 1
 */
hosts: [string, ...(string)[]]
}

/**
 * run.json: how the reports came about. The only report file that differs between two runs over the same input.
 */
export interface Run {
runtime: {
name: string
version: string
node: string
}
job: {
kind: ("baseline" | "monitoring")
dataset_source: string
dataset_format: {

}
start_time?: string
end_time?: string
/**
 * Path of the config file, when there was one.
 */
config?: string
}
plan: {
id: string
files: number
units: number
bytes: number
}
counts: {
records_read: number
records_outside_window: number
records_rejected: number
/**
 * Rows read; one record may hold several.
 */
rows: number
features: number
/**
 * Rows that the sampler kept; all of them without one.
 */
rows_analyzed: number
segments?: number
/**
 * Records that the preprocess handler left out with an empty list; absent without a handler.
 */
records_dropped?: number
}
/**
 * Everything in the data that was rejected or repaired, by code.
 */
rejected: RejectedRecords[]
merge?: RunMerge
/**
 * The model files that analyzers ran; absent without one.
 */
models?: RunModel[]
/**
 * The scripts that ran, and how they were confined.
 */
handlers?: RunHandler[]
sections: RunSection[]
outcome: {
status: ("Completed" | "CompletedWithViolations" | "Failed")
message: string
violations: number
}
timing: {
started: string
seconds: number
workers?: number
peak_memory_bytes?: number
}
/**
 * What was loaded, and from where.
 */
plugins?: {
name: string
version: string
from: string
integrity?: string
}[]
/**
 * How each publisher ended.
 */
published?: {
publisher: string
status: ("completed" | "failed")
error?: string
}[]
}
export interface RejectedRecords {
code: string
count: number
effect: ("record rejected" | "value dropped" | "kept")
examples: {
file: string
/**
 * Number of the record (for line formats: the line) in the file, from 1; relative to byte where byte is given.
 */
record: number
/**
 * Offset at which the slice starts that record counts from; absent for 0.
 */
byte?: number
detail: string
}[]
}
/**
 * How labels were merged with captures before the analysis; absent where none were.
 */
export interface RunMerge {
counts: {
captures: number
captures_outside_window: number
captures_rejected: number
labels: number
labels_rejected: number
joined: number
captures_without_label: number
labels_without_capture: number
duplicate_labels: number
duplicate_captures: number
late_labels: number
}
/**
 * What of captures and labels was rejected by the merge, by code.
 */
rejected: RejectedInMerge[]
}
export interface RejectedInMerge {
code: string
count: number
effect: ("record rejected" | "value dropped" | "kept")
examples: {
file: string
/**
 * Number of the record (for line formats: the line) in the file, from 1; relative to byte where byte is given.
 */
record: number
/**
 * Offset at which the slice starts that record counts from; absent for 0.
 */
byte?: number
detail: string
}[]
}
export interface RunModel {
path: string
bytes: number
/**
 * Hexadecimal.
 */
sha256: string
}
export interface RunHandler {
role: ("preprocess" | "postprocess")
path: string
/**
 * Of the script as it ran; JavaScript with everything it imports.
 */
integrity: string
/**
 * The layers around it; none when the config accepts that.
 */
jail: string
status: ("completed" | "failed")
error?: string
}
export interface RunSection {
analyzer: string
plugin: string
status: ("completed" | "failed")
error?: string
}

/**
 * How long labels take: both ends of the window move back by these durations, so that labels can arrive before the run.
 */
export type GroundTruthLag = ({
/**
 * Moves the start of the window, such as -P8D (default: not at all).
 */
startTimeOffset?: (string | null)
/**
 * Moves the end of the window, such as -P1D (default: not at all).
 */
endTimeOffset?: (string | null)
} | null)

/**
 * A monitoring schedule: when a processing job runs, over which window, and the request that starts it.
 */
export interface Schedule {
$schema?: string
/**
 * Name of the schedule, at most 63 letters, digits and hyphens; the job sees it as sagemaker_monitoring_schedule_name.
 */
name: string
schedule: ScheduleTimes
groundTruth?: GroundTruthLag
/**
 * Name of the endpoint whose captures are read; the job sees it as sagemaker_endpoint_name, and reports go to <output>/<endpoint>/<schedule>/yyyy/mm/dd/hh. Absent: batch data, <output>/<schedule>/yyyy/mm/dd/hh.
 */
endpoint?: (string | null)
/**
 * Kind of monitoring, as execution lists show it (default: what the request's analysis_type says, else DataQuality).
 */
monitoringType?: ("DataQuality" | "ModelQuality" | "ModelBias" | "ModelExplainability" | null)
/**
 * Scheduled times that were missed and are made up for, the latest ones, oldest first (default 24); also the most that wait while a run takes longer than the time to the next.
 */
catchUp?: (number | null)
/**
 * CreateProcessingJob request, or the path of one relative to this file. start_time, end_time and the names of schedule and endpoint are added to its Environment.
 */
request?: (string | {

})
}
export interface ScheduleTimes {
/**
 * cron(minutes hours day-of-month month day-of-week year) in UTC, such as cron(0 * ? * * *) or cron(0 0/6 ? * * *); or NOW: one run.
 */
expression: string
/**
 * Start of the window as an offset to the scheduled time, an ISO-8601 duration such as -PT1H. Default: the scheduled time before. Required with NOW.
 */
dataAnalysisStartTime?: (string | null)
/**
 * End of the window as an offset to the scheduled time, such as -PT0H (default). Required with NOW.
 */
dataAnalysisEndTime?: (string | null)
}

/**
 * What partial and combine write: the states of a run of units of one plan. Typed arrays and maps are tagged as state.ts says.
 */
export interface StateEnvelope {
format: "byom-state/1"
plan: string
runtime: string
nodes: StateNode[]
/**
 * SHA-256 (hex) of the JSON text of nodes.
 */
sha256: string
}
/**
 * States of the units from (inclusive) to (exclusive), already merged.
 */
export interface StateNode {
from: number
to: number
state: unknown
}

/**
 * statistics.json. JSON integers are written as integers, JSON numbers as doubles (325.0). Keys that this schema does not name are written as they are; analyzers put theirs under custom.
 */
export interface Statistics {
regression_metrics?: ModelMetrics
binary_classification_metrics?: ModelMetrics
multiclass_classification_metrics?: ModelMetrics
version: number
dataset: DatasetStatistics
features: FeatureStatistics[]
custom?: {
/**
 * By "name@version" of the analyzer: what it needs of this run as a later run's baseline, and what only its own readers know.
 */
analyzers?: {

}
/**
 * The same report per segment.
 */
segments?: {
name: string
version?: number
features: FeatureStatistics[]
dataset?: DatasetStatistics
}[]
}
}
/**
 * Of model quality jobs alone, by metric; confusion_matrix is by actual and then by predicted class, curves are two lists.
 */
export interface ModelMetrics {
[k: string]: {
[k: string]: number | string | {
[k: string]: number
} | number[]
}
}
export interface DatasetStatistics {
/**
 * Rows analyzed.
 */
item_count: number
/**
 * Of model quality jobs alone: metric_time, else end_time.
 */
evaluation_time?: string
/**
 * Which rows were analyzed, when not all of them were.
 */
sampling?: {
sampler: string
options?: {

}
rows_seen: number
rows_kept: number
rows_dropped: number
}
}
export interface FeatureStatistics {
name: string
inferred_type?: ("Integral" | "Fractional" | "String" | "Unknown")
numerical_statistics?: NumericalStatistics
string_statistics?: StringStatistics
/**
 * By analyzer name: statistics beyond the standard ones.
 */
custom?: {

}
}
export interface NumericalStatistics {
common: CommonStatistics
mean?: number
sum?: number
/**
 * Population form: divided by n.
 */
std_dev?: number
min?: number
max?: number
distribution?: {
kll?: KllDistribution
}
approximate_num_distinct_values?: number
completeness?: number
}
export interface CommonStatistics {
num_present: number
num_missing: number
}
export interface KllDistribution {
buckets?: KllBucket[]
sketch: KllSketch
}
export interface KllBucket {
lower_bound: number
upper_bound: number
count: number
}
export interface KllSketch {
parameters: {
c: number
k: number
}
/**
 * @maxItems 64
 */
data: number[][]
}
export interface StringStatistics {
common: CommonStatistics
distinct_count?: number
distribution?: {
categorical?: CategoricalDistribution
}
completeness?: number
}
export interface CategoricalDistribution {
buckets: CategoricalBucket[]
}
export interface CategoricalBucket {
value: string
count: number
}
