// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { AnalysisConfig } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isAnalysisConfig = validate10 as unknown as Validator<AnalysisConfig>;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"AnalysisConfig","description":"analysis_config.json of bias and attribution jobs, in the layout of SageMaker Clarify. Keys that this schema does not name are accepted.","type":"object","properties":{"version":{"type":["string","number"]},"dataset_type":{"type":"string","description":"text/csv, application/jsonlines, application/json or application/x-parquet; absent: captures, or what dataset_format says."},"headers":{"type":["array","null"],"items":{"type":"string"},"description":"Names of the columns of data without a header, the label among them where the data has it."},"features":{"type":["string","null"],"description":"JMESPath of the list of features in a JSON record."},"label":{"type":["string","integer","null"],"description":"Name or index of the label's column, or JMESPath in a JSON record."},"predicted_label":{"type":["string","integer","null"],"description":"The same for the prediction."},"excluded_columns":{"type":["array","null"],"items":{"type":["string","integer"]},"description":"Columns of the dataset that the model is not given, by name or index."},"joinsource_name_or_index":{"type":["string","integer","null"],"description":"The column that identifies a row; the model is not given it."},"label_values_or_threshold":{"type":["array","null"],"items":{"type":["string","number","boolean"]},"description":"Values that are positive outcomes, or the number above which one is."},"facet":{"type":["array","object","null"],"items":{"$ref":"#/definitions/facet"},"properties":{"name_or_index":{"type":["string","integer"]}}},"group_variable":{"type":["string","integer","null"]},"probability_threshold":{"type":["number","null"]},"methods":{"type":["object","null"],"properties":{"pre_training_bias":{"$ref":"#/definitions/bias"},"post_training_bias":{"$ref":"#/definitions/bias"},"shap":{"title":"ShapConfig","type":["object","null"],"properties":{"baseline":{"type":["array","string","null"],"description":"Rows that stand for absent features; absent: the means or most frequent values of the data."},"num_samples":{"type":["integer","null"],"minimum":1},"agg_method":{"type":["string","null"],"enum":["mean_abs","median","mean_sq",null]},"use_logit":{"type":["boolean","null"]},"seed":{"type":["integer","null"]},"save_local_shap_values":{"type":["boolean","null"]}}}}},"predictor":{"type":["object","null"],"properties":{"label":{"type":["string","integer","null"]},"probability":{"type":["string","integer","null"]},"label_headers":{"type":["array","null"],"items":{"type":"string"}},"content_type":{"type":["string","null"]},"accept_type":{"type":["string","null"]},"content_template":{"type":["string","null"]},"record_template":{"type":["string","null"]}}}},"definitions":{"facet":{"title":"FacetConfig","type":"object","required":["name_or_index"],"properties":{"name_or_index":{"type":["string","integer"]},"value_or_threshold":{"type":["array","null"],"items":{"type":["string","number","boolean"]},"description":"Values of the disadvantaged group, or the number above which rows belong to it; absent: every value in turn."}}},"bias":{"title":"BiasMethods","type":["object","null"],"properties":{"methods":{"type":["string","array","null"],"items":{"type":"string"}}}}}};
const schema12 = {"title":"FacetConfig","type":"object","required":["name_or_index"],"properties":{"name_or_index":{"type":["string","integer"]},"value_or_threshold":{"type":["array","null"],"items":{"type":["string","number","boolean"]},"description":"Values of the disadvantaged group, or the number above which rows belong to it; absent: every value in turn."}}};
const schema13 = {"title":"BiasMethods","type":["object","null"],"properties":{"methods":{"type":["string","array","null"],"items":{"type":"string"}}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version !== undefined){
let data0 = data.version;
if((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))){
const err0 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema11.properties.version.type},message:"must be string,number"};
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
const err2 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/type",keyword:"type",params:{type: schema11.properties.headers.type},message:"must be array,null"};
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
const err4 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: schema11.properties.features.type},message:"must be string,null"};
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
const err5 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema11.properties.label.type},message:"must be string,integer,null"};
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
const err6 = {instancePath:instancePath+"/predicted_label",schemaPath:"#/properties/predicted_label/type",keyword:"type",params:{type: schema11.properties.predicted_label.type},message:"must be string,integer,null"};
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
const err7 = {instancePath:instancePath+"/excluded_columns",schemaPath:"#/properties/excluded_columns/type",keyword:"type",params:{type: schema11.properties.excluded_columns.type},message:"must be array,null"};
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
const err8 = {instancePath:instancePath+"/excluded_columns/" + i1,schemaPath:"#/properties/excluded_columns/items/type",keyword:"type",params:{type: schema11.properties.excluded_columns.items.type},message:"must be string,integer"};
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
const err9 = {instancePath:instancePath+"/joinsource_name_or_index",schemaPath:"#/properties/joinsource_name_or_index/type",keyword:"type",params:{type: schema11.properties.joinsource_name_or_index.type},message:"must be string,integer,null"};
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
const err10 = {instancePath:instancePath+"/label_values_or_threshold",schemaPath:"#/properties/label_values_or_threshold/type",keyword:"type",params:{type: schema11.properties.label_values_or_threshold.type},message:"must be array,null"};
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
const err11 = {instancePath:instancePath+"/label_values_or_threshold/" + i2,schemaPath:"#/properties/label_values_or_threshold/items/type",keyword:"type",params:{type: schema11.properties.label_values_or_threshold.items.type},message:"must be string,number,boolean"};
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
const err12 = {instancePath:instancePath+"/facet",schemaPath:"#/properties/facet/type",keyword:"type",params:{type: schema11.properties.facet.type},message:"must be array,object,null"};
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
const err14 = {instancePath:instancePath+"/facet/" + i3+"/name_or_index",schemaPath:"#/definitions/facet/properties/name_or_index/type",keyword:"type",params:{type: schema12.properties.name_or_index.type},message:"must be string,integer"};
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
const err15 = {instancePath:instancePath+"/facet/" + i3+"/value_or_threshold",schemaPath:"#/definitions/facet/properties/value_or_threshold/type",keyword:"type",params:{type: schema12.properties.value_or_threshold.type},message:"must be array,null"};
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
const err16 = {instancePath:instancePath+"/facet/" + i3+"/value_or_threshold/" + i4,schemaPath:"#/definitions/facet/properties/value_or_threshold/items/type",keyword:"type",params:{type: schema12.properties.value_or_threshold.items.type},message:"must be string,number,boolean"};
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
const err18 = {instancePath:instancePath+"/facet/name_or_index",schemaPath:"#/properties/facet/properties/name_or_index/type",keyword:"type",params:{type: schema11.properties.facet.properties.name_or_index.type},message:"must be string,integer"};
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
const err19 = {instancePath:instancePath+"/group_variable",schemaPath:"#/properties/group_variable/type",keyword:"type",params:{type: schema11.properties.group_variable.type},message:"must be string,integer,null"};
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
const err20 = {instancePath:instancePath+"/probability_threshold",schemaPath:"#/properties/probability_threshold/type",keyword:"type",params:{type: schema11.properties.probability_threshold.type},message:"must be number,null"};
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
const err21 = {instancePath:instancePath+"/methods",schemaPath:"#/properties/methods/type",keyword:"type",params:{type: schema11.properties.methods.type},message:"must be object,null"};
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
const err22 = {instancePath:instancePath+"/methods/pre_training_bias",schemaPath:"#/definitions/bias/type",keyword:"type",params:{type: schema13.type},message:"must be object,null"};
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
const err23 = {instancePath:instancePath+"/methods/pre_training_bias/methods",schemaPath:"#/definitions/bias/properties/methods/type",keyword:"type",params:{type: schema13.properties.methods.type},message:"must be string,array,null"};
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
const err25 = {instancePath:instancePath+"/methods/post_training_bias",schemaPath:"#/definitions/bias/type",keyword:"type",params:{type: schema13.type},message:"must be object,null"};
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
const err26 = {instancePath:instancePath+"/methods/post_training_bias/methods",schemaPath:"#/definitions/bias/properties/methods/type",keyword:"type",params:{type: schema13.properties.methods.type},message:"must be string,array,null"};
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
const err28 = {instancePath:instancePath+"/methods/shap",schemaPath:"#/properties/methods/properties/shap/type",keyword:"type",params:{type: schema11.properties.methods.properties.shap.type},message:"must be object,null"};
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
const err29 = {instancePath:instancePath+"/methods/shap/baseline",schemaPath:"#/properties/methods/properties/shap/properties/baseline/type",keyword:"type",params:{type: schema11.properties.methods.properties.shap.properties.baseline.type},message:"must be array,string,null"};
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
const err30 = {instancePath:instancePath+"/methods/shap/num_samples",schemaPath:"#/properties/methods/properties/shap/properties/num_samples/type",keyword:"type",params:{type: schema11.properties.methods.properties.shap.properties.num_samples.type},message:"must be integer,null"};
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
const err32 = {instancePath:instancePath+"/methods/shap/agg_method",schemaPath:"#/properties/methods/properties/shap/properties/agg_method/type",keyword:"type",params:{type: schema11.properties.methods.properties.shap.properties.agg_method.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!((((data30 === "mean_abs") || (data30 === "median")) || (data30 === "mean_sq")) || (data30 === null))){
const err33 = {instancePath:instancePath+"/methods/shap/agg_method",schemaPath:"#/properties/methods/properties/shap/properties/agg_method/enum",keyword:"enum",params:{allowedValues: schema11.properties.methods.properties.shap.properties.agg_method.enum},message:"must be equal to one of the allowed values"};
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
const err34 = {instancePath:instancePath+"/methods/shap/use_logit",schemaPath:"#/properties/methods/properties/shap/properties/use_logit/type",keyword:"type",params:{type: schema11.properties.methods.properties.shap.properties.use_logit.type},message:"must be boolean,null"};
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
const err35 = {instancePath:instancePath+"/methods/shap/seed",schemaPath:"#/properties/methods/properties/shap/properties/seed/type",keyword:"type",params:{type: schema11.properties.methods.properties.shap.properties.seed.type},message:"must be integer,null"};
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
const err36 = {instancePath:instancePath+"/methods/shap/save_local_shap_values",schemaPath:"#/properties/methods/properties/shap/properties/save_local_shap_values/type",keyword:"type",params:{type: schema11.properties.methods.properties.shap.properties.save_local_shap_values.type},message:"must be boolean,null"};
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
const err37 = {instancePath:instancePath+"/predictor",schemaPath:"#/properties/predictor/type",keyword:"type",params:{type: schema11.properties.predictor.type},message:"must be object,null"};
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
const err38 = {instancePath:instancePath+"/predictor/label",schemaPath:"#/properties/predictor/properties/label/type",keyword:"type",params:{type: schema11.properties.predictor.properties.label.type},message:"must be string,integer,null"};
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
const err39 = {instancePath:instancePath+"/predictor/probability",schemaPath:"#/properties/predictor/properties/probability/type",keyword:"type",params:{type: schema11.properties.predictor.properties.probability.type},message:"must be string,integer,null"};
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
const err40 = {instancePath:instancePath+"/predictor/label_headers",schemaPath:"#/properties/predictor/properties/label_headers/type",keyword:"type",params:{type: schema11.properties.predictor.properties.label_headers.type},message:"must be array,null"};
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
const err42 = {instancePath:instancePath+"/predictor/content_type",schemaPath:"#/properties/predictor/properties/content_type/type",keyword:"type",params:{type: schema11.properties.predictor.properties.content_type.type},message:"must be string,null"};
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
const err43 = {instancePath:instancePath+"/predictor/accept_type",schemaPath:"#/properties/predictor/properties/accept_type/type",keyword:"type",params:{type: schema11.properties.predictor.properties.accept_type.type},message:"must be string,null"};
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
const err44 = {instancePath:instancePath+"/predictor/content_template",schemaPath:"#/properties/predictor/properties/content_template/type",keyword:"type",params:{type: schema11.properties.predictor.properties.content_template.type},message:"must be string,null"};
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
const err45 = {instancePath:instancePath+"/predictor/record_template",schemaPath:"#/properties/predictor/properties/record_template/type",keyword:"type",params:{type: schema11.properties.predictor.properties.record_template.type},message:"must be string,null"};
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
validate10.errors = vErrors;
return errors === 0;
}

