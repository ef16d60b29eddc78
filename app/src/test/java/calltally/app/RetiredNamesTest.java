package calltally.app;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Types and SQL objects have the field's usual names, not retired metaphors. */
final class RetiredNamesTest {

  private static final Set<String> TYPES =
      Set.of(
          "Answering",
          "Arrival",
          "Arrivals",
          "BodySpace",
          "Bytewise",
          "Cause",
          "Conversation",
          "Course",
          "CutOff",
          "Departure",
          "Dice",
          "Digest",
          "Doorkeeper",
          "Dossier",
          "Dossiers",
          "Edition",
          "FrontDoor",
          "Gate",
          "InsertRun",
          "Intake",
          "IntakeProcessor",
          "JudgeRings",
          "JudgedRate",
          "Judgement",
          "Knock",
          "Mailbox",
          "NewKeys",
          "NowhereRoute",
          "Octets",
          "Office",
          "Owed",
          "Part",
          "Patience",
          "PatientConsumer",
          "Post",
          "PostOffice",
          "Postman",
          "Preparation",
          "Proof",
          "Pulse",
          "Rates",
          "RawRequest",
          "Reading",
          "RefreshTurn",
          "Romashka",
          "Safekeeping",
          "Scene",
          "Sender",
          "Setup",
          "Sheet",
          "Shelf",
          "Shell",
          "Staff",
          "Stage",
          "Standing",
          "Terms",
          "Ticket",
          "TimeLeft",
          "Told",
          "TrustNotes",
          "Unreadable",
          "Upkeep",
          "Visitor",
          "Watch",
          "Watchman",
          "Wire",
          "Writer");

  private static final Set<String> PACKAGES =
      Set.of(
          "calltally.sql.disposal",
          "calltally.sql.source",
          "calltally.reporting.watch",
          "calltally.reporting.letter",
          "calltally.reporting.table",
          "calltally.ingest.simulation",
          "calltally.reporting.statistics");

  private static final List<String> SQL_NAMES =
      List.of(
          "without_number",
          "mentions",
          "tail",
          "begin_intervention",
          "lock_for_a_moment",
          "settle",
          "follow",
          "keep",
          "amount",
          "done_by",
          "disposal",
          "disposal_id",
          "run");

  @Test
  void no_type_or_package_has_a_retired_name() {
    List<JavaClass> ours =
        new ClassFileImporter()
            .importPackages("calltally").stream()
                .filter(type -> !type.getPackageName().startsWith("calltally.sql.jooq"))
                .toList();

    assertThat(ours).hasSizeGreaterThan(900);
    assertThat(ours).extracting(JavaClass::getSimpleName).doesNotContainAnyElementsOf(TYPES);
    assertThat(ours)
        .extracting(JavaClass::getSimpleName)
        .noneMatch(name -> name.startsWith("Reckon"));
    assertThat(ours).extracting(JavaClass::getPackageName).doesNotContainAnyElementsOf(PACKAGES);
  }

  @Test
  void no_sql_object_has_a_retired_name() {
    try (TestDatabase database = TestDatabase.create()) {
      List<String> names =
          DSL.using(database.owner(), SQLDialect.POSTGRES)
              .fetch(
                  """
                  with ours as (
                      select oid
                      from pg_namespace
                      where nspname in
                          ('config', 'directory', 'journal', 'calls', 'stats', 'ledger', 'analytics')
                  )
                  select proname
                  from pg_proc
                  where pronamespace in (select oid from ours)
                  union
                  select relname
                  from pg_class
                  where relnamespace in (select oid from ours)
                  union
                  select a.attname
                  from pg_attribute as a
                  join pg_class as c on c.oid = a.attrelid
                  where c.relnamespace in (select oid from ours) and not a.attisdropped
                  """)
              .getValues(0, String.class);

      assertThat(names).contains("notification", "append").doesNotContainAnyElementsOf(SQL_NAMES);
    }
  }
}
