package calltally.app.page;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.ConfigurationFile;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.reporting.call.Refresh;
import calltally.sql.DatabaseAddress;
import calltally.sql.Schema;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.settings.TokenDigest;
import calltally.web.user.PasswordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A company with 2,000 calls on each working day, on the evening of a Friday: fifty people read its
 * page, of whom ten see everything, ten a department and thirty their own calls. Its receiver has
 * other sources, which only the load of {@link ReadersBench} uses.
 */
record BenchedCompany(Path folder) {

  /** Enough sources for the load: each may make 10,000 requests a second. */
  static final List<String> TOKENS =
      IntStream.range(0, 8).mapToObj("a-token-of-source-%d-of-the-benchmark"::formatted).toList();

  static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  private static final ZoneId ZONE = ZoneId.of("Europe/Minsk");
  private static final LocalTime EVENING = LocalTime.of(19, 30);
  private static final Path GENERATOR = Path.of("../reporting/bench/sql/journal.sql");
  private static final int DAYS_A_STATEMENT = 7;

  /** Generates the history, unless an earlier run has done so. */
  static BenchedCompany in(Path folder, long notifications) throws IOException {
    BenchedCompany company = new BenchedCompany(folder);
    if (Files.notExists(company.file())) {
      company.generate(notifications);
    } else {
      company.migrate();
    }
    Files.writeString(company.file(), yaml());
    return company;
  }

  private Path file() {
    return folder.resolve("calltally.yaml");
  }

  private static String yaml() {
    String hash = PasswordHash.of("correct horse battery").text();
    String users =
        IntStream.range(0, 50)
            .mapToObj(
                reader ->
                    "  - {name: reader%d, password_hash: \"%s\", sources: [main], %s}\n"
                        .formatted(reader, hash, role(reader)))
            .collect(Collectors.joining());
    String sources =
        IntStream.range(0, TOKENS.size())
            .mapToObj(
                source ->
                    "  - {name: %s, zone: Europe/Minsk, region: BY, tokens: [%s]}\n"
                        .formatted(name(source), TOKENS.get(source)))
            .collect(Collectors.joining());
    return """
    http: {port: 0}
    web: {port: 0}
    sources:
    %susers:
    %s"""
        .formatted(sources, users);
  }

  private static String name(int source) {
    return source == 0 ? "main" : "load" + source;
  }

  private static String role(int reader) {
    if (reader < 10) {
      return "role: all";
    }
    return reader < 20
        ? "role: department, department: Department %d".formatted(reader % 4 + 1)
        : "role: manager, manager: Manager %d".formatted(reader - 9);
  }

  ResolvedSettings settings() {
    Configuration configuration = new ConfigurationFile(Map.of(), ZONE).read(file());
    return new ResolvedSettings(configuration, true, null);
  }

  CallDatabase open() {
    return CallDatabase.open(settings());
  }

  /** When the page is read. */
  static Instant evening() {
    return TODAY.atTime(EVENING).atZone(ZONE).toInstant();
  }

  /** A clock that shows the evening now. */
  static InstantSource clock() {
    Instant start = Instant.now();
    return () -> evening().plusMillis(Instant.now().toEpochMilli() - start.toEpochMilli());
  }

  private void migrate() {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"))) {
      PGSimpleDataSource owner = owner(cluster);
      Schema.migrate(owner);
      addSources(DSL.using(owner, SQLDialect.POSTGRES));
    }
  }

  /** Those that are not there yet. */
  private static void addSources(DSLContext sql) {
    for (int source = 0; source < TOKENS.size(); source++) {
      sql.execute(
          "insert into config.source (name, zone, region) values (?, 'Europe/Minsk', 'BY')"
              + " on conflict (name) do nothing",
          name(source));
      sql.execute(
          "insert into config.source_token (source_id, digest) select source_id, decode(?, 'hex')"
              + " from config.source where name = ? on conflict do nothing",
          TokenDigest.of(TOKENS.get(source)).hex(),
          name(source));
    }
  }

  private void generate(long notifications) throws IOException {
    Files.createDirectories(folder);
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"))) {
      PGSimpleDataSource owner = owner(cluster);
      Schema.migrate(owner);
      DSLContext sql = DSL.using(owner, SQLDialect.POSTGRES);
      sql.execute(Files.readString(GENERATOR));
      addSources(sql);
      LocalDate from = TODAY.plusDays(1);
      while (count(sql) < notifications) {
        from = from.minusDays(DAYS_A_STATEMENT);
        addDays(from, from.plusDays(DAYS_A_STATEMENT), sql);
      }
      sql.execute("vacuum analyze");
      System.out.println(new Refresh(owner).rebuild());
      sql.execute("vacuum analyze");
    }
  }

  private static PGSimpleDataSource owner(EmbeddedCluster cluster) {
    DatabaseAddress server = cluster.address();
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(server.url());
    owner.setUser(server.user());
    owner.setPassword(server.password());
    owner.setOptions("-c role=" + cluster.owner().user());
    return owner;
  }

  private static long count(DSLContext sql) {
    return sql.fetchSingle("select count(*) from journal.notification").get(0, Long.class);
  }

  private static void addDays(LocalDate from, LocalDate until, DSLContext sql) {
    sql.fetch("select journal.create_partition({0})", DSL.inline(from));
    sql.fetch("select journal.create_partition({0})", DSL.inline(until));
    sql.fetch(
        "select bench.add_days({0}, {1}, share_of_calls => 1.2, transfers => 0.03,"
            + " mailboxes => 0.05)",
        DSL.inline(from), DSL.inline(until));
  }
}
