package calltally.sql.settings;

import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.MARKED_CALL;
import static calltally.sql.jooq.calls.Tables.MARKED_DAY;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static calltally.sql.jooq.stats.Tables.DAILY_QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.RefreshLock;
import calltally.sql.jooq.stats.tables.records.DailyQualityRecord;
import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SourcesTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final WorkingHours HOURS =
      new WorkingHours(
          Set.of(new Shift(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.MIDNIGHT)),
          Set.of(LocalDate.of(2026, 12, 25)));
  private static final Targets TARGETS = new Targets(new BigDecimal("0.9"), new BigDecimal("0.8"));
  private static final Directory DIRECTORY =
      new Directory(
          Set.of(
              new ManagerNumber("+375290000011", "Anna Sokolova", "Sales"),
              new ManagerNumber("101", "Anna Sokolova", "Sales")),
          Set.of(new Line("+375290000001", "Sales", null)));

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final Sources sources = new Sources(database.owner());

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_source_inserted_without_limits_has_the_default_ones() {
    sql.insertInto(SOURCE, SOURCE.NAME, SOURCE.ZONE, SOURCE.REGION)
        .values("bare", "UTC", "BY")
        .execute();

    assertThat(
            sql
                .fetchSingle(
                    """
                select
                    extract(epoch from service_level_threshold),
                    extract(epoch from short_call_limit),
                    extract(epoch from callback_window)
                from config.source
                """)
                .intoList()
                .stream()
                .map(seconds -> Duration.ofSeconds(((BigDecimal) seconds).longValue())))
        .containsExactly(
            Thresholds.DEFAULT.serviceLevel(),
            Thresholds.DEFAULT.shortCall(),
            Thresholds.DEFAULT.callbackWindow());
  }

  @Test
  void settings_are_read_back_as_written() {
    SourceSettings main = settings("main", MINSK, TARGETS, DIRECTORY);

    sources.replace(List.of(main));

    assertThat(new SelectSettings(sql, "main").fetch()).contains(main);
    assertThat(sources.list()).containsExactly(new SourceRow(1, "main", MINSK, "BY", true));
  }

  @Test
  void the_same_settings_again_change_nothing() {
    SourceSettings main = settings("main", MINSK, TARGETS, DIRECTORY);
    sources.replace(List.of(main));
    derive();

    sources.replace(List.of(main));

    assertThat(new SelectSettings(sql, "main").fetch()).contains(main);
    assertThat(sql.fetchCount(MARKED_CALL)).isZero();
    assertThat(sql.fetchCount(MARKED_DAY)).isZero();
  }

  @Test
  @Timeout(60)
  void the_same_settings_again_do_not_wait_for_a_rebuild() {
    SourceSettings main = settings("main", MINSK, TARGETS, DIRECTORY);
    sources.replace(List.of(main));

    sql.transaction(
        rebuild -> {
          RefreshLock.await(rebuild.dsl());
          sources.replace(List.of(main));
        });

    assertThat(new SelectSettings(sql, "main").fetch()).contains(main);
  }

  @Test
  void another_zone_marks_all_calls_and_the_days_around_them_stale() {
    sources.replace(List.of(settings("main", MINSK, TARGETS, DIRECTORY)));
    derive();

    sources.replace(List.of(settings("main", ZoneId.of("Asia/Tokyo"), TARGETS, DIRECTORY)));

    assertThat(sql.fetchValues(MARKED_CALL.PBX_ID)).containsExactly("1.1");
    assertThat(sql.fetchValues(MARKED_DAY.LOCAL_DATE))
        .containsExactlyInAnyOrder(
            FRIDAY.minusDays(2),
            FRIDAY.minusDays(1),
            FRIDAY,
            FRIDAY.plusDays(1),
            FRIDAY.plusDays(2));
  }

  @Test
  void another_directory_marks_only_the_affected_calls_stale() {
    sources.replace(List.of(settings("main", MINSK, TARGETS, DIRECTORY)));
    derive();
    derive("2.1", "+375290000001");
    receive("1.1", "101");
    receive("2.1", "102");

    sources.replace(
        List.of(settings("main", MINSK, TARGETS, new Directory(Set.of(), DIRECTORY.lines()))));

    assertThat(sql.fetchValues(MARKED_CALL.PBX_ID)).containsExactly("1.1");
    assertThat(sql.fetchCount(MANAGER_NUMBER)).isZero();
    assertThat(sql.fetchCount(LINE)).isEqualTo(1);
  }

  @Test
  void an_entry_that_ends_marks_the_days_after_it_stale() {
    sources.replace(List.of(settings("main", MINSK, TARGETS, DIRECTORY)));
    derive();
    receive("1.1", "101");

    sources.replace(List.of(settings("main", MINSK, TARGETS, until(FRIDAY.plusDays(1)))));
    assertThat(sql.fetchCount(MARKED_CALL)).isZero();

    sources.replace(List.of(settings("main", MINSK, TARGETS, until(FRIDAY))));
    assertThat(sql.fetchValues(MARKED_CALL.PBX_ID)).containsExactly("1.1");
    assertThat(sql.fetchCount(MARKED_DAY)).isZero();
  }

  @Test
  void other_hours_of_a_line_mark_its_calls_stale() {
    sources.replace(List.of(settings("main", MINSK, TARGETS, DIRECTORY)));
    derive();
    derive("2.1", "+375290000001");
    Map<String, Set<Shift>> own = Map.of("+375290000001", HOURS.shifts());

    sources.replace(List.of(settings(new WorkingHours(HOURS.shifts(), HOURS.holidays(), own))));

    assertThat(new SelectSettings(sql, "main").fetch().orElseThrow().workingHours().lines())
        .isEqualTo(own);
    assertThat(sql.fetchValues(MARKED_CALL.PBX_ID)).containsExactly("2.1");
    assertThat(sql.fetchCount(MARKED_DAY)).isZero();
  }

  @Test
  void other_hours_of_the_source_mark_all_calls_and_days_stale() {
    sources.replace(List.of(settings("main", MINSK, TARGETS, DIRECTORY)));
    derive();
    derive("2.1", "+375290000001");

    sources.replace(List.of(settings(WorkingHours.UNKNOWN)));

    assertThat(sql.fetchCount(MARKED_CALL)).isEqualTo(2);
    assertThat(sql.fetchValues(MARKED_DAY.LOCAL_DATE)).contains(FRIDAY);
  }

  @Test
  void settings_without_a_directory_leave_the_directory_as_it_is() {
    sources.replace(List.of(settings("main", MINSK, TARGETS, DIRECTORY)));
    derive();

    sources.replace(List.of(settings("main", MINSK, TARGETS, null)));

    assertThat(sql.fetchCount(MANAGER_NUMBER)).isEqualTo(2);
    assertThat(sql.fetchCount(MARKED_CALL)).isZero();
  }

  @Test
  void other_hosts_of_recordings_mark_all_calls_stale() {
    SourceSettings main = settings("main", MINSK, TARGETS, DIRECTORY);
    sources.replace(List.of(main));
    derive();

    sources.replace(
        List.of(
            new SourceSettings(
                main.name(),
                main.zone(),
                main.region(),
                main.admission(),
                main.workingHours(),
                main.targets(),
                main.thresholds(),
                Set.of("pbx.example.org"),
                main.retention(),
                main.directory())));

    assertThat(sql.fetchValues(MARKED_CALL.PBX_ID)).containsExactly("1.1");
  }

  @Test
  void other_targets_mark_no_call_stale() {
    sources.replace(List.of(settings("main", MINSK, TARGETS, DIRECTORY)));
    derive();

    sources.replace(List.of(settings("main", MINSK, Targets.NONE, DIRECTORY)));

    assertThat(sql.fetchValue(SOURCE.ANSWER_RATE_TARGET)).isNull();
    assertThat(sql.fetchCount(MARKED_CALL)).isZero();
  }

  @Test
  void a_source_no_longer_configured_stays_readable_and_accepts_no_token() {
    sources.replace(
        List.of(
            settings("main", MINSK, TARGETS, null), settings("warehouse", MINSK, TARGETS, null)));

    sources.replace(List.of(settings("main", MINSK, TARGETS, null)));

    assertThat(sources.list())
        .containsExactly(
            new SourceRow(1, "main", MINSK, "BY", true),
            new SourceRow(2, "warehouse", MINSK, "BY", false));
    assertThat(sql.fetchValues(SOURCE_TOKEN.SOURCE_ID)).containsExactly(1);
  }

  @Test
  void a_source_that_comes_back_is_active_again() {
    SourceSettings main = settings("main", MINSK, TARGETS, null);
    SourceSettings warehouse = settings("warehouse", MINSK, TARGETS, null);
    sources.replace(List.of(main, warehouse));
    sources.replace(List.of(main));

    sources.replace(List.of(main, warehouse));

    assertThat(sources.list()).extracting(SourceRow::active).containsExactly(true, true);
    assertThat(sql.fetchCount(SOURCE_TOKEN)).isEqualTo(2);
  }

  @Test
  void one_source_that_cannot_be_written_leaves_all_unchanged() {
    SourceSettings blank = settings(" ", MINSK, TARGETS, null);

    assertThatThrownBy(
            () -> sources.replace(List.of(settings("main", MINSK, TARGETS, null), blank)))
        .hasMessageContaining("source_name_is_not_blank");

    assertThat(sources.list()).isEmpty();
  }

  @Test
  void a_number_has_one_manager_on_a_day() {
    assertThatThrownBy(
            () ->
                new Directory(
                    Set.of(
                        new ManagerNumber("101", "Anna Sokolova", null),
                        new ManagerNumber("101", "Olga Tsareva", null)),
                    Set.of()))
        .hasMessageContaining("on one day a number must have one manager (was")
        .hasMessageContaining("Anna Sokolova")
        .hasMessageContaining("Olga Tsareva");
  }

  private static Directory until(LocalDate end) {
    return new Directory(
        Set.of(
            new ManagerNumber("+375290000011", "Anna Sokolova", "Sales"),
            new ManagerNumber("101", "Anna Sokolova", "Sales", new ValidityPeriod(null, end))),
        DIRECTORY.lines());
  }

  private static SourceSettings settings(WorkingHours hours) {
    SourceSettings main = settings("main", MINSK, TARGETS, DIRECTORY);
    return new SourceSettings(
        main.name(),
        main.zone(),
        main.region(),
        main.admission(),
        hours,
        main.targets(),
        main.thresholds(),
        main.recordingHosts(),
        main.retention(),
        main.directory());
  }

  private static SourceSettings settings(
      String name, ZoneId zone, Targets targets, @Nullable Directory directory) {
    return new SourceSettings(
        name,
        zone,
        "BY",
        new AccessSettings(Set.of(TokenDigest.of("token of " + name)), Set.of(), List.of()),
        HOURS,
        targets,
        new Thresholds(
            Duration.ofSeconds(15),
            Duration.ofSeconds(4),
            Duration.ofSeconds(9),
            Duration.ofSeconds(6),
            Duration.ofDays(3)),
        Set.of("pbx.example.com", "203.0.113.5"),
        new Retention(
            Period.ofMonths(24),
            null,
            Period.ofMonths(6),
            Duration.ofDays(180),
            Period.ofMonths(36),
            Period.ofMonths(3)),
        directory);
  }

  /** One derived call and day of the first source, as a refresh leaves them. */
  private void derive() {
    derive("1.1", null);
    DailyQualityRecord day = sql.newRecord(DAILY_QUALITY);
    Arrays.stream(day.fields())
        .filter(field -> field.getType() == Integer.class)
        .forEach(count -> day.set(count.coerce(Integer.class), 0));
    day.setSourceId(1);
    day.setLocalDate(FRIDAY);
    day.insert();
  }

  private void receive(String pbxId, String receiver) {
    String rows =
        sql.resultQuery(
                """
        select cast(jsonb_build_array(jsonb_build_object(
            'source_id', 1, 'received_at', now(), 'occurred_at', now(), 'digest', repeat(substr(?, 1, 1) || '0', 32),
            'event', 'incoming_call_start', 'pbx_id', ?, 'receiver', ?, 'fields', '{}'::jsonb,
            'method', 'POST', 'channel', 'http', 'parser_version', 1)) as text)
        """,
                pbxId,
                pbxId,
                receiver)
            .fetchSingle(0, String.class);
    List<Boolean> unused = new AppendNotifications(rows).run(sql);
  }

  private void derive(String pbxId, @Nullable String line) {
    sql.insertInto(CALL)
        .set(CALL.SOURCE_ID, 1)
        .set(CALL.PBX_ID, pbxId)
        .set(CALL.LINE, line)
        .set(CALL.DIRECTION, "outgoing")
        .set(CALL.OUTCOME, "answered")
        .set(CALL.STARTED_AT, FRIDAY.atTime(9, 15).atZone(MINSK).toInstant())
        .set(CALL.HOUR_START, FRIDAY.atTime(9, 0).atZone(MINSK).toInstant())
        .set(CALL.LOCAL_DATE, FRIDAY)
        .set(CALL.LOCAL_HOUR, (short) 9)
        .set(CALL.ATTEMPTS, 0)
        .set(CALL.IS_SHORT, false)
        .set(CALL.HAS_VOICEMAIL, false)
        .set(CALL.IS_INTERNAL, false)
        .set(CALL.IS_COMPLETE, true)
        .set(CALL.ANOMALIES, new String[0])
        .execute();
  }
}
