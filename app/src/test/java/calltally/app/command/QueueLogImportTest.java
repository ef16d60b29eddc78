package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ExitCode;

/** From Asterisk's queue_log to calls and rings. */
final class QueueLogImportTest {

  /** From 23:59:30 on 20 November 2026 in Minsk; 101 and 102 belong to the queue sales. */
  private static final String LOG =
      """
      1795208370|NONE|NONE|NONE|QUEUESTART|
      1795208370|1795208370.1|sales|NONE|ENTERQUEUE||+375290000101|1
      1795208386|1795208370.1|sales|SIP/101|RINGNOANSWER|15000
      1795208395|1795208370.1|sales|SIP/102|CONNECT|25|1795208391.2|4
      1795208455|1795208370.1|sales|SIP/102|COMPLETECALLER|25|60|1
      1795208500|1795208500.3|sales|NONE|ENTERQUEUE||+375290000102|1
      1795208511|1795208500.3|sales|SIP/101|RINGNOANSWER|0
      1795208516|1795208500.3|sales|SIP/102|RINGCANCELED|9500
      1795208516|1795208500.3|sales|NONE|ABANDON|1|1|16
      1795208600|1795208600.4|sales|NONE|ENTERQUEUE||anonymous|1
      1795208630|1795208600.4|sales|NONE|EXITWITHTIMEOUT|1|1|30
      1795208630|1795208600.4|support|NONE|ENTERQUEUE||anonymous|1
      1795208640|1795208600.4|support|SIP/103|CONNECT|10|1795208636.5|3
      1795208650|1795208600.4|support|SIP/103|BLINDTRANSFER|sales|internal|10|10|1
      1795208650|1795208600.4|sales|NONE|ENTERQUEUE||anonymous|1
      1795208700|1795208600.4|sales|NONE|ABANDON|1|1|50
      1795208800|1795208800.6|sales|SIP/101|OUTCALL|+375290000102
      1795208810|1795208800.6|sales|SIP/101|OUTCONNECT|10
      1795208870|1795208800.6|sales|SIP/101|OUTCOMPLETEAGENT|10|60
      1795208900|1795208900.7|sales|SIP/101|RINGNOANSWER
      """;

  private final TestDatabase database = TestDatabase.create();
  private final Path folder;
  private final TestConsole console;

  QueueLogImportTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_queue_log_becomes_calls_and_rings_once() throws IOException {
    Files.writeString(folder.resolve("queue_log"), LOG);
    Files.write(folder.resolve("queue_log.1"), LOG.lines().skip(9).limit(3).toList());

    assertThat(console.run("import", "queue_log", "queue_log", "queue_log.1"))
        .as(console.err())
        .isEqualTo(OK);

    assertThat(console.out())
        .isEqualTo(
            """
            queue_log: 25 notifications stored, 0 already there, 1 line rejected, 1 line left out
            queue_log: about agents or queues, not about calls: line 1
            queue_log: 0 notifications stored, 25 already there, 1 line rejected, 1 line left out
            queue_log: about agents or queues, not about calls: line 1
            queue_log.1: 0 notifications stored, 3 already there, 0 lines rejected
            """);
    assertThat(console.run("refresh")).as(console.err()).isEqualTo(OK);
    assertThat(
            query(
                """
                select local_date, direction, line, customer, outcome, missed_reason, manager_number,
                    wait_seconds, talk_seconds, attempts, anomalies
                from analytics.call
                order by started_at
                """))
        .isEqualTo(
            """
            2026-11-20,incoming,sales,+375290000101,answered,,102,25.000,60.000,2,{}
            2026-11-21,incoming,sales,+375290000102,missed,caller_gave_up,,16.000,,2,{}
            2026-11-21,incoming,sales,,answered,,103,40.000,60.000,1,{}
            2026-11-21,outgoing,,+375290000102,answered,,101,10.000,60.000,0,{}
            """);
    assertThat(
            query(
                """
                select manager_number, outcome, ring_seconds
                from analytics.attempt
                order by started_at, manager_number
                """))
        .isEqualTo(
            """
            101,no_answer,15.000
            102,answered,4.000
            102,caller_gave_up,9.500
            101,unavailable,0.000
            103,answered,3.000
            """);
    assertThat(query("select state, called_back_by from analytics.missed_call"))
        .isEqualTo("returned,101\n");
    assertThat(query("select count(*) from analytics.attempt where ended_at is null"))
        .isEqualTo("0\n");
    assertThat(console.run("rejected", "list", "--limit", "1")).isEqualTo(OK);
    assertThat(console.out())
        .contains("line 20: RINGNOANSWER must give the ring time in milliseconds");
  }

  @Test
  void csv_gives_the_same_notifications_as_json_lines() throws IOException {
    Files.writeString(
        folder.resolve("calls.csv"),
        """
        event;time;pbx_id;caller;receiver;status;duration
        incoming_call_start;2026-11-20 09:00:00;1.1;+375290000101;+375290000001;;
        incoming_call_end;2026-11-20T06:01:00Z;1.1;+375290000101;+375290000001;NOANSWER;0
        incoming_call_end;2026-11-20T06:01:00Z;;+375290000101;+375290000001;NOANSWER;0
        """);
    Files.writeString(
        folder.resolve("calls.jsonl"),
        """
        {"event": "incoming_call_end", "time": "2026-11-20T06:01:00Z", "pbx_id": "1.1", "caller": "+375290000101", "receiver": "+375290000001", "status": "NOANSWER", "duration": 0}
        """);

    assertThat(console.run("import", "calls.csv", "calls.jsonl")).isEqualTo(OK);

    assertThat(console.out())
        .isEqualTo(
            """
            calls.csv: 2 notifications stored, 0 already there, 1 line rejected
            calls.jsonl: 0 notifications stored, 1 already there, 0 lines rejected
            """);
    assertThat(console.run("refresh")).isEqualTo(OK);
    assertThat(query("select outcome, wait_seconds from analytics.call"))
        .isEqualTo("missed,60.000\n");
  }

  @Test
  void a_file_in_an_unknown_format_is_refused_and_nothing_is_stored() throws IOException {
    Files.writeString(folder.resolve("managers.csv"), "name,department,numbers\nAnna,Sales,101\n");

    assertThat(console.run("import", "managers.csv")).isEqualTo(ExitCode.SOFTWARE);

    assertThat(console.err())
        .startsWith("managers.csv: cannot import the file: its heading (name, department, numbers)")
        .hasLineCount(1);
    assertThat(console.run("import", "--format", "queue_log", "managers.csv"))
        .isEqualTo(ExitCode.SOFTWARE);
    assertThat(console.out())
        .isEqualTo("managers.csv: 0 notifications stored, 0 already there, 2 lines rejected\n");
  }

  private String query(String sql) {
    assertThat(console.run("sql", "--csv", sql)).as(console.err()).isEqualTo(OK);
    return console.out().substring(console.out().indexOf('\n') + 1).replace("\r", "");
  }
}
