package calltally.sql;

/**
 * A right that differs from {@code grants.txt}.
 *
 * @param sentence what is wrong
 * @param remedy the statement by which the owner fixes it
 */
public record GrantDeviation(String sentence, String remedy) {

  static GrantDeviation surplus(Grant grant) {
    return new GrantDeviation(
        "%s may %s, which it must not".formatted(grant.role(), grant),
        "revoke %s from %s".formatted(grant.sql(), grant.role()));
  }

  static GrantDeviation missing(Grant grant) {
    return new GrantDeviation(
        "%s must be allowed to %s, but is not".formatted(grant.role(), grant),
        "grant %s to %s".formatted(grant.sql(), grant.role()));
  }

  static GrantDeviation powerful(String role) {
    return new GrantDeviation(
        role + " has attributes or memberships, which it must not",
        "alter role %s nosuperuser nocreaterole nocreatedb noreplication nobypassrls, and revoke its memberships"
            .formatted(role));
  }
}
