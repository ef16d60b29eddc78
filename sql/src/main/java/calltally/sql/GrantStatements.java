package calltally.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The statements that give every role exactly the rights of {@code grants.txt}. */
final class GrantStatements {

  private static final List<String> KINDS =
      List.of(
          "schema", "all tables in schema", "all sequences in schema", "all routines in schema");

  private static final String ROLES =
      Arrays.stream(DatabaseRole.values()).map(DatabaseRole::sqlName).collect(joining(", "));

  private GrantStatements() {}

  /** Always in the same order: when they change, a migration grants the rights again. */
  static String all() {
    return Stream.concat(revocations(), grants()).collect(joining("\n"));
  }

  private static Stream<String> revocations() {
    return ExpectedGrants.schemas()
        .flatMap(
            schema ->
                KINDS.stream()
                    .map(
                        kind ->
                            "revoke all on %s %s from public, %s;".formatted(kind, schema, ROLES)));
  }

  /** One statement for all objects of a kind on which a role has the same right. */
  private static Stream<String> grants() {
    Map<String, String> objects =
        ExpectedGrants.all().stream()
            .sorted(Comparator.comparing(Grant::name))
            .collect(
                groupingBy(
                    grant ->
                        "grant %s on %s %%s to %s;"
                            .formatted(grant.privilege(), grant.kind(), grant.role()),
                    TreeMap::new,
                    mapping(Grant::name, joining(", "))));
    return objects.entrySet().stream().map(right -> right.getKey().formatted(right.getValue()));
  }
}
