package calltally.app.configuration;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Exchanges;
import calltally.exchange.Secrets;
import calltally.ingest.receiver.Network;
import calltally.ingest.spool.SpoolSettings;
import calltally.reporting.delivery.schedule.Schedule;
import calltally.reporting.delivery.subscription.DeliveryRules;
import calltally.reporting.delivery.subscription.FanOut;
import calltally.reporting.delivery.subscription.FanOutBy;
import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.delivery.subscription.ReportOptions;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.export.CsvDialect;
import calltally.reporting.handover.CallerReceivers;
import calltally.reporting.handover.CallerReceivers.MailSender;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailLogin;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.sql.DatabaseRole;
import calltally.sql.settings.CallbackRules;
import calltally.sql.settings.Directory;
import calltally.sql.settings.Line;
import calltally.sql.settings.ManagerNumber;
import calltally.sql.settings.Retention;
import calltally.sql.settings.Shift;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import calltally.sql.settings.ValidityPeriod;
import calltally.sql.settings.WorkingHours;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationFileTest {

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

  @TempDir private Path folder;

  private final ConfigurationFile reader =
      new ConfigurationFile(Map.of("TOKEN", "a-token-of-twenty-two", "EMPTY", ""), MINSK);

  @Test
  void nothing_configured_means_one_source_and_the_embedded_database() {
    assertThat(reader.none(folder))
        .usingRecursiveComparison()
        .isEqualTo(
            new Configuration(
                new CompanyEntry(null, null),
                new DataFolder(folder.resolve("data")),
                new HttpEntry("127.0.0.1", 8080),
                new DatabaseEntry(null, null, null, Map.of()),
                new SpoolSettings(folder.resolve("data/spool"), 1 << 30),
                new RefreshEntry(Math.min(Runtime.getRuntime().availableProcessors(), 8)),
                List.of(
                    new SourceEntry(
                        "main",
                        MINSK,
                        "ZZ",
                        new AccessEntry(Exchanges.standard(), List.of(), Secrets.NONE, List.of()),
                        new WorkingHours(Set.of(), Set.of()),
                        new Targets(null, null),
                        new Thresholds(
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(5),
                            Duration.ofDays(7)),
                        Set.of(),
                        Retention.FOREVER,
                        CallbackRules.NONE)),
                null,
                List.of(),
                null,
                new ArchiveEntry(24),
                null,
                null,
                List.of(),
                new CallerReceivers(null, null, List.of(), List.of(), Locale.ENGLISH)));
  }

  @Test
  void an_empty_file_is_like_no_file() throws IOException {
    assertThat(read("# nothing yet\n")).isEqualTo(reader.none(folder));
  }

  @Test
  void every_key_is_read() throws IOException {
    Configuration configuration =
        read(
            """
            company: {name: Romashka, logo: logo.png}
            data: ../kept
            http: {host: 0.0.0.0, port: 9090, requests_per_second: 2000, trusted_proxies: [10.0.0.1], metrics_allow: ["fd00::/8"]}
            spool: {size: 512MiB}
            refresh: {slices: 3}
            database: {url: "jdbc:postgresql://db/calltally", user: calltally, password: "${EMPTY}secret", role_passwords: {refresh: another-secret}}
            sources:
              - name: main
                zone: Europe/Warsaw
                region: PL
                tokens: ["${TOKEN}", another-token-of-twenty-six]
                signing_secrets: [first-secret]
                allow: ["203.0.113.0/24", "2001:db8::/32"]
                working_hours: {mon-fri: ["09:00-13:00", "14:00-24:00"], sat: ["10:00-15:00"]}
                line_hours: {"+375 29 000-00-01": {mon-sun: ["00:00-24:00"]}}
                holidays: [2026-12-25]
                recording_hosts: [pbx.example.com]
                targets: {answer_rate: 0.90, service_level: 0.80, service_level_threshold: 30s}
                short_call_limit: 3s
                fair_ring: 12s
                least_contact: 4s
                callback_window: 2d
                retention: {notifications: 24 months, calls: 36 months, recordings: 1 month, customer_numbers: 30 days, reports: 12 months, page_access: 3 months}
            directory:
              managers:
                - {name: Anna Sokolova, department: Sales, numbers: ["+375 29 000-00-11", 101]}
                - {name: Boris Orlov, numbers: [102], from: 2026-11-01, to: 2026-11-30, source: main}
              lines: [{number: +375290000001, name: Sales, department: Sales}]
            subscriptions:
              - {report: daily, source: main, at: "weekdays 08:00", to: [boss@example.com], lang: ru, formats: [pdf, csv], separator: ";"}
              - {name: Heads, report: missed, line: Sales, for_each: department, to_each: {Sales: [Anna <anna@example.com>]}, bcc: [log@example.com], at: "monthly 31 23:59", mask_numbers: true, deadline: 2h, send_if_empty: false}
            mail: {host: smtp.example.com, port: 25, user: reports, password: s, from: "Calltally <reports@example.com>", tls: tls, hello: calltally.example.com, connections: 64, allowed_domains: [example.com], unsubscribe: "mailto:stop@example.com"}
            archive: {keep_months: 6}
            """);

    assertThat(configuration)
        .usingRecursiveComparison()
        .isEqualTo(
            new Configuration(
                new CompanyEntry("Romashka", Path.of("logo.png")),
                new DataFolder(folder.resolveSibling("kept")),
                new HttpEntry(
                    "0.0.0.0",
                    9090,
                    2000,
                    List.of(Network.parse("10.0.0.1")),
                    List.of(Network.parse("fd00::/8"))),
                new DatabaseEntry(
                    "jdbc:postgresql://db/calltally",
                    "calltally",
                    "secret",
                    Map.of(DatabaseRole.REFRESH, "another-secret")),
                new SpoolSettings(folder.resolveSibling("kept/spool"), 512 << 20),
                new RefreshEntry(3),
                List.of(warsaw()),
                Map.of("main", directory()),
                subscriptions(),
                new MailEntry(
                    new MailServer(
                        "smtp.example.com",
                        25,
                        new MailLogin("reports", "s"),
                        MailEncryption.TLS,
                        MailTimeouts.DEFAULT,
                        "calltally.example.com"),
                    new MailAddress("reports@example.com", "Calltally"),
                    List.of("example.com"),
                    URI.create("mailto:stop@example.com"),
                    64),
                new ArchiveEntry(6),
                null,
                null,
                List.of(),
                new CallerReceivers(
                    new MailSender(
                        new MailServer(
                            "smtp.example.com",
                            25,
                            new MailLogin("reports", "s"),
                            MailEncryption.TLS,
                            MailTimeouts.DEFAULT,
                            "calltally.example.com"),
                        new MailAddress("reports@example.com", "Calltally")),
                    null,
                    List.of(),
                    List.of(),
                    Locale.ENGLISH)));
  }

  @Test
  void a_mail_server_is_greeted_with_the_senders_domain_over_four_connections() throws IOException {
    assertThat(read("mail: {host: mx.example.com, from: reports@example.com}\n").mail())
        .isNotNull()
        .satisfies(mail -> assertThat(mail.server().hello()).isEqualTo("example.com"))
        .satisfies(mail -> assertThat(mail.connections()).isEqualTo(4));
    assertThat(
            read("mail: {host: mx, from: a@example.com, hello: \"[192.0.2.1]\", connections: 1}\n")
                .mail())
        .isNotNull()
        .satisfies(other -> assertThat(other.server().hello()).isEqualTo("[192.0.2.1]"))
        .satisfies(other -> assertThat(other.connections()).isEqualTo(1));
  }

  private static List<Subscription> subscriptions() {
    return List.of(
        new Subscription(
            null,
            ReportKind.DAILY,
            "main",
            ZoneId.of("Europe/Warsaw"),
            ReportFilter.NONE,
            null,
            new Recipients(List.of(new MailAddress("boss@example.com", null)), List.of()),
            new ReportOptions(
                Locale.forLanguageTag("ru"),
                Set.of(ReportFormat.PDF, ReportFormat.CSV),
                CustomerNumbers.SHOWN,
                CsvDialect.SEMICOLON),
            new DeliveryRules(
                Schedule.parse("weekdays 08:00"),
                Duration.ofHours(1),
                DeliveryRules.WhenEmpty.SEND)),
        new Subscription(
            "Heads",
            ReportKind.MISSED,
            "main",
            ZoneId.of("Europe/Warsaw"),
            new ReportFilter("Sales", null, null),
            new FanOut(
                FanOutBy.DEPARTMENT,
                Map.of("Sales", List.of(new MailAddress("anna@example.com", "Anna")))),
            new Recipients(List.of(), List.of(new MailAddress("log@example.com", null))),
            new ReportOptions(Locale.ENGLISH, Set.of(ReportFormat.PDF), CustomerNumbers.MASKED),
            new DeliveryRules(
                Schedule.parse("monthly 31 23:59"),
                Duration.ofHours(2),
                DeliveryRules.WhenEmpty.HOLD_BACK)));
  }

  private static Directory directory() {
    ValidityPeriod november =
        ValidityPeriod.ofDays(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    return new Directory(
        Set.of(
            new ManagerNumber("+375290000011", "Anna Sokolova", "Sales"),
            new ManagerNumber("101", "Anna Sokolova", "Sales"),
            new ManagerNumber("102", "Boris Orlov", null, november)),
        Set.of(new Line("+375290000001", "Sales", "Sales")));
  }

  private static SourceEntry warsaw() {
    return new SourceEntry(
        "main",
        ZoneId.of("Europe/Warsaw"),
        "PL",
        new AccessEntry(
            Exchanges.standard(),
            List.of("a-token-of-twenty-two", "another-token-of-twenty-six"),
            new Secrets(List.of("first-secret"), Map.of()),
            List.of(Network.parse("203.0.113.0/24"), Network.parse("2001:db8::/32"))),
        new WorkingHours(
            warsawShifts(),
            Set.of(LocalDate.of(2026, 12, 25)),
            Map.of("+375290000001", aroundTheClock())),
        new Targets(new BigDecimal("0.9"), new BigDecimal("0.8")),
        new Thresholds(
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofSeconds(12),
            Duration.ofSeconds(4),
            Duration.ofDays(2)),
        Set.of("pbx.example.com"),
        new Retention(
            Period.ofMonths(24),
            Period.ofMonths(36),
            Period.ofMonths(1),
            Duration.ofDays(30),
            Period.ofMonths(12),
            Period.ofMonths(3)),
        CallbackRules.NONE);
  }

  private static Set<Shift> warsawShifts() {
    Set<Shift> shifts = new HashSet<>();
    for (DayOfWeek day : EnumSet.range(DayOfWeek.MONDAY, FRIDAY)) {
      shifts.add(new Shift(day, LocalTime.of(9, 0), LocalTime.of(13, 0)));
      shifts.add(new Shift(day, LocalTime.of(14, 0), LocalTime.MIDNIGHT));
    }
    shifts.add(new Shift(SATURDAY, LocalTime.of(10, 0), LocalTime.of(15, 0)));
    return shifts;
  }

  private static Set<Shift> aroundTheClock() {
    Set<Shift> shifts = new HashSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      shifts.add(new Shift(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    }
    return shifts;
  }

  @Test
  void a_night_shift_may_end_where_the_next_shift_starts() throws IOException {
    WorkingHours hours = hours("{fri: [\"22:00-06:00\"], sat: [\"06:00-22:00\"]}");

    assertThat(hours.shifts())
        .containsExactlyInAnyOrder(
            new Shift(FRIDAY, LocalTime.of(22, 0), LocalTime.of(6, 0)),
            new Shift(SATURDAY, LocalTime.of(6, 0), LocalTime.of(22, 0)));
  }

  private WorkingHours hours(String hours) throws IOException {
    return read("sources: [{name: a, zone: UTC, working_hours: %s}]".formatted(hours))
        .sources()
        .get(0)
        .workingHours();
  }

  private Configuration read(String text) throws IOException {
    return reader.read(Files.writeString(folder.resolve("calltally.yaml"), text));
  }
}
