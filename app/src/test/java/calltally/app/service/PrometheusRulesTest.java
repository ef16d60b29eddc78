package calltally.app.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The files in docs/prometheus, by Prometheus's own tools. */
@Tag("systems")
final class PrometheusRulesTest {

  @Test
  void the_files_are_valid() throws Exception {
    run("promtool", "check", "rules", "calltally.rules.yml");
    run("promtool", "check", "config", "prometheus.yml");
    run("prometheus-blackbox-exporter", "--config.file=blackbox.yml", "--config.check");
  }

  @Test
  void each_alert_fires_on_one_side_of_its_threshold_only() throws Exception {
    run("promtool", "test", "rules", "calltally.test.yml");
    String tests = Files.readString(Prometheus.DOCUMENTS.resolve("calltally.test.yml"));
    assertThat(Prometheus.defined())
        .isNotEmpty()
        .allSatisfy(
            alert ->
                assertThat(tests)
                    .containsPattern("alertname: " + alert + "\\n +exp_alerts: *\\[\\]")
                    .containsPattern(
                        "alertname: " + alert + "\\n +exp_alerts: *\\n +- exp_labels"));
  }

  @Test
  void each_alert_is_explained() throws Exception {
    String operation = Files.readString(Path.of("..", "docs", "operation.md"));
    assertThat(Prometheus.defined()).allSatisfy(alert -> assertThat(operation).contains(alert));
  }

  private static void run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(Prometheus.DOCUMENTS.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
