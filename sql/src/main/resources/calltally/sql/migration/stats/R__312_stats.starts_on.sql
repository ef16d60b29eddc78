create or replace function stats.starts_on(per text, local_date date) returns date
    language sql
    immutable
    parallel safe
return case
    when per = 'day' then local_date
    when per in ('week', 'month') then date_trunc(per, local_date::timestamp)::date
end;
comment on function stats.starts_on(text, date) is
    'First local date of the day, ISO week (its Monday) or month that a local date lies in; null '
    'for another grouping.';
