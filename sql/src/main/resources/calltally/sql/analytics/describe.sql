-- One row per column of every view and function of the schema analytics, and one per function that
-- returns a single value.
with object as (
    select
        c.oid,
        false as is_function,
        'analytics.' || c.relname as name,
        'analytics.' || c.relname as call,
        obj_description(c.oid, 'pg_class') as meaning,
        '' as type
    from pg_class as c
    where c.relnamespace = 'analytics'::regnamespace
        and c.relkind in ('v', 'm', 'r', 'p')
    union all
    select
        p.oid,
        true,
        'analytics.' || p.proname,
        'analytics.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ')',
        obj_description(p.oid, 'pg_proc'),
        case when p.proretset then '' else format_type(p.prorettype, null) end
    from pg_proc as p
    where p.pronamespace = 'analytics'::regnamespace
),
described_column as (
    select
        a.attrelid as oid,
        a.attnum::integer as place,
        a.attname::text as name,
        format_type(a.atttypid, a.atttypmod) as type,
        col_description(a.attrelid, a.attnum) as meaning
    from pg_attribute as a
    where a.attnum > 0
        and not a.attisdropped
    union all
    -- A function's comment describes its columns, one "name: meaning" per line.
    select
        p.oid,
        argument.place::integer,
        argument.name,
        format_type(argument.type, null),
        substring(obj_description(p.oid, 'pg_proc') from '(?n)^' || argument.name || ': (.*)$')
    from pg_proc as p
    cross join lateral unnest(p.proallargtypes, p.proargmodes, p.proargnames) with ordinality
        as argument (type, mode, name, place)
    where argument.mode = 't'
)
select
    o.is_function,
    o.name,
    regexp_replace(
        regexp_replace(o.call, ' DEFAULT ', ' default ', 'g'), 'NULL::[a-z]+', 'null', 'g'
    ) as call,
    split_part(o.meaning, E'\n\n', 1) as meaning,
    o.type,
    c.name as column_name,
    c.type as column_type,
    c.meaning as column_meaning
from object as o
left join described_column as c using (oid)
order by o.is_function, o.name, c.place
