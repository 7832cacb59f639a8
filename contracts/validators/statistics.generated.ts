// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { Statistics } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isStatistics = validate10 as unknown as Validator<Statistics>;
const schema12 = {"title":"ModelMetrics","type":"object","description":"Of model quality jobs alone, by metric; confusion_matrix is by actual and then by predicted class, curves are two lists.","additionalProperties":{"type":"object","additionalProperties":{"type":["number","string","object","array"],"items":{"type":"number"},"additionalProperties":{"type":"integer"}}}};
const schema16 = {"title":"FeatureStatistics","type":"object","required":["name"],"properties":{"name":{"type":"string"},"inferred_type":{"type":"string","enum":["Integral","Fractional","String","Unknown"]},"numerical_statistics":{"$ref":"#/definitions/numerical"},"string_statistics":{"$ref":"#/definitions/string"},"custom":{"type":"object","description":"By analyzer name: statistics beyond the standard ones."}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const len2 = [...data20].every(Number.isFinite) ? 0 : data20.length;
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
validate12.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
validate14.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err3 = {instancePath:instancePath+"/inferred_type",schemaPath:"#/properties/inferred_type/enum",keyword:"enum",params:{allowedValues: schema16.properties.inferred_type.enum},message:"must be equal to one of the allowed values"};
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
if(!(validate12(data.numerical_statistics, {instancePath:instancePath+"/numerical_statistics",parentData:data,parentDataProperty:"numerical_statistics",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.string_statistics !== undefined){
if(!(validate14(data.string_statistics, {instancePath:instancePath+"/string_statistics",parentData:data,parentDataProperty:"string_statistics",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
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
validate11.errors = vErrors;
return errors === 0;
}


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
const err3 = {instancePath:instancePath+"/regression_metrics/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema12.additionalProperties.additionalProperties.type},message:"must be number,string,object,array"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = [...data2].every(Number.isFinite) ? 0 : data2.length;
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
const err8 = {instancePath:instancePath+"/binary_classification_metrics/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema12.additionalProperties.additionalProperties.type},message:"must be number,string,object,array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data7)){
const len1 = [...data7].every(Number.isFinite) ? 0 : data7.length;
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
const err13 = {instancePath:instancePath+"/multiclass_classification_metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/metrics/additionalProperties/additionalProperties/type",keyword:"type",params:{type: schema12.additionalProperties.additionalProperties.type},message:"must be number,string,object,array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Array.isArray(data12)){
const len2 = [...data12].every(Number.isFinite) ? 0 : data12.length;
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
if(!(validate11(data25[i3], {instancePath:instancePath+"/features/" + i3,parentData:data25,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
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
if(!(validate11(data33[i5], {instancePath:instancePath+"/custom/segments/" + i4+"/features/" + i5,parentData:data33,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
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
validate10.errors = vErrors;
return errors === 0;
}

