// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { MetricLine } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isMetricLine = validate10 as unknown as Validator<MetricLine>;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
validate10.errors = vErrors;
return errors === 0;
}

