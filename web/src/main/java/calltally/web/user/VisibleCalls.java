package calltally.web.user;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ReportFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a page shows its reader. Every query of a page takes one, and only a user and what
 * they ask for make one: what is not theirs has none.
 */
public final class VisibleCalls {

  private final String source;
  private final Role role;
  private final ReportFilter filter;
  private final CustomerNumbers numbers;

  private VisibleCalls(String source, Role role, ReportFilter filter, CustomerNumbers numbers) {
    this.source = source;
    this.role = role;
    this.filter = filter;
    this.numbers = numbers;
  }

  /**
   * What the user sees of what they ask for; empty when it is not theirs.
   *
   * @param source null for the user's first
   * @param line null for all, as is department
   */
  public static Optional<VisibleCalls> of(
      User user, @Nullable String source, @Nullable String line, @Nullable String department) {
    String chosen = source == null ? user.sources().get(0) : source;
    boolean isTheirs =
        user.sources().contains(chosen)
            && (department == null || mayChoose(user, department))
            && (line == null || user.role() != Role.MANAGER);
    if (!isTheirs) {
      return Optional.empty();
    }
    String ofDepartment = user.department() == null ? department : user.department();
    ReportFilter filter = new ReportFilter(line, ofDepartment, user.manager());
    return Optional.of(new VisibleCalls(chosen, user.role(), filter, user.numbers()));
  }

  private static boolean mayChoose(User user, String department) {
    return user.role() == Role.ALL || department.equals(user.department());
  }

  public String source() {
    return source;
  }

  public Role role() {
    return role;
  }

  /** The line, department and manager that queries are limited to. */
  public ReportFilter filter() {
    return filter;
  }

  public CustomerNumbers numbers() {
    return numbers;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VisibleCalls that
        && source.equals(that.source)
        && role == that.role
        && filter.equals(that.filter)
        && numbers == that.numbers;
  }

  @Override
  public int hashCode() {
    return source.hashCode() * 31 + filter.hashCode();
  }
}
