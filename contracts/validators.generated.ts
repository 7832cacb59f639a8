// @ts-nocheck
// Generated from the schemas in this folder by `npm run contracts`. Do not edit.
import type { ErrorObject } from 'ajv'
import type * as Types from './types.generated.ts'

/** True when the value fits its schema; otherwise `errors` lists every problem. */
export interface Validator<Type> {
  (value: unknown): value is Type
  errors?: ErrorObject[] | null
}

"use strict";
export const isAnalysisReport = validate10 as unknown as Validator<Types.AnalysisReport>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"AnalysisReport","description":"analysis.json of bias and attribution jobs, in the layout of SageMaker Clarify; the next run's baseline_constraints.","type":"object","required":["version"],"properties":{"version":{"type":"string"},"post_training_bias_metrics":{"$ref":"#/definitions/stage"},"pre_training_bias_metrics":{"$ref":"#/definitions/stage"},"explanations":{"type":"object","properties":{"kernel_shap":{"type":"object","description":"By label.","additionalProperties":{"title":"Attributions","type":"object","required":["global_shap_values"],"properties":{"global_shap_values":{"type":"object","description":"By feature.","additionalProperties":{"type":"number"}},"expected_value":{"type":"number","description":"What the model says of the background; absent where attributions were captured."}}}}}}},"definitions":{"stage":{"title":"BiasStage","type":"object","required":["label","facets","label_value_or_threshold"],"properties":{"label":{"type":"string"},"label_value_or_threshold":{"type":"string"},"facets":{"type":"object","description":"By facet: one entry per group.","additionalProperties":{"type":"array","items":{"title":"BiasGroup","type":"object","required":["value_or_threshold","metrics"],"properties":{"value_or_threshold":{"type":"string"},"metrics":{"type":"array","items":{"title":"BiasMetric","type":"object","required":["name","description","value"],"properties":{"name":{"type":"string"},"description":{"type":"string"},"value":{"type":["number","string","null"],"description":"A number, the text Infinity or -Infinity, or null with an error."},"error":{"type":"string"},"standard_error":{"type":"number"}}}}}}}}}}}};
const schema12 = {"title":"BiasStage","type":"object","required":["label","facets","label_value_or_threshold"],"properties":{"label":{"type":"string"},"label_value_or_threshold":{"type":"string"},"facets":{"type":"object","description":"By facet: one entry per group.","additionalProperties":{"type":"array","items":{"title":"BiasGroup","type":"object","required":["value_or_threshold","metrics"],"properties":{"value_or_threshold":{"type":"string"},"metrics":{"type":"array","items":{"title":"BiasMetric","type":"object","required":["name","description","value"],"properties":{"name":{"type":"string"},"description":{"type":"string"},"value":{"type":["number","string","null"],"description":"A number, the text Infinity or -Infinity, or null with an error."},"error":{"type":"string"},"standard_error":{"type":"number"}}}}}}}}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.version !== undefined){
if(typeof data.version !== "string"){
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.post_training_bias_metrics !== undefined){
let data1 = data.post_training_bias_metrics;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.label === undefined){
const err2 = {instancePath:instancePath+"/post_training_bias_metrics",schemaPath:"#/definitions/stage/required",keyword:"required",params:{missingProperty: "label"},message:"must have required property '"+"label"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data1.facets === undefined){
const err3 = {instancePath:instancePath+"/post_training_bias_metrics",schemaPath:"#/definitions/stage/required",keyword:"required",params:{missingProperty: "facets"},message:"must have required property '"+"facets"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1.label_value_or_threshold === undefined){
const err4 = {instancePath:instancePath+"/post_training_bias_metrics",schemaPath:"#/definitions/stage/required",keyword:"required",params:{missingProperty: "label_value_or_threshold"},message:"must have required property '"+"label_value_or_threshold"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.label !== undefined){
if(typeof data1.label !== "string"){
const err5 = {instancePath:instancePath+"/post_training_bias_metrics/label",schemaPath:"#/definitions/stage/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.label_value_or_threshold !== undefined){
if(typeof data1.label_value_or_threshold !== "string"){
const err6 = {instancePath:instancePath+"/post_training_bias_metrics/label_value_or_threshold",schemaPath:"#/definitions/stage/properties/label_value_or_threshold/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data1.facets !== undefined){
let data4 = data1.facets;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key0 in data4){
let data5 = data4[key0];
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.value_or_threshold === undefined){
const err7 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/required",keyword:"required",params:{missingProperty: "value_or_threshold"},message:"must have required property '"+"value_or_threshold"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data6.metrics === undefined){
const err8 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/required",keyword:"required",params:{missingProperty: "metrics"},message:"must have required property '"+"metrics"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data6.value_or_threshold !== undefined){
if(typeof data6.value_or_threshold !== "string"){
const err9 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/value_or_threshold",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/value_or_threshold/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data6.metrics !== undefined){
let data8 = data6.metrics;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.name === undefined){
const err10 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics/" + i1,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data9.description === undefined){
const err11 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics/" + i1,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data9.value === undefined){
const err12 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics/" + i1,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data9.name !== undefined){
if(typeof data9.name !== "string"){
const err13 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics/" + i1+"/name",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data9.description !== undefined){
if(typeof data9.description !== "string"){
const err14 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics/" + i1+"/description",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data9.value !== undefined){
let data12 = data9.value;
if(((!((typeof data12 == "number") && (isFinite(data12)))) && (typeof data12 !== "string")) && (data12 !== null)){
const err15 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics/" + i1+"/value",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/value/type",keyword:"type",params:{type: schema12.properties.facets.additionalProperties.items.properties.metrics.items.properties.value.type},message:"must be number,string,null"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data9.error !== undefined){
if(typeof data9.error !== "string"){
const err16 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics/" + i1+"/error",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data9.standard_error !== undefined){
let data14 = data9.standard_error;
if(!((typeof data14 == "number") && (isFinite(data14)))){
const err17 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics/" + i1+"/standard_error",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/standard_error/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics/" + i1,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err19 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0+"/metrics",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
else {
const err20 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err21 = {instancePath:instancePath+"/post_training_bias_metrics/facets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/stage/properties/facets/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/post_training_bias_metrics/facets",schemaPath:"#/definitions/stage/properties/facets/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/post_training_bias_metrics",schemaPath:"#/definitions/stage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.pre_training_bias_metrics !== undefined){
let data15 = data.pre_training_bias_metrics;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.label === undefined){
const err24 = {instancePath:instancePath+"/pre_training_bias_metrics",schemaPath:"#/definitions/stage/required",keyword:"required",params:{missingProperty: "label"},message:"must have required property '"+"label"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data15.facets === undefined){
const err25 = {instancePath:instancePath+"/pre_training_bias_metrics",schemaPath:"#/definitions/stage/required",keyword:"required",params:{missingProperty: "facets"},message:"must have required property '"+"facets"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data15.label_value_or_threshold === undefined){
const err26 = {instancePath:instancePath+"/pre_training_bias_metrics",schemaPath:"#/definitions/stage/required",keyword:"required",params:{missingProperty: "label_value_or_threshold"},message:"must have required property '"+"label_value_or_threshold"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data15.label !== undefined){
if(typeof data15.label !== "string"){
const err27 = {instancePath:instancePath+"/pre_training_bias_metrics/label",schemaPath:"#/definitions/stage/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data15.label_value_or_threshold !== undefined){
if(typeof data15.label_value_or_threshold !== "string"){
const err28 = {instancePath:instancePath+"/pre_training_bias_metrics/label_value_or_threshold",schemaPath:"#/definitions/stage/properties/label_value_or_threshold/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data15.facets !== undefined){
let data18 = data15.facets;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key1 in data18){
let data19 = data18[key1];
if(Array.isArray(data19)){
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.value_or_threshold === undefined){
const err29 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/required",keyword:"required",params:{missingProperty: "value_or_threshold"},message:"must have required property '"+"value_or_threshold"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data20.metrics === undefined){
const err30 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/required",keyword:"required",params:{missingProperty: "metrics"},message:"must have required property '"+"metrics"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data20.value_or_threshold !== undefined){
if(typeof data20.value_or_threshold !== "string"){
const err31 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/value_or_threshold",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/value_or_threshold/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data20.metrics !== undefined){
let data22 = data20.metrics;
if(Array.isArray(data22)){
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.name === undefined){
const err32 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics/" + i3,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data23.description === undefined){
const err33 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics/" + i3,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data23.value === undefined){
const err34 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics/" + i3,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data23.name !== undefined){
if(typeof data23.name !== "string"){
const err35 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics/" + i3+"/name",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data23.description !== undefined){
if(typeof data23.description !== "string"){
const err36 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics/" + i3+"/description",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data23.value !== undefined){
let data26 = data23.value;
if(((!((typeof data26 == "number") && (isFinite(data26)))) && (typeof data26 !== "string")) && (data26 !== null)){
const err37 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics/" + i3+"/value",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/value/type",keyword:"type",params:{type: schema12.properties.facets.additionalProperties.items.properties.metrics.items.properties.value.type},message:"must be number,string,null"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data23.error !== undefined){
if(typeof data23.error !== "string"){
const err38 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics/" + i3+"/error",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data23.standard_error !== undefined){
let data28 = data23.standard_error;
if(!((typeof data28 == "number") && (isFinite(data28)))){
const err39 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics/" + i3+"/standard_error",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/properties/standard_error/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics/" + i3,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2+"/metrics",schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/properties/metrics/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/definitions/stage/properties/facets/additionalProperties/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/pre_training_bias_metrics/facets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/stage/properties/facets/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/pre_training_bias_metrics/facets",schemaPath:"#/definitions/stage/properties/facets/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/pre_training_bias_metrics",schemaPath:"#/definitions/stage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.explanations !== undefined){
let data29 = data.explanations;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.kernel_shap !== undefined){
let data30 = data29.kernel_shap;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key2 in data30){
let data31 = data30[key2];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.global_shap_values === undefined){
const err46 = {instancePath:instancePath+"/explanations/kernel_shap/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/explanations/properties/kernel_shap/additionalProperties/required",keyword:"required",params:{missingProperty: "global_shap_values"},message:"must have required property '"+"global_shap_values"+"'"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data31.global_shap_values !== undefined){
let data32 = data31.global_shap_values;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key3 in data32){
let data33 = data32[key3];
if(!((typeof data33 == "number") && (isFinite(data33)))){
const err47 = {instancePath:instancePath+"/explanations/kernel_shap/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/global_shap_values/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/explanations/properties/kernel_shap/additionalProperties/properties/global_shap_values/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
const err48 = {instancePath:instancePath+"/explanations/kernel_shap/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/global_shap_values",schemaPath:"#/properties/explanations/properties/kernel_shap/additionalProperties/properties/global_shap_values/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data31.expected_value !== undefined){
let data34 = data31.expected_value;
if(!((typeof data34 == "number") && (isFinite(data34)))){
const err49 = {instancePath:instancePath+"/explanations/kernel_shap/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_value",schemaPath:"#/properties/explanations/properties/kernel_shap/additionalProperties/properties/expected_value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
else {
const err50 = {instancePath:instancePath+"/explanations/kernel_shap/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/explanations/properties/kernel_shap/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/explanations/kernel_shap",schemaPath:"#/properties/explanations/properties/kernel_shap/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/explanations",schemaPath:"#/properties/explanations/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const isAnalysisConfig = validate11 as unknown as Validator<Types.AnalysisConfig>;
const schema14 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"AnalysisConfig","description":"analysis_config.json of bias and attribution jobs, in the layout of SageMaker Clarify. Keys that this schema does not name are accepted.","type":"object","properties":{"version":{"type":["string","number"]},"dataset_type":{"type":"string","description":"text/csv, application/jsonlines, application/json or application/x-parquet; absent: captures, or what dataset_format says."},"headers":{"type":["array","null"],"items":{"type":"string"},"description":"Names of the columns of data without a header, the label among them where the data has it."},"features":{"type":["string","null"],"description":"JMESPath of the list of features in a JSON record."},"label":{"type":["string","integer","null"],"description":"Name or index of the label's column, or JMESPath in a JSON record."},"predicted_label":{"type":["string","integer","null"],"description":"The same for the prediction."},"excluded_columns":{"type":["array","null"],"items":{"type":["string","integer"]},"description":"Columns of the dataset that the model is not given, by name or index."},"joinsource_name_or_index":{"type":["string","integer","null"],"description":"The column that identifies a row; the model is not given it."},"label_values_or_threshold":{"type":["array","null"],"items":{"type":["string","number","boolean"]},"description":"Values that are positive outcomes, or the number above which one is."},"facet":{"type":["array","object","null"],"items":{"$ref":"#/definitions/facet"},"properties":{"name_or_index":{"type":["string","integer"]}}},"group_variable":{"type":["string","integer","null"]},"probability_threshold":{"type":["number","null"]},"methods":{"type":["object","null"],"properties":{"pre_training_bias":{"$ref":"#/definitions/bias"},"post_training_bias":{"$ref":"#/definitions/bias"},"shap":{"title":"ShapConfig","type":["object","null"],"properties":{"baseline":{"type":["array","string","null"],"description":"Rows that stand for absent features; absent: the means or most frequent values of the data."},"num_samples":{"type":["integer","null"],"minimum":1},"agg_method":{"type":["string","null"],"enum":["mean_abs","median","mean_sq",null]},"use_logit":{"type":["boolean","null"]},"seed":{"type":["integer","null"]},"save_local_shap_values":{"type":["boolean","null"]}}}}},"predictor":{"type":["object","null"],"properties":{"label":{"type":["string","integer","null"]},"probability":{"type":["string","integer","null"]},"label_headers":{"type":["array","null"],"items":{"type":"string"}},"content_type":{"type":["string","null"]},"accept_type":{"type":["string","null"]},"content_template":{"type":["string","null"]},"record_template":{"type":["string","null"]}}}},"definitions":{"facet":{"title":"FacetConfig","type":"object","required":["name_or_index"],"properties":{"name_or_index":{"type":["string","integer"]},"value_or_threshold":{"type":["array","null"],"items":{"type":["string","number","boolean"]},"description":"Values of the disadvantaged group, or the number above which rows belong to it; absent: every value in turn."}}},"bias":{"title":"BiasMethods","type":["object","null"],"properties":{"methods":{"type":["string","array","null"],"items":{"type":"string"}}}}}};
const schema15 = {"title":"FacetConfig","type":"object","required":["name_or_index"],"properties":{"name_or_index":{"type":["string","integer"]},"value_or_threshold":{"type":["array","null"],"items":{"type":["string","number","boolean"]},"description":"Values of the disadvantaged group, or the number above which rows belong to it; absent: every value in turn."}}};
const schema16 = {"title":"BiasMethods","type":["object","null"],"properties":{"methods":{"type":["string","array","null"],"items":{"type":"string"}}}};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version !== undefined){
let data0 = data.version;
if((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))){
const err0 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema14.properties.version.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.dataset_type !== undefined){
if(typeof data.dataset_type !== "string"){
const err1 = {instancePath:instancePath+"/dataset_type",schemaPath:"#/properties/dataset_type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.headers !== undefined){
let data2 = data.headers;
if((!(Array.isArray(data2))) && (data2 !== null)){
const err2 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/type",keyword:"type",params:{type: schema14.properties.headers.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
const err3 = {instancePath:instancePath+"/headers/" + i0,schemaPath:"#/properties/headers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
if(data.features !== undefined){
let data4 = data.features;
if((typeof data4 !== "string") && (data4 !== null)){
const err4 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: schema14.properties.features.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.label !== undefined){
let data5 = data.label;
if(((typeof data5 !== "string") && (!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5))))) && (data5 !== null)){
const err5 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema14.properties.label.type},message:"must be string,integer,null"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.predicted_label !== undefined){
let data6 = data.predicted_label;
if(((typeof data6 !== "string") && (!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6))))) && (data6 !== null)){
const err6 = {instancePath:instancePath+"/predicted_label",schemaPath:"#/properties/predicted_label/type",keyword:"type",params:{type: schema14.properties.predicted_label.type},message:"must be string,integer,null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.excluded_columns !== undefined){
let data7 = data.excluded_columns;
if((!(Array.isArray(data7))) && (data7 !== null)){
const err7 = {instancePath:instancePath+"/excluded_columns",schemaPath:"#/properties/excluded_columns/type",keyword:"type",params:{type: schema14.properties.excluded_columns.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if((typeof data8 !== "string") && (!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8))))){
const err8 = {instancePath:instancePath+"/excluded_columns/" + i1,schemaPath:"#/properties/excluded_columns/items/type",keyword:"type",params:{type: schema14.properties.excluded_columns.items.type},message:"must be string,integer"};
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
if(data.joinsource_name_or_index !== undefined){
let data9 = data.joinsource_name_or_index;
if(((typeof data9 !== "string") && (!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9))))) && (data9 !== null)){
const err9 = {instancePath:instancePath+"/joinsource_name_or_index",schemaPath:"#/properties/joinsource_name_or_index/type",keyword:"type",params:{type: schema14.properties.joinsource_name_or_index.type},message:"must be string,integer,null"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.label_values_or_threshold !== undefined){
let data10 = data.label_values_or_threshold;
if((!(Array.isArray(data10))) && (data10 !== null)){
const err10 = {instancePath:instancePath+"/label_values_or_threshold",schemaPath:"#/properties/label_values_or_threshold/type",keyword:"type",params:{type: schema14.properties.label_values_or_threshold.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
if(((typeof data11 !== "string") && (!((typeof data11 == "number") && (isFinite(data11))))) && (typeof data11 !== "boolean")){
const err11 = {instancePath:instancePath+"/label_values_or_threshold/" + i2,schemaPath:"#/properties/label_values_or_threshold/items/type",keyword:"type",params:{type: schema14.properties.label_values_or_threshold.items.type},message:"must be string,number,boolean"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
if(data.facet !== undefined){
let data12 = data.facet;
if(typeof data12 != "object"){
const err12 = {instancePath:instancePath+"/facet",schemaPath:"#/properties/facet/type",keyword:"type",params:{type: schema14.properties.facet.type},message:"must be array,object,null"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(Array.isArray(data12)){
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
let data13 = data12[i3];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.name_or_index === undefined){
const err13 = {instancePath:instancePath+"/facet/" + i3,schemaPath:"#/definitions/facet/required",keyword:"required",params:{missingProperty: "name_or_index"},message:"must have required property '"+"name_or_index"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data13.name_or_index !== undefined){
let data14 = data13.name_or_index;
if((typeof data14 !== "string") && (!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14))))){
const err14 = {instancePath:instancePath+"/facet/" + i3+"/name_or_index",schemaPath:"#/definitions/facet/properties/name_or_index/type",keyword:"type",params:{type: schema15.properties.name_or_index.type},message:"must be string,integer"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data13.value_or_threshold !== undefined){
let data15 = data13.value_or_threshold;
if((!(Array.isArray(data15))) && (data15 !== null)){
const err15 = {instancePath:instancePath+"/facet/" + i3+"/value_or_threshold",schemaPath:"#/definitions/facet/properties/value_or_threshold/type",keyword:"type",params:{type: schema15.properties.value_or_threshold.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(Array.isArray(data15)){
const len4 = data15.length;
for(let i4=0; i4<len4; i4++){
let data16 = data15[i4];
if(((typeof data16 !== "string") && (!((typeof data16 == "number") && (isFinite(data16))))) && (typeof data16 !== "boolean")){
const err16 = {instancePath:instancePath+"/facet/" + i3+"/value_or_threshold/" + i4,schemaPath:"#/definitions/facet/properties/value_or_threshold/items/type",keyword:"type",params:{type: schema15.properties.value_or_threshold.items.type},message:"must be string,number,boolean"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
}
}
else {
const err17 = {instancePath:instancePath+"/facet/" + i3,schemaPath:"#/definitions/facet/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.name_or_index !== undefined){
let data17 = data12.name_or_index;
if((typeof data17 !== "string") && (!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17))))){
const err18 = {instancePath:instancePath+"/facet/name_or_index",schemaPath:"#/properties/facet/properties/name_or_index/type",keyword:"type",params:{type: schema14.properties.facet.properties.name_or_index.type},message:"must be string,integer"};
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
if(data.group_variable !== undefined){
let data18 = data.group_variable;
if(((typeof data18 !== "string") && (!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18))))) && (data18 !== null)){
const err19 = {instancePath:instancePath+"/group_variable",schemaPath:"#/properties/group_variable/type",keyword:"type",params:{type: schema14.properties.group_variable.type},message:"must be string,integer,null"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.probability_threshold !== undefined){
let data19 = data.probability_threshold;
if((!((typeof data19 == "number") && (isFinite(data19)))) && (data19 !== null)){
const err20 = {instancePath:instancePath+"/probability_threshold",schemaPath:"#/properties/probability_threshold/type",keyword:"type",params:{type: schema14.properties.probability_threshold.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.methods !== undefined){
let data20 = data.methods;
if((!(data20 && typeof data20 == "object" && !Array.isArray(data20))) && (data20 !== null)){
const err21 = {instancePath:instancePath+"/methods",schemaPath:"#/properties/methods/type",keyword:"type",params:{type: schema14.properties.methods.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.pre_training_bias !== undefined){
let data21 = data20.pre_training_bias;
if((!(data21 && typeof data21 == "object" && !Array.isArray(data21))) && (data21 !== null)){
const err22 = {instancePath:instancePath+"/methods/pre_training_bias",schemaPath:"#/definitions/bias/type",keyword:"type",params:{type: schema16.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.methods !== undefined){
let data22 = data21.methods;
if(((typeof data22 !== "string") && (!(Array.isArray(data22)))) && (data22 !== null)){
const err23 = {instancePath:instancePath+"/methods/pre_training_bias/methods",schemaPath:"#/definitions/bias/properties/methods/type",keyword:"type",params:{type: schema16.properties.methods.type},message:"must be string,array,null"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(Array.isArray(data22)){
const len5 = data22.length;
for(let i5=0; i5<len5; i5++){
if(typeof data22[i5] !== "string"){
const err24 = {instancePath:instancePath+"/methods/pre_training_bias/methods/" + i5,schemaPath:"#/definitions/bias/properties/methods/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
}
}
if(data20.post_training_bias !== undefined){
let data24 = data20.post_training_bias;
if((!(data24 && typeof data24 == "object" && !Array.isArray(data24))) && (data24 !== null)){
const err25 = {instancePath:instancePath+"/methods/post_training_bias",schemaPath:"#/definitions/bias/type",keyword:"type",params:{type: schema16.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.methods !== undefined){
let data25 = data24.methods;
if(((typeof data25 !== "string") && (!(Array.isArray(data25)))) && (data25 !== null)){
const err26 = {instancePath:instancePath+"/methods/post_training_bias/methods",schemaPath:"#/definitions/bias/properties/methods/type",keyword:"type",params:{type: schema16.properties.methods.type},message:"must be string,array,null"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(Array.isArray(data25)){
const len6 = data25.length;
for(let i6=0; i6<len6; i6++){
if(typeof data25[i6] !== "string"){
const err27 = {instancePath:instancePath+"/methods/post_training_bias/methods/" + i6,schemaPath:"#/definitions/bias/properties/methods/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
}
}
if(data20.shap !== undefined){
let data27 = data20.shap;
if((!(data27 && typeof data27 == "object" && !Array.isArray(data27))) && (data27 !== null)){
const err28 = {instancePath:instancePath+"/methods/shap",schemaPath:"#/properties/methods/properties/shap/type",keyword:"type",params:{type: schema14.properties.methods.properties.shap.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.baseline !== undefined){
let data28 = data27.baseline;
if(((!(Array.isArray(data28))) && (typeof data28 !== "string")) && (data28 !== null)){
const err29 = {instancePath:instancePath+"/methods/shap/baseline",schemaPath:"#/properties/methods/properties/shap/properties/baseline/type",keyword:"type",params:{type: schema14.properties.methods.properties.shap.properties.baseline.type},message:"must be array,string,null"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data27.num_samples !== undefined){
let data29 = data27.num_samples;
if((!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))) && (data29 !== null)){
const err30 = {instancePath:instancePath+"/methods/shap/num_samples",schemaPath:"#/properties/methods/properties/shap/properties/num_samples/type",keyword:"type",params:{type: schema14.properties.methods.properties.shap.properties.num_samples.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 1 || isNaN(data29)){
const err31 = {instancePath:instancePath+"/methods/shap/num_samples",schemaPath:"#/properties/methods/properties/shap/properties/num_samples/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data27.agg_method !== undefined){
let data30 = data27.agg_method;
if((typeof data30 !== "string") && (data30 !== null)){
const err32 = {instancePath:instancePath+"/methods/shap/agg_method",schemaPath:"#/properties/methods/properties/shap/properties/agg_method/type",keyword:"type",params:{type: schema14.properties.methods.properties.shap.properties.agg_method.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!((((data30 === "mean_abs") || (data30 === "median")) || (data30 === "mean_sq")) || (data30 === null))){
const err33 = {instancePath:instancePath+"/methods/shap/agg_method",schemaPath:"#/properties/methods/properties/shap/properties/agg_method/enum",keyword:"enum",params:{allowedValues: schema14.properties.methods.properties.shap.properties.agg_method.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data27.use_logit !== undefined){
let data31 = data27.use_logit;
if((typeof data31 !== "boolean") && (data31 !== null)){
const err34 = {instancePath:instancePath+"/methods/shap/use_logit",schemaPath:"#/properties/methods/properties/shap/properties/use_logit/type",keyword:"type",params:{type: schema14.properties.methods.properties.shap.properties.use_logit.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data27.seed !== undefined){
let data32 = data27.seed;
if((!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))) && (data32 !== null)){
const err35 = {instancePath:instancePath+"/methods/shap/seed",schemaPath:"#/properties/methods/properties/shap/properties/seed/type",keyword:"type",params:{type: schema14.properties.methods.properties.shap.properties.seed.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data27.save_local_shap_values !== undefined){
let data33 = data27.save_local_shap_values;
if((typeof data33 !== "boolean") && (data33 !== null)){
const err36 = {instancePath:instancePath+"/methods/shap/save_local_shap_values",schemaPath:"#/properties/methods/properties/shap/properties/save_local_shap_values/type",keyword:"type",params:{type: schema14.properties.methods.properties.shap.properties.save_local_shap_values.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
}
}
if(data.predictor !== undefined){
let data34 = data.predictor;
if((!(data34 && typeof data34 == "object" && !Array.isArray(data34))) && (data34 !== null)){
const err37 = {instancePath:instancePath+"/predictor",schemaPath:"#/properties/predictor/type",keyword:"type",params:{type: schema14.properties.predictor.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.label !== undefined){
let data35 = data34.label;
if(((typeof data35 !== "string") && (!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35))))) && (data35 !== null)){
const err38 = {instancePath:instancePath+"/predictor/label",schemaPath:"#/properties/predictor/properties/label/type",keyword:"type",params:{type: schema14.properties.predictor.properties.label.type},message:"must be string,integer,null"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data34.probability !== undefined){
let data36 = data34.probability;
if(((typeof data36 !== "string") && (!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36))))) && (data36 !== null)){
const err39 = {instancePath:instancePath+"/predictor/probability",schemaPath:"#/properties/predictor/properties/probability/type",keyword:"type",params:{type: schema14.properties.predictor.properties.probability.type},message:"must be string,integer,null"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data34.label_headers !== undefined){
let data37 = data34.label_headers;
if((!(Array.isArray(data37))) && (data37 !== null)){
const err40 = {instancePath:instancePath+"/predictor/label_headers",schemaPath:"#/properties/predictor/properties/label_headers/type",keyword:"type",params:{type: schema14.properties.predictor.properties.label_headers.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(Array.isArray(data37)){
const len7 = data37.length;
for(let i7=0; i7<len7; i7++){
if(typeof data37[i7] !== "string"){
const err41 = {instancePath:instancePath+"/predictor/label_headers/" + i7,schemaPath:"#/properties/predictor/properties/label_headers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
}
if(data34.content_type !== undefined){
let data39 = data34.content_type;
if((typeof data39 !== "string") && (data39 !== null)){
const err42 = {instancePath:instancePath+"/predictor/content_type",schemaPath:"#/properties/predictor/properties/content_type/type",keyword:"type",params:{type: schema14.properties.predictor.properties.content_type.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data34.accept_type !== undefined){
let data40 = data34.accept_type;
if((typeof data40 !== "string") && (data40 !== null)){
const err43 = {instancePath:instancePath+"/predictor/accept_type",schemaPath:"#/properties/predictor/properties/accept_type/type",keyword:"type",params:{type: schema14.properties.predictor.properties.accept_type.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data34.content_template !== undefined){
let data41 = data34.content_template;
if((typeof data41 !== "string") && (data41 !== null)){
const err44 = {instancePath:instancePath+"/predictor/content_template",schemaPath:"#/properties/predictor/properties/content_template/type",keyword:"type",params:{type: schema14.properties.predictor.properties.content_template.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data34.record_template !== undefined){
let data42 = data34.record_template;
if((typeof data42 !== "string") && (data42 !== null)){
const err45 = {instancePath:instancePath+"/predictor/record_template",schemaPath:"#/properties/predictor/properties/record_template/type",keyword:"type",params:{type: schema14.properties.predictor.properties.record_template.type},message:"must be string,null"};
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
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

export const isCaptureRecord = validate12 as unknown as Validator<Types.CaptureRecord>;
const schema18 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"CaptureRecord","description":"One captured inference, one line of a capture file; also one line of a merged file, which carries groundTruthData.","type":"object","required":["captureData"],"properties":{"captureData":{"type":"object","properties":{"endpointInput":{"$ref":"#/definitions/payload"},"endpointOutput":{"$ref":"#/definitions/payload"},"batchTransformOutput":{"$ref":"#/definitions/payload"}}},"groundTruthData":{"$ref":"#/definitions/payload"},"eventMetadata":{"type":["object","null"],"properties":{"eventId":{"type":["string","null"]},"inferenceId":{"type":["string","null"]},"inferenceTime":{"type":["string","null"]},"customAttributes":{"type":["array","null"],"items":{"type":"string"}}}},"eventVersion":{"type":["string","null"]}},"definitions":{"payload":{"title":"CapturePayload","type":["object","null"],"required":["data"],"properties":{"observedContentType":{"type":["string","null"]},"mode":{"type":["string","null"]},"data":{"type":"string"},"encoding":{"type":["string","null"],"description":"CSV, JSON or BASE64; absent or null: decided by observedContentType."}}}}};
const schema19 = {"title":"CapturePayload","type":["object","null"],"required":["data"],"properties":{"observedContentType":{"type":["string","null"]},"mode":{"type":["string","null"]},"data":{"type":"string"},"encoding":{"type":["string","null"],"description":"CSV, JSON or BASE64; absent or null: decided by observedContentType."}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err1 = {instancePath:instancePath+"/captureData/endpointInput",schemaPath:"#/definitions/payload/type",keyword:"type",params:{type: schema19.type},message:"must be object,null"};
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
const err3 = {instancePath:instancePath+"/captureData/endpointInput/observedContentType",schemaPath:"#/definitions/payload/properties/observedContentType/type",keyword:"type",params:{type: schema19.properties.observedContentType.type},message:"must be string,null"};
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
const err4 = {instancePath:instancePath+"/captureData/endpointInput/mode",schemaPath:"#/definitions/payload/properties/mode/type",keyword:"type",params:{type: schema19.properties.mode.type},message:"must be string,null"};
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
const err6 = {instancePath:instancePath+"/captureData/endpointInput/encoding",schemaPath:"#/definitions/payload/properties/encoding/type",keyword:"type",params:{type: schema19.properties.encoding.type},message:"must be string,null"};
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
const err7 = {instancePath:instancePath+"/captureData/endpointOutput",schemaPath:"#/definitions/payload/type",keyword:"type",params:{type: schema19.type},message:"must be object,null"};
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
const err9 = {instancePath:instancePath+"/captureData/endpointOutput/observedContentType",schemaPath:"#/definitions/payload/properties/observedContentType/type",keyword:"type",params:{type: schema19.properties.observedContentType.type},message:"must be string,null"};
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
const err10 = {instancePath:instancePath+"/captureData/endpointOutput/mode",schemaPath:"#/definitions/payload/properties/mode/type",keyword:"type",params:{type: schema19.properties.mode.type},message:"must be string,null"};
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
const err12 = {instancePath:instancePath+"/captureData/endpointOutput/encoding",schemaPath:"#/definitions/payload/properties/encoding/type",keyword:"type",params:{type: schema19.properties.encoding.type},message:"must be string,null"};
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
const err13 = {instancePath:instancePath+"/captureData/batchTransformOutput",schemaPath:"#/definitions/payload/type",keyword:"type",params:{type: schema19.type},message:"must be object,null"};
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
const err15 = {instancePath:instancePath+"/captureData/batchTransformOutput/observedContentType",schemaPath:"#/definitions/payload/properties/observedContentType/type",keyword:"type",params:{type: schema19.properties.observedContentType.type},message:"must be string,null"};
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
const err16 = {instancePath:instancePath+"/captureData/batchTransformOutput/mode",schemaPath:"#/definitions/payload/properties/mode/type",keyword:"type",params:{type: schema19.properties.mode.type},message:"must be string,null"};
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
const err18 = {instancePath:instancePath+"/captureData/batchTransformOutput/encoding",schemaPath:"#/definitions/payload/properties/encoding/type",keyword:"type",params:{type: schema19.properties.encoding.type},message:"must be string,null"};
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
const err20 = {instancePath:instancePath+"/groundTruthData",schemaPath:"#/definitions/payload/type",keyword:"type",params:{type: schema19.type},message:"must be object,null"};
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
const err22 = {instancePath:instancePath+"/groundTruthData/observedContentType",schemaPath:"#/definitions/payload/properties/observedContentType/type",keyword:"type",params:{type: schema19.properties.observedContentType.type},message:"must be string,null"};
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
const err23 = {instancePath:instancePath+"/groundTruthData/mode",schemaPath:"#/definitions/payload/properties/mode/type",keyword:"type",params:{type: schema19.properties.mode.type},message:"must be string,null"};
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
const err25 = {instancePath:instancePath+"/groundTruthData/encoding",schemaPath:"#/definitions/payload/properties/encoding/type",keyword:"type",params:{type: schema19.properties.encoding.type},message:"must be string,null"};
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
const err26 = {instancePath:instancePath+"/eventMetadata",schemaPath:"#/properties/eventMetadata/type",keyword:"type",params:{type: schema18.properties.eventMetadata.type},message:"must be object,null"};
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
const err27 = {instancePath:instancePath+"/eventMetadata/eventId",schemaPath:"#/properties/eventMetadata/properties/eventId/type",keyword:"type",params:{type: schema18.properties.eventMetadata.properties.eventId.type},message:"must be string,null"};
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
const err28 = {instancePath:instancePath+"/eventMetadata/inferenceId",schemaPath:"#/properties/eventMetadata/properties/inferenceId/type",keyword:"type",params:{type: schema18.properties.eventMetadata.properties.inferenceId.type},message:"must be string,null"};
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
const err29 = {instancePath:instancePath+"/eventMetadata/inferenceTime",schemaPath:"#/properties/eventMetadata/properties/inferenceTime/type",keyword:"type",params:{type: schema18.properties.eventMetadata.properties.inferenceTime.type},message:"must be string,null"};
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
const err30 = {instancePath:instancePath+"/eventMetadata/customAttributes",schemaPath:"#/properties/eventMetadata/properties/customAttributes/type",keyword:"type",params:{type: schema18.properties.eventMetadata.properties.customAttributes.type},message:"must be array,null"};
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
const err32 = {instancePath:instancePath+"/eventVersion",schemaPath:"#/properties/eventVersion/type",keyword:"type",params:{type: schema18.properties.eventVersion.type},message:"must be string,null"};
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
validate12.errors = vErrors;
return errors === 0;
}

export const isConfig = validate13 as unknown as Validator<Types.Config>;
const schema23 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Config","description":"byom.json: every setting that is not part of the job contract. BYOM_CONFIG names the file; default <root>/processing/input/config/byom.json, then /etc/byom/byom.json. All keys are optional.","type":"object","properties":{"$schema":{"type":"string"},"plugins":{"type":"array","items":{"type":"string"},"description":"Plugins beside the built-in ones: npm packages (byom-plugin-x, @scope/byom-plugin-x), files, folders, or patterns of folders; relative to this file. Default: /opt/byom/plugins/*."},"input":{"type":"object","properties":{"emptyWindow":{"type":"string","enum":["complete","fail"],"default":"complete","description":"What a window without any record means: a completed run with item_count 0, or a failed one."},"maxFeatures":{"type":"integer","minimum":1,"default":20000,"description":"Columns beyond this many are refused and counted; it bounds the memory that a dataset with random keys can take."},"maxLineBytes":{"type":"integer","minimum":1024,"default":67108864,"description":"A line (or a CSV record) longer than this is rejected and counted."}},"additionalProperties":false},"features":{"type":"array","description":"Values taken out of payloads. When given, JSON payloads yield exactly these features, in this order.","items":{"title":"FeatureDeclaration","type":"object","required":["name"],"properties":{"name":{"type":"string","description":"Name of the feature in every report."},"from":{"type":"string","enum":["input","output","record"],"default":"input","description":"Which payload the path is applied to; record means a JSON dataset's own record, or the whole capture record."},"path":{"type":"string","description":"JMESPath expression that yields the value; absent: the whole payload, for kinds other than scalar."},"kind":{"type":"string","enum":["scalar","text","bytes","vector"],"default":"scalar","description":"scalar: one number or short text. text: free text. bytes: an image or another file, BASE64 where it stands in JSON. vector: a list of numbers (an embedding)."},"mediaType":{"type":"string","description":"Media type of bytes, e.g. image/jpeg; absent: the payload's content type."}},"additionalProperties":false}},"handlers":{"title":"HandlersConfig","type":"object","description":"How preprocess and postprocess scripts run.","properties":{"preprocessScript":{"type":"string","description":"Script of jobs whose environment has no record_preprocessor_script; relative to this file."},"postprocessScript":{"type":"string","description":"Script of jobs whose environment has no post_analytics_processor_script; relative to this file."},"onError":{"type":"string","enum":["fail","skip"],"default":"fail","description":"What a record means that the preprocess handler fails on: the end of the run, or one record less."},"errorBudget":{"type":"number","minimum":0,"maximum":1,"default":0.01,"description":"Largest share of the records that may be left out for errors of the handler; more fail the run."},"recordTimeoutSeconds":{"type":"number","exclusiveMinimum":0,"maximum":3600,"default":5,"description":"Time for one record. A handler that cannot be interrupted is ended after three times as long."},"startTimeoutSeconds":{"type":"number","exclusiveMinimum":0,"maximum":3600,"default":60,"description":"Time for loading the script with everything that it imports."},"memoryMegabytes":{"type":"integer","minimum":64,"maximum":65536,"default":512,"description":"Memory of a handler's process, in MiB, beside what the interpreter itself takes."},"python":{"type":"string","default":"python3","description":"Interpreter of Python scripts, 3.9 or later: a path, or a name on the PATH."},"pythonPath":{"type":"array","items":{"type":"string"},"description":"Folders with packages that Python scripts may import, e.g. /opt/venv/lib/python3.13/site-packages; none by default."},"javascriptRealm":{"type":"string","enum":["vm2","node"],"default":"vm2","description":"node gives JavaScript handlers Node's own globals and modules instead of a realm of their own; the jail is the same."},"maxLogLines":{"type":"integer","minimum":0,"default":1000,"description":"Lines that scripts may log in a run; further ones are counted."},"unconfined":{"type":"boolean","default":false,"description":"true: handlers run without the jail, with every right that this container has. For machines that offer no jail, and scripts that you trust."},"postprocess":{"title":"PostprocessConfig","type":"object","properties":{"onError":{"type":"string","enum":["fail","warn"],"default":"fail","description":"Whether the job fails when the postprocess handler does; the reports are complete in any case."},"timeoutSeconds":{"type":"number","exclusiveMinimum":0,"maximum":86400,"default":300}},"additionalProperties":false}},"additionalProperties":false},"compatibility":{"type":"object","properties":{"distances":{"type":"string","enum":["exact","deequ"],"default":"exact","description":"deequ counts equal values of a sketch once, as the reference engine does: for comparing with its verdicts only."}},"additionalProperties":false},"plan":{"type":"object","properties":{"unitBytes":{"type":"integer","minimum":65536,"default":67108864,"description":"Target size of a unit of work. Part of the plan: changing it may change the last digits of a result."}},"additionalProperties":false},"workers":{"type":"integer","minimum":0,"maximum":256,"description":"Worker threads; 0 runs on the main thread; default: one per core, none for small inputs. Never changes a result."},"analyzers":{"type":"object","description":"Options per analyzer, by name; false switches one off.","additionalProperties":{"anyOf":[{"type":"object"},{"type":"boolean","const":false}]}},"sampler":{"$ref":"#/definitions/use","description":"Which rows are analyzed; default: all."},"loggers":{"type":"array","items":{"$ref":"#/definitions/use"},"description":"Where log entries go. Default: pretty at a terminal, json otherwise."},"publishers":{"type":"array","items":{"title":"PublisherUse","type":"object","required":["name"],"properties":{"name":{"type":"string"},"options":{"type":"object"},"required":{"type":"boolean","default":false,"description":"true: the job fails when this publisher does."},"timeoutSeconds":{"type":"number","exclusiveMinimum":0,"default":60,"description":"After this the publisher is stopped."}},"additionalProperties":false},"description":"Where the results go beside the report files. cloudwatch is added when publish_cloudwatch_metrics is Enabled."},"segments":{"title":"SegmentsConfig","type":"object","description":"Runs every analyzer per group of rows too, and reports each group.","required":["by"],"properties":{"by":{"type":"object","description":"What names a row's group: a column, a JMESPath expression over the capture record (eventMetadata.customAttributes[0]), or a folder of the file's path, counted from the file's own, which is 1 (5 is the variant in <endpoint>/<variant>/yyyy/mm/dd/hh/file).","properties":{"column":{"type":"string"},"path":{"type":"string"},"folder":{"type":"integer","minimum":1}},"additionalProperties":false,"minProperties":1,"maxProperties":1},"max":{"type":"integer","minimum":1,"maximum":1000,"default":20,"description":"Most groups that are reported by name; the rows of further ones are gathered in the group \"(other)\"."}},"additionalProperties":false},"analyzerTimeoutSeconds":{"type":"number","exclusiveMinimum":0,"default":120,"description":"An analyzer of a plugin that is not built in, and that does not return from a call within this time, fails; the run starts anew without it."}},"additionalProperties":false,"definitions":{"use":{"title":"PluginUse","type":"object","required":["name"],"properties":{"name":{"type":"string"},"options":{"type":"object"}},"additionalProperties":false}}};
const schema24 = {"title":"PluginUse","type":"object","required":["name"],"properties":{"name":{"type":"string"},"options":{"type":"object"}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema23.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.plugins !== undefined){
let data1 = data.plugins;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
const err2 = {instancePath:instancePath+"/plugins/" + i0,schemaPath:"#/properties/plugins/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/plugins",schemaPath:"#/properties/plugins/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.input !== undefined){
let data3 = data.input;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!(((key1 === "emptyWindow") || (key1 === "maxFeatures")) || (key1 === "maxLineBytes"))){
const err4 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.emptyWindow !== undefined){
let data4 = data3.emptyWindow;
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/input/emptyWindow",schemaPath:"#/properties/input/properties/emptyWindow/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((data4 === "complete") || (data4 === "fail"))){
const err6 = {instancePath:instancePath+"/input/emptyWindow",schemaPath:"#/properties/input/properties/emptyWindow/enum",keyword:"enum",params:{allowedValues: schema23.properties.input.properties.emptyWindow.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.maxFeatures !== undefined){
let data5 = data3.maxFeatures;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err7 = {instancePath:instancePath+"/input/maxFeatures",schemaPath:"#/properties/input/properties/maxFeatures/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err8 = {instancePath:instancePath+"/input/maxFeatures",schemaPath:"#/properties/input/properties/maxFeatures/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data3.maxLineBytes !== undefined){
let data6 = data3.maxLineBytes;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err9 = {instancePath:instancePath+"/input/maxLineBytes",schemaPath:"#/properties/input/properties/maxLineBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 1024 || isNaN(data6)){
const err10 = {instancePath:instancePath+"/input/maxLineBytes",schemaPath:"#/properties/input/properties/maxLineBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
else {
const err11 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.features !== undefined){
let data7 = data.features;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.name === undefined){
const err12 = {instancePath:instancePath+"/features/" + i1,schemaPath:"#/properties/features/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key2 in data8){
if(!(((((key2 === "name") || (key2 === "from")) || (key2 === "path")) || (key2 === "kind")) || (key2 === "mediaType"))){
const err13 = {instancePath:instancePath+"/features/" + i1,schemaPath:"#/properties/features/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data8.name !== undefined){
if(typeof data8.name !== "string"){
const err14 = {instancePath:instancePath+"/features/" + i1+"/name",schemaPath:"#/properties/features/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data8.from !== undefined){
let data10 = data8.from;
if(typeof data10 !== "string"){
const err15 = {instancePath:instancePath+"/features/" + i1+"/from",schemaPath:"#/properties/features/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((data10 === "input") || (data10 === "output")) || (data10 === "record"))){
const err16 = {instancePath:instancePath+"/features/" + i1+"/from",schemaPath:"#/properties/features/items/properties/from/enum",keyword:"enum",params:{allowedValues: schema23.properties.features.items.properties.from.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data8.path !== undefined){
if(typeof data8.path !== "string"){
const err17 = {instancePath:instancePath+"/features/" + i1+"/path",schemaPath:"#/properties/features/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data8.kind !== undefined){
let data12 = data8.kind;
if(typeof data12 !== "string"){
const err18 = {instancePath:instancePath+"/features/" + i1+"/kind",schemaPath:"#/properties/features/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((((data12 === "scalar") || (data12 === "text")) || (data12 === "bytes")) || (data12 === "vector"))){
const err19 = {instancePath:instancePath+"/features/" + i1+"/kind",schemaPath:"#/properties/features/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.properties.features.items.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data8.mediaType !== undefined){
if(typeof data8.mediaType !== "string"){
const err20 = {instancePath:instancePath+"/features/" + i1+"/mediaType",schemaPath:"#/properties/features/items/properties/mediaType/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err21 = {instancePath:instancePath+"/features/" + i1,schemaPath:"#/properties/features/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.handlers !== undefined){
let data14 = data.handlers;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key3 in data14){
if(!(func2.call(schema23.properties.handlers.properties, key3))){
const err23 = {instancePath:instancePath+"/handlers",schemaPath:"#/properties/handlers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data14.preprocessScript !== undefined){
if(typeof data14.preprocessScript !== "string"){
const err24 = {instancePath:instancePath+"/handlers/preprocessScript",schemaPath:"#/properties/handlers/properties/preprocessScript/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data14.postprocessScript !== undefined){
if(typeof data14.postprocessScript !== "string"){
const err25 = {instancePath:instancePath+"/handlers/postprocessScript",schemaPath:"#/properties/handlers/properties/postprocessScript/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data14.onError !== undefined){
let data17 = data14.onError;
if(typeof data17 !== "string"){
const err26 = {instancePath:instancePath+"/handlers/onError",schemaPath:"#/properties/handlers/properties/onError/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!((data17 === "fail") || (data17 === "skip"))){
const err27 = {instancePath:instancePath+"/handlers/onError",schemaPath:"#/properties/handlers/properties/onError/enum",keyword:"enum",params:{allowedValues: schema23.properties.handlers.properties.onError.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data14.errorBudget !== undefined){
let data18 = data14.errorBudget;
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 1 || isNaN(data18)){
const err28 = {instancePath:instancePath+"/handlers/errorBudget",schemaPath:"#/properties/handlers/properties/errorBudget/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err29 = {instancePath:instancePath+"/handlers/errorBudget",schemaPath:"#/properties/handlers/properties/errorBudget/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/handlers/errorBudget",schemaPath:"#/properties/handlers/properties/errorBudget/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data14.recordTimeoutSeconds !== undefined){
let data19 = data14.recordTimeoutSeconds;
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 3600 || isNaN(data19)){
const err31 = {instancePath:instancePath+"/handlers/recordTimeoutSeconds",schemaPath:"#/properties/handlers/properties/recordTimeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data19 <= 0 || isNaN(data19)){
const err32 = {instancePath:instancePath+"/handlers/recordTimeoutSeconds",schemaPath:"#/properties/handlers/properties/recordTimeoutSeconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/handlers/recordTimeoutSeconds",schemaPath:"#/properties/handlers/properties/recordTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data14.startTimeoutSeconds !== undefined){
let data20 = data14.startTimeoutSeconds;
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 3600 || isNaN(data20)){
const err34 = {instancePath:instancePath+"/handlers/startTimeoutSeconds",schemaPath:"#/properties/handlers/properties/startTimeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data20 <= 0 || isNaN(data20)){
const err35 = {instancePath:instancePath+"/handlers/startTimeoutSeconds",schemaPath:"#/properties/handlers/properties/startTimeoutSeconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/handlers/startTimeoutSeconds",schemaPath:"#/properties/handlers/properties/startTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data14.memoryMegabytes !== undefined){
let data21 = data14.memoryMegabytes;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err37 = {instancePath:instancePath+"/handlers/memoryMegabytes",schemaPath:"#/properties/handlers/properties/memoryMegabytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 65536 || isNaN(data21)){
const err38 = {instancePath:instancePath+"/handlers/memoryMegabytes",schemaPath:"#/properties/handlers/properties/memoryMegabytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},message:"must be <= 65536"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data21 < 64 || isNaN(data21)){
const err39 = {instancePath:instancePath+"/handlers/memoryMegabytes",schemaPath:"#/properties/handlers/properties/memoryMegabytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 64},message:"must be >= 64"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data14.python !== undefined){
if(typeof data14.python !== "string"){
const err40 = {instancePath:instancePath+"/handlers/python",schemaPath:"#/properties/handlers/properties/python/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data14.pythonPath !== undefined){
let data23 = data14.pythonPath;
if(Array.isArray(data23)){
const len2 = data23.length;
for(let i2=0; i2<len2; i2++){
if(typeof data23[i2] !== "string"){
const err41 = {instancePath:instancePath+"/handlers/pythonPath/" + i2,schemaPath:"#/properties/handlers/properties/pythonPath/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/handlers/pythonPath",schemaPath:"#/properties/handlers/properties/pythonPath/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data14.javascriptRealm !== undefined){
let data25 = data14.javascriptRealm;
if(typeof data25 !== "string"){
const err43 = {instancePath:instancePath+"/handlers/javascriptRealm",schemaPath:"#/properties/handlers/properties/javascriptRealm/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((data25 === "vm2") || (data25 === "node"))){
const err44 = {instancePath:instancePath+"/handlers/javascriptRealm",schemaPath:"#/properties/handlers/properties/javascriptRealm/enum",keyword:"enum",params:{allowedValues: schema23.properties.handlers.properties.javascriptRealm.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data14.maxLogLines !== undefined){
let data26 = data14.maxLogLines;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err45 = {instancePath:instancePath+"/handlers/maxLogLines",schemaPath:"#/properties/handlers/properties/maxLogLines/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
const err46 = {instancePath:instancePath+"/handlers/maxLogLines",schemaPath:"#/properties/handlers/properties/maxLogLines/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data14.unconfined !== undefined){
if(typeof data14.unconfined !== "boolean"){
const err47 = {instancePath:instancePath+"/handlers/unconfined",schemaPath:"#/properties/handlers/properties/unconfined/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data14.postprocess !== undefined){
let data28 = data14.postprocess;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key4 in data28){
if(!((key4 === "onError") || (key4 === "timeoutSeconds"))){
const err48 = {instancePath:instancePath+"/handlers/postprocess",schemaPath:"#/properties/handlers/properties/postprocess/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data28.onError !== undefined){
let data29 = data28.onError;
if(typeof data29 !== "string"){
const err49 = {instancePath:instancePath+"/handlers/postprocess/onError",schemaPath:"#/properties/handlers/properties/postprocess/properties/onError/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!((data29 === "fail") || (data29 === "warn"))){
const err50 = {instancePath:instancePath+"/handlers/postprocess/onError",schemaPath:"#/properties/handlers/properties/postprocess/properties/onError/enum",keyword:"enum",params:{allowedValues: schema23.properties.handlers.properties.postprocess.properties.onError.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data28.timeoutSeconds !== undefined){
let data30 = data28.timeoutSeconds;
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 86400 || isNaN(data30)){
const err51 = {instancePath:instancePath+"/handlers/postprocess/timeoutSeconds",schemaPath:"#/properties/handlers/properties/postprocess/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data30 <= 0 || isNaN(data30)){
const err52 = {instancePath:instancePath+"/handlers/postprocess/timeoutSeconds",schemaPath:"#/properties/handlers/properties/postprocess/properties/timeoutSeconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/handlers/postprocess/timeoutSeconds",schemaPath:"#/properties/handlers/properties/postprocess/properties/timeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/handlers/postprocess",schemaPath:"#/properties/handlers/properties/postprocess/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/handlers",schemaPath:"#/properties/handlers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.compatibility !== undefined){
let data31 = data.compatibility;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key5 in data31){
if(!(key5 === "distances")){
const err56 = {instancePath:instancePath+"/compatibility",schemaPath:"#/properties/compatibility/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data31.distances !== undefined){
let data32 = data31.distances;
if(typeof data32 !== "string"){
const err57 = {instancePath:instancePath+"/compatibility/distances",schemaPath:"#/properties/compatibility/properties/distances/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!((data32 === "exact") || (data32 === "deequ"))){
const err58 = {instancePath:instancePath+"/compatibility/distances",schemaPath:"#/properties/compatibility/properties/distances/enum",keyword:"enum",params:{allowedValues: schema23.properties.compatibility.properties.distances.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/compatibility",schemaPath:"#/properties/compatibility/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.plan !== undefined){
let data33 = data.plan;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key6 in data33){
if(!(key6 === "unitBytes")){
const err60 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data33.unitBytes !== undefined){
let data34 = data33.unitBytes;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err61 = {instancePath:instancePath+"/plan/unitBytes",schemaPath:"#/properties/plan/properties/unitBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 65536 || isNaN(data34)){
const err62 = {instancePath:instancePath+"/plan/unitBytes",schemaPath:"#/properties/plan/properties/unitBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 65536},message:"must be >= 65536"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
}
else {
const err63 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.workers !== undefined){
let data35 = data.workers;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err64 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 256 || isNaN(data35)){
const err65 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data35 < 0 || isNaN(data35)){
const err66 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data.analyzers !== undefined){
let data36 = data.analyzers;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key7 in data36){
let data37 = data36[key7];
const _errs84 = errors;
let valid14 = false;
const _errs85 = errors;
if(!(data37 && typeof data37 == "object" && !Array.isArray(data37))){
const err67 = {instancePath:instancePath+"/analyzers/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/analyzers/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
var _valid0 = _errs85 === errors;
valid14 = valid14 || _valid0;
if(!valid14){
const _errs87 = errors;
if(typeof data37 !== "boolean"){
const err68 = {instancePath:instancePath+"/analyzers/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/analyzers/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(false !== data37){
const err69 = {instancePath:instancePath+"/analyzers/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/analyzers/additionalProperties/anyOf/1/const",keyword:"const",params:{allowedValue: false},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
var _valid0 = _errs87 === errors;
valid14 = valid14 || _valid0;
}
if(!valid14){
const err70 = {instancePath:instancePath+"/analyzers/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/analyzers/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
else {
errors = _errs84;
if(vErrors !== null){
if(_errs84){
vErrors.length = _errs84;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err71 = {instancePath:instancePath+"/analyzers",schemaPath:"#/properties/analyzers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.sampler !== undefined){
let data38 = data.sampler;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.name === undefined){
const err72 = {instancePath:instancePath+"/sampler",schemaPath:"#/definitions/use/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
for(const key8 in data38){
if(!((key8 === "name") || (key8 === "options"))){
const err73 = {instancePath:instancePath+"/sampler",schemaPath:"#/definitions/use/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data38.name !== undefined){
if(typeof data38.name !== "string"){
const err74 = {instancePath:instancePath+"/sampler/name",schemaPath:"#/definitions/use/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data38.options !== undefined){
let data40 = data38.options;
if(!(data40 && typeof data40 == "object" && !Array.isArray(data40))){
const err75 = {instancePath:instancePath+"/sampler/options",schemaPath:"#/definitions/use/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/sampler",schemaPath:"#/definitions/use/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data.loggers !== undefined){
let data41 = data.loggers;
if(Array.isArray(data41)){
const len3 = data41.length;
for(let i3=0; i3<len3; i3++){
let data42 = data41[i3];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.name === undefined){
const err77 = {instancePath:instancePath+"/loggers/" + i3,schemaPath:"#/definitions/use/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
for(const key9 in data42){
if(!((key9 === "name") || (key9 === "options"))){
const err78 = {instancePath:instancePath+"/loggers/" + i3,schemaPath:"#/definitions/use/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data42.name !== undefined){
if(typeof data42.name !== "string"){
const err79 = {instancePath:instancePath+"/loggers/" + i3+"/name",schemaPath:"#/definitions/use/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data42.options !== undefined){
let data44 = data42.options;
if(!(data44 && typeof data44 == "object" && !Array.isArray(data44))){
const err80 = {instancePath:instancePath+"/loggers/" + i3+"/options",schemaPath:"#/definitions/use/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/loggers/" + i3,schemaPath:"#/definitions/use/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err82 = {instancePath:instancePath+"/loggers",schemaPath:"#/properties/loggers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data.publishers !== undefined){
let data45 = data.publishers;
if(Array.isArray(data45)){
const len4 = data45.length;
for(let i4=0; i4<len4; i4++){
let data46 = data45[i4];
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.name === undefined){
const err83 = {instancePath:instancePath+"/publishers/" + i4,schemaPath:"#/properties/publishers/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
for(const key10 in data46){
if(!((((key10 === "name") || (key10 === "options")) || (key10 === "required")) || (key10 === "timeoutSeconds"))){
const err84 = {instancePath:instancePath+"/publishers/" + i4,schemaPath:"#/properties/publishers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data46.name !== undefined){
if(typeof data46.name !== "string"){
const err85 = {instancePath:instancePath+"/publishers/" + i4+"/name",schemaPath:"#/properties/publishers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data46.options !== undefined){
let data48 = data46.options;
if(!(data48 && typeof data48 == "object" && !Array.isArray(data48))){
const err86 = {instancePath:instancePath+"/publishers/" + i4+"/options",schemaPath:"#/properties/publishers/items/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data46.required !== undefined){
if(typeof data46.required !== "boolean"){
const err87 = {instancePath:instancePath+"/publishers/" + i4+"/required",schemaPath:"#/properties/publishers/items/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data46.timeoutSeconds !== undefined){
let data50 = data46.timeoutSeconds;
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 <= 0 || isNaN(data50)){
const err88 = {instancePath:instancePath+"/publishers/" + i4+"/timeoutSeconds",schemaPath:"#/properties/publishers/items/properties/timeoutSeconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/publishers/" + i4+"/timeoutSeconds",schemaPath:"#/properties/publishers/items/properties/timeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
else {
const err90 = {instancePath:instancePath+"/publishers/" + i4,schemaPath:"#/properties/publishers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/publishers",schemaPath:"#/properties/publishers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data.segments !== undefined){
let data51 = data.segments;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.by === undefined){
const err92 = {instancePath:instancePath+"/segments",schemaPath:"#/properties/segments/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
for(const key11 in data51){
if(!((key11 === "by") || (key11 === "max"))){
const err93 = {instancePath:instancePath+"/segments",schemaPath:"#/properties/segments/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data51.by !== undefined){
let data52 = data51.by;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(Object.keys(data52).length > 1){
const err94 = {instancePath:instancePath+"/segments/by",schemaPath:"#/properties/segments/properties/by/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(Object.keys(data52).length < 1){
const err95 = {instancePath:instancePath+"/segments/by",schemaPath:"#/properties/segments/properties/by/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
for(const key12 in data52){
if(!(((key12 === "column") || (key12 === "path")) || (key12 === "folder"))){
const err96 = {instancePath:instancePath+"/segments/by",schemaPath:"#/properties/segments/properties/by/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data52.column !== undefined){
if(typeof data52.column !== "string"){
const err97 = {instancePath:instancePath+"/segments/by/column",schemaPath:"#/properties/segments/properties/by/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data52.path !== undefined){
if(typeof data52.path !== "string"){
const err98 = {instancePath:instancePath+"/segments/by/path",schemaPath:"#/properties/segments/properties/by/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data52.folder !== undefined){
let data55 = data52.folder;
if(!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))){
const err99 = {instancePath:instancePath+"/segments/by/folder",schemaPath:"#/properties/segments/properties/by/properties/folder/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 < 1 || isNaN(data55)){
const err100 = {instancePath:instancePath+"/segments/by/folder",schemaPath:"#/properties/segments/properties/by/properties/folder/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
}
else {
const err101 = {instancePath:instancePath+"/segments/by",schemaPath:"#/properties/segments/properties/by/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data51.max !== undefined){
let data56 = data51.max;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err102 = {instancePath:instancePath+"/segments/max",schemaPath:"#/properties/segments/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 1000 || isNaN(data56)){
const err103 = {instancePath:instancePath+"/segments/max",schemaPath:"#/properties/segments/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data56 < 1 || isNaN(data56)){
const err104 = {instancePath:instancePath+"/segments/max",schemaPath:"#/properties/segments/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
}
else {
const err105 = {instancePath:instancePath+"/segments",schemaPath:"#/properties/segments/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data.analyzerTimeoutSeconds !== undefined){
let data57 = data.analyzerTimeoutSeconds;
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 <= 0 || isNaN(data57)){
const err106 = {instancePath:instancePath+"/analyzerTimeoutSeconds",schemaPath:"#/properties/analyzerTimeoutSeconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/analyzerTimeoutSeconds",schemaPath:"#/properties/analyzerTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

export const isConstraintViolations = validate14 as unknown as Validator<Types.ConstraintViolations>;
const schema26 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"ConstraintViolations","description":"constraint_violations.json. value, threshold and p_value repeat the description for machines.","type":"object","required":["violations"],"properties":{"version":{"type":"string","description":"Of bias and attribution jobs alone."},"violations":{"type":"array","items":{"title":"Violation","type":"object","required":["constraint_check_type","description"],"properties":{"feature_name":{"type":"string","description":"Absent where something else than a feature was compared: metric_name, facet or label name it then."},"metric_name":{"type":"string"},"facet":{"type":"string"},"facet_value":{"type":"string"},"label":{"type":"string"},"constraint_check_type":{"type":"string"},"description":{"type":"string"},"value":{"type":"number"},"threshold":{"type":"number"},"p_value":{"type":"number"},"segment":{"type":"string","description":"The group of rows that it was found in; absent: the whole."}}}}}};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.violations === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "violations"},message:"must have required property '"+"violations"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.version !== undefined){
if(typeof data.version !== "string"){
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.violations !== undefined){
let data1 = data.violations;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.constraint_check_type === undefined){
const err2 = {instancePath:instancePath+"/violations/" + i0,schemaPath:"#/properties/violations/items/required",keyword:"required",params:{missingProperty: "constraint_check_type"},message:"must have required property '"+"constraint_check_type"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data2.description === undefined){
const err3 = {instancePath:instancePath+"/violations/" + i0,schemaPath:"#/properties/violations/items/required",keyword:"required",params:{missingProperty: "description"},message:"must have required property '"+"description"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data2.feature_name !== undefined){
if(typeof data2.feature_name !== "string"){
const err4 = {instancePath:instancePath+"/violations/" + i0+"/feature_name",schemaPath:"#/properties/violations/items/properties/feature_name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data2.metric_name !== undefined){
if(typeof data2.metric_name !== "string"){
const err5 = {instancePath:instancePath+"/violations/" + i0+"/metric_name",schemaPath:"#/properties/violations/items/properties/metric_name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.facet !== undefined){
if(typeof data2.facet !== "string"){
const err6 = {instancePath:instancePath+"/violations/" + i0+"/facet",schemaPath:"#/properties/violations/items/properties/facet/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.facet_value !== undefined){
if(typeof data2.facet_value !== "string"){
const err7 = {instancePath:instancePath+"/violations/" + i0+"/facet_value",schemaPath:"#/properties/violations/items/properties/facet_value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.label !== undefined){
if(typeof data2.label !== "string"){
const err8 = {instancePath:instancePath+"/violations/" + i0+"/label",schemaPath:"#/properties/violations/items/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.constraint_check_type !== undefined){
if(typeof data2.constraint_check_type !== "string"){
const err9 = {instancePath:instancePath+"/violations/" + i0+"/constraint_check_type",schemaPath:"#/properties/violations/items/properties/constraint_check_type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.description !== undefined){
if(typeof data2.description !== "string"){
const err10 = {instancePath:instancePath+"/violations/" + i0+"/description",schemaPath:"#/properties/violations/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.value !== undefined){
let data10 = data2.value;
if(!((typeof data10 == "number") && (isFinite(data10)))){
const err11 = {instancePath:instancePath+"/violations/" + i0+"/value",schemaPath:"#/properties/violations/items/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.threshold !== undefined){
let data11 = data2.threshold;
if(!((typeof data11 == "number") && (isFinite(data11)))){
const err12 = {instancePath:instancePath+"/violations/" + i0+"/threshold",schemaPath:"#/properties/violations/items/properties/threshold/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.p_value !== undefined){
let data12 = data2.p_value;
if(!((typeof data12 == "number") && (isFinite(data12)))){
const err13 = {instancePath:instancePath+"/violations/" + i0+"/p_value",schemaPath:"#/properties/violations/items/properties/p_value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.segment !== undefined){
if(typeof data2.segment !== "string"){
const err14 = {instancePath:instancePath+"/violations/" + i0+"/segment",schemaPath:"#/properties/violations/items/properties/segment/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err15 = {instancePath:instancePath+"/violations/" + i0,schemaPath:"#/properties/violations/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/violations",schemaPath:"#/properties/violations/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

export const isConstraints = validate15 as unknown as Validator<Types.Constraints>;
const schema27 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Constraints","description":"constraints.json, suggested by a baseline run or given to a monitoring run. Read in every spelling that is in use; written in the one the SDK reads.","type":"object","required":["features"],"properties":{"version":{"type":"number"},"regression_constraints":{"$ref":"#/definitions/metricConstraints"},"binary_classification_constraints":{"$ref":"#/definitions/metricConstraints"},"multiclass_classification_constraints":{"$ref":"#/definitions/metricConstraints"},"features":{"type":"array","items":{"$ref":"#/definitions/feature"}},"monitoring_config":{"$ref":"#/definitions/monitoringConfig"},"custom":{"type":"object","properties":{"analyzers":{"type":"object","description":"By \"name@version\" of the analyzer."},"segments":{"type":"array","description":"The same report per segment.","items":{"type":"object","required":["name","features"],"properties":{"name":{"type":"string"},"version":{"type":"number"},"features":{"type":"array","items":{"$ref":"#/definitions/feature"}},"monitoring_config":{"$ref":"#/definitions/monitoringConfig"}}}}}}},"definitions":{"metricConstraints":{"title":"MetricConstraints","type":"object","description":"Of model quality jobs alone, by metric.","additionalProperties":{"title":"MetricConstraint","type":"object","required":["threshold","comparison_operator"],"properties":{"threshold":{"type":"number"},"comparison_operator":{"type":"string","enum":["LessThanThreshold","GreaterThanThreshold"]}}}},"feature":{"title":"FeatureConstraints","type":"object","required":["name"],"properties":{"name":{"type":"string"},"inferred_type":{"type":"string","enum":["Integral","Fractional","String","Unknown"]},"completeness":{"type":"number","minimum":0,"maximum":1},"num_constraints":{"type":"object","properties":{"is_non_negative":{"type":"boolean"},"monitoring_config_overrides":{"$ref":"#/definitions/monitoringConfig"},"monitoringConfigOverrides":{"$ref":"#/definitions/monitoringConfig"}}},"string_constraints":{"type":"object","properties":{"domains":{"type":"array","items":{"type":"string"}},"monitoring_config_overrides":{"$ref":"#/definitions/monitoringConfig"},"monitoringConfigOverrides":{"$ref":"#/definitions/monitoringConfig"}}},"monitoringConfigOverrides":{"$ref":"#/definitions/monitoringConfig"},"monitoring_config_overrides":{"$ref":"#/definitions/monitoringConfig"},"custom":{"type":"object","description":"By analyzer name: constraints beyond the standard ones."}}},"switch":{"type":"string","enum":["Enabled","Disabled"]},"monitoringConfig":{"title":"MonitoringConfig","type":"object","properties":{"evaluate_constraints":{"$ref":"#/definitions/switch"},"emit_metrics":{"$ref":"#/definitions/switch"},"datatype_check_threshold":{"type":"number","minimum":0,"maximum":1},"domain_content_threshold":{"type":"number","minimum":0,"maximum":1},"distribution_constraints":{"title":"DistributionConstraints","type":"object","properties":{"perform_comparison":{"$ref":"#/definitions/switch"},"comparison_threshold":{"type":"number","minimum":0},"comparison_method":{"type":"string","enum":["Simple","Robust","linf_simple","linf_robust"]},"categorical_comparison_threshold":{"type":"number","minimum":0},"categorical_drift_method":{"type":"string","enum":["LInfinity","ChiSquared"]}}}}}}};
const schema28 = {"title":"MetricConstraints","type":"object","description":"Of model quality jobs alone, by metric.","additionalProperties":{"title":"MetricConstraint","type":"object","required":["threshold","comparison_operator"],"properties":{"threshold":{"type":"number"},"comparison_operator":{"type":"string","enum":["LessThanThreshold","GreaterThanThreshold"]}}}};
const schema31 = {"title":"FeatureConstraints","type":"object","required":["name"],"properties":{"name":{"type":"string"},"inferred_type":{"type":"string","enum":["Integral","Fractional","String","Unknown"]},"completeness":{"type":"number","minimum":0,"maximum":1},"num_constraints":{"type":"object","properties":{"is_non_negative":{"type":"boolean"},"monitoring_config_overrides":{"$ref":"#/definitions/monitoringConfig"},"monitoringConfigOverrides":{"$ref":"#/definitions/monitoringConfig"}}},"string_constraints":{"type":"object","properties":{"domains":{"type":"array","items":{"type":"string"}},"monitoring_config_overrides":{"$ref":"#/definitions/monitoringConfig"},"monitoringConfigOverrides":{"$ref":"#/definitions/monitoringConfig"}}},"monitoringConfigOverrides":{"$ref":"#/definitions/monitoringConfig"},"monitoring_config_overrides":{"$ref":"#/definitions/monitoringConfig"},"custom":{"type":"object","description":"By analyzer name: constraints beyond the standard ones."}}};
const schema32 = {"title":"MonitoringConfig","type":"object","properties":{"evaluate_constraints":{"$ref":"#/definitions/switch"},"emit_metrics":{"$ref":"#/definitions/switch"},"datatype_check_threshold":{"type":"number","minimum":0,"maximum":1},"domain_content_threshold":{"type":"number","minimum":0,"maximum":1},"distribution_constraints":{"title":"DistributionConstraints","type":"object","properties":{"perform_comparison":{"$ref":"#/definitions/switch"},"comparison_threshold":{"type":"number","minimum":0},"comparison_method":{"type":"string","enum":["Simple","Robust","linf_simple","linf_robust"]},"categorical_comparison_threshold":{"type":"number","minimum":0},"categorical_drift_method":{"type":"string","enum":["LInfinity","ChiSquared"]}}}}};
const schema33 = {"type":"string","enum":["Enabled","Disabled"]};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.evaluate_constraints !== undefined){
let data0 = data.evaluate_constraints;
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/evaluate_constraints",schemaPath:"#/definitions/switch/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data0 === "Enabled") || (data0 === "Disabled"))){
const err1 = {instancePath:instancePath+"/evaluate_constraints",schemaPath:"#/definitions/switch/enum",keyword:"enum",params:{allowedValues: schema33.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.emit_metrics !== undefined){
let data1 = data.emit_metrics;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/emit_metrics",schemaPath:"#/definitions/switch/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((data1 === "Enabled") || (data1 === "Disabled"))){
const err3 = {instancePath:instancePath+"/emit_metrics",schemaPath:"#/definitions/switch/enum",keyword:"enum",params:{allowedValues: schema33.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.datatype_check_threshold !== undefined){
let data2 = data.datatype_check_threshold;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/datatype_check_threshold",schemaPath:"#/properties/datatype_check_threshold/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/datatype_check_threshold",schemaPath:"#/properties/datatype_check_threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/datatype_check_threshold",schemaPath:"#/properties/datatype_check_threshold/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.domain_content_threshold !== undefined){
let data3 = data.domain_content_threshold;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/domain_content_threshold",schemaPath:"#/properties/domain_content_threshold/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/domain_content_threshold",schemaPath:"#/properties/domain_content_threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/domain_content_threshold",schemaPath:"#/properties/domain_content_threshold/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.distribution_constraints !== undefined){
let data4 = data.distribution_constraints;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.perform_comparison !== undefined){
let data5 = data4.perform_comparison;
if(typeof data5 !== "string"){
const err10 = {instancePath:instancePath+"/distribution_constraints/perform_comparison",schemaPath:"#/definitions/switch/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!((data5 === "Enabled") || (data5 === "Disabled"))){
const err11 = {instancePath:instancePath+"/distribution_constraints/perform_comparison",schemaPath:"#/definitions/switch/enum",keyword:"enum",params:{allowedValues: schema33.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data4.comparison_threshold !== undefined){
let data6 = data4.comparison_threshold;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/distribution_constraints/comparison_threshold",schemaPath:"#/properties/distribution_constraints/properties/comparison_threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/distribution_constraints/comparison_threshold",schemaPath:"#/properties/distribution_constraints/properties/comparison_threshold/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data4.comparison_method !== undefined){
let data7 = data4.comparison_method;
if(typeof data7 !== "string"){
const err14 = {instancePath:instancePath+"/distribution_constraints/comparison_method",schemaPath:"#/properties/distribution_constraints/properties/comparison_method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((((data7 === "Simple") || (data7 === "Robust")) || (data7 === "linf_simple")) || (data7 === "linf_robust"))){
const err15 = {instancePath:instancePath+"/distribution_constraints/comparison_method",schemaPath:"#/properties/distribution_constraints/properties/comparison_method/enum",keyword:"enum",params:{allowedValues: schema32.properties.distribution_constraints.properties.comparison_method.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.categorical_comparison_threshold !== undefined){
let data8 = data4.categorical_comparison_threshold;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err16 = {instancePath:instancePath+"/distribution_constraints/categorical_comparison_threshold",schemaPath:"#/properties/distribution_constraints/properties/categorical_comparison_threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/distribution_constraints/categorical_comparison_threshold",schemaPath:"#/properties/distribution_constraints/properties/categorical_comparison_threshold/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.categorical_drift_method !== undefined){
let data9 = data4.categorical_drift_method;
if(typeof data9 !== "string"){
const err18 = {instancePath:instancePath+"/distribution_constraints/categorical_drift_method",schemaPath:"#/properties/distribution_constraints/properties/categorical_drift_method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data9 === "LInfinity") || (data9 === "ChiSquared"))){
const err19 = {instancePath:instancePath+"/distribution_constraints/categorical_drift_method",schemaPath:"#/properties/distribution_constraints/properties/categorical_drift_method/enum",keyword:"enum",params:{allowedValues: schema32.properties.distribution_constraints.properties.categorical_drift_method.enum},message:"must be equal to one of the allowed values"};
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
else {
const err20 = {instancePath:instancePath+"/distribution_constraints",schemaPath:"#/properties/distribution_constraints/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
validate17.errors = vErrors;
return errors === 0;
}


function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.inferred_type !== undefined){
let data1 = data.inferred_type;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/inferred_type",schemaPath:"#/properties/inferred_type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((((data1 === "Integral") || (data1 === "Fractional")) || (data1 === "String")) || (data1 === "Unknown"))){
const err3 = {instancePath:instancePath+"/inferred_type",schemaPath:"#/properties/inferred_type/enum",keyword:"enum",params:{allowedValues: schema31.properties.inferred_type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.completeness !== undefined){
let data2 = data.completeness;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/completeness",schemaPath:"#/properties/completeness/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/completeness",schemaPath:"#/properties/completeness/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/completeness",schemaPath:"#/properties/completeness/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.num_constraints !== undefined){
let data3 = data.num_constraints;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.is_non_negative !== undefined){
if(typeof data3.is_non_negative !== "boolean"){
const err7 = {instancePath:instancePath+"/num_constraints/is_non_negative",schemaPath:"#/properties/num_constraints/properties/is_non_negative/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.monitoring_config_overrides !== undefined){
if(!(validate17(data3.monitoring_config_overrides, {instancePath:instancePath+"/num_constraints/monitoring_config_overrides",parentData:data3,parentDataProperty:"monitoring_config_overrides",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data3.monitoringConfigOverrides !== undefined){
if(!(validate17(data3.monitoringConfigOverrides, {instancePath:instancePath+"/num_constraints/monitoringConfigOverrides",parentData:data3,parentDataProperty:"monitoringConfigOverrides",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/num_constraints",schemaPath:"#/properties/num_constraints/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.string_constraints !== undefined){
let data7 = data.string_constraints;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.domains !== undefined){
let data8 = data7.domains;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(typeof data8[i0] !== "string"){
const err9 = {instancePath:instancePath+"/string_constraints/domains/" + i0,schemaPath:"#/properties/string_constraints/properties/domains/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err10 = {instancePath:instancePath+"/string_constraints/domains",schemaPath:"#/properties/string_constraints/properties/domains/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data7.monitoring_config_overrides !== undefined){
if(!(validate17(data7.monitoring_config_overrides, {instancePath:instancePath+"/string_constraints/monitoring_config_overrides",parentData:data7,parentDataProperty:"monitoring_config_overrides",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data7.monitoringConfigOverrides !== undefined){
if(!(validate17(data7.monitoringConfigOverrides, {instancePath:instancePath+"/string_constraints/monitoringConfigOverrides",parentData:data7,parentDataProperty:"monitoringConfigOverrides",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/string_constraints",schemaPath:"#/properties/string_constraints/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.monitoringConfigOverrides !== undefined){
if(!(validate17(data.monitoringConfigOverrides, {instancePath:instancePath+"/monitoringConfigOverrides",parentData:data,parentDataProperty:"monitoringConfigOverrides",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data.monitoring_config_overrides !== undefined){
if(!(validate17(data.monitoring_config_overrides, {instancePath:instancePath+"/monitoring_config_overrides",parentData:data,parentDataProperty:"monitoring_config_overrides",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data.custom !== undefined){
let data14 = data.custom;
if(!(data14 && typeof data14 == "object" && !Array.isArray(data14))){
const err12 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}


function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.features === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "features"},message:"must have required property '"+"features"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.version !== undefined){
let data0 = data.version;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.regression_constraints !== undefined){
let data1 = data.regression_constraints;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
let data2 = data1[key0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.threshold === undefined){
const err2 = {instancePath:instancePath+"/regression_constraints/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metricConstraints/additionalProperties/required",keyword:"required",params:{missingProperty: "threshold"},message:"must have required property '"+"threshold"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data2.comparison_operator === undefined){
const err3 = {instancePath:instancePath+"/regression_constraints/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metricConstraints/additionalProperties/required",keyword:"required",params:{missingProperty: "comparison_operator"},message:"must have required property '"+"comparison_operator"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data2.threshold !== undefined){
let data3 = data2.threshold;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err4 = {instancePath:instancePath+"/regression_constraints/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/threshold",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/threshold/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data2.comparison_operator !== undefined){
let data4 = data2.comparison_operator;
if(typeof data4 !== "string"){
const err5 = {instancePath:instancePath+"/regression_constraints/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/comparison_operator",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/comparison_operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((data4 === "LessThanThreshold") || (data4 === "GreaterThanThreshold"))){
const err6 = {instancePath:instancePath+"/regression_constraints/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/comparison_operator",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/comparison_operator/enum",keyword:"enum",params:{allowedValues: schema28.additionalProperties.properties.comparison_operator.enum},message:"must be equal to one of the allowed values"};
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
else {
const err7 = {instancePath:instancePath+"/regression_constraints/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metricConstraints/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err8 = {instancePath:instancePath+"/regression_constraints",schemaPath:"#/definitions/metricConstraints/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.binary_classification_constraints !== undefined){
let data5 = data.binary_classification_constraints;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
let data6 = data5[key1];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.threshold === undefined){
const err9 = {instancePath:instancePath+"/binary_classification_constraints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metricConstraints/additionalProperties/required",keyword:"required",params:{missingProperty: "threshold"},message:"must have required property '"+"threshold"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data6.comparison_operator === undefined){
const err10 = {instancePath:instancePath+"/binary_classification_constraints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metricConstraints/additionalProperties/required",keyword:"required",params:{missingProperty: "comparison_operator"},message:"must have required property '"+"comparison_operator"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data6.threshold !== undefined){
let data7 = data6.threshold;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err11 = {instancePath:instancePath+"/binary_classification_constraints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/threshold",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/threshold/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data6.comparison_operator !== undefined){
let data8 = data6.comparison_operator;
if(typeof data8 !== "string"){
const err12 = {instancePath:instancePath+"/binary_classification_constraints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/comparison_operator",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/comparison_operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data8 === "LessThanThreshold") || (data8 === "GreaterThanThreshold"))){
const err13 = {instancePath:instancePath+"/binary_classification_constraints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/comparison_operator",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/comparison_operator/enum",keyword:"enum",params:{allowedValues: schema28.additionalProperties.properties.comparison_operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/binary_classification_constraints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metricConstraints/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err15 = {instancePath:instancePath+"/binary_classification_constraints",schemaPath:"#/definitions/metricConstraints/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.multiclass_classification_constraints !== undefined){
let data9 = data.multiclass_classification_constraints;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
let data10 = data9[key2];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.threshold === undefined){
const err16 = {instancePath:instancePath+"/multiclass_classification_constraints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metricConstraints/additionalProperties/required",keyword:"required",params:{missingProperty: "threshold"},message:"must have required property '"+"threshold"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data10.comparison_operator === undefined){
const err17 = {instancePath:instancePath+"/multiclass_classification_constraints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metricConstraints/additionalProperties/required",keyword:"required",params:{missingProperty: "comparison_operator"},message:"must have required property '"+"comparison_operator"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data10.threshold !== undefined){
let data11 = data10.threshold;
if(!((typeof data11 == "number") && (isFinite(data11)))){
const err18 = {instancePath:instancePath+"/multiclass_classification_constraints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/threshold",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/threshold/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data10.comparison_operator !== undefined){
let data12 = data10.comparison_operator;
if(typeof data12 !== "string"){
const err19 = {instancePath:instancePath+"/multiclass_classification_constraints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/comparison_operator",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/comparison_operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!((data12 === "LessThanThreshold") || (data12 === "GreaterThanThreshold"))){
const err20 = {instancePath:instancePath+"/multiclass_classification_constraints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/comparison_operator",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/comparison_operator/enum",keyword:"enum",params:{allowedValues: schema28.additionalProperties.properties.comparison_operator.enum},message:"must be equal to one of the allowed values"};
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
const err21 = {instancePath:instancePath+"/multiclass_classification_constraints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metricConstraints/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/multiclass_classification_constraints",schemaPath:"#/definitions/metricConstraints/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.features !== undefined){
let data13 = data.features;
if(Array.isArray(data13)){
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
if(!(validate16(data13[i0], {instancePath:instancePath+"/features/" + i0,parentData:data13,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
}
else {
const err23 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.monitoring_config !== undefined){
if(!(validate17(data.monitoring_config, {instancePath:instancePath+"/monitoring_config",parentData:data,parentDataProperty:"monitoring_config",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
if(data.custom !== undefined){
let data16 = data.custom;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.analyzers !== undefined){
let data17 = data16.analyzers;
if(!(data17 && typeof data17 == "object" && !Array.isArray(data17))){
const err24 = {instancePath:instancePath+"/custom/analyzers",schemaPath:"#/properties/custom/properties/analyzers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data16.segments !== undefined){
let data18 = data16.segments;
if(Array.isArray(data18)){
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.name === undefined){
const err25 = {instancePath:instancePath+"/custom/segments/" + i1,schemaPath:"#/properties/custom/properties/segments/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data19.features === undefined){
const err26 = {instancePath:instancePath+"/custom/segments/" + i1,schemaPath:"#/properties/custom/properties/segments/items/required",keyword:"required",params:{missingProperty: "features"},message:"must have required property '"+"features"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data19.name !== undefined){
if(typeof data19.name !== "string"){
const err27 = {instancePath:instancePath+"/custom/segments/" + i1+"/name",schemaPath:"#/properties/custom/properties/segments/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data19.version !== undefined){
let data21 = data19.version;
if(!((typeof data21 == "number") && (isFinite(data21)))){
const err28 = {instancePath:instancePath+"/custom/segments/" + i1+"/version",schemaPath:"#/properties/custom/properties/segments/items/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data19.features !== undefined){
let data22 = data19.features;
if(Array.isArray(data22)){
const len2 = data22.length;
for(let i2=0; i2<len2; i2++){
if(!(validate16(data22[i2], {instancePath:instancePath+"/custom/segments/" + i1+"/features/" + i2,parentData:data22,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
}
else {
const err29 = {instancePath:instancePath+"/custom/segments/" + i1+"/features",schemaPath:"#/properties/custom/properties/segments/items/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data19.monitoring_config !== undefined){
if(!(validate17(data19.monitoring_config, {instancePath:instancePath+"/custom/segments/" + i1+"/monitoring_config",parentData:data19,parentDataProperty:"monitoring_config",rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
}
else {
const err30 = {instancePath:instancePath+"/custom/segments/" + i1,schemaPath:"#/properties/custom/properties/segments/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err31 = {instancePath:instancePath+"/custom/segments",schemaPath:"#/properties/custom/properties/segments/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
else {
const err32 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
validate15.errors = vErrors;
return errors === 0;
}

export const isCreateProcessingJob = validate28 as unknown as Validator<Types.CreateProcessingJob>;
const schema36 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"CreateProcessingJob","description":"The request that starts a processing job, as the AWS API takes it; also what DescribeProcessingJob answers. S3 URIs may be file:// URIs or plain paths.","type":"object","required":["AppSpecification"],"additionalProperties":false,"properties":{"ProcessingJobName":{"type":["string","null"]},"AppSpecification":{"type":"object","required":["ImageUri"],"additionalProperties":false,"properties":{"ImageUri":{"type":"string"},"ContainerEntrypoint":{"type":["array","null"],"items":{"type":"string"}},"ContainerArguments":{"type":["array","null"],"items":{"type":"string"}}}},"Environment":{"type":["object","null"],"additionalProperties":{"type":"string"}},"ProcessingInputs":{"type":["array","null"],"items":{"$ref":"#/definitions/input"}},"ProcessingOutputConfig":{"type":["object","null"],"required":["Outputs"],"additionalProperties":false,"properties":{"Outputs":{"type":"array","items":{"$ref":"#/definitions/output"}},"KmsKeyId":{"type":["string","null"]}}},"ProcessingResources":{"type":["object","null"],"required":["ClusterConfig"],"additionalProperties":false,"properties":{"ClusterConfig":{"type":"object","additionalProperties":false,"properties":{"InstanceCount":{"type":["integer","null"],"minimum":1,"maximum":100},"InstanceType":{"type":["string","null"]},"VolumeSizeInGB":{"type":["integer","null"]},"VolumeKmsKeyId":{"type":["string","null"]}}}}},"NetworkConfig":{"type":["object","null"],"additionalProperties":false,"properties":{"EnableNetworkIsolation":{"type":["boolean","null"]},"EnableInterContainerTrafficEncryption":{"type":["boolean","null"]},"VpcConfig":{"type":["object","null"]}}},"StoppingCondition":{"type":["object","null"],"additionalProperties":false,"properties":{"MaxRuntimeInSeconds":{"type":["integer","null"],"minimum":1,"maximum":777600}}},"RoleArn":{"type":["string","null"]},"Tags":{"type":["array","null"]},"ExperimentConfig":{"type":["object","null"]},"ProcessingJobArn":{"type":["string","null"]},"ProcessingJobStatus":{"type":["string","null"]},"ExitMessage":{"type":["string","null"]},"FailureReason":{"type":["string","null"]},"CreationTime":{},"ProcessingStartTime":{},"ProcessingEndTime":{},"LastModifiedTime":{},"MonitoringScheduleArn":{"type":["string","null"]},"AutoMLJobArn":{"type":["string","null"]},"TrainingJobArn":{"type":["string","null"]},"ResponseMetadata":{"type":["object","null"]}},"definitions":{"input":{"title":"ProcessingInput","type":"object","required":["InputName"],"additionalProperties":false,"properties":{"InputName":{"type":"string"},"AppManaged":{"type":["boolean","null"]},"S3Input":{"type":["object","null"],"required":["S3Uri","LocalPath"],"additionalProperties":false,"properties":{"S3Uri":{"type":"string"},"LocalPath":{"type":"string"},"S3DataType":{"enum":["S3Prefix","ManifestFile",null]},"S3InputMode":{"enum":["File","Pipe","FastFile",null]},"S3DataDistributionType":{"enum":["FullyReplicated","ShardedByS3Key",null]},"S3CompressionType":{"enum":["None","Gzip",null]},"S3DownloadMode":{"type":["string","null"]}}},"DatasetDefinition":{"type":["object","null"]},"DatasetDefinitionInput":{"type":["object","null"]}}},"output":{"title":"ProcessingOutput","type":"object","required":["OutputName"],"additionalProperties":false,"properties":{"OutputName":{"type":"string"},"AppManaged":{"type":["boolean","null"]},"S3Output":{"type":["object","null"],"required":["S3Uri","LocalPath"],"additionalProperties":false,"properties":{"S3Uri":{"type":"string"},"LocalPath":{"type":"string"},"S3UploadMode":{"enum":["EndOfJob","Continuous",null]}}},"FeatureStoreOutput":{"type":["object","null"]}}}}};
const schema37 = {"title":"ProcessingInput","type":"object","required":["InputName"],"additionalProperties":false,"properties":{"InputName":{"type":"string"},"AppManaged":{"type":["boolean","null"]},"S3Input":{"type":["object","null"],"required":["S3Uri","LocalPath"],"additionalProperties":false,"properties":{"S3Uri":{"type":"string"},"LocalPath":{"type":"string"},"S3DataType":{"enum":["S3Prefix","ManifestFile",null]},"S3InputMode":{"enum":["File","Pipe","FastFile",null]},"S3DataDistributionType":{"enum":["FullyReplicated","ShardedByS3Key",null]},"S3CompressionType":{"enum":["None","Gzip",null]},"S3DownloadMode":{"type":["string","null"]}}},"DatasetDefinition":{"type":["object","null"]},"DatasetDefinitionInput":{"type":["object","null"]}}};
const schema38 = {"title":"ProcessingOutput","type":"object","required":["OutputName"],"additionalProperties":false,"properties":{"OutputName":{"type":"string"},"AppManaged":{"type":["boolean","null"]},"S3Output":{"type":["object","null"],"required":["S3Uri","LocalPath"],"additionalProperties":false,"properties":{"S3Uri":{"type":"string"},"LocalPath":{"type":"string"},"S3UploadMode":{"enum":["EndOfJob","Continuous",null]}}},"FeatureStoreOutput":{"type":["object","null"]}}};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(!(func2.call(schema36.properties, key0))){
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
const err2 = {instancePath:instancePath+"/ProcessingJobName",schemaPath:"#/properties/ProcessingJobName/type",keyword:"type",params:{type: schema36.properties.ProcessingJobName.type},message:"must be string,null"};
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
const err6 = {instancePath:instancePath+"/AppSpecification/ContainerEntrypoint",schemaPath:"#/properties/AppSpecification/properties/ContainerEntrypoint/type",keyword:"type",params:{type: schema36.properties.AppSpecification.properties.ContainerEntrypoint.type},message:"must be array,null"};
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
const err8 = {instancePath:instancePath+"/AppSpecification/ContainerArguments",schemaPath:"#/properties/AppSpecification/properties/ContainerArguments/type",keyword:"type",params:{type: schema36.properties.AppSpecification.properties.ContainerArguments.type},message:"must be array,null"};
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
const err11 = {instancePath:instancePath+"/Environment",schemaPath:"#/properties/Environment/type",keyword:"type",params:{type: schema36.properties.Environment.type},message:"must be object,null"};
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
const err13 = {instancePath:instancePath+"/ProcessingInputs",schemaPath:"#/properties/ProcessingInputs/type",keyword:"type",params:{type: schema36.properties.ProcessingInputs.type},message:"must be array,null"};
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
const err17 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/AppManaged",schemaPath:"#/definitions/input/properties/AppManaged/type",keyword:"type",params:{type: schema37.properties.AppManaged.type},message:"must be boolean,null"};
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
const err18 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input",schemaPath:"#/definitions/input/properties/S3Input/type",keyword:"type",params:{type: schema37.properties.S3Input.type},message:"must be object,null"};
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
const err24 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3DataType",schemaPath:"#/definitions/input/properties/S3Input/properties/S3DataType/enum",keyword:"enum",params:{allowedValues: schema37.properties.S3Input.properties.S3DataType.enum},message:"must be equal to one of the allowed values"};
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
const err25 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3InputMode",schemaPath:"#/definitions/input/properties/S3Input/properties/S3InputMode/enum",keyword:"enum",params:{allowedValues: schema37.properties.S3Input.properties.S3InputMode.enum},message:"must be equal to one of the allowed values"};
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
const err26 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3DataDistributionType",schemaPath:"#/definitions/input/properties/S3Input/properties/S3DataDistributionType/enum",keyword:"enum",params:{allowedValues: schema37.properties.S3Input.properties.S3DataDistributionType.enum},message:"must be equal to one of the allowed values"};
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
const err27 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3CompressionType",schemaPath:"#/definitions/input/properties/S3Input/properties/S3CompressionType/enum",keyword:"enum",params:{allowedValues: schema37.properties.S3Input.properties.S3CompressionType.enum},message:"must be equal to one of the allowed values"};
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
const err28 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/S3Input/S3DownloadMode",schemaPath:"#/definitions/input/properties/S3Input/properties/S3DownloadMode/type",keyword:"type",params:{type: schema37.properties.S3Input.properties.S3DownloadMode.type},message:"must be string,null"};
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
const err29 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/DatasetDefinition",schemaPath:"#/definitions/input/properties/DatasetDefinition/type",keyword:"type",params:{type: schema37.properties.DatasetDefinition.type},message:"must be object,null"};
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
const err30 = {instancePath:instancePath+"/ProcessingInputs/" + i2+"/DatasetDefinitionInput",schemaPath:"#/definitions/input/properties/DatasetDefinitionInput/type",keyword:"type",params:{type: schema37.properties.DatasetDefinitionInput.type},message:"must be object,null"};
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
const err32 = {instancePath:instancePath+"/ProcessingOutputConfig",schemaPath:"#/properties/ProcessingOutputConfig/type",keyword:"type",params:{type: schema36.properties.ProcessingOutputConfig.type},message:"must be object,null"};
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
const err38 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/AppManaged",schemaPath:"#/definitions/output/properties/AppManaged/type",keyword:"type",params:{type: schema38.properties.AppManaged.type},message:"must be boolean,null"};
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
const err39 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/S3Output",schemaPath:"#/definitions/output/properties/S3Output/type",keyword:"type",params:{type: schema38.properties.S3Output.type},message:"must be object,null"};
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
const err45 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/S3Output/S3UploadMode",schemaPath:"#/definitions/output/properties/S3Output/properties/S3UploadMode/enum",keyword:"enum",params:{allowedValues: schema38.properties.S3Output.properties.S3UploadMode.enum},message:"must be equal to one of the allowed values"};
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
const err46 = {instancePath:instancePath+"/ProcessingOutputConfig/Outputs/" + i3+"/FeatureStoreOutput",schemaPath:"#/definitions/output/properties/FeatureStoreOutput/type",keyword:"type",params:{type: schema38.properties.FeatureStoreOutput.type},message:"must be object,null"};
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
const err49 = {instancePath:instancePath+"/ProcessingOutputConfig/KmsKeyId",schemaPath:"#/properties/ProcessingOutputConfig/properties/KmsKeyId/type",keyword:"type",params:{type: schema36.properties.ProcessingOutputConfig.properties.KmsKeyId.type},message:"must be string,null"};
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
const err50 = {instancePath:instancePath+"/ProcessingResources",schemaPath:"#/properties/ProcessingResources/type",keyword:"type",params:{type: schema36.properties.ProcessingResources.type},message:"must be object,null"};
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
const err54 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/InstanceCount",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/InstanceCount/type",keyword:"type",params:{type: schema36.properties.ProcessingResources.properties.ClusterConfig.properties.InstanceCount.type},message:"must be integer,null"};
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
const err57 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/InstanceType",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/InstanceType/type",keyword:"type",params:{type: schema36.properties.ProcessingResources.properties.ClusterConfig.properties.InstanceType.type},message:"must be string,null"};
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
const err58 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/VolumeSizeInGB",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/VolumeSizeInGB/type",keyword:"type",params:{type: schema36.properties.ProcessingResources.properties.ClusterConfig.properties.VolumeSizeInGB.type},message:"must be integer,null"};
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
const err59 = {instancePath:instancePath+"/ProcessingResources/ClusterConfig/VolumeKmsKeyId",schemaPath:"#/properties/ProcessingResources/properties/ClusterConfig/properties/VolumeKmsKeyId/type",keyword:"type",params:{type: schema36.properties.ProcessingResources.properties.ClusterConfig.properties.VolumeKmsKeyId.type},message:"must be string,null"};
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
const err61 = {instancePath:instancePath+"/NetworkConfig",schemaPath:"#/properties/NetworkConfig/type",keyword:"type",params:{type: schema36.properties.NetworkConfig.type},message:"must be object,null"};
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
const err63 = {instancePath:instancePath+"/NetworkConfig/EnableNetworkIsolation",schemaPath:"#/properties/NetworkConfig/properties/EnableNetworkIsolation/type",keyword:"type",params:{type: schema36.properties.NetworkConfig.properties.EnableNetworkIsolation.type},message:"must be boolean,null"};
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
const err64 = {instancePath:instancePath+"/NetworkConfig/EnableInterContainerTrafficEncryption",schemaPath:"#/properties/NetworkConfig/properties/EnableInterContainerTrafficEncryption/type",keyword:"type",params:{type: schema36.properties.NetworkConfig.properties.EnableInterContainerTrafficEncryption.type},message:"must be boolean,null"};
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
const err65 = {instancePath:instancePath+"/NetworkConfig/VpcConfig",schemaPath:"#/properties/NetworkConfig/properties/VpcConfig/type",keyword:"type",params:{type: schema36.properties.NetworkConfig.properties.VpcConfig.type},message:"must be object,null"};
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
const err66 = {instancePath:instancePath+"/StoppingCondition",schemaPath:"#/properties/StoppingCondition/type",keyword:"type",params:{type: schema36.properties.StoppingCondition.type},message:"must be object,null"};
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
const err68 = {instancePath:instancePath+"/StoppingCondition/MaxRuntimeInSeconds",schemaPath:"#/properties/StoppingCondition/properties/MaxRuntimeInSeconds/type",keyword:"type",params:{type: schema36.properties.StoppingCondition.properties.MaxRuntimeInSeconds.type},message:"must be integer,null"};
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
const err71 = {instancePath:instancePath+"/RoleArn",schemaPath:"#/properties/RoleArn/type",keyword:"type",params:{type: schema36.properties.RoleArn.type},message:"must be string,null"};
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
const err72 = {instancePath:instancePath+"/Tags",schemaPath:"#/properties/Tags/type",keyword:"type",params:{type: schema36.properties.Tags.type},message:"must be array,null"};
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
const err73 = {instancePath:instancePath+"/ExperimentConfig",schemaPath:"#/properties/ExperimentConfig/type",keyword:"type",params:{type: schema36.properties.ExperimentConfig.type},message:"must be object,null"};
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
const err74 = {instancePath:instancePath+"/ProcessingJobArn",schemaPath:"#/properties/ProcessingJobArn/type",keyword:"type",params:{type: schema36.properties.ProcessingJobArn.type},message:"must be string,null"};
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
const err75 = {instancePath:instancePath+"/ProcessingJobStatus",schemaPath:"#/properties/ProcessingJobStatus/type",keyword:"type",params:{type: schema36.properties.ProcessingJobStatus.type},message:"must be string,null"};
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
const err76 = {instancePath:instancePath+"/ExitMessage",schemaPath:"#/properties/ExitMessage/type",keyword:"type",params:{type: schema36.properties.ExitMessage.type},message:"must be string,null"};
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
const err77 = {instancePath:instancePath+"/FailureReason",schemaPath:"#/properties/FailureReason/type",keyword:"type",params:{type: schema36.properties.FailureReason.type},message:"must be string,null"};
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
const err78 = {instancePath:instancePath+"/MonitoringScheduleArn",schemaPath:"#/properties/MonitoringScheduleArn/type",keyword:"type",params:{type: schema36.properties.MonitoringScheduleArn.type},message:"must be string,null"};
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
const err79 = {instancePath:instancePath+"/AutoMLJobArn",schemaPath:"#/properties/AutoMLJobArn/type",keyword:"type",params:{type: schema36.properties.AutoMLJobArn.type},message:"must be string,null"};
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
const err80 = {instancePath:instancePath+"/TrainingJobArn",schemaPath:"#/properties/TrainingJobArn/type",keyword:"type",params:{type: schema36.properties.TrainingJobArn.type},message:"must be string,null"};
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
const err81 = {instancePath:instancePath+"/ResponseMetadata",schemaPath:"#/properties/ResponseMetadata/type",keyword:"type",params:{type: schema36.properties.ResponseMetadata.type},message:"must be object,null"};
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
validate28.errors = vErrors;
return errors === 0;
}

export const isDatasetFormat = validate29 as unknown as Validator<Types.DatasetFormat>;
const schema39 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"DatasetFormat","description":"The dataset_format variable after its keys were lower-cased: exactly one format. Flags may be booleans or the texts true and false; line and lines mean the same.","type":"object","minProperties":1,"maxProperties":1,"properties":{"csv":{"type":"object","properties":{"header":{"$ref":"#/definitions/flag"},"output_columns_position":{"type":"string","enum":["START","END","start","end"]}}},"json":{"type":"object","properties":{"lines":{"$ref":"#/definitions/flag"},"line":{"$ref":"#/definitions/flag"}}},"parquet":{"type":"object"},"sagemakercapturejson":{"type":"object","properties":{"captureindexnames":{"type":"array","items":{"type":"string"}},"output_columns_position":{"type":"string","enum":["START","END","start","end"]}}}},"additionalProperties":false,"definitions":{"flag":{"anyOf":[{"type":"boolean"},{"type":"string","enum":["true","false","True","False"]}]}}};
const schema40 = {"anyOf":[{"type":"boolean"},{"type":"string","enum":["true","false","True","False"]}]};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "csv") || (key0 === "json")) || (key0 === "parquet")) || (key0 === "sagemakercapturejson"))){
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
if(data.csv !== undefined){
let data0 = data.csv;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.header !== undefined){
let data1 = data0.header;
const _errs6 = errors;
let valid3 = false;
const _errs7 = errors;
if(typeof data1 !== "boolean"){
const err3 = {instancePath:instancePath+"/csv/header",schemaPath:"#/definitions/flag/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const _errs9 = errors;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/csv/header",schemaPath:"#/definitions/flag/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((((data1 === "true") || (data1 === "false")) || (data1 === "True")) || (data1 === "False"))){
const err5 = {instancePath:instancePath+"/csv/header",schemaPath:"#/definitions/flag/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema40.anyOf[1].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err6 = {instancePath:instancePath+"/csv/header",schemaPath:"#/definitions/flag/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
}
if(data0.output_columns_position !== undefined){
let data2 = data0.output_columns_position;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/csv/output_columns_position",schemaPath:"#/properties/csv/properties/output_columns_position/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((data2 === "START") || (data2 === "END")) || (data2 === "start")) || (data2 === "end"))){
const err8 = {instancePath:instancePath+"/csv/output_columns_position",schemaPath:"#/properties/csv/properties/output_columns_position/enum",keyword:"enum",params:{allowedValues: schema39.properties.csv.properties.output_columns_position.enum},message:"must be equal to one of the allowed values"};
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
else {
const err9 = {instancePath:instancePath+"/csv",schemaPath:"#/properties/csv/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.json !== undefined){
let data3 = data.json;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.lines !== undefined){
let data4 = data3.lines;
const _errs17 = errors;
let valid6 = false;
const _errs18 = errors;
if(typeof data4 !== "boolean"){
const err10 = {instancePath:instancePath+"/json/lines",schemaPath:"#/definitions/flag/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid1 = _errs18 === errors;
valid6 = valid6 || _valid1;
if(!valid6){
const _errs20 = errors;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/json/lines",schemaPath:"#/definitions/flag/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!((((data4 === "true") || (data4 === "false")) || (data4 === "True")) || (data4 === "False"))){
const err12 = {instancePath:instancePath+"/json/lines",schemaPath:"#/definitions/flag/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema40.anyOf[1].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid1 = _errs20 === errors;
valid6 = valid6 || _valid1;
}
if(!valid6){
const err13 = {instancePath:instancePath+"/json/lines",schemaPath:"#/definitions/flag/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
}
}
if(data3.line !== undefined){
let data5 = data3.line;
const _errs24 = errors;
let valid8 = false;
const _errs25 = errors;
if(typeof data5 !== "boolean"){
const err14 = {instancePath:instancePath+"/json/line",schemaPath:"#/definitions/flag/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid2 = _errs25 === errors;
valid8 = valid8 || _valid2;
if(!valid8){
const _errs27 = errors;
if(typeof data5 !== "string"){
const err15 = {instancePath:instancePath+"/json/line",schemaPath:"#/definitions/flag/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!((((data5 === "true") || (data5 === "false")) || (data5 === "True")) || (data5 === "False"))){
const err16 = {instancePath:instancePath+"/json/line",schemaPath:"#/definitions/flag/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema40.anyOf[1].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid2 = _errs27 === errors;
valid8 = valid8 || _valid2;
}
if(!valid8){
const err17 = {instancePath:instancePath+"/json/line",schemaPath:"#/definitions/flag/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs24;
if(vErrors !== null){
if(_errs24){
vErrors.length = _errs24;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/json",schemaPath:"#/properties/json/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.parquet !== undefined){
let data6 = data.parquet;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
const err19 = {instancePath:instancePath+"/parquet",schemaPath:"#/properties/parquet/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.sagemakercapturejson !== undefined){
let data7 = data.sagemakercapturejson;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.captureindexnames !== undefined){
let data8 = data7.captureindexnames;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(typeof data8[i0] !== "string"){
const err20 = {instancePath:instancePath+"/sagemakercapturejson/captureindexnames/" + i0,schemaPath:"#/properties/sagemakercapturejson/properties/captureindexnames/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err21 = {instancePath:instancePath+"/sagemakercapturejson/captureindexnames",schemaPath:"#/properties/sagemakercapturejson/properties/captureindexnames/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data7.output_columns_position !== undefined){
let data10 = data7.output_columns_position;
if(typeof data10 !== "string"){
const err22 = {instancePath:instancePath+"/sagemakercapturejson/output_columns_position",schemaPath:"#/properties/sagemakercapturejson/properties/output_columns_position/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(!((((data10 === "START") || (data10 === "END")) || (data10 === "start")) || (data10 === "end"))){
const err23 = {instancePath:instancePath+"/sagemakercapturejson/output_columns_position",schemaPath:"#/properties/sagemakercapturejson/properties/output_columns_position/enum",keyword:"enum",params:{allowedValues: schema39.properties.sagemakercapturejson.properties.output_columns_position.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/sagemakercapturejson",schemaPath:"#/properties/sagemakercapturejson/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

export const isEnvironment = validate30 as unknown as Validator<Types.Environment>;
const schema43 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Environment","description":"Variables that the job's scheduler sets; every value is text. Read from the process environment first, from Environment in processingjobconfig.json second. Unknown variables are the user's and pass through.","type":"object","properties":{"dataset_source":{"type":"string","description":"Folder (or file) that holds the dataset or the captures."},"dataset_format":{"type":"string","description":"JSON text of dataset_format.schema.json."},"output_path":{"type":"string","description":"Folder that receives the report files."},"publish_cloudwatch_metrics":{"type":"string","description":"Enabled or Disabled; absent means Disabled."},"baseline_constraints":{"type":"string","description":"Path of the baseline's constraints.json."},"baseline_statistics":{"type":"string","description":"Path of the baseline's statistics.json."},"record_preprocessor_script":{"type":"string"},"post_analytics_processor_script":{"type":"string"},"start_time":{"type":"string","description":"ISO-8601 start of the window, inclusive."},"end_time":{"type":"string","description":"ISO-8601 end of the window, exclusive."},"metric_time":{"type":"string","description":"ISO-8601 time stamp of the emitted metrics; absent: end_time, else the time the job started."},"sagemaker_endpoint_name":{"type":"string"},"sagemaker_monitoring_schedule_name":{"type":"string"},"sagemaker_endpoint_datacapture_prefix":{"type":"string"},"analysis_type":{"type":"string","description":"MODEL_QUALITY; absent: data quality, or what analysis_config.json asks for."},"problem_type":{"type":"string"},"inference_attribute":{"type":"string"},"probability_attribute":{"type":"string"},"probability_threshold_attribute":{"type":"string"},"ground_truth_attribute":{"type":"string"},"ground_truth_source":{"type":"string","description":"Folder with labels; alone a merge job, else they are merged before the analysis."},"categorical_drift_method":{"type":"string","description":"LInfinity or ChiSquared; written into the suggested constraints."},"exclude_features_attribute":{"type":"string","description":"Comma-separated names or zero-based indexes of columns to leave out."},"monitoring_input_type":{"type":"string"},"positive_label":{"type":"string"}},"additionalProperties":{"type":"string"}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema43.properties, key0))){
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
validate30.errors = vErrors;
return errors === 0;
}

export const isMetricLine = validate31 as unknown as Validator<Types.MetricLine>;
const schema44 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"MetricLine","description":"One line of the metric file that the platform uploads: Value or StatisticValues, never both, finite numbers only.","type":"object","required":["MetricName","Timestamp","Dimensions"],"properties":{"MetricName":{"type":"string"},"Timestamp":{"type":"string"},"Dimensions":{"type":"array","items":{"type":"object","required":["Name","Value"],"properties":{"Name":{"type":"string"},"Value":{"type":"string"}},"additionalProperties":false}},"Value":{"type":"number"},"StatisticValues":{"type":"object","required":["SampleCount","Sum","Minimum","Maximum"],"properties":{"SampleCount":{"type":"number"},"Sum":{"type":"number"},"Minimum":{"type":"number"},"Maximum":{"type":"number"}},"additionalProperties":false},"Unit":{"type":"string"}},"additionalProperties":false};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.MetricName === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "MetricName"},message:"must have required property '"+"MetricName"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.Timestamp === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "Timestamp"},message:"must have required property '"+"Timestamp"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.Dimensions === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "Dimensions"},message:"must have required property '"+"Dimensions"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "MetricName") || (key0 === "Timestamp")) || (key0 === "Dimensions")) || (key0 === "Value")) || (key0 === "StatisticValues")) || (key0 === "Unit"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.MetricName !== undefined){
if(typeof data.MetricName !== "string"){
const err4 = {instancePath:instancePath+"/MetricName",schemaPath:"#/properties/MetricName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.Timestamp !== undefined){
if(typeof data.Timestamp !== "string"){
const err5 = {instancePath:instancePath+"/Timestamp",schemaPath:"#/properties/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.Dimensions !== undefined){
let data2 = data.Dimensions;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.Name === undefined){
const err6 = {instancePath:instancePath+"/Dimensions/" + i0,schemaPath:"#/properties/Dimensions/items/required",keyword:"required",params:{missingProperty: "Name"},message:"must have required property '"+"Name"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data3.Value === undefined){
const err7 = {instancePath:instancePath+"/Dimensions/" + i0,schemaPath:"#/properties/Dimensions/items/required",keyword:"required",params:{missingProperty: "Value"},message:"must have required property '"+"Value"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data3){
if(!((key1 === "Name") || (key1 === "Value"))){
const err8 = {instancePath:instancePath+"/Dimensions/" + i0,schemaPath:"#/properties/Dimensions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.Name !== undefined){
if(typeof data3.Name !== "string"){
const err9 = {instancePath:instancePath+"/Dimensions/" + i0+"/Name",schemaPath:"#/properties/Dimensions/items/properties/Name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.Value !== undefined){
if(typeof data3.Value !== "string"){
const err10 = {instancePath:instancePath+"/Dimensions/" + i0+"/Value",schemaPath:"#/properties/Dimensions/items/properties/Value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/Dimensions/" + i0,schemaPath:"#/properties/Dimensions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/Dimensions",schemaPath:"#/properties/Dimensions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.Value !== undefined){
let data6 = data.Value;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err13 = {instancePath:instancePath+"/Value",schemaPath:"#/properties/Value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.StatisticValues !== undefined){
let data7 = data.StatisticValues;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.SampleCount === undefined){
const err14 = {instancePath:instancePath+"/StatisticValues",schemaPath:"#/properties/StatisticValues/required",keyword:"required",params:{missingProperty: "SampleCount"},message:"must have required property '"+"SampleCount"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data7.Sum === undefined){
const err15 = {instancePath:instancePath+"/StatisticValues",schemaPath:"#/properties/StatisticValues/required",keyword:"required",params:{missingProperty: "Sum"},message:"must have required property '"+"Sum"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data7.Minimum === undefined){
const err16 = {instancePath:instancePath+"/StatisticValues",schemaPath:"#/properties/StatisticValues/required",keyword:"required",params:{missingProperty: "Minimum"},message:"must have required property '"+"Minimum"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data7.Maximum === undefined){
const err17 = {instancePath:instancePath+"/StatisticValues",schemaPath:"#/properties/StatisticValues/required",keyword:"required",params:{missingProperty: "Maximum"},message:"must have required property '"+"Maximum"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key2 in data7){
if(!((((key2 === "SampleCount") || (key2 === "Sum")) || (key2 === "Minimum")) || (key2 === "Maximum"))){
const err18 = {instancePath:instancePath+"/StatisticValues",schemaPath:"#/properties/StatisticValues/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data7.SampleCount !== undefined){
let data8 = data7.SampleCount;
if(!((typeof data8 == "number") && (isFinite(data8)))){
const err19 = {instancePath:instancePath+"/StatisticValues/SampleCount",schemaPath:"#/properties/StatisticValues/properties/SampleCount/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7.Sum !== undefined){
let data9 = data7.Sum;
if(!((typeof data9 == "number") && (isFinite(data9)))){
const err20 = {instancePath:instancePath+"/StatisticValues/Sum",schemaPath:"#/properties/StatisticValues/properties/Sum/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7.Minimum !== undefined){
let data10 = data7.Minimum;
if(!((typeof data10 == "number") && (isFinite(data10)))){
const err21 = {instancePath:instancePath+"/StatisticValues/Minimum",schemaPath:"#/properties/StatisticValues/properties/Minimum/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data7.Maximum !== undefined){
let data11 = data7.Maximum;
if(!((typeof data11 == "number") && (isFinite(data11)))){
const err22 = {instancePath:instancePath+"/StatisticValues/Maximum",schemaPath:"#/properties/StatisticValues/properties/Maximum/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/StatisticValues",schemaPath:"#/properties/StatisticValues/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.Unit !== undefined){
if(typeof data.Unit !== "string"){
const err24 = {instancePath:instancePath+"/Unit",schemaPath:"#/properties/Unit/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}

export const isPlan = validate32 as unknown as Validator<Types.Plan>;
const schema45 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Plan","description":"What a run reads, cut into units. Depends on the input and the settings only, never on how many workers there are.","type":"object","required":["version","id","schema","units","files"],"properties":{"version":{"type":"integer","const":1},"id":{"type":"string","description":"SHA-256 (hex) of the rest of the plan; states of other plans are refused."},"schema":{"title":"PlanSchema","description":"Columns by position as the first records show them; inputs holds all of them when the dataset is not a capture. JSON names are added as they appear.","type":"object","required":["outputs","inputs"],"properties":{"outputs":{"type":"array","items":{"type":"string"}},"inputs":{"type":"array","items":{"type":"string"}},"positions":{"type":"array","items":{"type":"string"},"description":"Names of the baseline's features by position, for preprocess handlers whose keys are positions; absent without a handler."}}},"files":{"type":"array","items":{"title":"PlanFile","type":"object","required":["path","bytes"],"properties":{"path":{"type":"string","description":"Relative to dataset_source, with forward slashes."},"bytes":{"type":"integer"}}}},"units":{"type":"array","items":{"title":"PlanUnit","type":"array","items":{"title":"PlanSlice","description":"A run of bytes of one file; a record belongs to the slice that holds its first byte.","type":"object","required":["file","start","end"],"properties":{"file":{"type":"integer"},"start":{"type":"integer"},"end":{"type":"integer"}}}}}}};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.schema === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.units === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "units"},message:"must have required property '"+"units"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.files === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "files"},message:"must have required property '"+"files"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.version !== undefined){
let data0 = data.version;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err5 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(1 !== data0){
const err6 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.id !== undefined){
if(typeof data.id !== "string"){
const err7 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.schema !== undefined){
let data2 = data.schema;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.outputs === undefined){
const err8 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/required",keyword:"required",params:{missingProperty: "outputs"},message:"must have required property '"+"outputs"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2.inputs === undefined){
const err9 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.outputs !== undefined){
let data3 = data2.outputs;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
const err10 = {instancePath:instancePath+"/schema/outputs/" + i0,schemaPath:"#/properties/schema/properties/outputs/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/schema/outputs",schemaPath:"#/properties/schema/properties/outputs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.inputs !== undefined){
let data5 = data2.inputs;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(typeof data5[i1] !== "string"){
const err12 = {instancePath:instancePath+"/schema/inputs/" + i1,schemaPath:"#/properties/schema/properties/inputs/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err13 = {instancePath:instancePath+"/schema/inputs",schemaPath:"#/properties/schema/properties/inputs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.positions !== undefined){
let data7 = data2.positions;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
if(typeof data7[i2] !== "string"){
const err14 = {instancePath:instancePath+"/schema/positions/" + i2,schemaPath:"#/properties/schema/properties/positions/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err15 = {instancePath:instancePath+"/schema/positions",schemaPath:"#/properties/schema/properties/positions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.files !== undefined){
let data9 = data.files;
if(Array.isArray(data9)){
const len3 = data9.length;
for(let i3=0; i3<len3; i3++){
let data10 = data9[i3];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.path === undefined){
const err17 = {instancePath:instancePath+"/files/" + i3,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data10.bytes === undefined){
const err18 = {instancePath:instancePath+"/files/" + i3,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: "bytes"},message:"must have required property '"+"bytes"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data10.path !== undefined){
if(typeof data10.path !== "string"){
const err19 = {instancePath:instancePath+"/files/" + i3+"/path",schemaPath:"#/properties/files/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data10.bytes !== undefined){
let data12 = data10.bytes;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err20 = {instancePath:instancePath+"/files/" + i3+"/bytes",schemaPath:"#/properties/files/items/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
const err21 = {instancePath:instancePath+"/files/" + i3,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.units !== undefined){
let data13 = data.units;
if(Array.isArray(data13)){
const len4 = data13.length;
for(let i4=0; i4<len4; i4++){
let data14 = data13[i4];
if(Array.isArray(data14)){
const len5 = data14.length;
for(let i5=0; i5<len5; i5++){
let data15 = data14[i5];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.file === undefined){
const err23 = {instancePath:instancePath+"/units/" + i4+"/" + i5,schemaPath:"#/properties/units/items/items/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data15.start === undefined){
const err24 = {instancePath:instancePath+"/units/" + i4+"/" + i5,schemaPath:"#/properties/units/items/items/required",keyword:"required",params:{missingProperty: "start"},message:"must have required property '"+"start"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data15.end === undefined){
const err25 = {instancePath:instancePath+"/units/" + i4+"/" + i5,schemaPath:"#/properties/units/items/items/required",keyword:"required",params:{missingProperty: "end"},message:"must have required property '"+"end"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data15.file !== undefined){
let data16 = data15.file;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err26 = {instancePath:instancePath+"/units/" + i4+"/" + i5+"/file",schemaPath:"#/properties/units/items/items/properties/file/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data15.start !== undefined){
let data17 = data15.start;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err27 = {instancePath:instancePath+"/units/" + i4+"/" + i5+"/start",schemaPath:"#/properties/units/items/items/properties/start/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data15.end !== undefined){
let data18 = data15.end;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err28 = {instancePath:instancePath+"/units/" + i4+"/" + i5+"/end",schemaPath:"#/properties/units/items/items/properties/end/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
else {
const err29 = {instancePath:instancePath+"/units/" + i4+"/" + i5,schemaPath:"#/properties/units/items/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/units/" + i4,schemaPath:"#/properties/units/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err31 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

export const isProcessingJobConfig = validate33 as unknown as Validator<Types.ProcessingJobConfig>;
const schema46 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"ProcessingJobConfig","description":"/opt/ml/config/processingjobconfig.json as the platform writes it. Only what the runtime reads is typed; unknown keys are ignored.","type":"object","properties":{"ProcessingJobArn":{"type":["string","null"]},"ProcessingJobName":{"type":["string","null"]},"Environment":{"type":["object","null"],"additionalProperties":{"type":["string","null"]}},"ProcessingInputs":{"type":["array","null"],"items":{"title":"PlatformInput","type":"object","properties":{"S3Input":{"type":["object","null"],"properties":{"LocalPath":{"type":["string","null"]},"S3Uri":{"type":["string","null"]}}}}}}}};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ProcessingJobArn !== undefined){
let data0 = data.ProcessingJobArn;
if((typeof data0 !== "string") && (data0 !== null)){
const err0 = {instancePath:instancePath+"/ProcessingJobArn",schemaPath:"#/properties/ProcessingJobArn/type",keyword:"type",params:{type: schema46.properties.ProcessingJobArn.type},message:"must be string,null"};
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
const err1 = {instancePath:instancePath+"/ProcessingJobName",schemaPath:"#/properties/ProcessingJobName/type",keyword:"type",params:{type: schema46.properties.ProcessingJobName.type},message:"must be string,null"};
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
const err2 = {instancePath:instancePath+"/Environment",schemaPath:"#/properties/Environment/type",keyword:"type",params:{type: schema46.properties.Environment.type},message:"must be object,null"};
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
const err3 = {instancePath:instancePath+"/Environment/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/Environment/additionalProperties/type",keyword:"type",params:{type: schema46.properties.Environment.additionalProperties.type},message:"must be string,null"};
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
const err4 = {instancePath:instancePath+"/ProcessingInputs",schemaPath:"#/properties/ProcessingInputs/type",keyword:"type",params:{type: schema46.properties.ProcessingInputs.type},message:"must be array,null"};
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
const err5 = {instancePath:instancePath+"/ProcessingInputs/" + i0+"/S3Input",schemaPath:"#/properties/ProcessingInputs/items/properties/S3Input/type",keyword:"type",params:{type: schema46.properties.ProcessingInputs.items.properties.S3Input.type},message:"must be object,null"};
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
const err6 = {instancePath:instancePath+"/ProcessingInputs/" + i0+"/S3Input/LocalPath",schemaPath:"#/properties/ProcessingInputs/items/properties/S3Input/properties/LocalPath/type",keyword:"type",params:{type: schema46.properties.ProcessingInputs.items.properties.S3Input.properties.LocalPath.type},message:"must be string,null"};
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
const err7 = {instancePath:instancePath+"/ProcessingInputs/" + i0+"/S3Input/S3Uri",schemaPath:"#/properties/ProcessingInputs/items/properties/S3Input/properties/S3Uri/type",keyword:"type",params:{type: schema46.properties.ProcessingInputs.items.properties.S3Input.properties.S3Uri.type},message:"must be string,null"};
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
validate33.errors = vErrors;
return errors === 0;
}

export const isResourceConfig = validate34 as unknown as Validator<Types.ResourceConfig>;
const schema47 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"ResourceConfig","description":"/opt/ml/config/resourceconfig.json: the hosts of this job. Unknown keys are ignored.","type":"object","required":["current_host","hosts"],"properties":{"current_host":{"type":"string"},"hosts":{"type":"array","items":{"type":"string"},"minItems":1}}};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.current_host === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "current_host"},message:"must have required property '"+"current_host"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.hosts === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.current_host !== undefined){
if(typeof data.current_host !== "string"){
const err2 = {instancePath:instancePath+"/current_host",schemaPath:"#/properties/current_host/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.hosts !== undefined){
let data1 = data.hosts;
if(Array.isArray(data1)){
if(data1.length < 1){
const err3 = {instancePath:instancePath+"/hosts",schemaPath:"#/properties/hosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
const err4 = {instancePath:instancePath+"/hosts/" + i0,schemaPath:"#/properties/hosts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/hosts",schemaPath:"#/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

export const isRun = validate35 as unknown as Validator<Types.Run>;
const schema48 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Run","description":"run.json: how the reports came about. The only report file that differs between two runs over the same input.","type":"object","required":["runtime","job","plan","counts","rejected","sections","outcome","timing"],"properties":{"runtime":{"type":"object","required":["name","version","node"],"properties":{"name":{"type":"string"},"version":{"type":"string"},"node":{"type":"string"}}},"job":{"type":"object","required":["kind","dataset_source","dataset_format"],"properties":{"kind":{"type":"string","enum":["baseline","monitoring"]},"dataset_source":{"type":"string"},"dataset_format":{"type":"object"},"start_time":{"type":"string"},"end_time":{"type":"string"},"config":{"type":"string","description":"Path of the config file, when there was one."}}},"plan":{"type":"object","required":["id","files","units","bytes"],"properties":{"id":{"type":"string"},"files":{"type":"integer"},"units":{"type":"integer"},"bytes":{"type":"integer"}}},"counts":{"type":"object","required":["records_read","records_outside_window","records_rejected","rows","features","rows_analyzed"],"properties":{"records_read":{"type":"integer"},"records_outside_window":{"type":"integer"},"records_rejected":{"type":"integer"},"rows":{"type":"integer","description":"Rows read; one record may hold several."},"features":{"type":"integer"},"rows_analyzed":{"type":"integer","description":"Rows that the sampler kept; all of them without one."},"segments":{"type":"integer"},"records_dropped":{"type":"integer","description":"Records that the preprocess handler left out with an empty list; absent without a handler."}}},"rejected":{"type":"array","description":"Everything in the data that was rejected or repaired, by code.","items":{"title":"RejectedRecords","type":"object","required":["code","count","effect","examples"],"properties":{"code":{"type":"string"},"count":{"type":"integer"},"effect":{"type":"string","enum":["record rejected","value dropped","kept"]},"examples":{"type":"array","items":{"type":"object","required":["file","record","detail"],"properties":{"file":{"type":"string"},"record":{"type":"integer","description":"Number of the record (for line formats: the line) in the file, from 1; relative to byte where byte is given."},"byte":{"type":"integer","description":"Offset at which the slice starts that record counts from; absent for 0."},"detail":{"type":"string"}}}}}}},"models":{"type":"array","description":"The model files that analyzers ran; absent without one.","items":{"title":"RunModel","type":"object","required":["path","bytes","sha256"],"properties":{"path":{"type":"string"},"bytes":{"type":"integer"},"sha256":{"type":"string","description":"Hexadecimal."}}}},"handlers":{"type":"array","description":"The scripts that ran, and how they were confined.","items":{"title":"RunHandler","type":"object","required":["role","path","integrity","jail","status"],"properties":{"role":{"type":"string","enum":["preprocess","postprocess"]},"path":{"type":"string"},"integrity":{"type":"string","description":"Of the script as it ran; JavaScript with everything it imports."},"jail":{"type":"string","description":"The layers around it; none when the config accepts that."},"status":{"type":"string","enum":["completed","failed"]},"error":{"type":"string"}}}},"sections":{"type":"array","items":{"title":"RunSection","type":"object","required":["analyzer","plugin","status"],"properties":{"analyzer":{"type":"string"},"plugin":{"type":"string"},"status":{"type":"string","enum":["completed","failed"]},"error":{"type":"string"}}}},"outcome":{"type":"object","required":["status","message","violations"],"properties":{"status":{"type":"string","enum":["Completed","CompletedWithViolations","Failed"]},"message":{"type":"string"},"violations":{"type":"integer"}}},"timing":{"type":"object","required":["started","seconds"],"properties":{"started":{"type":"string"},"seconds":{"type":"number"},"workers":{"type":"integer"},"peak_memory_bytes":{"type":"integer"}}},"plugins":{"type":"array","description":"What was loaded, and from where.","items":{"type":"object","required":["name","version","from"],"properties":{"name":{"type":"string"},"version":{"type":"string"},"from":{"type":"string"},"integrity":{"type":"string"}}}},"published":{"type":"array","description":"How each publisher ended.","items":{"type":"object","required":["publisher","status"],"properties":{"publisher":{"type":"string"},"status":{"type":"string","enum":["completed","failed"]},"error":{"type":"string"}}}}}};

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.runtime === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "runtime"},message:"must have required property '"+"runtime"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.job === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "job"},message:"must have required property '"+"job"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.plan === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "plan"},message:"must have required property '"+"plan"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.counts === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "counts"},message:"must have required property '"+"counts"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.rejected === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rejected"},message:"must have required property '"+"rejected"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.sections === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sections"},message:"must have required property '"+"sections"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.outcome === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "outcome"},message:"must have required property '"+"outcome"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.timing === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timing"},message:"must have required property '"+"timing"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.runtime !== undefined){
let data0 = data.runtime;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err8 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data0.version === undefined){
const err9 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data0.node === undefined){
const err10 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data0.name !== undefined){
if(typeof data0.name !== "string"){
const err11 = {instancePath:instancePath+"/runtime/name",schemaPath:"#/properties/runtime/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.version !== undefined){
if(typeof data0.version !== "string"){
const err12 = {instancePath:instancePath+"/runtime/version",schemaPath:"#/properties/runtime/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data0.node !== undefined){
if(typeof data0.node !== "string"){
const err13 = {instancePath:instancePath+"/runtime/node",schemaPath:"#/properties/runtime/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.job !== undefined){
let data4 = data.job;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.kind === undefined){
const err15 = {instancePath:instancePath+"/job",schemaPath:"#/properties/job/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data4.dataset_source === undefined){
const err16 = {instancePath:instancePath+"/job",schemaPath:"#/properties/job/required",keyword:"required",params:{missingProperty: "dataset_source"},message:"must have required property '"+"dataset_source"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data4.dataset_format === undefined){
const err17 = {instancePath:instancePath+"/job",schemaPath:"#/properties/job/required",keyword:"required",params:{missingProperty: "dataset_format"},message:"must have required property '"+"dataset_format"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data4.kind !== undefined){
let data5 = data4.kind;
if(typeof data5 !== "string"){
const err18 = {instancePath:instancePath+"/job/kind",schemaPath:"#/properties/job/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data5 === "baseline") || (data5 === "monitoring"))){
const err19 = {instancePath:instancePath+"/job/kind",schemaPath:"#/properties/job/properties/kind/enum",keyword:"enum",params:{allowedValues: schema48.properties.job.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.dataset_source !== undefined){
if(typeof data4.dataset_source !== "string"){
const err20 = {instancePath:instancePath+"/job/dataset_source",schemaPath:"#/properties/job/properties/dataset_source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data4.dataset_format !== undefined){
let data7 = data4.dataset_format;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
const err21 = {instancePath:instancePath+"/job/dataset_format",schemaPath:"#/properties/job/properties/dataset_format/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data4.start_time !== undefined){
if(typeof data4.start_time !== "string"){
const err22 = {instancePath:instancePath+"/job/start_time",schemaPath:"#/properties/job/properties/start_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data4.end_time !== undefined){
if(typeof data4.end_time !== "string"){
const err23 = {instancePath:instancePath+"/job/end_time",schemaPath:"#/properties/job/properties/end_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data4.config !== undefined){
if(typeof data4.config !== "string"){
const err24 = {instancePath:instancePath+"/job/config",schemaPath:"#/properties/job/properties/config/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/job",schemaPath:"#/properties/job/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.plan !== undefined){
let data11 = data.plan;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.id === undefined){
const err26 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data11.files === undefined){
const err27 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/required",keyword:"required",params:{missingProperty: "files"},message:"must have required property '"+"files"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data11.units === undefined){
const err28 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/required",keyword:"required",params:{missingProperty: "units"},message:"must have required property '"+"units"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data11.bytes === undefined){
const err29 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/required",keyword:"required",params:{missingProperty: "bytes"},message:"must have required property '"+"bytes"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data11.id !== undefined){
if(typeof data11.id !== "string"){
const err30 = {instancePath:instancePath+"/plan/id",schemaPath:"#/properties/plan/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data11.files !== undefined){
let data13 = data11.files;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err31 = {instancePath:instancePath+"/plan/files",schemaPath:"#/properties/plan/properties/files/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data11.units !== undefined){
let data14 = data11.units;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err32 = {instancePath:instancePath+"/plan/units",schemaPath:"#/properties/plan/properties/units/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data11.bytes !== undefined){
let data15 = data11.bytes;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err33 = {instancePath:instancePath+"/plan/bytes",schemaPath:"#/properties/plan/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.counts !== undefined){
let data16 = data.counts;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.records_read === undefined){
const err35 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "records_read"},message:"must have required property '"+"records_read"+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data16.records_outside_window === undefined){
const err36 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "records_outside_window"},message:"must have required property '"+"records_outside_window"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data16.records_rejected === undefined){
const err37 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "records_rejected"},message:"must have required property '"+"records_rejected"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data16.rows === undefined){
const err38 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data16.features === undefined){
const err39 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "features"},message:"must have required property '"+"features"+"'"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data16.rows_analyzed === undefined){
const err40 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: "rows_analyzed"},message:"must have required property '"+"rows_analyzed"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data16.records_read !== undefined){
let data17 = data16.records_read;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err41 = {instancePath:instancePath+"/counts/records_read",schemaPath:"#/properties/counts/properties/records_read/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data16.records_outside_window !== undefined){
let data18 = data16.records_outside_window;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err42 = {instancePath:instancePath+"/counts/records_outside_window",schemaPath:"#/properties/counts/properties/records_outside_window/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data16.records_rejected !== undefined){
let data19 = data16.records_rejected;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err43 = {instancePath:instancePath+"/counts/records_rejected",schemaPath:"#/properties/counts/properties/records_rejected/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data16.rows !== undefined){
let data20 = data16.rows;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err44 = {instancePath:instancePath+"/counts/rows",schemaPath:"#/properties/counts/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data16.features !== undefined){
let data21 = data16.features;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err45 = {instancePath:instancePath+"/counts/features",schemaPath:"#/properties/counts/properties/features/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data16.rows_analyzed !== undefined){
let data22 = data16.rows_analyzed;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err46 = {instancePath:instancePath+"/counts/rows_analyzed",schemaPath:"#/properties/counts/properties/rows_analyzed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data16.segments !== undefined){
let data23 = data16.segments;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err47 = {instancePath:instancePath+"/counts/segments",schemaPath:"#/properties/counts/properties/segments/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data16.records_dropped !== undefined){
let data24 = data16.records_dropped;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err48 = {instancePath:instancePath+"/counts/records_dropped",schemaPath:"#/properties/counts/properties/records_dropped/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.rejected !== undefined){
let data25 = data.rejected;
if(Array.isArray(data25)){
const len0 = data25.length;
for(let i0=0; i0<len0; i0++){
let data26 = data25[i0];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.code === undefined){
const err50 = {instancePath:instancePath+"/rejected/" + i0,schemaPath:"#/properties/rejected/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data26.count === undefined){
const err51 = {instancePath:instancePath+"/rejected/" + i0,schemaPath:"#/properties/rejected/items/required",keyword:"required",params:{missingProperty: "count"},message:"must have required property '"+"count"+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data26.effect === undefined){
const err52 = {instancePath:instancePath+"/rejected/" + i0,schemaPath:"#/properties/rejected/items/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data26.examples === undefined){
const err53 = {instancePath:instancePath+"/rejected/" + i0,schemaPath:"#/properties/rejected/items/required",keyword:"required",params:{missingProperty: "examples"},message:"must have required property '"+"examples"+"'"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data26.code !== undefined){
if(typeof data26.code !== "string"){
const err54 = {instancePath:instancePath+"/rejected/" + i0+"/code",schemaPath:"#/properties/rejected/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data26.count !== undefined){
let data28 = data26.count;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err55 = {instancePath:instancePath+"/rejected/" + i0+"/count",schemaPath:"#/properties/rejected/items/properties/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data26.effect !== undefined){
let data29 = data26.effect;
if(typeof data29 !== "string"){
const err56 = {instancePath:instancePath+"/rejected/" + i0+"/effect",schemaPath:"#/properties/rejected/items/properties/effect/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!(((data29 === "record rejected") || (data29 === "value dropped")) || (data29 === "kept"))){
const err57 = {instancePath:instancePath+"/rejected/" + i0+"/effect",schemaPath:"#/properties/rejected/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema48.properties.rejected.items.properties.effect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data26.examples !== undefined){
let data30 = data26.examples;
if(Array.isArray(data30)){
const len1 = data30.length;
for(let i1=0; i1<len1; i1++){
let data31 = data30[i1];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.file === undefined){
const err58 = {instancePath:instancePath+"/rejected/" + i0+"/examples/" + i1,schemaPath:"#/properties/rejected/items/properties/examples/items/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data31.record === undefined){
const err59 = {instancePath:instancePath+"/rejected/" + i0+"/examples/" + i1,schemaPath:"#/properties/rejected/items/properties/examples/items/required",keyword:"required",params:{missingProperty: "record"},message:"must have required property '"+"record"+"'"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data31.detail === undefined){
const err60 = {instancePath:instancePath+"/rejected/" + i0+"/examples/" + i1,schemaPath:"#/properties/rejected/items/properties/examples/items/required",keyword:"required",params:{missingProperty: "detail"},message:"must have required property '"+"detail"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data31.file !== undefined){
if(typeof data31.file !== "string"){
const err61 = {instancePath:instancePath+"/rejected/" + i0+"/examples/" + i1+"/file",schemaPath:"#/properties/rejected/items/properties/examples/items/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data31.record !== undefined){
let data33 = data31.record;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err62 = {instancePath:instancePath+"/rejected/" + i0+"/examples/" + i1+"/record",schemaPath:"#/properties/rejected/items/properties/examples/items/properties/record/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data31.byte !== undefined){
let data34 = data31.byte;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err63 = {instancePath:instancePath+"/rejected/" + i0+"/examples/" + i1+"/byte",schemaPath:"#/properties/rejected/items/properties/examples/items/properties/byte/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data31.detail !== undefined){
if(typeof data31.detail !== "string"){
const err64 = {instancePath:instancePath+"/rejected/" + i0+"/examples/" + i1+"/detail",schemaPath:"#/properties/rejected/items/properties/examples/items/properties/detail/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/rejected/" + i0+"/examples/" + i1,schemaPath:"#/properties/rejected/items/properties/examples/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err66 = {instancePath:instancePath+"/rejected/" + i0+"/examples",schemaPath:"#/properties/rejected/items/properties/examples/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/rejected/" + i0,schemaPath:"#/properties/rejected/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/rejected",schemaPath:"#/properties/rejected/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data.models !== undefined){
let data36 = data.models;
if(Array.isArray(data36)){
const len2 = data36.length;
for(let i2=0; i2<len2; i2++){
let data37 = data36[i2];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.path === undefined){
const err69 = {instancePath:instancePath+"/models/" + i2,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data37.bytes === undefined){
const err70 = {instancePath:instancePath+"/models/" + i2,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "bytes"},message:"must have required property '"+"bytes"+"'"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data37.sha256 === undefined){
const err71 = {instancePath:instancePath+"/models/" + i2,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data37.path !== undefined){
if(typeof data37.path !== "string"){
const err72 = {instancePath:instancePath+"/models/" + i2+"/path",schemaPath:"#/properties/models/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data37.bytes !== undefined){
let data39 = data37.bytes;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err73 = {instancePath:instancePath+"/models/" + i2+"/bytes",schemaPath:"#/properties/models/items/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data37.sha256 !== undefined){
if(typeof data37.sha256 !== "string"){
const err74 = {instancePath:instancePath+"/models/" + i2+"/sha256",schemaPath:"#/properties/models/items/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/models/" + i2,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data.handlers !== undefined){
let data41 = data.handlers;
if(Array.isArray(data41)){
const len3 = data41.length;
for(let i3=0; i3<len3; i3++){
let data42 = data41[i3];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.role === undefined){
const err77 = {instancePath:instancePath+"/handlers/" + i3,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "role"},message:"must have required property '"+"role"+"'"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data42.path === undefined){
const err78 = {instancePath:instancePath+"/handlers/" + i3,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data42.integrity === undefined){
const err79 = {instancePath:instancePath+"/handlers/" + i3,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "integrity"},message:"must have required property '"+"integrity"+"'"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data42.jail === undefined){
const err80 = {instancePath:instancePath+"/handlers/" + i3,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "jail"},message:"must have required property '"+"jail"+"'"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data42.status === undefined){
const err81 = {instancePath:instancePath+"/handlers/" + i3,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data42.role !== undefined){
let data43 = data42.role;
if(typeof data43 !== "string"){
const err82 = {instancePath:instancePath+"/handlers/" + i3+"/role",schemaPath:"#/properties/handlers/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!((data43 === "preprocess") || (data43 === "postprocess"))){
const err83 = {instancePath:instancePath+"/handlers/" + i3+"/role",schemaPath:"#/properties/handlers/items/properties/role/enum",keyword:"enum",params:{allowedValues: schema48.properties.handlers.items.properties.role.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data42.path !== undefined){
if(typeof data42.path !== "string"){
const err84 = {instancePath:instancePath+"/handlers/" + i3+"/path",schemaPath:"#/properties/handlers/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data42.integrity !== undefined){
if(typeof data42.integrity !== "string"){
const err85 = {instancePath:instancePath+"/handlers/" + i3+"/integrity",schemaPath:"#/properties/handlers/items/properties/integrity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data42.jail !== undefined){
if(typeof data42.jail !== "string"){
const err86 = {instancePath:instancePath+"/handlers/" + i3+"/jail",schemaPath:"#/properties/handlers/items/properties/jail/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data42.status !== undefined){
let data47 = data42.status;
if(typeof data47 !== "string"){
const err87 = {instancePath:instancePath+"/handlers/" + i3+"/status",schemaPath:"#/properties/handlers/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(!((data47 === "completed") || (data47 === "failed"))){
const err88 = {instancePath:instancePath+"/handlers/" + i3+"/status",schemaPath:"#/properties/handlers/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema48.properties.handlers.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data42.error !== undefined){
if(typeof data42.error !== "string"){
const err89 = {instancePath:instancePath+"/handlers/" + i3+"/error",schemaPath:"#/properties/handlers/items/properties/error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
else {
const err90 = {instancePath:instancePath+"/handlers/" + i3,schemaPath:"#/properties/handlers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/handlers",schemaPath:"#/properties/handlers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data.sections !== undefined){
let data49 = data.sections;
if(Array.isArray(data49)){
const len4 = data49.length;
for(let i4=0; i4<len4; i4++){
let data50 = data49[i4];
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(data50.analyzer === undefined){
const err92 = {instancePath:instancePath+"/sections/" + i4,schemaPath:"#/properties/sections/items/required",keyword:"required",params:{missingProperty: "analyzer"},message:"must have required property '"+"analyzer"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data50.plugin === undefined){
const err93 = {instancePath:instancePath+"/sections/" + i4,schemaPath:"#/properties/sections/items/required",keyword:"required",params:{missingProperty: "plugin"},message:"must have required property '"+"plugin"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data50.status === undefined){
const err94 = {instancePath:instancePath+"/sections/" + i4,schemaPath:"#/properties/sections/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data50.analyzer !== undefined){
if(typeof data50.analyzer !== "string"){
const err95 = {instancePath:instancePath+"/sections/" + i4+"/analyzer",schemaPath:"#/properties/sections/items/properties/analyzer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data50.plugin !== undefined){
if(typeof data50.plugin !== "string"){
const err96 = {instancePath:instancePath+"/sections/" + i4+"/plugin",schemaPath:"#/properties/sections/items/properties/plugin/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data50.status !== undefined){
let data53 = data50.status;
if(typeof data53 !== "string"){
const err97 = {instancePath:instancePath+"/sections/" + i4+"/status",schemaPath:"#/properties/sections/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(!((data53 === "completed") || (data53 === "failed"))){
const err98 = {instancePath:instancePath+"/sections/" + i4+"/status",schemaPath:"#/properties/sections/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema48.properties.sections.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data50.error !== undefined){
if(typeof data50.error !== "string"){
const err99 = {instancePath:instancePath+"/sections/" + i4+"/error",schemaPath:"#/properties/sections/items/properties/error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
else {
const err100 = {instancePath:instancePath+"/sections/" + i4,schemaPath:"#/properties/sections/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
else {
const err101 = {instancePath:instancePath+"/sections",schemaPath:"#/properties/sections/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data.outcome !== undefined){
let data55 = data.outcome;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(data55.status === undefined){
const err102 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data55.message === undefined){
const err103 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data55.violations === undefined){
const err104 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/required",keyword:"required",params:{missingProperty: "violations"},message:"must have required property '"+"violations"+"'"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data55.status !== undefined){
let data56 = data55.status;
if(typeof data56 !== "string"){
const err105 = {instancePath:instancePath+"/outcome/status",schemaPath:"#/properties/outcome/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(!(((data56 === "Completed") || (data56 === "CompletedWithViolations")) || (data56 === "Failed"))){
const err106 = {instancePath:instancePath+"/outcome/status",schemaPath:"#/properties/outcome/properties/status/enum",keyword:"enum",params:{allowedValues: schema48.properties.outcome.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data55.message !== undefined){
if(typeof data55.message !== "string"){
const err107 = {instancePath:instancePath+"/outcome/message",schemaPath:"#/properties/outcome/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data55.violations !== undefined){
let data58 = data55.violations;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err108 = {instancePath:instancePath+"/outcome/violations",schemaPath:"#/properties/outcome/properties/violations/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data.timing !== undefined){
let data59 = data.timing;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.started === undefined){
const err110 = {instancePath:instancePath+"/timing",schemaPath:"#/properties/timing/required",keyword:"required",params:{missingProperty: "started"},message:"must have required property '"+"started"+"'"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data59.seconds === undefined){
const err111 = {instancePath:instancePath+"/timing",schemaPath:"#/properties/timing/required",keyword:"required",params:{missingProperty: "seconds"},message:"must have required property '"+"seconds"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data59.started !== undefined){
if(typeof data59.started !== "string"){
const err112 = {instancePath:instancePath+"/timing/started",schemaPath:"#/properties/timing/properties/started/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data59.seconds !== undefined){
let data61 = data59.seconds;
if(!((typeof data61 == "number") && (isFinite(data61)))){
const err113 = {instancePath:instancePath+"/timing/seconds",schemaPath:"#/properties/timing/properties/seconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data59.workers !== undefined){
let data62 = data59.workers;
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
const err114 = {instancePath:instancePath+"/timing/workers",schemaPath:"#/properties/timing/properties/workers/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data59.peak_memory_bytes !== undefined){
let data63 = data59.peak_memory_bytes;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err115 = {instancePath:instancePath+"/timing/peak_memory_bytes",schemaPath:"#/properties/timing/properties/peak_memory_bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
else {
const err116 = {instancePath:instancePath+"/timing",schemaPath:"#/properties/timing/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data.plugins !== undefined){
let data64 = data.plugins;
if(Array.isArray(data64)){
const len5 = data64.length;
for(let i5=0; i5<len5; i5++){
let data65 = data64[i5];
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(data65.name === undefined){
const err117 = {instancePath:instancePath+"/plugins/" + i5,schemaPath:"#/properties/plugins/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data65.version === undefined){
const err118 = {instancePath:instancePath+"/plugins/" + i5,schemaPath:"#/properties/plugins/items/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data65.from === undefined){
const err119 = {instancePath:instancePath+"/plugins/" + i5,schemaPath:"#/properties/plugins/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data65.name !== undefined){
if(typeof data65.name !== "string"){
const err120 = {instancePath:instancePath+"/plugins/" + i5+"/name",schemaPath:"#/properties/plugins/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data65.version !== undefined){
if(typeof data65.version !== "string"){
const err121 = {instancePath:instancePath+"/plugins/" + i5+"/version",schemaPath:"#/properties/plugins/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data65.from !== undefined){
if(typeof data65.from !== "string"){
const err122 = {instancePath:instancePath+"/plugins/" + i5+"/from",schemaPath:"#/properties/plugins/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data65.integrity !== undefined){
if(typeof data65.integrity !== "string"){
const err123 = {instancePath:instancePath+"/plugins/" + i5+"/integrity",schemaPath:"#/properties/plugins/items/properties/integrity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
else {
const err124 = {instancePath:instancePath+"/plugins/" + i5,schemaPath:"#/properties/plugins/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
else {
const err125 = {instancePath:instancePath+"/plugins",schemaPath:"#/properties/plugins/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data.published !== undefined){
let data70 = data.published;
if(Array.isArray(data70)){
const len6 = data70.length;
for(let i6=0; i6<len6; i6++){
let data71 = data70[i6];
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
if(data71.publisher === undefined){
const err126 = {instancePath:instancePath+"/published/" + i6,schemaPath:"#/properties/published/items/required",keyword:"required",params:{missingProperty: "publisher"},message:"must have required property '"+"publisher"+"'"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data71.status === undefined){
const err127 = {instancePath:instancePath+"/published/" + i6,schemaPath:"#/properties/published/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(data71.publisher !== undefined){
if(typeof data71.publisher !== "string"){
const err128 = {instancePath:instancePath+"/published/" + i6+"/publisher",schemaPath:"#/properties/published/items/properties/publisher/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data71.status !== undefined){
let data73 = data71.status;
if(typeof data73 !== "string"){
const err129 = {instancePath:instancePath+"/published/" + i6+"/status",schemaPath:"#/properties/published/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(!((data73 === "completed") || (data73 === "failed"))){
const err130 = {instancePath:instancePath+"/published/" + i6+"/status",schemaPath:"#/properties/published/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema48.properties.published.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data71.error !== undefined){
if(typeof data71.error !== "string"){
const err131 = {instancePath:instancePath+"/published/" + i6+"/error",schemaPath:"#/properties/published/items/properties/error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
else {
const err132 = {instancePath:instancePath+"/published/" + i6,schemaPath:"#/properties/published/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
}
else {
const err133 = {instancePath:instancePath+"/published",schemaPath:"#/properties/published/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
}
else {
const err134 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

export const isSchedule = validate36 as unknown as Validator<Types.Schedule>;
const schema49 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Schedule","description":"A monitoring schedule: when a processing job runs, over which window, and the request that starts it.","type":"object","required":["name","schedule"],"additionalProperties":false,"properties":{"$schema":{"type":"string"},"name":{"type":"string","description":"Name of the schedule, at most 63 letters, digits and hyphens; the job sees it as sagemaker_monitoring_schedule_name."},"schedule":{"title":"ScheduleTimes","type":"object","required":["expression"],"additionalProperties":false,"properties":{"expression":{"type":"string","description":"cron(minutes hours day-of-month month day-of-week year) in UTC, such as cron(0 * ? * * *) or cron(0 0/6 ? * * *); or NOW: one run."},"dataAnalysisStartTime":{"type":["string","null"],"description":"Start of the window as an offset to the scheduled time, an ISO-8601 duration such as -PT1H. Default: the scheduled time before. Required with NOW."},"dataAnalysisEndTime":{"type":["string","null"],"description":"End of the window as an offset to the scheduled time, such as -PT0H (default). Required with NOW."}}},"groundTruth":{"title":"GroundTruthLag","type":["object","null"],"description":"How long labels take: both ends of the window move back by these durations, so that labels can arrive before the run.","additionalProperties":false,"properties":{"startTimeOffset":{"type":["string","null"],"description":"Moves the start of the window, such as -P8D (default: not at all)."},"endTimeOffset":{"type":["string","null"],"description":"Moves the end of the window, such as -P1D (default: not at all)."}}},"endpoint":{"type":["string","null"],"description":"Name of the endpoint whose captures are read; the job sees it as sagemaker_endpoint_name, and reports go to <output>/<endpoint>/<schedule>/yyyy/mm/dd/hh. Absent: batch data, <output>/<schedule>/yyyy/mm/dd/hh."},"monitoringType":{"enum":["DataQuality","ModelQuality","ModelBias","ModelExplainability",null],"description":"Kind of monitoring, as execution lists show it (default: what the request's analysis_type says, else DataQuality)."},"catchUp":{"type":["integer","null"],"minimum":0,"maximum":1000,"description":"Scheduled times that were missed and are made up for, the latest ones, oldest first (default 24); also the most that wait while a run takes longer than the time to the next."},"request":{"type":["string","object"],"description":"CreateProcessingJob request, or the path of one relative to this file. start_time, end_time and the names of schedule and endpoint are added to its Environment."}}};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err8 = {instancePath:instancePath+"/schedule/dataAnalysisStartTime",schemaPath:"#/properties/schedule/properties/dataAnalysisStartTime/type",keyword:"type",params:{type: schema49.properties.schedule.properties.dataAnalysisStartTime.type},message:"must be string,null"};
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
const err9 = {instancePath:instancePath+"/schedule/dataAnalysisEndTime",schemaPath:"#/properties/schedule/properties/dataAnalysisEndTime/type",keyword:"type",params:{type: schema49.properties.schedule.properties.dataAnalysisEndTime.type},message:"must be string,null"};
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
const err11 = {instancePath:instancePath+"/groundTruth",schemaPath:"#/properties/groundTruth/type",keyword:"type",params:{type: schema49.properties.groundTruth.type},message:"must be object,null"};
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
const err13 = {instancePath:instancePath+"/groundTruth/startTimeOffset",schemaPath:"#/properties/groundTruth/properties/startTimeOffset/type",keyword:"type",params:{type: schema49.properties.groundTruth.properties.startTimeOffset.type},message:"must be string,null"};
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
const err14 = {instancePath:instancePath+"/groundTruth/endTimeOffset",schemaPath:"#/properties/groundTruth/properties/endTimeOffset/type",keyword:"type",params:{type: schema49.properties.groundTruth.properties.endTimeOffset.type},message:"must be string,null"};
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
const err15 = {instancePath:instancePath+"/endpoint",schemaPath:"#/properties/endpoint/type",keyword:"type",params:{type: schema49.properties.endpoint.type},message:"must be string,null"};
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
const err16 = {instancePath:instancePath+"/monitoringType",schemaPath:"#/properties/monitoringType/enum",keyword:"enum",params:{allowedValues: schema49.properties.monitoringType.enum},message:"must be equal to one of the allowed values"};
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
const err17 = {instancePath:instancePath+"/catchUp",schemaPath:"#/properties/catchUp/type",keyword:"type",params:{type: schema49.properties.catchUp.type},message:"must be integer,null"};
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
const err20 = {instancePath:instancePath+"/request",schemaPath:"#/properties/request/type",keyword:"type",params:{type: schema49.properties.request.type},message:"must be string,object"};
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
validate36.errors = vErrors;
return errors === 0;
}

export const isStateEnvelope = validate37 as unknown as Validator<Types.StateEnvelope>;
const schema50 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"StateEnvelope","description":"What partial and combine write: the states of a run of units of one plan. Typed arrays and maps are tagged as state.ts says.","type":"object","required":["format","plan","runtime","nodes","sha256"],"properties":{"format":{"type":"string","const":"byom-state/1"},"plan":{"type":"string"},"runtime":{"type":"string"},"nodes":{"type":"array","items":{"title":"StateNode","description":"States of the units from (inclusive) to (exclusive), already merged.","type":"object","required":["from","to","state"],"properties":{"from":{"type":"integer"},"to":{"type":"integer"},"state":{}}}},"sha256":{"type":"string","description":"SHA-256 (hex) of the JSON text of nodes."}}};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.format === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.plan === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "plan"},message:"must have required property '"+"plan"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.runtime === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "runtime"},message:"must have required property '"+"runtime"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.nodes === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.sha256 === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.format !== undefined){
let data0 = data.format;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("byom-state/1" !== data0){
const err6 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "byom-state/1"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.plan !== undefined){
if(typeof data.plan !== "string"){
const err7 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.runtime !== undefined){
if(typeof data.runtime !== "string"){
const err8 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.nodes !== undefined){
let data3 = data.nodes;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.from === undefined){
const err9 = {instancePath:instancePath+"/nodes/" + i0,schemaPath:"#/properties/nodes/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4.to === undefined){
const err10 = {instancePath:instancePath+"/nodes/" + i0,schemaPath:"#/properties/nodes/items/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4.state === undefined){
const err11 = {instancePath:instancePath+"/nodes/" + i0,schemaPath:"#/properties/nodes/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.from !== undefined){
let data5 = data4.from;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err12 = {instancePath:instancePath+"/nodes/" + i0+"/from",schemaPath:"#/properties/nodes/items/properties/from/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.to !== undefined){
let data6 = data4.to;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err13 = {instancePath:instancePath+"/nodes/" + i0+"/to",schemaPath:"#/properties/nodes/items/properties/to/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/nodes/" + i0,schemaPath:"#/properties/nodes/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err15 = {instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.sha256 !== undefined){
if(typeof data.sha256 !== "string"){
const err16 = {instancePath:instancePath+"/sha256",schemaPath:"#/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}

export const isStatistics = validate38 as unknown as Validator<Types.Statistics>;
const schema51 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Statistics","description":"statistics.json. JSON integers are written as integers, JSON numbers as doubles (325.0). Keys that this schema does not name are written as they are; analyzers put theirs under custom.","type":"object","required":["version","dataset","features"],"properties":{"regression_metrics":{"$ref":"#/definitions/metrics"},"binary_classification_metrics":{"$ref":"#/definitions/metrics"},"multiclass_classification_metrics":{"$ref":"#/definitions/metrics"},"version":{"type":"number"},"dataset":{"$ref":"#/definitions/dataset"},"features":{"type":"array","items":{"$ref":"#/definitions/feature"}},"custom":{"type":"object","properties":{"analyzers":{"type":"object","description":"By \"name@version\" of the analyzer: what it needs of this run as a later run's baseline, and what only its own readers know."},"segments":{"type":"array","description":"The same report per segment.","items":{"type":"object","required":["name","features"],"properties":{"name":{"type":"string"},"version":{"type":"number"},"features":{"type":"array","items":{"$ref":"#/definitions/feature"}},"dataset":{"$ref":"#/definitions/dataset"}}}}}}},"definitions":{"metrics":{"title":"ModelMetrics","type":"object","description":"Of model quality jobs alone, by metric; confusion_matrix is by actual and then by predicted class, curves are two lists.","additionalProperties":{"type":"object","additionalProperties":{"type":["number","string","object","array"],"items":{"type":"number"},"additionalProperties":{"type":"integer"}}}},"feature":{"title":"FeatureStatistics","type":"object","required":["name"],"properties":{"name":{"type":"string"},"inferred_type":{"type":"string","enum":["Integral","Fractional","String","Unknown"]},"numerical_statistics":{"$ref":"#/definitions/numerical"},"string_statistics":{"$ref":"#/definitions/string"},"custom":{"type":"object","description":"By analyzer name: statistics beyond the standard ones."}}},"common":{"title":"CommonStatistics","type":"object","required":["num_present","num_missing"],"properties":{"num_present":{"type":"integer","minimum":0},"num_missing":{"type":"integer","minimum":0}}},"numerical":{"title":"NumericalStatistics","type":"object","required":["common"],"properties":{"common":{"$ref":"#/definitions/common"},"mean":{"type":"number"},"sum":{"type":"number"},"std_dev":{"type":"number","description":"Population form: divided by n."},"min":{"type":"number"},"max":{"type":"number"},"distribution":{"type":"object","properties":{"kll":{"title":"KllDistribution","type":"object","required":["sketch"],"properties":{"buckets":{"type":"array","items":{"title":"KllBucket","type":"object","required":["lower_bound","upper_bound","count"],"properties":{"lower_bound":{"type":"number"},"upper_bound":{"type":"number"},"count":{"type":"number"}}}},"sketch":{"title":"KllSketch","type":"object","required":["parameters","data"],"properties":{"parameters":{"type":"object","required":["c","k"],"properties":{"c":{"type":"number"},"k":{"type":"number"}}},"data":{"type":"array","maxItems":64,"items":{"type":"array","items":{"type":"number"}}}}}}}}},"approximate_num_distinct_values":{"type":"integer","minimum":0},"completeness":{"type":"number"}}},"string":{"title":"StringStatistics","type":"object","required":["common"],"properties":{"common":{"$ref":"#/definitions/common"},"distinct_count":{"type":"number"},"distribution":{"type":"object","properties":{"categorical":{"title":"CategoricalDistribution","type":"object","required":["buckets"],"properties":{"buckets":{"type":"array","items":{"title":"CategoricalBucket","type":"object","required":["value","count"],"properties":{"value":{"type":"string"},"count":{"type":"integer"}}}}}}}},"completeness":{"type":"number"}}},"dataset":{"title":"DatasetStatistics","type":"object","required":["item_count"],"properties":{"item_count":{"type":"integer","minimum":0,"description":"Rows analyzed."},"evaluation_time":{"type":"string","description":"Of model quality jobs alone: metric_time, else end_time."},"sampling":{"type":"object","description":"Which rows were analyzed, when not all of them were.","required":["sampler","rows_seen","rows_kept","rows_dropped"],"properties":{"sampler":{"type":"string"},"options":{"type":"object"},"rows_seen":{"type":"integer"},"rows_kept":{"type":"integer"},"rows_dropped":{"type":"integer"}}}}}}};
const schema52 = {"title":"ModelMetrics","type":"object","description":"Of model quality jobs alone, by metric; confusion_matrix is by actual and then by predicted class, curves are two lists.","additionalProperties":{"type":"object","additionalProperties":{"type":["number","string","object","array"],"items":{"type":"number"},"additionalProperties":{"type":"integer"}}}};
const schema55 = {"title":"DatasetStatistics","type":"object","required":["item_count"],"properties":{"item_count":{"type":"integer","minimum":0,"description":"Rows analyzed."},"evaluation_time":{"type":"string","description":"Of model quality jobs alone: metric_time, else end_time."},"sampling":{"type":"object","description":"Which rows were analyzed, when not all of them were.","required":["sampler","rows_seen","rows_kept","rows_dropped"],"properties":{"sampler":{"type":"string"},"options":{"type":"object"},"rows_seen":{"type":"integer"},"rows_kept":{"type":"integer"},"rows_dropped":{"type":"integer"}}}}};
const schema56 = {"title":"FeatureStatistics","type":"object","required":["name"],"properties":{"name":{"type":"string"},"inferred_type":{"type":"string","enum":["Integral","Fractional","String","Unknown"]},"numerical_statistics":{"$ref":"#/definitions/numerical"},"string_statistics":{"$ref":"#/definitions/string"},"custom":{"type":"object","description":"By analyzer name: statistics beyond the standard ones."}}};
const schema57 = {"title":"NumericalStatistics","type":"object","required":["common"],"properties":{"common":{"$ref":"#/definitions/common"},"mean":{"type":"number"},"sum":{"type":"number"},"std_dev":{"type":"number","description":"Population form: divided by n."},"min":{"type":"number"},"max":{"type":"number"},"distribution":{"type":"object","properties":{"kll":{"title":"KllDistribution","type":"object","required":["sketch"],"properties":{"buckets":{"type":"array","items":{"title":"KllBucket","type":"object","required":["lower_bound","upper_bound","count"],"properties":{"lower_bound":{"type":"number"},"upper_bound":{"type":"number"},"count":{"type":"number"}}}},"sketch":{"title":"KllSketch","type":"object","required":["parameters","data"],"properties":{"parameters":{"type":"object","required":["c","k"],"properties":{"c":{"type":"number"},"k":{"type":"number"}}},"data":{"type":"array","maxItems":64,"items":{"type":"array","items":{"type":"number"}}}}}}}}},"approximate_num_distinct_values":{"type":"integer","minimum":0},"completeness":{"type":"number"}}};
const schema58 = {"title":"CommonStatistics","type":"object","required":["num_present","num_missing"],"properties":{"num_present":{"type":"integer","minimum":0},"num_missing":{"type":"integer","minimum":0}}};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.common === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "common"},message:"must have required property '"+"common"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.common !== undefined){
let data0 = data.common;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.num_present === undefined){
const err1 = {instancePath:instancePath+"/common",schemaPath:"#/definitions/common/required",keyword:"required",params:{missingProperty: "num_present"},message:"must have required property '"+"num_present"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.num_missing === undefined){
const err2 = {instancePath:instancePath+"/common",schemaPath:"#/definitions/common/required",keyword:"required",params:{missingProperty: "num_missing"},message:"must have required property '"+"num_missing"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.num_present !== undefined){
let data1 = data0.num_present;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/common/num_present",schemaPath:"#/definitions/common/properties/num_present/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/common/num_present",schemaPath:"#/definitions/common/properties/num_present/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data0.num_missing !== undefined){
let data2 = data0.num_missing;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/common/num_missing",schemaPath:"#/definitions/common/properties/num_missing/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/common/num_missing",schemaPath:"#/definitions/common/properties/num_missing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
else {
const err7 = {instancePath:instancePath+"/common",schemaPath:"#/definitions/common/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.mean !== undefined){
let data3 = data.mean;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/mean",schemaPath:"#/properties/mean/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.sum !== undefined){
let data4 = data.sum;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err9 = {instancePath:instancePath+"/sum",schemaPath:"#/properties/sum/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.std_dev !== undefined){
let data5 = data.std_dev;
if(!((typeof data5 == "number") && (isFinite(data5)))){
const err10 = {instancePath:instancePath+"/std_dev",schemaPath:"#/properties/std_dev/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.min !== undefined){
let data6 = data.min;
if(!((typeof data6 == "number") && (isFinite(data6)))){
const err11 = {instancePath:instancePath+"/min",schemaPath:"#/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.max !== undefined){
let data7 = data.max;
if(!((typeof data7 == "number") && (isFinite(data7)))){
const err12 = {instancePath:instancePath+"/max",schemaPath:"#/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.distribution !== undefined){
let data8 = data.distribution;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.kll !== undefined){
let data9 = data8.kll;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.sketch === undefined){
const err13 = {instancePath:instancePath+"/distribution/kll",schemaPath:"#/properties/distribution/properties/kll/required",keyword:"required",params:{missingProperty: "sketch"},message:"must have required property '"+"sketch"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data9.buckets !== undefined){
let data10 = data9.buckets;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.lower_bound === undefined){
const err14 = {instancePath:instancePath+"/distribution/kll/buckets/" + i0,schemaPath:"#/properties/distribution/properties/kll/properties/buckets/items/required",keyword:"required",params:{missingProperty: "lower_bound"},message:"must have required property '"+"lower_bound"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data11.upper_bound === undefined){
const err15 = {instancePath:instancePath+"/distribution/kll/buckets/" + i0,schemaPath:"#/properties/distribution/properties/kll/properties/buckets/items/required",keyword:"required",params:{missingProperty: "upper_bound"},message:"must have required property '"+"upper_bound"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data11.count === undefined){
const err16 = {instancePath:instancePath+"/distribution/kll/buckets/" + i0,schemaPath:"#/properties/distribution/properties/kll/properties/buckets/items/required",keyword:"required",params:{missingProperty: "count"},message:"must have required property '"+"count"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data11.lower_bound !== undefined){
let data12 = data11.lower_bound;
if(!((typeof data12 == "number") && (isFinite(data12)))){
const err17 = {instancePath:instancePath+"/distribution/kll/buckets/" + i0+"/lower_bound",schemaPath:"#/properties/distribution/properties/kll/properties/buckets/items/properties/lower_bound/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data11.upper_bound !== undefined){
let data13 = data11.upper_bound;
if(!((typeof data13 == "number") && (isFinite(data13)))){
const err18 = {instancePath:instancePath+"/distribution/kll/buckets/" + i0+"/upper_bound",schemaPath:"#/properties/distribution/properties/kll/properties/buckets/items/properties/upper_bound/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data11.count !== undefined){
let data14 = data11.count;
if(!((typeof data14 == "number") && (isFinite(data14)))){
const err19 = {instancePath:instancePath+"/distribution/kll/buckets/" + i0+"/count",schemaPath:"#/properties/distribution/properties/kll/properties/buckets/items/properties/count/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
else {
const err20 = {instancePath:instancePath+"/distribution/kll/buckets/" + i0,schemaPath:"#/properties/distribution/properties/kll/properties/buckets/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err21 = {instancePath:instancePath+"/distribution/kll/buckets",schemaPath:"#/properties/distribution/properties/kll/properties/buckets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data9.sketch !== undefined){
let data15 = data9.sketch;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.parameters === undefined){
const err22 = {instancePath:instancePath+"/distribution/kll/sketch",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/required",keyword:"required",params:{missingProperty: "parameters"},message:"must have required property '"+"parameters"+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data15.data === undefined){
const err23 = {instancePath:instancePath+"/distribution/kll/sketch",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data15.parameters !== undefined){
let data16 = data15.parameters;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.c === undefined){
const err24 = {instancePath:instancePath+"/distribution/kll/sketch/parameters",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/properties/parameters/required",keyword:"required",params:{missingProperty: "c"},message:"must have required property '"+"c"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data16.k === undefined){
const err25 = {instancePath:instancePath+"/distribution/kll/sketch/parameters",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/properties/parameters/required",keyword:"required",params:{missingProperty: "k"},message:"must have required property '"+"k"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data16.c !== undefined){
let data17 = data16.c;
if(!((typeof data17 == "number") && (isFinite(data17)))){
const err26 = {instancePath:instancePath+"/distribution/kll/sketch/parameters/c",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/properties/parameters/properties/c/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data16.k !== undefined){
let data18 = data16.k;
if(!((typeof data18 == "number") && (isFinite(data18)))){
const err27 = {instancePath:instancePath+"/distribution/kll/sketch/parameters/k",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/properties/parameters/properties/k/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/distribution/kll/sketch/parameters",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data15.data !== undefined){
let data19 = data15.data;
if(Array.isArray(data19)){
if(data19.length > 64){
const err29 = {instancePath:instancePath+"/distribution/kll/sketch/data",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/properties/data/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len1 = data19.length;
for(let i1=0; i1<len1; i1++){
let data20 = data19[i1];
if(Array.isArray(data20)){
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(!((typeof data21 == "number") && (isFinite(data21)))){
const err30 = {instancePath:instancePath+"/distribution/kll/sketch/data/" + i1+"/" + i2,schemaPath:"#/properties/distribution/properties/kll/properties/sketch/properties/data/items/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
const err31 = {instancePath:instancePath+"/distribution/kll/sketch/data/" + i1,schemaPath:"#/properties/distribution/properties/kll/properties/sketch/properties/data/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
else {
const err32 = {instancePath:instancePath+"/distribution/kll/sketch/data",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/properties/data/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err33 = {instancePath:instancePath+"/distribution/kll/sketch",schemaPath:"#/properties/distribution/properties/kll/properties/sketch/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/distribution/kll",schemaPath:"#/properties/distribution/properties/kll/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/distribution",schemaPath:"#/properties/distribution/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.approximate_num_distinct_values !== undefined){
let data22 = data.approximate_num_distinct_values;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err36 = {instancePath:instancePath+"/approximate_num_distinct_values",schemaPath:"#/properties/approximate_num_distinct_values/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err37 = {instancePath:instancePath+"/approximate_num_distinct_values",schemaPath:"#/properties/approximate_num_distinct_values/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
if(data.completeness !== undefined){
let data23 = data.completeness;
if(!((typeof data23 == "number") && (isFinite(data23)))){
const err38 = {instancePath:instancePath+"/completeness",schemaPath:"#/properties/completeness/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

const schema59 = {"title":"StringStatistics","type":"object","required":["common"],"properties":{"common":{"$ref":"#/definitions/common"},"distinct_count":{"type":"number"},"distribution":{"type":"object","properties":{"categorical":{"title":"CategoricalDistribution","type":"object","required":["buckets"],"properties":{"buckets":{"type":"array","items":{"title":"CategoricalBucket","type":"object","required":["value","count"],"properties":{"value":{"type":"string"},"count":{"type":"integer"}}}}}}}},"completeness":{"type":"number"}}};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.common === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "common"},message:"must have required property '"+"common"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.common !== undefined){
let data0 = data.common;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.num_present === undefined){
const err1 = {instancePath:instancePath+"/common",schemaPath:"#/definitions/common/required",keyword:"required",params:{missingProperty: "num_present"},message:"must have required property '"+"num_present"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.num_missing === undefined){
const err2 = {instancePath:instancePath+"/common",schemaPath:"#/definitions/common/required",keyword:"required",params:{missingProperty: "num_missing"},message:"must have required property '"+"num_missing"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.num_present !== undefined){
let data1 = data0.num_present;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/common/num_present",schemaPath:"#/definitions/common/properties/num_present/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/common/num_present",schemaPath:"#/definitions/common/properties/num_present/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data0.num_missing !== undefined){
let data2 = data0.num_missing;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/common/num_missing",schemaPath:"#/definitions/common/properties/num_missing/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/common/num_missing",schemaPath:"#/definitions/common/properties/num_missing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
else {
const err7 = {instancePath:instancePath+"/common",schemaPath:"#/definitions/common/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.distinct_count !== undefined){
let data3 = data.distinct_count;
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/distinct_count",schemaPath:"#/properties/distinct_count/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.distribution !== undefined){
let data4 = data.distribution;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.categorical !== undefined){
let data5 = data4.categorical;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.buckets === undefined){
const err9 = {instancePath:instancePath+"/distribution/categorical",schemaPath:"#/properties/distribution/properties/categorical/required",keyword:"required",params:{missingProperty: "buckets"},message:"must have required property '"+"buckets"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data5.buckets !== undefined){
let data6 = data5.buckets;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.value === undefined){
const err10 = {instancePath:instancePath+"/distribution/categorical/buckets/" + i0,schemaPath:"#/properties/distribution/properties/categorical/properties/buckets/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data7.count === undefined){
const err11 = {instancePath:instancePath+"/distribution/categorical/buckets/" + i0,schemaPath:"#/properties/distribution/properties/categorical/properties/buckets/items/required",keyword:"required",params:{missingProperty: "count"},message:"must have required property '"+"count"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data7.value !== undefined){
if(typeof data7.value !== "string"){
const err12 = {instancePath:instancePath+"/distribution/categorical/buckets/" + i0+"/value",schemaPath:"#/properties/distribution/properties/categorical/properties/buckets/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data7.count !== undefined){
let data9 = data7.count;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err13 = {instancePath:instancePath+"/distribution/categorical/buckets/" + i0+"/count",schemaPath:"#/properties/distribution/properties/categorical/properties/buckets/items/properties/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/distribution/categorical/buckets/" + i0,schemaPath:"#/properties/distribution/properties/categorical/properties/buckets/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err15 = {instancePath:instancePath+"/distribution/categorical/buckets",schemaPath:"#/properties/distribution/properties/categorical/properties/buckets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/distribution/categorical",schemaPath:"#/properties/distribution/properties/categorical/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/distribution",schemaPath:"#/properties/distribution/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.completeness !== undefined){
let data10 = data.completeness;
if(!((typeof data10 == "number") && (isFinite(data10)))){
const err18 = {instancePath:instancePath+"/completeness",schemaPath:"#/properties/completeness/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}


function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.inferred_type !== undefined){
let data1 = data.inferred_type;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/inferred_type",schemaPath:"#/properties/inferred_type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((((data1 === "Integral") || (data1 === "Fractional")) || (data1 === "String")) || (data1 === "Unknown"))){
const err3 = {instancePath:instancePath+"/inferred_type",schemaPath:"#/properties/inferred_type/enum",keyword:"enum",params:{allowedValues: schema56.properties.inferred_type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.numerical_statistics !== undefined){
if(!(validate40(data.numerical_statistics, {instancePath:instancePath+"/numerical_statistics",parentData:data,parentDataProperty:"numerical_statistics",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.string_statistics !== undefined){
if(!(validate42(data.string_statistics, {instancePath:instancePath+"/string_statistics",parentData:data,parentDataProperty:"string_statistics",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.custom !== undefined){
let data4 = data.custom;
if(!(data4 && typeof data4 == "object" && !Array.isArray(data4))){
const err4 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}


function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.dataset === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dataset"},message:"must have required property '"+"dataset"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.features === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "features"},message:"must have required property '"+"features"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.regression_metrics !== undefined){
let data0 = data.regression_metrics;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
let data1 = data0[key0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
let data2 = data1[key1];
if(((!data2 || typeof data2 != "object") && (!((typeof data2 == "number") && (isFinite(data2))))) && (typeof data2 !== "string")){
const err3 = {instancePath:instancePath+"/regression_metrics/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema52.additionalProperties.additionalProperties.type},message:"must be number,string,object,array"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(!((typeof data3 == "number") && (isFinite(data3)))){
const err4 = {instancePath:instancePath+"/regression_metrics/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
let data4 = data2[key2];
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err5 = {instancePath:instancePath+"/regression_metrics/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/regression_metrics/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err7 = {instancePath:instancePath+"/regression_metrics",schemaPath:"#/definitions/metrics/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.binary_classification_metrics !== undefined){
let data5 = data.binary_classification_metrics;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key3 in data5){
let data6 = data5[key3];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key4 in data6){
let data7 = data6[key4];
if(((!data7 || typeof data7 != "object") && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "string")){
const err8 = {instancePath:instancePath+"/binary_classification_metrics/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema52.additionalProperties.additionalProperties.type},message:"must be number,string,object,array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(!((typeof data8 == "number") && (isFinite(data8)))){
const err9 = {instancePath:instancePath+"/binary_classification_metrics/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i1,schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key5 in data7){
let data9 = data7[key5];
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err10 = {instancePath:instancePath+"/binary_classification_metrics/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
}
else {
const err11 = {instancePath:instancePath+"/binary_classification_metrics/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/binary_classification_metrics",schemaPath:"#/definitions/metrics/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.multiclass_classification_metrics !== undefined){
let data10 = data.multiclass_classification_metrics;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key6 in data10){
let data11 = data10[key6];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key7 in data11){
let data12 = data11[key7];
if(((!data12 || typeof data12 != "object") && (!((typeof data12 == "number") && (isFinite(data12))))) && (typeof data12 !== "string")){
const err13 = {instancePath:instancePath+"/multiclass_classification_metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema52.additionalProperties.additionalProperties.type},message:"must be number,string,object,array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(!((typeof data13 == "number") && (isFinite(data13)))){
const err14 = {instancePath:instancePath+"/multiclass_classification_metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i2,schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key8 in data12){
let data14 = data12[key8];
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err15 = {instancePath:instancePath+"/multiclass_classification_metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
}
else {
const err16 = {instancePath:instancePath+"/multiclass_classification_metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/multiclass_classification_metrics",schemaPath:"#/definitions/metrics/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.version !== undefined){
let data15 = data.version;
if(!((typeof data15 == "number") && (isFinite(data15)))){
const err18 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.dataset !== undefined){
let data16 = data.dataset;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.item_count === undefined){
const err19 = {instancePath:instancePath+"/dataset",schemaPath:"#/definitions/dataset/required",keyword:"required",params:{missingProperty: "item_count"},message:"must have required property '"+"item_count"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data16.item_count !== undefined){
let data17 = data16.item_count;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err20 = {instancePath:instancePath+"/dataset/item_count",schemaPath:"#/definitions/dataset/properties/item_count/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
const err21 = {instancePath:instancePath+"/dataset/item_count",schemaPath:"#/definitions/dataset/properties/item_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data16.evaluation_time !== undefined){
if(typeof data16.evaluation_time !== "string"){
const err22 = {instancePath:instancePath+"/dataset/evaluation_time",schemaPath:"#/definitions/dataset/properties/evaluation_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data16.sampling !== undefined){
let data19 = data16.sampling;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.sampler === undefined){
const err23 = {instancePath:instancePath+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/required",keyword:"required",params:{missingProperty: "sampler"},message:"must have required property '"+"sampler"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data19.rows_seen === undefined){
const err24 = {instancePath:instancePath+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/required",keyword:"required",params:{missingProperty: "rows_seen"},message:"must have required property '"+"rows_seen"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data19.rows_kept === undefined){
const err25 = {instancePath:instancePath+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/required",keyword:"required",params:{missingProperty: "rows_kept"},message:"must have required property '"+"rows_kept"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data19.rows_dropped === undefined){
const err26 = {instancePath:instancePath+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/required",keyword:"required",params:{missingProperty: "rows_dropped"},message:"must have required property '"+"rows_dropped"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data19.sampler !== undefined){
if(typeof data19.sampler !== "string"){
const err27 = {instancePath:instancePath+"/dataset/sampling/sampler",schemaPath:"#/definitions/dataset/properties/sampling/properties/sampler/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data19.options !== undefined){
let data21 = data19.options;
if(!(data21 && typeof data21 == "object" && !Array.isArray(data21))){
const err28 = {instancePath:instancePath+"/dataset/sampling/options",schemaPath:"#/definitions/dataset/properties/sampling/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data19.rows_seen !== undefined){
let data22 = data19.rows_seen;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err29 = {instancePath:instancePath+"/dataset/sampling/rows_seen",schemaPath:"#/definitions/dataset/properties/sampling/properties/rows_seen/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data19.rows_kept !== undefined){
let data23 = data19.rows_kept;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err30 = {instancePath:instancePath+"/dataset/sampling/rows_kept",schemaPath:"#/definitions/dataset/properties/sampling/properties/rows_kept/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data19.rows_dropped !== undefined){
let data24 = data19.rows_dropped;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err31 = {instancePath:instancePath+"/dataset/sampling/rows_dropped",schemaPath:"#/definitions/dataset/properties/sampling/properties/rows_dropped/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
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
else {
const err32 = {instancePath:instancePath+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err33 = {instancePath:instancePath+"/dataset",schemaPath:"#/definitions/dataset/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.features !== undefined){
let data25 = data.features;
if(Array.isArray(data25)){
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
if(!(validate39(data25[i3], {instancePath:instancePath+"/features/" + i3,parentData:data25,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
else {
const err34 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.custom !== undefined){
let data27 = data.custom;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.analyzers !== undefined){
let data28 = data27.analyzers;
if(!(data28 && typeof data28 == "object" && !Array.isArray(data28))){
const err35 = {instancePath:instancePath+"/custom/analyzers",schemaPath:"#/properties/custom/properties/analyzers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data27.segments !== undefined){
let data29 = data27.segments;
if(Array.isArray(data29)){
const len4 = data29.length;
for(let i4=0; i4<len4; i4++){
let data30 = data29[i4];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.name === undefined){
const err36 = {instancePath:instancePath+"/custom/segments/" + i4,schemaPath:"#/properties/custom/properties/segments/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data30.features === undefined){
const err37 = {instancePath:instancePath+"/custom/segments/" + i4,schemaPath:"#/properties/custom/properties/segments/items/required",keyword:"required",params:{missingProperty: "features"},message:"must have required property '"+"features"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data30.name !== undefined){
if(typeof data30.name !== "string"){
const err38 = {instancePath:instancePath+"/custom/segments/" + i4+"/name",schemaPath:"#/properties/custom/properties/segments/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data30.version !== undefined){
let data32 = data30.version;
if(!((typeof data32 == "number") && (isFinite(data32)))){
const err39 = {instancePath:instancePath+"/custom/segments/" + i4+"/version",schemaPath:"#/properties/custom/properties/segments/items/properties/version/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data30.features !== undefined){
let data33 = data30.features;
if(Array.isArray(data33)){
const len5 = data33.length;
for(let i5=0; i5<len5; i5++){
if(!(validate39(data33[i5], {instancePath:instancePath+"/custom/segments/" + i4+"/features/" + i5,parentData:data33,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
else {
const err40 = {instancePath:instancePath+"/custom/segments/" + i4+"/features",schemaPath:"#/properties/custom/properties/segments/items/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data30.dataset !== undefined){
let data35 = data30.dataset;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.item_count === undefined){
const err41 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset",schemaPath:"#/definitions/dataset/required",keyword:"required",params:{missingProperty: "item_count"},message:"must have required property '"+"item_count"+"'"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data35.item_count !== undefined){
let data36 = data35.item_count;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err42 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/item_count",schemaPath:"#/definitions/dataset/properties/item_count/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 0 || isNaN(data36)){
const err43 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/item_count",schemaPath:"#/definitions/dataset/properties/item_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data35.evaluation_time !== undefined){
if(typeof data35.evaluation_time !== "string"){
const err44 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/evaluation_time",schemaPath:"#/definitions/dataset/properties/evaluation_time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data35.sampling !== undefined){
let data38 = data35.sampling;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.sampler === undefined){
const err45 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/required",keyword:"required",params:{missingProperty: "sampler"},message:"must have required property '"+"sampler"+"'"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data38.rows_seen === undefined){
const err46 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/required",keyword:"required",params:{missingProperty: "rows_seen"},message:"must have required property '"+"rows_seen"+"'"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data38.rows_kept === undefined){
const err47 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/required",keyword:"required",params:{missingProperty: "rows_kept"},message:"must have required property '"+"rows_kept"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data38.rows_dropped === undefined){
const err48 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/required",keyword:"required",params:{missingProperty: "rows_dropped"},message:"must have required property '"+"rows_dropped"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data38.sampler !== undefined){
if(typeof data38.sampler !== "string"){
const err49 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling/sampler",schemaPath:"#/definitions/dataset/properties/sampling/properties/sampler/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data38.options !== undefined){
let data40 = data38.options;
if(!(data40 && typeof data40 == "object" && !Array.isArray(data40))){
const err50 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling/options",schemaPath:"#/definitions/dataset/properties/sampling/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data38.rows_seen !== undefined){
let data41 = data38.rows_seen;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err51 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling/rows_seen",schemaPath:"#/definitions/dataset/properties/sampling/properties/rows_seen/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data38.rows_kept !== undefined){
let data42 = data38.rows_kept;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err52 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling/rows_kept",schemaPath:"#/definitions/dataset/properties/sampling/properties/rows_kept/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data38.rows_dropped !== undefined){
let data43 = data38.rows_dropped;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err53 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling/rows_dropped",schemaPath:"#/definitions/dataset/properties/sampling/properties/rows_dropped/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset/sampling",schemaPath:"#/definitions/dataset/properties/sampling/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/custom/segments/" + i4+"/dataset",schemaPath:"#/definitions/dataset/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/custom/segments/" + i4,schemaPath:"#/properties/custom/properties/segments/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err57 = {instancePath:instancePath+"/custom/segments",schemaPath:"#/properties/custom/properties/segments/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/custom",schemaPath:"#/properties/custom/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

