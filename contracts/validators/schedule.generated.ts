// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { Schedule } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isSchedule = validate10 as unknown as Validator<Schedule>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Schedule","description":"A monitoring schedule: when a processing job runs, over which window, and the request that starts it.","type":"object","required":["name","schedule"],"additionalProperties":false,"properties":{"$schema":{"type":"string"},"name":{"type":"string","description":"Name of the schedule, at most 63 letters, digits and hyphens; the job sees it as sagemaker_monitoring_schedule_name."},"schedule":{"title":"ScheduleTimes","type":"object","required":["expression"],"additionalProperties":false,"properties":{"expression":{"type":"string","description":"cron(minutes hours day-of-month month day-of-week year) in UTC, such as cron(0 * ? * * *) or cron(0 0/6 ? * * *); or NOW: one run."},"dataAnalysisStartTime":{"type":["string","null"],"description":"Start of the window as an offset to the scheduled time, an ISO-8601 duration such as -PT1H. Default: the scheduled time before. Required with NOW."},"dataAnalysisEndTime":{"type":["string","null"],"description":"End of the window as an offset to the scheduled time, such as -PT0H (default). Required with NOW."}}},"groundTruth":{"title":"GroundTruthLag","type":["object","null"],"description":"How long labels take: both ends of the window move back by these durations, so that labels can arrive before the run.","additionalProperties":false,"properties":{"startTimeOffset":{"type":["string","null"],"description":"Moves the start of the window, such as -P8D (default: not at all)."},"endTimeOffset":{"type":["string","null"],"description":"Moves the end of the window, such as -P1D (default: not at all)."}}},"endpoint":{"type":["string","null"],"description":"Name of the endpoint whose captures are read; the job sees it as sagemaker_endpoint_name, and reports go to <output>/<endpoint>/<schedule>/yyyy/mm/dd/hh. Absent: batch data, <output>/<schedule>/yyyy/mm/dd/hh."},"monitoringType":{"enum":["DataQuality","ModelQuality","ModelBias","ModelExplainability",null],"description":"Kind of monitoring, as execution lists show it (default: what the request's analysis_type says, else DataQuality)."},"catchUp":{"type":["integer","null"],"minimum":0,"maximum":1000,"description":"Scheduled times that were missed and are made up for, the latest ones, oldest first (default 24); also the most that wait while a run takes longer than the time to the next."},"request":{"type":["string","object"],"description":"CreateProcessingJob request, or the path of one relative to this file. start_time, end_time and the names of schedule and endpoint are added to its Environment."}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.schedule === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schedule"},message:"must have required property '"+"schedule"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "$schema") || (key0 === "name")) || (key0 === "schedule")) || (key0 === "groundTruth")) || (key0 === "endpoint")) || (key0 === "monitoringType")) || (key0 === "catchUp")) || (key0 === "request"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.schedule !== undefined){
let data2 = data.schedule;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.expression === undefined){
const err5 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/required",keyword:"required",params:{missingProperty: "expression"},message:"must have required property '"+"expression"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "expression") || (key1 === "dataAnalysisStartTime")) || (key1 === "dataAnalysisEndTime"))){
const err6 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.expression !== undefined){
if(typeof data2.expression !== "string"){
const err7 = {instancePath:instancePath+"/schedule/expression",schemaPath:"#/properties/schedule/properties/expression/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.dataAnalysisStartTime !== undefined){
let data4 = data2.dataAnalysisStartTime;
if((typeof data4 !== "string") && (data4 !== null)){
const err8 = {instancePath:instancePath+"/schedule/dataAnalysisStartTime",schemaPath:"#/properties/schedule/properties/dataAnalysisStartTime/type",keyword:"type",params:{type: schema11.properties.schedule.properties.dataAnalysisStartTime.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.dataAnalysisEndTime !== undefined){
let data5 = data2.dataAnalysisEndTime;
if((typeof data5 !== "string") && (data5 !== null)){
const err9 = {instancePath:instancePath+"/schedule/dataAnalysisEndTime",schemaPath:"#/properties/schedule/properties/dataAnalysisEndTime/type",keyword:"type",params:{type: schema11.properties.schedule.properties.dataAnalysisEndTime.type},message:"must be string,null"};
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
else {
const err10 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.groundTruth !== undefined){
let data6 = data.groundTruth;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err11 = {instancePath:instancePath+"/groundTruth",schemaPath:"#/properties/groundTruth/type",keyword:"type",params:{type: schema11.properties.groundTruth.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(!((key2 === "startTimeOffset") || (key2 === "endTimeOffset"))){
const err12 = {instancePath:instancePath+"/groundTruth",schemaPath:"#/properties/groundTruth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data6.startTimeOffset !== undefined){
let data7 = data6.startTimeOffset;
if((typeof data7 !== "string") && (data7 !== null)){
const err13 = {instancePath:instancePath+"/groundTruth/startTimeOffset",schemaPath:"#/properties/groundTruth/properties/startTimeOffset/type",keyword:"type",params:{type: schema11.properties.groundTruth.properties.startTimeOffset.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.endTimeOffset !== undefined){
let data8 = data6.endTimeOffset;
if((typeof data8 !== "string") && (data8 !== null)){
const err14 = {instancePath:instancePath+"/groundTruth/endTimeOffset",schemaPath:"#/properties/groundTruth/properties/endTimeOffset/type",keyword:"type",params:{type: schema11.properties.groundTruth.properties.endTimeOffset.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
if(data.endpoint !== undefined){
let data9 = data.endpoint;
if((typeof data9 !== "string") && (data9 !== null)){
const err15 = {instancePath:instancePath+"/endpoint",schemaPath:"#/properties/endpoint/type",keyword:"type",params:{type: schema11.properties.endpoint.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.monitoringType !== undefined){
let data10 = data.monitoringType;
if(!(((((data10 === "DataQuality") || (data10 === "ModelQuality")) || (data10 === "ModelBias")) || (data10 === "ModelExplainability")) || (data10 === null))){
const err16 = {instancePath:instancePath+"/monitoringType",schemaPath:"#/properties/monitoringType/enum",keyword:"enum",params:{allowedValues: schema11.properties.monitoringType.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.catchUp !== undefined){
let data11 = data.catchUp;
if((!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))) && (data11 !== null)){
const err17 = {instancePath:instancePath+"/catchUp",schemaPath:"#/properties/catchUp/type",keyword:"type",params:{type: schema11.properties.catchUp.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1000 || isNaN(data11)){
const err18 = {instancePath:instancePath+"/catchUp",schemaPath:"#/properties/catchUp/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err19 = {instancePath:instancePath+"/catchUp",schemaPath:"#/properties/catchUp/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.request !== undefined){
let data12 = data.request;
if((typeof data12 !== "string") && (!(data12 && typeof data12 == "object" && !Array.isArray(data12)))){
const err20 = {instancePath:instancePath+"/request",schemaPath:"#/properties/request/type",keyword:"type",params:{type: schema11.properties.request.type},message:"must be string,object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

