package calltally.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The arrows between modules and packages, as ARCHITECTURE.md draws them. */
@AnalyzeClasses(packages = "calltally", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule ingest_and_reporting_share_only_the_schema =
      noClasses()
          .that()
          .resideInAPackage("calltally.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("calltally.reporting..");

  @ArchTest
  static final ArchRule reporting_knows_nothing_of_ingest =
      noClasses()
          .that()
          .resideInAPackage("calltally.reporting..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("calltally.ingest..");

  @ArchTest
  static final ArchRule nothing_depends_on_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackage("calltally.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("calltally.app..");

  @ArchTest
  static final ArchRule the_schema_depends_on_nobody =
      noClasses()
          .that()
          .resideInAPackage("calltally.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("calltally.ingest..", "calltally.reporting..");

  @ArchTest
  static final ArchRule only_rendering_knows_jasperreports =
      noClasses()
          .that()
          .resideOutsideOfPackage("calltally.reporting.render..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.sf.jasperreports..");

  @ArchTest
  static final ArchRule models_are_free_of_rendering =
      noClasses()
          .that()
          .resideInAnyPackage(
              "calltally.reporting.report..",
              "calltally.reporting.call..",
              "calltally.reporting.statistics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("calltally.reporting.render..");

  @ArchTest
  static final ArchRule only_ingest_and_its_callers_know_camel =
      noClasses()
          .that()
          .resideOutsideOfPackage("calltally.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("calltally.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule clock_and_zone_come_from_the_edge =
      noClasses()
          .that()
          .resideOutsideOfPackage("calltally.app..")
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
}
