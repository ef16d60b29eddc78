package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rights of every role on every object in the catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GrantsTest {

  private static final String NOT_ALLOWED = "42501";

  /** A view that cannot be written reports that before missing rights. */
  private static final List<String> NOT_POSSIBLE = List.of("55000", "42809");

  private static final Map<String, String> ATTEMPTS =
      Map.of(
          "SELECT", "select from %1$s limit 0",
          "INSERT", "insert into %1$s default values",
          "UPDATE", "update %1$s set %2$s = %2$s where false",
          "DELETE", "delete from %1$s where false",
          "TRUNCATE", "truncate %1$s");

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.pool(), SQLDialect.POSTGRES);

  @AfterAll
  void drop() {
    database.close();
  }

  @Test
  void the_rights_are_those_of_grants_txt() {
    assertThat(new Grants(database.owner()).deviations()).isEmpty();
  }

  @Test
  void grants_txt_lists_every_table_view_and_function() {
    Set<String> objects =
        new TreeSet<>(
            sql.fetch(
                    """
                    select case c.relkind when 'v' then 'view ' else 'table ' end || n.nspname || '.' || c.relname
                    from pg_class as c
                    join pg_namespace as n on n.oid = c.relnamespace
                    where n.nspname !~ '^(pg_.*|information_schema|public|flyway)$'
                        and c.relkind in ('r', 'p', 'v', 'm')
                        and not c.relispartition
                    union
                    select 'function ' || n.nspname || '.' || p.proname
                    from pg_proc as p
                    join pg_namespace as n on n.oid = p.pronamespace
                    where n.nspname !~ '^(pg_.*|information_schema|public|flyway)$'
                    union
                    select 'schema ' || n.nspname
                    from pg_namespace as n
                    where n.nspname !~ '^(pg_.*|information_schema|public|flyway)$'
                    """)
                .getValues(0, String.class));

    assertThat(ExpectedGrants.objects())
        .as("each has its line in grants.txt and its grants in afterMigrateApplied__grants.sql")
        .containsExactlyInAnyOrderElementsOf(objects);
  }

  @ParameterizedTest
  @EnumSource(DatabaseRole.class)
  void a_role_can_do_what_it_may_and_nothing_else(DatabaseRole role) throws SQLException {
    List<String> surprises = new ArrayList<>();
    Set<Grant> expected = ExpectedGrants.all();
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set role " + role.sqlName());
      connection.setAutoCommit(false);
      for (String object : relations()) {
        String column = column(object);
        for (Map.Entry<String, String> attempt : ATTEMPTS.entrySet()) {
          boolean may = expected.contains(new Grant(object, role.sqlName(), attempt.getKey()));
          if (may != isAllowed(statement, attempt.getValue().formatted(name(object), column))) {
            surprises.add(attempt.getKey() + " on " + object + (may ? " fails" : " succeeds"));
          }
          connection.rollback();
        }
      }
    }
    assertThat(surprises).isEmpty();
  }

  @Test
  void excessive_and_missing_rights_are_reported() {
    try (TestDatabase other = TestDatabase.create()) {
      DSLContext owner = DSL.using(other.owner(), SQLDialect.POSTGRES);
      owner.execute("grant select on config.source_token to analyst");
      owner.execute("grant delete on journal.notification to public");
      owner.execute("revoke execute on function journal.append from calltally_ingest");

      List<GrantDeviation> deviations = new Grants(other.owner()).deviations();
      assertThat(deviations)
          .extracting(GrantDeviation::sentence)
          .containsExactly(
              "analyst may select on table config.source_token, which it must not",
              "public may delete on table journal.notification, which it must not",
              "calltally_ingest must be allowed to execute on function journal.append, but is not");
      deviations.forEach(deviation -> owner.execute(deviation.remedy()));
      assertThat(new Grants(other.owner()).deviations()).isEmpty();
    }
  }

  @Test
  void the_owner_cannot_change_the_journal_by_mistake() throws SQLException {
    sql.execute("insert into config.source (name, zone, region) values ('main', 'UTC', 'ZZ')");
    String row =
        """
        [{"source_id": 1, "received_at": "2026-11-20T06:00:00Z", "digest": "%s", "event": "test",
          "fields": {}, "method": "GET", "channel": "http", "parser_version": 1}]
        """
            .formatted("00".repeat(32));
    assertThat(new AppendNotifications(row).run(sql)).containsExactly(true);
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      for (String slip :
          List.of(
              "update journal.notification set event = 'x'",
              "delete from journal.notification",
              "truncate journal.notification",
              "truncate journal.notification_other")) {
        assertThat(isAllowed(statement, slip)).as(slip).isFalse();
      }
    }
  }

  private List<String> relations() {
    return ExpectedGrants.objects().stream()
        .filter(object -> object.startsWith("table ") || object.startsWith("view "))
        .sorted()
        .toList();
  }

  private static String name(String object) {
    return object.substring(object.indexOf(' ') + 1);
  }

  /** A relation that a role with the right could write. */
  private String column(String object) {
    return sql.fetchSingle(
            "select attname::text from pg_attribute where attrelid = cast(? as regclass)"
                + " and attnum > 0 and attidentity = '' and not attisdropped order by attnum limit 1",
            name(object))
        .into(String.class);
  }

  /** Whether the statement passes the rights check, even if it fails later. */
  private static boolean isAllowed(Statement statement, String text) {
    try {
      statement.execute(text);
      return true;
    } catch (SQLException e) {
      return !NOT_ALLOWED.equals(e.getSQLState()) && !NOT_POSSIBLE.contains(e.getSQLState());
    }
  }
}
