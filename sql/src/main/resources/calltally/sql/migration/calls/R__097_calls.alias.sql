create or replace view calls.alias as
select
    a.source_id,
    a.pbx_id,
    f.call_id
from (
    select n.source_id, n.pbx_id
    from journal.notification as n
    where n.alias is not null
        and n.pbx_id is not null
    union
    select n.source_id, n.alias
    from journal.notification as n
    where n.alias is not null
        and n.pbx_id is not null
) as a
cross join lateral calls.first_id(a.source_id, a.pbx_id) as f (call_id)
where f.call_id <> a.pbx_id;
comment on view calls.alias is
    'One row per identifier of the PBX whose notifications belong to a call derived under another.';
comment on column calls.alias.source_id is 'The source.';
comment on column calls.alias.pbx_id is 'The identifier in the notifications.';
comment on column calls.alias.call_id is 'The identifier under which the call is derived.';
