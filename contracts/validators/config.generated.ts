// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { Config } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isConfig = validate10 as unknown as Validator<Config>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Config","description":"byom.json: every setting that is not part of the job contract. BYOM_CONFIG names the file; default <root>/processing/input/config/byom.json, then /etc/byom/byom.json. All keys are optional.","type":"object","properties":{"$schema":{"type":"string"},"plugins":{"type":"array","items":{"type":"string"},"description":"Plugins beside the built-in ones: npm packages (byom-plugin-x, @scope/byom-plugin-x), files, folders, or patterns of folders; relative to this file. Default: /opt/byom/plugins/*."},"input":{"type":"object","properties":{"emptyWindow":{"type":"string","enum":["complete","fail"],"default":"complete","description":"What a window without any record means: a completed run with item_count 0, or a failed one."},"maxFeatures":{"type":"integer","minimum":1,"default":20000,"description":"Columns beyond this many are refused and counted; it bounds the memory that a dataset with random keys can take."},"maxLineBytes":{"type":"integer","minimum":1024,"default":67108864,"description":"A line (or a CSV record) longer than this is rejected and counted."}},"additionalProperties":false},"features":{"type":"array","description":"Values taken out of payloads. When given, JSON payloads yield exactly these features, in this order.","items":{"title":"FeatureDeclaration","type":"object","required":["name"],"properties":{"name":{"type":"string","description":"Name of the feature in every report."},"from":{"type":"string","enum":["input","output","record"],"default":"input","description":"Which payload the path is applied to; record means a JSON dataset's own record, or the whole capture record."},"path":{"type":"string","description":"JMESPath expression that yields the value; absent: the whole payload, for kinds other than scalar."},"kind":{"type":"string","enum":["scalar","text","bytes","vector"],"default":"scalar","description":"scalar: one number or short text. text: free text. bytes: an image or another file, BASE64 where it stands in JSON. vector: a list of numbers (an embedding)."},"mediaType":{"type":"string","description":"Media type of bytes, e.g. image/jpeg; absent: the payload's content type."}},"additionalProperties":false}},"handlers":{"title":"HandlersConfig","type":"object","description":"How preprocess and postprocess scripts run.","properties":{"preprocessScript":{"type":"string","description":"Script of jobs whose environment has no record_preprocessor_script; relative to this file."},"postprocessScript":{"type":"string","description":"Script of jobs whose environment has no post_analytics_processor_script; relative to this file."},"onError":{"type":"string","enum":["fail","skip"],"default":"fail","description":"What a record means that the preprocess handler fails on: the end of the run, or one record less."},"errorBudget":{"type":"number","minimum":0,"maximum":1,"default":0.01,"description":"Largest share of the records that may be left out for errors of the handler; more fail the run."},"recordTimeoutSeconds":{"type":"number","exclusiveMinimum":0,"maximum":3600,"default":5,"description":"Time for one record. A handler that cannot be interrupted is ended after three times as long."},"startTimeoutSeconds":{"type":"number","exclusiveMinimum":0,"maximum":3600,"default":60,"description":"Time for loading the script with everything that it imports."},"memoryMegabytes":{"type":"integer","minimum":64,"maximum":65536,"default":512,"description":"Memory of a handler's process, in MiB, beside what the interpreter itself takes."},"python":{"type":"string","default":"python3","description":"Interpreter of Python scripts, 3.9 or later: a path, or a name on the PATH."},"pythonPath":{"type":"array","items":{"type":"string"},"description":"Folders with packages that Python scripts may import, e.g. /opt/venv/lib/python3.13/site-packages; none by default."},"javascriptRealm":{"type":"string","enum":["vm2","node"],"default":"vm2","description":"node gives JavaScript handlers Node's own globals and modules instead of a realm of their own; the jail is the same."},"maxLogLines":{"type":"integer","minimum":0,"default":1000,"description":"Lines that scripts may log in a run; further ones are counted."},"unconfined":{"type":"boolean","default":false,"description":"true: handlers run without the jail, with every right that this container has. For machines that offer no jail, and scripts that you trust."},"postprocess":{"title":"PostprocessConfig","type":"object","properties":{"onError":{"type":"string","enum":["fail","warn"],"default":"fail","description":"Whether the job fails when the postprocess handler does; the reports are complete in any case."},"timeoutSeconds":{"type":"number","exclusiveMinimum":0,"maximum":86400,"default":300}},"additionalProperties":false}},"additionalProperties":false},"compatibility":{"type":"object","properties":{"distances":{"type":"string","enum":["exact","deequ"],"default":"exact","description":"deequ counts equal values of a sketch once, as the reference engine does: for comparing with its verdicts only."}},"additionalProperties":false},"plan":{"type":"object","properties":{"unitBytes":{"type":"integer","minimum":65536,"default":67108864,"description":"Target size of a unit of work, in bytes of captures; one of JSON holds half as many, of CSV a quarter, of Parquet an eighth. Those of wide tables are larger: for each of up to 1,024 columns 1.5 / 1,024 of the size, up to 4 / 1,024 where there would be more than 32 units. Part of the plan: changing it may change the last digits of a result."},"cutCsv":{"type":"boolean","default":true,"description":"false: a CSV file is one unit, however large. A large one is cut where a record seems to start; should that turn out to be inside a quoted value, the run reads everything again without such cuts."}},"additionalProperties":false},"workers":{"type":"integer","minimum":0,"maximum":256,"description":"Worker threads; 0 runs on the main thread; default: one per core, none for small inputs. Never changes a result."},"analyzers":{"type":"object","description":"Options per analyzer, by name; false switches one off.","additionalProperties":{"anyOf":[{"type":"object"},{"type":"boolean","const":false}]}},"sampler":{"$ref":"#/definitions/use","description":"Which rows are analyzed; default: all."},"loggers":{"type":"array","items":{"$ref":"#/definitions/use"},"description":"Where log entries go. Default: pretty at a terminal, json otherwise."},"publishers":{"type":"array","items":{"title":"PublisherUse","type":"object","required":["name"],"properties":{"name":{"type":"string"},"options":{"type":"object"},"required":{"type":"boolean","default":false,"description":"true: the job fails when this publisher does."},"timeoutSeconds":{"type":"number","exclusiveMinimum":0,"default":60,"description":"After this the publisher is stopped."}},"additionalProperties":false},"description":"Where the results go beside the report files. cloudwatch is added when publish_cloudwatch_metrics is Enabled."},"segments":{"title":"SegmentsConfig","type":"object","description":"Runs every analyzer per group of rows too, and reports each group.","required":["by"],"properties":{"by":{"type":"object","description":"What names a row's group: a column, a JMESPath expression over the capture record (eventMetadata.customAttributes[0]), or a folder of the file's path, counted from the file's own, which is 1 (5 is the variant in <endpoint>/<variant>/yyyy/mm/dd/hh/file).","properties":{"column":{"type":"string"},"path":{"type":"string"},"folder":{"type":"integer","minimum":1}},"additionalProperties":false,"minProperties":1,"maxProperties":1},"max":{"type":"integer","minimum":1,"maximum":1000,"default":20,"description":"Most groups that are reported by name; the rows of further ones are gathered in the group \"(other)\"."}},"additionalProperties":false},"analyzerTimeoutSeconds":{"type":"number","exclusiveMinimum":0,"default":120,"description":"An analyzer of a plugin that is not built in, and that does not return from a call within this time, fails; the run starts anew without it."}},"additionalProperties":false,"definitions":{"use":{"title":"PluginUse","type":"object","required":["name"],"properties":{"name":{"type":"string"},"options":{"type":"object"}},"additionalProperties":false}}};
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
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
const err6 = {instancePath:instancePath+"/input/emptyWindow",schemaPath:"#/properties/input/properties/emptyWindow/enum",keyword:"enum",params:{allowedValues: schema11.properties.input.properties.emptyWindow.enum},message:"must be equal to one of the allowed values"};
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
const err16 = {instancePath:instancePath+"/features/" + i1+"/from",schemaPath:"#/properties/features/items/properties/from/enum",keyword:"enum",params:{allowedValues: schema11.properties.features.items.properties.from.enum},message:"must be equal to one of the allowed values"};
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
const err19 = {instancePath:instancePath+"/features/" + i1+"/kind",schemaPath:"#/properties/features/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.features.items.properties.kind.enum},message:"must be equal to one of the allowed values"};
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
if(!(func2.call(schema11.properties.handlers.properties, key3))){
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
const err27 = {instancePath:instancePath+"/handlers/onError",schemaPath:"#/properties/handlers/properties/onError/enum",keyword:"enum",params:{allowedValues: schema11.properties.handlers.properties.onError.enum},message:"must be equal to one of the allowed values"};
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
const err44 = {instancePath:instancePath+"/handlers/javascriptRealm",schemaPath:"#/properties/handlers/properties/javascriptRealm/enum",keyword:"enum",params:{allowedValues: schema11.properties.handlers.properties.javascriptRealm.enum},message:"must be equal to one of the allowed values"};
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
const err50 = {instancePath:instancePath+"/handlers/postprocess/onError",schemaPath:"#/properties/handlers/properties/postprocess/properties/onError/enum",keyword:"enum",params:{allowedValues: schema11.properties.handlers.properties.postprocess.properties.onError.enum},message:"must be equal to one of the allowed values"};
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
const err58 = {instancePath:instancePath+"/compatibility/distances",schemaPath:"#/properties/compatibility/properties/distances/enum",keyword:"enum",params:{allowedValues: schema11.properties.compatibility.properties.distances.enum},message:"must be equal to one of the allowed values"};
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
if(!((key6 === "unitBytes") || (key6 === "cutCsv"))){
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
if(data33.cutCsv !== undefined){
if(typeof data33.cutCsv !== "boolean"){
const err63 = {instancePath:instancePath+"/plan/cutCsv",schemaPath:"#/properties/plan/properties/cutCsv/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.workers !== undefined){
let data36 = data.workers;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err65 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 256 || isNaN(data36)){
const err66 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data36 < 0 || isNaN(data36)){
const err67 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.analyzers !== undefined){
let data37 = data.analyzers;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key7 in data37){
let data38 = data37[key7];
const _errs86 = errors;
let valid14 = false;
const _errs87 = errors;
if(!(data38 && typeof data38 == "object" && !Array.isArray(data38))){
const err68 = {instancePath:instancePath+"/analyzers/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/analyzers/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
var _valid0 = _errs87 === errors;
valid14 = valid14 || _valid0;
if(!valid14){
const _errs89 = errors;
if(typeof data38 !== "boolean"){
const err69 = {instancePath:instancePath+"/analyzers/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/analyzers/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(false !== data38){
const err70 = {instancePath:instancePath+"/analyzers/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/analyzers/additionalProperties/anyOf/1/const",keyword:"const",params:{allowedValue: false},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
var _valid0 = _errs89 === errors;
valid14 = valid14 || _valid0;
}
if(!valid14){
const err71 = {instancePath:instancePath+"/analyzers/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/analyzers/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
else {
errors = _errs86;
if(vErrors !== null){
if(_errs86){
vErrors.length = _errs86;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err72 = {instancePath:instancePath+"/analyzers",schemaPath:"#/properties/analyzers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data.sampler !== undefined){
let data39 = data.sampler;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.name === undefined){
const err73 = {instancePath:instancePath+"/sampler",schemaPath:"#/definitions/use/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
for(const key8 in data39){
if(!((key8 === "name") || (key8 === "options"))){
const err74 = {instancePath:instancePath+"/sampler",schemaPath:"#/definitions/use/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data39.name !== undefined){
if(typeof data39.name !== "string"){
const err75 = {instancePath:instancePath+"/sampler/name",schemaPath:"#/definitions/use/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data39.options !== undefined){
let data41 = data39.options;
if(!(data41 && typeof data41 == "object" && !Array.isArray(data41))){
const err76 = {instancePath:instancePath+"/sampler/options",schemaPath:"#/definitions/use/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/sampler",schemaPath:"#/definitions/use/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data.loggers !== undefined){
let data42 = data.loggers;
if(Array.isArray(data42)){
const len3 = data42.length;
for(let i3=0; i3<len3; i3++){
let data43 = data42[i3];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.name === undefined){
const err78 = {instancePath:instancePath+"/loggers/" + i3,schemaPath:"#/definitions/use/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
for(const key9 in data43){
if(!((key9 === "name") || (key9 === "options"))){
const err79 = {instancePath:instancePath+"/loggers/" + i3,schemaPath:"#/definitions/use/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data43.name !== undefined){
if(typeof data43.name !== "string"){
const err80 = {instancePath:instancePath+"/loggers/" + i3+"/name",schemaPath:"#/definitions/use/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data43.options !== undefined){
let data45 = data43.options;
if(!(data45 && typeof data45 == "object" && !Array.isArray(data45))){
const err81 = {instancePath:instancePath+"/loggers/" + i3+"/options",schemaPath:"#/definitions/use/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err82 = {instancePath:instancePath+"/loggers/" + i3,schemaPath:"#/definitions/use/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/loggers",schemaPath:"#/properties/loggers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data.publishers !== undefined){
let data46 = data.publishers;
if(Array.isArray(data46)){
const len4 = data46.length;
for(let i4=0; i4<len4; i4++){
let data47 = data46[i4];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.name === undefined){
const err84 = {instancePath:instancePath+"/publishers/" + i4,schemaPath:"#/properties/publishers/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
for(const key10 in data47){
if(!((((key10 === "name") || (key10 === "options")) || (key10 === "required")) || (key10 === "timeoutSeconds"))){
const err85 = {instancePath:instancePath+"/publishers/" + i4,schemaPath:"#/properties/publishers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data47.name !== undefined){
if(typeof data47.name !== "string"){
const err86 = {instancePath:instancePath+"/publishers/" + i4+"/name",schemaPath:"#/properties/publishers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data47.options !== undefined){
let data49 = data47.options;
if(!(data49 && typeof data49 == "object" && !Array.isArray(data49))){
const err87 = {instancePath:instancePath+"/publishers/" + i4+"/options",schemaPath:"#/properties/publishers/items/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data47.required !== undefined){
if(typeof data47.required !== "boolean"){
const err88 = {instancePath:instancePath+"/publishers/" + i4+"/required",schemaPath:"#/properties/publishers/items/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data47.timeoutSeconds !== undefined){
let data51 = data47.timeoutSeconds;
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 <= 0 || isNaN(data51)){
const err89 = {instancePath:instancePath+"/publishers/" + i4+"/timeoutSeconds",schemaPath:"#/properties/publishers/items/properties/timeoutSeconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/publishers/" + i4+"/timeoutSeconds",schemaPath:"#/properties/publishers/items/properties/timeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
const err91 = {instancePath:instancePath+"/publishers/" + i4,schemaPath:"#/properties/publishers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/publishers",schemaPath:"#/properties/publishers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data.segments !== undefined){
let data52 = data.segments;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.by === undefined){
const err93 = {instancePath:instancePath+"/segments",schemaPath:"#/properties/segments/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
for(const key11 in data52){
if(!((key11 === "by") || (key11 === "max"))){
const err94 = {instancePath:instancePath+"/segments",schemaPath:"#/properties/segments/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data52.by !== undefined){
let data53 = data52.by;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(Object.keys(data53).length > 1){
const err95 = {instancePath:instancePath+"/segments/by",schemaPath:"#/properties/segments/properties/by/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(Object.keys(data53).length < 1){
const err96 = {instancePath:instancePath+"/segments/by",schemaPath:"#/properties/segments/properties/by/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
for(const key12 in data53){
if(!(((key12 === "column") || (key12 === "path")) || (key12 === "folder"))){
const err97 = {instancePath:instancePath+"/segments/by",schemaPath:"#/properties/segments/properties/by/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data53.column !== undefined){
if(typeof data53.column !== "string"){
const err98 = {instancePath:instancePath+"/segments/by/column",schemaPath:"#/properties/segments/properties/by/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data53.path !== undefined){
if(typeof data53.path !== "string"){
const err99 = {instancePath:instancePath+"/segments/by/path",schemaPath:"#/properties/segments/properties/by/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data53.folder !== undefined){
let data56 = data53.folder;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err100 = {instancePath:instancePath+"/segments/by/folder",schemaPath:"#/properties/segments/properties/by/properties/folder/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 < 1 || isNaN(data56)){
const err101 = {instancePath:instancePath+"/segments/by/folder",schemaPath:"#/properties/segments/properties/by/properties/folder/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
}
else {
const err102 = {instancePath:instancePath+"/segments/by",schemaPath:"#/properties/segments/properties/by/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data52.max !== undefined){
let data57 = data52.max;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err103 = {instancePath:instancePath+"/segments/max",schemaPath:"#/properties/segments/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1000 || isNaN(data57)){
const err104 = {instancePath:instancePath+"/segments/max",schemaPath:"#/properties/segments/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data57 < 1 || isNaN(data57)){
const err105 = {instancePath:instancePath+"/segments/max",schemaPath:"#/properties/segments/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
}
else {
const err106 = {instancePath:instancePath+"/segments",schemaPath:"#/properties/segments/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data.analyzerTimeoutSeconds !== undefined){
let data58 = data.analyzerTimeoutSeconds;
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 <= 0 || isNaN(data58)){
const err107 = {instancePath:instancePath+"/analyzerTimeoutSeconds",schemaPath:"#/properties/analyzerTimeoutSeconds/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/analyzerTimeoutSeconds",schemaPath:"#/properties/analyzerTimeoutSeconds/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
const err109 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

