package calltally.web.user;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ReportFilter;
import java.util.Optional;
import org.jooq.Condition;
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

  /** Whether single calls and customers may be looked up: a manager sees their own review only. */
  public boolean areListed() {
    return role != Role.MANAGER;
  }

  /** Whether the reader may see every call of the source. */
  public boolean areAll() {
    return role == Role.ALL;
  }

  /** The same calls, of one manager; empty when the reader may not see that manager's. */
  public Optional<VisibleCalls> ofManager(String manager) {
    return role == Role.MANAGER && !manager.equals(filter.manager())
        ? Optional.empty()
        : Optional.of(new VisibleCalls(source, role, filter.ofManager(manager), numbers));
  }

  /** The same calls, of one line. */
  public VisibleCalls ofLine(String line) {
    return new VisibleCalls(
        source, role, new ReportFilter(line, filter.department(), filter.manager()), numbers);
  }

  /** The condition by which a query of {@code analytics.call} selects them and no others. */
  public Condition condition() {
    return CALL.SOURCE
        .eq(source)
        .andNot(CALL.IS_INTERNAL)
        .and(filter.line() == null ? noCondition() : isLine(filter.line()))
        .and(filter.department() == null ? noCondition() : isOfDepartment(filter.department()))
        .and(filter.manager() == null ? noCondition() : CALL.MANAGER.eq(filter.manager()));
  }

  private static Condition isLine(String line) {
    return CALL.LINE.eq(line).or(CALL.LINE_NAME.eq(line));
  }

  /** Calls on its lines, and those that its managers placed. */
  private Condition isOfDepartment(String department) {
    return CALL.DEPARTMENT
        .eq(department)
        .or(
            CALL.DIRECTION
                .eq("outgoing")
                .and(
                    CALL.MANAGER.in(
                        select(MANAGER_NUMBER.MANAGER)
                            .from(MANAGER_NUMBER)
                            .join(SOURCE)
                            .on(SOURCE.SOURCE_ID.eq(MANAGER_NUMBER.SOURCE_ID))
                            .where(SOURCE.NAME.eq(source))
                            .and(MANAGER_NUMBER.DEPARTMENT.eq(department)))));
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
