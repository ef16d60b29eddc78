package calltally.reporting.handover;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A task as a CRM is to have it.
 *
 * @param mark part of the title by which the task is found; lower-case letters, digits and hyphens
 * @param text plain, in lines; without the customer's number
 * @param customer the number in E.164; null where it is hidden or no longer stored
 * @param dueAt until when the customer is to be called back
 * @param responsible the CRM's number of a user
 */
public record CrmTask(
    String mark,
    String title,
    String text,
    @Nullable String customer,
    OffsetDateTime dueAt,
    int responsible) {

  /** The same task of another user. */
  CrmTask of(int user) {
    return new CrmTask(mark, title, text, customer, dueAt, user);
  }
}
