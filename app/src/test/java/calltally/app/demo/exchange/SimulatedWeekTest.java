package calltally.app.demo.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulatedWeekTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  @Test
  void the_same_seed_gives_the_same_week() {
    assertThat(week(7)).isEqualTo(week(7));
  }

  @Test
  void another_seed_gives_another_week() {
    assertThat(week(7).truth().calls()).isNotEqualTo(week(8).truth().calls());
  }

  @Test
  void a_company_with_russian_names_sends_the_same() {
    SimulatedWeek russian = SimulatedWeek.of(DemoCompany.inRussian(), MONDAY, 7);
    assertThat(russian.deliveries()).isEqualTo(week(7).deliveries());
    assertThat(russian.truth().managersOn(MONDAY))
        .extracting(ManagerDayTruth::manager)
        .contains("Анна Соколова");
  }

  @Test
  void a_week_begins_on_a_monday() {
    assertThatThrownBy(() -> SimulatedWeek.of(DemoCompany.inEnglish(), MONDAY.plusDays(1), 7))
        .hasMessage("cannot simulate the week: must begin on a Monday (was 2026-11-17)");
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void every_notification_is_delivered_and_the_truth_counts_the_repeated_ones(@ForAll long seed) {
    SimulatedWeek week = week(seed);
    Set<Map<String, ?>> distinct = new HashSet<>();
    week.deliveries().forEach(delivery -> distinct.add(delivery.fields()));
    assertThat(distinct).hasSize(week.truth().notifications());
    assertThat(week.deliveries())
        .hasSize(week.truth().notifications() + week.truth().repeatedDeliveries());
    assertThat(week.truth().repeatedDeliveries() / (double) week.deliveries().size())
        .isBetween(0.01, 0.03);
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void deliveries_are_numbered_as_they_are_sent_some_late_and_some_overtaken(@ForAll long seed) {
    List<WebhookDelivery> deliveries = week(seed).deliveries();
    assertThat(deliveries).isSortedAccordingTo(Comparator.comparing(WebhookDelivery::sentAt));
    assertThat(deliveries.get(deliveries.size() - 1).position()).isEqualTo(deliveries.size() - 1);
    assertThat(deliveries).anyMatch(SimulatedWeekTest::isLate);
    assertThat(deliveries)
        .isNotEqualTo(
            deliveries.stream().sorted(Comparator.comparing(WebhookDelivery::occurredAt)).toList());
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void every_form_of_sending_occurs_and_lists_travel_in_json(@ForAll long seed) {
    List<WebhookDelivery> deliveries = week(seed).deliveries();
    Map<WebhookEncoding, Long> shares =
        deliveries.stream().collect(groupingBy(WebhookDelivery::encoding, counting()));
    assertThat(shares).hasSize(4);
    assertThat(shares.values())
        .allSatisfy(share -> assertThat(share).isGreaterThan(deliveries.size() / 10));
    assertThat(deliveries)
        .filteredOn(
            delivery -> delivery.fields().values().stream().anyMatch(List.class::isInstance))
        .isNotEmpty()
        .allMatch(delivery -> delivery.encoding() == WebhookEncoding.JSON);
  }

  @Test
  void a_repeated_delivery_means_the_same_in_its_form() {
    Map<Map<String, ?>, Set<WebhookEncoding>> forms =
        week(7).deliveries().stream()
            .collect(
                groupingBy(
                    WebhookDelivery::fields,
                    Collectors.mapping(WebhookDelivery::encoding, Collectors.toSet())));
    assertThat(forms.values())
        .filteredOn(encodings -> encodings.size() > 1)
        .isNotEmpty()
        .allMatch(Set.of(WebhookEncoding.FORM, WebhookEncoding.JSON)::equals);
  }

  @Test
  void the_exchange_speaks_in_many_ways() {
    List<WebhookDelivery> deliveries = week(7).deliveries();
    assertThat(values(deliveries, "event"))
        .contains("test", "tags", "rating", "voicemail", "null")
        .hasSize(13);
    assertThat(values(deliveries, "status"))
        .contains("ANSWER", "answer", "CANCEL", "NOANSWER", "MISSED", "BUSY", "UNAVAILABLE");
    assertThat(values(deliveries, "receiver")).contains("+375290000011", "101", "+375290000001");
    assertThat(values(deliveries, "caller")).contains("anonymous", "", "104");
    assertThat(values(deliveries, "duration")).contains("0", "102", "102.0");
  }

  @Test
  void weeks_that_follow_each_other_are_different_and_share_customers() {
    List<SimulatedWeek> weeks =
        SimulatedWeek.consecutive(DemoCompany.inEnglish(), MONDAY, 3, 7).toList();
    assertThat(weeks)
        .extracting(SimulatedWeek::monday)
        .containsExactly(MONDAY, MONDAY.plusWeeks(1), MONDAY.plusWeeks(2));
    assertThat(weeks.stream().flatMap(week -> week.truth().calls().stream()))
        .extracting(SimulatedCall::pbxId)
        .doesNotHaveDuplicates();
    assertThat(customers(weeks.get(0))).containsAnyElementsOf(customers(weeks.get(2)));
  }

  @Test
  void json_lines_hold_every_delivery_in_the_order_of_sending(@TempDir Path folder)
      throws IOException {
    SimulatedWeek week = week(7);
    Path file = folder.resolve("week.jsonl");
    week.writeJsonLines(file);
    List<Map<String, ?>> written =
        Files.readAllLines(file).stream().<Map<String, ?>>map(SentFields::ofJson).toList();
    assertThat(written).isEqualTo(week.deliveries().stream().map(SentFields::asText).toList());
  }

  @Test
  void json_lines_leave_the_stream_open() throws IOException {
    boolean[] closed = new boolean[1];
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    week(7).writeJsonLines(out);
    assertThat(closed[0]).isFalse();
    assertThat(out.toString(UTF_8)).startsWith("{\"event\":").endsWith("}\n");
  }

  private static SimulatedWeek week(long seed) {
    return SimulatedWeek.of(DemoCompany.inEnglish(), MONDAY, seed);
  }

  private static boolean isLate(WebhookDelivery delivery) {
    Instant limit = delivery.occurredAt().plus(Duration.ofMinutes(5));
    return delivery.sentAt().isAfter(limit);
  }

  private static Set<String> values(List<WebhookDelivery> deliveries, String field) {
    return deliveries.stream()
        .map(delivery -> String.valueOf(delivery.fields().get(field)))
        .collect(Collectors.toSet());
  }

  private static Set<String> customers(SimulatedWeek week) {
    return week.truth().calls().stream()
        .map(SimulatedCall::customer)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
