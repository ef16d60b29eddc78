package calltally.reporting.handover;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is responsible for a task in a CRM.
 *
 * @param users the CRM's numbers of users, by the names of managers, and of departments for their
 *     heads
 * @param otherwise the user for everything else
 */
public record Responsibles(Map<String, Integer> users, int otherwise) {

  public Responsibles {
    users = Map.copyOf(users);
  }

  /** The manager whose phone rang last, else the department's head. */
  int of(List<String> rung, @Nullable String department) {
    for (int last = rung.size() - 1; last >= 0; last--) {
      Integer user = users.get(rung.get(last));
      if (user != null) {
        return user;
      }
    }
    return department == null ? otherwise : users.getOrDefault(department, otherwise);
  }
}
