// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { ProcessingJobConfig } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isProcessingJobConfig = validate10 as unknown as Validator<ProcessingJobConfig>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"ProcessingJobConfig","description":"/opt/ml/config/processingjobconfig.json as the platform writes it. Only what the runtime reads is typed; unknown keys are ignored.","type":"object","properties":{"ProcessingJobArn":{"type":["string","null"]},"ProcessingJobName":{"type":["string","null"]},"Environment":{"type":["object","null"],"additionalProperties":{"type":["string","null"]}}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ProcessingJobArn !== undefined){
let data0 = data.ProcessingJobArn;
if((typeof data0 !== "string") && (data0 !== null)){
const err0 = {instancePath:instancePath+"/ProcessingJobArn",schemaPath:"#/properties/ProcessingJobArn/type",keyword:"type",params:{type: schema11.properties.ProcessingJobArn.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ProcessingJobName !== undefined){
let data1 = data.ProcessingJobName;
if((typeof data1 !== "string") && (data1 !== null)){
const err1 = {instancePath:instancePath+"/ProcessingJobName",schemaPath:"#/properties/ProcessingJobName/type",keyword:"type",params:{type: schema11.properties.ProcessingJobName.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.Environment !== undefined){
let data2 = data.Environment;
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
const err2 = {instancePath:instancePath+"/Environment",schemaPath:"#/properties/Environment/type",keyword:"type",params:{type: schema11.properties.Environment.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
let data3 = data2[key0];
if((typeof data3 !== "string") && (data3 !== null)){
const err3 = {instancePath:instancePath+"/Environment/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/Environment/additionalProperties/type",keyword:"type",params:{type: schema11.properties.Environment.additionalProperties.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

