package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From lists of finished calls to figures: what a list does not say has no value. */
final class CallListImportTest {

  private final TestDatabase database = TestDatabase.create();
  private final Path folder;
  private final TestConsole console;

  CallListImportTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
    Files.writeString(
        folder.resolve("calltally.yaml"),
        "sources: [{name: main, zone: Europe/Minsk, region: BY}]\n");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_list_without_rings_gives_no_rate_of_managers_and_no_reasons() throws IOException {
    imported(
        """
        date;direction;from;to;wait;talk;status
        2026-11-20 09:00:00;in;+375291112233;101;12;60;answered
        2026-11-20 09:05:00;in;+375291112244;+375170000000;40;0;missed
        2026-11-20 09:07:00;in;+375291112255;+375170000000;3;0;missed
        2026-11-20 09:08:00;in;+375291112266;+375170000000;3;0;busy
        2026-11-20 09:10:00;out;101;+375291112244;8;42;answered
        """);

    assertThat(
            query(
                """
                select direction, outcome, missed_reason, is_short, manager_number, wait_seconds,
                    talk_seconds, attempts, anomalies
                from analytics.call
                order by started_at
                """))
        .isEqualTo(
            """
            incoming,answered,,f,101,12.000,60.000,0,{rings_unknown}
            incoming,missed,unknown,f,,40.000,,0,{rings_unknown}
            incoming,missed,unknown,t,,3.000,,0,{rings_unknown}
            incoming,missed,busy,f,,3.000,,0,{rings_unknown}
            outgoing,answered,,f,101,8.000,42.000,0,{}
            """);
    assertThat(
            query(
                """
                select manager, attempts, calls_offered, calls_answered, talk_sum, answer_rate,
                    pickup_share, busy_share, no_answer_share, outgoing_talk_sum
                from analytics.daily_manager
                """))
        .isEqualTo("101,0,0,1,60.000,,,,,42.000\n");
    assertThat(query("select incoming, answered, answer_rate from analytics.daily_line"))
        .contains("1,1,1")
        .contains("3,0,0");
    assertThat(query("select customer from analytics.missed_call where state = 'returned'"))
        .isEqualTo("+375291112244\n");
    assertThat(query("select unknown_events, coverage from analytics.data_quality"))
        .isEqualTo("0,1.0000\n");
    assertSumsAreRight();
  }

  @Test
  void a_list_with_one_length_says_nothing_of_the_wait() throws IOException {
    imported(
        """
        date;from;to;duration;status
        2026-11-20 09:00:00;+375291112233;101;65;answered
        2026-11-20 09:05:00;+375291112244;+375170000000;0;missed
        2026-11-20 09:06:00;+375291112244;+375170000000;20;missed
        """);

    assertThat(
            query(
                """
                select outcome, manager_number, wait_seconds, talk_seconds, is_short
                from analytics.call
                order by started_at
                """))
        .isEqualTo("answered,101,,65.000,f\nmissed,,,,f\nmissed,,20.000,,f\n");
    assertThat(query("select sum(service_level) from analytics.daily_line")).isEqualTo("0.0000\n");
    assertSumsAreRight();
  }

