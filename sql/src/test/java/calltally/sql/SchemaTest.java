package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rules for every object of the schema, checked in the catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SchemaTest {

  private static final String SCHEMAS =
      "('config', 'directory', 'journal', 'calls', 'stats', 'ledger', 'web', 'analytics')";

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  @BeforeAll
  void the_schema_is_there() {
    assertThat(names("select nspname from pg_namespace where nspname in " + SCHEMAS)).hasSize(8);
  }

  @AfterAll
  void drop() {
    database.close();
  }

  @Test
  void every_schema_table_view_and_column_has_a_comment() {
    assertThat(
            names(
                """
                select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '')
                from pg_class as c
                join pg_namespace as n on n.oid = c.relnamespace
                left join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname in %1$s
                    and c.relkind in ('r', 'p', 'v')
                    and (obj_description(c.oid, 'pg_class') is null
                        or (not c.relispartition and col_description(c.oid, a.attnum) is null))
                union all
                select nspname
                from pg_namespace
                where nspname in %1$s and obj_description(oid, 'pg_namespace') is null
                """
                    .formatted(SCHEMAS)))
        .isEmpty();
  }

  @Test
  void every_function_has_a_comment() {
    assertThat(
            names(
                """
                select p.proname
                from pg_proc as p
                join pg_namespace as n on n.oid = p.pronamespace
                where n.nspname in %s and obj_description(p.oid, 'pg_proc') is null
                """
                    .formatted(SCHEMAS)))
        .isEmpty();
  }

  @Test
  void every_index_that_is_not_a_key_names_the_query_it_serves() {
    assertThat(
            names(
                """
                select c.relname
                from pg_index as i
                join pg_class as c on c.oid = i.indexrelid
                join pg_namespace as n on n.oid = c.relnamespace
                where n.nspname in %s
                    and not c.relispartition
                    and not exists (select from pg_constraint as k where k.conindid = i.indexrelid)
                    and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'Serves %%'
                """
                    .formatted(SCHEMAS)))
        .isEmpty();
  }

  @Test
  void every_key_starts_with_source_id() {
    assertThat(
            names(
                """
                select k.conname
                from pg_constraint as k
                join pg_namespace as n on n.oid = k.connamespace
                join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                where n.nspname in %s
                    and k.contype in ('p', 'u', 'x')
                    and k.conparentid = 0
                    and a.attname <> 'source_id'
                """
                    .formatted(SCHEMAS)))
        .containsExactlyInAnyOrder(
            "source_name_is_unique",
            "refresh_cursor_pk",
            "unended_refresh_pk",
            "writer_pk",
            "pseudonym_key_pk",
            "caller_message_pk",
            "session_pk");
  }

  @Test
  void every_index_starts_with_source_id() {
    assertThat(
            names(
                """
                select c.relname
                from pg_index as i
                join pg_class as c on c.oid = i.indexrelid
                join pg_namespace as n on n.oid = c.relnamespace
                left join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                where n.nspname in %s
                    and not c.relispartition
                    and a.attname is distinct from 'source_id'
                    and not exists (select from pg_constraint as k where k.conindid = i.indexrelid)
                """
                    .formatted(SCHEMAS)))
        // The refresh reads new notifications of all sources; a digest lists callers of several.
        .containsExactlyInAnyOrder(
            "notification_by_ingest",
            "caller_notice_by_message",
            "caller_notice_unsent",
            "caller_message_waiting",
            "caller_message_by_channel",
            "caller_task_pending");
  }

  @Test
  void no_constraint_has_a_generated_name() {
    assertThat(
            names(
                """
                select k.conrelid::regclass || ': ' || k.conname
                from pg_constraint as k
                join pg_namespace as n on n.oid = k.connamespace
                join pg_class as c on c.oid = k.conrelid
                where n.nspname in %s
                    and k.contype <> 'n'
                    and k.conparentid = 0
                    and not c.relispartition
                    and k.conname ~ ('^' || c.relname || '_.*(check|pkey|fkey|key|excl)\\d*$')
                """
                    .formatted(SCHEMAS)))
        .isEmpty();
  }

  @Test
  void no_instant_is_stored_without_a_zone() {
    assertThat(
            names(
                """
                select table_name || '.' || column_name
                from information_schema.columns
                where table_schema in %s and data_type = 'timestamp without time zone'
                """
                    .formatted(SCHEMAS)))
        .isEmpty();
  }

  @Test
  void a_function_that_runs_with_its_owners_rights_has_a_fixed_search_path() {
    assertThat(
            names(
                """
                select p.proname
                from pg_proc as p
                join pg_namespace as n on n.oid = p.pronamespace
                where n.nspname in %s
                    and p.prosecdef
                    and not coalesce(p.proconfig::text like '%%search_path=pg_catalog, pg_temp%%', false)
                """
                    .formatted(SCHEMAS)))
        .isEmpty();
  }

  @Test
  void the_analyst_reads_the_views_and_nothing_else() {
    assertThat(
            names(
                """
                select n.nspname || '.' || c.relname
                from pg_class as c
                join pg_namespace as n on n.oid = c.relnamespace
                where n.nspname in %s
                    and c.relkind in ('r', 'p', 'v')
                    and has_schema_privilege('analyst', n.oid, 'usage')
                    and has_table_privilege('analyst', c.oid, 'select, insert, update, delete, truncate')
                """
                    .formatted(SCHEMAS)))
        .containsExactlyInAnyOrder(
            "analytics.attempt",
            "analytics.call",
            "analytics.daily_line",
            "analytics.daily_manager",
            "analytics.data_quality",
            "analytics.hourly_line",
            "analytics.missed_call",
            "analytics.missed_call_follow_up",
            "analytics.customer_call");
  }

  @Test
  void partitions_reach_from_3_months_back_to_3_ahead() {
    assertThat(
            sql.fetchValue(
                """
                select count(*)
                from generate_series(-3, 3) as m
                where to_regclass('journal.notification_' || to_char(now() at time zone 'UTC' + m * interval '1 month', 'YYYYMM')) is not null
                """))
        .isEqualTo(7L);
  }

  private List<String> names(String query) {
    return sql.fetch(query).getValues(0, String.class);
  }
}
