// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { ConstraintViolations } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isConstraintViolations = validate10 as unknown as Validator<ConstraintViolations>;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
validate10.errors = vErrors;
return errors === 0;
}

