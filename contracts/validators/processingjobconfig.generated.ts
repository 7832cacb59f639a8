// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { ProcessingJobConfig } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isProcessingJobConfig = validate10 as unknown as Validator<ProcessingJobConfig>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"ProcessingJobConfig","description":"/opt/ml/config/processingjobconfig.json as the platform writes it. Only what the runtime reads is typed; unknown keys are ignored.","type":"object","properties":{"ProcessingJobArn":{"type":["string","null"]},"ProcessingJobName":{"type":["string","null"]},"Environment":{"type":["object","null"],"additionalProperties":{"type":["string","null"]}},"ProcessingInputs":{"type":["array","null"],"items":{"title":"PlatformInput","type":"object","properties":{"S3Input":{"type":["object","null"],"properties":{"LocalPath":{"type":["string","null"]},"S3Uri":{"type":["string","null"]}}}}}}}};

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
if(data.ProcessingInputs !== undefined){
let data4 = data.ProcessingInputs;
if((!(Array.isArray(data4))) && (data4 !== null)){
const err4 = {instancePath:instancePath+"/ProcessingInputs",schemaPath:"#/properties/ProcessingInputs/type",keyword:"type",params:{type: schema11.properties.ProcessingInputs.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.S3Input !== undefined){
let data6 = data5.S3Input;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err5 = {instancePath:instancePath+"/ProcessingInputs/" + i0+"/S3Input",schemaPath:"#/properties/ProcessingInputs/items/properties/S3Input/type",keyword:"type",params:{type: schema11.properties.ProcessingInputs.items.properties.S3Input.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.LocalPath !== undefined){
let data7 = data6.LocalPath;
if((typeof data7 !== "string") && (data7 !== null)){
const err6 = {instancePath:instancePath+"/ProcessingInputs/" + i0+"/S3Input/LocalPath",schemaPath:"#/properties/ProcessingInputs/items/properties/S3Input/properties/LocalPath/type",keyword:"type",params:{type: schema11.properties.ProcessingInputs.items.properties.S3Input.properties.LocalPath.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data6.S3Uri !== undefined){
let data8 = data6.S3Uri;
if((typeof data8 !== "string") && (data8 !== null)){
const err7 = {instancePath:instancePath+"/ProcessingInputs/" + i0+"/S3Input/S3Uri",schemaPath:"#/properties/ProcessingInputs/items/properties/S3Input/properties/S3Uri/type",keyword:"type",params:{type: schema11.properties.ProcessingInputs.items.properties.S3Input.properties.S3Uri.type},message:"must be string,null"};
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
}
else {
const err8 = {instancePath:instancePath+"/ProcessingInputs/" + i0,schemaPath:"#/properties/ProcessingInputs/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

