// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { AnalysisReport } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isAnalysisReport = validate10 as unknown as Validator<AnalysisReport>;
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

