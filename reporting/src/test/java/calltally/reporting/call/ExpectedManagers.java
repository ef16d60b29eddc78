package calltally.reporting.call;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The managers of some calls, each with their figures. */
record ExpectedManagers(
    List<ExpectedCall> calls,
    TestDirectory directory,
    List<ExpectedMissedCall> missed,
    List<ExpectedEngagement> engagements) {

  /** All managers with an attempt, an answered call or a call placed. */
  static Set<String> names(List<ExpectedCall> calls, TestDirectory directory) {
    Set<String> names = new TreeSet<>();
    for (ExpectedCall call : calls) {
      if (call.manager() != null) {
        names.add(String.valueOf(directory.manager(call.manager(), call.date())));
      }
      for (ExpectedAttempt attempt : call.attempts()) {
        if (attempt.ring().number() != null) {
          names.add(String.valueOf(directory.manager(attempt.ring().number(), call.date())));
        }
      }
    }
    return names;
  }

  /** Those of a department, or all. */
  List<ExpectedManagerFigures> of(@Nullable String department) {
    return names(calls, directory).stream()
        .map(name -> new ExpectedManagerFigures(name, calls, directory, missed, engagements))
        .filter(person -> department == null || department.equals(person.department()))
        .toList();
  }
}
