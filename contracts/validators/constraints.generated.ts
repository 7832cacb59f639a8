// @ts-nocheck
// Generated from the schemas in the folder above by `npm run contracts`. Do not edit.
import type { Constraints } from "../types.generated.ts"
import type { Validator } from "../validator.ts"

"use strict";
export const isConstraints = validate10 as unknown as Validator<Constraints>;
const schema12 = {"title":"MetricConstraints","type":"object","description":"Of model quality jobs alone, by metric.","additionalProperties":{"title":"MetricConstraint","type":"object","required":["threshold","comparison_operator"],"properties":{"threshold":{"type":"number"},"comparison_operator":{"type":"string","enum":["LessThanThreshold","GreaterThanThreshold"]}}}};
const schema15 = {"title":"FeatureConstraints","type":"object","required":["name"],"properties":{"name":{"type":"string"},"inferred_type":{"type":"string","enum":["Integral","Fractional","String","Unknown"]},"completeness":{"type":"number","minimum":0,"maximum":1},"num_constraints":{"type":"object","properties":{"is_non_negative":{"type":"boolean"},"monitoring_config_overrides":{"$ref":"#/definitions/monitoringConfig"},"monitoringConfigOverrides":{"$ref":"#/definitions/monitoringConfig"}}},"string_constraints":{"type":"object","properties":{"domains":{"type":"array","items":{"type":"string"}},"monitoring_config_overrides":{"$ref":"#/definitions/monitoringConfig"},"monitoringConfigOverrides":{"$ref":"#/definitions/monitoringConfig"}}},"monitoringConfigOverrides":{"$ref":"#/definitions/monitoringConfig"},"monitoring_config_overrides":{"$ref":"#/definitions/monitoringConfig"},"custom":{"type":"object","description":"By analyzer name: constraints beyond the standard ones."}}};
const schema16 = {"title":"MonitoringConfig","type":"object","properties":{"evaluate_constraints":{"$ref":"#/definitions/switch"},"emit_metrics":{"$ref":"#/definitions/switch"},"datatype_check_threshold":{"type":"number","minimum":0,"maximum":1},"domain_content_threshold":{"type":"number","minimum":0,"maximum":1},"distribution_constraints":{"title":"DistributionConstraints","type":"object","properties":{"perform_comparison":{"$ref":"#/definitions/switch"},"comparison_threshold":{"type":"number","minimum":0},"comparison_method":{"type":"string","enum":["Simple","Robust","linf_simple","linf_robust"]},"categorical_comparison_threshold":{"type":"number","minimum":0},"categorical_drift_method":{"type":"string","enum":["LInfinity","ChiSquared"]}}}}};
const schema17 = {"type":"string","enum":["Enabled","Disabled"]};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err1 = {instancePath:instancePath+"/evaluate_constraints",schemaPath:"#/definitions/switch/enum",keyword:"enum",params:{allowedValues: schema17.enum},message:"must be equal to one of the allowed values"};
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
const err3 = {instancePath:instancePath+"/emit_metrics",schemaPath:"#/definitions/switch/enum",keyword:"enum",params:{allowedValues: schema17.enum},message:"must be equal to one of the allowed values"};
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
const err11 = {instancePath:instancePath+"/distribution_constraints/perform_comparison",schemaPath:"#/definitions/switch/enum",keyword:"enum",params:{allowedValues: schema17.enum},message:"must be equal to one of the allowed values"};
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
const err15 = {instancePath:instancePath+"/distribution_constraints/comparison_method",schemaPath:"#/properties/distribution_constraints/properties/comparison_method/enum",keyword:"enum",params:{allowedValues: schema16.properties.distribution_constraints.properties.comparison_method.enum},message:"must be equal to one of the allowed values"};
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
const err19 = {instancePath:instancePath+"/distribution_constraints/categorical_drift_method",schemaPath:"#/properties/distribution_constraints/properties/categorical_drift_method/enum",keyword:"enum",params:{allowedValues: schema16.properties.distribution_constraints.properties.categorical_drift_method.enum},message:"must be equal to one of the allowed values"};
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
validate12.errors = vErrors;
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
const err3 = {instancePath:instancePath+"/inferred_type",schemaPath:"#/properties/inferred_type/enum",keyword:"enum",params:{allowedValues: schema15.properties.inferred_type.enum},message:"must be equal to one of the allowed values"};
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
if(!(validate12(data3.monitoring_config_overrides, {instancePath:instancePath+"/num_constraints/monitoring_config_overrides",parentData:data3,parentDataProperty:"monitoring_config_overrides",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data3.monitoringConfigOverrides !== undefined){
if(!(validate12(data3.monitoringConfigOverrides, {instancePath:instancePath+"/num_constraints/monitoringConfigOverrides",parentData:data3,parentDataProperty:"monitoringConfigOverrides",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
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
if(!(validate12(data7.monitoring_config_overrides, {instancePath:instancePath+"/string_constraints/monitoring_config_overrides",parentData:data7,parentDataProperty:"monitoring_config_overrides",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data7.monitoringConfigOverrides !== undefined){
if(!(validate12(data7.monitoringConfigOverrides, {instancePath:instancePath+"/string_constraints/monitoringConfigOverrides",parentData:data7,parentDataProperty:"monitoringConfigOverrides",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
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
if(!(validate12(data.monitoringConfigOverrides, {instancePath:instancePath+"/monitoringConfigOverrides",parentData:data,parentDataProperty:"monitoringConfigOverrides",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.monitoring_config_overrides !== undefined){
if(!(validate12(data.monitoring_config_overrides, {instancePath:instancePath+"/monitoring_config_overrides",parentData:data,parentDataProperty:"monitoring_config_overrides",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
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
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
const err6 = {instancePath:instancePath+"/regression_constraints/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/comparison_operator",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/comparison_operator/enum",keyword:"enum",params:{allowedValues: schema12.additionalProperties.properties.comparison_operator.enum},message:"must be equal to one of the allowed values"};
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
const err13 = {instancePath:instancePath+"/binary_classification_constraints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/comparison_operator",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/comparison_operator/enum",keyword:"enum",params:{allowedValues: schema12.additionalProperties.properties.comparison_operator.enum},message:"must be equal to one of the allowed values"};
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
const err20 = {instancePath:instancePath+"/multiclass_classification_constraints/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/comparison_operator",schemaPath:"#/definitions/metricConstraints/additionalProperties/properties/comparison_operator/enum",keyword:"enum",params:{allowedValues: schema12.additionalProperties.properties.comparison_operator.enum},message:"must be equal to one of the allowed values"};
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
if(!(validate11(data13[i0], {instancePath:instancePath+"/features/" + i0,parentData:data13,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
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
if(!(validate12(data.monitoring_config, {instancePath:instancePath+"/monitoring_config",parentData:data,parentDataProperty:"monitoring_config",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
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
if(!(validate11(data22[i2], {instancePath:instancePath+"/custom/segments/" + i1+"/features/" + i2,parentData:data22,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
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
if(!(validate12(data19.monitoring_config, {instancePath:instancePath+"/custom/segments/" + i1+"/monitoring_config",parentData:data19,parentDataProperty:"monitoring_config",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
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
validate10.errors = vErrors;
return errors === 0;
}

