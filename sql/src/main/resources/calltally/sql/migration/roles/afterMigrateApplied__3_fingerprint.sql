-- A program that finds its own fingerprint here, and the history as it was, has nothing to do.
do $$
begin
    execute format(
        'comment on schema flyway is %L',
        '${fingerprint}' || (
            select md5(
                string_agg(
                    concat_ws(' ', h.script, h.checksum, h.success), ',' order by h.installed_rank))
            from flyway.flyway_schema_history as h));
end
$$;
