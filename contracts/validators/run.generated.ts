// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { Run } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isRun = validate10 as unknown as Validator<Run>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Run","description":"run.json: how the reports came about. The only report file that differs between two runs over the same input.","type":"object","required":["runtime","job","plan","counts","rejected","sections","outcome","timing"],"properties":{"runtime":{"type":"object","required":["name","version","node"],"properties":{"name":{"type":"string"},"version":{"type":"string"},"node":{"type":"string"}}},"job":{"type":"object","required":["kind","dataset_source","dataset_format"],"properties":{"kind":{"type":"string","enum":["baseline","monitoring"]},"dataset_source":{"type":"string"},"dataset_format":{"type":"object"},"start_time":{"type":"string"},"end_time":{"type":"string"},"config":{"type":"string","description":"Path of the config file, when there was one."}}},"plan":{"type":"object","required":["id","files","units","bytes"],"properties":{"id":{"type":"string"},"files":{"type":"integer"},"units":{"type":"integer"},"bytes":{"type":"integer"}}},"counts":{"type":"object","required":["records_read","records_outside_window","records_rejected","rows","features","rows_analyzed"],"properties":{"records_read":{"type":"integer"},"records_outside_window":{"type":"integer"},"records_rejected":{"type":"integer"},"rows":{"type":"integer","description":"Rows read; one record may hold several."},"features":{"type":"integer"},"rows_analyzed":{"type":"integer","description":"Rows that the sampler kept; all of them without one."},"segments":{"type":"integer"},"records_dropped":{"type":"integer","description":"Records that the preprocess handler left out with an empty list; absent without a handler."}}},"rejected":{"type":"array","description":"Everything in the data that was rejected or repaired, by code.","items":{"title":"RejectedRecords","type":"object","required":["code","count","effect","examples"],"properties":{"code":{"type":"string"},"count":{"type":"integer"},"effect":{"type":"string","enum":["record rejected","value dropped","kept"]},"examples":{"type":"array","items":{"type":"object","required":["file","record","detail"],"properties":{"file":{"type":"string"},"record":{"type":"integer","description":"Number of the record (for line formats: the line) in the file, from 1; relative to byte where byte is given."},"byte":{"type":"integer","description":"Offset at which the slice starts that record counts from; absent for 0."},"detail":{"type":"string"}}}}}}},"merge":{"title":"RunMerge","type":"object","description":"How labels were merged with captures before the analysis; absent where none were.","required":["counts","rejected"],"properties":{"counts":{"type":"object","required":["captures","captures_outside_window","captures_rejected","labels","labels_rejected","joined","captures_without_label","labels_without_capture","duplicate_labels","duplicate_captures","late_labels"],"properties":{"captures":{"type":"integer"},"captures_outside_window":{"type":"integer"},"captures_rejected":{"type":"integer"},"labels":{"type":"integer"},"labels_rejected":{"type":"integer"},"joined":{"type":"integer"},"captures_without_label":{"type":"integer"},"labels_without_capture":{"type":"integer"},"duplicate_labels":{"type":"integer"},"duplicate_captures":{"type":"integer"},"late_labels":{"type":"integer"}}},"rejected":{"type":"array","description":"What of captures and labels was rejected by the merge, by code.","items":{"title":"RejectedInMerge","type":"object","required":["code","count","effect","examples"],"properties":{"code":{"type":"string"},"count":{"type":"integer"},"effect":{"type":"string","enum":["record rejected","value dropped","kept"]},"examples":{"type":"array","items":{"type":"object","required":["file","record","detail"],"properties":{"file":{"type":"string"},"record":{"type":"integer","description":"Number of the record (for line formats: the line) in the file, from 1; relative to byte where byte is given."},"byte":{"type":"integer","description":"Offset at which the slice starts that record counts from; absent for 0."},"detail":{"type":"string"}}}}}}}}},"models":{"type":"array","description":"The model files that analyzers ran; absent without one.","items":{"title":"RunModel","type":"object","required":["path","bytes","sha256"],"properties":{"path":{"type":"string"},"bytes":{"type":"integer"},"sha256":{"type":"string","description":"Hexadecimal."}}}},"handlers":{"type":"array","description":"The scripts that ran, and how they were confined.","items":{"title":"RunHandler","type":"object","required":["role","path","integrity","jail","status"],"properties":{"role":{"type":"string","enum":["preprocess","postprocess"]},"path":{"type":"string"},"integrity":{"type":"string","description":"Of the script as it ran; JavaScript with everything it imports."},"jail":{"type":"string","description":"The layers around it; none when the config accepts that."},"status":{"type":"string","enum":["completed","failed"]},"error":{"type":"string"}}}},"sections":{"type":"array","items":{"title":"RunSection","type":"object","required":["analyzer","plugin","status"],"properties":{"analyzer":{"type":"string"},"plugin":{"type":"string"},"status":{"type":"string","enum":["completed","failed"]},"error":{"type":"string"}}}},"outcome":{"type":"object","required":["status","message","violations"],"properties":{"status":{"type":"string","enum":["Completed","CompletedWithViolations","Failed"]},"message":{"type":"string"},"violations":{"type":"integer"}}},"timing":{"type":"object","required":["started","seconds"],"properties":{"started":{"type":"string"},"seconds":{"type":"number"},"workers":{"type":"integer"},"peak_memory_bytes":{"type":"integer"}}},"plugins":{"type":"array","description":"What was loaded, and from where.","items":{"type":"object","required":["name","version","from"],"properties":{"name":{"type":"string"},"version":{"type":"string"},"from":{"type":"string"},"integrity":{"type":"string"}}}},"published":{"type":"array","description":"How each publisher ended.","items":{"type":"object","required":["publisher","status"],"properties":{"publisher":{"type":"string"},"status":{"type":"string","enum":["completed","failed"]},"error":{"type":"string"}}}}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err19 = {instancePath:instancePath+"/job/kind",schemaPath:"#/properties/job/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.job.properties.kind.enum},message:"must be equal to one of the allowed values"};
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
const err57 = {instancePath:instancePath+"/rejected/" + i0+"/effect",schemaPath:"#/properties/rejected/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema11.properties.rejected.items.properties.effect.enum},message:"must be equal to one of the allowed values"};
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
if(data.merge !== undefined){
let data36 = data.merge;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.counts === undefined){
const err69 = {instancePath:instancePath+"/merge",schemaPath:"#/properties/merge/required",keyword:"required",params:{missingProperty: "counts"},message:"must have required property '"+"counts"+"'"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data36.rejected === undefined){
const err70 = {instancePath:instancePath+"/merge",schemaPath:"#/properties/merge/required",keyword:"required",params:{missingProperty: "rejected"},message:"must have required property '"+"rejected"+"'"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data36.counts !== undefined){
let data37 = data36.counts;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.captures === undefined){
const err71 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "captures"},message:"must have required property '"+"captures"+"'"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data37.captures_outside_window === undefined){
const err72 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "captures_outside_window"},message:"must have required property '"+"captures_outside_window"+"'"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data37.captures_rejected === undefined){
const err73 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "captures_rejected"},message:"must have required property '"+"captures_rejected"+"'"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data37.labels === undefined){
const err74 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "labels"},message:"must have required property '"+"labels"+"'"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data37.labels_rejected === undefined){
const err75 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "labels_rejected"},message:"must have required property '"+"labels_rejected"+"'"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data37.joined === undefined){
const err76 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "joined"},message:"must have required property '"+"joined"+"'"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data37.captures_without_label === undefined){
const err77 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "captures_without_label"},message:"must have required property '"+"captures_without_label"+"'"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data37.labels_without_capture === undefined){
const err78 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "labels_without_capture"},message:"must have required property '"+"labels_without_capture"+"'"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data37.duplicate_labels === undefined){
const err79 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "duplicate_labels"},message:"must have required property '"+"duplicate_labels"+"'"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data37.duplicate_captures === undefined){
const err80 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "duplicate_captures"},message:"must have required property '"+"duplicate_captures"+"'"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data37.late_labels === undefined){
const err81 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/required",keyword:"required",params:{missingProperty: "late_labels"},message:"must have required property '"+"late_labels"+"'"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data37.captures !== undefined){
let data38 = data37.captures;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err82 = {instancePath:instancePath+"/merge/counts/captures",schemaPath:"#/properties/merge/properties/counts/properties/captures/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data37.captures_outside_window !== undefined){
let data39 = data37.captures_outside_window;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err83 = {instancePath:instancePath+"/merge/counts/captures_outside_window",schemaPath:"#/properties/merge/properties/counts/properties/captures_outside_window/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data37.captures_rejected !== undefined){
let data40 = data37.captures_rejected;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err84 = {instancePath:instancePath+"/merge/counts/captures_rejected",schemaPath:"#/properties/merge/properties/counts/properties/captures_rejected/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data37.labels !== undefined){
let data41 = data37.labels;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err85 = {instancePath:instancePath+"/merge/counts/labels",schemaPath:"#/properties/merge/properties/counts/properties/labels/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data37.labels_rejected !== undefined){
let data42 = data37.labels_rejected;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err86 = {instancePath:instancePath+"/merge/counts/labels_rejected",schemaPath:"#/properties/merge/properties/counts/properties/labels_rejected/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data37.joined !== undefined){
let data43 = data37.joined;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err87 = {instancePath:instancePath+"/merge/counts/joined",schemaPath:"#/properties/merge/properties/counts/properties/joined/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data37.captures_without_label !== undefined){
let data44 = data37.captures_without_label;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err88 = {instancePath:instancePath+"/merge/counts/captures_without_label",schemaPath:"#/properties/merge/properties/counts/properties/captures_without_label/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data37.labels_without_capture !== undefined){
let data45 = data37.labels_without_capture;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err89 = {instancePath:instancePath+"/merge/counts/labels_without_capture",schemaPath:"#/properties/merge/properties/counts/properties/labels_without_capture/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data37.duplicate_labels !== undefined){
let data46 = data37.duplicate_labels;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
const err90 = {instancePath:instancePath+"/merge/counts/duplicate_labels",schemaPath:"#/properties/merge/properties/counts/properties/duplicate_labels/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data37.duplicate_captures !== undefined){
let data47 = data37.duplicate_captures;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
const err91 = {instancePath:instancePath+"/merge/counts/duplicate_captures",schemaPath:"#/properties/merge/properties/counts/properties/duplicate_captures/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data37.late_labels !== undefined){
let data48 = data37.late_labels;
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
const err92 = {instancePath:instancePath+"/merge/counts/late_labels",schemaPath:"#/properties/merge/properties/counts/properties/late_labels/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
else {
const err93 = {instancePath:instancePath+"/merge/counts",schemaPath:"#/properties/merge/properties/counts/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data36.rejected !== undefined){
let data49 = data36.rejected;
if(Array.isArray(data49)){
const len2 = data49.length;
for(let i2=0; i2<len2; i2++){
let data50 = data49[i2];
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(data50.code === undefined){
const err94 = {instancePath:instancePath+"/merge/rejected/" + i2,schemaPath:"#/properties/merge/properties/rejected/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data50.count === undefined){
const err95 = {instancePath:instancePath+"/merge/rejected/" + i2,schemaPath:"#/properties/merge/properties/rejected/items/required",keyword:"required",params:{missingProperty: "count"},message:"must have required property '"+"count"+"'"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data50.effect === undefined){
const err96 = {instancePath:instancePath+"/merge/rejected/" + i2,schemaPath:"#/properties/merge/properties/rejected/items/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(data50.examples === undefined){
const err97 = {instancePath:instancePath+"/merge/rejected/" + i2,schemaPath:"#/properties/merge/properties/rejected/items/required",keyword:"required",params:{missingProperty: "examples"},message:"must have required property '"+"examples"+"'"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data50.code !== undefined){
if(typeof data50.code !== "string"){
const err98 = {instancePath:instancePath+"/merge/rejected/" + i2+"/code",schemaPath:"#/properties/merge/properties/rejected/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data50.count !== undefined){
let data52 = data50.count;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
const err99 = {instancePath:instancePath+"/merge/rejected/" + i2+"/count",schemaPath:"#/properties/merge/properties/rejected/items/properties/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data50.effect !== undefined){
let data53 = data50.effect;
if(typeof data53 !== "string"){
const err100 = {instancePath:instancePath+"/merge/rejected/" + i2+"/effect",schemaPath:"#/properties/merge/properties/rejected/items/properties/effect/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(!(((data53 === "record rejected") || (data53 === "value dropped")) || (data53 === "kept"))){
const err101 = {instancePath:instancePath+"/merge/rejected/" + i2+"/effect",schemaPath:"#/properties/merge/properties/rejected/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema11.properties.merge.properties.rejected.items.properties.effect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data50.examples !== undefined){
let data54 = data50.examples;
if(Array.isArray(data54)){
const len3 = data54.length;
for(let i3=0; i3<len3; i3++){
let data55 = data54[i3];
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(data55.file === undefined){
const err102 = {instancePath:instancePath+"/merge/rejected/" + i2+"/examples/" + i3,schemaPath:"#/properties/merge/properties/rejected/items/properties/examples/items/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data55.record === undefined){
const err103 = {instancePath:instancePath+"/merge/rejected/" + i2+"/examples/" + i3,schemaPath:"#/properties/merge/properties/rejected/items/properties/examples/items/required",keyword:"required",params:{missingProperty: "record"},message:"must have required property '"+"record"+"'"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data55.detail === undefined){
const err104 = {instancePath:instancePath+"/merge/rejected/" + i2+"/examples/" + i3,schemaPath:"#/properties/merge/properties/rejected/items/properties/examples/items/required",keyword:"required",params:{missingProperty: "detail"},message:"must have required property '"+"detail"+"'"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data55.file !== undefined){
if(typeof data55.file !== "string"){
const err105 = {instancePath:instancePath+"/merge/rejected/" + i2+"/examples/" + i3+"/file",schemaPath:"#/properties/merge/properties/rejected/items/properties/examples/items/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data55.record !== undefined){
let data57 = data55.record;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err106 = {instancePath:instancePath+"/merge/rejected/" + i2+"/examples/" + i3+"/record",schemaPath:"#/properties/merge/properties/rejected/items/properties/examples/items/properties/record/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data55.byte !== undefined){
let data58 = data55.byte;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err107 = {instancePath:instancePath+"/merge/rejected/" + i2+"/examples/" + i3+"/byte",schemaPath:"#/properties/merge/properties/rejected/items/properties/examples/items/properties/byte/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data55.detail !== undefined){
if(typeof data55.detail !== "string"){
const err108 = {instancePath:instancePath+"/merge/rejected/" + i2+"/examples/" + i3+"/detail",schemaPath:"#/properties/merge/properties/rejected/items/properties/examples/items/properties/detail/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err109 = {instancePath:instancePath+"/merge/rejected/" + i2+"/examples/" + i3,schemaPath:"#/properties/merge/properties/rejected/items/properties/examples/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
else {
const err110 = {instancePath:instancePath+"/merge/rejected/" + i2+"/examples",schemaPath:"#/properties/merge/properties/rejected/items/properties/examples/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
else {
const err111 = {instancePath:instancePath+"/merge/rejected/" + i2,schemaPath:"#/properties/merge/properties/rejected/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/merge/rejected",schemaPath:"#/properties/merge/properties/rejected/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
else {
const err113 = {instancePath:instancePath+"/merge",schemaPath:"#/properties/merge/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data.models !== undefined){
let data60 = data.models;
if(Array.isArray(data60)){
const len4 = data60.length;
for(let i4=0; i4<len4; i4++){
let data61 = data60[i4];
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.path === undefined){
const err114 = {instancePath:instancePath+"/models/" + i4,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data61.bytes === undefined){
const err115 = {instancePath:instancePath+"/models/" + i4,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "bytes"},message:"must have required property '"+"bytes"+"'"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data61.sha256 === undefined){
const err116 = {instancePath:instancePath+"/models/" + i4,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data61.path !== undefined){
if(typeof data61.path !== "string"){
const err117 = {instancePath:instancePath+"/models/" + i4+"/path",schemaPath:"#/properties/models/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data61.bytes !== undefined){
let data63 = data61.bytes;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err118 = {instancePath:instancePath+"/models/" + i4+"/bytes",schemaPath:"#/properties/models/items/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data61.sha256 !== undefined){
if(typeof data61.sha256 !== "string"){
const err119 = {instancePath:instancePath+"/models/" + i4+"/sha256",schemaPath:"#/properties/models/items/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/models/" + i4,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data.handlers !== undefined){
let data65 = data.handlers;
if(Array.isArray(data65)){
const len5 = data65.length;
for(let i5=0; i5<len5; i5++){
let data66 = data65[i5];
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.role === undefined){
const err122 = {instancePath:instancePath+"/handlers/" + i5,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "role"},message:"must have required property '"+"role"+"'"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data66.path === undefined){
const err123 = {instancePath:instancePath+"/handlers/" + i5,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data66.integrity === undefined){
const err124 = {instancePath:instancePath+"/handlers/" + i5,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "integrity"},message:"must have required property '"+"integrity"+"'"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data66.jail === undefined){
const err125 = {instancePath:instancePath+"/handlers/" + i5,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "jail"},message:"must have required property '"+"jail"+"'"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data66.status === undefined){
const err126 = {instancePath:instancePath+"/handlers/" + i5,schemaPath:"#/properties/handlers/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data66.role !== undefined){
let data67 = data66.role;
if(typeof data67 !== "string"){
const err127 = {instancePath:instancePath+"/handlers/" + i5+"/role",schemaPath:"#/properties/handlers/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(!((data67 === "preprocess") || (data67 === "postprocess"))){
const err128 = {instancePath:instancePath+"/handlers/" + i5+"/role",schemaPath:"#/properties/handlers/items/properties/role/enum",keyword:"enum",params:{allowedValues: schema11.properties.handlers.items.properties.role.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data66.path !== undefined){
if(typeof data66.path !== "string"){
const err129 = {instancePath:instancePath+"/handlers/" + i5+"/path",schemaPath:"#/properties/handlers/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data66.integrity !== undefined){
if(typeof data66.integrity !== "string"){
const err130 = {instancePath:instancePath+"/handlers/" + i5+"/integrity",schemaPath:"#/properties/handlers/items/properties/integrity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data66.jail !== undefined){
if(typeof data66.jail !== "string"){
const err131 = {instancePath:instancePath+"/handlers/" + i5+"/jail",schemaPath:"#/properties/handlers/items/properties/jail/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data66.status !== undefined){
let data71 = data66.status;
if(typeof data71 !== "string"){
const err132 = {instancePath:instancePath+"/handlers/" + i5+"/status",schemaPath:"#/properties/handlers/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(!((data71 === "completed") || (data71 === "failed"))){
const err133 = {instancePath:instancePath+"/handlers/" + i5+"/status",schemaPath:"#/properties/handlers/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema11.properties.handlers.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data66.error !== undefined){
if(typeof data66.error !== "string"){
const err134 = {instancePath:instancePath+"/handlers/" + i5+"/error",schemaPath:"#/properties/handlers/items/properties/error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/handlers/" + i5,schemaPath:"#/properties/handlers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/handlers",schemaPath:"#/properties/handlers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data.sections !== undefined){
let data73 = data.sections;
if(Array.isArray(data73)){
const len6 = data73.length;
for(let i6=0; i6<len6; i6++){
let data74 = data73[i6];
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.analyzer === undefined){
const err137 = {instancePath:instancePath+"/sections/" + i6,schemaPath:"#/properties/sections/items/required",keyword:"required",params:{missingProperty: "analyzer"},message:"must have required property '"+"analyzer"+"'"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data74.plugin === undefined){
const err138 = {instancePath:instancePath+"/sections/" + i6,schemaPath:"#/properties/sections/items/required",keyword:"required",params:{missingProperty: "plugin"},message:"must have required property '"+"plugin"+"'"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data74.status === undefined){
const err139 = {instancePath:instancePath+"/sections/" + i6,schemaPath:"#/properties/sections/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data74.analyzer !== undefined){
if(typeof data74.analyzer !== "string"){
const err140 = {instancePath:instancePath+"/sections/" + i6+"/analyzer",schemaPath:"#/properties/sections/items/properties/analyzer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data74.plugin !== undefined){
if(typeof data74.plugin !== "string"){
const err141 = {instancePath:instancePath+"/sections/" + i6+"/plugin",schemaPath:"#/properties/sections/items/properties/plugin/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data74.status !== undefined){
let data77 = data74.status;
if(typeof data77 !== "string"){
const err142 = {instancePath:instancePath+"/sections/" + i6+"/status",schemaPath:"#/properties/sections/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(!((data77 === "completed") || (data77 === "failed"))){
const err143 = {instancePath:instancePath+"/sections/" + i6+"/status",schemaPath:"#/properties/sections/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema11.properties.sections.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data74.error !== undefined){
if(typeof data74.error !== "string"){
const err144 = {instancePath:instancePath+"/sections/" + i6+"/error",schemaPath:"#/properties/sections/items/properties/error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
}
else {
const err145 = {instancePath:instancePath+"/sections/" + i6,schemaPath:"#/properties/sections/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
else {
const err146 = {instancePath:instancePath+"/sections",schemaPath:"#/properties/sections/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data.outcome !== undefined){
let data79 = data.outcome;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.status === undefined){
const err147 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(data79.message === undefined){
const err148 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data79.violations === undefined){
const err149 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/required",keyword:"required",params:{missingProperty: "violations"},message:"must have required property '"+"violations"+"'"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(data79.status !== undefined){
let data80 = data79.status;
if(typeof data80 !== "string"){
const err150 = {instancePath:instancePath+"/outcome/status",schemaPath:"#/properties/outcome/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(!(((data80 === "Completed") || (data80 === "CompletedWithViolations")) || (data80 === "Failed"))){
const err151 = {instancePath:instancePath+"/outcome/status",schemaPath:"#/properties/outcome/properties/status/enum",keyword:"enum",params:{allowedValues: schema11.properties.outcome.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data79.message !== undefined){
if(typeof data79.message !== "string"){
const err152 = {instancePath:instancePath+"/outcome/message",schemaPath:"#/properties/outcome/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data79.violations !== undefined){
let data82 = data79.violations;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err153 = {instancePath:instancePath+"/outcome/violations",schemaPath:"#/properties/outcome/properties/violations/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
}
else {
const err154 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data.timing !== undefined){
let data83 = data.timing;
if(data83 && typeof data83 == "object" && !Array.isArray(data83)){
if(data83.started === undefined){
const err155 = {instancePath:instancePath+"/timing",schemaPath:"#/properties/timing/required",keyword:"required",params:{missingProperty: "started"},message:"must have required property '"+"started"+"'"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data83.seconds === undefined){
const err156 = {instancePath:instancePath+"/timing",schemaPath:"#/properties/timing/required",keyword:"required",params:{missingProperty: "seconds"},message:"must have required property '"+"seconds"+"'"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(data83.started !== undefined){
if(typeof data83.started !== "string"){
const err157 = {instancePath:instancePath+"/timing/started",schemaPath:"#/properties/timing/properties/started/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data83.seconds !== undefined){
let data85 = data83.seconds;
if(!((typeof data85 == "number") && (isFinite(data85)))){
const err158 = {instancePath:instancePath+"/timing/seconds",schemaPath:"#/properties/timing/properties/seconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data83.workers !== undefined){
let data86 = data83.workers;
if(!(((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86))) && (isFinite(data86)))){
const err159 = {instancePath:instancePath+"/timing/workers",schemaPath:"#/properties/timing/properties/workers/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data83.peak_memory_bytes !== undefined){
let data87 = data83.peak_memory_bytes;
if(!(((typeof data87 == "number") && (!(data87 % 1) && !isNaN(data87))) && (isFinite(data87)))){
const err160 = {instancePath:instancePath+"/timing/peak_memory_bytes",schemaPath:"#/properties/timing/properties/peak_memory_bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
else {
const err161 = {instancePath:instancePath+"/timing",schemaPath:"#/properties/timing/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data.plugins !== undefined){
let data88 = data.plugins;
if(Array.isArray(data88)){
const len7 = data88.length;
for(let i7=0; i7<len7; i7++){
let data89 = data88[i7];
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if(data89.name === undefined){
const err162 = {instancePath:instancePath+"/plugins/" + i7,schemaPath:"#/properties/plugins/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(data89.version === undefined){
const err163 = {instancePath:instancePath+"/plugins/" + i7,schemaPath:"#/properties/plugins/items/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(data89.from === undefined){
const err164 = {instancePath:instancePath+"/plugins/" + i7,schemaPath:"#/properties/plugins/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(data89.name !== undefined){
if(typeof data89.name !== "string"){
const err165 = {instancePath:instancePath+"/plugins/" + i7+"/name",schemaPath:"#/properties/plugins/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data89.version !== undefined){
if(typeof data89.version !== "string"){
const err166 = {instancePath:instancePath+"/plugins/" + i7+"/version",schemaPath:"#/properties/plugins/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data89.from !== undefined){
if(typeof data89.from !== "string"){
const err167 = {instancePath:instancePath+"/plugins/" + i7+"/from",schemaPath:"#/properties/plugins/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data89.integrity !== undefined){
if(typeof data89.integrity !== "string"){
const err168 = {instancePath:instancePath+"/plugins/" + i7+"/integrity",schemaPath:"#/properties/plugins/items/properties/integrity/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath:instancePath+"/plugins/" + i7,schemaPath:"#/properties/plugins/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
}
else {
const err170 = {instancePath:instancePath+"/plugins",schemaPath:"#/properties/plugins/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data.published !== undefined){
let data94 = data.published;
if(Array.isArray(data94)){
const len8 = data94.length;
for(let i8=0; i8<len8; i8++){
let data95 = data94[i8];
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.publisher === undefined){
const err171 = {instancePath:instancePath+"/published/" + i8,schemaPath:"#/properties/published/items/required",keyword:"required",params:{missingProperty: "publisher"},message:"must have required property '"+"publisher"+"'"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(data95.status === undefined){
const err172 = {instancePath:instancePath+"/published/" + i8,schemaPath:"#/properties/published/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(data95.publisher !== undefined){
if(typeof data95.publisher !== "string"){
const err173 = {instancePath:instancePath+"/published/" + i8+"/publisher",schemaPath:"#/properties/published/items/properties/publisher/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data95.status !== undefined){
let data97 = data95.status;
if(typeof data97 !== "string"){
const err174 = {instancePath:instancePath+"/published/" + i8+"/status",schemaPath:"#/properties/published/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(!((data97 === "completed") || (data97 === "failed"))){
const err175 = {instancePath:instancePath+"/published/" + i8+"/status",schemaPath:"#/properties/published/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema11.properties.published.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data95.error !== undefined){
if(typeof data95.error !== "string"){
const err176 = {instancePath:instancePath+"/published/" + i8+"/error",schemaPath:"#/properties/published/items/properties/error/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
else {
const err177 = {instancePath:instancePath+"/published/" + i8,schemaPath:"#/properties/published/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
else {
const err178 = {instancePath:instancePath+"/published",schemaPath:"#/properties/published/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
}
else {
const err179 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

