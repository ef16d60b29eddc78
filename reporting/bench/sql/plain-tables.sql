-- The tables that the other plain files fill: those of the schema without keys, as a rebuild
-- creates them.
drop schema if exists plain cascade;
create schema plain;
create table plain.call (
    like calls.call including constraints including defaults);
create table plain.attempt (
    like calls.attempt including constraints including defaults);
create table plain.engagement (
    like calls.engagement including constraints including defaults);
create table plain.missed_call (
    like calls.missed_call including constraints including defaults);
create table plain.hourly_line (
    like stats.hourly_line including constraints including defaults);
create table plain.daily_manager (
    like stats.daily_manager including constraints including defaults);
create table plain.daily_quality (
    like stats.daily_quality including constraints including defaults);
