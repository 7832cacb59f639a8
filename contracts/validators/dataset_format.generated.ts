// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { DatasetFormat } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isDatasetFormat = validate10 as unknown as Validator<DatasetFormat>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"DatasetFormat","description":"The dataset_format variable after its keys were lower-cased: exactly one format. Flags may be booleans or the texts true and false; line and lines mean the same.","type":"object","minProperties":1,"maxProperties":1,"properties":{"csv":{"type":"object","properties":{"header":{"$ref":"#/definitions/flag"},"output_columns_position":{"type":"string","enum":["START","END","start","end"]}}},"json":{"type":"object","properties":{"lines":{"$ref":"#/definitions/flag"},"line":{"$ref":"#/definitions/flag"}}},"parquet":{"type":"object"},"sagemakercapturejson":{"type":"object","properties":{"captureindexnames":{"type":"array","items":{"type":"string"}},"output_columns_position":{"type":"string","enum":["START","END","start","end"]}}}},"additionalProperties":false,"definitions":{"flag":{"anyOf":[{"type":"boolean"},{"type":"string","enum":["true","false","True","False"]}]}}};
const schema12 = {"anyOf":[{"type":"boolean"},{"type":"string","enum":["true","false","True","False"]}]};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err5 = {instancePath:instancePath+"/csv/header",schemaPath:"#/definitions/flag/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema12.anyOf[1].enum},message:"must be equal to one of the allowed values"};
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
const err8 = {instancePath:instancePath+"/csv/output_columns_position",schemaPath:"#/properties/csv/properties/output_columns_position/enum",keyword:"enum",params:{allowedValues: schema11.properties.csv.properties.output_columns_position.enum},message:"must be equal to one of the allowed values"};
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
const err12 = {instancePath:instancePath+"/json/lines",schemaPath:"#/definitions/flag/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema12.anyOf[1].enum},message:"must be equal to one of the allowed values"};
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
const err16 = {instancePath:instancePath+"/json/line",schemaPath:"#/definitions/flag/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema12.anyOf[1].enum},message:"must be equal to one of the allowed values"};
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
const err23 = {instancePath:instancePath+"/sagemakercapturejson/output_columns_position",schemaPath:"#/properties/sagemakercapturejson/properties/output_columns_position/enum",keyword:"enum",params:{allowedValues: schema11.properties.sagemakercapturejson.properties.output_columns_position.enum},message:"must be equal to one of the allowed values"};
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
validate10.errors = vErrors;
return errors === 0;
}

