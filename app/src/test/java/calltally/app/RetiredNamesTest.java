package calltally.app;

import static javax.tools.JavaFileObject.Kind.CLASS;
import static javax.tools.StandardLocation.CLASS_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.ChildJvm;
import calltally.sql.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
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
  void no_type_or_package_has_a_retired_name() throws IOException {
    List<String> ours =
        types().stream().filter(type -> !type.startsWith("calltally.sql.jooq.")).toList();

    assertThat(ours).hasSizeGreaterThan(900);
    assertThat(ours)
        .extracting(RetiredNamesTest::simpleName)
        .doesNotContainAnyElementsOf(TYPES)
        .noneMatch(name -> name.startsWith("Reckon"));
    assertThat(ours)
        .extracting(type -> type.substring(0, type.lastIndexOf('.')))
        .doesNotContainAnyElementsOf(PACKAGES);
  }

  /** The binary names of our types, tests included. */
  private static List<String> types() throws IOException {
    List<String> names = new ArrayList<>();
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(
          CLASS_PATH,
          Stream.of(ChildJvm.classPath().split(File.pathSeparator)).map(Path::of).toList());
      for (JavaFileObject file : files.list(CLASS_PATH, "calltally", Set.of(CLASS), true)) {
        names.add(files.inferBinaryName(CLASS_PATH, file));
      }
    }
    return names;
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
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
