package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each role calls every function: also what a function calls in its turn must be allowed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FunctionGrantsTest {

  private static final String NOT_ALLOWED = "42501";

  /** With arguments that lead as far into a function as arguments alone can. */
  private static final String CALLS =
      """
      select
          'function ' || n.nspname || '.' || p.proname,
          case p.prokind when 'p' then 'call ' else 'select ' end || p.oid::regproc || '(' || coalesce((
              select string_agg(
                  case
                      when a.name = 'per' then '''day'''
                      when a.type = 'text'::regtype then '''main'''
                      when a.type = 'date'::regtype then 'date ''2025-11-20'''
                      when a.type = 'timestamptz'::regtype then 'timestamptz ''2025-11-20 12:00Z'''
                      when a.type in ('integer'::regtype, 'bigint'::regtype) then '1'
                      else 'null'
                  end || '::' || a.type::regtype,
                  ', ' order by a.position)
              from unnest(p.proargtypes::oid[], p.proargnames[1:p.pronargs]) with ordinality as a (type, name, position)
          ), '') || ')'
      from pg_proc as p
      join pg_namespace as n on n.oid = p.pronamespace
      where n.nspname in ('config', 'journal', 'calls', 'stats', 'analytics', 'ledger')
      """;

  private final TestDatabase database = TestDatabase.create();

  @AfterAll
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(DatabaseRole.class)
  void a_role_can_call_the_functions_that_it_may_and_no_others(DatabaseRole role)
      throws SQLException {
    Map<String, List<String>> calls =
        DSL.using(database.owner(), SQLDialect.POSTGRES)
            .fetch(CALLS)
            .intoGroups(row -> row.get(0, String.class), row -> row.get(1, String.class));
    assertThat(calls).hasSizeGreaterThan(60);
    List<String> surprises = new ArrayList<>();
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into config.source (name, zone, region) values ('main', 'UTC', 'ZZ') on conflict do nothing");
      statement.execute("set role " + role.sqlName());
      connection.setAutoCommit(false);
      for (Map.Entry<String, List<String>> function : calls.entrySet()) {
        boolean may =
            ExpectedGrants.all().contains(new Grant(function.getKey(), role.sqlName(), "EXECUTE"));
        for (String call : function.getValue()) {
          if (isAllowed(statement, call) != may) {
            surprises.add(call + (may ? " fails" : " succeeds"));
          }
          connection.rollback();
        }
      }
    }
    assertThat(surprises).isEmpty();
  }

  /** Whether the call passes every check of rights, even if it fails for another reason. */
  private static boolean isAllowed(Statement statement, String call) {
    try {
      statement.execute(call);
      return true;
    } catch (SQLException e) {
      return !NOT_ALLOWED.equals(e.getSQLState());
    }
  }
}
