package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.ChildJvm;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogOutputTest {

  @Test
  void what_was_sent_begins_no_line_of_its_own() throws IOException {
    assertThat(log("text"))
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  Door called by a b\\R");
  }

  @Test
  void each_line_is_an_object_in_json() throws IOException {
    assertThat(log("json"))
        .matches("\\{\"timestamp\":\\d+,.*\\}\\R")
        .contains("\"level\":\"WARN\"")
        .contains("\"formattedMessage\":\"called by a\\nb\"")
        .contains("\"loggerName\":\"calltally.Door\"");
  }

  private static String log(String format) throws IOException {
    Process process =
        new ProcessBuilder(ChildJvm.command(List.of(), LoggingProgram.class, format))
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  /** Logs what a test expects, and what it does not. */
  static final class LoggingProgram {

    private LoggingProgram() {}

    public static void main(String[] arguments) {
      LogOutput.start(arguments[0]);
      LoggerFactory.getLogger("calltally.Door").info("not told");
      LoggerFactory.getLogger("calltally.Door").warn("called by {}", "a\nb");
      LoggerFactory.getLogger("io.vertx.ext.web.RoutingContext").error("not told");
      LoggerFactory.getLogger("net.sf.jasperreports.engine").warn("not told");
    }
  }
}
