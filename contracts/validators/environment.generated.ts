// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { Environment } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isEnvironment = validate10 as unknown as Validator<Environment>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Environment","description":"Variables that the job's scheduler sets; every value is text. Read from the process environment first, from Environment in processingjobconfig.json second. Unknown variables are the user's and pass through.","type":"object","properties":{"dataset_source":{"type":"string","description":"Folder (or file) that holds the dataset or the captures."},"dataset_format":{"type":"string","description":"JSON text of dataset_format.schema.json."},"output_path":{"type":"string","description":"Folder that receives the report files."},"publish_cloudwatch_metrics":{"type":"string","description":"Enabled or Disabled; absent means Disabled."},"baseline_constraints":{"type":"string","description":"Path of the baseline's constraints.json."},"baseline_statistics":{"type":"string","description":"Path of the baseline's statistics.json."},"record_preprocessor_script":{"type":"string"},"post_analytics_processor_script":{"type":"string"},"start_time":{"type":"string","description":"ISO-8601 start of the window, inclusive."},"end_time":{"type":"string","description":"ISO-8601 end of the window, exclusive."},"metric_time":{"type":"string","description":"ISO-8601 time stamp of the emitted metrics; absent: end_time, else the time the job started."},"sagemaker_endpoint_name":{"type":"string"},"sagemaker_monitoring_schedule_name":{"type":"string"},"sagemaker_endpoint_datacapture_prefix":{"type":"string"},"analysis_type":{"type":"string","description":"MODEL_QUALITY; absent: data quality, or what analysis_config.json asks for."},"problem_type":{"type":"string"},"inference_attribute":{"type":"string"},"probability_attribute":{"type":"string"},"probability_threshold_attribute":{"type":"string"},"ground_truth_attribute":{"type":"string"},"ground_truth_source":{"type":"string","description":"Folder with labels; alone a merge job, else they are merged before the analysis."},"categorical_drift_method":{"type":"string","description":"LInfinity or ChiSquared; written into the suggested constraints."},"exclude_features_attribute":{"type":"string","description":"Comma-separated names or zero-based indexes of columns to leave out."},"monitoring_input_type":{"type":"string"},"positive_label":{"type":"string"}},"additionalProperties":{"type":"string"}};
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
if(typeof data[key0] !== "string"){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.dataset_source !== undefined){
if(typeof data.dataset_source !== "string"){
const err1 = {instancePath:instancePath+"/dataset_source",schemaPath:"#/properties/dataset_source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.dataset_format !== undefined){
if(typeof data.dataset_format !== "string"){
const err2 = {instancePath:instancePath+"/dataset_format",schemaPath:"#/properties/dataset_format/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.output_path !== undefined){
if(typeof data.output_path !== "string"){
const err3 = {instancePath:instancePath+"/output_path",schemaPath:"#/properties/output_path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.publish_cloudwatch_metrics !== undefined){
if(typeof data.publish_cloudwatch_metrics !== "string"){
const err4 = {instancePath:instancePath+"/publish_cloudwatch_metrics",schemaPath:"#/properties/publish_cloudwatch_metrics/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.baseline_constraints !== undefined){
if(typeof data.baseline_constraints !== "string"){
const err5 = {instancePath:instancePath+"/baseline_constraints",schemaPath:"#/properties/baseline_constraints/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.baseline_statistics !== undefined){
if(typeof data.baseline_statistics !== "string"){
const err6 = {instancePath:instancePath+"/baseline_statistics",schemaPath:"#/properties/baseline_statistics/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.record_preprocessor_script !== undefined){
if(typeof data.record_preprocessor_script !== "string"){
const err7 = {instancePath:instancePath+"/record_preprocessor_script",schemaPath:"#/properties/record_preprocessor_script/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.post_analytics_processor_script !== undefined){
if(typeof data.post_analytics_processor_script !== "string"){
const err8 = {instancePath:instancePath+"/post_analytics_processor_script",schemaPath:"#/properties/post_analytics_processor_script/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.start_time !== undefined){
if(typeof data.start_time !== "string"){
const err9 = {instancePath:instancePath+"/start_time",schemaPath:"#/properties/start_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.end_time !== undefined){
if(typeof data.end_time !== "string"){
const err10 = {instancePath:instancePath+"/end_time",schemaPath:"#/properties/end_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.metric_time !== undefined){
if(typeof data.metric_time !== "string"){
const err11 = {instancePath:instancePath+"/metric_time",schemaPath:"#/properties/metric_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.sagemaker_endpoint_name !== undefined){
if(typeof data.sagemaker_endpoint_name !== "string"){
const err12 = {instancePath:instancePath+"/sagemaker_endpoint_name",schemaPath:"#/properties/sagemaker_endpoint_name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.sagemaker_monitoring_schedule_name !== undefined){
if(typeof data.sagemaker_monitoring_schedule_name !== "string"){
const err13 = {instancePath:instancePath+"/sagemaker_monitoring_schedule_name",schemaPath:"#/properties/sagemaker_monitoring_schedule_name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.sagemaker_endpoint_datacapture_prefix !== undefined){
if(typeof data.sagemaker_endpoint_datacapture_prefix !== "string"){
const err14 = {instancePath:instancePath+"/sagemaker_endpoint_datacapture_prefix",schemaPath:"#/properties/sagemaker_endpoint_datacapture_prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.analysis_type !== undefined){
if(typeof data.analysis_type !== "string"){
const err15 = {instancePath:instancePath+"/analysis_type",schemaPath:"#/properties/analysis_type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.problem_type !== undefined){
if(typeof data.problem_type !== "string"){
const err16 = {instancePath:instancePath+"/problem_type",schemaPath:"#/properties/problem_type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.inference_attribute !== undefined){
if(typeof data.inference_attribute !== "string"){
const err17 = {instancePath:instancePath+"/inference_attribute",schemaPath:"#/properties/inference_attribute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.probability_attribute !== undefined){
if(typeof data.probability_attribute !== "string"){
const err18 = {instancePath:instancePath+"/probability_attribute",schemaPath:"#/properties/probability_attribute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.probability_threshold_attribute !== undefined){
if(typeof data.probability_threshold_attribute !== "string"){
const err19 = {instancePath:instancePath+"/probability_threshold_attribute",schemaPath:"#/properties/probability_threshold_attribute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.ground_truth_attribute !== undefined){
if(typeof data.ground_truth_attribute !== "string"){
const err20 = {instancePath:instancePath+"/ground_truth_attribute",schemaPath:"#/properties/ground_truth_attribute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.ground_truth_source !== undefined){
if(typeof data.ground_truth_source !== "string"){
const err21 = {instancePath:instancePath+"/ground_truth_source",schemaPath:"#/properties/ground_truth_source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.categorical_drift_method !== undefined){
if(typeof data.categorical_drift_method !== "string"){
const err22 = {instancePath:instancePath+"/categorical_drift_method",schemaPath:"#/properties/categorical_drift_method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.exclude_features_attribute !== undefined){
if(typeof data.exclude_features_attribute !== "string"){
const err23 = {instancePath:instancePath+"/exclude_features_attribute",schemaPath:"#/properties/exclude_features_attribute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.monitoring_input_type !== undefined){
if(typeof data.monitoring_input_type !== "string"){
const err24 = {instancePath:instancePath+"/monitoring_input_type",schemaPath:"#/properties/monitoring_input_type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.positive_label !== undefined){
if(typeof data.positive_label !== "string"){
const err25 = {instancePath:instancePath+"/positive_label",schemaPath:"#/properties/positive_label/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

