// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { CaptureRecord } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isCaptureRecord = validate10 as unknown as Validator<CaptureRecord>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"CaptureRecord","description":"One captured inference, one line of a capture file; also one line of a merged file, which carries groundTruthData.","type":"object","required":["captureData"],"properties":{"captureData":{"type":"object","properties":{"endpointInput":{"$ref":"#/definitions/payload"},"endpointOutput":{"$ref":"#/definitions/payload"},"batchTransformOutput":{"$ref":"#/definitions/payload"}}},"groundTruthData":{"$ref":"#/definitions/payload"},"eventMetadata":{"type":["object","null"],"properties":{"eventId":{"type":["string","null"]},"inferenceId":{"type":["string","null"]},"inferenceTime":{"type":["string","null"]},"customAttributes":{"type":["array","null"],"items":{"type":"string"}}}},"eventVersion":{"type":["string","null"]}},"definitions":{"payload":{"title":"CapturePayload","type":["object","null"],"required":["data"],"properties":{"observedContentType":{"type":["string","null"]},"mode":{"type":["string","null"]},"data":{"type":"string"},"encoding":{"type":["string","null"],"description":"CSV, JSON or BASE64; absent or null: decided by observedContentType."}}}}};
const schema12 = {"title":"CapturePayload","type":["object","null"],"required":["data"],"properties":{"observedContentType":{"type":["string","null"]},"mode":{"type":["string","null"]},"data":{"type":"string"},"encoding":{"type":["string","null"],"description":"CSV, JSON or BASE64; absent or null: decided by observedContentType."}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.captureData === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "captureData"},message:"must have required property '"+"captureData"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.captureData !== undefined){
let data0 = data.captureData;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.endpointInput !== undefined){
let data1 = data0.endpointInput;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
const err1 = {instancePath:instancePath+"/captureData/endpointInput",schemaPath:"#/definitions/payload/type",keyword:"type",params:{type: schema12.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.data === undefined){
const err2 = {instancePath:instancePath+"/captureData/endpointInput",schemaPath:"#/definitions/payload/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data1.observedContentType !== undefined){
let data2 = data1.observedContentType;
if((typeof data2 !== "string") && (data2 !== null)){
const err3 = {instancePath:instancePath+"/captureData/endpointInput/observedContentType",schemaPath:"#/definitions/payload/properties/observedContentType/type",keyword:"type",params:{type: schema12.properties.observedContentType.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.mode !== undefined){
let data3 = data1.mode;
if((typeof data3 !== "string") && (data3 !== null)){
const err4 = {instancePath:instancePath+"/captureData/endpointInput/mode",schemaPath:"#/definitions/payload/properties/mode/type",keyword:"type",params:{type: schema12.properties.mode.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data1.data !== undefined){
if(typeof data1.data !== "string"){
const err5 = {instancePath:instancePath+"/captureData/endpointInput/data",schemaPath:"#/definitions/payload/properties/data/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.encoding !== undefined){
let data5 = data1.encoding;
if((typeof data5 !== "string") && (data5 !== null)){
const err6 = {instancePath:instancePath+"/captureData/endpointInput/encoding",schemaPath:"#/definitions/payload/properties/encoding/type",keyword:"type",params:{type: schema12.properties.encoding.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
if(data0.endpointOutput !== undefined){
let data6 = data0.endpointOutput;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err7 = {instancePath:instancePath+"/captureData/endpointOutput",schemaPath:"#/definitions/payload/type",keyword:"type",params:{type: schema12.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.data === undefined){
const err8 = {instancePath:instancePath+"/captureData/endpointOutput",schemaPath:"#/definitions/payload/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data6.observedContentType !== undefined){
let data7 = data6.observedContentType;
if((typeof data7 !== "string") && (data7 !== null)){
const err9 = {instancePath:instancePath+"/captureData/endpointOutput/observedContentType",schemaPath:"#/definitions/payload/properties/observedContentType/type",keyword:"type",params:{type: schema12.properties.observedContentType.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data6.mode !== undefined){
let data8 = data6.mode;
if((typeof data8 !== "string") && (data8 !== null)){
const err10 = {instancePath:instancePath+"/captureData/endpointOutput/mode",schemaPath:"#/definitions/payload/properties/mode/type",keyword:"type",params:{type: schema12.properties.mode.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data6.data !== undefined){
if(typeof data6.data !== "string"){
const err11 = {instancePath:instancePath+"/captureData/endpointOutput/data",schemaPath:"#/definitions/payload/properties/data/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6.encoding !== undefined){
let data10 = data6.encoding;
if((typeof data10 !== "string") && (data10 !== null)){
const err12 = {instancePath:instancePath+"/captureData/endpointOutput/encoding",schemaPath:"#/definitions/payload/properties/encoding/type",keyword:"type",params:{type: schema12.properties.encoding.type},message:"must be string,null"};
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
if(data0.batchTransformOutput !== undefined){
let data11 = data0.batchTransformOutput;
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
const err13 = {instancePath:instancePath+"/captureData/batchTransformOutput",schemaPath:"#/definitions/payload/type",keyword:"type",params:{type: schema12.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.data === undefined){
const err14 = {instancePath:instancePath+"/captureData/batchTransformOutput",schemaPath:"#/definitions/payload/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data11.observedContentType !== undefined){
let data12 = data11.observedContentType;
if((typeof data12 !== "string") && (data12 !== null)){
const err15 = {instancePath:instancePath+"/captureData/batchTransformOutput/observedContentType",schemaPath:"#/definitions/payload/properties/observedContentType/type",keyword:"type",params:{type: schema12.properties.observedContentType.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data11.mode !== undefined){
let data13 = data11.mode;
if((typeof data13 !== "string") && (data13 !== null)){
const err16 = {instancePath:instancePath+"/captureData/batchTransformOutput/mode",schemaPath:"#/definitions/payload/properties/mode/type",keyword:"type",params:{type: schema12.properties.mode.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data11.data !== undefined){
if(typeof data11.data !== "string"){
const err17 = {instancePath:instancePath+"/captureData/batchTransformOutput/data",schemaPath:"#/definitions/payload/properties/data/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data11.encoding !== undefined){
let data15 = data11.encoding;
if((typeof data15 !== "string") && (data15 !== null)){
const err18 = {instancePath:instancePath+"/captureData/batchTransformOutput/encoding",schemaPath:"#/definitions/payload/properties/encoding/type",keyword:"type",params:{type: schema12.properties.encoding.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/captureData",schemaPath:"#/properties/captureData/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.groundTruthData !== undefined){
let data16 = data.groundTruthData;
if((!(data16 && typeof data16 == "object" && !Array.isArray(data16))) && (data16 !== null)){
const err20 = {instancePath:instancePath+"/groundTruthData",schemaPath:"#/definitions/payload/type",keyword:"type",params:{type: schema12.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.data === undefined){
const err21 = {instancePath:instancePath+"/groundTruthData",schemaPath:"#/definitions/payload/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data16.observedContentType !== undefined){
let data17 = data16.observedContentType;
if((typeof data17 !== "string") && (data17 !== null)){
const err22 = {instancePath:instancePath+"/groundTruthData/observedContentType",schemaPath:"#/definitions/payload/properties/observedContentType/type",keyword:"type",params:{type: schema12.properties.observedContentType.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data16.mode !== undefined){
let data18 = data16.mode;
if((typeof data18 !== "string") && (data18 !== null)){
const err23 = {instancePath:instancePath+"/groundTruthData/mode",schemaPath:"#/definitions/payload/properties/mode/type",keyword:"type",params:{type: schema12.properties.mode.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data16.data !== undefined){
if(typeof data16.data !== "string"){
const err24 = {instancePath:instancePath+"/groundTruthData/data",schemaPath:"#/definitions/payload/properties/data/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data16.encoding !== undefined){
let data20 = data16.encoding;
if((typeof data20 !== "string") && (data20 !== null)){
const err25 = {instancePath:instancePath+"/groundTruthData/encoding",schemaPath:"#/definitions/payload/properties/encoding/type",keyword:"type",params:{type: schema12.properties.encoding.type},message:"must be string,null"};
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
}
if(data.eventMetadata !== undefined){
let data21 = data.eventMetadata;
if((!(data21 && typeof data21 == "object" && !Array.isArray(data21))) && (data21 !== null)){
const err26 = {instancePath:instancePath+"/eventMetadata",schemaPath:"#/properties/eventMetadata/type",keyword:"type",params:{type: schema11.properties.eventMetadata.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.eventId !== undefined){
let data22 = data21.eventId;
if((typeof data22 !== "string") && (data22 !== null)){
const err27 = {instancePath:instancePath+"/eventMetadata/eventId",schemaPath:"#/properties/eventMetadata/properties/eventId/type",keyword:"type",params:{type: schema11.properties.eventMetadata.properties.eventId.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data21.inferenceId !== undefined){
let data23 = data21.inferenceId;
if((typeof data23 !== "string") && (data23 !== null)){
const err28 = {instancePath:instancePath+"/eventMetadata/inferenceId",schemaPath:"#/properties/eventMetadata/properties/inferenceId/type",keyword:"type",params:{type: schema11.properties.eventMetadata.properties.inferenceId.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data21.inferenceTime !== undefined){
let data24 = data21.inferenceTime;
if((typeof data24 !== "string") && (data24 !== null)){
const err29 = {instancePath:instancePath+"/eventMetadata/inferenceTime",schemaPath:"#/properties/eventMetadata/properties/inferenceTime/type",keyword:"type",params:{type: schema11.properties.eventMetadata.properties.inferenceTime.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data21.customAttributes !== undefined){
let data25 = data21.customAttributes;
if((!(Array.isArray(data25))) && (data25 !== null)){
const err30 = {instancePath:instancePath+"/eventMetadata/customAttributes",schemaPath:"#/properties/eventMetadata/properties/customAttributes/type",keyword:"type",params:{type: schema11.properties.eventMetadata.properties.customAttributes.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(Array.isArray(data25)){
const len0 = data25.length;
for(let i0=0; i0<len0; i0++){
if(typeof data25[i0] !== "string"){
const err31 = {instancePath:instancePath+"/eventMetadata/customAttributes/" + i0,schemaPath:"#/properties/eventMetadata/properties/customAttributes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
}
}
if(data.eventVersion !== undefined){
let data27 = data.eventVersion;
if((typeof data27 !== "string") && (data27 !== null)){
const err32 = {instancePath:instancePath+"/eventVersion",schemaPath:"#/properties/eventVersion/type",keyword:"type",params:{type: schema11.properties.eventVersion.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

