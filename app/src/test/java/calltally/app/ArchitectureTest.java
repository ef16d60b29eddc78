package calltally.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.net.Socket;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** The dependencies between modules and packages that ARCHITECTURE.md allows. */
@AnalyzeClasses(packages = "calltally", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String APP = "calltally.app";
  private static final String INGEST = "calltally.ingest";
  private static final String REPORTING = "calltally.reporting";
  private static final String SQL = "calltally.sql";
  private static final String WEB = "calltally.web";
  private static final String RENDER = "calltally.reporting.render";
  private static final String REPORT = "calltally.reporting.report";
  private static final String CALL = "calltally.reporting.call";
  private static final String FOLD = "calltally.reporting.call.fold";
  private static final String CHECK = "calltally.app.check";
  private static final String CONFORMANCE = "calltally.app.conformance";
  private static final String COMMAND = "calltally.app.command";
  private static final String DEMO_EXCHANGE = "calltally.app.demo.exchange";
  private static final String EXCHANGE = "calltally.exchange";

  /** What is shared by the packages of the exchanges, each of which implements the seam. */
  private static final List<String> SEAM =
      List.of(EXCHANGE, EXCHANGE + ".field", EXCHANGE + ".request", EXCHANGE + ".text");

  /** Generated from the schema, with cycles of its own. */
  private static final String GENERATED = "calltally.sql.jooq";

  private static final List<String> NAMED =
      List.of(
          APP,
          INGEST,
          REPORTING,
          SQL,
          WEB,
          RENDER,
          REPORT,
          CALL,
          FOLD,
          COMMAND,
          DEMO_EXCHANGE,
          EXCHANGE,
          GENERATED);

  private static final int MOST_FILES = 50;

  /** A rule about a renamed package would always hold. */
  @ArchTest
  static void every_package_that_a_rule_names_exists(JavaClasses classes) {
    assertThat(NAMED)
        .allSatisfy(
            name ->
                assertThat(classes)
                    .as(name)
                    .anyMatch(
                        each ->
                            each.getPackageName().equals(name)
                                || each.getPackageName().startsWith(name + ".")));
  }

  @ArchTest
  static final ArchRule ingest_and_reporting_share_only_the_schema =
      noClasses()
          .that()
          .resideInAPackage(INGEST + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(REPORTING + "..");

  @ArchTest
  static final ArchRule reporting_does_not_depend_on_ingest =
      noClasses()
          .that()
          .resideInAPackage(REPORTING + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(INGEST + "..");

  @ArchTest
  static final ArchRule the_page_does_not_depend_on_ingest =
      noClasses()
          .that()
          .resideInAPackage(WEB + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(INGEST + "..");

  @ArchTest
  static final ArchRule nothing_but_the_command_line_depends_on_the_page =
      noClasses()
          .that()
          .resideOutsideOfPackages(WEB + "..", APP + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(WEB + "..");

  @ArchTest
  static final ArchRule nothing_depends_on_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackage(APP + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(APP + "..");

  @ArchTest
  static final ArchRule the_schema_depends_on_neither_ingest_nor_reporting =
      noClasses()
          .that()
          .resideInAPackage(SQL + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(INGEST + "..", REPORTING + "..");

  @ArchTest
  static final ArchRule what_exchanges_send_depends_on_nothing_of_ours_and_reads_nothing =
      noClasses()
          .that()
          .resideInAPackage(EXCHANGE + "..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("calltally..")
                  .and(JavaClass.Predicates.resideOutsideOfPackage(EXCHANGE + "..")))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "java.nio.file..", "java.net.http..", "org.jooq..");

  /** Somebody who adds an exchange touches nothing else. */
  @ArchTest
  static final ArchRule nothing_knows_a_single_exchange =
      noClasses()
          .that()
          .resideOutsideOfPackage(EXCHANGE + "..")
          .or()
          .resideInAnyPackage(SEAM.toArray(String[]::new))
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(EXCHANGE + "..")
                  .and(JavaClass.Predicates.resideOutsideOfPackages(SEAM.toArray(String[]::new))));

  @ArchTest
  static final ArchRule only_rendering_uses_jasperreports =
      noClasses()
          .that()
          .resideOutsideOfPackage(RENDER + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.sf.jasperreports..");

  @ArchTest
  static final ArchRule models_do_not_depend_on_rendering =
      noClasses()
          .that()
          .resideInAnyPackage(REPORT + "..", CALL + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(RENDER + "..");

  @ArchTest
  static final ArchRule the_fold_of_a_call_uses_no_database =
      noClasses()
          .that()
          .resideInAPackage(FOLD + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jooq..", GENERATED + "..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule only_ingest_uses_camel =
      noClasses()
          .that()
          .resideOutsideOfPackage(INGEST + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..");

  @ArchTest
  static final ArchRule only_commands_use_picocli =
      noClasses()
          .that()
          .resideOutsideOfPackage(COMMAND + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule the_simulated_exchange_does_not_depend_on_calltally =
      noClasses()
          .that()
          .resideInAPackage(DEMO_EXCHANGE + "..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("calltally..")
                  .and(JavaClass.Predicates.resideOutsideOfPackage(DEMO_EXCHANGE + "..")));

  /** A layer without classes fails the rule. */
  @ArchTest
  static final ArchRule layers_of_the_command_line_depend_only_on_those_below =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("main")
          .definedBy(APP)
          .layer("command")
          .definedBy(COMMAND + "..")
          .layer("check")
          .definedBy(APP + ".check..")
          .layer("conformance")
          .definedBy(APP + ".conformance..")
          .layer("customer")
          .definedBy(APP + ".customer..")
          .layer("demo")
          .definedBy(APP + ".demo..")
          .layer("query")
          .definedBy(APP + ".query..")
          .layer("service")
          .definedBy(APP + ".service..")
          .layer("database")
          .definedBy(APP + ".database..")
          .layer("configuration")
          .definedBy(APP + ".configuration..")
          .layer("directory")
          .definedBy(APP + ".directory..")
          .layer("terminal")
          .definedBy(APP + ".terminal..")
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("command", "demo")
          .whereLayer("conformance")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("customer")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("demo")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("query")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("command", "check", "demo")
          .whereLayer("database")
          .mayOnlyBeAccessedByLayers("command", "check", "customer", "demo", "service")
          .whereLayer("configuration")
          .mayOnlyBeAccessedByLayers("command", "check", "customer", "demo", "service", "database")
          .whereLayer("directory")
          .mayOnlyBeAccessedByLayers("command", "configuration")
          .whereLayer("terminal")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().assignedFrom(new PackageSlices()).should().beFreeOfCycles();

  @ArchTest
  static void a_package_has_at_most_50_files(JavaClasses classes) {
    Map<String, Set<String>> files =
        classes.stream()
            .filter(each -> !each.getPackageName().startsWith(GENERATED))
            .filter(each -> each.getSource().isPresent())
            .collect(
                groupingBy(
                    JavaClass::getPackageName,
                    mapping(
                        each -> each.getSource().orElseThrow().getFileName().orElseThrow(),
                        toSet())));

    assertThat(files).containsKeys(COMMAND, DEMO_EXCHANGE);
    files.values().removeIf(own -> own.size() <= MOST_FILES);
    assertThat(files).isEmpty();
  }

  /** Only one class reads the process's clock and zone, and passes them on. */
  @ArchTest
  static final ArchRule only_main_reads_the_system_clock_and_the_default_zone =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethodWhere(
              target(
                      owner(
                          JavaClass.Predicates.belongToAnyOf(
                              Instant.class,
                              LocalDate.class,
                              LocalDateTime.class,
                              OffsetDateTime.class,
                              ZonedDateTime.class)))
                  .and(target(nameMatching("now"))))
          .orShould()
          .callMethodWhere(
              target(owner(JavaClass.Predicates.belongToAnyOf(Clock.class, InstantSource.class)))
                  .and(target(nameMatching("system.*"))))
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  /** Secrets are made by {@link java.security.SecureRandom}. */
  @ArchTest
  static final ArchRule only_simulations_use_random_numbers_that_can_be_guessed =
      noClasses()
          .that()
          .resideOutsideOfPackages(DEMO_EXCHANGE + "..", CONFORMANCE + "..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
          .orShould()
          .callMethod(Math.class, "random");

  /** Everything else that goes out goes through these. */
  @ArchTest
  static final ArchRule only_a_few_packages_open_connections =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              SQL, REPORTING + ".http", REPORTING + ".mail", CHECK, CONFORMANCE, DEMO_EXCHANGE)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(HttpClient.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Socket.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(URLConnection.class);

  /** Each of our packages is a slice; generated ones are a single slice. */
  private static final class PackageSlices implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass each) {
      String name = each.getPackageName();
      if (!name.startsWith("calltally")) {
        return SliceIdentifier.ignore();
      }
      return SliceIdentifier.of(name.startsWith(GENERATED) ? GENERATED : name);
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
