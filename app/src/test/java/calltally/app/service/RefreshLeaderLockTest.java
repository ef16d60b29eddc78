package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import calltally.sql.testing.TestDatabase;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RefreshLeaderLockTest {

  private static final String END_HOLDER =
      """
      select count(pg_terminate_backend(l.pid))
      from pg_locks as l
      join pg_database as d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname = current_database()
      """;

  private final TestDatabase database = TestDatabase.create();
  private final RefreshLeaderLock first = new RefreshLeaderLock(database.owner());
  private final RefreshLeaderLock second = new RefreshLeaderLock(database.owner());

  @AfterEach
  void stop() {
    first.close();
    second.close();
    database.close();
  }

  @Test
  void one_service_holds_the_lock_until_it_stops() {
    assertThat(first.isHeld()).isTrue();
    assertThat(second.isHeld()).isFalse();
    assertThat(first.isHeld()).isTrue();

    first.close();

    await().until(second::isHeld);
    assertThat(first.isHeld()).isFalse();
  }

  @Test
  void a_lost_connection_leaves_the_lock_to_another_service() {
    assertThat(first.isHeld()).isTrue();

    DSL.using(database.owner(), SQLDialect.POSTGRES).execute(END_HOLDER);

    await().until(second::isHeld);
    assertThat(first.isHeld()).isFalse();
  }

  @Test
  void without_a_database_nobody_knows() {
    TestDatabase other = TestDatabase.create();
    RefreshLeaderLock homeless = new RefreshLeaderLock(other.owner());
    other.close();

    assertThatThrownBy(homeless::isHeld).isInstanceOf(LeaderUnknownException.class);
  }
}
