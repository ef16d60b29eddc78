-- What the functions of schema analytics share: how they read a source's name and a grouping.

create or replace function stats.source_named(source text) returns integer
    language plpgsql
    stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    found_id integer;
begin
    select s.source_id into found_id
    from config.source as s
    where s.name = source_named.source;
    if found_id is null then
        raise exception 'figures not computed: the source must be a configured one, was %', quote_nullable(source_named.source)
            using errcode = 'invalid_parameter_value';
    end if;
    return found_id;
end
$$;
comment on function stats.source_named(text) is 'The source_id behind the name of a source; an error when there is none.';

create or replace function stats.require_grouping(per text, known text[]) returns void
    language plpgsql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    if per is null or per <> all (known) then
        raise exception 'figures not computed: per must be one of %, was %', array_to_string(known, ', '), quote_nullable(per)
            using errcode = 'invalid_parameter_value';
    end if;
end
$$;
comment on function stats.require_grouping(text, text[]) is 'An error when figures are asked for per something else than one of the groupings known.';

create or replace function stats.starts_on(per text, local_date date) returns date
    language sql
    immutable
    parallel safe
return case
    when per = 'day' then local_date
    when per in ('week', 'month') then date_trunc(per, local_date::timestamp)::date
end;
comment on function stats.starts_on(text, date) is 'First local date of the day, ISO week (its Monday) or month that a local date lies in; null for another grouping.';