  @Test
  void the_directory_says_which_calls_came_in_and_which_went_out() throws IOException {
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        sources: [{name: main, zone: Europe/Minsk, region: BY}]
        directory:
          managers: [{name: Anna, numbers: ["+375291110011"]}]
          lines: [{number: "+375170000000", name: Main}]
        """);
    String list =
        """
        date;from;to;duration;status
        2026-11-20 09:00:00;80291112233;80170000000;65;answered
        2026-11-20 09:05:00;8 (017) 000-00-00;+375291112244;30;answered
        2026-11-20 09:06:00;+375291110011;80291112255;30;answered
        2026-11-20 09:07:00;+375291110011;375170000000;30;answered
        """;
    Files.writeString(folder.resolve("calls.csv"), list);
    assertThat(console.run("import", "--dry-run", "calls.csv")).isEqualTo(OK);
    assertThat(console.out()).contains(", 1 line left out").contains("outgoing");
    assertThat(console.err()).doesNotContain("direction");

    imported(list);

    assertThat(console.err()).doesNotContain("direction");
    assertThat(query("select direction, customer, manager from analytics.call order by started_at"))
        .isEqualTo(
            """
            incoming,+375291112233,
            outgoing,+375291112244,
            outgoing,+375291112255,Anna
            """);
  }

  @Test
  void calls_whose_direction_is_not_told_are_counted_on_the_screen() throws IOException {
    Files.writeString(
        folder.resolve("calls.csv"),
        """
        date;from;to;duration;status
        2026-11-20 09:00:00;+375291112233;+375170000000;65;answered
        2026-11-20 09:05:00;+375170000000;+375291112244;30;answered
        2026-11-20 09:06:00;anonymous;+375170000000;30;missed
        """);

    for (String[] command : new String[][] {{"import", "--dry-run"}, {"import"}}) {
      assertThat(
              console.run(
                  Stream.concat(Stream.of(command), Stream.of("calls.csv")).toArray(String[]::new)))
          .isEqualTo(OK);
      assertThat(console.err())
          .contains("whose direction is not told: lines 2, 3; they count as incoming");
    }
    Files.writeString(
        folder.resolve("columns.yaml"),
        """
        columns: {start: [date], from: [from], to: [to], duration: [duration], status: [status]}
        words: {answered: [answered], missed: [missed]}
        own: ["80170000000"]
        """);
    assertThat(console.run("import", "--dry-run", "--columns", "columns.yaml", "calls.csv"))
        .isEqualTo(OK);
    assertThat(console.err()).doesNotContain("direction");
    assertThat(console.out()).contains("outgoing   +375291112244");
  }

  @Test
  void every_kind_of_report_of_a_list_says_that_rings_are_not_told() throws IOException {
    imported(
        """
        historyid,time-start,time-answered,time-end,from-no,to-no,dial-no,final-number,from-type,to-type,final-type,missed-queue-calls
        c1,2026/11/20 09:00:00,2026/11/20 09:00:20,2026/11/20 09:01:20,375291112233,Ext.103,375170000000,Ext.103,Line,Extension,Extension,
        c2,2026/11/20 09:10:00,,2026/11/20 09:10:30,375291112244,Ext.103,375170000000,Ext.103,Line,Extension,Extension,
        """);

    for (String kind : List.of("daily", "weekly", "monthly", "manager", "missed")) {
      assertThat(console.run("report", kind, "--date", "2026-11-20", "--format", "pdf,xlsx,json"))
          .as(console.err())
          .isEqualTo(OK);
      String json =
          Files.readString(
              console
                  .out()
                  .lines()
                  .filter(file -> file.endsWith(".json"))
                  .map(folder::resolve)
                  .findFirst()
                  .orElseThrow());
      assertThat(json).containsPattern("\"rings_unknown\" ?: ?2");
      assertThat(json).doesNotContainPattern("\"attempts\" ?: ?0");
    }
    assertThat(query("select rings_unknown, wait_unknown from analytics.data_quality"))
        .isEqualTo("2,0\n");
    assertThat(
            query(
                "select manager, attempts, calls_answered, answer_rate from analytics.daily_manager"))
        .isEqualTo("103,0,1,\n");
  }

  @Test
  void a_queue_of_3cx_says_which_phones_were_not_answered() throws IOException {
    imported(
        """
        historyid,time-start,time-answered,time-end,from-no,to-no,dial-no,final-number,from-type,to-type,final-type,missed-queue-calls
        c1,2026/11/20 09:00:00,2026/11/20 09:00:20,2026/11/20 09:01:20,375291112233,Ext.800,375170000000,Ext.101,Line,Queue,Extension,Ext.102
        c2,2026/11/20 09:10:00,,2026/11/20 09:10:30,375291112244,Ext.800,375170000000,Ext.800,Line,Queue,Queue,Ext.101;Ext.102
        c3,2026/11/20 09:20:00,2026/11/20 09:20:05,2026/11/20 09:21:05,375291112255,Ext.103,375170000000,Ext.103,Line,Extension,Extension,
        """);

    assertThat(query("select pbx_id, manager_number, outcome from analytics.attempt order by 1, 2"))
        .isEqualTo(
            """
            c1,101,answered
            c1,102,no_answer
            c2,101,no_answer
            c2,102,no_answer
            """);
    assertThat(query("select pbx_id, missed_reason, anomalies from analytics.call order by 1"))
        .isEqualTo("c1,,{}\nc2,no_answer,{}\nc3,,{rings_unknown}\n");
    assertThat(query("select manager, answer_rate from analytics.daily_manager order by 1"))
        .isEqualTo("101,0.5000\n102,0.0000\n103,\n");
    assertSumsAreRight();
  }

  @Test
  void rings_of_a_queue_log_complete_the_same_calls_of_a_list() throws IOException {
    imported(
        """
        calldate,src,dst,dstchannel,duration,billsec,disposition,uniqueid,did,linkedid
        2026-11-20 09:00:00,375291112233,600,SIP/101-00000003,70,60,ANSWERED,1795154400.1,375170000000,1795154400.1
        """);
    Files.writeString(
        folder.resolve("queue_log"),
        """
        1795154400|1795154400.1|sales|NONE|ENTERQUEUE||375291112233|1
        1795154405|1795154400.1|sales|SIP/102|RINGNOANSWER|5000
        1795154410|1795154400.1|sales|SIP/101|CONNECT|10|1795154405.2|5
        1795154470|1795154400.1|sales|SIP/101|COMPLETECALLER|10|60|1
        """);
    assertThat(console.run("import", "queue_log")).as(console.err()).isEqualTo(OK);
    assertThat(console.run("refresh")).isEqualTo(OK);

    assertThat(query("select manager_number, outcome from analytics.attempt order by 1"))
        .isEqualTo("101,answered\n102,no_answer\n");
    assertThat(query("select anomalies from analytics.call")).isEqualTo("{}\n");
  }

  @Test
  void a_file_of_columns_names_its_mistakes() throws IOException {
    Files.writeString(folder.resolve("calls.csv"), "date;from;to;status\n");
    Files.writeString(
        folder.resolve("columns.yaml"), "columns: {start: [date], form: [from], to: [to]}\n");

    assertThat(console.run("import", "--columns", "columns.yaml", "calls.csv")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("columns.yaml").contains("columns.form").contains("from");
    assertThat(console.run("import", "--columns", "none.yaml", "calls.csv")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("none.yaml");
  }

  @Test
  void only_a_queue_log_can_be_followed() throws IOException {
    Files.writeString(folder.resolve("calls.csv"), "date;from;to;status\n");

    for (String[] arguments :
        new String[][] {
          {"import", "--follow", "-"},
          {"import", "--follow", "calls.csv", "calls.csv"},
          {"import", "--follow", "--format", "csv", "calls.csv"},
          {"import", "--follow", "--dry-run", "calls.csv"},
        }) {
      assertThat(console.run(arguments)).isEqualTo(USAGE);
      assertThat(console.err()).startsWith("cannot follow the file: ");
    }
  }

  private void imported(String list) throws IOException {
    Files.writeString(folder.resolve("calls.csv"), list);
    assertThat(console.run("import", "calls.csv")).as(console.err()).isEqualTo(OK);
    assertThat(console.out()).contains("a list of finished calls ");
    assertThat(console.run("refresh")).as(console.err()).isEqualTo(OK);
  }

  private void assertSumsAreRight() {
    assertThat(DSL.using(database.owner(), SQLDialect.POSTGRES).fetch("table stats.broken_sum"))
        .isEmpty();
  }

  private String query(String sql) {
    assertThat(console.run("sql", "--csv", sql)).as(console.err()).isEqualTo(OK);
    return console.out().substring(console.out().indexOf('\n') + 1).replace("\r", "");
  }
}
