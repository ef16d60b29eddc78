package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.RandomHistory.Sent;
import calltally.sql.settings.Directory;
import calltally.sql.settings.DirectoryEntry;
import calltally.sql.settings.DirectoryStore;
import calltally.sql.settings.Line;
import calltally.sql.settings.ManagerNumber;
import calltally.sql.settings.ValidityPeriod;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** A change of the directory derives exactly the calls that it affects again. */
final class DirectoryChangeTest {

  private static final String ZONE = "Europe/Warsaw";
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 20);
  private static final List<String> NUMBERS =
      List.of("A", "101", "B", "102", "X", "L", "SALES", "SUPPORT", "Y", "C1", "C2", "nobody's");
  private static final List<String> NAMES = List.of("Anna", "Boris", "Lena", "X");

  @Property(shrinking = ShrinkingMode.OFF)
  void a_refresh_after_a_change_gives_what_a_new_database_gives(@ForAll Random random) {
    List<Sent> history = RandomHistory.of(random, 50);
    Directory before = directory(random);
    Directory after = random.nextInt(3) == 0 ? directory(random) : slightlyChanged(before, random);
    try (TestJournal changed = new TestJournal(ZONE);
        TestJournal fresh = new TestJournal(ZONE)) {
      replace(changed, before);
      changed.receive(changed.sql(), history);
      changed.refresh().run();
      Map<String, String> versions = versions(changed);

      long touched = replace(changed, after);
      RefreshResult outcome = changed.refresh().run();

      replace(fresh, after);
      fresh.receive(fresh.sql(), history);
      fresh.refresh().rebuild();
      assertThat(changed.derived()).isEqualTo(fresh.derived());
      assertThat(derivedAnew(versions, changed))
          .isEqualTo(touched(changed, history, before, after))
          .hasSize((int) touched);
      assertThat(outcome.calls()).isEqualTo(touched);
    }
  }

  private static long replace(TestJournal journal, Directory directory) {
    return new DirectoryStore(journal.owner())
        .replace(
            List.of(
                new DirectoryStore.Replacement("main", directory.managers(), directory.lines())))
        .get(0)
        .calls();
  }

  /** The transaction that wrote each call. */
  private static Map<String, String> versions(TestJournal journal) {
    return journal
        .sql()
        .fetch("select pbx_id, xmin::text from calls.call")
        .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
  }

  private static Set<String> derivedAnew(Map<String, String> before, TestJournal journal) {
    Set<String> calls = new TreeSet<>();
    versions(journal)
        .forEach(
            (call, version) -> {
              if (!version.equals(before.get(call))) {
                calls.add(call);
              }
            });
    return calls;
  }

  /** The calls that name a number whose meaning on their local date has changed. */
  private static Set<String> touched(
      TestJournal journal, List<Sent> history, Directory before, Directory after) {
    Map<String, LocalDate> dates =
        journal
            .sql()
            .fetch("select pbx_id, local_date from calls.call")
            .intoMap(row -> row.get(0, String.class), row -> row.get(1, LocalDate.class));
    Set<String> calls = new TreeSet<>();
    for (Sent sent : history) {
      LocalDate date = dates.get(sent.pbxId());
      if (date != null
          && (changes(sent.notification().caller(), date, before, after)
              || changes(sent.notification().receiver(), date, before, after))) {
        calls.add(sent.pbxId());
      }
    }
    return calls;
  }

  private static boolean changes(
      @Nullable String number, LocalDate date, Directory before, Directory after) {
    return !Objects.equals(
            meaning(before.managers(), number, date), meaning(after.managers(), number, date))
        || !Objects.equals(
            meaning(before.lines(), number, date), meaning(after.lines(), number, date));
  }

  private static @Nullable List<@Nullable String> meaning(
      Collection<? extends DirectoryEntry> entries, @Nullable String number, LocalDate date) {
    for (DirectoryEntry entry : entries) {
      if (entry.number().equals(number) && entry.validity().includes(date)) {
        return Arrays.asList(entry.name(), entry.department());
      }
    }
    return null;
  }

  private static Directory directory(Random random) {
    Set<ManagerNumber> managers = new HashSet<>();
    Set<Line> lines = new HashSet<>();
    for (String number : NUMBERS) {
      managers.addAll(managerNumbers(number, random));
      lines.addAll(lines(number, random));
    }
    return new Directory(managers, lines);
  }

  /** Gives one number another meaning. */
  private static Directory slightlyChanged(Directory directory, Random random) {
    String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
    Set<ManagerNumber> managers = new HashSet<>(directory.managers());
    Set<Line> lines = new HashSet<>(directory.lines());
    if (random.nextInt(3) > 0) {
      managers.removeIf(entry -> entry.number().equals(number));
      managers.addAll(managerNumbers(number, random));
    } else {
      lines.removeIf(entry -> entry.number().equals(number));
      lines.addAll(lines(number, random));
    }
    return new Directory(managers, lines);
  }

  private static Set<ManagerNumber> managerNumbers(String number, Random random) {
    Set<ManagerNumber> entries = new HashSet<>();
    for (ValidityPeriod validity : validities(random)) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      entries.add(new ManagerNumber(number, name, department(random), validity));
    }
    return entries;
  }

  private static Set<Line> lines(String number, Random random) {
    Set<Line> entries = new HashSet<>();
    for (ValidityPeriod validity : validities(random)) {
      String name = random.nextBoolean() ? "Sales" : "Help";
      entries.add(new Line(number, name, department(random), validity));
    }
    return entries;
  }

  private static @Nullable String department(Random random) {
    return random.nextInt(4) == 0 ? null : random.nextInt(3) == 0 ? "Support" : "Sales";
  }

  /** No entry, one without limits, or several in succession, with gaps or without. */
  private static List<ValidityPeriod> validities(Random random) {
    LocalDate change = FIRST_DAY.plusDays(random.nextInt(10));
    LocalDate later = change.plusDays(random.nextInt(4));
    return switch (random.nextInt(6)) {
      case 0, 1 -> List.of();
      case 2 -> List.of(ValidityPeriod.ALWAYS);
      case 3 -> List.of(new ValidityPeriod(null, change), new ValidityPeriod(later, null));
      case 4 -> List.of(ValidityPeriod.ofDays(change, later));
      default -> List.of(new ValidityPeriod(change, null));
    };
  }
}
