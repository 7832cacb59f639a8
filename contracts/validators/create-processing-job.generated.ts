// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { CreateProcessingJob } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isCreateProcessingJob = validate10 as unknown as Validator<CreateProcessingJob>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"CreateProcessingJob","description":"The request that starts a processing job, as the AWS API takes it; also what DescribeProcessingJob answers. S3 URIs may be file:// URIs or plain paths.","type":"object","required":["AppSpecification"],"additionalProperties":false,"properties":{"ProcessingJobName":{"type":["string","null"]},"AppSpecification":{"type":"object","required":["ImageUri"],"additionalProperties":false,"properties":{"ImageUri":{"type":"string"},"ContainerEntrypoint":{"type":["array","null"],"items":{"type":"string"}},"ContainerArguments":{"type":["array","null"],"items":{"type":"string"}}}},"Environment":{"type":["object","null"],"additionalProperties":{"type":"string"}},"ProcessingInputs":{"type":["array","null"],"items":{"$ref":"#/definitions/input"}},"ProcessingOutputConfig":{"type":["object","null"],"required":["Outputs"],"additionalProperties":false,"properties":{"Outputs":{"type":"array","items":{"$ref":"#/definitions/output"}},"KmsKeyId":{"type":["string","null"]}}},"ProcessingResources":{"type":["object","null"],"required":["ClusterConfig"],"additionalProperties":false,"properties":{"ClusterConfig":{"type":"object","additionalProperties":false,"properties":{"InstanceCount":{"type":["integer","null"],"minimum":1,"maximum":100},"InstanceType":{"type":["string","null"]},"VolumeSizeInGB":{"type":["integer","null"]},"VolumeKmsKeyId":{"type":["string","null"]}}}}},"NetworkConfig":{"type":["object","null"],"additionalProperties":false,"properties":{"EnableNetworkIsolation":{"type":["boolean","null"]},"EnableInterContainerTrafficEncryption":{"type":["boolean","null"]},"VpcConfig":{"type":["object","null"]}}},"StoppingCondition":{"type":["object","null"],"additionalProperties":false,"properties":{"MaxRuntimeInSeconds":{"type":["integer","null"],"minimum":1,"maximum":777600}}},"RoleArn":{"type":["string","null"]},"Tags":{"type":["array","null"]},"ExperimentConfig":{"type":["object","null"]},"ProcessingJobArn":{"type":["string","null"]},"ProcessingJobStatus":{"type":["string","null"]},"ExitMessage":{"type":["string","null"]},"FailureReason":{"type":["string","null"]},"CreationTime":{},"ProcessingStartTime":{},"ProcessingEndTime":{},"LastModifiedTime":{},"MonitoringScheduleArn":{"type":["string","null"]},"AutoMLJobArn":{"type":["string","null"]},"TrainingJobArn":{"type":["string","null"]},"ResponseMetadata":{"type":["object","null"]}},"definitions":{"input":{"title":"ProcessingInput","type":"object","required":["InputName"],"additionalProperties":false,"properties":{"InputName":{"type":"string"},"AppManaged":{"type":["boolean","null"]},"S3Input":{"type":["object","null"],"required":["S3Uri","LocalPath"],"additionalProperties":false,"properties":{"S3Uri":{"type":"string"},"LocalPath":{"type":"string"},"S3DataType":{"enum":["S3Prefix","ManifestFile",null]},"S3InputMode":{"enum":["File","Pipe","FastFile",null]},"S3DataDistributionType":{"enum":["FullyReplicated","ShardedByS3Key",null]},"S3CompressionType":{"enum":["None","Gzip",null]},"S3DownloadMode":{"type":["string","null"]}}},"DatasetDefinition":{"type":["object","null"]},"DatasetDefinitionInput":{"type":["object","null"]}}},"output":{"title":"ProcessingOutput","type":"object","required":["OutputName"],"additionalProperties":false,"properties":{"OutputName":{"type":"string"},"AppManaged":{"type":["boolean","null"]},"S3Output":{"type":["object","null"],"required":["S3Uri","LocalPath"],"additionalProperties":false,"properties":{"S3Uri":{"type":"string"},"LocalPath":{"type":"string"},"S3UploadMode":{"enum":["EndOfJob","Continuous",null]}}},"FeatureStoreOutput":{"type":["object","null"]}}}}};
const schema12 = {"title":"ProcessingInput","type":"object","required":["InputName"],"additionalProperties":false,"properties":{"InputName":{"type":"string"},"AppManaged":{"type":["boolean","null"]},"S3Input":{"type":["object","null"],"required":["S3Uri","LocalPath"],"additionalProperties":false,"properties":{"S3Uri":{"type":"string"},"LocalPath":{"type":"string"},"S3DataType":{"enum":["S3Prefix","ManifestFile",null]},"S3InputMode":{"enum":["File","Pipe","FastFile",null]},"S3DataDistributionType":{"enum":["FullyReplicated","ShardedByS3Key",null]},"S3CompressionType":{"enum":["None","Gzip",null]},"S3DownloadMode":{"type":["string","null"]}}},"DatasetDefinition":{"type":["object","null"]},"DatasetDefinitionInput":{"type":["object","null"]}}};
const schema13 = {"title":"ProcessingOutput","type":"object","required":["OutputName"],"additionalProperties":false,"properties":{"OutputName":{"type":"string"},"AppManaged":{"type":["boolean","null"]},"S3Output":{"type":["object","null"],"required":["S3Uri","LocalPath"],"additionalProperties":false,"properties":{"S3Uri":{"type":"string"},"LocalPath":{"type":"string"},"S3UploadMode":{"enum":["EndOfJob","Continuous",null]}}},"FeatureStoreOutput":{"type":["object","null"]}}};
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.AppSpecification === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "AppSpecification"},message:"must have required property '"+"AppSpecification"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.ProcessingJobName !== undefined){
let data0 = data.ProcessingJobName;
if((typeof data0 !== "string") && (data0 !== null)){
const err2 = {instancePath:instancePath+"/ProcessingJobName",schemaPath:"#/properties/ProcessingJobName/type",keyword:"type",params:{type: schema11.properties.ProcessingJobName.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.AppSpecification !== undefined){
let data1 = data.AppSpecification;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.ImageUri === undefined){
const err3 = {instancePath:instancePath+"/AppSpecification",schemaPath:"#/properties/AppSpecification/required",keyword:"required",params:{missingProperty: "ImageUri"},message:"must have required property '"+"ImageUri"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key1 in data1){
if(!(((key1 === "ImageUri") || (key1 === "ContainerEntrypoint")) || (key1 === "ContainerArguments"))){
const err4 = {instancePath:instancePath+"/AppSpecification",schemaPath:"#/properties/AppSpecification/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data1.ImageUri !== undefined){
if(typeof data1.ImageUri !== "string"){
const err5 = {instancePath:instancePath+"/AppSpecification/ImageUri",schemaPath:"#/properties/AppSpecification/properties/ImageUri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.ContainerEntrypoint !== undefined){
let data3 = data1.ContainerEntrypoint;
if((!(Array.isArray(data3))) && (data3 !== null)){
const err6 = {instancePath:instancePath+"/AppSpecification/ContainerEntrypoint",schemaPath:"#/properties/AppSpecification/properties/ContainerEntrypoint/type",keyword:"type",params:{type: schema11.properties.AppSpecification.properties.ContainerEntrypoint.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
const err7 = {instancePath:instancePath+"/AppSpecification/ContainerEntrypoint/" + i0,schemaPath:"#/properties/AppSpecification/properties/ContainerEntrypoint/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
if(data1.ContainerArguments !== undefined){
let data5 = data1.ContainerArguments;
if((!(Array.isArray(data5))) && (data5 !== null)){
const err8 = {instancePath:instancePath+"/AppSpecification/ContainerArguments",schemaPath:"#/properties/AppSpecification/properties/ContainerArguments/type",keyword:"type",params:{type: schema11.properties.AppSpecification.properties.ContainerArguments.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(typeof data5[i1] !== "string"){
const err9 = {instancePath:instancePath+"/AppSpecification/ContainerArguments/" + i1,schemaPath:"#/properties/AppSpecification/properties/ContainerArguments/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/AppSpecification",schemaPath:"#/properties/AppSpecification/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.Environment !== undefined){
let data7 = data.Environment;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
const err11 = {instancePath:instancePath+"/Environment",schemaPath:"#/properties/Environment/type",keyword:"type",params:{type: schema11.properties.Environment.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
if(typeof data7[key2] !== "string"){
const err12 = {instancePath:instancePath+"/Environment/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/Environment/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data.ProcessingInputs !== undefined){
let data9 = data.ProcessingInputs;
if((!(Array.isArray(data9))) && (data9 !== null)){
const err13 = {instancePath:instancePath+"/ProcessingInputs",schemaPath:"#/properties/ProcessingInputs/type",keyword:"type",params:{type: schema11.properties.ProcessingInputs.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.InputName === undefined){
const err14 = {instancePath:instancePath+"/ProcessingInputs/" + i2,schemaPath:"#/definitions/input/required",keyword:"required",params:{missingProperty: "InputName"},message:"must have required property '"+"InputName"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key3 in data10){
if(!(((((key3 === "InputName") || (key3 === "AppManaged")) || (key3 === "S3Input")) || (key3 === "DatasetDefinition")) || (key3 === "DatasetDefinitionInput"))){
const err15 = {instancePath:instancePath+"/ProcessingInputs/" + i2,schemaPath:"#/definitions/input/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data10.InputName !== undefined){
if(typeof data10.InputName !== "string"){
const err16 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/InputName",schemaPath:"#/definitions/input/properties/InputName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data10.AppManaged !== undefined){
let data12 = data10.AppManaged;
if((typeof data12 !== "boolean") && (data12 !== null)){
const err17 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/AppManaged",schemaPath:"#/definitions/input/properties/AppManaged/type",keyword:"type",params:{type: schema12.properties.AppManaged.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data10.S3Input !== undefined){
let data13 = data10.S3Input;
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (data13 !== null)){
const err18 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input",schemaPath:"#/definitions/input/properties/S3Input/type",keyword:"type",params:{type: schema12.properties.S3Input.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.S3Uri === undefined){
const err19 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input",schemaPath:"#/definitions/input/properties/S3Input/required",keyword:"required",params:{missingProperty: "S3Uri"},message:"must have required property '"+"S3Uri"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data13.LocalPath === undefined){
const err20 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input",schemaPath:"#/definitions/input/properties/S3Input/required",keyword:"required",params:{missingProperty: "LocalPath"},message:"must have required property '"+"LocalPath"+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key4 in data13){
if(!(((((((key4 === "S3Uri") || (key4 === "LocalPath")) || (key4 === "S3DataType")) || (key4 === "S3InputMode")) || (key4 === "S3DataDistributionType")) || (key4 === "S3CompressionType")) || (key4 === "S3DownloadMode"))){
const err21 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input",schemaPath:"#/definitions/input/properties/S3Input/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data13.S3Uri !== undefined){
if(typeof data13.S3Uri !== "string"){
const err22 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3Uri",schemaPath:"#/definitions/input/properties/S3Input/properties/S3Uri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data13.LocalPath !== undefined){
if(typeof data13.LocalPath !== "string"){
const err23 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/LocalPath",schemaPath:"#/definitions/input/properties/S3Input/properties/LocalPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data13.S3DataType !== undefined){
let data16 = data13.S3DataType;
if(!(((data16 === "S3Prefix") || (data16 === "ManifestFile")) || (data16 === null))){
const err24 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3DataType",schemaPath:"#/definitions/input/properties/S3Input/properties/S3DataType/enum",keyword:"enum",params:{allowedValues: schema12.properties.S3Input.properties.S3DataType.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data13.S3InputMode !== undefined){
let data17 = data13.S3InputMode;
if(!((((data17 === "File") || (data17 === "Pipe")) || (data17 === "FastFile")) || (data17 === null))){
const err25 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3InputMode",schemaPath:"#/definitions/input/properties/S3Input/properties/S3InputMode/enum",keyword:"enum",params:{allowedValues: schema12.properties.S3Input.properties.S3InputMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data13.S3DataDistributionType !== undefined){
let data18 = data13.S3DataDistributionType;
if(!(((data18 === "FullyReplicated") || (data18 === "ShardedByS3Key")) || (data18 === null))){
const err26 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3DataDistributionType",schemaPath:"#/definitions/input/properties/S3Input/properties/S3DataDistributionType/enum",keyword:"enum",params:{allowedValues: schema12.properties.S3Input.properties.S3DataDistributionType.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data13.S3CompressionType !== undefined){
let data19 = data13.S3CompressionType;
if(!(((data19 === "None") || (data19 === "Gzip")) || (data19 === null))){
const err27 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3CompressionType",schemaPath:"#/definitions/input/properties/S3Input/properties/S3CompressionType/enum",keyword:"enum",params:{allowedValues: schema12.properties.S3Input.properties.S3CompressionType.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data13.S3DownloadMode !== undefined){
let data20 = data13.S3DownloadMode;
if((typeof data20 !== "string") && (data20 !== null)){
const err28 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3DownloadMode",schemaPath:"#/definitions/input/properties/S3Input/properties/S3DownloadMode/type",keyword:"type",params:{type: schema12.properties.S3Input.properties.S3DownloadMode.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
}
if(data10.DatasetDefinition !== undefined){
let data21 = data10.DatasetDefinition;
if((!(data21 && typeof data21 == "object" && !Array.isArray(data21))) && (data21 !== null)){
const err29 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/DatasetDefinition",schemaPath:"#/definitions/input/properties/DatasetDefinition/type",keyword:"type",params:{type: schema12.properties.DatasetDefinition.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data10.DatasetDefinitionInput !== undefined){
let data22 = data10.DatasetDefinitionInput;
if((!(data22 && typeof data22 == "object" && !Array.isArray(data22))) && (data22 !== null)){
const err30 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/DatasetDefinitionInput",schemaPath:"#/definitions/input/properties/DatasetDefinitionInput/type",keyword:"type",params:{type: schema12.properties.DatasetDefinitionInput.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/ProcessingInputs/" + i2,schemaPath:"#/definitions/input/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
if(data.ProcessingOutputConfig !== undefined){
let data23 = data.ProcessingOutputConfig;
if((!(data23 && typeof data23 == "object" && !Array.isArray(data23))) && (data23 !== null)){
const err32 = {instancePath:instancePath+"/ProcessingOutputConfig",schemaPath:"#/properties/ProcessingOutputConfig/type",keyword:"type",params:{type: schema11.properties.ProcessingOutputConfig.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.Outputs === undefined){
const err33 = {instancePath:instancePath+"/ProcessingOutputConfig",schemaPath:"#/properties/ProcessingOutputConfig/required",keyword:"required",params:{missingProperty: "Outputs"},message:"must have required property '"+"Outputs"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key5 in data23){
if(!((key5 === "Outputs") || (key5 === "KmsKeyId"))){
const err34 = {instancePath:instancePath+"/ProcessingOutputConfig",schemaPath:"#/properties/ProcessingOutputConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data23.Outputs !== undefined){
let data24 = data23.Outputs;
if(Array.isArray(data24)){
const len3 = data24.length;
for(let i3=0; i3<len3; i3++){
let data25 = data24[i3];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.OutputName === undefined){
const err35 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3,schemaPath:"#/definitions/output/required",keyword:"required",params:{missingProperty: "OutputName"},message:"must have required property '"+"OutputName"+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key6 in data25){
if(!((((key6 === "OutputName") || (key6 === "AppManaged")) || (key6 === "S3Output")) || (key6 === "FeatureStoreOutput"))){
const err36 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3,schemaPath:"#/definitions/output/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data25.OutputName !== undefined){
if(typeof data25.OutputName !== "string"){
const err37 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/OutputName",schemaPath:"#/definitions/output/properties/OutputName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data25.AppManaged !== undefined){
let data27 = data25.AppManaged;
if((typeof data27 !== "boolean") && (data27 !== null)){
const err38 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/AppManaged",schemaPath:"#/definitions/output/properties/AppManaged/type",keyword:"type",params:{type: schema13.properties.AppManaged.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data25.S3Output !== undefined){
let data28 = data25.S3Output;
if((!(data28 && typeof data28 == "object" && !Array.isArray(data28))) && (data28 !== null)){
const err39 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/S3Output",schemaPath:"#/definitions/output/properties/S3Output/type",keyword:"type",params:{type: schema13.properties.S3Output.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.S3Uri === undefined){
const err40 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/S3Output",schemaPath:"#/definitions/output/properties/S3Output/required",keyword:"required",params:{missingProperty: "S3Uri"},message:"must have required property '"+"S3Uri"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data28.LocalPath === undefined){
const err41 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/S3Output",schemaPath:"#/definitions/output/properties/S3Output/required",keyword:"required",params:{missingProperty: "LocalPath"},message:"must have required property '"+"LocalPath"+"'"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key7 in data28){
if(!(((key7 === "S3Uri") || (key7 === "LocalPath")) || (key7 === "S3UploadMode"))){
const err42 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/S3Output",schemaPath:"#/definitions/output/properties/S3Output/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data28.S3Uri !== undefined){
if(typeof data28.S3Uri !== "string"){
const err43 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/S3Output/S3Uri",schemaPath:"#/definitions/output/properties/S3Output/properties/S3Uri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data28.LocalPath !== undefined){
if(typeof data28.LocalPath !== "string"){
const err44 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/S3Output/LocalPath",schemaPath:"#/definitions/output/properties/S3Output/properties/LocalPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data28.S3UploadMode !== undefined){
let data31 = data28.S3UploadMode;
if(!(((data31 === "EndOfJob") || (data31 === "Continuous")) || (data31 === null))){
const err45 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/S3Output/S3UploadMode",schemaPath:"#/definitions/output/properties/S3Output/properties/S3UploadMode/enum",keyword:"enum",params:{allowedValues: schema13.properties.S3Output.properties.S3UploadMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
if(data25.FeatureStoreOutput !== undefined){
let data32 = data25.FeatureStoreOutput;
if((!(data32 && typeof data32 == "object" && !Array.isArray(data32))) && (data32 !== null)){
const err46 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/FeatureStoreOutput",schemaPath:"#/definitions/output/properties/FeatureStoreOutput/type",keyword:"type",params:{type: schema13.properties.FeatureStoreOutput.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3,schemaPath:"#/definitions/output/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs",schemaPath:"#/properties/ProcessingOutputConfig/properties/Outputs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data23.KmsKeyId !== undefined){
let data33 = data23.KmsKeyId;
if((typeof data33 !== "string") && (data33 !== null)){
const err49 = {instancePath:instancePath+"/ProcessingOutputConfig/KmsKeyId",schemaPath:"#/properties/ProcessingOutputConfig/properties/KmsKeyId/type",keyword:"type",params:{type: schema11.properties.ProcessingOutputConfig.properties.KmsKeyId.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
}
if(data.ProcessingResources !== undefined){
let data34 = data.ProcessingResources;
if((!(data34 && typeof data34 == "object" && !Array.isArray(data34))) && (data34 !== null)){
const err50 = {instancePath:instancePath+"/ProcessingResources",schemaPath:"#/properties/ProcessingResources/type",keyword:"type",params:{type: schema11.properties.ProcessingResources.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.ClusterConfig === undefined){
const err51 = {instancePath:instancePath+"/ProcessingResources",schemaPath:"#/properties/ProcessingResources/required",keyword:"required",params:{missingProperty: "ClusterConfig"},message:"must have required property '"+"ClusterConfig"+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key8 in data34){
if(!(key8 === "ClusterConfig")){
const err52 = {instancePath:instancePath+"/ProcessingResources",schemaPath:"#/properties/ProcessingResources/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data34.ClusterConfig !== undefined){
let data35 = data34.ClusterConfig;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key9 in data35){
if(!((((key9 === "InstanceCount") || (key9 === "InstanceType")) || (key9 === "VolumeSizeInGB")) || (key9 === "VolumeKmsKeyId"))){
const err53 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data35.InstanceCount !== undefined){
let data36 = data35.InstanceCount;
if((!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))) && (data36 !== null)){
const err54 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/InstanceCount",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/InstanceCount/type",keyword:"type",params:{type: schema11.properties.ProcessingResources.properties.ClusterConfig.properties.InstanceCount.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 100 || isNaN(data36)){
const err55 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/InstanceCount",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/InstanceCount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data36 < 1 || isNaN(data36)){
const err56 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/InstanceCount",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/InstanceCount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data35.InstanceType !== undefined){
let data37 = data35.InstanceType;
if((typeof data37 !== "string") && (data37 !== null)){
const err57 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/InstanceType",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/InstanceType/type",keyword:"type",params:{type: schema11.properties.ProcessingResources.properties.ClusterConfig.properties.InstanceType.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data35.VolumeSizeInGB !== undefined){
let data38 = data35.VolumeSizeInGB;
if((!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))) && (data38 !== null)){
const err58 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/VolumeSizeInGB",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/VolumeSizeInGB/type",keyword:"type",params:{type: schema11.properties.ProcessingResources.properties.ClusterConfig.properties.VolumeSizeInGB.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data35.VolumeKmsKeyId !== undefined){
let data39 = data35.VolumeKmsKeyId;
if((typeof data39 !== "string") && (data39 !== null)){
const err59 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/VolumeKmsKeyId",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/VolumeKmsKeyId/type",keyword:"type",params:{type: schema11.properties.ProcessingResources.properties.ClusterConfig.properties.VolumeKmsKeyId.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
}
if(data.NetworkConfig !== undefined){
let data40 = data.NetworkConfig;
if((!(data40 && typeof data40 == "object" && !Array.isArray(data40))) && (data40 !== null)){
const err61 = {instancePath:instancePath+"/NetworkConfig",schemaPath:"#/properties/NetworkConfig/type",keyword:"type",params:{type: schema11.properties.NetworkConfig.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
for(const key10 in data40){
if(!(((key10 === "EnableNetworkIsolation") || (key10 === "EnableInterContainerTrafficEncryption")) || (key10 === "VpcConfig"))){
const err62 = {instancePath:instancePath+"/NetworkConfig",schemaPath:"#/properties/NetworkConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data40.EnableNetworkIsolation !== undefined){
let data41 = data40.EnableNetworkIsolation;
if((typeof data41 !== "boolean") && (data41 !== null)){
const err63 = {instancePath:instancePath+"/NetworkConfig/EnableNetworkIsolation",schemaPath:"#/properties/NetworkConfig/properties/EnableNetworkIsolation/type",keyword:"type",params:{type: schema11.properties.NetworkConfig.properties.EnableNetworkIsolation.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data40.EnableInterContainerTrafficEncryption !== undefined){
let data42 = data40.EnableInterContainerTrafficEncryption;
if((typeof data42 !== "boolean") && (data42 !== null)){
const err64 = {instancePath:instancePath+"/NetworkConfig/EnableInterContainerTrafficEncryption",schemaPath:"#/properties/NetworkConfig/properties/EnableInterContainerTrafficEncryption/type",keyword:"type",params:{type: schema11.properties.NetworkConfig.properties.EnableInterContainerTrafficEncryption.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data40.VpcConfig !== undefined){
let data43 = data40.VpcConfig;
if((!(data43 && typeof data43 == "object" && !Array.isArray(data43))) && (data43 !== null)){
const err65 = {instancePath:instancePath+"/NetworkConfig/VpcConfig",schemaPath:"#/properties/NetworkConfig/properties/VpcConfig/type",keyword:"type",params:{type: schema11.properties.NetworkConfig.properties.VpcConfig.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
}
if(data.StoppingCondition !== undefined){
let data44 = data.StoppingCondition;
if((!(data44 && typeof data44 == "object" && !Array.isArray(data44))) && (data44 !== null)){
const err66 = {instancePath:instancePath+"/StoppingCondition",schemaPath:"#/properties/StoppingCondition/type",keyword:"type",params:{type: schema11.properties.StoppingCondition.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
for(const key11 in data44){
if(!(key11 === "MaxRuntimeInSeconds")){
const err67 = {instancePath:instancePath+"/StoppingCondition",schemaPath:"#/properties/StoppingCondition/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data44.MaxRuntimeInSeconds !== undefined){
let data45 = data44.MaxRuntimeInSeconds;
if((!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))) && (data45 !== null)){
const err68 = {instancePath:instancePath+"/StoppingCondition/MaxRuntimeInSeconds",schemaPath:"#/properties/StoppingCondition/properties/MaxRuntimeInSeconds/type",keyword:"type",params:{type: schema11.properties.StoppingCondition.properties.MaxRuntimeInSeconds.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 777600 || isNaN(data45)){
const err69 = {instancePath:instancePath+"/StoppingCondition/MaxRuntimeInSeconds",schemaPath:"#/properties/StoppingCondition/properties/MaxRuntimeInSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 777600},message:"must be <= 777600"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data45 < 1 || isNaN(data45)){
const err70 = {instancePath:instancePath+"/StoppingCondition/MaxRuntimeInSeconds",schemaPath:"#/properties/StoppingCondition/properties/MaxRuntimeInSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
}
}
if(data.RoleArn !== undefined){
let data46 = data.RoleArn;
if((typeof data46 !== "string") && (data46 !== null)){
const err71 = {instancePath:instancePath+"/RoleArn",schemaPath:"#/properties/RoleArn/type",keyword:"type",params:{type: schema11.properties.RoleArn.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.Tags !== undefined){
let data47 = data.Tags;
if((!(Array.isArray(data47))) && (data47 !== null)){
const err72 = {instancePath:instancePath+"/Tags",schemaPath:"#/properties/Tags/type",keyword:"type",params:{type: schema11.properties.Tags.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data.ExperimentConfig !== undefined){
let data48 = data.ExperimentConfig;
if((!(data48 && typeof data48 == "object" && !Array.isArray(data48))) && (data48 !== null)){
const err73 = {instancePath:instancePath+"/ExperimentConfig",schemaPath:"#/properties/ExperimentConfig/type",keyword:"type",params:{type: schema11.properties.ExperimentConfig.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data.ProcessingJobArn !== undefined){
let data49 = data.ProcessingJobArn;
if((typeof data49 !== "string") && (data49 !== null)){
const err74 = {instancePath:instancePath+"/ProcessingJobArn",schemaPath:"#/properties/ProcessingJobArn/type",keyword:"type",params:{type: schema11.properties.ProcessingJobArn.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.ProcessingJobStatus !== undefined){
let data50 = data.ProcessingJobStatus;
if((typeof data50 !== "string") && (data50 !== null)){
const err75 = {instancePath:instancePath+"/ProcessingJobStatus",schemaPath:"#/properties/ProcessingJobStatus/type",keyword:"type",params:{type: schema11.properties.ProcessingJobStatus.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data.ExitMessage !== undefined){
let data51 = data.ExitMessage;
if((typeof data51 !== "string") && (data51 !== null)){
const err76 = {instancePath:instancePath+"/ExitMessage",schemaPath:"#/properties/ExitMessage/type",keyword:"type",params:{type: schema11.properties.ExitMessage.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data.FailureReason !== undefined){
let data52 = data.FailureReason;
if((typeof data52 !== "string") && (data52 !== null)){
const err77 = {instancePath:instancePath+"/FailureReason",schemaPath:"#/properties/FailureReason/type",keyword:"type",params:{type: schema11.properties.FailureReason.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data.MonitoringScheduleArn !== undefined){
let data53 = data.MonitoringScheduleArn;
if((typeof data53 !== "string") && (data53 !== null)){
const err78 = {instancePath:instancePath+"/MonitoringScheduleArn",schemaPath:"#/properties/MonitoringScheduleArn/type",keyword:"type",params:{type: schema11.properties.MonitoringScheduleArn.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data.AutoMLJobArn !== undefined){
let data54 = data.AutoMLJobArn;
if((typeof data54 !== "string") && (data54 !== null)){
const err79 = {instancePath:instancePath+"/AutoMLJobArn",schemaPath:"#/properties/AutoMLJobArn/type",keyword:"type",params:{type: schema11.properties.AutoMLJobArn.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data.TrainingJobArn !== undefined){
let data55 = data.TrainingJobArn;
if((typeof data55 !== "string") && (data55 !== null)){
const err80 = {instancePath:instancePath+"/TrainingJobArn",schemaPath:"#/properties/TrainingJobArn/type",keyword:"type",params:{type: schema11.properties.TrainingJobArn.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data.ResponseMetadata !== undefined){
let data56 = data.ResponseMetadata;
if((!(data56 && typeof data56 == "object" && !Array.isArray(data56))) && (data56 !== null)){
const err81 = {instancePath:instancePath+"/ResponseMetadata",schemaPath:"#/properties/ResponseMetadata/type",keyword:"type",params:{type: schema11.properties.ResponseMetadata.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

