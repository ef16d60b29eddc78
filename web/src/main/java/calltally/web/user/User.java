package calltally.web.user;

import calltally.reporting.report.CustomerNumbers;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may log in.
 *
 * @param role with {@code department} or {@code manager}, whichever it needs
 * @param sources names of the sources, at least one
 * @param language null for the browser's
 */
public record User(
    String name,
    PasswordHash password,
    Role role,
    @Nullable String department,
    @Nullable String manager,
    List<String> sources,
    CustomerNumbers numbers,
    @Nullable Locale language) {

  public User {
    sources = List.copyOf(sources);
    boolean isComplete =
        (role == Role.DEPARTMENT) == (department != null)
            && (role == Role.MANAGER) == (manager != null)
            && !sources.isEmpty();
    if (!isComplete) {
      throw new IllegalArgumentException(
          "cannot make a user: a role must have its department or manager, and a source (was %s)"
              .formatted(role));
    }
  }
}
